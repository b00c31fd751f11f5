import type { Problem } from '#service-kit';
import { Person, Refused, type Place, type Places, type Sending } from '../walkthrough/src/people.js';
import { wayOf, type Deed } from './deeds.js';
import type { Desk } from './desk.js';

/** What the people of one story share. */
export interface Company {
  readonly places: Places;
  readonly issuer: string;
  readonly desk: (username: string) => Promise<Desk>;
  /** Ids that the story has made up, and those that a page has given to the same things. */
  readonly sameThing: Map<string, string>;
  /** What was done without a screen. */
  readonly withoutScreen: Set<string>;
}

/** Somebody of a story who does in a browser whatever there is a screen for. */
export class AtTheScreen extends Person {
  private sitting: Promise<Desk> | undefined;

  constructor(username: string, private readonly company: Company) {
    super(username, company.places, company.issuer);
  }

  protected override async command<T>(
    place: Place, method: 'POST' | 'PUT', path: string, body: object, sending: Sending,
  ): Promise<T> {
    if (path === '/rehearsal/clock') return super.command(place, method, path, body, sending);
    const deed: Deed = { place, method, path, body: body as Deed['body'] };
    const way = wayOf(deed);
    if (!way || !await this.maySee(deed)) {
      this.company.withoutScreen.add(`${method} ${place}${path}`.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…'));
      return super.command(place, method, path, body, sending);
    }
    this.sitting ??= this.company.desk(this.username);
    const answer = await way({
      desk: await this.sitting, deed, sameThing: this.company.sameThing,
      record: (address) => this.get(place, address),
    });
    if ('code' in answer) throw new Refused(answer);
    const said = await answer.json() as unknown;
    if (answer.ok()) return said as T;
    throw new Refused(said as Problem);
  }

  /** Some do their part on a record that they may not read: they have no page for it. */
  private async maySee({ place, path }: Deed): Promise<boolean> {
    const [, shelf, id] = path.split('/');
    if (!/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id ?? '')) return true;
    try {
      await this.get(place, `/${shelf}/${id}`);
      return true;
    } catch (error) {
      if (error instanceof Refused && error.problem.status !== 404) return false;
      throw error;
    }
  }
}
