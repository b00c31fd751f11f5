import type { DataSource } from 'typeorm';
import type { Instant } from '#contracts';

/** The time of the system. Live, it is the machine's; in rehearsal it can be moved, and goes on from there. */
export class SystemClock {
  private offsetMs = 0;

  constructor(readonly isRehearsal: boolean) {}

  now(): Instant {
    return new Date(Date.now() + this.offsetMs).toISOString();
  }

  /**
   * Rehearsal only: from now on it is `instant`. Kept, so that a restart goes on in the rehearsed time. It may be moved
   * back as well: one rehearsal plays a case of 2026, and then one of 2019. Within a case no time runs backwards all the
   * same: a change that would lie before the case's last one is refused (`time.before-last-change`).
   */
  async move(instant: Instant, source: DataSource): Promise<void> {
    if (!this.isRehearsal) throw new Error('The clock of a live system cannot be moved.');
    this.offsetMs = new Date(instant).getTime() - Date.now();
    await source.query(
      `INSERT INTO setting (name, value) VALUES ('rehearsal-offset-ms', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      [JSON.stringify(this.offsetMs)]);
  }

  async restore(source: DataSource): Promise<void> {
    if (!this.isRehearsal) return;
    const rows = await source.query<{ value: number }[]>(`SELECT value FROM setting WHERE name = 'rehearsal-offset-ms'`);
    this.offsetMs = rows[0]?.value ?? 0;
  }
}

/** The same time in a query, for what is brought up to date before the service runs. */
export const SYSTEM_NOW = `(now() + coalesce((SELECT value::text::float8 FROM setting WHERE name = 'rehearsal-offset-ms'), 0)
  * interval '1 millisecond')`;
