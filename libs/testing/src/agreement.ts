import { Refusal, type Instant } from '#contracts';
import type { Actions } from '#service-kit';
import type { Answer, Desk, ServiceBench } from './service-bench.js';

/** A command: where it goes, and something good to send. */
export type Sending = readonly [method: 'post' | 'put' | 'delete', path: string, body?: object];

/** Records of one kind, those who look at them, and what they would send. */
export interface Looking<R> {
  readonly bench: Pick<ServiceBench, 'unkept'>;
  readonly actions: Pick<Actions<never>, 'checks'>;
  readonly desks: Readonly<Record<string, Desk>>;
  /** By the name of its action, each command on such a record, as this reader would send it. `of`: which of several. */
  readonly sendings: (record: R, of: string, who: string) => Readonly<Record<string, Sending | (() => Promise<Sending>)>>;
  /** What may be wrong with what is sent, whatever the state: an open action promises nothing about it. */
  readonly aboutWhatIsSent?: readonly string[];
  /** What is refused before anything else is asked. */
  readonly beforeEveryCheck?: string;
}

/** One of the `actions` of a record, as somebody is shown it. */
interface Shown {
  readonly action: string;
  readonly of?: string;
  readonly open: boolean;
  readonly refusal?: { readonly code: string; readonly details: object };
}

interface Trial {
  readonly who: string;
  readonly shown: Shown;
  readonly sending: Sending;
}

/** What others do about a record, or time does. */
type Meanwhile = () => Promise<unknown>;

/**
 * Decision 11, held against the commands themselves: each action of each reader is really sent. What is shown to be closed
 * is refused with that very refusal, and what is shown to be open is done. Nothing of it is kept.
 * @returns in words, where a command does not do what is shown.
 */
export async function disagreements<R>(looking: Looking<R>, path: string): Promise<string[]> {
  const trials = await trialsOn(looking, path);
  const answers = await answersTo(looking, trials);
  return trials.flatMap((trial) => differing(looking, trial, answers));
}

/**
 * The same in all these states, with the proof that it would be noticed of every action if its check said something else
 * than the command.
 * @returns what is wrong, and the actions that were never seen closed, or never open: of them nothing would be noticed.
 */
export async function agreementIn<R>(
  looking: Looking<R>, states: readonly (() => Promise<string>)[],
): Promise<{ wrong: string[]; neverClosed: string[]; neverOpen: string[] }> {
  const wrong = new Set<string>();
  const noticed = { passing: new Set<string>(), refusing: new Set<string>() };
  for (const state of states) {
    const path = await state();
    const trials = await trialsOn(looking, path);
    const answers = await answersTo(looking, trials);
    for (const trial of trials) for (const one of differing(looking, trial, answers)) wrong.add(one);
    for (const by of ['passing', 'refusing'] as const) {
      for (const trial of await misled(looking, by, () => trialsOn(looking, path)))
        if (differing(looking, trial, answers).length > 0) noticed[by].add(trial.shown.action);
    }
  }
  const but = (seen: Set<string>): string[] => Object.keys(looking.actions.checks).filter((name) => !seen.has(name));
  return { wrong: [...wrong], neverClosed: but(noticed.passing), neverOpen: but(noticed.refusing) };
}

/** Brings a record on: a step is what others do, or what is open to somebody (`draft`, `draft by chief`). @returns its path. */
export async function broughtOn<R>(looking: Looking<R>, path: string, steps: readonly (string | Meanwhile)[]): Promise<string> {
  for (const step of steps) {
    if (typeof step === 'function') {
      await step();
      continue;
    }
    const [action, by] = step.split(' by ');
    await done(looking, await openTo(looking, path, { action: action!, by }) ?? step);
  }
  return path;
}

/**
 * From state to state, by what is open or by what others do meanwhile. @returns what is wrong in the first state in which
 * something is.
 */
export async function walk<R>(
  looking: Looking<R>, path: string, { picks, meanwhile = [] }: { picks: readonly number[]; meanwhile?: readonly Meanwhile[] },
): Promise<string[]> {
  for (const pick of picks) {
    const wrong = await disagreements(looking, path);
    if (wrong.length > 0) return wrong;
    const open = (await trialsOn(looking, path)).filter(({ shown }) => shown.open);
    const byName = [...Map.groupBy(open, ({ shown }) => shown.action).values()];
    const chosen = pick % (byName.length + meanwhile.length);
    const trial = byName[chosen]?.[pick % byName[chosen].length];
    if (trial) await sent(looking.desks[trial.who]!, trial.sending);
    else await meanwhile[chosen - byName.length]?.();
  }
  return disagreements(looking, path);
}

