import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshService, testInfrastructure } from './infrastructure.js';

async function name(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select current_database() as database, current_user as role').finally(() => client.end());
  return rows[0];
}

describe('test infrastructure', () => {
  it('gives every call a database of its own, with the roles of the service', async () => {
    const [first, second] = await Promise.all([freshService('cross-border'), freshService('cross-border')]);
    expect(await name(first.runtimeUrl)).toEqual({
      database: expect.stringMatching(/^guitu_cross_border_\w+$/),
      role: 'cross_border',
    });
    expect(await name(first.ownerUrl)).toMatchObject({ role: 'cross_border_owner' });
    expect(first.runtimeUrl).not.toBe(second.runtimeUrl);
    expect(first.topicPrefix).not.toBe(second.topicPrefix);
    expect(first.kafka).toEqual(testInfrastructure().kafka);
  });

  it('says what to do when there are no servers', () => {
    const kept = process.env['GUITU_TEST_KAFKA'];
    delete process.env['GUITU_TEST_KAFKA'];
    try {
      expect(testInfrastructure).toThrow(/selectProjects services/);
    } finally {
      process.env['GUITU_TEST_KAFKA'] = kept;
    }
  });
});
