import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { kindOf, type Log } from '#service-kit';
import { Damaged } from './suite.js';
import type { Wrapped, WrappingKeys } from './wrapping.js';

/** Stands for the key of a row that no key opens any more: it was changed behind our back. */
const DAMAGED = 'damaged';
const BATCH = 200;
const PAUSE_MS = 5_000;

interface Row {
  case_id: string;
  wrapped: Buffer;
  key_id: string;
}

/**
 * Wraps by the present key what the one before it has wrapped, while the service works: a batch at a time, each whole or not at
 * all, so that it can be broken off anywhere and goes on with the next start. A case's key itself stays, and with it every
 * record and file. Where several processes of a service do it at once, each takes other rows.
 */
@Injectable()
export class Rewrapping implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly pool: Pool, private readonly keys: WrappingKeys, private readonly log: Log) {}

  /** @throws Error when keys of cases are wrapped by a key that was not given: nothing of those cases could be read. */
  async onModuleInit(): Promise<void> {
    // Before this was written down the key could not be changed, so it was the oldest one.
    await this.pool.query('UPDATE case_key SET key_id = $1 WHERE wrapped IS NOT NULL AND key_id IS NULL', [this.keys.knownIds.at(-1)]);
    const { rowCount } = await this.pool.query(
      'SELECT 1 FROM case_key WHERE wrapped IS NOT NULL AND key_id <> ALL($1::text[]) LIMIT 1',
      [[...this.keys.knownIds, DAMAGED]]);
    if (rowCount === 0) return;
    throw new Error('有案件密钥由另一把主密钥封装:请把它设为 GUITU_KEK_BEFORE,待全部重新封装后再去掉。\n'
      + 'Keys of cases are wrapped by another key: give it as GUITU_KEK_BEFORE until all of them are wrapped anew.');
  }

  onApplicationBootstrap(): void {
    if (this.keys.knownIds.length > 1) this.running = this.rewrapAll();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async rewrapAll(): Promise<void> {
    let [done, after] = [0, ''];
    while (!this.stopping.signal.aborted) {
      try {
        const { count, last } = await this.rewrapBatch(after);
        done += count;
        after = last ?? after;
        if (last === null) return this.log.info('all case keys are wrapped by the present key', { count: done });
      } catch (error) {
        this.log.warn('rewrapping waits', kindOf(error));
        await sleep(PAUSE_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  /** @returns the last case of the batch; null when there was none. */
  async rewrapBatch(after: string): Promise<{ count: number; last: string | null }> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<Row>(
        `SELECT case_id, wrapped, key_id FROM case_key WHERE wrapped IS NOT NULL AND key_id <> ALL($1::text[]) AND case_id > $2
         ORDER BY case_id LIMIT ${BATCH} FOR UPDATE`, [[this.keys.presentId, DAMAGED], after]);
      const anew = rows.map((row) => this.anew(row));
      await client.query(
        `UPDATE case_key k SET wrapped = n.wrapped, key_id = n.key_id
         FROM unnest($1::text[], $2::bytea[], $3::text[]) AS n (case_id, wrapped, key_id) WHERE k.case_id = n.case_id`,
        [rows.map((row) => row.case_id), anew.map(({ wrapped }) => wrapped), anew.map(({ keyId }) => keyId)]);
      await client.query('COMMIT');
      return { count: anew.length, last: rows.at(-1)?.case_id ?? null };
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** What cannot be opened stays as it is, to be looked at, and keeps nobody from taking the former key away. */
  private anew({ case_id: caseId, wrapped, key_id: keyId }: Row): Wrapped {
    try {
      return this.keys.wrap(caseId, this.keys.unwrap(caseId, { wrapped, keyId }));
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      this.log.error('a case key cannot be opened', error, { caseId });
      return { wrapped, keyId: DAMAGED };
    }
  }
}
