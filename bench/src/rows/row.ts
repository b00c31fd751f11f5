import type { Comparison } from '../measure.js';

/** One row of the table, or several that share their servers. */
export interface Row {
  readonly id: string;
  readonly says: string;
  run(say: (text: string) => void): Promise<Comparison[]>;
}

/** A dry run only shows that everything works; its figures mean nothing. */
export const seconds = (full: number): number => (process.env['GUITU_BENCH_DRY'] ? Math.min(full, 0.7) : full);
export const many = (full: number): number => (process.env['GUITU_BENCH_DRY'] ? Math.ceil(full / 50) : full);
