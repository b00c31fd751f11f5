import { divisionPrefix, Refusal, type AccessPurpose } from '#contracts';
import type { Tx } from '#messaging';
import { CONCERNED, partiesOf, type CaseRelation, type Relations } from '#service-kit';
import type { Vault } from '#vault';
import { ageUnknown, marksOf, TRAITS, type Marked, type Marks, type Trait } from '../commands/person.js';
import { lastAge } from './age-on-record.js';

/** Whom one looks for before a matter is registered (I-3). */
export interface PersonSought extends Marked {
  readonly division?: string;
  readonly purpose: AccessPurpose;
}

/** A victim who may be the same person; of a case that is not shown to the reader, who answers for it and nothing else. */
export interface PersonFound {
  readonly matched: readonly Trait[];
  readonly answerable: readonly string[];
  readonly relation: CaseRelation | null;
  readonly intakeId: string | null;
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly division: string | null;
  readonly victimId: string | null;
}

interface Row extends Record<string, unknown> {
  readonly intakeId: string;
  readonly caseId: string;
  readonly victimId: string;
  readonly caseNumber: string | null;
  readonly division: string;
  readonly unitId: string;
  readonly marks: readonly string[];
  readonly ageMarks: readonly string[];
}

export const FOUND_MAX = 20;

/** Digits that a prefecture and what lies within it have in common. */
const PREFECTURE = 4;

/**
 * What was learned of a victim may lie in several records: their marks count together, but of the age only what was said last.
 * The rarest mark leads the search; whose name or number is written the same comes before whose name only sounds alike.
 */
const LIKE = `
  SELECT i.id AS "intakeId", i.case_id AS "caseId", i.division, i.opened_case->>'caseNumber' AS "caseNumber",
    i.stage->'answers'->>'unitId' AS "unitId", v->>'victimId' AS "victimId", m.marks,
    a.marks AS "ageMarks"
  FROM intake i CROSS JOIN LATERAL jsonb_array_elements(i.victims) AS v
  CROSS JOIN LATERAL (SELECT array_agg(mark) AS marks FROM private_record r CROSS JOIN LATERAL unnest(r.marks) AS mark
    WHERE r.id = ANY(ARRAY(SELECT jsonb_array_elements_text(v->'personRecords')::uuid))) AS m
  CROSS JOIN LATERAL (SELECT coalesce(${lastAge('$7')}, $7) AS marks) AS a
  WHERE i.case_id = ANY(ARRAY(SELECT case_id::uuid FROM private_record WHERE marks && $1::text[] AND marks <> '{}'))
    AND i.merged_into IS NULL AND (m.marks && $2::text[]
      OR (($3::text[] || $5::text[]) <> '{}' AND ($3 = '{}' OR m.marks && $3) AND ($5 = '{}' OR a.marks && $5) AND i.division LIKE $4))
  ORDER BY m.marks && $6::text[] DESC, i.id DESC LIMIT ${FOUND_MAX + 1}`;

/**
 * Who is known already: by national id wherever it was, or by all that is said of name, day of birth and place. A
 * name that sounds the same is one: homophones, pinyin, other tones, the surname last. An estimate that allows the day, or an age
 * that nobody knows, does not speak against a name. Cases of others are hinted at for those who could open the same case twice;
 * nobody else learns of them. On record either way.
 * @throws Refusal intake.search-too-wide
 */
export async function peopleLike(
  tx: Tx, { vault, relations, mayBeHinted }: { vault: Vault; relations: Relations; mayBeHinted: boolean }, sought: PersonSought,
): Promise<{ items: PersonFound[]; isMore: boolean }> {
  const marks = marksOf(vault, sought);
  const { 'national-id': id, 'birth-date': birth, 'estimated-age': year } = marks;
  const name = [...marks.name, ...marks['name-sound']];
  const ofAge = [...birth, ...year];
  // A province is no place: all who were born on that day in it would be a list.
  const isPlace = divisionPrefix(sought.division ?? '').length >= PREFECTURE;
  if (id.length + name.length === 0 && !(ofAge.length > 0 && isPlace)) throw new Refusal('intake.search-too-wide');
  // A day of birth alone is everybody's: without a name or a place it finds nobody.
  const age = name.length > 0 || isPlace ? ofAge : [];
  const unknown = ageUnknown(vault);
  const rows = await tx.query<Row>(LIKE, [
    [...id, ...(name.length > 0 ? name : age)], id, name, `${divisionPrefix(sought.division ?? '100000')}%`,
    name.length > 0 && age.length > 0 ? [...age, unknown] : age, [...id, ...marks.name], [unknown],
  ]);
  const found: PersonFound[] = [];
  const first = rows.slice(0, FOUND_MAX);
  for (const row of first) {
    const matched = matchedBy(marks, row);
    const shown = await shownTo(tx, relations, { row, matched, mayBeHinted });
    if (shown) found.push(shown);
  }
  await vault.searched(tx, { purpose: sought.purpose, found: [...new Set(first.map(({ caseId }) => caseId))] });
  return { items: found, isMore: rows.length > FOUND_MAX };
}

/** A name that is the same sounds the same: that is not said as well. */
function matchedBy(marks: Marks, row: Row): Trait[] {
  const matched = TRAITS.filter((trait) => {
    const borne = trait === 'birth-date' || trait === 'estimated-age' ? row.ageMarks : row.marks;
    return marks[trait].some((mark) => borne.includes(mark));
  });
  return matched.filter((trait) => trait !== 'name-sound' || !matched.includes('name'));
}

async function shownTo(
  tx: Tx, relations: Relations, { row, matched, mayBeHinted }: { row: Row; matched: Trait[]; mayBeHinted: boolean },
): Promise<PersonFound | null> {
  const { intakeId, caseId, victimId, caseNumber, division, unitId } = row;
  const owners = (await partiesOf(tx.client, caseId)).filter(({ isOwner }) => isOwner).map((party) => party.unitId).sort();
  // A case that is closed is answered for by nobody: whoever received it knows of it.
  const answerable = owners.length > 0 ? owners : [unitId];
  try {
    const relation = await relations.must(tx.actor, caseId, CONCERNED, tx.client);
    return { matched, answerable, relation, intakeId, caseId, victimId, caseNumber, division };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const hidden = { relation: null, intakeId: null, caseId: null, victimId: null, caseNumber: null, division: null };
    return mayBeHinted ? { matched, answerable, ...hidden } : null;
  }
}
