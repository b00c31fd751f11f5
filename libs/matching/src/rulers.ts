/** How often two records of the same person lie so far apart; one more than bounds, for what lies beyond. */
export interface Spread {
  readonly bounds: readonly number[];
  readonly chances: readonly number[];
  /** Within this bound people are taken to be spread evenly: a sample is too small to count them there. */
  readonly evenWithin: number;
  /** 1 for a length, 2 for an area. */
  readonly power: 1 | 2;
}

/** Bits for and against, by how far two things lie apart. */
export interface Ruler {
  readonly bounds: readonly number[];
  readonly bits: readonly number[];
  /** Where the bits of a step hold, in the logarithm; between two such places they go over into each other. */
  readonly at: readonly number[];
}

/**
 * Weighs each step in the manner of Fellegi and Sunter: how much more often it occurs with the same person than with anybody.
 * What occurs with anybody is counted among a sample of those who are there.
 */
export function rulerOf({ bounds, chances, evenWithin, power }: Spread, apart: Float64Array): Ruler {
  const within = sharesWithin({ bounds, evenWithin, power }, apart);
  const bits = chances.map((chance, step) => {
    const share = (within[step] ?? 1) - (step === 0 ? 0 : within[step - 1]!);
    return Math.log2(chance / Math.max(share, 1e-9));
  });
  return { bounds, bits,
    at: bits.map((_, step) => Math.log1p(((bounds[step - 1] ?? 0) + (bounds[step] ?? bounds.at(-1)! * 2)) / 2)) };
}

/** The bits for so far apart; 0 where it is not known. Exactly the same is a thing of its own, and nearly the same is not. */
export function bitsBy({ bounds, bits, at }: Ruler, apart: number): number {
  if (Number.isNaN(apart)) return 0;
  if (apart <= bounds[0]!) return bits[0]!;
  const where = Math.log1p(apart);
  const first = bounds[0] === 0 ? 1 : 0;
  let step = first;
  while (step < at.length - 1 && where > at[step]!) step += 1;
  if (step === first || where > at[step]!) return bits[step]!;
  const share = (where - at[step - 1]!) / (at[step]! - at[step - 1]!);
  return bits[step - 1]! + (bits[step]! - bits[step - 1]!) * share;
}

export function stepOf(bounds: readonly number[], apart: number): number {
  let step = 0;
  while (step < bounds.length && apart > bounds[step]!) step += 1;
  return step;
}

function sharesWithin({ bounds, evenWithin, power }: Omit<Spread, 'chances'>, apart: Float64Array): number[] {
  const seen = new Float64Array(bounds.length + 1);
  for (const value of apart) if (!Number.isNaN(value)) seen[stepOf(bounds, value)]! += 1;
  for (let step = 1; step < seen.length; step += 1) seen[step]! += seen[step - 1]!;
  const counted = (step: number): number => (seen[step]! + 0.5) / (seen.at(-1)! + 1);
  const even = bounds.indexOf(evenWithin);
  return bounds.map((bound, step) =>
    (step >= even ? counted(step) : counted(even) * ((bound + NEARLY) / (evenWithin + NEARLY)) ** power));
}

/** The same day is one day long, and not none. */
const NEARLY = 0.5;
