import { CaseOpened, VictimAdded } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';

const INSERT = 'INSERT INTO known_victim (victim_id, case_id, is_minor) VALUES ($1,$2,$3) ON CONFLICT (victim_id) DO NOTHING';

/** Which victims are minors: said by intake, needed here to know who decides. */
export const victimReactions: readonly Reaction[] = [
  on(CaseOpened, async ({ caseId, data }, tx) => data.victims.forEach(({ victimId, minor }) =>
    tx.execute(INSERT, [victimId, caseId, minor]))),
  on(VictimAdded, async ({ caseId, data }, tx) => tx.execute(INSERT, [data.victimId, caseId, data.minor])),
];

/** A victim of whom nothing is known yet is treated as a minor: the stricter rules apply. */
export async function isMinor(tx: Tx, victimId: string): Promise<boolean> {
  const [row] = await tx.query<{ is_minor: boolean }>('SELECT is_minor FROM known_victim WHERE victim_id = $1', [victimId]);
  return row?.is_minor ?? true;
}
