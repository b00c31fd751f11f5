import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { topicOf } from '#contracts';
import { claimFolder } from './claim.js';
import { projectRoot } from './folders.js';
import { startKafka, type RunningKafka } from './kafka.js';
import { keepMode } from './mode.js';
import { provideKafkaRights } from './kafka-rights.js';
import { startPostgres, type RunningPostgres } from './postgres.js';
import { createTopics, provisionService, type ServiceDatabase } from './provision.js';
import { endLeftover } from './record.js';
import { openSecrets, type Secrets } from './secrets.js';
import { ServiceProcess } from './service-process.js';
import {
  environmentOf, PORT_BASE, serverPorts, SERVICES, type Infrastructure, type Mode, type ServiceEntry,
} from './services.js';
import { choosePorts } from './system-ports.js';
import { bilingual, StartError } from './words.js';

export interface SystemOptions {
  dataDir: string;
  /** The first of the ports; 0 takes free ones. */
  portBase?: number;
  mode?: Mode;
  /** Which services to start; those that are not built are left out. */
  services?: ServiceEntry[];
  /** Added to the environment of every service. */
  environment?: Record<string, string>;
  /** Before the first restart of a crashed service; it doubles every time. */
  restartPauseMs?: number;
  say?: (text: string) => void;
}

const REVIVAL_PAUSE_MS_MAX = 5_000;

/** The whole system on one machine: PostgreSQL, Kafka and the services, over one data folder. */
export class System {
  readonly dataDir: string;
  postgres: RunningPostgres | undefined;
  kafka: RunningKafka | undefined;
  private ports = serverPorts(PORT_BASE);
  private table: ServiceEntry[] = [];
  private secrets!: Secrets;
  private databases: Record<string, ServiceDatabase> = {};
  private processes: ServiceProcess[] = [];
  private release: (() => void) | undefined;
  private servers: Promise<void> | undefined;
  private ending: Promise<void> | undefined;
  private readonly revivals: Promise<void>[] = [];

  constructor(private readonly options: SystemOptions) {
    this.dataDir = resolve(options.dataDir);
  }

  private get mode(): Mode {
    return this.options.mode ?? 'live';
  }

  /** The services that run here. */
  get services(): readonly ServiceProcess[] {
    return this.processes;
  }

  service(name: string): ServiceProcess {
    const found = this.processes.find((service) => service.name === name);
    if (found === undefined) throw new Error(`服务 ${name} 未启动\nService ${name} is not part of this system`);
    return found;
  }

  /** The addresses of one service's database, for tests and tools. */
  database(name: string): ServiceDatabase {
    const found = this.databases[name];
    if (found === undefined) throw new Error(`没有 ${name} 的数据库\nThere is no database of ${name}`);
    return found;
  }

