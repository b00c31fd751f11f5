import { describe, expect, it } from '@jest/globals';
import { ClockRules } from '#clocks';
import type { Actor, ClockRuleCode, Fact } from '#contracts';
import { Stage } from './stage.js';
import { StagedAggregate, type Receiver } from './staged-aggregate.js';

const rules = new ClockRules();
const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = (hour: number): string => new Date(Date.parse('2026-07-02T00:00:00.000Z') + hour * 3_600_000).toISOString();
const tao: Actor = { personId: id(1), unitId: '532528-psb', post: 'officer' };
const zhou: Actor = { personId: id(2), unitId: '532500-relief', post: 'placement-worker' };
const relief: Receiver = { unitId: zhou.unitId, personId: zhou.personId, isHeadOfBureau: false, superiorUnit: '532500-ca' };

/** A stage of which only the next step is said: as much as the five services have in common. */
class Errand extends StagedAggregate {
  next: ClockRuleCode | null = null;

  protected override get awaited(): ClockRuleCode | null {
    return this.next;
  }
}

let ids = 100;
const newId = (): string => id((ids += 1));

function anErrand({ taken = true } = {}): Errand {
  const [stage] = Stage.open({ stageId: id(10), kind: 'placement', answers: tao, at: at(0), taken });
  return Object.assign(new Errand(), { id: id(10), caseId: id(11), stage });
}

const watch = (errand: Errand, hour: number): Fact[] =>
  errand.watch({ at: at(hour), rules, newId, superiorUnit: '532500-psb' });
const said = (facts: readonly Fact[]): string[] =>
  facts.map(({ type, data }) => `${type} ${(data as { rule?: string }).rule ?? ''}`.trim());
const running = (errand: Errand): string[] => errand.clocks.allRunning().map(({ rule }) => rule);
const start = (errand: Errand, rule: ClockRuleCode, hour: number): Fact[] =>
  errand.clocks.start(rules, { clockId: newId(), rule, at: at(hour), answers: errand.stage.answers });
const offer = (errand: Errand, offerId: string, hour: number, by = tao): Fact[] => errand.offerStage(
  { offerId, by, toUnit: zhou.unitId, at: at(hour), expiresAt: at(hour + 24) }, relief);

describe('An open stage', () => {
  it('gets the general deadline where no other one runs, for whoever answers, and once', () => {
    const errand = anErrand();
    expect(errand.unwatched()).toBe(tao.unitId);
    expect(watch(errand, 1)).toEqual([{ type: 'clock.started', v: 1, data: {
      clockId: expect.any(String), rule: 'stage-next-step', ruleVersion: 1, unitId: tao.unitId, personId: tao.personId,
      dueAt: '2026-07-09T16:00:00.000Z',
    } }]);
    expect(errand.clocks.running('stage-next-step')!.answers.superiorUnit).toBe('532500-psb');
    expect(errand.unwatched()).toBeNull();
  });

  it('keeps it, and its due time, whatever else is done meanwhile', () => {
    const errand = anErrand();
    watch(errand, 1);
    const before = errand.clocks.running('stage-next-step');
    expect(watch(errand, 30)).toEqual([]);
    offer(errand, id(20), 31);
    expect(watch(errand, 31)).toEqual([]);
    errand.returnStage({ offerId: id(20), by: zhou, at: at(32), reason: 'no-capacity' });
    expect(watch(errand, 32)).toEqual([]);
    expect(errand.clocks.running('stage-next-step')).toEqual(before);
  });

  it('has no more need of it when another deadline begins, and needs it again when that one stops or stands still', () => {
    const errand = anErrand();
    watch(errand, 1);
    start(errand, 'placement-decision', 2);
    expect(said(watch(errand, 2))).toEqual(['clock.stopped stage-next-step']);
    errand.clocks.suspend('placement-decision', at(3));
    expect(said(watch(errand, 3))).toEqual(['clock.started stage-next-step']);
    errand.clocks.resume(rules, 'placement-decision', at(4));
    expect(said(watch(errand, 4))).toEqual(['clock.stopped stage-next-step']);
    errand.clocks.stop('placement-decision', at(5));
    expect(said(watch(errand, 5))).toEqual(['clock.started stage-next-step']);
  });

  it('is not under a deadline because the holder of a package is (V-1)', () => {
    const errand = anErrand();
    start(errand, 'relatives-contact', 1);
    expect(said(watch(errand, 1))).toEqual(['clock.started stage-next-step']);
    expect(running(errand).sort()).toEqual(['relatives-contact', 'stage-next-step']);
  });

  it('needs none while an offer waits, and one from when it expires on', () => {
    const errand = anErrand({ taken: false });
    offer(errand, id(20), 1);
    expect([errand.unwatched(), watch(errand, 1)]).toEqual([null, []]);
    expect(said([...errand.tick(at(25)), ...watch(errand, 25)])).toEqual(['stage.expired', 'clock.started stage-next-step']);
    expect(errand.clocks.running('stage-next-step')).toMatchObject({ startedAt: at(25), answers: { unitId: tao.unitId } });
  });

  it('has none when it is closed, taken or not', () => {
    const [errand, untaken] = [anErrand(), anErrand({ taken: false })];
    watch(errand, 1);
    errand.stage.close({ by: tao, at: at(2) });
    expect(said(watch(errand, 2))).toEqual(['clock.stopped stage-next-step']);
    watch(untaken, 1);
    untaken.stage.withdraw(at(2));
    expect(said(watch(untaken, 2))).toEqual(['clock.stopped stage-next-step']);
    expect([errand.unwatched(), watch(errand, 3)]).toEqual([null, []]);
  });
});

