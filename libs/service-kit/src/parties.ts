import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarationOf, partiesIn, PARTY_PATHS, type StageKind } from '#contracts';
import { on, type Queryable, type Reaction } from '#messaging';

/** The units that take part in each case, as the other services said; what this service says itself is in its journal. */
export class KnownPartyTable1793318600100 implements MigrationInterface {
  name = 'KnownPartyTable1793318600100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_party (case_id uuid NOT NULL, unit_id text NOT NULL, PRIMARY KEY (case_id, unit_id));
      INSERT INTO known_party SELECT DISTINCT case_id, unit_id FROM known_stage;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_party');
  }
}

const PATHS = Object.entries(PARTY_PATHS).flatMap(([type, paths]) => paths.map((path) => ({ type, path: `$.${path}[*]` })));
const [TYPES, JSON_PATHS] = [PATHS.map(({ type }) => type), PATHS.map(({ path }) => path)];

/** Every fact of a service that makes a unit a party of the case. */
export const partyReactions = (source: StageKind): Reaction[] => Object.keys(PARTY_PATHS)
  .filter((type) => declarationOf(type).by.includes(source))
  .map((type) => on(declarationOf(type).class, async (envelope, tx) => {
    for (const unitId of partiesIn(envelope))
      tx.execute('INSERT INTO known_party (case_id, unit_id) VALUES ($1,$2) ON CONFLICT DO NOTHING', [envelope.caseId, unitId]);
  }));

export interface Party {
  readonly unitId: string;
  /** It answers for a stage of the case that is open. */
  readonly isOwner: boolean;
}

/** What the other services said, and what the journal of this one holds. */
const PARTIES = `
  SELECT unit_id AS "unitId", bool_or(is_owner) AS "isOwner" FROM (
    SELECT unit_id, false AS is_owner FROM known_party WHERE case_id = $1::text::uuid
    UNION ALL SELECT unit_id, true FROM known_stage WHERE case_id = $1::text::uuid AND NOT closed
    UNION ALL SELECT jsonb_path_query(j.payload::jsonb, f.path::jsonpath) #>> '{}', false
      FROM journal j JOIN unnest($2::text[], $3::text[]) AS f(type, path) ON f.type = j.type WHERE j.aggregateid = $1::text
    UNION ALL SELECT unit_id, true FROM (
      SELECT DISTINCT ON (said #>> '{data,stageId}') type, said #>> '{data,unitId}' AS unit_id
      FROM (SELECT type, version, payload::jsonb AS said FROM journal
        WHERE aggregateid = $1::text AND type IN ('stage.opened', 'stage.accepted', 'stage.closed')) AS moves
      ORDER BY said #>> '{data,stageId}', version DESC) AS stages WHERE type <> 'stage.closed') AS every
  WHERE unit_id IS NOT NULL GROUP BY unit_id`;

/** The units of a case, as far as this stage service knows. */
export async function partiesOf(connection: Queryable, caseId: string): Promise<Party[]> {
  return (await connection.query<Party & Record<string, unknown>>({
    name: 'parties of case', text: PARTIES, values: [caseId, TYPES, JSON_PATHS] })).rows;
}
