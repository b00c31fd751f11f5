import { describe, expect, it } from '@jest/globals';
import { ClockRules } from '#clocks';
import { Refusal, type Actor } from '#contracts';
import { fromMissingReport } from './beginning.js';
import type { Intake } from './intake.js';

const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const AT = '2026-07-02T02:00:00.000Z';
const duty: Actor = { personId: id(1), unitId: '532528-psb', post: 'duty-officer' };
const CHILD = { victimId: id(10), sex: 'female' as const, minor: true, nationality: 'VN', personRecords: [id(11)] };
const opening = { by: duty, at: AT, caseNumber: 'GT-532528-2026-0001', kind: 'child-abduction' as const };
const said = {
  by: duty, at: AT, victimId: id(10), minor: true, basis: 'born-on' as const, isOnRecord: false, personRecord: id(20),
  elsewhere: [],
};

/** A child was reported missing, of whom nobody knew the age. */
const aMissingChild = (): Intake => fromMissingReport({
  id: id(2), caseId: id(3), division: '532528', isDivisionKnown: true, triageClockId: id(4), acceptClockId: id(5),
  rules: new ClockRules(), by: duty, at: AT, reportedAt: AT, ageYears: undefined,
  report: { reportId: id(6), missingSince: AT, reporterRecord: null }, person: CHILD,
})[0];

const code = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
};

describe('The age of a victim (R-3)', () => {
  it('is said once: just this age again changes nothing, until something else follows from it', () => {
    const intake = aMissingChild();
    expect(intake.sayAge({ ...said, isOnRecord: true })).toEqual([]);
    expect(intake.victims[0]!.personRecords).toEqual([id(11)]);
    expect(intake.sayAge({ ...said, isOnRecord: true, minor: false })).toHaveLength(1);
  });

  it('is not judged where a day of birth is on record, which another day of birth corrects', () => {
    const intake = aMissingChild();
    for (const basis of ['judged', 'judged', 'born-on', 'born-on'] as const)
      expect(intake.sayAge({ ...said, basis })).toHaveLength(1);
    const before = structuredClone(intake.victims);
    const judged = { ...said, minor: false, basis: 'judged' as const };
    const restated = [{ ...CHILD, minor: false, ageBasis: 'judged' as const }];
    expect(code(() => intake.sayAge(judged))).toBe('intake.birth-date-known');
    expect(code(() => intake.openCase({ ...opening, victims: restated }))).toBe('intake.birth-date-known');
    expect(code(() => intake.sayAge({ ...judged, by: { ...duty, unitId: '532503-psb' } }))).toBe('access.not-answerable');
    expect([intake.victims, intake.case]).toEqual([before, null]);
    intake.openCase({ ...opening, victims: [CHILD] });
    expect(code(() => intake.sayAge(judged))).toBe('intake.birth-date-known');
  });

  it('is said until there are fifty records of a victim', () => {
    const intake = aMissingChild();
    for (let n = 1; n < 50; n += 1) intake.sayAge({ ...said, personRecord: id(100 + n) });
    expect(code(() => intake.sayAge(said))).toBe('intake.too-many-person-records');
    expect(intake.victims[0]!.personRecords).toHaveLength(50);
    expect(intake.sayAge({ ...said, isOnRecord: true })).toEqual([]);
  });
});
