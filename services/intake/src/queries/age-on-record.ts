import type { Tx } from '#messaging';
import type { Vault } from '#vault';
import { ageUnknown, bears } from '../commands/person.js';
import type { KnownAge } from '../domain/age.js';

/**
 * The marks of the last of several records of a victim `v` that says anything of the age; null where none does.
 * @param unknown the parameter that holds the mark of an age that nobody knows, as a list.
 */
export const lastAge = (unknown: string): string =>
  `(SELECT r.marks FROM jsonb_array_elements_text(v->'personRecords') WITH ORDINALITY AS p(id, place)
    JOIN private_record r ON r.id = p.id::uuid WHERE NOT r.marks && ${unknown}::text[] ORDER BY p.place DESC LIMIT 1)`;

const LAST = `SELECT ${lastAge('$3')} AS marks FROM intake i CROSS JOIN LATERAL jsonb_array_elements(i.victims) AS v
  WHERE i.id = $1 AND v->>'victimId' = $2`;

/** Whether just this was said last of the age of a victim. Seen by the marks: nobody's data are opened for it. */
export async function isAgeOnRecord(
  tx: Tx, vault: Vault, { intakeId, victimId, age }: { intakeId: string; victimId: string; age: KnownAge },
): Promise<boolean> {
  const [last] = await tx.query<{ marks: string[] | null }>(LAST, [intakeId, victimId, [ageUnknown(vault)]]);
  return bears(vault, last?.marks ?? [], age);
}
