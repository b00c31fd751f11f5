import type { Actor, Fact } from '#contracts';
import type { Carer } from '../src/domain/care.js';
import { Custody } from '../src/domain/custody.js';
import type { Claim } from '../src/domain/kinship.js';
import { id, rules } from './a-rescue.js';

export const at = (time: string): string => `2026-09-16T${time}:00.000Z`;

export const officer: Actor = { personId: id(1), unitId: '341226-psb', post: 'officer' };
export const colleague: Actor = { personId: id(2), unitId: '341226-psb', post: 'officer' };
export const relief: Actor = { personId: id(3), unitId: '341226-relief-station', post: 'placement-worker' };
export const stranger: Actor = { personId: id(4), unitId: '532501-psb', post: 'head' };
export const abroad: Actor = { personId: id(5), unitId: 'vn-10-border', post: 'border-officer' };
export const MOTHER = id(20);
export const MENGZI = '532503-psb';

export const reliefStation: Carer = { unitId: relief.unitId, unitKind: 'relief-station', superiorUnit: '341226-civil-affairs' };

export const aCustody = (): Custody =>
  Custody.take({ id: id(100), caseId: id(101), victimId: id(10), rescueId: id(102), by: officer, at: at('07:30') })[0];

export const offer = (custody: Custody, given: Partial<Parameters<Custody['offerTo']>[0]> = {}): Fact[] => custody.offerTo({
  by: officer, at: at('09:00'), now: at('09:00'), offerId: id(200), carer: reliefStation, holderKind: 'public-security',
  isBuyer: false, rules, ...given,
});

export function anOfferedCustody(): Custody {
  const custody = aCustody();
  offer(custody);
  return custody;
}

export const accept = (custody: Custody, given: Partial<Parameters<Custody['accept']>[0]> = {}): Fact[] =>
  custody.accept({ by: relief, at: at('10:00'), offerId: id(200), isBuyer: false, ...given });

export function aCustodyAtTheStation(): Custody {
  const custody = anOfferedCustody();
  accept(custody);
  return custody;
}

/** Of the child and the mother of these tests, confirmed. */
export const aHit = {
  hitId: id(300), relation: 'trio', victimId: id(10), confirmedAt: at('01:00'),
  parents: [{ personId: id(399), relation: 'father' }, { personId: MOTHER, relation: 'mother', identityDigest: 'b'.repeat(64) }],
};
export const byDna: Claim = {
  relativeId: MOTHER, relation: 'mother', proof: 'dna', hits: [aHit],
  identityDigest: 'b'.repeat(64),
};
export const byDocument: Claim = {
  relativeId: MOTHER, relation: 'mother', proof: 'document', hits: [], identityDigest: 'b'.repeat(64),
};

export const prove = (custody: Custody, given: Partial<Parameters<Custody['proveKinship']>[0]> = {}): Fact[] =>
  custody.proveKinship({ by: relief, at: at('11:00'), claim: byDna, isBuyer: false, involved: [MENGZI], ...given });

export const handOver = (
  custody: Custody, given: Partial<Parameters<Custody['handToRelative']>[0]> = {},
): Fact[] => custody.handToRelative({
  by: relief, at: at('12:00'), relativeId: MOTHER, relation: 'mother', witnesses: ['social-worker'], isMinor: true,
  isBuyer: false, isBuyerBehind: false, ...given,
});
