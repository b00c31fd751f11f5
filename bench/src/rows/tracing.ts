import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot, temporaryFolder } from '#embedded';
import { ROUNDS, type Comparison } from '../measure.js';
import { Program } from '../program.js';
import { Servers } from '../servers.js';
import { KINDS, type Kind } from '../tracing/corruption.js';
import { peopleFile, Piped } from '../tracing/piped.js';
import { madeSet, type Asking, type Found } from '../tracing/set.js';
import { many, type Row } from './row.js';

const PEOPLE = many(1_000_000);
const SEED = 20_261_128;
/** As many questions of each kind and round: to ourselves, and to all sides alike. */
const [OURS, EACH] = [many(1_000), many(40)];
const CHILDREN = many(1_000_000);

/** What is wanted: share among the first twenty, share right first. */
const WANTED: Readonly<Record<Kind, { recall: number; first: number }>> = {
  characters: { recall: 0.99, first: 0.95 }, pinyin: { recall: 0.99, first: 0.95 }, nameless: { recall: 0.95, first: 0.8 },
};
const [P50_MS, P99_MS, PARENT_MS] = [5, 40, 50];

type Say = (text: string) => void;

interface Side {
  readonly name: string;
  ask(asking: Asking): Promise<Found>;
  stop(): Promise<void>;
}

/** Who among a million missing people is the one that was found? */
export const tracing: Row = {
  id: 'tracing',
  says: `candidates among ${PEOPLE.toLocaleString('en')} missing people, by name, by pinyin and by no name at all`,
  async run(say) {
    const folder = temporaryFolder('guitu-bench-tracing-');
    const sides: Side[] = [];
    const servers = await Servers.start({ kafka: false });
    const ours = await Program.start('dist/bench/src/programs/matching.js');
    try {
      say(`  ours is built in ${(await ours.ask<number>('load', { seed: SEED, people: PEOPLE })).toFixed(1)} s`);
      const comparisons = [...await alone(ours, say), ...await others(ours, say)];
      sides.push(...await competitors(servers, folder, say));
      return [...comparisons, ...await sideBySide(ours, sides, say)];
    } finally {
      for (const side of sides) await side.stop();
      await ours.stop();
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Many questions to ourselves, against what is wanted. */
async function alone(ours: Program, say: Say): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const kind of KINDS) {
    const found: Found[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      found.push(await ours.ask<Found>('ask', { kind, count: OURS, seed: SEED + round }));
      say(`  ${round}/${ROUNDS} ours, ${kind}: ${JSON.stringify(found.at(-1))}`);
    }
    const row = (figure: keyof Found, wanted: number, unit: string): Comparison => ({
      id: `tracing-${kind}-${figure}`, what: `${kind}: ${WHAT[figure]}`, against: 'what is wanted', unit, goal: 1,
      lessIsBetter: unit === 'ms', ours: found.map((each) => each[figure]), theirs: [wanted],
    });
    comparisons.push(
      row('recall', WANTED[kind].recall, 'share'), row('first', WANTED[kind].first, 'share'), row('p50', P50_MS, 'ms'),
        row('p99', P99_MS, 'ms'));
  }
  return comparisons;
}

const WHAT: Readonly<Record<keyof Found, string>> = {
  recall: 'the right one among the first 20', first: 'the right one first', p50: 'one question, p50', p99: 'one question, p99',
};

/** Whether what is said to be likely is so, and a parent against all children. */
async function others(ours: Program, say: Say): Promise<Comparison[]> {
  const { said, right, cases } = await ours.ask<{ said: number; right: number; cases: number }>('calibration',
    { count: many(6_000), seed: SEED });
  say(`  of ${cases} candidates said to be right with ${said.toFixed(3)}, ${right.toFixed(3)} are`);
  const found = await ours.ask<Found>('parents', { children: CHILDREN, count: many(300), seed: SEED });
  say(`  a parent against ${CHILDREN.toLocaleString('en')} children: ${JSON.stringify(found)}`);
  const base = { goal: 1, against: 'what is wanted' };
  return [
    { ...base, id: 'tracing-calibration', what: 'first candidates said to be right with 0.85 to 0.95 that are', unit: 'share',
      goal: 0.97,
      against: 'what is said', ours: [right], theirs: [said] },
    { ...base, id: 'tracing-parent-recall', what: 'parents whose child, with one mutation, is found', unit: 'share',
      ours: [found.recall], theirs: [1] },
    { ...base, id: 'tracing-parent-p99', what: `a parent against ${CHILDREN.toLocaleString('en')} children, p99`, unit: 'ms',
      lessIsBetter: true,
      ours: [found.p99], theirs: [PARENT_MS] },
  ];
}

/** The same questions to all sides, in turn. */
async function sideBySide(ours: Program, sides: readonly Side[], say: Say): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const kind of KINDS) {
    const [mine, theirs]: [Found[], Found[][]] = [[], sides.map(() => [])];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const asking = { kind, count: EACH, seed: SEED + 100 + round };
      mine.push(await ours.ask<Found>('ask', asking));
      for (const [index, side] of sides.entries()) {
        theirs[index]!.push(await side.ask(asking));
        say(`  ${round}/${ROUNDS} ${side.name}, ${kind}: ${JSON.stringify(theirs[index]!.at(-1))}`);
      }
    }
    for (const [index, { name }] of sides.entries())
      for (const figure of ['recall', 'first', 'p50'] as const)
        comparisons.push({
          id: `tracing-${kind}-${figure}-${name}`, what: `${kind}: ${WHAT[figure]}`, against: AGAINST[name] ?? name,
          unit: figure === 'p50' ? 'ms' : 'share', goal: 1, lessIsBetter: figure === 'p50',
            ours: mine.map((each) => each[figure]),
          ...(theirs[index]!.every(({ recall }) => recall === 0)
            ? { theirs: null, note: 'finds nobody' } : { theirs: theirs[index]!.map((each) => each[figure]) }),
        });
  }
  return comparisons;
}

