import { Refusal } from '#contracts';
import type { IdentityProvider } from './provider.js';
import type { Session, Sessions } from './sessions.js';

/** A token is not taken along when it would end on the way. */
const MARGIN_MS = 20_000;

const isFresh = ({ tokens }: Session): boolean => tokens.accessUntil - Date.now() > MARGIN_MS;

/** Access tokens that are good for the next moments: refreshed once for all who wait for the same one. */
export class Access {
  private readonly refreshing = new Map<string, Promise<string>>();

  constructor(private readonly sessions: Sessions, private readonly provider: IdentityProvider) {}

  /** @throws Refusal access.not-signed-in when the provider has ended it; gateway.service-away */
  tokenOf(session: Session): Promise<string> {
    if (isFresh(session)) return Promise.resolve(session.tokens.access);
    const waiting = this.refreshing.get(session.id) ?? this.refresh(session).finally(() => this.refreshing.delete(session.id));
    this.refreshing.set(session.id, waiting);
    return waiting;
  }

  private async refresh({ id, tokens }: Session): Promise<string> {
    try {
      const now = await this.sessions.exclusively(id, (session) =>
        (isFresh(session) ? Promise.resolve(null) : this.provider.refresh(session.tokens)));
      if (!now) throw new Refusal('access.not-signed-in');
      return now.tokens.access;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'access.not-signed-in') await this.sessions.end(id);
      // The provider does not answer: the token that we have may last a few seconds more.
      else if (tokens.accessUntil > Date.now()) return tokens.access;
      throw error;
    }
  }
}
