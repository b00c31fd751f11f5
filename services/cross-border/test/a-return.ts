import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { expect } from '@jest/globals';
import { ClockRules } from '#clocks';
import { Refusal, type Actor, type Destination, type Fact } from '#contracts';
import type { Receiver } from '#stages';
import { Handover } from '../src/domain/handover.js';
import { Return } from '../src/domain/return.js';
import type { Traveller } from '../src/domain/gates.js';

/** Invented units and people. The days are those of a July with no public holiday. */
export const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
/** A moment of that July, in Beijing's time of day. */
export const july = (day: number, time = '09:00'): string => new Date(`2026-07-${String(day).padStart(2, '0')}T${time}:00+08:00`).toISOString();
export const august = (day: number, time = '09:00'): string => new Date(`2026-08-${String(day).padStart(2, '0')}T${time}:00+08:00`).toISOString();
export const rules = new ClockRules();

export const BORDER = '532532-border';
export const LAO_CAI = 'vn-lc-border';
export const CENTRE = 'vn-lc-centre';
export const rescuer: Actor = { personId: id(1), unitId: '532528-psb', post: 'officer' };
export const liaison: Actor = { personId: id(2), unitId: BORDER, post: 'liaison-officer' };
export const escort: Actor = { personId: id(3), unitId: BORDER, post: 'border-officer' };
export const counterpart: Actor = { personId: id(4), unitId: LAO_CAI, post: 'border-officer' };
export const counterpartColleague: Actor = { personId: id(5), unitId: LAO_CAI, post: 'officer' };
export const centre: Actor = { personId: id(6), unitId: CENTRE, post: 'social-worker' };
export const clinician: Actor = { personId: id(7), unitId: '532500-hospital', post: 'clinician' };
export const stranger: Actor = { personId: id(8), unitId: '532530-border', post: 'border-officer' };

export const CASE = id(200);
export const HOA = { returnId: id(101), victimId: id(51) };
export const MAI = { returnId: id(102), victimId: id(52) };
export const WAY = id(300);

export const asReceiver = (actor: Actor): Receiver => ({
  unitId: actor.unitId, personId: actor.personId, unitKind: 'border-management', division: '532532',
  superiorUnit: '532500-border', isHeadOfBureau: false,
});

/** The answers of a deadline and its id, as a command supplies them. */
export const clocked = (n: number) => ({ clockId: id(n), rules, superiorUnit: '532500-border' });

export function anOfferedReturn({ returnId, victimId } = HOA): [Return, Fact[]] {
  const [opened, facts] = Return.open({
    id: returnId, caseId: CASE, victimId, country: 'VN', by: rescuer, at: july(3), requestId: id(400),
  });
  const offered = opened.offerStage(
    { offerId: id(401), by: rescuer, toUnit: BORDER, at: july(3), expiresAt: july(5) },
    { ...asReceiver(liaison), personId: undefined });
  return [opened, [...facts, ...offered]];
}

export function aReturn(of = HOA): Return {
  const [opened] = anOfferedReturn(of);
  opened.acceptStage({ offerId: id(401), by: liaison, at: july(3, '10:00') }, asReceiver(liaison));
  return opened;
}

/** Fit until the middle of August; the hospital has examined her after the rescue. */
export const aCertificate = (
  { victimId } = HOA, given: Partial<Parameters<Return['assessFitness']>[0]> = {},
): Parameters<Return['assessFitness']>[0] => ({
  by: clinician, at: july(28), victimId, fit: true, validUntil: august(12), examiners: [clinician.unitId],
  ...clocked(421), ...given,
});

/** Everything is there: an adult who goes home to a safe family. */
export function aReadyReturn(of = HOA, { isMinor = false } = {}): Return {
  const ready = aReturn(of);
  ready.requestIdentity({
    by: liaison, at: july(4), requestId: id(410), counterpart: LAO_CAI, unitKind: 'foreign-border', ...clocked(420),
  });
  ready.answerIdentity({ by: counterpart, at: july(16), requestId: id(410), answer: 'confirmed' });
  ready.assessSafety({ by: liaison, at: july(20), outcome: 'family-safe' });
  ready.recordConsent({ by: liaison, at: july(20), language: 'vi', byGuardian: isMinor, isMinor });
  ready.assessFitness(aCertificate(of, { at: july(27) }));
  ready.obtainDocument({ by: liaison, at: july(28), document: 'return-permit' });
  return ready;
}

