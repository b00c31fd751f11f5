import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where a process can be made to die, so that a test can prove what survives. */
export const FAULT_POINTS = [
  'command:after-commit', 'relay:after-read', 'relay:after-send', 'inbox:before-commit', 'inbox:after-commit',
] as const;
export type FaultPoint = (typeof FAULT_POINTS)[number];

/** A test writes the name of a point into this file, one per process; outside rehearsal mode there is no such switch. */
const armed = process.env.GUITU_MODE === 'rehearsal' && process.env.GUITU_FAULT_DIR
  ? join(process.env.GUITU_FAULT_DIR, process.env.PORT ?? 'fault') : undefined;

/** Kills the process without warning when the test has armed this point; disarms it first, so that it dies once. */
export function mayDieAt(point: FaultPoint): void {
  if (armed === undefined || named(armed) !== point) return;
  rmSync(armed, { force: true });
  process.kill(process.pid, 'SIGKILL');
}

function named(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
