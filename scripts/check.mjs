// Everything that must be true of this project, in one list: the same on a laptop and in CI.
// `npm run check` runs it all; `npm run check -- lint boundaries` runs only these steps.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const TOP = resolve(import.meta.dirname, '..');
const REPORT = join(TOP, 'dist', 'jest-report.json');
const MINUTE = 60_000;

/** Each with its own limit: nothing here may hang. */
const STEPS = [
  { name: 'build', run: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], limit: 5 * MINUTE },
  { name: 'lint', run: ['node_modules/eslint/bin/eslint.js', '.'], limit: 5 * MINUTE },
  {
    name: 'boundaries', limit: 2 * MINUTE,
    run: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'libs', 'services', 'deploy', 'scripts', 'test'],
  },
  { name: 'web', run: ['node_modules/typescript/bin/tsc', '-p', 'web'], limit: 3 * MINUTE },
  { name: 'web-size', run: ['scripts/build-web.mjs', '--sizes'], limit: 3 * MINUTE },
  { name: 'generated', run: ['dist/scripts/generate.js', '--check'], limit: 2 * MINUTE },
  { name: 'links', run: ['dist/scripts/links.js'], limit: MINUTE },
  {
    name: 'tests', limit: 30 * MINUTE,
    run: [
      '--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--json',
      `--outputFile=${REPORT}`, '--testTimeout=60000',
    ],
  },
];

function run({ run: args, limit }) {
  return new Promise((done) => {
    const PATH = [join(TOP, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
    const child = spawn('node', args, { cwd: TOP, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, PATH } });
    const timer = setTimeout(() => {
      console.error(`超时 ${limit / MINUTE} 分钟,已终止 / It took longer than ${limit / MINUTE} minutes and was ended.`);
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 20_000).unref();
    }, limit);
    child.on('error', (error) => { console.error(error.message); });
    child.on('close', (code) => { clearTimeout(timer); done(code === 0); });
  });
}

/** What Jest counted. A suite that could not even be loaded is a failure too. */
function testCounts() {
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`没有这一步 / No such step: ${unknown.join(', ')}. ${STEPS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

mkdirSync(join(TOP, 'dist'), { recursive: true });
rmSync(REPORT, { force: true });
const done = [];
for (const step of STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  console.log(`\n── ${step.name}`);
  const began = performance.now();
  const good = await run(step);
  done.push({ ...step, good, seconds: (performance.now() - began) / 1000 });
  if (!good) break;
}

console.log('');
for (const { name, good, seconds } of done)
  console.log(`${good ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1).padStart(7)} s`);
const broken = done.find(({ good }) => !good);
if (broken) console.log(`止于 / Stopped at: ${broken.name}`);

const { passed, failed } = testCounts();
// A broken step counts as one failure where Jest has none to show.
console.log(`${passed} passed, ${broken ? Math.max(failed, 1) : failed} failed`);
process.exitCode = broken ? 1 : 0;
