import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Stage, StagedAggregate } from '#stages';
import { Custody } from '../../services/rescue/src/domain/custody.js';
import { Model } from './model.js';
import { moves } from './moves.js';
import { MUTANTS } from './mutants.js';
import { complaints, interleaved, ledgerOf, misnumbered } from './prove.js';
import { World } from './world.js';

const RUNS = 300;
const MINUTE_MS = 60_000;
const story = fc.commands(moves, { maxCommands: 40, size: 'max' });
const picks = fc.array(fc.nat(1_000_000), { minLength: 8, maxLength: 24 });

interface Told {
  readonly world: World;
  readonly model: Model;
}

/** Plays what people do; every step is held against the model as it is done. */
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

const whoeverAnswers = (seen = new Map<string, number>()) => fc.property(story, picks, (commands, chosen) => {
  const done = told(commands);
  for (const { type } of done.world.journal) seen.set(type, (seen.get(type) ?? 0) + 1);
  const said = interleaved(done.world.journal, chosen);
  expect(complaints(said, done.model, momentsOf(done, chosen))).toEqual([]);
  expect(misnumbered(said)).toEqual([]);
});

describe('Who answers, whatever people do in several cases at once', () => {
  it('is exactly one unit and person at every moment, for every open stage and rescued person; the stage under a deadline', () => {
    const seen = new Map<string, number>();
    fc.assert(whoeverAnswers(seen), { numRuns: RUNS });
    // Or else the stories were too quiet to prove anything.
    expect([
      'stage.accepted', 'stage.returned', 'stage.expired', 'stage.closed', 'rescue.custody-transferred',
      'rescue.custody-declined', 'rescue.custody-offer-expired', 'rescue.custody-ended', 'rescue.protection-taken',
      'intake.merged', 'investigation.task-force-dissolved',
      'placement.taken-effect', 'clock.overdue', 'stage.request-withdrawn', 'stage.request-stands', 'cross-border.handed-over',
      'cross-border.reception-confirmed', 'investigation.measure-taken',
    ].filter((type) => !seen.has(type))).toEqual([]);
  }, 5 * MINUTE_MS);
});

describe('The proof', () => {
  it('notices every mistake in what was said', () => {
    const planted = new Map(MUTANTS.map(({ name }) => [name, 0]));
    fc.assert(fc.property(story, picks, fc.nat(1_000_000), (commands, chosen, pick) => {
      const done = told(commands);
      const said = interleaved(done.world.journal, chosen);
      for (const { name, plant } of MUTANTS) {
        const wrong = plant(said, pick);
        if (!wrong) continue;
        // What is said twice over, and has taken effect once, is no harm to the ledger; the numbers show it.
        const isHarm = ledgerOf(wrong) !== ledgerOf(said);
        if (isHarm) planted.set(name, planted.get(name)! + 1);
        expect([name, complaints(wrong, done.model, [done.world.now]).length > 0]).toEqual([name, isHarm]);
        if (wrong.length > said.length) expect([name, misnumbered(wrong).length > 0]).toEqual([name, true]);
      }
    }), { numRuns: 60 });
    expect([...planted].filter(([name, times]) => (name.endsWith('applied twice') ? times > 0 : times < 3))).toEqual([]);
  }, 5 * MINUTE_MS);

  const { accept, tick, withdraw } = Stage.prototype;
  const [take, watch] = [Custody.prototype.accept, StagedAggregate.prototype.watch];
  afterEach(() => {
    Object.assign(Stage.prototype, { accept, tick, withdraw });
    Custody.prototype.accept = take;
    StagedAggregate.prototype.watch = watch;
  });

  it.each([
    ['an acceptance changes nothing', () => {
      Stage.prototype.accept = function (given) {
        const { answers } = this;
        const said = accept.call(this, given);
        this.answers = answers;
        return said;
      };
    }],
    ['an offer that nobody answered is taken to be accepted', () => {
      Stage.prototype.tick = function (upTo) {
        const toUnit = this.offer?.toUnit;
        const said = tick.call(this, upTo);
        if (said.length > 0) this.answers = { ...this.answers, unitId: toUnit! };
        return said;
      };
    }],
    ['a withdrawal ends what somebody has taken', () => {
      Stage.prototype.withdraw = function (at) {
        this.taken = false;
        return withdraw.call(this, at);
      };
    }],
    ['the step of a stage begins without a deadline', () => {
      StagedAggregate.prototype.watch = () => [];
    }],
    ['a person whose care was accepted stays where they were', () => {
      Custody.prototype.accept = function (given) {
        const { holder } = this;
        const said = take.call(this, given);
        this.holder = holder;
        return said;
      };
    }],
  ])('notices a rule that is wrong: %s', (_, plant) => {
    plant();
    const { failed, counterexample } = fc.check(whoeverAnswers(), { numRuns: RUNS, endOnFailure: true });
    expect({ failed, isShown: counterexample !== null }).toEqual({ failed: true, isShown: true });
  }, 5 * MINUTE_MS);
});
