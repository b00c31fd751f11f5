/** Where a process can be made to die, so that a test can prove what survives. */
export type FaultPoint =
  | 'command:after-commit' | 'relay:after-read' | 'relay:after-send' | 'inbox:before-commit' | 'inbox:after-commit';

const at = process.env.GUITU_FAULT;

/**
 * Kills the process without warning at the named point, in fault tests only: `GUITU_FAULT` names the point and
 * works in rehearsal mode alone, so that a live system has no such switch.
 */
export function mayDieAt(point: FaultPoint): void {
  if (at === point && process.env.GUITU_MODE === 'rehearsal') process.kill(process.pid, 'SIGKILL');
}
