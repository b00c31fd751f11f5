import type { PoolClient } from 'pg';
import { Injectable } from '@nestjs/common';
import { Refusal, type Actor, type Instant } from '#contracts';
import { Transactions } from '#messaging';
import { Directory, SystemClock } from '#service-kit';
import { seesEveryStage, sightOf, stagesSeen, type Sight } from '../domain/sight.js';
import { READING } from '../views/rebuild-lock.js';
import { sourceNow, type SourceNow } from '../views/tables.js';
import { ask } from './ask.js';

/** Who asks, for what, and by which route: what the record of a reading holds. */
export interface Asked {
  readonly by: Actor;
  readonly route: string;
  readonly caseId?: string;
}

/** Up to when each service has been heard: the latest recorded time of what it said. */
export type DataAsOf = Readonly<Record<string, Instant>>;

type Outcome = 'shown' | 'denied' | 'not-found';

/** Reads for a person. What they read of a case, and what they were not allowed to read, is on record with it. */
@Injectable()
export class Reading {
  constructor(
    private readonly transactions: Transactions,
    private readonly directory: Directory,
    private readonly clock: SystemClock,
  ) {}

  /**
   * Reads one case, or a list of cases, as the kind of the asker's unit may see it, and keeps who read it.
   * @param work null where there is no such case.
   * @throws Refusal casebook.not-visible, casebook.figures-only, record.not-found
   */
  async cases<T extends object>(
    asked: Asked, work: (client: PoolClient, sight: Sight) => Promise<T | null>,
  ): Promise<T & { dataAsOf: DataAsOf }> {
    const done = await this.open(async (client) => {
      const { sight, refusal } = await this.sightFor(client, asked);
      const found = sight && await work(client, sight);
      await this.record(client, asked, refusal ? 'denied' : found ? 'shown' : 'not-found');
      if (refusal) return refusal;
      return found ? { ...found, dataAsOf: await dataAsOf(client) } : new Refusal('record.not-found', { id: asked.caseId });
    });
    // The record of a try that failed is kept: the refusal is said after the commit.
    if (done instanceof Refusal) throw done;
    return done;
  }

  /** Reads what is no case: duties of the asker's own unit, alarms, sums. */
  async other<T extends object>(
    by: Actor, work: (client: PoolClient, sight: Sight | 'figures' | null) => Promise<T>,
  ): Promise<T & { dataAsOf: DataAsOf }> {
    const sight = sightOf((await this.directory.unit(by.unitId))?.kind);
    return this.open(async (client) => ({ ...(await work(client, sight)), dataAsOf: await dataAsOf(client) }));
  }

  private open<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.transactions.inOne(async (client) => {
      await client.query({ name: 'casebook reads', text: `SELECT pg_advisory_xact_lock_shared(${READING})` });
      return work(client);
    });
  }

  private async sightFor(client: PoolClient, { by, caseId }: Asked): Promise<{ sight: Sight | null; refusal?: Refusal }> {
    const sight = sightOf((await this.directory.on(client).unit(by.unitId))?.kind);
    if (sight === 'figures') return { sight: null, refusal: new Refusal('casebook.figures-only') };
    if (!sight) return { sight: null, refusal: new Refusal('casebook.not-visible') };
    if (caseId === undefined || seesEveryStage(sight)) return { sight };
    // Whoever sees some stages only, sees the cases that have come to one of them.
    const [row] = await ask<{ any: boolean; reached: boolean }>(client, 'reached',
      'SELECT count(*) > 0 AS any, coalesce(bool_or(stage = ANY($2)), false) AS reached FROM stage_now WHERE case_id = $1',
      [caseId, stagesSeen(sight)]);
    return row!.any && !row!.reached ? { sight: null, refusal: new Refusal('casebook.not-visible') } : { sight };
  }

  private async record(client: PoolClient, { by, route, caseId }: Asked, outcome: Outcome): Promise<void> {
    await client.query({
      name: 'casebook access',
      text: 'INSERT INTO access_log (at, person_id, unit_id, post, case_id, route, outcome) VALUES ($1,$2,$3,$4,$5,$6,$7)',
      values: [this.clock.now(), by.personId, by.unitId, by.post, caseId ?? null, route, outcome],
    });
  }
}

async function dataAsOf(client: PoolClient): Promise<DataAsOf> {
  const rows = await ask<SourceNow>(client, 'as of', `SELECT ${sourceNow.selected()} FROM source_now ORDER BY source`);
  return Object.fromEntries(rows.map(({ source, asOf }) => [source, asOf]));
}
