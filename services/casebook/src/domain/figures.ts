/** One cell of a table of figures: its codes, and how many. */
export type Cell<Codes extends object = Record<string, unknown>> = Codes & { readonly count: number };

/** A cell as it is shown: without its count where it is so small that it could point to a person. */
export type ShownCell<Codes extends object = Record<string, unknown>> = Codes & { readonly count: number | null };

/** Joint conference, C-6 and C-7: a count below this could point to one person. */
export const SMALL = 3;

/**
 * Leaves out small counts. Where only one is small, the next larger one goes too: else it could be worked out from the
 * sum. Only a table in which nothing is small keeps every count.
 */
export function withoutSmall<Codes extends object>(cells: readonly Cell<Codes>[]): ShownCell<Codes>[] {
  const small = new Set(cells.filter(({ count }) => count < SMALL));
  if (small.size === 1) {
    const [next] = cells.filter((cell) => !small.has(cell)).sort((a, b) => a.count - b.count);
    if (next) small.add(next);
  }
  return cells.map((cell) => (small.has(cell) ? { ...cell, count: null } : cell));
}
