/** Two alleles of each locus, as the laboratory writes them; a locus that was not typed is left out. */
export type Profile = Readonly<Record<string, readonly [string, string]>>;

const WORD = 32;

/**
 * Genetic profiles of children of unknown origin, to be searched with the profile of a parent (V-3). A child has one allele of
 * each locus from each parent; a mutation leaves a locus without a common one. For each allele there is a row with one bit for
 * each child, so that 32 children are compared at once: a parent against a million children are a few million steps.
 */
export class Profiles {
  private size = 0;
  private readonly alleles = new Map<string, Map<string, Uint32Array<ArrayBuffer>>>();
  /** Children of whom the locus is known. */
  private readonly typed = new Map<string, Uint32Array<ArrayBuffer>>();

  constructor(private readonly capacity: number) {}

  /** @returns the child's number in here. */
  add(profile: Profile): number {
    if (this.size === this.capacity) throw new RangeError(`There is room for ${this.capacity} profiles.`);
    const child = this.size;
    this.size += 1;
    for (const [locus, pair] of Object.entries(profile)) {
      mark(this.rowOf(this.typed, locus), child);
      let rows = this.alleles.get(locus);
      if (!rows) this.alleles.set(locus, rows = new Map());
      for (const allele of pair) mark(this.rowOf(rows, allele), child);
    }
    return child;
  }

  /**
   * Children who share an allele with the parent at every locus that is known of both, but for so many (0 or 1) that a mutation
   * has changed; of at least so many loci (`lociMin`), since fewer say nothing.
   */
  childrenOf(parent: Profile, { mutations, lociMin }: { mutations: 0 | 1; lociMin: number }): number[] {
    const words = Math.ceil(this.size / WORD);
    const [once, more] = [new Uint32Array(words), new Uint32Array(words)];
    for (const [locus, pair] of Object.entries(parent)) {
      const typed = this.typed.get(locus);
      if (!typed) continue;
      const [first, second] = pair.map((allele) => this.alleles.get(locus)!.get(allele));
      for (let at = 0; at < words; at += 1) {
        const other = typed[at]! & ~((first?.[at] ?? 0) | (second?.[at] ?? 0));
        more[at]! |= once[at]! & other;
        once[at]! |= other;
      }
    }
    const outside = mutations === 0 ? once : more;
    return this.unmarked(outside).filter((child) => this.lociOf(child, parent) >= lociMin);
  }

  private lociOf(child: number, parent: Profile): number {
    return Object.keys(parent).filter((locus) => isMarked(this.typed.get(locus), child)).length;
  }

  private unmarked(row: Uint32Array): number[] {
    const found: number[] = [];
    for (let at = 0; at < row.length; at += 1)
      for (let left = ~row[at]! >>> 0; left !== 0; left &= left - 1) {
        const child = at * WORD + 31 - Math.clz32(left & -left);
        if (child < this.size) found.push(child);
      }
    return found;
  }

  private rowOf(rows: Map<string, Uint32Array<ArrayBuffer>>, key: string): Uint32Array<ArrayBuffer> {
    let row = rows.get(key);
    if (!row) rows.set(key, row = new Uint32Array(Math.ceil(this.capacity / WORD)));
    return row;
  }
}

const mark = (row: Uint32Array, child: number): void => { row[child >>> 5]! |= 1 << (child & 31); };
const isMarked = (row: Uint32Array | undefined, child: number): boolean =>
  ((row?.[child >>> 5] ?? 0) & (1 << (child & 31))) !== 0;
