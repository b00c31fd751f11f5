import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isAlive, type ProcessIdentity } from './identity.js';
import { until } from './waiting.js';
import { StartError } from './words.js';

/** What a data folder remembers of the process that works on it, and of the process that started that. */
interface ProcessRecord {
  process: ProcessIdentity;
  owner: ProcessIdentity;
}

export function writeRecord(file: string, pid: number): void {
  const record = { process: identityOf(pid), owner: identityOf(process.pid) };
  // No identity: the process has ended already, and there is nothing to remember.
  if (record.process !== undefined) writeFileSync(file, JSON.stringify(record), { mode: 0o600 });
}

export function removeRecord(file: string): void {
  rmSync(file, { force: true });
}

/**
 * A starter that was killed leaves its servers running. Whoever starts next over the same data ends them
 * first; but a server whose starter still lives is in use, and stays.
 */
export async function endLeftover(file: string, name: string, signal: NodeJS.Signals): Promise<void> {
  const record = readRecord(file);
  if (record === undefined || !isAlive(record.process)) return removeRecord(file);
  if (isAlive(record.owner)) {
    throw new StartError(
      `${name} 已在该数据目录上运行（进程 ${record.process.pid}，由进程 ${record.owner.pid} 启动）`,
      `${name} already runs over this data folder (process ${record.process.pid}, started by process ${record.owner.pid})`,
    );
  }
  process.kill(record.process.pid, signal);
  await until(() => !isAlive(record.process), { deadlineMs: 20_000, what: name }).catch(async () => {
    process.kill(record.process.pid, 'SIGKILL');
    await until(() => !isAlive(record.process), { deadlineMs: 10_000, what: name });
  });
  removeRecord(file);
}

function readRecord(file: string): ProcessRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessRecord;
  } catch {
    return undefined;
  }
}
