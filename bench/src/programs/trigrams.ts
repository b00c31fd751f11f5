import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { readName, type Described } from '#matching';
import { answer } from '../answering.js';
import { found, madeSet, type Asking, type Found, type MadeSet } from '../tracing/set.js';

const client = new pg.Client({ connectionString: process.env['DATABASE_URL']! });
await client.connect();
let set: MadeSet;

const sounds = ({ name }: Described): string => (name ? readName(name).readings[0].parts.join(' ') : '');
const SEXES = { male: 1, female: 2, unknown: 0 };

async function load({ seed, people }: { seed: number; people: number }): Promise<void> {
  set = madeSet(seed, people);
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  await client.query(`CREATE TABLE missing (person int, name text, sounds text, sex int, born int, lost int, latitude real, longitude real)`);
  const rows = client.query(copyFrom('COPY missing FROM STDIN'));
  for (const [person, report] of set.reports.entries()) {
    const { name, sex, born, lost, place } = report;
    const row = [person, name, sounds(report), SEXES[sex!], born!.from, lost!.from, place!.latitude, place!.longitude].join('\t');
    if (!rows.write(`${row}\n`)) await once(rows, 'drain');
  }
  rows.end();
  await once(rows, 'finish');
  await client.query('CREATE INDEX ON missing USING gin (name gin_trgm_ops, sounds gin_trgm_ops)');
  await client.query('VACUUM ANALYZE missing');
}

/**
 * As near as the extension gets: alike in trigrams of what is heard, then sex, age, day and place as its users would put them.
 */
const SEARCH = {
  name: 'alike',
  text: `SELECT person FROM missing WHERE sounds % $1 ORDER BY similarity(sounds, $1) * 12
      + CASE WHEN $2 IN (0, sex) THEN 0 ELSE -4 END
      - coalesce(ln(1 + abs(born - $3) / 30.0), 0) - coalesce(ln(1 + abs(lost - $4) / 7.0), 0)
      - coalesce(ln(1 + sqrt((latitude - $5) ^ 2 + (longitude - $6) ^ 2) * 10), 0) DESC LIMIT 20`,
};

async function search(asked: Described): Promise<number[]> {
  if (!asked.name) return [];
  const { sex = 'unknown', born, lost, place } = asked;
  const values = [sounds(asked), SEXES[sex], born ? (born.from + born.to) / 2 : null, lost?.from ?? null,
    place?.latitude ?? null, place?.longitude ?? null];
  const { rows } = await client.query<{ person: number }>({ ...SEARCH, values });
  return rows.map(({ person }) => person);
}

const ask = (asking: Asking): Promise<Found> => found(set.truths, asking, search);

answer({ load, ask });
