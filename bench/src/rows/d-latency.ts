import { setTimeout as sleep } from 'node:timers/promises';
import { interleaved, quantile, type Comparison, type Side } from '../measure.js';
import type { Pace, Times } from '../pace.js';
import { Program } from '../program.js';
import { Servers, withClient } from '../servers.js';
import { migrated } from '../service/migrated.js';
import { seconds, type Row } from './row.js';

const RATES = [100, 1000] as const;
const WARM_UP_SECONDS = 1;
const PATIENCE_MS = 30_000;

interface Waits {
  readonly p50: number;
  readonly p99: number;
}

/** From the commit in one service to the committed effect in another; against a message from producer to consumer. */
export const latency: Row = {
  id: 'd',
  says: `commit to committed effect in another service, at ${RATES.join(' and ')} commands per second`,
  async run(say) {
    const servers = await Servers.start();
    const programs: Program[] = [];
    const start = async (name: string, environment: Record<string, string>): Promise<Program> => {
      programs.push(await Program.start(`dist/bench/src/programs/${name}.js`, { ...servers.kafkaSettings, ...environment }));
      return programs.at(-1)!;
    };
    try {
      const pairs = [await ourPair(servers, start), await kafkaPair(servers, start)] as const;
      const comparisons: Comparison[] = [];
      for (const perSecond of RATES) {
        say(`  at ${perSecond} a second (ms)`);
        const pace = { perSecond, seconds: seconds(4) + WARM_UP_SECONDS };
        const sides = pairs.map(([name, pair]): Side<Waits> => ({ name, measure: () => waits(pair, pace) }));
        comparisons.push(...comparisonsAt(perSecond, await interleaved(sides, say)));
      }
      return comparisons;
    } finally {
      for (const program of programs.reverse()) await program.stop();
      await servers.stop();
    }
  },
};

type Start = (name: string, environment: Record<string, string>) => Promise<Program>;
type Pair = { readonly speaker: Program; readonly listener: Program };

function comparisonsAt(perSecond: number, [ours, theirs]: Waits[][]): Comparison[] {
  return (['p50', 'p99'] as const).map((share) => ({
    id: `d-${perSecond}-${share}`, what: `commit → committed effect at ${perSecond}/s, ${share}`,
    against: `Kafka alone (kafkajs): producer → consumer, ${share}`, unit: 'ms', goal: 0.333, lessIsBetter: true,
    ours: ours!.map((waits) => waits[share]), theirs: theirs!.map((waits) => waits[share]),
  }));
}

async function ourPair(servers: Servers, start: Start): Promise<[string, Pair]> {
  await servers.topic('bench');
  const [speaking, listening] = [await servers.database('bench'), await servers.database('listener')];
  for (const { ownerUrl } of [speaking, listening]) await migrated(ownerUrl);
  await withClient(listening.ownerUrl, (client) =>
    client.query('CREATE TABLE known_enquiry (enquiry_id uuid PRIMARY KEY, case_id uuid NOT NULL, to_unit text NOT NULL)'));
  const listener = await start('listener', { DATABASE_URL: listening.runtimeUrl });
  await untilIt(listener, 'listens');
  return ['ours', { listener, speaker: await start('speaker', { DATABASE_URL: speaking.runtimeUrl }) }];
}

async function kafkaPair(servers: Servers, start: Start): Promise<[string, Pair]> {
  await servers.topic('alone');
  const listener = await start('kafka-alone', { ROLE: 'listener' });
  await untilIt(listener, 'listens');
  return ['kafka alone', { listener, speaker: await start('kafka-alone', { ROLE: 'speaker' }) }];
}

async function untilIt(program: Program, question: string, wanted: unknown = true): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (await program.ask(question) !== wanted) {
    if (Date.now() > end) throw new Error(`Waited ${PATIENCE_MS} ms for "${question}" to become ${String(wanted)}.`);
    await sleep(50);
  }
}

/** One measurement; the first second warms up and does not count. */
async function waits({ speaker, listener }: Pair, pace: Pace): Promise<Waits> {
  const spoken = await speaker.ask<Times>('speak', pace);
  await untilIt(listener, 'count', spoken.ids.length);
  const heard = await listener.ask<Times>('heard');
  const heardAt = new Map(heard.ids.map((id, index) => [id, heard.at[index]!]));
  const first = Math.min(...spoken.at.slice(0, 100)) + WARM_UP_SECONDS * 1000;
  const all = spoken.ids.flatMap((id, index) => (spoken.at[index]! < first ? [] : [heardAt.get(id)! - spoken.at[index]!]));
  return { p50: quantile(all, 0.5), p99: quantile(all, 0.99) };
}
