import { Refusal } from '#contracts';
import type { Tx } from '#messaging';

const DAYS = 7;

/**
 * That somebody needs a password from another one: whoever asks does not set it, so that nobody alone can sign in as
 * somebody else. An appointment asks for the first one by itself; nobody has asked where there was nobody to confirm.
 */
export function askForPassword(tx: Tx, asked: { personId: string; askedBy: string | null; onlyFirst?: boolean }): void {
  tx.execute(
    `INSERT INTO password_asked (person_id, asked_by, asked_at) SELECT id, $2::uuid, $3 FROM person
     WHERE id = $1 AND (password_hash IS NULL OR NOT $4)
     ON CONFLICT (person_id) DO UPDATE SET asked_by = excluded.asked_by, asked_at = excluded.asked_at`,
    [asked.personId, asked.askedBy, tx.now, asked.onlyFirst ?? false]);
}

/** @returns who asked, if anybody did. @throws Refusal identity.second-person-needed */
export async function takeAsked(tx: Tx, { personId, by }: { personId: string; by: string }): Promise<string | null> {
  const [asked] = await tx.query<{ asked_by: string | null }>(
    `DELETE FROM password_asked WHERE person_id = $1 AND (asked_by IS NULL OR asked_by <> $2)
     AND asked_at > $3::timestamptz - interval '${DAYS} days' RETURNING asked_by`, [personId, by, tx.now]);
  if (!asked) throw new Refusal('identity.second-person-needed', { personId });
  return asked.asked_by;
}
