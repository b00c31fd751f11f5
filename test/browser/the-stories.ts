import { expect, it } from '@jest/globals';
import { pause } from '../walkthrough/src/people.js';
import { STORIES } from '../walkthrough/src/stories.js';
import { Stagecraft, type Item, type Tell } from '../walkthrough/src/story.js';
import { Album } from './album.js';
import { AtTheScreen, type Company } from './at-the-screen.js';
import type { Desk } from './desk.js';
import type { Workplace } from './workplace.js';

const MINUTE = 60_000;

/** What has no screen: a page makes the key of its person by itself. */
const WITHOUT_SCREEN = ['POST identity/me/signing-keys'];

/** The reference cases, each person at a browser of their own, from the first report to the end. */
export function theStories(workplace: () => Workplace): void {
  for (const [name, tell] of Object.entries(STORIES))
    it(name, () => playAtTheScreen(workplace(), { name, tell }), 12 * MINUTE);
}

async function playAtTheScreen(workplace: Workplace, { name, tell }: { name: string; tell: Tell }): Promise<void> {
  const desks = new Map<string, Desk>();
  const company: Company = {
    places: workplace.places, issuer: workplace.stage.issuer, sameThing: new Map(), album: new Album(name),
    withoutScreen: new Set(),
    desk: async (username) => {
      const desk = await workplace.desk(username);
      desks.set(username, desk);
      await desk.signInAs();
      return desk;
    },
  };
  let step = '';
  try {
    const { items, caseIds, reader } = await tell(new Stagecraft(workplace.places, {
      player: (username) => new AtTheScreen(username, company), step: (line) => { step = line; },
    }));
    step = 'the end';
    expect([...company.withoutScreen].filter((way) => !WITHOUT_SCREEN.includes(way))).toEqual([]);
    for (const item of items) await held(item);
    for (const caseId of caseIds) await lookBack(desks.get(reader.username)!, { name, caseId });
    expect([...desks.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
  } catch (error) {
    for (const [username, desk] of desks) await desk.glance(`${name}/failed-${username}`).catch(() => undefined);
    throw new Error(`After: ${step}`, { cause: error });
  }
  for (const desk of desks.values()) await desk.leave();
}

/** The whole case as it stands on the screen afterwards. */
async function lookBack(desk: Desk, { name, caseId }: { name: string; caseId: string }): Promise<void> {
  for (const tab of ['now', 'timeline', 'ledger']) {
    await desk.go(`/cases/${caseId}?tab=${tab}`);
    await desk.picture(`${name}/end-${tab}`);
  }
}

/** What must hold at the end; what one service says reaches the others a moment later. */
async function held({ ask, en }: Item, withinMs = 30_000): Promise<void> {
  for (const until = Date.now() + withinMs; ;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() > until) throw new Error(`Did not hold: ${en}`, { cause: error });
      await pause(200);
    }
  }
}