export const seenAs = (person: Return, given: Partial<Parameters<Return['asTraveller']>[0]> = {}): Traveller =>
  person.asTraveller({
    destination: 'family', isMinor: false, isBuyer: false, isBuyerBehind: false, hasLeftCare: false,
    at: july(28, '10:00'), ...given,
  });

export const aTraveller = (
  { returnId, victimId } = HOA, missing: string[] = [], destination: Destination = 'family',
): Traveller => ({ returnId, victimId, destination, missing });

export function aHandover(travellers: readonly Traveller[] = [aTraveller(HOA), aTraveller(MAI)]): Handover {
  return Handover.schedule({
    by: liaison, at: july(28, '11:00'), id: WAY, caseId: CASE, port: 'hekou', scheduledAt: july(29, '10:00'),
    counterpart: LAO_CAI, unitKind: 'foreign-border', travellers,
  })[0];
}

/** Two persons with two things each, not yet sealed. */
export function aListedHandover(): Handover {
  const handover = aHandover();
  [HOA, MAI].forEach(({ returnId }, person) => (['person', 'belonging'] as const).forEach((kind, index) =>
    handover.listItem({ by: escort, at: july(28, '15:00'), itemId: id(500 + person * 2 + index), kind, returnId })));
  return handover;
}

export const BOTH = [aTraveller(HOA), aTraveller(MAI)];
export const SEALED = 'a'.repeat(64);
export const SIGNED = 'b'.repeat(64);

export function aSealedHandover(): Handover {
  const handover = aListedHandover();
  handover.seal({ by: escort, at: july(29, '09:30'), digest: SEALED, travellers: BOTH });
  return handover;
}

export function anAcceptedHandover(): Handover {
  const handover = aSealedHandover();
  handover.items.forEach(({ n }) => handover.acceptItem({ by: counterpart, at: july(29, '10:10'), n, remark: 'as-listed' }));
  return handover;
}

export const aSigning = (by: Actor, given: Partial<Parameters<Handover['sign']>[0]> = {}): Parameters<Handover['sign']>[0] => ({
  by, at: july(29, '10:40'), side: by.unitId === BORDER ? 'sending' : 'receiving', keyId: id(600), digest: SIGNED,
  signature: 'A'.repeat(86), isGenuine: true, textId: id(601), travellers: BOTH,
  key: { personId: by.personId, unitId: by.unitId, validFrom: july(1) }, ...given,
});

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly x: string;
  readonly y: string;
}

/** A P-256 key as a browser would make it. */
export function aKeyPair(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  return { privateKey, x: x!, y: y! };
}

/** ES256 over the text, r and s of 32 bytes each. */
export const signatureOf = ({ privateKey }: KeyPair, text: string): string =>
  sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export const types = (facts: readonly Fact[]): string[] => facts.map(({ type }) => type);

export function refusalOf(work: () => unknown): { code: string; details: Readonly<Record<string, unknown>> } {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, details: error.details };
    throw error;
  }
  throw new Error('It was not refused.');
}

/** What an aggregate holds, as the database would keep it. */
export const stateOf = (aggregate: object): unknown => JSON.parse(JSON.stringify(aggregate)) as unknown;

export const ask = (person: Return, n = 410, at = july(4)) => person.requestIdentity({
  by: liaison, at, requestId: id(n), counterpart: LAO_CAI, unitKind: 'foreign-border', ...clocked(n + 10),
});
export const anAskedReturn = (): Return => {
  const asked = aReturn();
  ask(asked);
  return asked;
};
export const answering = (person: Return, given: Partial<Parameters<Return['answerIdentity']>[0]> = {}) => person.answerIdentity({
  by: counterpart, at: july(16), requestId: id(410), answer: 'confirmed', ...given,
});

/** A rule that says no changes nothing. */
export function unchanged(aggregate: object, work: () => unknown): ReturnType<typeof refusalOf> {
  const before = stateOf(aggregate);
  const refusal = refusalOf(work);
  expect(stateOf(aggregate)).toEqual(before);
  return refusal;
}

let watched = 9_000;
/** The deadlines under which it stands, when it is kept as it is now. */
export function under(person: Return, when: string): string[] {
  person.watch({ at: when, rules, newId: () => id(watched += 1) });
  return person.clocks.allRunning().map(({ rule }) => rule).sort();
}
