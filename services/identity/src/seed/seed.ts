import { createHash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { poolOf, SYSTEM_ACTOR, Transactions, type Tx } from '#messaging';
import { Log } from '#service-kit';
import { registerUnit } from '../commands/register-unit.js';
import { recordIdOf, saveUnit } from '../commands/save-unit.js';
import { UnitRecord } from '../domain/unit-record.js';
import { seededId } from '../people/first-administrator.js';
import { isPassword, passwordHash } from '../people/passwords.js';
import { IdentitySettings } from '../settings.js';
import { SEED_PEOPLE, SEED_UNITS, type SeedPerson } from './people.js';
import type { SeedUnit } from './seed-unit.js';

const SEEDING_LOCK = 0x73656564; // 'seed'

/** Ids of the demonstration are the same in every installation. */
export const demoPersonId = (username: string): string => seededId(`person ${username}`);

/** How far the demonstration directory is, and the one hash that all its accounts have. */
interface Progress {
  readonly edition: string | null;
  readonly passwordHash: string;
}

const editionOf = (people: readonly SeedPerson[]): string =>
  createHash('sha256').update(JSON.stringify([SEED_UNITS, people])).digest('hex');

/**
 * Fills an empty directory before the service answers: for an exercise with invented people in every unit, for real work
 * with the units and a first administrator, who brings in everybody else. Begun once, it is finished by the next start,
 * and a later edition of the data adds what is new. A directory that somebody else filled is never touched.
 */
@Injectable()
export class Seed implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly settings: IdentitySettings,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!this.settings.GUITU_SEED) return;
    const edition = editionOf(this.people);
    await withLock(poolOf(this.source), async (client) => {
      const progress = await this.begun(client);
      if (!progress || progress.edition === edition) return;
      for (const unit of SEED_UNITS) await this.seedUnit(unit, progress);
      await keep(client, { ...progress, edition });
      this.log.info('directory is there', { count: this.people.length });
    });
  }

  private get people(): readonly SeedPerson[] {
    return this.settings.GUITU_SEED === 'demo' ? SEED_PEOPLE : SEED_PEOPLE.filter(({ username }) => username === 'admin');
  }

  private get password(): string {
    return this.settings.GUITU_SEED === 'demo' ? this.settings.GUITU_DEMO_PASSWORD : this.settings.GUITU_ADMIN_PASSWORD!;
  }

  /** @returns null where the directory was filled by somebody else. */
  private async begun(client: PoolClient): Promise<Progress | null> {
    const { rows: [kept] } = await client.query<{ value: Progress }>(`SELECT value FROM setting WHERE name = 'demo-seed'`);
    if (kept) return this.withPassword(client, kept.value);
    const { rows } = await client.query('SELECT 1 FROM unit_record LIMIT 1');
    if (rows.length > 0) return null;
    const progress = { edition: null, passwordHash: await passwordHash(this.password) };
    await keep(client, progress);
    return progress;
  }

  /** Another password was set: it takes effect for all accounts that still have the old one. */
  private async withPassword(client: PoolClient, progress: Progress): Promise<Progress> {
    if (await isPassword(this.password, progress.passwordHash)) return progress;
    const changed = { ...progress, passwordHash: await passwordHash(this.password) };
    await client.query('UPDATE person SET password_hash = $2 WHERE password_hash = $1', [progress.passwordHash, changed.passwordHash]);
    await keep(client, changed);
    return changed;
  }

  /** One unit with its people and posts: one transaction, and nothing the second time. */
  private async seedUnit(unit: SeedUnit, { passwordHash: hash }: Progress): Promise<void> {
    await this.transactions.run({ actor: SYSTEM_ACTOR, commandId: newId() }, async (tx) => {
      const { unitId, ...is } = unit;
      await registerUnit(tx, unitId, is);
      await tx.settled();
      const people = this.people.filter(({ posts }) => posts.some((held) => held.unitId === unitId));
      addPeople(tx, people, hash);
      const record = await tx.load(UnitRecord, recordIdOf(unitId));
      await saveUnit(tx, record, people.flatMap((person) => assign(record, person)));
    });
  }
}

function assign(record: UnitRecord, { username, posts }: SeedPerson): ReturnType<UnitRecord['assign']> {
  return posts.filter(({ unitId }) => unitId === record.caseId).flatMap(({ unitId, post, from, to }) => record.assign({
    assignmentId: seededId(`post ${username} ${unitId} ${post} ${from}`), personId: demoPersonId(username), post, from, to,
    by: SYSTEM_ACTOR,
  }));
}

function addPeople(tx: Tx, people: readonly SeedPerson[], hash: string): void {
  tx.execute(
    `INSERT INTO person (id, username, name_zh, name_latin, unit_id, password_hash)
     SELECT p.id, p.username, p.name_zh, p.name_latin, p.unit_id, $6
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) AS p(id, username, name_zh, name_latin, unit_id)
     ON CONFLICT DO NOTHING`,
    [people.map(({ username }) => demoPersonId(username)), people.map(({ username }) => username),
      people.map(({ nameZh }) => nameZh), people.map(({ nameLatin }) => nameLatin),
      people.map(({ posts }) => posts[0]!.unitId), hash]);
}

async function keep(client: PoolClient, progress: Progress): Promise<void> {
  await client.query(
    `INSERT INTO setting (name, value) VALUES ('demo-seed', $1::jsonb) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [JSON.stringify(progress)]);
}

/** Two instances that start together do not fill the directory together. */
async function withLock(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [SEEDING_LOCK]);
    await work(client);
    await client.query('SELECT pg_advisory_unlock($1)', [SEEDING_LOCK]);
    client.release();
  } catch (error) {
    client.release(error as Error); // The lock goes with the connection.
    throw error;
  }
}
