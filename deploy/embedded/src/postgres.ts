import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { lastLines, launch, type Launched } from './launch.js';
import { freePort } from './ports.js';
import { findBinaries, initialiseOnce, removeStalePidFile } from './postgres-cluster.js';
import { assertReachable, postgresUser, type SystemUser } from './postgres-user.js';
import { GiveUp, sleep, until } from './waiting.js';
import { StartError } from './words.js';

export interface PostgresOptions {
  dataDir: string;
  port?: number;
  /** Of the superuser `postgres`; fixed when the data folder is first made. */
  password: string;
}

export interface RunningPostgres {
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  readonly exited: Promise<string>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Recovery after a kill may replay much; it is waited for. */
const START_MS = 180_000;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  fsync: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %u@%d ',
};

/** One real PostgreSQL server. Over an existing folder it continues, and recovers if it was killed. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const folder = resolve(options.dataDir);
  const cluster = join(folder, 'cluster');
  const binaries = await findBinaries();
  const user = postgresUser(cluster);
  mkdirSync(folder, { recursive: true });
  if (user.uid !== undefined) chmodSync(folder, 0o711);
  assertReachable(binaries.postgres, user);
  assertReachable(cluster, user);
  await initialiseOnce(binaries.initdb, folder, options.password, user);
  const port = options.port || (await freePort());
  const adminUrl = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  const child = await launchAndWait(binaries.postgres, folder, adminUrl, user);
  return { adminUrl, port, pid: child.pid, exited: child.exited, stop: child.stop, kill: child.kill };
}

async function launchAndWait(
  postgres: string, folder: string, adminUrl: string, user: SystemUser,
): Promise<Launched> {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const cluster = join(folder, 'cluster');
  const end = Date.now() + START_MS;
  for (;;) {
    removeStalePidFile(cluster);
    const child = await launch({
      name: 'PostgreSQL',
      command: postgres,
      args: ['-D', cluster, '-p', new URL(adminUrl).port, ...settings],
      logFile: join(folder, 'postgres.log'),
      recordFile: join(folder, 'process.json'),
      // "Fast" shutdown: open transactions are rolled back. SIGTERM would wait for every client to leave.
      stopSignal: 'SIGINT',
      patienceMs: 60_000,
      cwd: folder,
      ...user,
    });
    try {
      await untilItAnswers(child, adminUrl);
      return child;
    } catch (cause) {
      const log = child.log();
      await child.kill();
      // After a kill, the old server's helpers need a moment to notice that it is gone.
      const helpersRemain = log.includes('shared memory block');
      if (!helpersRemain || Date.now() > end) {
        throw new StartError('PostgreSQL 未能启动。日志末尾：', `PostgreSQL did not start. The end of its log:\n${lastLines(log)}`, { cause });
      }
      await sleep(200);
    }
  }
}

async function untilItAnswers(child: Launched, adminUrl: string): Promise<void> {
  await until(
    async () => {
      if (!child.running()) throw new GiveUp(new Error(`exit ${await child.exited}`));
      const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.query('select 1');
        return true;
      } catch (error) {
        // Wrong password: asking again does not help.
        if ((error as { code?: string }).code === '28P01') throw new GiveUp(error as Error);
        throw error;
      } finally {
        await client.end().catch(() => undefined);
      }
    },
    { deadlineMs: START_MS, pauseMs: 50, what: 'PostgreSQL' },
  );
}
