import { Refusal } from '#contracts';
import type { Access } from './access.js';
import type { Session } from './sessions.js';
import type { GatewaySettings } from '../settings.js';

export interface HeldPost {
  readonly unitId: string;
  readonly unitName: { readonly zh: string; readonly en: string };
  readonly kind: string;
  readonly post: string;
  readonly division: string;
}

export interface Known {
  readonly name: string;
  readonly nameLatin: string;
  readonly posts: readonly HeldPost[];
}

interface Me {
  readonly nameZh: string;
  readonly nameLatin: string;
  readonly posts: readonly {
    readonly post: string;
    readonly unit: { unitId: string; nameZh: string; nameEn: string; kind: string; division: string };
  }[];
}

const NOBODY: Known = { name: '', nameLatin: '', posts: [] };
const PATIENCE_MS = 5_000;

/** What identity tells the person about herself. Somebody without a post is signed in all the same, and can do nothing. */
export class Whois {
  constructor(private readonly access: Access, private readonly settings: GatewaySettings) {}

  /** @throws Refusal gateway.service-away: nobody is said to have no post because identity does not answer. */
  async of(session: Session): Promise<Known> {
    const answer = await this.asked(await this.access.tokenOf(session));
    if (!answer.ok) {
      await answer.body?.cancel();
      if (answer.status >= 500) throw new Refusal('gateway.service-away', { service: 'identity' });
      return NOBODY;
    }
    const { nameZh, nameLatin, posts } = await answer.json() as Me;
    return {
      name: nameZh, nameLatin,
      posts: posts.map(({ post, unit }) => ({
        unitId: unit.unitId, unitName: { zh: unit.nameZh, en: unit.nameEn }, kind: unit.kind, post, division: unit.division,
      })),
    };
  }

  private async asked(token: string): Promise<Response> {
    try {
      return await fetch(`${this.settings.services.get('identity')}/me`, {
        headers: { authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch {
      throw new Refusal('gateway.service-away', { service: 'identity' });
    }
  }
}
