/** One side of a comparison: how to take one measurement. */
export interface Side<Figure = number> {
  readonly name: string;
  measure(): Promise<Figure>;
}

/** What one line of the table says. */
export interface Comparison {
  /** The row's letter, and a number where a row compares several things: `a1`. */
  readonly id: string;
  readonly what: string;
  readonly against: string;
  readonly unit: string;
  readonly goal: number;
  /** True for waiting times: less is better, and the ratio is turned. */
  readonly lessIsBetter?: boolean;
  readonly ours: readonly number[];
  /** Null where the other side could not be measured; `note` says why. */
  readonly theirs: readonly number[] | null;
  readonly note?: string;
}

export const ROUNDS = Number(process.env['GUITU_BENCH_ROUNDS'] ?? 3);

/**
 * Measures all sides in turn, again and again (A B C A B C A B C): whatever the machine does meanwhile, it does to all.
 * @returns for each side its measurements.
 */
export async function interleaved<Figure = number>(
  sides: readonly Side<Figure>[],
  say: (text: string) => void,
): Promise<Figure[][]> {
  const figures: Figure[][] = sides.map(() => []);
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const [index, side] of sides.entries()) {
      const figure = await side.measure();
      figures[index]!.push(figure);
      say(`  ${round}/${ROUNDS} ${side.name}: ${typeof figure === 'number' ? shown(figure) : JSON.stringify(figure)}`);
    }
  }
  return figures;
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which the given share of the measurements lies. */
export function quantile(figures: Float64Array | readonly number[], share: number): number {
  const sorted = Float64Array.from(figures).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** Ours to theirs, turned so that more is better. */
export function ratioOf({ ours, theirs, lessIsBetter }: Comparison): number | null {
  if (!theirs) return null;
  const [a, b] = [median(ours), median(theirs)];
  return lessIsBetter ? b / a : a / b;
}

export const shown = (figure: number): string =>
  (figure >= 100 ? Math.round(figure).toLocaleString('en') : figure.toPrecision(3));
