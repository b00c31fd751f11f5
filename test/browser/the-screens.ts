import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { womanReturnedAtHekou } from '../walkthrough/src/cases/woman-returned-at-hekou.js';
import { INTAKES, INVESTIGATIONS, PLACEMENTS, RESCUES, RETURNS, type Shelf, type StageRecord } from '../walkthrough/src/moves.js';
import type { Person } from '../walkthrough/src/people.js';
import { Stagecraft } from '../walkthrough/src/story.js';
import { OFFICE, TELEPHONE, type Desk } from './desk.js';
import { barriersOn, missingWordsOn, tooWideOn } from './looking.js';
import type { Workplace } from './workplace.js';

const MINUTE = 60_000;

interface Screen {
  readonly name: string;
  readonly path: string;
  /** What somebody opens there before looking. */
  readonly open?: (page: Page) => Promise<void>;
}

/** Every screen, in both languages, by day and by night, at the desk and on the telephone. */
export function theScreens(workplace: () => Workplace): void {
  it('can be read by everybody: the door', async () => {
    const desk = await workplace().desk('');
    await desk.page.goto(workplace().door);
    await desk.page.locator('.door-people a').first().waitFor();
    const faults = await faultsOf(desk, 'sign-in', () => desk.page.locator('.door-language').click(), true);
    expect([...faults, ...desk.complaints]).toEqual([]);
    await desk.leave();
  }, 3 * MINUTE);

  it('can be read by everybody: every screen of a case on its way home', async () => {
    const screens = await screensOfACase(workplace());
    const faults: string[] = [];
    for (const [username, seen] of Object.entries(screens)) {
      const desk = await workplace().signedIn(username);
      for (const { name, path, open } of seen) {
        await desk.go(path);
        await open?.(desk.page);
        faults.push(...await faultsOf(desk, name, () => desk.page.locator('.bar-right > button').first().dispatchEvent('click')));
      }
      faults.push(...desk.complaints);
      await desk.leave();
    }
    expect(faults).toEqual([]);
  }, 6 * MINUTE);
}

