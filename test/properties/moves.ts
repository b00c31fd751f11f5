import fc from 'fast-check';
import { expect } from '@jest/globals';
import { PEOPLE, unitOf } from './cast.js';
import { reactionsTo, type Deed } from './deeds.js';
import { menu, waiting, type Choice } from './menu.js';
import type { Model } from './model.js';
import type { World } from './world.js';
import { receiveClue } from './work.js';

type Move = fc.Command<Model, World>;

/** Somebody does a thing, or tries to; the model says beforehand what must come of it. @returns whether anything did. */
function attempt(model: Model, world: World, deed: Deed, minutesAgo = 0): boolean {
  const at = world.before(minutesAgo);
  const expected = model.expects(deed, at);
  const outcome = world.run(deed.service, { by: deed.by, at }, deed.work);
  const said = 'said' in outcome ? outcome.said : [];
  const came = said.length > 0 ? 'done' : 'nothing';
  if (expected !== 'either' && came !== expected)
    throw new Error(`"${deed.name}" by ${deed.by.unitId} had to be ${expected} and was ${came}: ${JSON.stringify(outcome)}`);
  if (said.length > 0) model.apply(deed, at, said);
  expect(model.differences()).toEqual([]);
  expect(world.stains).toEqual([]);
  return said.length > 0;
}

const caseAt = (world: World, pick: number): string | undefined => world.cases[pick % Math.max(1, world.cases.length)];

function weighted(choices: readonly Choice[], pick: number): Choice | undefined {
  const sensible = choices.filter(({ weight }) => weight > 0);
  const total = sensible.reduce((sum, { weight }) => sum + weight, 0);
  let left = ((pick % 10_007) / 10_007) * total;
  return sensible.find(({ weight }) => (left -= weight) < 0);
}

/** A matter comes in at one of the police units; at most four of them. */
class Receive implements Move {
  constructor(private readonly pick: number) {}
  check(): boolean { return true; }

  run(model: Model, world: World): void {
    if (world.cases.length >= 4) return;
    const staff = unitOf(['532503-wenlan-ps', '532528-psb'][this.pick % 2]!).people;
    attempt(model, world, receiveClue(world, staff[this.pick % staff.length]!));
  }

  toString(): string { return `receive(${this.pick})`; }
}

/** People do what comes next in a case, and what they have said reaches the others. */
class GoOn implements Move {
  constructor(private readonly pick: number, private readonly picks: readonly number[]) {}
  check(): boolean { return true; }

  run(model: Model, world: World): void {
    const caseId = caseAt(world, this.pick);
    if (!caseId) return;
    for (const pick of this.picks) {
      world.pass(pick % 40);
      for (const { service, source } of waiting(world, caseId)) hear(model, world, { caseId, service, source, count: pick % 6 });
      const chosen = weighted(menu(world, caseId, pick), pick);
      if (chosen) attempt(model, world, chosen.deed(chosen.right), pick % 9 === 0 ? pick % 70 : 0);
    }
  }

  toString(): string { return `goOn(${this.pick}, [${this.picks.join(',')}])`; }
}

/** Anybody tries anything, also what happened a while ago. */
class Try implements Move {
  constructor(private readonly pick: number, private readonly who: number, private readonly minutesAgo: number) {}
  check(): boolean { return true; }

  run(model: Model, world: World): void {
    const caseId = caseAt(world, this.pick);
    if (!caseId) return;
    const choices = menu(world, caseId, this.pick);
    const chosen = choices[this.pick % Math.max(1, choices.length)];
    if (!chosen) return;
    const by = this.who % 2 === 0 ? chosen.right : PEOPLE[this.who % PEOPLE.length]!;
    attempt(model, world, chosen.deed(by), this.minutesAgo);
  }

  toString(): string { return `try(${this.pick}, ${this.who}, ${this.minutesAgo} min ago)`; }
}

/** Time passes; then the sweeper comes by, or it is late and comes another time. */
class Wait implements Move {
  constructor(private readonly hours: number, private readonly isSwept: boolean) {}
  check(): boolean { return true; }

  run(model: Model, world: World): void {
    world.pass(this.hours * 60);
    if (!this.isSwept) return;
    world.sweep();
    model.sweep(world.now);
    expect(world.sweep()).toBe(0);
    expect(model.differences()).toEqual([]);
  }

  toString(): string { return `wait(${this.hours} h${this.isSwept ? '' : ', unswept'})`; }
}

/** Facts of one service about one case reach another one, in their order. */
function hear(
  model: Model, world: World, from: { caseId: string; service: ReturnType<typeof waiting>[number]['service'];
    source: ReturnType<typeof waiting>[number]['source']; count: number; },
): void {
  for (let n = 0; n < from.count; n += 1) {
    const said = world.hear(from.service, from.caseId, from.source);
    if (!said) return;
    for (const deed of reactionsTo(world, from.service, said)) react(model, world, deed, said.occurredAt);
  }
}

/** What a service does of itself is never refused; what comes of it the model says as of everything else. */
function react(model: Model, world: World, deed: Deed, happenedAt: string): void {
  const { notBefore = happenedAt } = deed;
  const at = notBefore > happenedAt ? notBefore : happenedAt;
  const expected = model.expects(deed, at);
  const outcome = world.run(deed.service, { by: deed.by, at }, deed.work);
  if (!('said' in outcome)) throw new Error(`"${deed.name}" was refused: ${outcome.refused}`);
  const came = outcome.said.length > 0 ? 'done' : 'nothing';
  if (expected !== 'either' && came !== expected) throw new Error(`"${deed.name}" had to be ${expected} and was ${came}`);
  if (came === 'done') model.apply(deed, at, outcome.said);
}

const pick = fc.nat(1_000_000);
/** Mostly less than a day or some days; sometimes until somebody who lives somewhere now is visited. */
const HOURS = fc.oneof(
  { weight: 6, arbitrary: fc.nat(6) }, { weight: 6, arbitrary: fc.nat(80) },
  { weight: 1, arbitrary: fc.integer({ min: 24 * 25, max: 24 * 100 }) },
);

/** What happens to two to four cases at once. */
export const moves: fc.Arbitrary<Move>[] = [
  pick.map((n) => new Receive(n)),
  fc.tuple(pick, fc.array(pick, { minLength: 1, maxLength: 12 })).map(([n, picks]) => new GoOn(n, picks)),
  fc.tuple(pick, fc.array(pick, { minLength: 6, maxLength: 25 })).map(([n, picks]) => new GoOn(n, picks)),
  fc.tuple(pick, pick, fc.oneof(fc.constant(0), fc.nat(300))).map(([n, who, ago]) => new Try(n, who, ago)),
  fc.tuple(pick, pick, fc.oneof(fc.constant(0), fc.nat(3_000))).map(([n, who, ago]) => new Try(n, who, ago)),
  fc.tuple(HOURS, fc.boolean()).map(([hours, isSwept]) => new Wait(hours, isSwept)),
];
