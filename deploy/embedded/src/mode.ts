import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mode } from './services.js';
import { StartError } from './words.js';

/**
 * A data folder is live or for rehearsal from its first start on: real cases and exercises are never mixed.
 * @throws StartError before anything is started, when the folder was begun in the other mode.
 */
export function keepMode(dataDir: string, mode: Mode): void {
  const file = join(dataDir, 'mode');
  if (!existsSync(file)) {
    writeFileSync(file, `${mode}\n`, { mode: 0o600, flush: true });
    return;
  }
  const kept = readFileSync(file, 'utf8').trim();
  if (kept === mode) return;
  if (kept === 'live')
    throw new StartError(
      `数据目录 ${dataDir} 存有真实案件，不能用于演练。请去掉 --rehearsal，或用 --data 另指目录。`,
      `The data folder ${dataDir} holds real cases and cannot be used for rehearsal. Leave out --rehearsal, or name another folder with --data.`,
    );
  throw new StartError(
    `数据目录 ${dataDir} 用于演练，不能用于真实办案。请加上 --rehearsal，或用 --data 另指目录。`,
    `The data folder ${dataDir} belongs to rehearsal and cannot be used live. Add --rehearsal, or name another folder with --data.`,
  );
}