  async start(): Promise<void> {
    this.ending = undefined;
    mkdirSync(this.dataDir, { recursive: true });
    // PostgreSQL may run as another user, who must pass through this folder; nobody may list it.
    chmodSync(this.dataDir, 0o711);
    this.release = claimFolder(this.dataDir);
    try {
      keepMode(this.dataDir, this.mode);
      this.servers = this.startServers();
      await this.servers;
      await this.startServices();
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Services first, so that none loses its database in the middle of its work. */
  stop(): Promise<void> {
    this.ending ??= this.end();
    return this.ending;
  }

  async startPostgres(): Promise<void> {
    const server = await startPostgres({
      dataDir: join(this.dataDir, 'postgres'),
      port: this.ports.postgres,
      password: this.secrets.postgresPassword,
    });
    this.postgres = server;
    void server.exited.then((how) => this.postgres === server && this.revive('PostgreSQL', how, () => this.startPostgres()));
  }

  async stopPostgres(): Promise<void> {
    const server = this.postgres;
    this.postgres = undefined;
    await server?.stop();
  }

  async killPostgres(): Promise<void> {
    const server = this.postgres;
    this.postgres = undefined;
    await server?.kill();
  }

  async startKafka(): Promise<void> {
    const { kafka: port, controller: controllerPort } = this.ports;
    const { kafkaPassword: password, services } = this.secrets;
    const users = Object.fromEntries(Object.entries(services).map(([name, secrets]) => [name, secrets.kafkaPassword]));
    const dataDir = join(this.dataDir, 'kafka');
    const server = await startKafka({ dataDir, port, controllerPort, password, users, say: this.say });
    this.kafka = server;
    void server.exited.then((how) => this.kafka === server && this.revive('Kafka', how, () => this.startKafka()));
  }

  async stopKafka(): Promise<void> {
    const server = this.kafka;
    this.kafka = undefined;
    await server?.stop();
  }

  async killKafka(): Promise<void> {
    const server = this.kafka;
    this.kafka = undefined;
    await server?.kill();
  }

  private readonly say = (text: string): void => this.options.say?.(text);

  private revive(name: string, how: string, start: () => Promise<void>): void {
    this.say(bilingual(`${name} 意外退出（${how}），正在重新启动…`, `${name} ended unexpectedly (${how}); starting it again …`));
    this.revivals.push(this.again(name, start));
  }

  /** A server that has ended by itself is started again, for as long as it takes; the services wait for it meanwhile. */
  private async again(name: string, start: () => Promise<void>): Promise<void> {
    for (let failures = 0; this.ending === undefined; failures += 1) {
      await sleep(Math.min((this.options.restartPauseMs ?? 1_000) * 2 ** failures, REVIVAL_PAUSE_MS_MAX));
      if (this.ending !== undefined) return;
      try {
        await start();
        this.say(bilingual(`${name} 已恢复。`, `${name} is back.`));
        return;
      } catch (error) {
        this.say(bilingual(`${name} 未能启动，稍后再试。`, `${name} did not start; trying again soon.`) + `\n${(error as Error).message}`);
      }
    }
  }

  private async startServers(): Promise<void> {
    await this.endLeftovers();
    ({ servers: this.ports, services: this.table } = await choosePorts(
      this.options.services ?? SERVICES,
      this.options.portBase ?? PORT_BASE,
    ));
    this.secrets = openSecrets(this.dataDir, this.table.map(({ name }) => name));
    const outcomes = await Promise.allSettled([
      this.startPostgres().then(() => this.provisionDatabases()),
      this.startKafka().then(() => this.provisionTopics()),
    ]);
    // Both have settled: whatever has started is known, and can be stopped.
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  /** A starter that was killed leaves everything running. It is ended in the same order as always. */
  private async endLeftovers(): Promise<void> {
    const names = (this.options.services ?? SERVICES).map(({ name }) => name);
    await Promise.all(names.map((name) => endLeftover(join(this.dataDir, 'run', `${name}.json`), name, 'SIGTERM')));
    await endLeftover(join(this.dataDir, 'kafka', 'process.json'), 'Kafka', 'SIGTERM');
    await endLeftover(join(this.dataDir, 'postgres', 'process.json'), 'PostgreSQL', 'SIGINT');
  }

  private async provisionDatabases(): Promise<void> {
    for (const { name } of this.table) {
      const secrets = this.secrets.services[name] as Secrets['services'][string];
      this.databases[name] = await provisionService((this.postgres as RunningPostgres).adminUrl, name, secrets);
    }
  }

  private async provisionTopics(): Promise<void> {
    const { access } = this.kafka as RunningKafka;
    const names = this.table.map(({ name }) => name);
    await createTopics(access, names.map(topicOf));
    await provideKafkaRights(access, names);
  }

  private async startServices(): Promise<void> {
    if (this.ending !== undefined) throw new StartError('启动已取消。', 'The start was cancelled.');
    for (const folder of ['logs', 'run']) mkdirSync(join(this.dataDir, folder), { recursive: true, mode: 0o700 });
    const infrastructure: Infrastructure = {
      mode: this.mode,
      services: this.table,
      brokers: (this.kafka as RunningKafka).brokers,
      databases: this.databases,
      keys: this.secrets.services,
      digestKey: this.secrets.digestKey,
      filesFolder: join(this.dataDir, 'files'),
      adminPassword: this.secrets.adminPassword,
    };
    const built = this.table.filter(({ entry }) => existsSync(resolve(projectRoot(), entry)));
    this.processes = built.map((entry) => {
      const environment = { ...environmentOf(entry.name, infrastructure), ...this.options.environment };
      const restartPauseMs = this.options.restartPauseMs ?? 1000;
      return new ServiceProcess(entry, { dataDir: this.dataDir, environment, restartPauseMs, say: this.say });
    });
    await Promise.all(this.processes.map((service) => service.start()));
  }

  private async end(): Promise<void> {
    await this.servers?.catch(() => undefined);
    await Promise.all(this.revivals.splice(0));
    await Promise.all(this.processes.map((service) => service.stop()));
    await this.stopKafka();
    await this.stopPostgres();
    this.release?.();
    this.release = undefined;
  }
}
