import type { PoolClient } from 'pg';
import { Injectable } from '@nestjs/common';
import { Refusal, sightOf, type Actor, type Instant, type Sight } from '#contracts';
import { Transactions, type Queryable } from '#messaging';
import { CONCERNED, Directory, Relations, SystemClock, type Party, type CaseRelation } from '#service-kit';
import { seesEveryStage, stagesSeen } from '../domain/sight.js';
import { READING } from '../views/rebuild-lock.js';
import { sourceNow, type SourceNow } from '../views/tables.js';
import { ask } from './ask.js';
import { isKnown } from './cases.js';

/** Who asks, for what, and by which route: what the record of a reading holds. */
export interface Asked {
  readonly by: Actor;
  readonly route: string;
  readonly caseId?: string;
  /** In which relation to the case the asker's unit must stand. */
  readonly relations?: readonly CaseRelation[];
}

/** What somebody may see: of a case what the kind of the unit is shown, and only cases of these units. */
export interface Scope {
  readonly sight: Sight;
  /** The asker's unit and those below it. */
  readonly units: readonly string[];
}

/** Up to when each service has been heard: the latest recorded time of what it said. */
export type DataAsOf = Readonly<Record<string, Instant>>;

type Outcome = 'shown' | 'denied' | 'not-found';

/** Reads for a person. What they read of a case, and what they were not allowed to read, is on record with it. */
@Injectable()
export class Reading {
  private readonly relations: Relations;

  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly clock: SystemClock,
  ) {
    this.relations = new Relations(transactions.source, directory, partiesOf);
  }

  /**
   * Reads one case, or a list of cases, as the asker may see it: by the relation of the unit to the case, and by the kind
   * of the unit. Keeps who read it.
   * @param work null where there is no such case.
   * @throws Refusal access.not-party, casebook.not-visible, casebook.figures-only, record.not-found
   */
  async cases<T extends object>(
    asked: Asked, work: (client: PoolClient, sight: Sight, scope: Scope) => Promise<T | null>,
  ): Promise<T & { dataAsOf: DataAsOf }> {
    const done = await this.open(async (client) => {
      const { sight, refusal } = await this.sightFor(client, asked);
      const found = sight && await work(client, sight, { sight, units: await this.unitsOf(client, asked.by) });
      await this.record(client, asked, refusal ? 'denied' : found ? 'shown' : 'not-found');
      if (refusal) return refusal;
      return found ? { ...found, dataAsOf: await dataAsOf(client) } : new Refusal('record.not-found', { id: asked.caseId });
    });
    // The record of a try that failed is kept: the refusal is said after the commit.
    if (done instanceof Refusal) throw done;
    return done;
  }

  /** Tells that a case exists and who answers, to whoever does stages: no relation is needed, and it is on record. */
  async located<T extends { caseId: string }>(asked: Asked, work: (client: PoolClient) => Promise<T | null>): Promise<T> {
    const found = await this.open(async (client) => {
      const known = await work(client);
      await this.record(client, { ...asked, caseId: known?.caseId }, known ? 'shown' : 'not-found');
      return known;
    });
    if (!found) throw new Refusal('record.not-found');
    return found;
  }

  /** Reads what is no case: duties of the asker's own unit, alarms, sums. */
  async other<T extends object>(
    by: Actor, work: (client: PoolClient, sight: Sight | 'figures' | null, units: readonly string[]) => Promise<T>,
  ): Promise<T & { dataAsOf: DataAsOf }> {
    const sight = sightOf((await this.directory.unit(by.unitId))?.kind);
    return this.open(async (client) =>
      ({ ...(await work(client, sight, await this.unitsOf(client, by))), dataAsOf: await dataAsOf(client) }));
  }

  /** Whose cases the asker may see: an administrator's are none. */
  private async unitsOf(client: PoolClient, { unitId, post }: Actor): Promise<string[]> {
    return post === 'administrator' ? [] : this.directory.on(client).below(unitId);
  }

  private open<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.transactions.inOne(async (client) => {
      await client.query({ name: 'casebook reads', text: `SELECT pg_advisory_xact_lock_shared(${READING})` });
      return work(client);
    });
  }

  private async sightFor(client: PoolClient, asked: Asked): Promise<{ sight: Sight | null; refusal?: Refusal }> {
    const { by, caseId, relations = CONCERNED } = asked;
    const sight = sightOf((await this.directory.on(client).unit(by.unitId))?.kind);
    if (sight === 'figures') return { sight: null, refusal: new Refusal('casebook.figures-only') };
    if (!sight) return { sight: null, refusal: new Refusal('casebook.not-visible') };
    if (caseId === undefined || !(await isKnown(client, caseId))) return { sight };
    try {
      await this.relations.must(by, caseId, relations, client);
    } catch (refusal) {
      if (refusal instanceof Refusal) return { sight: null, refusal };
      throw refusal;
    }
    return await hasReached(client, sight, caseId) ? { sight } : { sight: null, refusal: new Refusal('casebook.not-visible') };
  }

  private async record(client: PoolClient, { by, route, caseId }: Asked, outcome: Outcome): Promise<void> {
    await client.query({
      name: 'casebook access',
      text: 'INSERT INTO access_log (at, person_id, unit_id, post, case_id, route, outcome) VALUES ($1,$2,$3,$4,$5,$6,$7)',
      values: [this.clock.now(), by.personId, by.unitId, by.post, caseId ?? null, route, outcome],
    });
  }
}

/** Whoever sees some stages only, sees the cases that have come to one of them. */
async function hasReached(client: PoolClient, sight: Sight, caseId: string): Promise<boolean> {
  if (seesEveryStage(sight)) return true;
  const [row] = await ask<{ any: boolean; reached: boolean }>(client, 'reached',
    'SELECT count(*) > 0 AS any, coalesce(bool_or(stage = ANY($2)), false) AS reached FROM stage_now WHERE case_id = $1',
    [caseId, stagesSeen(sight)]);
  return !row!.any || row!.reached;
}

/** The units of a case, as everything that was said makes them. */
async function partiesOf(connection: Queryable, caseId: string): Promise<Party[]> {
  return (await connection.query<Party & Record<string, unknown>>({
    name: 'casebook parties', values: [caseId],
    text: `SELECT unit_id AS "unitId", EXISTS (SELECT 1 FROM stage_now s
        WHERE s.case_id = $1 AND s.unit_id = p.unit_id AND s.state = 'open') AS "isOwner"
      FROM case_party p WHERE case_id = $1`,
  })).rows;
}

async function dataAsOf(client: PoolClient): Promise<DataAsOf> {
  const rows = await ask<SourceNow>(client, 'as of', `SELECT ${sourceNow.selected()} FROM source_now ORDER BY source`);
  return Object.fromEntries(rows.map(({ source, asOf }) => [source, asOf]));
}
