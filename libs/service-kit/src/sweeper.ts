import { v7 as newId } from 'uuid';
import type { Fact, Instant } from '#contracts';
import { mappingOf, poolOf, SYSTEM_ACTOR, type Timed, type Transactions } from '#messaging';
import type { SystemClock } from './clock.js';
import type { Log } from './log.js';

/** An aggregate with deadlines: `tick` fires what is due up to a moment, and nothing after it. */
export interface Ticking extends Timed {
  tick(upTo: Instant): Fact[];
}

/** A record of which a moment is due. */
interface Due {
  readonly type: new () => Ticking;
  readonly id: string;
  readonly at: Instant;
}

const EVERY_MS = 1_000;
const PAGE = 200;
/** How long a record rests that failed or had nothing to say. */
const REST_MS = 60_000;

/**
 * Fires deadlines, in order of their time, each in its own transaction and as of the moment at which it was due,
 * however late the system looks. Looking twice fires nothing twice: the row says what is next.
 */
export class Sweeper {
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<number> | null = null;
  private readonly failing = new Map<string, number>();

  constructor(
    private readonly transactions: Transactions,
    private readonly types: readonly (new () => Ticking)[],
    private readonly clock: SystemClock,
    private readonly log: Log,
  ) {}

  start(): void {
    if (this.types.length === 0) return;
    this.timer = setInterval(() => void this.sweep().catch((error: unknown) => this.log.error('sweep failed', error)), EVERY_MS);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.sweeping?.catch(() => undefined);
  }

  /** Fires everything that is due now. @returns how many moments fired. */
  async sweep(): Promise<number> {
    while (this.sweeping) await this.sweeping.catch(() => undefined);
    this.sweeping = this.all();
    try {
      return await this.sweeping;
    } finally {
      this.sweeping = null;
    }
  }

  private async all(): Promise<number> {
    let fired = 0;
    for (;;) {
      const { due, horizon } = await this.due();
      if (due.length === 0) return fired;
      // A record may be due several times, and others in between: what is due next comes first, whoever it is.
      for (let first = due.shift(); first && first.at <= horizon; first = due.shift()) {
        const { hasFired, next } = await this.fire(first);
        if (hasFired) fired += 1;
        if (next !== null && next <= this.clock.now()) insert(due, { ...first, at: next });
      }
    }
  }

  /** What is due, in order of its time. Up to the horizon the list is whole: later there may be more than one page. */
  private async due(): Promise<{ due: Due[]; horizon: Instant }> {
    const found: Due[] = [];
    let horizon = this.clock.now();
    const resting = this.resting();
    for (const type of this.types) {
      const { table } = mappingOf(this.transactions.source, type);
      const { rows } = await poolOf(this.transactions.source).query<{ id: string; next_fire_at: Date }>(
        `SELECT id, next_fire_at FROM "${table}" WHERE next_fire_at <= $1 AND id <> ALL($2::uuid[])
         ORDER BY next_fire_at LIMIT ${PAGE}`, [horizon, resting]);
      const page = rows.map((row): Due => ({ type, id: row.id, at: row.next_fire_at.toISOString() }));
      if (page.length === PAGE) horizon = page.at(-1)!.at;
      found.push(...page);
    }
    return { due: found.sort(byTime), horizon };
  }

  /** Those that rest are not looked for at all: however many they are, they take no place from the others. */
  private resting(): string[] {
    for (const [id, until] of this.failing) if (until <= Date.now()) this.failing.delete(id);
    return [...this.failing.keys()];
  }

  private rest(id: string): void {
    this.failing.set(id, Date.now() + REST_MS);
  }

  /** @returns whether it had something to say, and when it is due next. */
  private async fire({ type, id, at }: Due): Promise<{ hasFired: boolean; next: Instant | null }> {
    try {
      let next: Instant | null = null;
      let isOvertaken = false;
      const { facts } = await this.transactions.run({ actor: SYSTEM_ACTOR, commandId: newId(), occurredAt: at }, async (tx) => {
        const aggregate = await tx.load(type, id);
        isOvertaken = aggregate.nextFireAt !== at;
        if (isOvertaken) return; // Somebody changed it since we looked: the next look shows when it is due now.
        await tx.save(aggregate, aggregate.tick(at));
        next = aggregate.nextFireAt;
      });
      if (isOvertaken) return { hasFired: false, next: null };
      if (facts.length === 0) this.rest(id); // Nothing to say though something was due: do not spin on it.
      else this.failing.delete(id);
      return { hasFired: facts.length > 0, next: facts.length > 0 ? next : null };
    } catch (error) {
      this.rest(id); // One broken record must not stop the others.
      this.log.error('deadline failed', error, { id });
      return { hasFired: false, next: null };
    }
  }
}

const byTime = (one: Due, other: Due): number => (one.at < other.at ? -1 : Number(one.at > other.at));

/** Keeps the order; of two that are due at the same moment, whoever was there first stays first. */
function insert(due: Due[], added: Due): void {
  const place = due.findIndex(({ at }) => at > added.at);
  due.splice(place < 0 ? due.length : place, 0, added);
}