const AGAINST: Readonly<Record<string, string>> = {
  trigrams: 'pg_trgm on pinyin, scored in SQL', lucene: 'Lucene, scored as Primero does', splink: 'Splink 4 on DuckDB',
};

async function competitors(servers: Servers, folder: string, say: Say): Promise<Side[]> {
  const trigrams = await Program.start('dist/bench/src/programs/trigrams.js', { DATABASE_URL: servers.adminUrl() });
  await trigrams.ask('load', { seed: SEED, people: PEOPLE });
  const sides: Side[] = [{ name: 'trigrams', ask: (asking) => trigrams.ask('ask', asking), stop: () => trigrams.stop() }];
  const set = madeSet(SEED, PEOPLE);
  const people = peopleFile(set, folder);
  for (const { name, build } of [{ name: 'lucene', build: lucene }, { name: 'splink', build: splink }]) {
    const command = await build(people, folder, say).catch(() => null);
    const piped = command && await Piped.start(command, { set, folder });
    if (piped) sides.push({ name, ask: (asking) => piped.ask(asking), stop: () => piped.stop() });
    else say(`  ${name} was not measured: it could not be built or did not start`);
  }
  return sides;
}

const execute = promisify(execFile);

async function lucene(people: string, folder: string, say: Say): Promise<string[]> {
  const home = join(projectRoot(), 'bench/lucene');
  if (!existsSync(join(home, 'target/search.jar'))) {
    say('  Lucene is built with Maven, once');
    await execute('mvn', ['-q', '-B', 'package'], { cwd: home, timeout: 300_000 });
  }
  return ['java', '-Xmx2g', '-cp', `${join(home, 'target/search.jar')}:${join(home, 'target/jars')}/*`, 'Search', people,
    join(folder, 'lucene')];
}

async function splink(people: string, _: string, say: Say): Promise<string[]> {
  const home = join(projectRoot(), 'bench/splink');
  const python = join(home, 'target/venv/bin/python');
  if (!existsSync(python)) {
    say('  Splink is installed with pip, once');
    await execute('python3', ['-m', 'venv', 'target/venv'], { cwd: home, timeout: 60_000 });
    await execute(python, ['-m', 'pip', 'install', '-q', '-r', 'requirements.txt'], { cwd: home, timeout: 300_000 });
  }
  return [python, join(home, 'search.py'), people];
}
