import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clockTableMarkdown } from '#clocks';
import { projectRoot } from '#embedded';
import { asyncApiPage } from './pages/asyncapi.js';
import { factsPage, readmeTables } from './pages/facts.js';
import { openApiPages } from './pages/openapi.js';
import type { Generator, Page } from './pages/page.js';
import { permissionsPage } from './pages/permissions.js';
import { refusalsPage } from './pages/refusals.js';
import { samplePages } from './pages/samples.js';
import { webAnswers } from './pages/web-answers.js';
import { webPages } from './pages/web.js';
import { listServices } from './services.js';

/**
 * `npm run generate` writes every page that comes from the code. With `--check` it writes nothing and fails
 * when a page does not say what the code says.
 */
const clocksPage: Generator = () => [{ path: 'docs/clocks.md', text: clockTableMarkdown() }];

const GENERATORS: readonly Generator[] =
  [samplePages, factsPage, readmeTables, permissionsPage, refusalsPage, clocksPage, openApiPages, asyncApiPage, webPages,
    webAnswers];

function isCurrent({ path, text, frozen }: Page): boolean {
  const file = join(projectRoot(), path);
  return existsSync(file) && (frozen === true || readFileSync(file, 'utf8') === text);
}

const services = await listServices();
const pages: Page[] = [];
for (const generator of GENERATORS) pages.push(...await generator(services));
const stale = pages.filter((page) => !isCurrent(page));

if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`不是最新 / Not what the code says: ${path}`);
  if (stale.length > 0) console.error('请运行 npm run generate 并提交 / Run npm run generate and commit what it writes.');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const { path, text } of stale) {
    const file = join(projectRoot(), path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(path);
  }
}
console.log(
  `${pages.length} pages from ${services.length} services, ${stale.length} ${process.argv.includes('--check') ? 'stale' : 'written'}`,
);
