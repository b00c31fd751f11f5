import type { Locator, Response } from 'playwright-core';
import type { Command } from '../../web/src/api/command.js';
import { COMMANDS } from '../../web/src/api/commands.js';
import { REFUSALS } from '../../web/src/api/refusals.js';
import type { Place } from '../walkthrough/src/people.js';
import type { Album } from './album.js';
import { answerTo, PATIENCE_MS, type Desk } from './desk.js';
import { Filling } from './filling.js';

/** What somebody is about to do, as a program would send it. */
export interface Deed {
  readonly place: Place;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A record as its service shows it: so that its page can be found, and is seen to be up to date. */
export interface Known {
  readonly caseId: string;
  readonly victimId?: string;
  readonly version: number;
  readonly actions?: readonly { readonly action: string; readonly of?: string; readonly open: boolean }[];
}

interface Doing {
  readonly desk: Desk;
  readonly deed: Deed;
  readonly sameThing: Map<string, string>;
  readonly album: Album;
  readonly record: (address: string) => Promise<Known>;
  /** Is there something about this record among what waits for the person? */
  readonly awaits: (id: string) => Promise<boolean>;
}

/** What came of it: the answer of the service, or the code of the reason that the page gives for not offering it at all. */
export type Outcome = Response | { readonly notOffered: string };

type Way = (doing: Doing) => Promise<Outcome>;

const TEXTS: Readonly<Record<string, { zh: string }>> = REFUSALS;

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

const idIn = (path: string): string => path.split('/')[2]!;
const recordIn = (path: string): string => path.split('/').slice(0, 3).join('/');
const sentTo = ({ path }: Deed): RegExp => new RegExp(`^/api/[^/]+${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\\d+/g, '[^/]+')}$`);

async function register(doing: Doing): Promise<Outcome> {
  const { desk, deed } = doing;
  await desk.walk('/new', 'main form.command-form');
  if (deed.path.endsWith('missing-reports')) await desk.page.getByText('失踪报案', { exact: true }).click();
  return fillAndSend(doing, 'main');
}

async function schedule(doing: Doing): Promise<Outcome> {
  const { desk, deed, album } = doing;
  const [{ returnId }] = deed.body.persons as [{ returnId: string }];
  const { known: { actions = [] } } = await openPage(doing, `/returns/${returnId}`);
  const ways = actions.filter(({ action }) => action === 'schedule');
  if (ways.length > 0 && ways.every(({ open }) => !open)) {
    const notOffered = reasonIn(deed.place, await desk.page.locator('[data-not="schedule"] .why').first().textContent() ?? '');
    await album.take(desk, `schedule-not-yet-${notOffered}`);
    return { notOffered };
  }
  await desk.page.getByRole('button', { name: '排定移交' }).click();
  return fillAndSend(doing, '.ant-drawer-body');
}

async function acceptItem(doing: Doing): Promise<Outcome> {
  const { desk: { page }, desk, deed, album } = doing;
  const number = deed.path.split('/')[4]!;
  await openPage(doing, recordIn(deed.path));
  if (deed.body.remark === 'as-listed') {
    const accept = page.getByRole('button', { name: `第 ${number} 项与清单一致,接收` });
    await accept.waitFor();
    await album.take(desk, 'manifest');
    return answerTo(page, () => accept.click(), sentTo(deed));
  }
  await page.getByRole('button', { name: `第 ${number} 项有出入,注明` }).click();
  return fillAndSend(doing, '.ant-drawer-body');
}

/** With the person's own key, which is made in this browser and never leaves it. */
async function sign(doing: Doing): Promise<Outcome> {
  const { desk: { page }, desk, deed, album } = doing;
  await openPage(doing, recordIn(deed.path));
  await page.getByRole('region', { name: '双方签字' }).getByRole('button', { name: '签字' }).click();
  const question = page.getByRole('dialog').getByRole('button', { name: '签字' });
  await question.waitFor();
  await album.take(desk, `signing-${deed.path.split('/').at(-1)}`);
  // The key is registered first, and is known at the port a moment later: the page asks again until then.
  const done = page.waitForResponse(
    (response) => sentTo(deed).test(new URL(response.url()).pathname) && response.ok(), { timeout: 2 * PATIENCE_MS });
  await question.click();
  return done;
}

/** From one's own list of work. */
async function acceptOffer(doing: Doing): Promise<Outcome> {
  const { desk: { page }, desk, deed, album, record } = doing;
  const isCare = deed.path.startsWith('/custodies/');
  const { caseId, victimId } = await record(recordIn(deed.path));
  const yes = isCare ? '接到人了' : '接收';
  const victim = victimId ? `[data-victim="${victimId}"]` : '';
  const offer = page.locator(`li.offer${victim}`, { has: page.locator(`a[href="/cases/${caseId}"]`) });
  const accept = offer.getByRole('button', { name: yes, exact: true });
  await desk.walk('/', 'main section.part');
  await accept.waitFor();
  // The service is asked who may: until it has answered, the button waits.
  const isClosed = await accept.and(page.locator(':enabled')).or(offer.locator('.offer-whose')).first()
    .evaluate((found: { tagName: string }) => found.tagName !== 'BUTTON');
  await album.take(desk, isCare ? 'care-offered' : isClosed ? 'offered-to-others' : 'offered');
  if (isClosed) return { notOffered: reasonIn(deed.place, await offer.locator('.offer-whose').textContent() ?? '') };
  await accept.click();
  const question = page.getByRole('dialog').getByRole('button', { name: yes, exact: true });
  await question.waitFor();
  await album.take(desk, isCare ? 'taking-care' : 'accepting');
  return answerTo(page, () => question.click(), sentTo(deed));
}

const SERVICE_PAGES = /^\/(intakes|investigations|rescues|placements|returns)\//;

/** To the page of a record, and until it stands there as its service has it. */
async function openPage({ desk, deed, record, awaits }: Doing, address: string): Promise<{ known: Known; panel: Locator }> {
  const id = idIn(address);
  const known = await record(address);
  const { caseId, victimId, version } = known;
  const path = SERVICE_PAGES.test(`${address}/`) ? `/cases/${caseId}/${deed.place}/${id}`
    : address.startsWith('/custodies/') ? `/cases/${caseId}/custodies/${victimId}` : `/cases/${caseId}/handovers/${id}`;
  const panel = `section.actions[data-record="${id}"]`;
  // Whoever is asked to do something finds it in their own list of work.
  if (!desk.isAt(path) && await awaits(id)) await desk.walk('/', `main a[href="${path}"]`);
  await desk.walk(path, panel);
  await desk.until(`Number(document.querySelector(${JSON.stringify(panel)})?.dataset.version) >= ${version}`);
  return { known, panel: desk.page.locator(panel) };
}

async function onItsPage(doing: Doing): Promise<Outcome> {
  const { desk: { page }, desk, deed, album } = doing;
  const { action, command, of } = meantBy(deed);
  const { known, panel } = await openPage(doing, recordIn(deed.path));
  const key = `${action} ${of}`;
  const said = known.actions?.find((state) => state.action === action && (state.of ?? '') === of);
  if (said && !said.open) {
    const closed = panel.locator('.closed li', { has: page.locator(`[data-not="${key}"]`) });
    await closed.waitFor({ state: 'attached' });
    if (!await closed.isVisible()) await panel.locator('.closed summary').click();
    await closed.scrollIntoViewIfNeeded();
    const notOffered = reasonIn(deed.place, await closed.locator('.why').first().textContent() ?? '');
    await album.take(desk, `${action}-not-yet-${notOffered}`);
    return { notOffered };
  }
  await panel.locator(`[data-do="${key}"]`).click();
  const asksNothing = Object.keys(command.body?.properties ?? {}).every((name) => name === 'occurredAt');
  if (!asksNothing) return fillAndSend(doing, '.ant-drawer-body');
  const question = page.getByRole('dialog').getByRole('button', { name: '办理' });
  await question.waitFor();
  await album.take(desk, action);
  const answer = await answerTo(page, () => question.click(), sentTo(deed));
  if (!answer.ok()) await album.take(desk, `${action}-refused`);
  return answer;
}

async function fillAndSend(doing: Doing, within: string): Promise<Outcome> {
  const { desk: { page }, desk, deed, sameThing, album } = doing;
  const { action, command } = meantBy(deed);
  const form = page.locator(`${within} form.command-form`);
  await form.waitFor();
  await new Filling(page, form, sameThing).fillIn(command.body!, deed.body);
  await album.take(desk, action);
  const answer = await answerTo(page, () => form.getByRole('button', { name: '提交' }).click(), sentTo(deed));
  if (answer.ok()) await form.waitFor({ state: 'detached' });
  else await putAside(doing, form);
  return answer;
}

/** What was refused is read, and nothing of it is kept. */
async function putAside({ desk, deed, album }: Doing, form: Locator): Promise<void> {
  await form.getByRole('alert').first().waitFor();
  await album.take(desk, `${meantBy(deed).action}-refused`);
  await form.getByRole('button', { name: '清空' }).click();
  const aside = form.getByRole('button', { name: '先放着' });
  if (await aside.count() > 0) await aside.click();
}

/** The code of the refusal whose sentence stands there; two services may say the same. */
function reasonIn(place: Place, words: string): string {
  const codes = Object.entries(TEXTS).filter(([, { zh }]) => words.includes(zh)).map(([code]) => code);
  const found = codes.find((code) => code.startsWith(`${place}.`)) ?? codes[0];
  if (!found) throw new Error(`No refusal says: ${words}`);
  return found;
}
