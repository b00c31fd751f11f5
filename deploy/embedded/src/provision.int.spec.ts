import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testInfrastructure } from '#testing';
import { provisionService } from './provision.js';

const { adminUrl } = testInfrastructure();

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).then(({ rows }) => rows).finally(() => client.end());
}

describe('provisioning', () => {
  it('gives every service a database that no other service can enter', async () => {
    const intake = await provisionService(adminUrl, 'spec-intake', { ownerPassword: 'a', runtimePassword: 'b' });
    const abroad = await provisionService(adminUrl, 'spec-cross-border', { ownerPassword: 'c', runtimePassword: 'd' });
    const stranger = new URL(intake.runtimeUrl);
    for (const path of [new URL(abroad.runtimeUrl).pathname, '/postgres', '/template1']) {
      stranger.pathname = path;
      await expect(query(stranger.href, 'select 1')).rejects.toThrow(/permission denied for database/);
    }
    expect(await query(abroad.runtimeUrl, 'select current_database() as name, current_user as role')).toEqual([
      { name: 'guitu_spec_cross_border', role: 'spec_cross_border' },
    ]);
  });

  it('lets the runtime role use tables, and only the owner role make them', async () => {
    const secrets = { ownerPassword: 'a', runtimePassword: 'b' };
    const { ownerUrl, runtimeUrl } = await provisionService(adminUrl, 'spec-rescue', secrets);
    await query(ownerUrl, 'create table journal (id serial, word text); revoke update, delete, truncate on journal from spec_rescue');
    await query(ownerUrl, 'create extension pg_trgm');
    await query(runtimeUrl, `insert into journal (word) values ('一')`);
    const forbidden = [
      'create table mine (id int)',
      'create temporary table mine (id int)',
      'create schema mine',
      'drop table journal',
      `update journal set word = '二'`,
      'truncate journal',
    ];
    for (const sql of forbidden) {
      await expect(query(runtimeUrl, sql)).rejects.toThrow(/permission denied|must be owner/);
    }
    // Provisioning again, as every start does, must not give back what a migration has taken away.
    await provisionService(adminUrl, 'spec-rescue', secrets);
    await expect(query(runtimeUrl, 'delete from journal')).rejects.toThrow(/permission denied/);
    expect(await query(runtimeUrl, 'select word from journal')).toEqual([{ word: '一' }]);
  });

  it('provisions side by side', async () => {
    const names = ['spec-one', 'spec-two', 'spec-three', 'spec-two'];
    const made = await Promise.all(
      names.map((name) => provisionService(adminUrl, name, { ownerPassword: 'a', runtimePassword: 'b' })),
    );
    expect(new Set(made.map(({ runtimeUrl }) => runtimeUrl)).size).toBe(3);
  });
});
