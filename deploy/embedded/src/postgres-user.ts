import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from './words.js';

export interface SystemUser {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root. Under root the owner of existing data is used, or else `postgres`,
 * or else `nobody`: no user is added to a machine that is not ours. Anybody else runs it as themselves.
 */
export function postgresUser(clusterFolder: string): SystemUser {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    const user = lookUp(name);
    if (user !== undefined) return user;
  }
  throw new StartError(
    '不能以 root 身份运行 PostgreSQL，且系统中没有 postgres 或 nobody 用户。请改用普通用户启动。',
    'PostgreSQL does not run as root, and this system has neither a postgres nor a nobody user. Start as an ordinary user.',
  );
}

/** Another user needs a way through every folder above the file. */
export function assertReachable(path: string, user: SystemUser): void {
  if (user.uid === undefined) return;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & needed) !== 0) continue;
    throw new StartError(
      `以 root 启动时，PostgreSQL 以另一用户（uid ${user.uid}）运行，但该用户无法进入 ${folder}。请改用普通用户启动，或把项目（或 --data 目录）移到别处。`,
      `Started by root, PostgreSQL runs as another user (uid ${user.uid}), who cannot enter ${folder}. Start as an ordinary user, or move the project (or the --data folder).`,
    );
  }
}

function lookUp(name: string): SystemUser | undefined {
  try {
    const number = (option: string): number => Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: number('-u'), gid: number('-g') };
  } catch {
    return undefined;
  }
}
