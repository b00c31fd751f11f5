import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

describe('turns', () => {
  it('lets a few in at a time and the others after them, in order', async () => {
    const turns = new Turns({ places: 2, waitingMax: 10 });
    const [ends, order]: [(() => void)[], number[]] = [[], []];
    const all = [0, 1, 2, 3].map((number) => turns.take(async () => {
      order.push(number);
      await new Promise<void>((resolve) => ends.push(resolve));
    }));
    expect(order).toEqual([0, 1]);
    ends[1]!();
    await all[1];
    expect(order).toEqual([0, 1, 2]);
    ends[0]!();
    await all[0];
    expect(order).toEqual([0, 1, 2, 3]);
    ends.forEach((end) => end());
    await Promise.all(all);
    await expect(turns.take(() => Promise.resolve('free again'))).resolves.toBe('free again');
  });

  it('gives the place on when the work fails', async () => {
    const turns = new Turns({ places: 1, waitingMax: 1 });
    const failing = turns.take(() => Promise.reject(new Error('no')));
    const waiting = turns.take(() => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    await expect(waiting).resolves.toBe('yes');
  });

  it('turns away whoever comes when too many wait', async () => {
    const turns = new Turns({ places: 1, waitingMax: 0 });
    let end = (): void => undefined;
    const first = turns.take(() => new Promise<void>((resolve) => { end = resolve; }));
    await expect(turns.take(() => Promise.resolve())).rejects.toThrow('record.busy');
    end();
    await first;
  });
});
