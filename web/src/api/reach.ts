/** The gateway, or one of the services behind it. */
export type Place = string;

export const DOOR: Place = 'gateway';

/** What does not answer now, each with the question by which one learns that it answers again. */
const away = new Map<Place, string>();
const listeners = new Set<() => void>();
let shown: readonly Place[] = [];

const placeOf = (address: string): Place => /^\/api\/([\w-]+)\//.exec(address)?.[1] ?? DOOR;

/** Of no other answer is it known that the work of a service stands still. */
const STANDS_STILL: readonly string[] = ['gateway.service-away', 'gateway.too-slow', 'record.busy', 'record.internal-error'];

/** No refusal: whether it was done is not known, and the same command may be sent again. */
export const standsStill = (code: string): boolean => STANDS_STILL.includes(code);

/** Something has answered: so the door is there, and the service behind it unless the answer says otherwise. */
export function answered(address: string, { status, code, isQuestion }: {
  readonly status: number;
  /** Undefined where it is none of our own answers, as from a machine before the door. */
  readonly code?: string;
  readonly isQuestion: boolean;
}): void {
  const isOurs = code !== undefined || status < 500;
  if (!isOurs) return missed(DOOR, '/session');
  away.delete(DOOR);
  const place = placeOf(address);
  if (code && standsStill(code)) missed(place, isQuestion ? address : `/api/${place}/openapi.json`);
  else away.delete(place);
  tell();
}

/** Nothing has come back: the line or the door is away; or, after the whole patience, the service. */
export function silent(address: string, isSlow: boolean): void {
  const place = isSlow ? placeOf(address) : DOOR;
  missed(place, place === DOOR ? '/session' : `/api/${place}/openapi.json`);
}

function missed(place: Place, question: string): void {
  if (!away.has(place)) away.set(place, question);
  tell();
}

function tell(): void {
  const now = away.has(DOOR) ? [DOOR] : [...away.keys()].sort();
  if (now.join() === shown.join()) return;
  shown = now;
  for (const listener of listeners) listener();
}

/** For the screen: what is away, and whenever that changes. */
export const awayNow = (): readonly Place[] => shown;

export function onAwayChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Everything that is away is asked once more; the door also where the page only fears that it is. */
export async function lookAgain(also?: Place): Promise<void> {
  const questions = new Map(away);
  if (also === DOOR && !questions.has(DOOR)) questions.set(DOOR, '/session');
  await Promise.all([...questions.values()].map(async (address) => {
    try {
      const answer = await fetch(address, {
        headers: { accept: 'application/json', 'x-guitu-background': '1' }, signal: AbortSignal.timeout(LOOK_MS),
      });
      answered(address, { status: answer.status, code: await codeOf(answer), isQuestion: true });
    } catch (error) {
      silent(address, (error as Error).name === 'TimeoutError');
    }
  }));
}

const LOOK_MS = 8_000;

async function codeOf(answer: Response): Promise<string | undefined> {
  if (answer.status < 500 || !answer.headers.get('content-type')?.includes('json')) return undefined;
  return ((await answer.json()) as { code?: string }).code;
}
