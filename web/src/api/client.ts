import type { Forms, Questions } from './answers.js';
import { answered, silent, standsStill } from './reach.js';

/** The rules said no; in both languages, as the service says it. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'Refused';
  }
}

/** Nobody answered: the line is down, or the system is. Whether it was done is not known; the same command may be sent again. */
export class Away extends Error {
  constructor() {
    super('away');
    this.name = 'Away';
  }
}

export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly clause?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What a command answers: what happened, and how the record stands now. */
export interface Receipt {
  readonly facts: readonly {
    readonly type: string;
    readonly data: Readonly<Record<string, unknown>>;
    readonly caseId?: string;
  }[];
}

/** In whose name the browser speaks. */
export interface Caller {
  readonly csrf: string;
  /** The unit for which one acts now. */
  readonly unitId: string;
}

const PATIENCE_MS = 30_000;

let caller: Caller = { csrf: '', unitId: '' };
let whenOut: (status: 401 | 423) => void = () => undefined;

export function speakAs(next: Caller): void {
  caller = next;
}

/** Called when the session has ended or was locked while the page was open. */
export function onSignedOut(tell: (status: 401 | 423) => void): void {
  whenOut = tell;
}

const IDLE_MS = 60_000;
let lastDeed = Date.now();
for (const deed of ['keydown', 'pointerdown'])
  addEventListener(
    deed,
    () => {
      lastDeed = Date.now();
    },
    { passive: true, capture: true },
  );

/** A page that freshens itself is not a person at work, and must not keep the session from locking. */
const inBackground = (): Record<string, string> => (Date.now() - lastDeed > IDLE_MS ? { 'x-guitu-background': '1' } : {});

/** What is asked goes into its places in the address, and the rest behind the question mark. */
export function ask<A extends keyof Questions>(address: A, asked: Questions[A]['asks']): Promise<Questions[A]['answers']> {
  const left = new Map(Object.entries(asked as Readonly<Record<string, unknown>>));
  const path = address.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(left.get(name)));
    left.delete(name);
    return value;
  });
  const query = [...left]
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return exchange(query.length > 0 ? `${path}?${query.join('&')}` : path, { method: 'GET' });
}

/** What must not stand in an address, a name above all, is asked in a form. */
export const askInForm = <A extends keyof Forms>(address: A, form: Forms[A]['asks']): Promise<Forms[A]['answers']> =>
  exchange(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(form) });

export interface Sending {
  readonly method: string;
  readonly body?: object;
  /** Made when the form was opened: the same id again is the same command. */
  readonly commandId?: string;
  /** The version that was on the screen. */
  readonly seen?: number;
}

export function send<T = Receipt>(service: string, path: string, { method, body, commandId, seen }: Sending): Promise<T> {
  return exchange<T>(`/api/${service}${path}`, {
    method,
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(commandId && { 'idempotency-key': commandId }),
      ...(seen !== undefined && { 'if-match': `"${seen}"` }),
    },
    body: body && JSON.stringify(body),
  });
}

/** Ends this session, or every one of this person. */
export const signOut = (everywhere: boolean): Promise<unknown> =>
  exchange(`/session/sign-out${everywhere ? '-everywhere' : ''}`, { method: 'POST' });

async function exchange<T>(address: string, init: RequestInit & { headers?: Record<string, string> }): Promise<T> {
  const answer = await answerOf(address, {
    ...init,
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      ...inBackground(),
      accept: 'application/json',
      ...(caller.unitId && { 'x-unit': caller.unitId }),
      ...(init.method !== 'GET' && { 'x-guitu-csrf': caller.csrf }),
      ...init.headers,
    },
  });
  if (answer.status === 401 || answer.status === 423) whenOut(answer.status);
  const text = await answer.text();
  const problem = answer.ok ? null : problemIn(answer.headers.get('content-type'), text);
  answered(address, { status: answer.status, code: problem?.code, isQuestion: init.method === 'GET' });
  if (!answer.ok) throw refusedOrAway(problem);
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** As long as the services wait for the whole of a file. */
const FILE_PATIENCE_MS = 300_000;

/** Sends a file, and says how much of it has gone out: `fetch` cannot. */
export function bring(address: string, file: Blob, onProgress: (percent: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', address);
    request.timeout = FILE_PATIENCE_MS;
    for (const [name, value] of Object.entries({
      accept: 'application/json',
      'content-type': 'application/octet-stream',
      'idempotency-key': crypto.randomUUID(),
      'x-guitu-csrf': caller.csrf,
      ...(caller.unitId && { 'x-unit': caller.unitId }),
    }))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / Math.max(total, 1)) * 100));
    request.onload = () => {
      if (request.status === 401 || request.status === 423) whenOut(request.status);
      if (request.status < 300) resolve();
      else reject(refusedOrAway(problemIn(request.getResponseHeader('content-type'), request.responseText)));
    };
    request.onerror = request.ontimeout = () => reject(new Away());
    request.send(file);
  });
}

/** A file as somebody brought it. */
export async function fetchFile(address: string): Promise<Blob> {
  const answer = await answerOf(address, {
    signal: AbortSignal.timeout(FILE_PATIENCE_MS),
    headers: { ...(caller.unitId && { 'x-unit': caller.unitId }) },
  });
  if (answer.status === 401 || answer.status === 423) whenOut(answer.status);
  if (!answer.ok) throw refusedOrAway(problemIn(answer.headers.get('content-type'), await answer.text()));
  try {
    return await answer.blob();
  } catch {
    throw new Away();
  }
}

const problemIn = (contentType: string | null, text: string): Problem | null =>
  contentType?.includes('json') ? (JSON.parse(text) as Problem) : null;

const refusedOrAway = (problem: Problem | null): Error =>
  problem && !standsStill(problem.code) ? new Refused(problem) : new Away();

async function answerOf(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    silent(address, (error as Error).name === 'TimeoutError');
    throw new Away();
  }
}
