import { Refusal } from '#contracts';

/** Lets a few in at a time; the others wait for their turn, in order, and beyond a number of them nobody waits. */
export class Turns {
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly bounds: { places: number; waitingMax: number }) {}

  /** @throws Refusal record.busy */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.bounds.places) {
      if (this.waiting.length >= this.bounds.waitingMax) throw new Refusal('record.busy');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.inside += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next(); // The place goes from one to the other.
      else this.inside -= 1;
    }
  }
}
