import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const TOP = resolve(import.meta.dirname, '..');
const CONFIG = join(TOP, '.dependency-cruiser.cjs');
const PROGRAM = join(TOP, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** A tree without a sin: one file at each place that a rule speaks of. */
const INNOCENT: Record<string, string> = {
  'libs/contracts/src/index.ts': "export * from './fact.js';",
  'libs/contracts/src/fact.ts': 'export const fact = 1;',
  'libs/clocks/src/index.ts': "export { fact as clock } from '#contracts';",
  'libs/stages/src/index.ts': "import { clock } from '#clocks'; import { fact } from '#contracts'; export const stage = clock + fact;",
  'libs/messaging/src/index.ts': "import { readFileSync } from 'node:fs'; export const tx = readFileSync;",
  'libs/service-kit/src/index.ts': "export { tx as start } from '#messaging';",
  'libs/testing/src/index.ts': 'export const testing = 1;',
  'services/rescue/src/domain/rescue.ts': "import { stage } from '#stages'; import { clock } from '#clocks'; export const rescue = stage + clock;",
  'services/rescue/src/commands/plan.ts': "import { tx } from '#messaging'; import { rescue } from '../domain/rescue.js'; export const plan = [tx, rescue];",
  'services/rescue/test/rescue.int.spec.ts': "import { testing } from '#testing'; import { plan } from '../src/commands/plan.js'; export const use = [testing, plan];",
  'services/rescue/src/main.ts': 'export const main = 1;',
  'services/placement/src/domain/placement.ts': "import type { fact } from '#contracts'; export const placement = 1 as unknown as typeof fact;",
  'test/journey.e2e.spec.ts': "import { testing } from '#testing'; export const journey = testing;",
  'node_modules/typeorm/package.json': '{"name":"typeorm","main":"index.js"}',
  'node_modules/typeorm/index.js': 'module.exports = {};',
};

/** One sin per row: the rule, the file, what is added to it, and what it must not see. */
const SINS: [rule: string, file: string, sin: string, seen: string][] = [
  ['no-cycles', 'libs/contracts/src/fact.ts', "import * as all from './index.js'; export const again = all;", 'libs/contracts/src/index.ts'],
  ['rules-are-pure', 'services/rescue/src/domain/rescue.ts', "import { randomUUID } from 'node:crypto'; export const id = randomUUID;", 'node:crypto'],
  ['rules-are-pure', 'services/rescue/src/domain/rescue.ts', "import orm from 'typeorm'; export const other = orm;", 'typeorm/'],
  ['rules-are-pure', 'services/rescue/src/domain/rescue.ts', "import type { tx } from '#messaging'; export type T = typeof tx;", 'libs/messaging/src/index.ts'],
  ['services-share-only-contracts', 'services/rescue/src/commands/plan.ts', "export { placement } from '../../../placement/src/domain/placement.js';", 'services/placement/src/domain/placement.ts'],
  ['libs-know-no-service', 'libs/messaging/src/index.ts', "export { placement } from '../../../services/placement/src/domain/placement.js';", 'services/placement/src/domain/placement.ts'],
  ['front-door-only', 'services/rescue/src/commands/plan.ts', "export { fact } from '../../../../libs/contracts/src/fact.js';", 'libs/contracts/src/fact.ts'],
  ['front-door-only', 'services/rescue/src/commands/plan.ts', "export { fact } from '../../../../libs/contracts/src/index.js';", 'libs/contracts/src/index.ts'],
  ['front-door-only-among-libs', 'libs/service-kit/src/index.ts', "export { fact } from '../../contracts/src/fact.js';", 'libs/contracts/src/fact.ts'],
  ['contracts-stand-alone', 'libs/contracts/src/fact.ts', "export { tx } from '#messaging';", 'libs/messaging/src/index.ts'],
  ['contracts-stand-alone', 'libs/contracts/src/fact.ts', "import orm from 'typeorm'; export const other = orm;", 'typeorm/'],
  ['pure-libs-stages', 'libs/stages/src/index.ts', "export { tx } from '#messaging';", 'libs/messaging/src/index.ts'],
  ['pure-libs-clocks', 'libs/clocks/src/index.ts', "export { tx } from '#messaging';", 'libs/messaging/src/index.ts'],
  [
    'production-does-not-import-tests', 'services/rescue/src/commands/plan.ts',
    "export { testing } from '#testing';",
    'libs/testing/src/index.ts',
  ],
  [
    'production-does-not-import-tests', 'services/rescue/src/main.ts',
    "export { use } from '../test/rescue.int.spec.js';",
    'services/rescue/test/rescue.int.spec.ts',
  ],
];

interface Cruise {
  summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number };
  modules: { source: string; dependencies: { module: string; couldNotResolve: boolean }[] }[];
}

const folders: string[] = [];

function tree(sin?: { file: string; text: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'guitu-boundaries-'));
  folders.push(folder);
  for (const [file, text] of Object.entries(INNOCENT)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), sin?.file === file ? `${text}\n${sin.text}\n` : `${text}\n`);
  }
  cpSync(CONFIG, join(folder, '.dependency-cruiser.cjs'));
  const { type, imports } = createRequire(import.meta.url)(join(TOP, 'package.json')) as Record<string, unknown>;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'tree', type, imports }));
  return folder;
}

function cruise(folder: string): Promise<Cruise> {
  const places = ['libs', 'services', 'test'];
  return new Promise((done, failed) => {
    execFile(
      process.execPath,
      [PROGRAM, '--config', '.dependency-cruiser.cjs', '-T', 'json', ...places],
      { cwd: folder, maxBuffer: 1e8 },
      (error, stdout, stderr) => (stdout ? done(JSON.parse(stdout) as Cruise) : failed(new Error(stderr || error?.message))),
    );
  });
}

describe('the boundaries', () => {
  let innocent: Cruise;
  beforeAll(async () => { innocent = await cruise(tree()); });
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('leave an innocent tree alone, and see through every name in it', () => {
    expect(innocent.summary.violations).toEqual([]);
    expect(innocent.modules.flatMap(({ dependencies }) => dependencies).filter(({ couldNotResolve }) => couldNotResolve)).toEqual(
      [],
    );
  });

  it('have a sin for every rule', () => {
    const { forbidden } = createRequire(import.meta.url)(CONFIG) as { forbidden: { name: string; comment: string }[] };
    expect([...new Set(SINS.map(([rule]) => rule))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
    expect(forbidden.filter(({ comment }) => !comment)).toEqual([]);
  });

  it.each(SINS)('%s bites %s: %s', async (rule, file, text, seen) => {
    const { summary } = await cruise(tree({ file, text }));
    const bites = summary.violations.map((violation) => violation.rule.name);
    expect(new Set(bites)).toEqual(new Set([rule]));
    expect(summary.violations.some(({ from, to }) => [from, to].some((path) => path.includes(seen.replace('node:', ''))))).toBe(
      true,
    );
  });
});
