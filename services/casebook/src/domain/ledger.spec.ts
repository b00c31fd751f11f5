import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CustodyDeclined, CustodyEnded, CustodyOffered, CustodyOfferExpired, CustodyTaken, CustodyTransferred, fact, PersonRescued,
  StageAccepted, StageClosed, StageExpired, StageOffered, StageOpened, StageReturned, type Fact,
} from '#contracts';
import { careHistory, stageHistory } from '../../test/histories.js';
import { idOf, minute, Sayings } from '../../test/sayings.js';
import { checkTiling, custodyKey, foldCustody, foldStages, holdersAt } from './ledger.js';

const [caseId, stageId, victimId] = [idOf(1), idOf(2), idOf(3)];
const named = { stageId, stage: 'investigation' as const };
const [pu, kong] = [{ unitId: '532503-psb', personId: idOf(11) }, { unitId: '532503-psb', personId: idOf(12) }];
const offer = fact(StageOffered, {
  ...named,
  offerId: idOf(20),
  fromUnit: pu.unitId, fromPerson: pu.personId, toUnit: kong.unitId,
  expiresAt: minute(99),
  escalateTo: '532500-psb',
});

const stageAfter = (...said: [minutes: number, fact: Fact][]) => {
  const sayings = new Sayings();
  for (const [minutes, one] of said)
    sayings.say({ source: 'investigation', caseId, subjectId: stageId, at: minute(minutes), facts: [one] });
  return foldStages(sayings.facts).get(stageId)!;
};

describe('The ledger of a stage', () => {
  const opened: [number, Fact] = [0, fact(StageOpened, { ...named, ...pu })];

  it('begins with whoever opened it', () => {
    const { now, intervals } = stageAfter(opened);
    expect(now).toMatchObject({ state: 'open', taken: true, ...pu, sinceAt: minute(0), offerId: null });
    expect(intervals).toEqual([expect.objectContaining({ ...pu, stage: 'investigation', fromAt: minute(0), toAt: null })]);
  });

  it('waits for its first acceptance where another stage asked for it', () => {
    const { now } = stageAfter([0, fact(StageOpened, { ...named, ...pu, requestId: idOf(9) })]);
    expect(now).toMatchObject({ taken: false, ...pu });
  });

  it('an offer moves nothing until it is accepted', () => {
    const { now, intervals } = stageAfter(opened, [5, offer]);
    expect(now).toMatchObject({
      ...pu,
      offerId: idOf(20),
      offerToUnit: kong.unitId,
      offerExpiresAt: minute(99),
      offerEscalateTo: '532500-psb',
    });
    expect(intervals).toHaveLength(1);
  });

  it('passes on acceptance, from that moment on', () => {
    const { now, intervals } = stageAfter(opened, [5, offer], [7, fact(StageAccepted, { ...named, offerId: idOf(20), ...kong })]);
    expect(now).toMatchObject({ ...kong, sinceAt: minute(7), offerId: null, lastOutcome: 'accepted' });
    expect(intervals.map(({ personId, fromAt, toAt }) => [personId, fromAt, toAt]))
      .toEqual([[pu.personId, minute(0), minute(7)], [kong.personId, minute(7), null]]);
  });

  it('stays where it is when the offer is returned or expires, and says so', () => {
    const returned = stageAfter(opened, [5, offer],
      [6, fact(StageReturned, { ...named, offerId: idOf(20), byUnit: kong.unitId, reason: 'no-capacity' })]);
    expect(returned.now).toMatchObject({
      ...pu, offerId: null, lastOutcome: 'returned', lastReason: 'no-capacity', lastOutcomeUnit: kong.unitId,
    });
    const expired = stageAfter(opened, [5, offer],
      [99, fact(StageExpired, { ...named, offerId: idOf(20), toUnit: kong.unitId, ...pu, toldUnit: '532500-psb' })]);
    expect(expired.now).toMatchObject({
      ...pu, offerId: null, lastOutcome: 'expired',
      lastOutcomeAt: minute(99),
      toldUnit: '532500-psb',
    });
    expect([...returned.intervals, ...expired.intervals]).toHaveLength(2);
    const again = stageAfter(opened, [5, offer],
      [99, fact(StageExpired, { ...named, offerId: idOf(20), toUnit: kong.unitId, ...pu })], [100, offer]);
    expect(again.now).toMatchObject({ lastOutcome: null, offerId: idOf(20) });
  });

  it('ends when it is closed', () => {
    const { now, intervals } = stageAfter(opened, [9, fact(StageClosed, { ...named, abandoned: true })]);
    expect(now).toMatchObject({ state: 'closed', closedAt: minute(9), abandoned: true });
    expect(intervals).toEqual([expect.objectContaining({ toAt: minute(9), ended: true })]);
  });

  it('tiles, whatever the protocol allows: at every moment exactly one answers', () => {
    fc.assert(fc.property(stageHistory({ caseId, stageId, stage: 'rescue' }), fc.nat(10_000), ({ sayings }, minutes) => {
      const said = sayings.reduce((all, saying) => all.say(saying), new Sayings());
      const { now, intervals } = foldStages(said.facts).get(stageId)!;
      expect(checkTiling(intervals)).toEqual([]);
      const at = minute(minutes);
      expect(holdersAt(intervals, at)).toHaveLength(now.closedAt === null || at < now.closedAt ? 1 : 0);
      expect(holdersAt(intervals, minute(9_999_999)).map(({ personId }) => personId)).toEqual(
        now.state === 'open' ? [now.personId] : [],
      );
    }));
  });
});

