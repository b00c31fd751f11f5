import {
  ABROAD, CustodyEnded, CustodyTaken, CustodyTransferred, KinshipProven, type CareEnding, type Envelope, type Relation,
} from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';
import type { Care } from '../domain/decision.js';

/**
 * Who has a victim in their care, since when, and whose kinship is proven: owned by the rescue service, known here. From one
 * person of a unit to another the care of the unit goes on.
 */
const hold = async ({ caseId, occurredAt, data }: Envelope<CustodyTaken | CustodyTransferred>, tx: Tx): Promise<void> =>
  tx.execute(
    `INSERT INTO known_custody (victim_id, case_id, unit_id, relative_id, since) VALUES ($1,$2,$3,$4,$5)
     ON CONFLICT (victim_id) DO UPDATE
       SET unit_id = excluded.unit_id, relative_id = excluded.relative_id, ending = NULL,
         since = CASE WHEN known_custody.unit_id = excluded.unit_id THEN known_custody.since ELSE excluded.since END`,
    [data.victimId, caseId, data.unitId ?? null, data.kind === 'relative' ? data.personId : null, occurredAt]);

export const custodyReactions: readonly Reaction[] = [
  on(CustodyTaken, hold),
  on(CustodyTransferred, hold),
  // The relative stays known: the child lives with them from now on.
  on(CustodyEnded, async ({ occurredAt, data }, tx) => tx.execute(
    'UPDATE known_custody SET unit_id = NULL, since = $2, ending = $3 WHERE victim_id = $1', [data.victimId, occurredAt, data.reason])),
  on(KinshipProven, async ({ data }, tx) => tx.execute(
    `INSERT INTO known_kinship (victim_id, relative_id, relation, identity_digest) VALUES ($1,$2,$3,$4) ON CONFLICT DO NOTHING`,
    [data.victimId, data.relativeId, data.relation, data.identityDigest ?? ''])),
];

/** Who has the victim, as far as this service has heard; null where nothing was heard. */
export async function careOf(tx: Tx, victimId: string): Promise<Care | null> {
  const [row] = await tx.query<{ unit_id: string | null; relative_id: string | null; ending: CareEnding | null; since: Date }>(
    'SELECT unit_id, relative_id, ending, since FROM known_custody WHERE victim_id = $1', [victimId]);
  if (!row) return null;
  const { unit_id: unitId, relative_id: relativeId, ending } = row;
  const unit = unitId === null ? null : await tx.directory.unit(unitId);
  const relatives = relativeId === null ? [] : await knownRelatives(tx, victimId);
  return {
    unitId, ending, since: row.since.toISOString(), isAbroad: unit !== null && ABROAD.includes(unit.kind),
    relativeMarks: relatives.filter((one) => one.relativeId === relativeId).map(({ mark }) => mark),
  };
}

interface KnownRelative {
  readonly relativeId: string;
  readonly relation: Relation;
  /** By what they are recognised: their id, and the digests of their papers. */
  readonly mark: string;
}

/** The relatives of a victim whose kinship is proven, each by everything by which they are recognised. */
export async function knownRelatives(tx: Tx, victimId: string): Promise<KnownRelative[]> {
  const rows = await tx.query<{ relative_id: string; relation: Relation; identity_digest: string }>(
    'SELECT relative_id, relation, identity_digest FROM known_kinship WHERE victim_id = $1', [victimId]);
  return rows.flatMap(({ relative_id: relativeId, relation, identity_digest: digest }) =>
    [relativeId, digest].filter((mark) => mark !== '').map((mark) => ({ relativeId, relation, mark })));
}
