import { describe, expect, it } from '@jest/globals';
import { startService } from '#service-kit';
import { provide, tallyParts, tallyService } from '#testing';

describe('The mode of a database', () => {
  it('is that of its first start: real cases and exercises are never mixed', async () => {
    const provided = await provide(tallyService('rescue'), { GUITU_MODE: 'live' });
    const start = (mode: string) =>
      startService(tallyService('rescue'), tallyParts, { ...provided.environment, GUITU_MODE: mode });
    try {
      await (await start('live')).stop();
      await expect(start('rehearsal')).rejects.toThrow(/存有真实案件[^]*holds real cases/);
      await (await start('live')).stop();
      expect(await provided.bench.query(`SELECT value FROM setting WHERE name = 'mode'`)).toEqual([{ value: 'live' }]);
    } finally {
      await provided.stop();
    }
  }, 60_000);
});
