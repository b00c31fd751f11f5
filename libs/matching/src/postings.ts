/** So many things one index can hold: as many as fit, with a key of 32 bits, into the 53 bits of a number. */
export const HELD_MAX = 2 ** 21;

/**
 * Who is found under which key: one long list of numbers in order, the key in the high bits and the number of the thing in
 * the low ones. What comes after the building is kept beside it.
 */
export class Postings {
  private packed: Float64Array<ArrayBuffer>;
  private size = 0;
  private readonly later = new Map<number, number[]>();
  private isSealed = false;

  constructor(expected: number) {
    this.packed = new Float64Array(Math.max(16, expected));
  }

  add(key: number, held: number): void {
    if (this.isSealed) {
      const known = this.later.get(key);
      if (known) known.push(held);
      else this.later.set(key, [held]);
      return;
    }
    if (this.size === this.packed.length) {
      const wider = new Float64Array(this.size * 2);
      wider.set(this.packed);
      this.packed = wider;
    }
    this.packed[this.size] = key * HELD_MAX + held;
    this.size += 1;
  }

  /** To be called once, when everything that is there from the beginning has been added. */
  seal(): void {
    this.packed = this.packed.slice(0, this.size).sort();
    this.isSealed = true;
  }

  /** As many as are under the key. */
  count(key: number): number {
    return this.beginOf(key + 1) - this.beginOf(key) + (this.later.get(key)?.length ?? 0);
  }

  each(key: number, visit: (held: number) => void): void {
    const from = key * HELD_MAX;
    const end = from + HELD_MAX;
    for (let at = this.beginOf(key); at < this.size && this.packed[at]! < end; at += 1) visit(this.packed[at]! - from);
    for (const held of this.later.get(key) ?? []) visit(held);
  }

  private beginOf(key: number): number {
    const from = key * HELD_MAX;
    let [low, high] = [0, this.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.packed[middle]! < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A key of 32 bits of any text (FNV-1a). Two texts with the same key cost a look, and nothing else. */
export function keyOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** The key of a text together with two small numbers. */
export function keyWith(key: number, a: number, b: number): number {
  const mixed = Math.imul(key ^ Math.imul(a + 1, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(b + 1_000, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
