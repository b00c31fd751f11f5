import { v7 as newId } from 'uuid';
import type { Fact, Instant } from '#contracts';
import { mappingOf, poolOf, type Timed, type Transactions } from '#messaging';
import type { SystemClock } from './clock.js';
import type { Log } from './log.js';

/** An aggregate with deadlines: `tick` fires what is due up to a moment, and nothing after it. */
export interface Ticking extends Timed {
  tick(upTo: Instant): Fact[];
}

/** The actor of what happens by itself when a time has come. */
export const SYSTEM_ACTOR = {
  personId: '00000000-0000-7000-8000-000000000000', unitId: 'system', post: 'system',
} as const;

const EVERY_MS = 1_000;
const PAGE = 200;

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
      const due = await this.due();
      if (due.length === 0) return fired;
      for (const { type, id } of due) if (await this.fire(type, id)) fired += 1;
    }
  }

  private async due(): Promise<{ type: new () => Ticking; id: string }[]> {
    const found: { type: new () => Ticking; id: string; at: Date }[] = [];
    for (const type of this.types) {
      const { table } = mappingOf(this.transactions.source, type);
      const { rows } = await poolOf(this.transactions.source).query<{ id: string; next_fire_at: Date }>(
        `SELECT id, next_fire_at FROM "${table}" WHERE next_fire_at <= $1 ORDER BY next_fire_at LIMIT ${PAGE}`, [this.clock.now()]);
      found.push(...rows.map((row) => ({ type, id: row.id, at: row.next_fire_at })));
    }
    return found
      .filter(({ id }) => (this.failing.get(id) ?? 0) <= Date.now())
      .sort((a, b) => a.at.getTime() - b.at.getTime());
  }

  private rest(id: string): void {
    this.failing.set(id, Date.now() + 60_000);
  }

  private async fire(type: new () => Ticking, id: string): Promise<boolean> {
    try {
      const { rows: [row] } = await poolOf(this.transactions.source).query<{ next_fire_at: Date | null }>(
        `SELECT next_fire_at FROM "${mappingOf(this.transactions.source, type).table}" WHERE id = $1`, [id]);
      const at = row?.next_fire_at?.toISOString();
      if (!at || at > this.clock.now()) return false;
      const { facts } = await this.transactions.run({ actor: SYSTEM_ACTOR, commandId: newId(), occurredAt: at }, async (tx) => {
        const aggregate = await tx.load(type, id);
        if (aggregate.nextFireAt !== at) return; // Somebody changed it since we looked.
        await tx.save(aggregate, aggregate.tick(at));
      });
      if (facts.length === 0) this.rest(id); // Nothing to say though something was due: do not spin on it.
      return facts.length > 0;
    } catch (error) {
      this.rest(id); // One broken record must not stop the others.
      this.log.error('deadline failed', error, { id });
      return false;
    }
  }
}
