import { CaseOpened, VictimAdded } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';

export interface KnownVictim {
  readonly isMinor: boolean;
  readonly nationality?: string;
}

const INSERT = `INSERT INTO known_victim (victim_id, case_id, is_minor, nationality) VALUES ($1,$2,$3,$4)
  ON CONFLICT (victim_id) DO NOTHING`;

/** Which victims are minors, and of which nationality: said by intake, needed here to know who consents. */
export const victimReactions: readonly Reaction[] = [
  on(CaseOpened, async ({ caseId, data }, tx) => data.victims.forEach(({ victimId, minor, nationality }) =>
    tx.execute(INSERT, [victimId, caseId, minor, nationality]))),
  on(VictimAdded, async ({ caseId, data }, tx) => tx.execute(INSERT, [data.victimId, caseId, data.minor, data.nationality])),
];

/** A victim of whom nothing is known yet is treated as a minor: the stricter rules apply. */
export async function victimOf(tx: Tx, victimId: string): Promise<KnownVictim> {
  const [row] = await tx.query<{ is_minor: boolean; nationality: string }>(
    'SELECT is_minor, nationality FROM known_victim WHERE victim_id = $1', [victimId]);
  return { isMinor: row?.is_minor ?? true, nationality: row?.nationality };
}
