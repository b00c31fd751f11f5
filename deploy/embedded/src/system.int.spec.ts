import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { identityOf } from './identity.js';
import { projectRoot, System, temporaryFolder, type ServiceEntry } from './index.js';
import { endLeftover } from './record.js';
import { until } from './waiting.js';

const folder = temporaryFolder('guitu-system-spec-');
const dataDir = join(folder, 'data');
const said: string[] = [];
let system: System;

/** The smallest program that behaves as a service does. */
const PROGRAM = `
import { createServer } from 'node:http';
createServer((request, response) => {
  if (request.url === '/crash') process.exit(3);
  response.end(request.url === '/environment' ? JSON.stringify(process.env) : 'ok');
}).listen(Number(process.env.PORT), process.env.HOST, () => console.log('listening'));
process.on('SIGTERM', () => process.exit(0));
`;

function entry(name: string, program: string): ServiceEntry {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, program);
  return { name, port: 0, entry: file };
}

function newSystem(...others: ServiceEntry[]): System {
  const notBuilt = { name: 'not-built', port: 0, entry: 'dist/services/not-built/src/main.js' };
  const services = [entry('identity', PROGRAM), entry('cross-border', PROGRAM), notBuilt, ...others];
  return new System({ dataDir, services, portBase: 0, mode: 'rehearsal', restartPauseMs: 100, say: (text) => said.push(text) });
}

async function environment(name: string): Promise<Record<string, string>> {
  return (await (await fetch(`${system.service(name).url}/environment`)).json()) as Record<string, string>;
}

async function query(url: string | undefined, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).then(({ rows }) => rows).finally(() => client.end());
}

beforeAll(async () => {
  system = newSystem();
  await system.start();
}, 300_000);

afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('the system on one machine', () => {
  it('runs the services that are built, each with surroundings of its own', async () => {
    expect(system.services.map(({ name }) => name)).toEqual(['identity', 'cross-border']);
    const [identity, abroad] = [await environment('identity'), await environment('cross-border')];
    expect(abroad).toMatchObject({ GUITU_MODE: 'rehearsal', GUITU_SEED: 'demo', KAFKA_BROKERS: system.kafka?.brokers[0] });
    expect(abroad['OIDC_ISSUER']).toBe(`${system.service('identity').url}/oidc`);
    expect(Buffer.from(abroad['GUITU_KEK'] ?? '', 'base64')).toHaveLength(32);
    expect(abroad['GUITU_KEK']).not.toBe(identity['GUITU_KEK']);
    expect(await query(abroad['DATABASE_URL'], 'select current_user as role')).toEqual([{ role: 'cross_border' }]);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('refuses a second start over the same data', async () => {
    await expect(newSystem().start()).rejects.toThrow(/已在此数据目录上运行[^]*already runs over this data folder/);
  });

  it('starts a crashed service again, and says so', async () => {
    const service = system.service('identity');
    const before = service.pid;
    await fetch(`${service.url}/crash`).catch(() => undefined);
    await until(() => service.pid !== undefined && service.pid !== before, { deadlineMs: 10_000, what: 'restart' });
    await service.ready();
    expect(said.join('\n')).toMatch(/identity 意外退出（3）[^]*ended unexpectedly/);
  }, 20_000);

  it('leaves a killed service down until it is restarted', async () => {
    const service = system.service('cross-border');
    await service.kill();
    expect(service.pid).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(service.pid).toBeUndefined();
    await service.restart();
    expect(service.pid).toBeDefined();
  }, 20_000);

  it('brings PostgreSQL and Kafka back on the same ports', async () => {
    const { adminUrl } = system.postgres ?? {};
    const { brokers } = system.kafka ?? {};
    await system.stopKafka();
    await system.killPostgres();
    await Promise.all([system.startKafka(), system.startPostgres()]);
    expect(system.postgres?.adminUrl).toBe(adminUrl);
    expect(system.kafka?.brokers).toEqual(brokers);
  }, 60_000);

  it('starts PostgreSQL again when it has ended by itself, and says so', async () => {
    const server = system.postgres!;
    const [pid] = readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    await until(() => Promise.resolve(system.postgres !== server && said.some((text) => text.includes('PostgreSQL 已恢复'))),
      { deadlineMs: 60_000, what: 'PostgreSQL' });
    expect(await query(system.postgres?.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  }, 90_000);

  it('keeps rows and keys over a stop and a new start, and leaves no process behind', async () => {
    await query(system.database('identity').ownerUrl, `create table kept as select '归途' as word`);
    const key = (await environment('identity'))['GUITU_KEK'];
    const pids = [system.postgres?.pid, system.kafka?.pid, ...system.services.map(({ pid }) => pid)] as number[];
    await system.stop();
    expect(pids.map(identityOf)).toEqual(pids.map(() => undefined));
    expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
    system = newSystem();
    await system.start();
    expect(await query(system.database('identity').runtimeUrl, 'select word from kept')).toEqual([{ word: '归途' }]);
    expect((await environment('identity'))['GUITU_KEK']).toBe(key);
  }, 60_000);

  it('shows the end of the log of a service that does not start, and stops the rest', async () => {
    await system.stop();
    system = newSystem(entry('broken', `console.error('the reason'); process.exit(1)`));
    await expect(system.start()).rejects.toThrow(/broken 未能就绪[^]*the reason/);
    expect(system.postgres).toBeUndefined();
    expect(said.join('\n')).toMatch(/不再重启/);
  }, 120_000);
});

describe('a starter that was killed', () => {
  it('leaves a process behind, which the next start ends', async () => {
    const record = join(folder, 'leftover.json');
    const launcher = join(projectRoot(), 'dist', 'deploy', 'embedded', 'src', 'launch.js');
    const options = {
      name: 'left', command: process.execPath,
      args: ['-e', 'setInterval(() => 0, 1000)'],
      logFile: join(folder, 'left.log'),
      recordFile: record,
    };
    const code = `const { launch } = await import(${JSON.stringify(launcher)}); await launch(${JSON.stringify(options)}); console.log('launched');`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(starter.stdout, 'data');
    const { pid } = (JSON.parse(readFileSync(record, 'utf8')) as { process: { pid: number } }).process;
    await expect(endLeftover(record, 'left', 'SIGTERM')).rejects.toThrow(/already runs/);
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    expect(identityOf(pid)).toBeDefined();
    await endLeftover(record, 'left', 'SIGTERM');
    expect(identityOf(pid)).toBeUndefined();
  }, 20_000);
});
