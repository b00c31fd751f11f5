import { describe, expect, it } from '@jest/globals';
import { Refusal, type Actor } from '#contracts';
import { AskingStage } from './asking-stage.js';
import { Requests } from './requests.js';
import type { StageElsewhere } from './stage-request.js';
import { Stage } from './stage.js';

const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = (hour: number): string => `2026-07-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const tao: Actor = { personId: id(1), unitId: '532528-psb', post: 'officer' };
const stranger: Actor = { personId: id(2), unitId: '532501-psb', post: 'officer' };
const [HOA, MAI, REQUEST] = [id(10), id(11), id(20)];

class AnyStage extends AskingStage {}

/** A stage that has asked for the placement of two persons. */
function aStage(taken = true): AnyStage {
  const [stage] = Stage.open({ stageId: id(3), kind: 'rescue', answers: tao, at: at(1), taken });
  const asking = Object.assign(new AnyStage(), { id: id(3), caseId: id(4), stage });
  asking.requests.ask({ requestId: REQUEST, stage: 'placement', toUnit: '532500-relief', victimIds: [HOA, MAI, HOA] });
  return asking;
}

const opened = (given: Partial<StageElsewhere> = {}): StageElsewhere =>
  ({ stage: 'placement', requestId: REQUEST, victimId: HOA, taken: false, closed: false, ...given });
const withdrawal = { by: tao, at: at(5), requestId: REQUEST, reason: 'wrong-unit' as const, elsewhere: [] as StageElsewhere[] };
const mayAsk = ({ requests }: AnyStage, victimIds: string[], elsewhere: StageElsewhere[] = []): string =>
  code(() => requests.mayAsk({ stage: 'placement', victimIds }, elsewhere));

function code(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'no refusal';
}

describe('What a stage has asked for', () => {
  it('is asked for once per victim until it is closed or withdrawn', () => {
    const asking = aStage();
    expect(asking.requests.all).toMatchObject([{ victimIds: [HOA, MAI] }]);
    expect([mayAsk(asking, [MAI]), mayAsk(asking, [id(12)])]).toEqual(['stage.already-requested', 'no refusal']);
    const closed = [opened({ taken: true, closed: true }), opened({ victimId: MAI, taken: true })];
    expect([mayAsk(asking, [HOA], closed), mayAsk(asking, [MAI], closed)]).toEqual(['no refusal', 'stage.already-requested']);
    asking.withdrawRequest(withdrawal);
    expect(mayAsk(asking, [HOA, MAI])).toBe('no refusal');
    const theirs = opened({ requestId: id(29), victimId: MAI });
    expect([mayAsk(asking, [HOA], [theirs]), mayAsk(asking, [MAI], [theirs])]).toEqual(['no refusal', 'stage.already-requested']);
    expect(mayAsk(asking, [MAI], [{ ...theirs, stage: 'cross-border' }, { ...theirs, closed: true }])).toBe('no refusal');
  });

  it('is of the whole case where an investigation is meant', () => {
    const { requests } = aStage();
    requests.ask({ requestId: id(21), stage: 'investigation', toUnit: '532503-psb', victimIds: [HOA] });
    expect(code(() => requests.mayAsk({ stage: 'investigation', victimIds: [MAI] }, []))).toBe('stage.already-requested');
  });

  it('is withdrawn while nobody has taken it, once, and the unit that asked answers on', () => {
    const asking = aStage();
    expect(asking.withdrawRequest({ ...withdrawal, elsewhere: [opened()] })).toEqual([
      { type: 'stage.request-withdrawn', v: 1, data: { requestId: REQUEST, stage: 'placement', reason: 'wrong-unit' } }]);
    expect(asking.requests.all).toMatchObject([{ requestId: REQUEST, withdrawnAt: at(5) }]);
    expect(asking.stage).toMatchObject({ state: 'open', answers: { unitId: tao.unitId }, since: at(5) });
    expect(asking.withdrawRequest({ ...withdrawal, at: at(6) })).toEqual([]);
  });

  it('is withdrawn for those whom nobody has taken; whoever has taken one keeps them', () => {
    const asking = aStage();
    const half = [opened({ taken: true }), opened({ victimId: MAI })];
    expect(asking.withdrawRequest({ ...withdrawal, elsewhere: half })).toHaveLength(1);
    expect(asking.requests.statesFor(HOA, half)).toEqual(['taken']);
    expect(asking.requests.statesFor(MAI, half)).toEqual(['gone']);
  });

  it('is not withdrawn when it is taken, unknown, another unit\'s, or of a stage that nobody has taken', () => {
    const refusal = (asking: AnyStage, given: Partial<typeof withdrawal> = {}): string =>
      code(() => asking.withdrawRequest({ ...withdrawal, ...given }));
    expect(refusal(aStage(), { elsewhere: [opened({ taken: true })] })).toBe('stage.request-taken');
    expect(refusal(aStage(), { elsewhere: [opened({ taken: true, closed: true })] })).toBe('stage.request-taken');
    expect(refusal(aStage(), { requestId: id(99) })).toBe('stage.unknown-request');
    expect(refusal(aStage(), { by: stranger })).toBe('access.not-answerable');
    expect(refusal(aStage(false))).toBe('stage.not-accepted');
    expect(refusal(aStage(), { at: at(0) })).toBe('time.before-last-change');
  });

  it('stays taken where it was taken in the moment in which it was withdrawn', () => {
    const asking = aStage();
    asking.withdrawRequest(withdrawal);
    const taken = [opened({ taken: true }), opened({ victimId: MAI, taken: true })];
    expect(asking.requests.that(taken, (state) => state === 'taken')).toEqual([REQUEST]);
  });

  it('counts as taken when the withdrawal came too late, and as withdrawn when it was closed before anybody took it', () => {
    const asking = aStage();
    const heed = (elsewhere: StageElsewhere[]) => asking.heedRequest({ requestId: REQUEST, elsewhere, at: at(6) });
    expect([heed([opened({ taken: true })]), asking.requests.isAnyMade]).toEqual([[], true]);
    asking.withdrawRequest(withdrawal);
    expect([heed([opened({ closed: true })]), asking.requests.isAnyMade]).toEqual([[], false]);
    const stands = { type: 'stage.request-stands', v: 1, data: { requestId: REQUEST, stage: 'placement' } };
    expect([heed([opened({ taken: true })]), asking.requests.isAnyMade]).toEqual([[stands], true]);
    expect([heed([opened({ taken: true })]), heed([opened()]), asking.requests.isAnyMade]).toEqual([[], [], true]);
    expect(heed([opened({ closed: true })])).toMatchObject([{ type: 'stage.request-withdrawn', data: { reason: 'not-needed' } }]);
    expect(asking.requests.isAnyMade).toBe(false);
    expect(asking.heedRequest({ requestId: id(99), elsewhere: [], at: at(6) })).toEqual([]);
    asking.stage.state = 'closed';
    expect([heed([opened({ taken: true })]), asking.requests.isAnyMade]).toEqual([[stands], true]);
  });

  it('is not asked for by a second one where the first named the same victims, though the stage names none', () => {
    const theirs = opened({ stage: 'rescue', requestId: id(30), victimId: null, victimIds: [HOA] });
    const ask = (victimIds: string[], elsewhere: StageElsewhere[]) =>
      code(() => Requests.from().mayAsk({ stage: 'rescue', victimIds }, elsewhere));
    expect([ask([HOA, MAI], [theirs]), ask([MAI], [theirs])]).toEqual(['stage.already-requested', 'no refusal']);
    expect([ask([HOA], [{ ...theirs, closed: true }]), ask([HOA], [{ ...theirs, victimIds: null }])])
      .toEqual(['no refusal', 'no refusal']);
  });

  it('has a limit', () => {
    const { requests } = aStage();
    for (let n = 1; n < 100; n += 1)
      requests.ask({ requestId: id(100 + n), stage: 'rescue', toUnit: '532501-psb', victimIds: [MAI] });
    expect(code(() => requests.mayAsk({ stage: 'cross-border', victimIds: [HOA] }, []))).toBe('stage.too-many-requests');
  });

  it('survives being stored and revived', () => {
    const revived = Requests.from(JSON.parse(JSON.stringify(aStage().requests)));
    expect(revived.waiting('placement', [])).toMatchObject([{ requestId: REQUEST }]);
  });
});
