import { eventually, Person, type Place, type Places, pause } from './people.js';

/** What must hold at the end of a case, asked of the system itself. */
export interface Item {
  readonly number: number;
  readonly zh: string;
  readonly en: string;
  /** @returns what was seen, in one line, when it holds. @throws Error that says what does not hold. */
  readonly ask: () => Promise<string>;
}

/** One reference case: its people do their part, then the system is asked what must hold. */
export interface Told {
  readonly caseIds: readonly string[];
  /** Somebody who may read the whole case. */
  readonly reader: Person;
  readonly items: readonly Item[];
}

export type Tell = (stage: Stagecraft) => Promise<Told>;

export interface Listener {
  step?(line: string): void;
  /** Called before every step; fault tests do their mischief here. */
  before?(step: number): Promise<void>;
  /** Who plays a part otherwise than over HTTP. */
  player?(username: string): Person;
}

interface Account {
  readonly username: string;
  readonly unitId: string;
  readonly post: string;
}

/** The people, the clock and the notebook of a story. */
export class Stagecraft {
  private readonly people = new Map<string, Person>();
  private steps = 0;
  private cast: Promise<Account[]> | null = null;

  constructor(readonly places: Places, private readonly listener: Listener = {}) {}

  get issuer(): string {
    return `${this.places.identity}/oidc`;
  }

  /** Whoever holds this post in this unit. */
  async at(unitId: string, ...posts: string[]): Promise<Person> {
    const account = (await this.accounts()).find((candidate) => candidate.unitId === unitId && posts.includes(candidate.post));
    if (!account) throw new Error(`${unitId} 没有 ${posts.join('/')} 的演示账号 / No demo account there.`);
    return this.person(account.username);
  }

  /** The names of people, for printing. */
  async names(personIds: readonly string[]): Promise<Map<string, string>> {
    const wanted = [...new Set(personIds)];
    if (wanted.length === 0) return new Map();
    const { items } = await this.person('admin').get<{ items: { personId: string; nameZh: string }[] }>(
      'identity', `/directory/people?ids=${wanted.slice(0, 100).join(',')}`);
    return new Map(items.map(({ personId, nameZh }) => [personId, nameZh]));
  }

  private async accounts(): Promise<Account[]> {
    this.cast ??= eventually('the demo accounts', async () => {
      const answer = await fetch(`${this.places.identity}/directory/demo-accounts`).catch(() => null);
      return answer?.ok ? ((await answer.json()) as { items: Account[] }).items : null;
    });
    return this.cast;
  }

  /** Somebody who takes part, by the name of their account. */
  person(username: string): Person {
    let person = this.people.get(username);
    person ??= this.listener.player?.(username) ?? new Person(username, this.places, this.issuer);
    this.people.set(username, person);
    return person;
  }

  /**
   * It is now this time, everywhere; what became due meanwhile has happened. `local` is Beijing time. A system that has
   * just started for the first time may not know its administrator everywhere yet.
   */
  async itIs(local: string): Promise<string> {
    const now = beijing(local);
    await this.setClock(now);
    return now;
  }

  async setClock(now: string): Promise<void> {
    const admin = this.person('admin');
    for (const place of Object.keys(this.places) as Place[])
      await eventually(`the clock of ${place} at ${now}`, async () => {
        await admin.put(place, '/rehearsal/clock', { now });
        return true;
      });
  }

  /** One step of the story: who does what. */
  async step<T>(line: string, work: () => Promise<T>): Promise<T> {
    this.steps += 1;
    await this.listener.before?.(this.steps);
    const done = await work();
    this.listener.step?.(line);
    return done;
  }
}

/** `2026-07-02 21:12`, Beijing time, as an instant. */
export function beijing(local: string): string {
  const [day, time = '00:00'] = local.split(' ');
  return new Date(`${day}T${time.length === 5 ? `${time}:00` : time}+08:00`).toISOString();
}

const MINUTES_AT_MOST = 10;

/** People at a screen take a moment: what they do at a time is on record within minutes of it. */
export function isAbout(instant: string | null | undefined, local: string): boolean {
  const late = Date.parse(instant ?? '') - Date.parse(beijing(local));
  return late >= 0 && late <= MINUTES_AT_MOST * 60_000;
}

/** How people read it: Beijing time to the minute. */
export const inBeijing = (instant: string): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

export function must(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

export { pause };