async function faultsOf(desk: Desk, name: string, otherLanguage: () => Promise<unknown>, isDoor = false): Promise<string[]> {
  const { page } = desk;
  const faults: string[] = [];
  const note = (what: string, found: readonly string[]) => faults.push(...found.map((each) => `${name}, ${what}: ${each}`));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(OFFICE);
  await drawn(page);
  note('by day', await barriersOn(page));
  note('Chinese', isDoor ? [] : await missingWordsOn(page, 'zh'));
  note('desk', await tooWideOn(page));
  await desk.picture(`${name}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await drawn(page);
  note('by night', await barriersOn(page));
  await page.setViewportSize(TELEPHONE);
  await drawn(page);
  note('telephone', await tooWideOn(page));
  await desk.picture(`${name}-telephone-dark`);
  await otherLanguage();
  await drawn(page);
  note('English, telephone', await tooWideOn(page));
  note('English', isDoor ? [] : await missingWordsOn(page, 'en'));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(OFFICE);
  await drawn(page);
  note('English, desk', await tooWideOn(page));
  await desk.picture(`${name}-english`);
  await otherLanguage();
  return faults;
}

/** Two frames later everything has found its place. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

class Enough extends Error {}

/** The case of the two women, as far as the manifest that is accepted and not signed yet. @returns what each person sees. */
async function screensOfACase(workplace: Workplace): Promise<Record<string, Screen[]>> {
  const stage = new Stagecraft(workplace.places, {
    step: (line) => { if (line.startsWith('对方逐项接收')) throw new Enough(); },
  });
  await womanReturnedAtHekou(stage).catch((error: unknown) => { if (!(error instanceof Enough)) throw error; });
  const officer = await stage.at('532528-psb', 'officer');
  const border = await stage.at('532500-border-management', 'border-officer');
  const relief = await stage.at('532500-relief-station', 'placement-worker');
  const { items: cases } = await officer.get<{ items: { caseId: string; victims: number }[] }>('casebook', '/cases?limit=100');
  const caseId = await newestWith(border, RETURNS, cases.map((found) => found.caseId));
  const of = async (shelf: Shelf, by: Person): Promise<StageRecord[]> =>
    (await by.get<{ items: StageRecord[] }>(shelf.place, `${shelf.path}?caseId=${caseId}`)).items;
  const page = ({ place }: Shelf, { id }: StageRecord): string => `/cases/${caseId}/${place}/${id}`;
  const [intake, investigation, rescue] = [
    (await of(INTAKES, officer))[0]!, (await of(INVESTIGATIONS, officer))[0]!, (await of(RESCUES, officer))[0]!];
  const [placement, returning] = [(await of(PLACEMENTS, relief))[0]!, (await of(RETURNS, border))[0]!];
  const { items: handovers } = await border.get<{ items: { id: string }[] }>('cross-border', `/handovers?caseId=${caseId}`);
  const opens = (action: string) => async (on: Page): Promise<void> => {
    await on.locator(`[data-do^="${action} "]`).first().click();
    await on.locator('.command-form').waitFor();
  };
  const opensByButton = (name: string) => async (on: Page): Promise<void> => {
    await on.getByRole('button', { name }).click();
    await on.locator('.command-form').waitFor();
  };
  await officer.post('investigation', '/attachments', {
    recordId: investigation.id, kind: 'photograph', mediaType: 'image/png', bytes: 1_000, digest: 'a'.repeat(64),
    hasOriginal: true,
  });
  return {
    [officer.username]: [
      { name: 'my-work', path: '/' },
      { name: 'cases', path: '/cases?state=all' },
      { name: 'case', path: `/cases/${caseId}` },
      { name: 'case-timeline', path: `/cases/${caseId}?tab=timeline` },
      { name: 'case-ledger', path: `/cases/${caseId}?tab=ledger` },
      { name: 'case-compare', path: `/cases/${caseId}?tab=compare` },
      { name: 'intake', path: page(INTAKES, intake) },
      { name: 'investigation', path: page(INVESTIGATIONS, investigation) },
      { name: 'suspect', path: page(INVESTIGATIONS, investigation), open: opens('suspect') },
      { name: 'add-file', path: page(INVESTIGATIONS, investigation), open: opensByButton('添加附件') },
      { name: 'file', path: page(INVESTIGATIONS, investigation), open: opensByButton('打开 照片') },
      { name: 'rescue', path: page(RESCUES, rescue) },
      { name: 'register-clue', path: '/new' },
      {
        name: 'register-missing', path: '/new',
        open: async (on) => { await on.getByText('失踪报案', { exact: true }).click(); },
      },
      { name: 'board', path: '/board' },
      { name: 'notices', path: '/notices' },
      { name: 'search', path: '/search' },
      { name: 'no-such-page', path: '/nowhere' },
    ],
    [relief.username]: [
      { name: 'placement', path: page(PLACEMENTS, placement) },
      { name: 'placement-decision', path: page(PLACEMENTS, placement), open: opens('decide') },
      { name: 'custody', path: `/cases/${caseId}/custodies/${placement.victimId}` },
      { name: 'my-work-relief', path: '/' },
    ],
    [border.username]: [
      { name: 'return', path: page(RETURNS, returning) },
      ...handovers.map(({ id }, index) => ({ name: `handover-${index + 1}`, path: `/cases/${caseId}/handovers/${id}` })),
      { name: 'my-work-border', path: '/' },
    ],
  };
}

/** The case among these in which there is a return. */
async function newestWith(reader: Person, shelf: Shelf, caseIds: readonly string[]): Promise<string> {
  for (const caseId of caseIds) {
    const { items } = await reader.get<{ items: unknown[] }>(shelf.place, `${shelf.path}?caseId=${caseId}`).catch(() => ({ items: [] }));
    if (items.length > 0) return caseId;
  }
  throw new Error('No case has come so far.');
}
