import { CaseOpened } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';

/** The number by which people speak of a case, as intake gave it. */
export const numberReactions: readonly Reaction[] = [
  on(CaseOpened, async ({ caseId, data }, tx) => tx.execute(
    'INSERT INTO known_case_number (case_id, case_number) VALUES ($1,$2) ON CONFLICT (case_id) DO NOTHING', [caseId, data.caseNumber])),
];

/** Null of a case that was opened before this service kept numbers. */
export async function caseNumberOf(tx: Tx, caseId: string): Promise<string | null> {
  const [row] = await tx.query<{ case_number: string }>('SELECT case_number FROM known_case_number WHERE case_id = $1', [caseId]);
  return row?.case_number ?? null;
}
