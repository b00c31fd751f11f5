import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#contracts';
import {
  anInvestigation, comforter, day, head, id, otherVerifier, refusalOf, solver, stranger, types, verifier, withTaskForce,
} from '../../test/an-investigation.js';
import type { Investigation } from './investigation.js';

const FATHER = 'MZ-2019-0147';
const MOTHER = 'MZ-2019-0148';
const CHILD = 'YS-2026-0031';

type Subject = 'parent' | 'rescued-person' | 'child-of-unknown-origin';
const enter = (investigation: Investigation, sampleNumber: string, by = solver, subject: Subject = 'parent') =>
  investigation.enterSample({ by, at: day(5), sampleNumber, subject });

function withSamples(): Investigation {
  const investigation = withTaskForce();
  enter(investigation, FATHER);
  enter(investigation, MOTHER);
  return investigation;
}

const VICTIM = id(700);
const father = { personId: id(701), relation: 'father', sampleNumber: FATHER } as const;
const mother = { personId: id(702), relation: 'mother', sampleNumber: MOTHER, identityDigest: 'c'.repeat(64) } as const;

const hit = (
  investigation: Investigation, sampleNumbers = [CHILD, FATHER, MOTHER], by = verifier, hitId = id(850),
  given: Partial<Parameters<Investigation['recordHit']>[0]> = {},
) => investigation.recordHit({
  by, at: day(7), hitId, sampleNumbers, relation: sampleNumbers.length === 2 ? 'duo-mother' : 'trio', victimId: VICTIM,
  parents: sampleNumbers.length === 2 ? [mother] : [mother, father], victims: [{ victimId: VICTIM, rescuedAt: null }], ...given,
});

describe('A blood sample (V-3)', () => {
  it('is entered once, by the team', () => {
    const investigation = withTaskForce();
    expect(enter(investigation, FATHER, comforter)).toEqual([{
      type: 'investigation.dna-sample-entered', v: 1, data: { sampleNumber: FATHER, subject: 'parent' },
    }]);
    expect(investigation.dna.samples).toEqual([{ sampleNumber: FATHER, subject: 'parent', enteredAt: day(5) }]);
    expect(enter(investigation, FATHER)).toEqual([]);
    expect(refusalOf(() => enter(investigation, FATHER, solver, 'rescued-person')).code).toBe('investigation.sample-differs');
    expect(refusalOf(() => enter(investigation, MOTHER, stranger)).code).toBe('access.not-answerable');
  });

  it('does not wait for a task force', () => {
    expect(types(enter(anInvestigation(), FATHER))).toEqual(['investigation.dna-sample-entered']);
  });
});