const careAfter = (...said: [minutes: number, fact: Fact][]) => {
  const sayings = new Sayings();
  for (const [minutes, one] of said)
    sayings.say({ source: 'rescue', caseId, subjectId: idOf(7), at: minute(minutes), facts: [one] });
  return foldCustody(sayings.facts).get(custodyKey(caseId, victimId))!;
};

describe('The ledger of care', () => {
  const custody = { custodyId: idOf(7), victimId };
  const police = { kind: 'unit' as const, ...pu };
  const relief = { kind: 'unit' as const, unitId: '532503-relief-station', personId: idOf(13) };
  const rescued: [number, Fact] = [0, fact(PersonRescued, { victimId, planId: idOf(8), present: [] })];
  const taken: [number, Fact] = [0, fact(CustodyTaken, { ...custody, ...police })];

  it('R-4: begins with the rescue, and has no gap when somebody takes the victim in that minute', () => {
    const { now, intervals } = careAfter(rescued, taken);
    expect(now).toMatchObject({ state: 'held', ...pu, sinceAt: minute(0) });
    expect(checkTiling(intervals)).toEqual([]);
  });

  it('R-4: time between the rescue and the first holder is a gap', () => {
    expect(careAfter(rescued).now.state).toBe('awaited');
    const { intervals } = careAfter(rescued, [12, taken[1]]);
    expect(checkTiling(intervals)).toEqual([expect.objectContaining({ kind: 'gap', fromAt: minute(0), toAt: minute(12) })]);
  });

  it('an offer that waits, is declined or expires leaves the holder', () => {
    const offered: [number, Fact] = [5, fact(CustodyOffered, { ...custody, offerId: idOf(30), ...relief })];
    expect(careAfter(rescued, taken, offered).now).toMatchObject({ ...pu, offerToUnit: relief.unitId, offeredAt: minute(5) });
    for (const answer of [
      fact(CustodyDeclined, { ...custody, offerId: idOf(30) }),
      fact(CustodyOfferExpired, { ...custody, offerId: idOf(30), toUnit: relief.unitId }),
    ])
      expect(careAfter(rescued, taken, offered, [6, answer]).now).toMatchObject({ ...pu, offerId: null, state: 'held' });
  });

  it('passes on, to a unit and to a relative, and ends', () => {
    const { now, intervals } = careAfter(
      rescued, taken,
      [5, fact(CustodyTransferred, { ...custody, offerId: idOf(30), ...relief })],
      [9, fact(CustodyTransferred, { ...custody, kind: 'relative', personId: idOf(40), relation: 'mother' })],
      [20, fact(CustodyEnded, { ...custody, reason: 'with-family' })]);
    expect(
      intervals.filter(({ vacant }) => !vacant).map(({ unitId, relation, fromAt, toAt }) => [unitId, relation, fromAt, toAt]),
    ).toEqual([
      [pu.unitId, null, minute(0), minute(5)],
      [relief.unitId, null, minute(5), minute(9)],
      [null, 'mother', minute(9), minute(20)],
    ]);
    expect(now).toMatchObject({ state: 'ended', endReason: 'with-family', unitId: null });
    expect(checkTiling(intervals)).toEqual([]);
  });

  it('R-4: two who take the same victim are found', () => {
    const { intervals } = careAfter(rescued, taken, [3, fact(CustodyTaken, { ...custody, ...relief })]);
    expect(checkTiling(intervals)).toEqual([expect.objectContaining({ kind: 'two-holders', fromAt: minute(3), toAt: null })]);
  });

  it('R-4: whoever takes over after the end leaves a gap; a second rescue does not', () => {
    const home: [number, Fact] = [9, fact(CustodyEnded, { ...custody, reason: 'with-family' })];
    const retaken = careAfter(rescued, taken, home, [20, fact(CustodyTaken, { ...custody, ...relief })]);
    expect(checkTiling(retaken.intervals)).toEqual([]);
    expect(retaken.intervals.map(({ toAt, ended: isEnd }) => [toAt === null, isEnd])).toEqual([[false, true], [true, false]]);
    expect(retaken.now).toMatchObject({ state: 'held', unitId: relief.unitId, endReason: null });
    const ended: [number, Fact] = [9, fact(CustodyEnded, { ...custody, reason: 'own-will' })];
    expect(checkTiling(careAfter(rescued, taken, ended, [20, fact(CustodyTransferred, { ...custody, ...relief })]).intervals))
      .toEqual([expect.objectContaining({ kind: 'gap', fromAt: minute(9), toAt: minute(20) })]);
    expect(checkTiling(careAfter(rescued, taken, ended, [20, rescued[1]], [20, taken[1]]).intervals)).toEqual([]);
  });

  it('tiles from the rescue to the end of care, whatever the rescue service allows', () => {
    fc.assert(fc.property(careHistory({ caseId, victimId }), fc.nat(6_000), ({ sayings }, minutes) => {
      const said = sayings.reduce((all, saying) => all.say(saying), new Sayings());
      const { now, intervals } = foldCustody(said.facts).get(custodyKey(caseId, victimId))!;
      expect(checkTiling(intervals)).toEqual([]);
      const at = minute(minutes);
      expect(holdersAt(intervals, at)).toHaveLength(now.state === 'held' || at < now.sinceAt ? 1 : 0);
    }));
  });
});
