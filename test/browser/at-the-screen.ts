import type { Problem } from '#service-kit';
import { Person, Refused, type Place, type Places, type Sending } from '../walkthrough/src/people.js';
import type { Album } from './album.js';
import { wayOf, type Deed, type Known } from './deeds.js';
import type { Desk } from './desk.js';

/** What the people of one story share. */
export interface Company {
  readonly places: Places;
  readonly issuer: string;
  readonly desk: (username: string) => Promise<Desk>;
  /** Ids that the story has made up, and those that a page has given to the same things. */
  readonly sameThing: Map<string, string>;
  readonly album: Album;
  /** What was done without a screen. */
  readonly withoutScreen: Set<string>;
}

/** The clock of the exercise, and a question that is put to the system afterwards. */
const IS_NO_DEED = /^\/rehearsal\/clock$|\/manifest\/verification$/;

/** Somebody of a story who does their part in a browser of their own. */
export class AtTheScreen extends Person {
  private sitting: Promise<Desk> | undefined;

  constructor(username: string, private readonly company: Company) {
    super(username, company.places, company.issuer);
  }

  protected override async command<T>(
    place: Place, method: 'POST' | 'PUT', path: string, body: object, sending: Sending,
  ): Promise<T> {
    if (IS_NO_DEED.test(path)) return super.command(place, method, path, body, sending);
    const deed: Deed = { place, method, path, body: body as Deed['body'] };
    const way = wayOf(deed);
    if (!way) {
      this.company.withoutScreen.add(`${method} ${place}${path}`.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…'));
      return super.command(place, method, path, body, sending);
    }
    this.sitting ??= this.company.desk(this.username);
    const { sameThing, album } = this.company;
    const desk = await this.sitting;
    const record = (address: string): Promise<Known> => this.get<Known>(place, address);
    const answer = await way({ desk, deed, sameThing, album, record, awaits: (id) => this.awaits(id) })
      // What a page does not show in time is a fault of the page, and not tried again.
      .catch((error: unknown) => { throw new Error(`${this.username} at ${desk.page.url()}: ${path}`, { cause: error }); });
    if ('notOffered' in answer) {
      // What a page does not offer, the service refuses to whoever goes round the page. It happens now, as at a page.
      await super.command(place, method, path, body, { ...sending, at: undefined });
      throw new Error(`${this.username}: the page does not offer ${path} (${answer.notOffered}), and the service does it.`);
    }
    const said = await answer.json() as unknown;
    if (answer.ok()) return said as T;
    throw new Refused(said as Problem);
  }

  private async awaits(id: string): Promise<boolean> {
    const { parts: { asked, stages, clocks } } = await this.get<Worklist>('casebook', '/worklist?limit=200');
    return [...asked.items, ...stages.items, ...clocks.items].some(({ aboutId, subjectId }) => (aboutId ?? subjectId) === id);
  }
}

interface Worklist {
  readonly parts: Readonly<Record<'asked' | 'stages' | 'clocks', { items: readonly { aboutId?: string; subjectId?: string }[] }>>;
}
