import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { endLeftover, removeRecord, writeRecord } from './record.js';
import { sleep } from './waiting.js';

export interface LaunchOptions {
  name: string;
  command: string;
  args: string[];
  logFile: string;
  /** Remembers the process on disk, so that one left behind by a killed starter is found. */
  recordFile: string;
  stopSignal?: NodeJS.Signals;
  patienceMs?: number;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
}

export interface Launched {
  readonly pid: number;
  /** Settles when the process ends, with how it ended. */
  readonly exited: Promise<string>;
  running(): boolean;
  /** Asks politely, waits, and ends it by force when it does not go. */
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** What this process, not an earlier one, has written to its log. */
  log(): string;
}

const LARGEST_LOG = 16 * 1024 * 1024;
/** Every child that runs, with the signal that ends it in good order. */
const living = new Map<ChildProcess, NodeJS.Signals>();
process.on('exit', () => {
  for (const [child, stopSignal] of living) child.kill(stopSignal);
});

/**
 * Starts a program in the background. It gets a process group of its own: Ctrl-C in a terminal goes to
 * the whole group, and would otherwise end databases before the services that write to them.
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const stopSignal = options.stopSignal ?? 'SIGTERM';
  await endLeftover(options.recordFile, options.name, stopSignal);
  const logStart = makeRoomInLog(options.logFile);
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(options.command, options.args, {
    stdio: ['ignore', log, log],
    detached: true,
    env: options.env ?? process.env,
    cwd: options.cwd,
    uid: options.uid,
    gid: options.gid,
  });
  closeSync(log);
  await once(child, 'spawn');
  // Only a signal that could not be sent comes here; whether the process ended is seen from its exit.
  child.on('error', () => undefined);
  living.set(child, stopSignal);
  const pid = child.pid as number;
  writeRecord(options.recordFile, pid);
  const exited = once(child, 'exit').then(([code, signal]) => {
    living.delete(child);
    removeRecord(options.recordFile);
    return String(signal ?? code);
  });
  return {
    pid,
    exited,
    running: () => living.has(child),
    log: () => readFileSync(options.logFile).subarray(logStart).toString('utf8'),
    stop: () => end(child, exited, stopSignal, options.patienceMs ?? 30_000),
    kill: () => end(child, exited, 'SIGKILL', 0),
  };
}

async function end(child: ChildProcess, exited: Promise<string>, signal: NodeJS.Signals, patienceMs: number): Promise<void> {
  if (living.has(child)) child.kill(signal);
  if (signal !== 'SIGKILL') {
    const patience = new AbortController();
    await Promise.race([exited, sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
    if (living.has(child)) child.kill('SIGKILL');
  }
  await exited;
}

/** Keeps one older log; answers where the new process begins to write. */
function makeRoomInLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LARGEST_LOG) return size;
  renameSync(file, `${file}.1`);
  return 0;
}

/** The last lines of a log, for an error message. */
export function lastLines(text: string, count = 20): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