describe('A DNA hit (V-3)', () => {
  it('is recorded though the child\'s sample was entered by another bureau', () => {
    const investigation = withSamples();
    expect(hit(investigation)).toEqual([{ type: 'investigation.dna-hit-recorded', v: 2, data: {
      hitId: id(850), victimId: VICTIM, parents: [father, mother], relation: 'trio',
      samples: [FATHER, MOTHER, CHILD].map((sampleNumber) => ({ sampleNumber })),
    } }]);
    expect(investigation.dna.hits[0]).toMatchObject({ recordedBy: verifier.personId, confirmedBy: null });
    expect(hit(investigation, [MOTHER, CHILD, FATHER], otherVerifier, id(851))).toEqual([]);
  });

  it('is refused without a sample of this case, or with samples that make no trio or duo', () => {
    const elsewhere = { parents: [{ ...father, sampleNumber: 'XX-1' }, { ...mother, sampleNumber: 'XX-2' }] };
    expect(refusalOf(() => hit(withSamples(), ['XX-1', 'XX-2', 'XX-3'], verifier, id(850), elsewhere)).code)
      .toBe('investigation.no-own-sample');
    expect(refusalOf(() => hit(withSamples(), [FATHER, FATHER, CHILD])).code).toBe('investigation.samples-do-not-fit');
    expect(refusalOf(() => hit(withSamples(), [FATHER, MOTHER, CHILD, 'XX-1']))).toEqual({
      code: 'investigation.samples-do-not-fit', details: { relation: 'trio', needed: 3, given: 4 },
    });
    expect(refusalOf(() => hit(withSamples(), [CHILD, MOTHER], stranger)).code).toBe('access.not-answerable');
  });

  it('says whose it is: a child of this case, and the parents whose samples were compared', () => {
    const of = (given: object) => refusalOf(() => hit(withSamples(), undefined, undefined, undefined, given)).code;
    expect(of({ victimId: id(703) })).toBe('investigation.unknown-victim');
    for (const parents of [
      [mother], [mother, mother], [mother, { ...father, sampleNumber: 'XX-1' }], [mother, { ...father, sampleNumber: MOTHER }],
    ])
      expect(of({ parents })).toBe('investigation.parents-do-not-fit');
    const known = withSamples();
    hit(known);
    const others = { parents: [mother, { ...father, personId: id(704) }] };
    expect(refusalOf(() => hit(known, undefined, undefined, id(851), others))).toEqual({
      code: 'investigation.hit-differs', details: { hitId: id(850), victimId: VICTIM },
    });
  });

  it('names nobody as a parent by a sample of a child, nor a child by one of a parent', () => {
    const swapped = withTaskForce();
    enter(swapped, CHILD, solver, 'rescued-person');
    enter(swapped, 'YS-2026-0032', solver, 'child-of-unknown-origin');
    enter(swapped, FATHER);
    const pair = (parent: string, child: string) => hit(swapped, [parent, child], verifier, id(850), {
      relation: 'duo-father', parents: [{ ...father, sampleNumber: parent }],
    });
    expect(refusalOf(() => pair(CHILD, 'XX-1'))).toEqual({
      code: 'investigation.subject-does-not-fit', details: { sampleNumber: CHILD, subject: 'rescued-person' },
    });
    expect(refusalOf(() => pair('YS-2026-0032', 'XX-1')).code).toBe('investigation.subject-does-not-fit');
    expect(refusalOf(() => pair('XX-1', FATHER)).code).toBe('investigation.subject-does-not-fit');
    expect(types(pair(FATHER, CHILD))).toEqual(['investigation.dna-hit-recorded']);
  });

  it('is of a team that takes part: verifiers of other bureaus are one of the two, never both', () => {
    const elsewhere = withSamples();
    hit(elsewhere);
    const confirm = (investigation: Investigation, by: Actor) => investigation.confirmHit({ by, at: day(8), hitId: id(850) });
    expect(refusalOf(() => confirm(elsewhere, otherVerifier))).toEqual({
      code: 'access.not-answerable', details: { unitId: head.unitId },
    });
    expect(elsewhere.dna.hits[0]).toMatchObject({ confirmedBy: null });
    expect(types(confirm(elsewhere, comforter))).toEqual(['investigation.dna-hit-confirmed']);
    const ours = withSamples();
    hit(ours, undefined, solver);
    expect(types(confirm(ours, otherVerifier))).toEqual(['investigation.dna-hit-confirmed']);
  });

  it('is confirmed by a second person and by nobody else', () => {
    const investigation = withSamples();
    hit(investigation, undefined, solver);
    const confirm = (by = otherVerifier, hitId = id(850)) => investigation.confirmHit({ by, at: day(8), hitId });
    expect(refusalOf(() => confirm(solver))).toEqual({
      code: 'investigation.second-person-needed', details: { hitId: id(850), recordedBy: solver.personId },
    });
    expect(refusalOf(() => confirm(otherVerifier, id(999))).code).toBe('investigation.unknown-hit');
    expect(refusalOf(() => confirm(stranger)).code).toBe('access.not-answerable');
    expect(confirm()).toEqual([{ type: 'investigation.dna-hit-confirmed', v: 2, data: {
      hitId: id(850), victimId: VICTIM, parents: [father, mother],
      firstPerson: solver.personId, secondPerson: otherVerifier.personId,
    } }]);
    expect(investigation.dna.hits[0]).toMatchObject({ confirmedBy: otherVerifier.personId, confirmedAt: day(8) });
    expect(confirm(verifier)).toEqual([]);
  });
});

