import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process number with the moment the process began. */
export interface ProcessIdentity {
  pid: number;
  began: string;
}

export function identityOf(pid: number): ProcessIdentity | undefined {
  const began = beginningOf(pid);
  return began === undefined ? undefined : { pid, began };
}

/**
 * Process numbers are used again, in containers almost at once: a number alone would mistake a stranger
 * for a process that ended long ago.
 */
export function isAlive(identity: ProcessIdentity): boolean {
  return beginningOf(identity.pid) === identity.began;
}

/** When the process began, or undefined if there is none (a zombie counts as none). */
function beginningOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return beginningFromProc(pid);
    if (process.platform === 'win32') return process.kill(pid, 0) ? 'running' : undefined;
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '');
  } catch {
    return undefined;
  }
}

function beginningFromProc(pid: number): string | undefined {
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in brackets, and may itself hold blanks and brackets.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : `${boot}/${fields[19]}`;
}
