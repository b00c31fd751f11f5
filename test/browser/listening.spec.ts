import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listenTo } from '../../web/src/app/listening.js';

/** The browser's own part, which Node does not have. */
class Source extends EventTarget {
  static readonly all: Source[] = [];
  readonly CLOSED = 2;
  readyState = 1;

  constructor(readonly address: string) {
    super();
    Source.all.push(this);
  }

  close(): void {
    this.readyState = this.CLOSED;
  }

  says(name: string, data = '{}'): void {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }

  /** The line breaks: the browser joins again by itself, unless it was refused. */
  breaks(isRefused: boolean): void {
    this.readyState = isRefused ? this.CLOSED : 0;
    this.dispatchEvent(new Event('error'));
  }
}

describe('A page that listens', () => {
  const heard: string[] = [];
  const told: string[] = [];
  const [missed, begun, lost, turnedAway] = [jest.fn(), jest.fn(), jest.fn(), jest.fn()];
  let stop: () => void;
  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { EventSource: Source });
    const into = (list: string[]) => (text: string) => void list.push(text);
    stop = listenTo('/events', { heard: into(heard), told: into(told), missed, begun, lost, turnedAway });
  });
  afterEach(() => {
    stop();
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, 'EventSource');
    [Source.all, heard, told].forEach((list) => list.splice(0));
    missed.mockClear();
    begun.mockClear();
    lost.mockClear();
    turnedAway.mockClear();
  });

  it('hears of its case and of its unit, and says once when it begins to hear', () => {
    Source.all[0]!.says('ready');
    expect([begun.mock.calls.length, missed.mock.calls.length]).toEqual([1, 0]);
    Source.all[0]!.says('message', 'a case');
    Source.all[0]!.says('worklist', 'a unit');
    expect([heard, missed.mock.calls.length]).toEqual([['a case', 'a unit'], 0]);
    Source.all[0]!.says('time', 'an hour on');
    expect(told).toEqual(['{}', 'an hour on']);
    Source.all[0]!.says('resync');
    expect(missed).toHaveBeenCalledTimes(1);
  });

  it('joins anew after it was refused, and then reads everything', () => {
    Source.all[0]!.breaks(true);
    expect(turnedAway).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(10_000);
    expect(Source.all.map(({ address }) => address)).toEqual(['/events', '/events']);
    Source.all[1]!.says('ready');
    expect(missed).toHaveBeenCalledTimes(1);
  });

  it('leaves a broken line to the browser, and a page that is closed alone', () => {
    Source.all[0]!.breaks(false);
    expect(lost).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(10_000);
    expect(Source.all).toHaveLength(1);
    Source.all[0]!.breaks(true);
    stop();
    jest.advanceTimersByTime(10_000);
    expect(Source.all).toHaveLength(1);
  });
});
