import { Country, Id, KINSHIP_PROOFS, Maybe, OneOf, PaperNumber, type KinshipProof, type Relation } from '#contracts';
import type { Tx } from '#messaging';
import { Custody } from '../domain/custody.js';
import { KIN } from '../domain/kinship.js';
import { answeringUnits } from '../views/answering-units.js';
import { hitsOf } from '../views/known-hits.js';
import { Naming, namesBuyer } from './claimant.js';

export class ProveKinship extends Naming {
  @Id() relativeId!: string;
  @OneOf(KIN) relation!: Relation;
  @OneOf(KINSHIP_PROOFS) proof!: KinshipProof;
  /** Of a relative from abroad, who has no national id: whose paper it is, and its number. */
  @Maybe() @Country() country?: string;
  @Maybe() @PaperNumber() paperNumber?: string;
}

export async function proveKinship(tx: Tx, custodyId: string, input: ProveKinship): Promise<void> {
  const custody = await tx.load(Custody, custodyId);
  const { relativeId, relation, proof } = input;
  const shown = paperOf(input);
  const identityDigest = shown ? tx.surroundings.identityDigest(shown) : undefined;
  const { personNationalId: _digested, ...named } = input;
  await tx.save(custody, custody.proveKinship({
    by: tx.actor, at: tx.at,
    claim: { relativeId, relation, proof, identityDigest, hits: await hitsOf(tx, custody.caseId) },
    isBuyer: await namesBuyer(tx, named, { personIds: [relativeId], identityDigests: [identityDigest] }),
    involved: await answeringUnits(tx, custody.caseId),
  }));
}

/** What identifies the relative: the national id, or the country and number of a foreign paper. */
const paperOf = ({ personNationalId, country, paperNumber }: ProveKinship): string | undefined =>
  personNationalId ?? (country && country !== 'CN' && paperNumber ? `${country} ${paperNumber}` : undefined);