describe('A step with a deadline of its own', () => {
  it('has it beside whatever runs already, and in place of the general one', () => {
    const errand = anErrand();
    watch(errand, 1);
    errand.next = 'rescue-plan';
    expect(said(watch(errand, 2))).toEqual(['clock.started rescue-plan', 'clock.stopped stage-next-step']);
    start(errand, 'clue-feedback', 3);
    expect(watch(errand, 3)).toEqual([]);
    expect(running(errand).sort()).toEqual(['clue-feedback', 'rescue-plan']);
  });

  it('ends it, in time or late, and the next step begins in the same moment', () => {
    const errand = anErrand();
    errand.next = 'rescue-plan';
    watch(errand, 1);
    errand.next = 'person-reception';
    const facts = watch(errand, 50);
    // It was due after 48 hours; that it was late is said before it stops.
    expect(said(facts)).toEqual([
      'clock.started person-reception', 'clock.warned rescue-plan', 'clock.warned rescue-plan', 'clock.overdue rescue-plan',
      'clock.stopped rescue-plan',
    ]);
    expect(facts.at(-1)!.data).toMatchObject({ inTime: false });
  });

  it('waits until somebody has taken the stage', () => {
    const errand = anErrand({ taken: false });
    errand.next = 'rescue-plan';
    expect(said(watch(errand, 1))).toEqual(['clock.started stage-next-step']);
    offer(errand, id(20), 2);
    errand.acceptStage({ offerId: id(20), by: zhou, at: at(3) }, relief);
    expect(said(watch(errand, 3))).toEqual(['clock.started rescue-plan', 'clock.stopped stage-next-step']);
    expect(errand.clocks.running('rescue-plan')!.answers.unitId).toBe(zhou.unitId);
  });

  it('goes on for whoever takes the stage later: to hand it on wins no time', () => {
    const errand = anErrand();
    errand.next = 'rescue-plan';
    watch(errand, 1);
    const { dueAt } = errand.clocks.running('rescue-plan')!;
    offer(errand, id(20), 40);
    errand.acceptStage({ offerId: id(20), by: zhou, at: at(41) }, relief);
    expect(watch(errand, 41)).toEqual([]);
    expect(errand.clocks.running('rescue-plan')).toMatchObject({
      dueAt, answers: { unitId: zhou.unitId, superiorUnit: '532500-ca' },
    });
  });
});
