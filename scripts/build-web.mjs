// Builds the web workplace into web/dist, when something of it is newer than what is built. With `--sizes` it always
// builds, and fails when a screen has become heavier than a slow line in the mountains bears.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

// React is built as it is served, whatever runs the build: a test run would otherwise bring its own NODE_ENV.
process.env.NODE_ENV = 'production';

const TOP = resolve(import.meta.dirname, '..');
const WEB = join(TOP, 'web');
const MANIFEST = join(WEB, 'dist', '.vite', 'manifest.json');

/** Kilobytes of compressed JavaScript that must come before somebody can act. */
const BUDGETS = [
  { screen: 'sign-in', entries: ['index.html'], limit: 120 },
  { screen: 'my work', entries: ['index.html', 'src/app/workplace.tsx', 'src/features/work/my-work.tsx'], limit: 380 },
];

const newest = (folder) => Math.max(0, ...readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));

function isCurrent() {
  if (!existsSync(MANIFEST)) return false;
  const sources = [newest(join(WEB, 'src')), newest(join(WEB, 'public')),
    ...['index.html', 'vite.config.ts', '../package-lock.json'].map((name) => statSync(join(WEB, name)).mtimeMs)];
  return statSync(MANIFEST).mtimeMs > Math.max(...sources);
}

/** A file of the build, and all that it needs at once; what is loaded later is not counted. */
function filesOf(manifest, entry, found = new Set()) {
  const chunk = manifest[entry];
  if (!chunk) throw new Error(`${entry} is not in the build.`);
  if (!found.has(chunk.file)) {
    found.add(chunk.file);
    for (const needed of chunk.imports ?? []) filesOf(manifest, needed, found);
  }
  return found;
}

/** Once here, and not with every request: the gateway sends what lies beside a file. */
function compress() {
  for (const entry of readdirSync(join(WEB, 'dist'), { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(js|css|svg|json)$/.test(file) || statSync(file).size < 1024) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}

function weigh() {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  for (const { screen, entries, limit } of BUDGETS) {
    const files = new Set(entries.flatMap((entry) => [...filesOf(manifest, entry)]));
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(WEB, 'dist', file)), { level: 9 }).length, 0);
    const kilobytes = (bytes / 1000).toFixed(1);
    console.log(`${screen}: ${kilobytes} KB of ${limit} KB`);
    if (bytes > limit * 1000) process.exitCode = 1;
  }
}

const wantsSizes = process.argv.includes('--sizes');
if (wantsSizes || !isCurrent()) {
  const { build } = await import('vite');
  await build({ configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' });
  compress();
}
if (wantsSizes) weigh();
