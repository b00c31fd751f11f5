import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf, isAlive, type ProcessIdentity } from './identity.js';
import { StartError } from './words.js';

/** Takes a data folder for this process; answers how to give it back. One process at a time. */
export function claimFolder(folder: string): () => void {
  const file = join(folder, 'running.json');
  const holder = readHolder(file);
  if (holder !== undefined && isAlive(holder)) {
    throw new StartError(
      `归途已在此数据目录上运行（进程 ${holder.pid}）：${folder}。请先停止它，或用 --data 指定另一目录。`,
      `Guitu already runs over this data folder (process ${holder.pid}): ${folder}. Stop it first, or name another folder with --data.`,
    );
  }
  rmSync(file, { force: true });
  // "wx" fails if another process was faster.
  const lock = openSync(file, 'wx', 0o600);
  writeSync(lock, JSON.stringify(identityOf(process.pid)));
  closeSync(lock);
  return () => rmSync(file, { force: true });
}

function readHolder(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
