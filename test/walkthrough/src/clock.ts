import { eventually, type Place } from './people.js';
import { inBeijing, type Stagecraft } from './story.js';

/** What the clocks of the services say, and when they were asked. */
interface Clocks {
  readonly askedAt: number;
  readonly now: readonly number[];
}

/**
 * Where the clock belongs when a story is over: where it would be without the story, or where the story has left it, if that
 * is later. Time never runs backwards within a case, so whoever works on a case of before, or on the one just played, must
 * not find the clock before the last thing that was entered.
 */
export function timeAfterwards(before: Clocks, after: Clocks): number {
  const elapsed = after.askedAt - before.askedAt;
  return Math.max(...before.now.map((now) => now + elapsed), ...after.now);
}

/** Tells a story, which moves the clock through the years of its case, and puts the clock where people can go on working. */
export async function inItsOwnTime<T>(stage: Stagecraft, say: (line: string) => void, tell: () => Promise<T>): Promise<T> {
  const before = await clocksOf(stage);
  try {
    return await tell();
  } finally {
    const left = await clocksOf(stage);
    const target = new Date(timeAfterwards(before, left)).toISOString();
    await stage.setClock(target);
    const isBack = left.now.every((now) => now < Date.parse(target));
    say(`\n演练时钟现为 ${inBeijing(target)}(北京时间)${isBack ? ',已复位,不再是故事中的时间' : ',即故事结束之时'};此前登记的事项均可继续办理。\n`
      + `The rehearsal clock now says ${inBeijing(target)} (Beijing)${isBack ? ', no longer the time of the story' : ', where the story ended'}: `
      + 'whatever was entered before can be worked on.');
  }
}

async function clocksOf({ places }: Stagecraft): Promise<Clocks> {
  const now = await Promise.all((Object.keys(places) as Place[]).map((place) =>
    eventually(`the clock of ${place}`, async () => {
      const answer = await fetch(`${places[place]}/rehearsal/clock`, { signal: AbortSignal.timeout(10_000) });
      return answer.ok && Date.parse((await answer.json() as { now: string }).now);
    })));
  return { askedAt: Date.now(), now };
}
