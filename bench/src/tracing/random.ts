/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to and without 1. */
  roll(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(share: number): boolean {
    return this.roll() < share;
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.roll() * (to - from + 1));
  }

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.roll() * list.length)]!;
  }

  /** About 0, with a spread of 1. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.roll())) * Math.cos(2 * Math.PI * this.roll());
  }

  /** From 0 on, this much in the middle of all. */
  waiting(mean: number): number {
    return -mean * Math.log(1 - this.roll());
  }
}

/** Draws one of many, each as often as its weight says. */
export class Urn<T> {
  private readonly upTo: Float64Array;

  constructor(private readonly things: readonly T[], weights: readonly number[]) {
    let sum = 0;
    this.upTo = Float64Array.from(weights, (weight) => (sum += weight));
  }

  static of<K extends string>(shares: Readonly<Record<K, number>>): Urn<K> {
    return new Urn(Object.keys(shares) as K[], Object.values<number>(shares));
  }

  /** The first is the most frequent, and the frequency falls with the rank (Zipf and Mandelbrot). */
  static ranked<T>(things: readonly T[], { offset, exponent }: { offset: number; exponent: number }): Urn<T> {
    return new Urn(things, things.map((_, rank) => 1 / (rank + 1 + offset) ** exponent));
  }

  draw(dice: Dice): T {
    const wanted = dice.roll() * this.upTo.at(-1)!;
    let [low, high] = [0, this.upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.upTo[middle]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return this.things[low]!;
  }
}
