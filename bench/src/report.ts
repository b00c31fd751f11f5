import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#embedded';
import { median, ratioOf, shown, type Comparison } from './measure.js';

/** What a script reads: ratio >= goal means that the goal is met; null means that it was not measured. */
export interface Result {
  readonly id: string;
  readonly ours: number;
  readonly against: number | null;
  readonly ratio: number | null;
  readonly goal: number;
  readonly unit: string;
}

const resultOf = (comparison: Comparison): Result => ({
  id: comparison.id, ours: rounded(median(comparison.ours)),
  against: comparison.theirs ? rounded(median(comparison.theirs)) : null,
  ratio: ratioOf(comparison) === null ? null : rounded(ratioOf(comparison)!), goal: comparison.goal, unit: comparison.unit,
});

const rounded = (figure: number): number => Number(figure.toPrecision(4));

/** For people: ratios first, then what they are made of. */
export function tableOf(comparisons: readonly Comparison[], loads: { before: number; after: number }): string {
  const lines = comparisons.map((comparison) => {
    const ratio = ratioOf(comparison);
    const goal = comparison.goal === 0 ? 'reported' : `≥ ${comparison.goal}`;
    const met = ratio === null ? '—' : comparison.goal === 0 ? '' : ratio >= comparison.goal ? 'yes' : '**no**';
    return `| ${[
      comparison.id, ratio === null ? '—' : `**${shown(ratio)}**`, goal, met, comparison.what, spread(comparison.ours), comparison.against,
      comparison.theirs ? spread(comparison.theirs) : comparison.note ?? '', comparison.unit].join(' | ')} |`;
  });
  return [
    '| row | ratio | goal | met | what | ours | against | theirs | unit |', '|---|---|---|---|---|---|---|---|---|', ...lines, '',
    `Median of ${comparisons[0]?.ours.length ?? 0} interleaved measurements each; in brackets the lowest and the highest. Ratios are turned so that more is better.`,
    '', machine(loads), '',
  ].join('\n');
}

function spread(figures: readonly number[]): string {
  return `${shown(median(figures))} (${shown(Math.min(...figures))}–${shown(Math.max(...figures))})`;
}

function machine({ before, after }: { before: number; after: number }): string {
  const [cpu] = cpus();
  return `Machine: ${cpus().length} × ${cpu?.model.trim() || process.arch}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, `
    + `Node ${process.versions.node}; everything on loopback on this one machine, Kafka and PostgreSQL included. `
    + `Load average ${before.toFixed(1)} before and ${after.toFixed(1)} after; the first should be near 0.`;
}

/** A table is of one run; a run of some rows has a table of its own, and of the list only its own results are new. */
export function write(comparisons: readonly Comparison[], table: string, rows: readonly string[]): void {
  const folder = join(projectRoot(), 'bench');
  const list = join(folder, 'results.json');
  const fresh = comparisons.map(resultOf);
  const isNew = ({ id }: Result): boolean => fresh.some((result) => result.id === id);
  const kept = rows.length > 0 && existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) as Result[] : [];
  writeFileSync(list, `${JSON.stringify([...kept.filter((result) => !isNew(result)), ...fresh], null, 2)}\n`);
  writeFileSync(join(folder, rows.length > 0 ? `RESULTS-${rows.join('-')}.md` : 'RESULTS.md'), `# Results of the last run\n\nWritten by \`npm run bench\`; [README.md](README.md) says what each row means.\n\n${table}`);
}
