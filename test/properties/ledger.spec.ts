import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Envelope } from '#contracts';
import { Model } from './model.js';
import { moves } from './moves.js';
import { complaints, interleaved } from './prove.js';
import { World } from './world.js';

const RUNS = 300;
const story = fc.commands(moves, { maxCommands: 40, size: 'max' });
const picks = fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 24 });

interface Told {
  readonly world: World;
  readonly model: Model;
}

/** Plays what people do; at least two cases are there from the beginning. */
function told(commands: Iterable<fc.Command<Model, World>>): Told {
  const world = new World();
  const model = new Model(world);
  fc.modelRun(() => ({ model, real: world }), commands);
  return { world, model };
}

/** Moments all over the time that has passed, and those at which something happened. */
function momentsOf({ world }: Told, chosen: readonly number[]): string[] {
  const [first, last] = [Date.parse(world.before(Infinity)), Date.parse(world.now)];
  const anywhere = chosen.map((n) => new Date(first + Math.floor(((last - first) * n) / 1_000_000)).toISOString());
  const onTheDot = chosen.flatMap((n) => world.journal[n % Math.max(1, world.journal.length)]?.occurredAt ?? []);
  return [...anywhere, ...onTheDot, world.now];
}

describe('Who answers, whatever people do in several cases at once', () => {
  it('is exactly one unit and person at every moment, for every open stage and every rescued person', () => {
    const seen = new Map<string, number>();
    const began = performance.now(); (globalThis as any).stains = new Map();
    fc.assert(fc.property(story, picks, (commands, chosen) => {
      const done = told(commands);
      for (const { type } of done.world.journal) seen.set(type, (seen.get(type) ?? 0) + 1);
      expect(complaints(interleaved(done.world.journal, chosen), done.model, momentsOf(done, chosen))).toEqual([]);
    }), { numRuns: RUNS, interruptAfterTimeLimit: 40_000 });
    console.log((globalThis as any).stains); console.log(performance.now() - began, [...seen].sort(([, a], [, b]) => b - a).map(([t, n]) => `${t}: ${n}`).join('\n'));
  }, 60_000);
});
