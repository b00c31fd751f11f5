import { ClockRules } from '#clocks';
import { Refusal, type Actor, type CaseKind, type PackageKind } from '#contracts';
import type { Receiver } from '#stages';
import { Investigation } from '../src/domain/investigation.js';
import type { KnownVictim } from '../src/domain/package-done.js';
import type { Candidate } from '../src/domain/task-force.js';

/** Invented people of an invented bureau; nothing here resembles a victim. */
export const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const day = (n: number): string => `2019-10-${String(n).padStart(2, '0')}T01:00:00.000Z`;
/** Four hours after the acceptance: within the day that the rule gives. */
export const FORMED = '2019-10-01T05:00:00.000Z';
export const rules = new ClockRules();

export const BUREAU = '532503-psb';
export const STATION = '532503-wenlan-ps';
export const dutyOfficer: Actor = { personId: id(1), unitId: STATION, post: 'duty-officer' };
export const head: Actor = { personId: id(2), unitId: BUREAU, post: 'head' };
export const solver: Actor = { personId: id(3), unitId: BUREAU, post: 'squad-leader' };
export const rescuer: Actor = { personId: id(4), unitId: BUREAU, post: 'officer' };
export const comforter: Actor = { personId: id(5), unitId: STATION, post: 'officer' };
export const nextHead: Actor = { personId: id(6), unitId: BUREAU, post: 'head' };
export const stranger: Actor = { personId: id(7), unitId: '532504-psb', post: 'officer' };
export const verifier: Actor = { personId: id(8), unitId: '530000-psb', post: 'verifier' };
export const otherVerifier: Actor = { personId: id(9), unitId: '530000-psb', post: 'verifier' };

export const VICTIM = id(50);
export const OTHER_VICTIM = id(51);

export const asReceiver = (actor: Actor, isHeadOfBureau = actor.post === 'head', division = '532503'): Receiver => ({
  unitId: actor.unitId, personId: actor.personId, unitKind: 'public-security', division, superiorUnit: '532500-psb',
  isHeadOfBureau,
});

export const aCandidate = (kind: PackageKind, { personId, unitId }: Actor): Candidate => ({
  package: kind, unitId, personId, holdsPost: true, unitKind: unitId === STATION ? 'police-station' : 'public-security',
  superiorUnit: '532500-psb',
});

export const theThree = (): Candidate[] => [
  aCandidate('comfort', comforter), aCandidate('solve', solver), aCandidate('rescue', rescuer),
];

/** A case that a unit was asked to investigate and has not accepted yet. */
export function anOfferedInvestigation(caseKind: CaseKind | null = 'child-abduction'): Investigation {
  const [investigation] = Investigation.open({
    id: id(100), caseId: id(200), caseKind, division: '532503', requestId: id(300), by: dutyOfficer, at: day(1),
  });
  investigation.offerStage(
    { offerId: id(400), by: dutyOfficer, toUnit: BUREAU, at: day(1), expiresAt: day(2) },
    { ...asReceiver(head), personId: undefined },
  );
  return investigation;
}

/** Accepted; `by` answers for it. A child case has its clock for the task force running. */
export function anInvestigation(caseKind: CaseKind | null = 'child-abduction', by: Actor = head): Investigation {
  const investigation = anOfferedInvestigation(caseKind);
  investigation.acceptStage({ offerId: id(400), by, at: day(1) }, asReceiver(by));
  investigation.whenTaken({ at: day(1), rules, newId: () => id(500) }, asReceiver(by));
  return investigation;
}

export function withTaskForce(caseKind: CaseKind = 'child-abduction'): Investigation {
  const investigation = anInvestigation(caseKind);
  form(investigation);
  return investigation;
}

export const form = (investigation: Investigation, changed: { candidates?: Candidate[]; leader?: Receiver; by?: Actor } = {}) =>
  investigation.formTaskForce({
    by: head, at: FORMED, taskForceId: id(600), leader: asReceiver(head), candidates: theThree(), relativesContactDays: 30,
    clockId: id(501), rules, ...changed,
  });

/** The leader offers the case to the one who follows in office. */
export const toSuccessor = {
  offerId: id(401), by: head, toUnit: BUREAU, toPerson: nextHead.personId, at: day(5), expiresAt: day(7),
};

export const rescued: KnownVictim = { victimId: VICTIM, rescuedAt: day(10) };
export const missing: KnownVictim = { victimId: OTHER_VICTIM, rescuedAt: null };

export function discharged(investigation: Investigation): Investigation {
  investigation.recordSuspect({ by: solver, at: day(11), suspectId: id(700), role: 'seller', repeatOffender: false });
  investigation.arrestSuspect({ by: solver, at: day(11), suspectId: id(700) });
  investigation.contactRelatives({ by: comforter, at: day(12), contactId: id(800), clockId: id(502), rules });
  for (const kind of ['solve', 'rescue', 'comfort'] as const)
    investigation.dischargePackage({ by: head, at: day(13), package: kind, evidence: [id(900)], victims: [rescued] });
  return investigation;
}

export const types = (facts: readonly { type: string }[]): string[] => facts.map(({ type }) => type);

/** The refusal, or an error that says that there was none. */
export function refusalOf(act: () => unknown): { code: string; details: Readonly<Record<string, unknown>> } {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, details: error.details };
    throw error;
  }
  return { code: 'no refusal', details: {} };
}

let watched = 9_000;
/** The deadlines under which it stands, when it is kept as it is now. */
export function under(investigation: Investigation, when: string): string[] {
  investigation.watch({ at: when, rules, newId: () => id(watched += 1) });
  return investigation.clocks.allRunning().map(({ rule }) => rule).sort();
}