const HOUR_MS = 60 * 60 * 1_000;

/** Time at a bench, from that moment on. */
export function timeAt(bench: () => Pick<ServiceBench, 'moveClock'>, from: Instant): {
  /** Days pass, and each time an hour more, so that no deadline ends while somebody looks. */
  pass(days: number): () => Promise<void>;
  ahead(days: number): Instant;
} {
  let timeMs = Date.parse(from);
  const later = (days: number): number => timeMs + (days * 24 + 1) * HOUR_MS;
  return {
    pass: (days) => () => bench().moveClock(new Date(timeMs = later(days)).toISOString()),
    ahead: (days) => new Date(later(days)).toISOString(),
  };
}

/** While every check of the table lets everything pass, or nothing. */
async function misled<R, T>({ actions: { checks } }: Looking<R>, by: 'passing' | 'refusing', work: () => Promise<T>): Promise<T> {
  const sound = { ...checks };
  const check = (): void => {
    if (by === 'refusing') throw new Refusal('record.busy');
  };
  Object.assign(checks, Object.fromEntries(Object.keys(sound).map((name) => [name, check])));
  try {
    return await work();
  } finally {
    Object.assign(checks, sound);
  }
}

/** What each reader is shown, with what would be sent. */
async function trialsOn<R>(looking: Looking<R>, path: string): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const who of Object.keys(looking.desks)) trials.push(...await shownTo(looking, who, path));
  return trials;
}

async function shownTo<R>({ desks, sendings }: Looking<R>, who: string, path: string): Promise<Trial[]> {
  const trials: Trial[] = [];
  const { status, body } = await desks[who]!.get<R & { actions: Shown[] }>(path);
  for (const shown of status === 200 ? body.actions : []) {
    const sending = sendings(body, shown.of ?? '', who)[shown.action];
    if (!sending) throw new Error(`It is not known what to send for ${shown.action}.`);
    trials.push({ who, shown, sending: typeof sending === 'function' ? await sending() : sending });
  }
  return trials;
}

/** The first to whom this is open. */
async function openTo<R>(
  looking: Looking<R>, path: string, { action, by }: { action: string; by?: string },
): Promise<Trial | undefined> {
  for (const who of by ? [by] : Object.keys(looking.desks)) {
    const found = (await shownTo(looking, who, path)).find(({ shown }) => shown.open && shown.action === action);
    if (found) return found;
  }
  return undefined;
}

async function done<R>({ desks }: Looking<R>, trial: Trial | string): Promise<void> {
  if (typeof trial === 'string') throw new Error(`Nobody is shown that they can ${trial}.`);
  const { status, body } = await sent(desks[trial.who]!, trial.sending);
  if (status >= 300) throw new Error(`${trial.who} ${trial.shown.action}: ${JSON.stringify(body)}`);
}

const sent = (desk: Desk, [method, path, body]: Sending): Promise<Answer> =>
  (method === 'delete' ? desk.delete(path) : desk[method](path, body));

const nameOf = ({ who, shown: { action, of = '' } }: Trial): string => `${who} ${action} ${of}`;

/** Each is really sent, and nothing of it is kept. */
const answersTo = <R>({ bench, desks }: Looking<R>, trials: readonly Trial[]): Promise<Map<string, Answer>> =>
  bench.unkept(async () => {
    const answers = new Map<string, Answer>();
    for (const trial of trials) answers.set(nameOf(trial), await sent(desks[trial.who]!, trial.sending));
    return answers;
  });

function differing<R>(
  { aboutWhatIsSent = [], beforeEveryCheck }: Looking<R>, trial: Trial, answers: ReadonlyMap<string, Answer>,
): string[] {
  const { who, shown: { action, open, refusal }, sending: [, path] } = trial;
  const { status, body } = answers.get(nameOf(trial))!;
  const code = status < 300 ? null : body.code;
  if (code !== null && (code === beforeEveryCheck || (open && aboutWhatIsSent.includes(code)))) return [];
  const said = refusal ? `${refusal.code} ${JSON.stringify(refusal.details)}` : 'open';
  const is = code === null ? 'open' : `${code} ${JSON.stringify(body.details ?? {})}`;
  return said === is ? [] : [`${action}: ${who} is shown ${said}; ${path} is ${is}`];
}
