import { rmSync } from 'node:fs';
import { SERVICES, System, temporaryFolder } from '#embedded';
import { play, type Played } from './play.js';
import { STORIES } from './stories.js';
import type { Places } from './people.js';

/**
 * `npm run walkthrough -- <case>`: plays a reference case through the public HTTP API of the running rehearsal system,
 * or of one that it starts for itself, and asks the system what must hold.
 */
async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  const story = STORIES[name];
  if (!story) {
    console.error(`用法 Usage: npm run walkthrough -- <${Object.keys(STORIES).join(' | ')}>`);
    process.exit(2);
  }
  const running = await runningPlaces();
  const own = running ? null : await ownSystem();
  try {
    const played = await play(story, running ?? own!.places, (line) => console.log(line));
    process.exitCode = verdict(name, played);
  } finally {
    await own?.stop();
  }
}

function verdict(name: string, { items, seconds }: Played): number {
  const held = items.filter((item) => item.held).length;
  console.log(`\n${name}: ${held}/${items.length} held, ${seconds} s`);
  return held === items.length ? 0 : 1;
}

/** The rehearsal system that runs here, or null. A live system is never played with. */
async function runningPlaces(): Promise<Places | null> {
  const places = placesAt((name) => `http://127.0.0.1:${SERVICES.find((service) => service.name === name)!.port}`);
  try {
    const ready = await fetch(`${places.identity}/health/ready`, { signal: AbortSignal.timeout(1_500) });
    if (!ready.ok) return null;
  } catch {
    return null;
  }
  const clock = await fetch(`${places.identity}/rehearsal/clock`, { signal: AbortSignal.timeout(5_000) });
  if (!clock.ok) {
    console.error('正在运行的是正式系统,不能演练。请停止后以 npm start -- --rehearsal 启动。\n'
      + 'A live system is running; it is not played with. Stop it and start one with: npm start -- --rehearsal');
    process.exit(2);
  }
  return places;
}

async function ownSystem(): Promise<{ places: Places; stop: () => Promise<void> }> {
  const dataDir = temporaryFolder('guitu-walkthrough-');
  const system = new System({ dataDir, portBase: 0, mode: 'rehearsal' });
  console.log('没有运行中的演练系统,现启动一个临时的 … / No rehearsal system is running: starting one for this walkthrough …');
  await system.start();
  return {
    places: placesAt((name) => system.service(name).url),
    stop: async () => {
      await system.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const placesAt = (urlOf: (name: string) => string): Places =>
  Object.fromEntries(SERVICES.map(({ name }) => [name, urlOf(name)])) as unknown as Places;

await main();
