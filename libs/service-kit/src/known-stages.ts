import type { MigrationInterface, QueryRunner } from 'typeorm';
import { StageAccepted, StageClosed, StageOpened, StageRequested, type StageKind } from '#contracts';
import { on, type Reaction, type Tx } from '#messaging';
import { KnownPartyTable1793318600100 } from './parties.js';
import { UnwatchedStages1793319300000 } from './unwatched-stages.js';

/** What a stage service knows about the stages of a case that other services own. */
export interface KnownStage {
  readonly stageId: string;
  readonly stage: StageKind;
  readonly requestId: string | null;
  /** Where the stage concerns one victim of the case. */
  readonly victimId: string | null;
  /** Whom the request named; null while it was not heard. */
  readonly victimIds: readonly string[] | null;
  readonly unitId: string;
  readonly personId: string;
  readonly taken: boolean;
  readonly closed: boolean;
}

export class KnownStageTable1793318400002 implements MigrationInterface {
  name = 'KnownStageTable1793318400002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_stage (stage_id uuid PRIMARY KEY, case_id uuid NOT NULL, stage text NOT NULL, request_id uuid, victim_id uuid,
        unit_id text NOT NULL, person_id uuid NOT NULL, taken boolean NOT NULL, closed boolean NOT NULL);
      CREATE INDEX known_stage_of_case ON known_stage (case_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_stage');
  }
}

/** Whom others have asked for: a rescue or an investigation does not say it by itself. */
export class KnownRequestTable1793319400001 implements MigrationInterface {
  name = 'KnownRequestTable1793319400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE known_request (request_id uuid PRIMARY KEY, victim_ids uuid[] NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_request');
  }
}

/** What every stage service keeps of the others' stages and of who takes part, and what it owes its own. */
export const STAGE_MIGRATIONS = [
  KnownStageTable1793318400002, KnownPartyTable1793318600100, UnwatchedStages1793319300000, KnownRequestTable1793319400001,
] as const;

export const knownStageReactions: readonly Reaction[] = [
  on(StageRequested, async ({ data }, tx) => tx.execute(
    'INSERT INTO known_request (request_id, victim_ids) VALUES ($1, $2::uuid[]) ON CONFLICT (request_id) DO NOTHING',
    [data.requestId, data.victimIds])),
  on(StageOpened, async ({ caseId, data }, tx) => tx.execute(
    `INSERT INTO known_stage (stage_id, case_id, stage, request_id, victim_id, unit_id, person_id, taken, closed)
     VALUES ($1,$2,$3,$4,$5,$6,$7,false,false) ON CONFLICT (stage_id) DO NOTHING`,
    [data.stageId, caseId, data.stage, data.requestId ?? null, data.victimId ?? null, data.unitId, data.personId])),
  on(StageAccepted, async ({ data }, tx) => tx.execute(
    'UPDATE known_stage SET taken = true, unit_id = $2, person_id = $3 WHERE stage_id = $1', [data.stageId, data.unitId, data.personId])),
  on(StageClosed, async ({ data }, tx) => tx.execute('UPDATE known_stage SET closed = true WHERE stage_id = $1', [data.stageId])),
];

/** The stages of a case that other services own, as far as this service has heard. */
export async function knownStages(tx: Tx, caseId: string): Promise<KnownStage[]> {
  const rows = await tx.query<{
    stage_id: string; stage: StageKind; request_id: string | null; victim_id: string | null; victim_ids: string[] | null;
    unit_id: string; person_id: string; taken: boolean; closed: boolean;
  }>('SELECT * FROM known_stage LEFT JOIN known_request USING (request_id) WHERE case_id = $1', [caseId]);
  return rows.map((row) => ({
    stageId: row.stage_id, stage: row.stage, requestId: row.request_id, victimId: row.victim_id, victimIds: row.victim_ids,
    unitId: row.unit_id, personId: row.person_id, taken: row.taken, closed: row.closed,
  }));
}