describe('A suspect (V-7)', () => {
  it('is recorded, and caught once', () => {
    const investigation = withTaskForce();
    const suspect = { suspectId: id(700), role: 'organiser', repeatOffender: true } as const;
    expect(investigation.recordSuspect({ by: solver, at: day(5), ...suspect })).toEqual([{
      type: 'investigation.suspect-recorded', v: 1, data: suspect,
    }]);
    expect(investigation.arrestSuspect({ by: solver, at: day(6), suspectId: id(700) })).toEqual([{
      type: 'investigation.suspect-caught', v: 1, data: { suspectId: id(700) },
    }]);
    expect(investigation.findings.suspects).toEqual([{ ...suspect, caughtAt: day(6) }]);
    expect(investigation.arrestSuspect({ by: solver, at: day(7), suspectId: id(700) })).toEqual([]);
  });

  it('is not caught when unknown, nor recorded by a stranger', () => {
    expect(refusalOf(() => withTaskForce().arrestSuspect({ by: solver, at: day(6), suspectId: id(701) }))).toEqual({
      code: 'investigation.unknown-suspect', details: { suspectId: id(701) },
    });
    expect(refusalOf(() => withTaskForce().recordSuspect({
      by: stranger, at: day(5), suspectId: id(700), role: 'broker', repeatOffender: false,
    })).code).toBe('access.not-answerable');
  });
});

describe('A buyer household (R-3)', () => {
  const DIGEST = 'a'.repeat(64);

  it('is found, too, when a suspect is recorded who has bought a person and whose id is known', () => {
    const record = (role: 'buyer' | 'seller') => withTaskForce().recordSuspect({
      by: solver, at: day(5), suspectId: id(700), role, repeatOffender: false, known: { digest: DIGEST, householdId: id(860) },
    }).slice(1);
    expect(record('buyer')).toEqual([{ type: 'investigation.buyer-identified', v: 1, data: {
      householdId: id(860), personIds: [id(700)], identities: [{ digest: DIGEST }],
    } }]);
    expect(record('seller')).toEqual([]);
  });

  const identify = (investigation: Investigation, given: {
    householdId?: string; fresh?: number; persons: { personId?: string; digest?: string }[]; by?: typeof head;
  }) => investigation.identifyBuyer({
    by: given.by ?? head, at: day(9), householdId: given.householdId, freshId: id(given.fresh ?? 860),
    persons: given.persons.map((person, index) => ({ ...person, freshId: id((given.fresh ?? 860) + 1 + index) })),
  });

  it('is known by household, by person and by the digest of a national id', () => {
    const investigation = withTaskForce();
    expect(identify(investigation, { persons: [{ digest: DIGEST }, {}] })).toEqual([{
      type: 'investigation.buyer-identified', v: 1,
      data: { householdId: id(860), personIds: [id(861), id(862)], identities: [{ digest: DIGEST }] },
    }]);
    expect(investigation.findings.buyers).toEqual([
      { householdId: id(860), persons: [{ personId: id(861), digest: DIGEST, records: [] }, { personId: id(862), records: [] }] },
    ]);
  });

  it('is the same one when a person is recognised; a repeat says nothing', () => {
    const investigation = withTaskForce();
    identify(investigation, { persons: [{ digest: DIGEST }] });
    expect(identify(investigation, { fresh: 870, persons: [{ digest: DIGEST }] })).toEqual([]);
    expect(identify(investigation, { fresh: 880, persons: [{ digest: DIGEST }, { digest: 'b'.repeat(64) }] })[0]!.data).toEqual({
      householdId: id(860), personIds: [id(882)], identities: [{ digest: 'b'.repeat(64) }],
    });
    expect(investigation.findings.buyers).toHaveLength(1);
  });

  it('leaves no way round: every id and every digest of these people becomes a mark', () => {
    const investigation = withTaskForce();
    identify(investigation, { householdId: id(860), persons: [{ personId: id(861) }] });
    expect(identify(investigation, { householdId: id(860), persons: [{ personId: id(861), digest: DIGEST }] })[0]!.data).toEqual({
      householdId: id(860), personIds: [id(861)], identities: [{ digest: DIGEST }],
    });
    expect(identify(investigation, { householdId: id(890), persons: [{ personId: id(861), digest: DIGEST }] })[0]!.data).toEqual({
      householdId: id(890), personIds: [id(861)], identities: [{ digest: DIGEST }],
    });
    expect(identify(investigation, { householdId: id(860), persons: [{ personId: id(891), digest: DIGEST }] })[0]!.data)
      .toMatchObject({ householdId: id(860), personIds: [id(891)] });
  });

  it('is not named by a stranger', () => {
    expect(refusalOf(() => identify(withTaskForce(), { persons: [{}], by: stranger })).code).toBe('access.not-answerable');
  });
});
