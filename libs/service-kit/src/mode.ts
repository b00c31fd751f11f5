import type { DataSource } from 'typeorm';
import type { ServiceConfig } from './config.js';

type Mode = ServiceConfig['GUITU_MODE'];

/**
 * A database is live or for rehearsal from its first start on: real cases and exercises are never mixed.
 * @throws Error when it was begun in the other mode; then its connections are closed.
 */
export async function keepMode(source: DataSource, mode: Mode): Promise<void> {
  await source.query(`INSERT INTO setting (name, value) VALUES ('mode', $1) ON CONFLICT (name) DO NOTHING`, [JSON.stringify(mode)]);
  const [kept] = await source.query<{ value: Mode }[]>(`SELECT value FROM setting WHERE name = 'mode'`);
  if (kept?.value === mode) return;
  await source.destroy();
  throw new Error(kept?.value === 'live'
    ? '这个数据库存有真实案件,不能用于演练。\nThis database holds real cases and cannot be used for rehearsal.'
    : '这个数据库用于演练,不能用于真实办案。\nThis database belongs to rehearsal and cannot be used live.');
}
