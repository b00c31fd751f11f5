import { expect, it } from '@jest/globals';
import { womanReturnedAtHekou } from '../walkthrough/src/cases/woman-returned-at-hekou.js';
import { pause } from '../walkthrough/src/people.js';
import { Stagecraft, type Item, type Tell } from '../walkthrough/src/story.js';
import { AtTheScreen, type Company } from './at-the-screen.js';
import type { Desk } from './desk.js';
import type { Workplace } from './workplace.js';

const MINUTE = 60_000;

/** What has no screen yet: clinicians record a check in a rescue that they may not read. A page makes its own key. */
const WITHOUT_SCREEN = ['POST identity/me/signing-keys', 'PUT rescue/rescues/…/victims/…/medical-check'];

/** The reference cases, each person at a browser of their own, from the first report to the end. */
export function theStories(workplace: () => Workplace): void {
  it('woman-returned-at-hekou', () => playAtTheScreen(workplace(), womanReturnedAtHekou), 8 * MINUTE);
}

async function playAtTheScreen(workplace: Workplace, tell: Tell): Promise<void> {
  const desks = new Map<string, Desk>();
  const company: Company = {
    places: workplace.places, issuer: workplace.stage.issuer, sameThing: new Map(), withoutScreen: new Set(),
    desk: async (username) => {
      const desk = await workplace.signedIn(username);
      desks.set(username, desk);
      return desk;
    },
  };
  let step = '';
  try {
    const { items } = await tell(new Stagecraft(workplace.places, {
      player: (username) => new AtTheScreen(username, company), step: (line) => { step = line; },
    }));
    expect([...company.withoutScreen].sort()).toEqual(WITHOUT_SCREEN);
    for (const item of items) await held(item);
    expect([...desks.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
  } catch (error) {
    for (const [username, desk] of desks) await desk.picture(`failed-${username}`).catch(() => undefined);
    throw new Error(`After: ${step}`, { cause: error });
  }
  for (const desk of desks.values()) await desk.leave();
}

/** What must hold at the end; what one service says reaches the others a moment later. */
async function held({ ask, en }: Item, withinMs = 30_000): Promise<void> {
  for (const until = Date.now() + withinMs; ;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() > until) throw new Error(`Did not hold: ${en}`, { cause: error });
      await pause(500);
    }
  }
}
