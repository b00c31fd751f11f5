import type { Page, Response } from 'playwright-core';
import type { Problem } from '#service-kit';
import type { Command } from '../../web/src/api/command.js';
import { COMMANDS } from '../../web/src/api/commands.js';
import { REFUSALS } from '../../web/src/api/refusals.js';
import type { Place } from '../walkthrough/src/people.js';
import { answerTo, type Desk } from './desk.js';
import { Filling } from './filling.js';

/** What somebody is about to do, as a program would send it. */
export interface Deed {
  readonly place: Place;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Doing {
  readonly desk: Desk;
  readonly deed: Deed;
  readonly sameThing: Map<string, string>;
  /** The record at this address, so that its page can be found. */
  readonly record: (address: string) => Promise<{ caseId: string; victimId?: string }>;
}

/** What came of it: the answer of the service, or the reason that the page gives for not offering it at all. */
export type Outcome = Response | Problem;

type Way = (doing: Doing) => Promise<Outcome>;

const TEXTS: Readonly<Record<string, { zh: string; en: string; status?: number }>> = REFUSALS;
/** A page freshens itself; a reason that stands for so long is the answer. */
const STANDS_MS = 6_000;

/** @returns null when there is no screen for it. */
export function wayOf({ place, path }: Deed): Way | null {
  if (place === 'identity') return null;
  if (/^\/intakes\/(clues|missing-reports)$/.test(path)) return register;
  if (path === '/handovers') return schedule;
  if (/\/items\/\d+\/acceptance$/.test(path)) return acceptItem;
  if (/\/signatures\/\w+$/.test(path)) return sign;
  if (/\/offers\/[^/]+\/acceptance$/.test(path)) return acceptOffer;
  return onItsPage;
}

interface Meant {
  readonly action: string;
  readonly command: Command;
  /** What stands in the address besides the record: which plan, package, side. */
  readonly of: string;
}

function meantBy({ place, method, path }: Deed): Meant {
  for (const [name, command] of Object.entries(COMMANDS) as [string, Command][]) {
    if (command.service !== place || command.method !== method) continue;
    const found = new RegExp(`^${command.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path);
    if (!found) continue;
    const part = Object.entries(found.groups ?? {}).find(([key]) => key !== 'id' && key !== 'offerId');
    return { action: name.split('.')[1]!, command, of: part?.[1] ?? '' };
  }
  throw new Error(`The pages know no ${method} ${place}${path}.`);
}

const sentTo = ({ path }: Deed): RegExp => new RegExp(`^/api/[^/]+${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\\d+/g, '[^/]+')}$`);

async function register({ desk, deed, sameThing }: Doing): Promise<Outcome> {
  await desk.go('/new');
  if (deed.path.endsWith('missing-reports')) await desk.page.getByText('失踪报案', { exact: true }).click();
  return fillAndSend(desk.page, { deed, sameThing, within: 'main' });
}

async function schedule({ desk, deed, sameThing, record }: Doing): Promise<Outcome> {
  const [{ returnId }] = deed.body.persons as [{ returnId: string }];
  const { caseId } = await record(`/returns/${returnId}`);
  await desk.go(`/cases/${caseId}/cross-border/${returnId}`);
  await desk.page.getByRole('button', { name: '排定移交' }).click();
  return fillAndSend(desk.page, { deed, sameThing, within: '.ant-drawer-body' });
}

const idIn = (path: string): string => path.split('/')[2]!;

async function acceptItem({ desk, deed, sameThing, record }: Doing): Promise<Outcome> {
  const id = idIn(deed.path);
  const number = deed.path.split('/')[4]!;
  const { page } = desk;
  const address = `/cases/${(await record(`/handovers/${id}`)).caseId}/handovers/${id}`;
  if (new URL(page.url()).pathname !== address) await desk.go(address);
  if (deed.body.remark === 'as-listed')
    return answerTo(page, () => page.getByRole('button', { name: `第 ${number} 项与清单一致,接收` }).click(), sentTo(deed));
  await page.getByRole('button', { name: `第 ${number} 项有出入,注明` }).click();
  return fillAndSend(page, { deed, sameThing, within: '.ant-drawer-body' });
}

/** With the person's own key, which is made in this browser and never leaves it. */
async function sign({ desk, deed, record }: Doing): Promise<Outcome> {
  const id = idIn(deed.path);
  await desk.go(`/cases/${(await record(`/handovers/${id}`)).caseId}/handovers/${id}`);
  const signatures = desk.page.getByRole('region', { name: '双方签字' });
  await signatures.getByRole('button', { name: '签字' }).click();
  await desk.picture(`signing-${deed.path.split('/').at(-1)}`);
  // The key is registered first, and is known at the port a moment later: the page asks again until then.
  const done = desk.page.waitForResponse((response) => sentTo(deed).test(new URL(response.url()).pathname) && response.ok());
  await desk.page.locator('.ant-popover').getByRole('button', { name: '签字' }).click();
  return done;
}

/** From one's own list of work, where only one offer of the case stands there; else from the page of the stage. */
async function acceptOffer(doing: Doing): Promise<Outcome> {
  const { desk: { page }, desk, deed, record } = doing;
  const { caseId } = await record(deed.path.split('/offers/')[0]!);
  await desk.go('/');
  const offers = page.locator('li.offer', { has: page.locator(`a[href="/cases/${caseId}"]`) });
  const accept = offers.getByRole('button', { name: /^(接收|接到人了)$/ });
  if (await offers.count() !== 1 || await accept.count() !== 1) return onItsPage(doing);
  await accept.click();
  const question = page.getByRole('dialog').getByRole('button', { name: /^(接收|接到人了)$/ });
  return answerTo(page, () => question.click(), sentTo(deed));
}

const SERVICE_PAGES = /^\/(intakes|investigations|rescues|placements|returns)\//;

async function pageOf({ deed, record }: Doing): Promise<string> {
  const id = idIn(deed.path);
  const { caseId, victimId } = await record(deed.path.split('/').slice(0, 3).join('/'));
  if (SERVICE_PAGES.test(deed.path)) return `/cases/${caseId}/${deed.place}/${id}`;
  return deed.path.startsWith('/custodies/') ? `/cases/${caseId}/custodies/${victimId}` : `/cases/${caseId}/handovers/${id}`;
}

async function onItsPage(doing: Doing): Promise<Outcome> {
  const { desk: { page }, deed, sameThing } = doing;
  const { action, command, of } = meantBy(deed);
  await doing.desk.go(await pageOf(doing));
  const button = page.locator(`[data-do="${action} ${of}"]`);
  const panel = page.getByRole('region', { name: '可以办理' });
  const closed = panel.locator('.closed li', { hasText: command.zh }).locator('.why').first();
  await button.or(closed).first().waitFor({ state: 'attached' });
  await button.waitFor({ timeout: STANDS_MS }).catch(() => undefined);
  if (await button.count() === 0) return reasonIn(await closed.textContent() ?? '');
  await button.click();
  const asksNothing = Object.keys(command.body?.properties ?? {}).every((name) => name === 'occurredAt');
  if (!asksNothing) return fillAndSend(page, { deed, sameThing, within: '.ant-drawer-body' });
  return answerTo(page, () => page.locator('.ant-popover').getByRole('button', { name: '办理' }).click(), sentTo(deed));
}

async function fillAndSend(
  page: Page, { deed, sameThing, within }: Pick<Doing, 'deed' | 'sameThing'> & { within: string },
): Promise<Outcome> {
  const form = page.locator(`${within} form.command-form`);
  await new Filling(page, form, sameThing).fillIn(meantBy(deed).command.body!, deed.body);
  return answerTo(page, () => form.getByRole('button', { name: '提交' }).click(), sentTo(deed));
}

/** The code of the refusal whose sentence stands there. */
function reasonIn(words: string): Problem {
  const found = Object.entries(TEXTS).find(([, { zh }]) => words.includes(zh));
  if (!found) throw new Error(`No refusal says: ${words}`);
  const [code, { zh, en }] = found;
  return { code, zh, en } as Problem;
}
