import { CaseOpened, Refusal, VictimAdded, type Sex } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';
import { unknownVictim, type Victim } from '../domain/presence.js';

const INSERT = `INSERT INTO known_victim (victim_id, case_id, sex, is_minor, nationality) VALUES ($1,$2,$3,$4,$5)
  ON CONFLICT (victim_id) DO UPDATE SET case_id = excluded.case_id, sex = excluded.sex, is_minor = excluded.is_minor,
    nationality = excluded.nationality`;

/** The victims of each case, as intake said them: they decide who must be present. */
export const victimReactions: readonly Reaction[] = [
  on(CaseOpened, async ({ caseId, data }, tx) => data.victims.forEach(({ victimId, sex, minor, nationality }) =>
    tx.execute(INSERT, [victimId, caseId, sex, minor, nationality]))),
  on(VictimAdded, async ({ caseId, data }, tx) =>
    tx.execute(INSERT, [data.victimId, caseId, data.sex, data.minor, data.nationality])),
];

interface Row {
  victim_id: string;
  sex: Sex;
  is_minor: boolean;
  nationality: string;
}

/**
 * The victims of these ids, in their order.
 * @param named whom the request for this stage named: of them, what intake said may not have arrived yet.
 * @throws Refusal rescue.unknown-victim
 */
export async function victimsOf(
  tx: Tx, caseId: string, victimIds: readonly string[], named: readonly string[] = [],
): Promise<Victim[]> {
  const rows = await tx.query<Row & Record<string, unknown>>(
    'SELECT victim_id, sex, is_minor, nationality FROM known_victim WHERE case_id = $1 AND victim_id = ANY($2::uuid[])',
    [caseId, victimIds]);
  return victimIds.map((victimId) => {
    const row = rows.find((known) => known.victim_id === victimId);
    if (row) return { victimId, sex: row.sex, isMinor: row.is_minor, nationality: row.nationality };
    if (!named.includes(victimId)) throw new Refusal('rescue.unknown-victim', { victimId });
    return unknownVictim(victimId);
  });
}

/** A victim of whom nothing is known yet is treated as a minor: the stricter rules apply. */
export async function isMinor(tx: Tx, victimId: string): Promise<boolean> {
  const [row] = await tx.query<{ is_minor: boolean }>('SELECT is_minor FROM known_victim WHERE victim_id = $1', [victimId]);
  return row?.is_minor ?? true;
}
