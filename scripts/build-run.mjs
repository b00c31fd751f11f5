// Compiles what runs, when a source is newer than the last build: whoever asks for a token twice waits once.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';

const TOP = resolve(import.meta.dirname, '..');
const SOURCES = ['libs', 'services', 'deploy', 'scripts', 'test'];
const SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'];
const BUILT = join(TOP, 'dist', '.tsbuildinfo-run');

const newestIn = (folder) => Math.max(0, ...readdirSync(join(TOP, folder), { recursive: true, withFileTypes: true })
  .filter(({ name }) => name.endsWith('.ts')).map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));

function isCurrent() {
  if (!existsSync(BUILT)) return false;
  const changed = Math.max(...SOURCES.map(newestIn), ...SETTINGS.map((name) => statSync(join(TOP, name)).mtimeMs));
  return statSync(BUILT).mtimeMs > changed;
}

if (!isCurrent()) {
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  const { status } = spawnSync(process.execPath, tsc, { cwd: TOP, stdio: 'inherit' });
  // The compiler leaves its note as it is when a source was only touched.
  if (status === 0) utimesSync(BUILT, new Date(), new Date());
  process.exitCode = status ?? 1;
}
