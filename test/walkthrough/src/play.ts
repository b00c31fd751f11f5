import { inItsOwnTime } from './clock.js';
import { timelineOf, type Ledger } from './moves.js';
import { eventually, pause, type Person, type Places } from './people.js';
import { inBeijing, Stagecraft, type Item, type Tell } from './story.js';

export interface Played {
  readonly items: readonly { number: number; held: boolean; seen: string }[];
  readonly caseIds: readonly string[];
  readonly seconds: string;
}

/** Plays a story in its own years, and leaves the clock where people can go on working. */
export function play(
  tell: Tell, places: Places, say: (line: string) => void, before?: (step: number) => Promise<void>,
): Promise<Played> {
  const stage = new Stagecraft(places, { step: say, before });
  return inItsOwnTime(stage, say, () => played(tell, stage, say));
}

/** Plays a story, prints the timeline with who was answerable when, then asks for each item whether it holds. */
async function played(tell: Tell, stage: Stagecraft, say: (line: string) => void): Promise<Played> {
  const began = Date.now();
  const { caseIds, items, reader } = await tell(stage);
  for (const caseId of caseIds) await printTimeline(stage, { caseId, reader }, say);
  say('\n应当成立 · What must hold');
  const asked: Played['items'][number][] = [];
  for (const item of items) {
    const { held, seen } = await answerTo(item);
    asked.push({ number: item.number, held, seen });
    say(`${held ? 'held        ' : 'did not hold'}  ${String(item.number).padStart(2)}  ${item.zh} / ${item.en}\n                  ${seen}`);
  }
  return { items: asked, caseIds, seconds: ((Date.now() - began) / 1000).toFixed(1) };
}

const PATIENCE_MS = 30_000;

/** What one service says reaches the others a moment later, after an outage somewhat more: an item may be asked again. */
async function answerTo({ ask }: Item): Promise<{ held: boolean; seen: string }> {
  for (const until = Date.now() + PATIENCE_MS; ;) {
    try {
      return { held: true, seen: await ask() };
    } catch (error) {
      if (Date.now() > until) return { held: false, seen: error instanceof Error ? error.message : String(error) };
      await pause(1_000);
    }
  }
}

async function printTimeline(
  stage: Stagecraft, { caseId, reader }: { caseId: string; reader: Person }, say: (line: string) => void,
): Promise<void> {
  await quiet(reader, caseId);
  say(`\n案件时间线 · Timeline of ${caseId}`);
  for (const { occurredAt, type, actorUnit } of await timelineOf(reader, caseId))
    say(`  ${inBeijing(occurredAt)}  ${type.padEnd(38)} ${actorUnit}`);
  const { stages } = await reader.get<Ledger>('casebook', `/cases/${caseId}/ledger`);
  const names = await stage.names(stages.flatMap(({ intervals }) => intervals.map(({ personId }) => personId)));
  say('\n责任台账 · Who was answerable when');
  for (const { stage: kind, intervals } of stages) {
    for (const { unitId, personId, fromAt, toAt } of intervals)
      say(`  ${kind.padEnd(14)} ${inBeijing(fromAt)} → ${toAt ? inBeijing(toAt) : '至今 now        '}  ${unitId.padEnd(28)} ${names.get(personId) ?? personId}`);
  }
}

/** Waits until the last thing said has reached the casebook: two looks, a moment apart, see the same. */
async function quiet(reader: Person, caseId: string): Promise<void> {
  let before = '';
  await eventually('the casebook to be quiet', async () => {
    const now = JSON.stringify(await reader.get('casebook', `/cases/${caseId}`));
    const isSame = now === before;
    before = now;
    if (!isSame) await pause(700);
    return isSame;
  });
}
