import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BuyerIdentified } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';

/** Households that bought a person, as investigation said: kept by every service that could hand somebody over to one. */
export class KnownBuyerTable1793318400003 implements MigrationInterface {
  name = 'KnownBuyerTable1793318400003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_buyer (mark text NOT NULL, kind text NOT NULL, household_id uuid NOT NULL, PRIMARY KEY (mark, kind))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_buyer');
  }
}

export const buyerReactions: readonly Reaction[] = [
  on(BuyerIdentified, async ({ data }, tx) => {
    const marks = [
      [data.householdId, 'household'],
      ...data.personIds.map((personId) => [personId, 'person']),
      ...data.identities.map(({ digest }) => [digest, 'identity']),
    ];
    for (const [mark, kind] of marks)
      tx.execute('INSERT INTO known_buyer (mark, kind, household_id) VALUES ($1,$2,$3) ON CONFLICT DO NOTHING', [mark, kind, data.householdId]);
  }),
];

/**
 * R-3, P-5: is this household, or anybody of it, known to have bought a person? Recognised by household, by person and
 * by the digest of a national id, so that a new record of the same people does not help.
 */
export async function isBuyer(
  tx: Tx,
  given: {
    householdId?: string; personIds?: readonly string[]; nationalIds?: readonly string[]; identityDigests?: readonly string[];
    /** Ids and digests as they were kept, of whatever kind. */
    marks?: readonly string[];
  },
): Promise<boolean> {
  const marks = [
    ...(given.householdId ? [given.householdId] : []), ...(given.personIds ?? []), ...(given.identityDigests ?? []),
    ...(given.marks ?? []),
    ...(given.nationalIds ?? []).map((nationalId) => tx.surroundings.identityDigest(nationalId)),
  ];
  if (marks.length === 0) return false;
  return (await tx.query('SELECT 1 FROM known_buyer WHERE mark = ANY($1::text[]) LIMIT 1', [marks])).length > 0;
}

/** Has investigation said anything of this case that could not be applied here yet? It may name a buyer. */
export async function isBuyerBehind(tx: Tx, caseId: string): Promise<boolean> {
  return (await tx.query(`SELECT 1 FROM parked WHERE source = 'investigation' AND case_id = $1 LIMIT 1`, [caseId])).length > 0;
}
