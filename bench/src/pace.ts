import { setTimeout as sleep } from 'node:timers/promises';

/** What is to be sent, and how often. */
export interface Pace {
  readonly perSecond: number;
  readonly seconds: number;
}

/** When something happened, by id; the clock is the machine's own and the same in all its processes. */
export interface Times {
  readonly ids: string[];
  readonly at: Float64Array;
}

export const machineTime = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Sends at a steady pace whether or not the earlier ones have arrived: a slow system gets no rest for its slowness. */
export async function paced({ perSecond, seconds }: Pace, send: (index: number) => Promise<void>): Promise<void> {
  const count = Math.round(perSecond * seconds);
  const begun = performance.now();
  const sending: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const early = begun + (index * 1000) / perSecond - performance.now();
    if (early > 0) await sleep(early);
    sending.push(send(index));
  }
  await Promise.all(sending);
}

/** Notes times by id, and gives them away once asked. */
export class Notes {
  private ids: string[] = [];
  private at: number[] = [];

  note(id: string, at: number): void {
    this.ids.push(id);
    this.at.push(at);
  }

  get count(): number {
    return this.ids.length;
  }

  take(): Times {
    const taken = { ids: this.ids, at: Float64Array.from(this.at) };
    this.ids = [];
    this.at = [];
    return taken;
  }
}
