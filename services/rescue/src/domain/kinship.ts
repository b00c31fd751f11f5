import { RELATIONS, Refusal, type Actor, type Instant, type KinshipProof, type Present, type Relation } from '#contracts';

/** Who may claim a child. Not the child, and no spouse: a "husband" of a trafficked girl is the one who bought her. */
export const KIN = RELATIONS.filter((relation) => relation !== 'self' && relation !== 'spouse');

/** A hit of the national database in this case (V-3), as investigation said it. */
export interface KnownHit {
  readonly hitId: string;
  readonly relation: string;
  /** The child and the parents whom it names; null and none of a hit that was told before hits named anybody. */
  readonly victimId: string | null;
  readonly parents: readonly { readonly personId: string; readonly relation: string; readonly identityDigest?: string }[];
  /** Null until a second person has confirmed it. */
  readonly confirmedAt: Instant | null;
}

/** Somebody claims to be of the victim's family. */
export interface Claim {
  readonly relativeId: string;
  readonly relation: Relation;
  readonly proof: KinshipProof;
  readonly hits: readonly KnownHit[];
  /** Keyed digest of the national id, or of the country and number of the paper that a relative from abroad has shown. */
  readonly identityDigest?: string;
}

export interface Kinship {
  readonly relativeId: string;
  readonly relation: Relation;
  readonly proof: KinshipProof;
  readonly provenAt: Instant;
  /** Who wrote it down; of what was proven before that was kept nobody is known. */
  readonly provenBy?: string;
  readonly identityDigest?: string;
  readonly hitId?: string;
  /** The hit itself says which national id the parent has, so that two people have vouched for whose it is. */
  readonly isNamedByHit?: boolean;
}

/**
 * Is this on record, of this relative? Where no national id was known of them, the one that is shown now is worth another entry.
 * @throws Refusal rescue.relative-identity-differs where they have shown another id before: one person has one.
 */
export function isProvenAlready(known: readonly Kinship[], { relativeId, relation, identityDigest }: Claim): boolean {
  const theirs = known.filter((kinship) => kinship.relativeId === relativeId);
  const shown = theirs.flatMap((kinship) => kinship.identityDigest ?? []);
  if (identityDigest && shown.some((digest) => digest !== identityDigest))
    throw new Refusal('rescue.relative-identity-differs', { relativeId, relation });
  return theirs.some((kinship) =>
    kinship.relation === relation && (identityDigest === undefined || kinship.identityDigest === identityDigest));
}

/**
 * Somebody's kinship is proven, and not by nothing but what this person alone has looked at.
 * @throws Refusal rescue.kinship-not-proven, rescue.second-person-needed
 */
export function mustNotBeAlone(known: readonly Kinship[], by: Actor, victimId: string): void {
  if (known.length === 0) throw new Refusal('rescue.kinship-not-proven', { victimId });
  if (!known.some((kinship) => isVouchedFor(kinship, by))) throw new Refusal('rescue.second-person-needed', { victimId });
}

const isVouchedFor = ({ isNamedByHit, provenBy }: Kinship, by: Actor): boolean =>
  isNamedByHit === true || provenBy !== by.personId;

/**
 * who receives a child is proven by then to be this relative, and a social worker is there. A hit that names the national
 * id was confirmed by two people; a paper, also one beside a hit that names none, has been looked at by one, who does not hand
 * the child over as well.
 * @throws Refusal
 */
export function mustReceive(
  known: readonly Kinship[],
  { by, relativeId, relation, witnesses, at }: {
    by: Actor; relativeId: string; relation: Relation; witnesses: readonly Present[]; at: Instant;
  },
): void {
  const proven = known.filter((kinship) =>
    kinship.relativeId === relativeId && kinship.relation === relation && kinship.provenAt <= at);
  if (proven.length === 0) throw new Refusal('rescue.kinship-not-proven', { relativeId, relation });
  if (!proven.some((kinship) => isVouchedFor(kinship, by)))
    throw new Refusal('rescue.second-person-needed', { relativeId, relation });
  if (!witnesses.includes('social-worker')) throw new Refusal('rescue.present-missing', { missing: ['social-worker'] });
}

/** Which hits prove whom. Of anybody else, blood in the database says nothing. */
const PROVES: Readonly<Record<string, readonly Relation[]>> = {
  trio: ['father', 'mother'], 'duo-mother': ['mother'], 'duo-father': ['father'],
};

/** A parent whom a confirmed hit of the child names. */
export interface ParentByDna {
  readonly hitId: string;
  readonly confirmedAt: Instant;
  readonly personId: string;
  readonly relation: string;
  readonly identityDigest?: string;
}

/** V-3: those who may prove by DNA that the child is theirs. Of a hit that nobody else has confirmed nothing is said. */
export const parentsByDna = (victimId: string, hits: readonly KnownHit[]): ParentByDna[] =>
  hits.flatMap(({ hitId, relation: kind, victimId: child, parents, confirmedAt }) =>
    (confirmedAt === null || child !== victimId ? [] : parents
      .filter(({ relation }) => PROVES[kind]?.some((proven) => proven === relation))
      .map((parent) => ({ ...parent, hitId, confirmedAt }))));

/**
 * what a proof must rest on. By DNA: a hit of this child and of this very parent that a second person has confirmed.
 * Always: a relative whose identity paper was looked at, because birth certificates are forged, a hit names nobody, and a
 * buyer is recognised by it.
 * @returns the hit that proves it, where the proof is one, and whether it names the national id.
 * @throws Refusal rescue.no-confirmed-hit, rescue.relative-not-identified
 */
export function mustProve(victimId: string, claim: Claim): Pick<Kinship, 'hitId' | 'isNamedByHit'> {
  const { relativeId, relation, proof, hits, identityDigest } = claim;
  const hit = parentsByDna(victimId, hits).find((parent) => isParent(parent, claim));
  if (proof === 'dna' && !hit) throw new Refusal('rescue.no-confirmed-hit', { relativeId, relation });
  if (!identityDigest) throw new Refusal('rescue.relative-not-identified', { relativeId });
  return proof === 'dna' && hit ? { hitId: hit.hitId, isNamedByHit: hit.identityDigest !== undefined } : {};
}

/** The parent whom the hit names, and not somebody who uses their id with another paper. */
const isParent = (
  parent: ParentByDna, { relativeId, relation, identityDigest }: Claim,
): boolean => parent.personId === relativeId && parent.relation === relation
  && (parent.identityDigest === undefined || parent.identityDigest === identityDigest);
