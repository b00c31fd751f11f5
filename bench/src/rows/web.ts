import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { projectRoot, System, temporaryFolder } from '#embedded';
import { openBrowser } from '../../../test/browser/chromium.js';
import { Desk } from '../../../test/browser/desk.js';
import { quantile, ROUNDS, type Comparison } from '../measure.js';
import { framesWhileScrolling } from '../web/frames.js';
import { changesSeen } from '../web/live.js';
import { aFullCasebook, type Full } from '../web/full-casebook.js';
import { many, type Row } from './row.js';

const OFFICER = '532503-psb.duty';
/** A frame of 50 ms is the longest that a hand on the wheel does not feel. */
const FRAME_MS = 50;
const CHANGE_MS = 1_000;

/** What a person at the screen feels: how much must be loaded, whether it scrolls, how soon others' deeds are there. */
export const web: Row = {
  id: 'web',
  says: 'kilobytes before one can act, frames of long lists, and how soon another agency’s deed is on the screen',
  async run(say) {
    const comparisons = sizes(say);
    const folder = temporaryFolder('guitu-bench-web-');
    const system = new System({
      dataDir: folder, portBase: 0, mode: 'rehearsal',
      environment: { GATEWAY_REQUESTS_PER_MINUTE: '100000', LOG_LEVEL: 'warn' },
    });
    let browser: Browser | undefined;
    try {
      await system.start();
      browser = await openBrowser();
      const door = system.service('gateway').url;
      comparisons.push(...await live(browser, door, say));
      const full = await aFullCasebook(system.database('casebook').ownerUrl, {
        unitId: '532503-psb', clocks: many(10_000), entries: many(2_000) });
      comparisons.push(...await lists(browser, door, { full, say }));
      return comparisons;
    } finally {
      await browser?.close();
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Say = (text: string) => void;

/** The build weighs itself; the limits stand in one place, beside the check that keeps them. */
function sizes(say: Say): Comparison[] {
  const said = execFileSync(process.execPath, ['scripts/build-web.mjs', '--sizes'], { cwd: projectRoot(), encoding: 'utf8' });
  return [...said.matchAll(/^(.+): ([\d.]+) KB of (\d+) KB$/gm)].map(([line, screen, kilobytes, limit]) => {
    say(`  ${line}`);
    return {
      id: `web-size-${screen!.replace(' ', '-')}`, what: `compressed JavaScript before ${screen}`, against: 'the budget', unit: 'KB',
      goal: 1, lessIsBetter: true, ours: [Number(kilobytes)], theirs: [Number(limit)],
    };
  });
}

async function lists(browser: Browser, door: string, { full, say }: { full: Full; say: Say }): Promise<Comparison[]> {
  const desk = await Desk.setUp(browser, { door, username: OFFICER, looks: {} });
  await desk.signIn('/');
  const shelves = [
    { id: 'worklist', what: `a worklist of ${full.clocks} rows`, path: '/', list: '.long-list' },
    { id: 'timeline', what: `a case of ${full.entries} entries`, path: `/cases/${full.caseId}?tab=timeline`, list: '.timeline' },
  ];
  const comparisons: Comparison[] = [];
  for (const { id, what, path, list } of shelves) {
    const ours: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      await desk.go(path);
      const frames = await framesWhileScrolling(desk.page, list);
      ours.push(quantile(frames, 0.99));
      say(`  ${round}/${ROUNDS} ${what}: p99 ${ours.at(-1)!.toFixed(1)} ms of ${frames.length} frames`);
    }
    comparisons.push({
      id: `web-scroll-${id}`, what: `frames while scrolling ${what}, p99`, against: 'a frame that is not felt', unit: 'ms', goal: 1,
      lessIsBetter: true, ours, theirs: [FRAME_MS],
    });
  }
  await desk.leave();
  return comparisons;
}

async function live(browser: Browser, door: string, say: Say): Promise<Comparison[]> {
  const ours = await changesSeen(browser, door, many(10));
  say(`  another agency’s deed on the open screen after ${ours.map((ms) => Math.round(ms)).join(', ')} ms`);
  return [{
    id: 'web-live', what: 'sending a command → the other agency’s open screen shows it', against: 'a second', unit: 'ms', goal: 1,
    lessIsBetter: true, ours, theirs: [CHANGE_MS],
  }];
}
