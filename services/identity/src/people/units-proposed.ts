import { Refusal } from '#contracts';
import type { Queryable, Tx } from '#messaging';
import type { UnitDescription } from '../domain/unit-record.js';

const DAYS = 30;
export const PAGE_MAX = 100;

/** What somebody has proposed a unit to be, and nobody has confirmed yet. */
export interface UnitProposal {
  readonly proposalId: string;
  readonly unitId: string;
  readonly is: UnitDescription;
  readonly by: { readonly personId: string; readonly unitId: string };
  readonly at: Date;
}

interface Row {
  proposal_id: string;
  unit_id: string;
  description: UnitDescription;
  by_person: string;
  by_unit: string;
  at: Date;
}

/** One at a time for each unit: whoever proposes anew withdraws what was proposed before, under an id of its own. */
export function keepProposal(tx: Tx, { proposalId, unitId, is }: Pick<UnitProposal, 'proposalId' | 'unitId' | 'is'>): void {
  tx.execute(
    `INSERT INTO unit_proposed (unit_id, proposal_id, description, by_person, by_unit, at) VALUES ($1,$2,$3,$4,$5,$6)
     ON CONFLICT (unit_id) DO UPDATE SET proposal_id = excluded.proposal_id, description = excluded.description,
       by_person = excluded.by_person, by_unit = excluded.by_unit, at = excluded.at`,
    [unitId, proposalId, JSON.stringify(is), tx.actor.personId, tx.actor.unitId, tx.now]);
}

/** @throws Refusal identity.unknown-proposal */
export async function takeProposal(tx: Tx, proposalId: string): Promise<UnitProposal> {
  const [row] = await tx.query<Row>(
    `DELETE FROM unit_proposed WHERE proposal_id = $1 AND at > $2::timestamptz - interval '${DAYS} days' RETURNING *`,
    [proposalId, tx.now]);
  if (!row) throw new Refusal('identity.unknown-proposal', { proposalId });
  return proposalIn(row);
}

/** What waits for a second person, in order of the units. */
export async function listProposals(
  connection: Queryable, { after, at }: { after: string; at: string },
): Promise<UnitProposal[]> {
  const { rows } = await connection.query<Row>({
    text: `SELECT * FROM unit_proposed WHERE unit_id > $1 AND at > $2::timestamptz - interval '${DAYS} days'
           ORDER BY unit_id LIMIT ${PAGE_MAX}`,
    values: [after, at] });
  return rows.map(proposalIn);
}

const proposalIn = (row: Row): UnitProposal => ({
  proposalId: row.proposal_id, unitId: row.unit_id, is: row.description, at: row.at,
  by: { personId: row.by_person, unitId: row.by_unit },
});
