import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { bringJars, type LockedJar } from './download.js';
import { cacheFolder, projectRoot } from './folders.js';
import { findJava } from './java.js';
import { KAFKA_ADMIN, kafkaAs, type KafkaAccess } from './kafka-access.js';
import { lastLines, launch, type Launched } from './launch.js';
import { freePorts } from './ports.js';
import { GiveUp, until } from './waiting.js';
import { StartError } from './words.js';

export interface KafkaOptions {
  dataDir: string;
  port?: number;
  controllerPort?: number;
  heapMb?: number;
  /** Of the administrator. Without one the broker makes one for as long as it runs. */
  password?: string;
  /** Name → password of everybody else who may come at all; what they may do, their rights say. */
  users?: Readonly<Record<string, string>>;
  say?: (text: string) => void;
}

export interface RunningKafka {
  readonly brokers: string[];
  /** As its administrator. */
  readonly access: KafkaAccess;
  readonly port: number;
  readonly pid: number;
  readonly exited: Promise<string>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

interface KafkaLock {
  kafka: string;
  java: number;
  jars: LockedJar[];
}

const execute = promisify(execFile);
const START_MS = 90_000;

/** One real Kafka broker that is its own controller (KRaft). Over an existing folder it continues. */
export async function startKafka(options: KafkaOptions): Promise<RunningKafka> {
  const folder = resolve(options.dataDir);
  mkdirSync(folder, { recursive: true });
  const home = join(projectRoot(), 'deploy', 'embedded');
  const lock = JSON.parse(readFileSync(join(home, 'kafka.lock.json'), 'utf8')) as KafkaLock;
  const java = await findJava(lock.java);
  const jars = await bringJars(lock.jars, cacheFolder(`kafka-${lock.kafka}`), options.say ?? (() => undefined));
  const [port, controllerPort] = await choosePorts(options);
  const settings = join(folder, 'kafka.properties');
  const password = options.password ?? randomBytes(24).toString('base64url');
  const users = { ...options.users, [KAFKA_ADMIN]: password };
  const text = settingsOf(folder, { port, controllerPort, login: loginOf(password, users) });
  writeFileSync(settings, text, { mode: 0o600 });
  chmodSync(settings, 0o600); // It may be there from before it held passwords.
  const classPath = ['-cp', jars.join(delimiter)];
  await formatOnce(java, classPath, folder, settings);
  const heap = options.heapMb ?? 384;
  const child = await launch({
    name: 'Kafka',
    command: java,
    args: [
      `-Xmx${heap}m`,
      '-XX:+UseSerialGC',
      '-XX:+ExitOnOutOfMemoryError',
      `-Dlog4j2.configurationFile=${join(home, 'kafka.log4j2.properties')}`,
      ...classPath,
      'kafka.Kafka',
      settings,
    ],
    logFile: join(folder, 'kafka.log'),
    recordFile: join(folder, 'process.json'),
    cwd: folder,
  });
  const brokers = [`127.0.0.1:${port}`];
  const access = { brokers, user: KAFKA_ADMIN, password };
  await untilItAnswers(child, access);
  return { brokers, access, port, pid: child.pid, exited: child.exited, stop: child.stop, kill: child.kill };
}

async function choosePorts(options: KafkaOptions): Promise<[number, number]> {
  const [first, second] = (await freePorts(2)) as [number, number];
  return [options.port || first, options.controllerPort || second];
}

/** Who the broker is when it asks itself, and whom it lets in, under which password. */
function loginOf(password: string, users: Readonly<Record<string, string>>): string {
  const known = Object.entries(users).map(([name, secret]) => `user_${name}="${secret}"`);
  return `org.apache.kafka.common.security.plain.PlainLoginModule required username="${KAFKA_ADMIN}" password="${password}" ${known.join(' ')};`;
}

interface Listening {
  readonly port: number;
  readonly controllerPort: number;
  readonly login: string;
}

/** Backslashes are escapes in a properties file. */
function settingsOf(folder: string, { port, controllerPort, login }: Listening): string {
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `CLIENT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `CLIENT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'CLIENT',
    // Nobody comes without a name, to the controller neither, and nobody may do what no right lets them.
    'listener.security.protocol.map': 'CONTROLLER:SASL_PLAINTEXT,CLIENT:SASL_PLAINTEXT',
    'sasl.enabled.mechanisms': 'PLAIN',
    'sasl.mechanism.inter.broker.protocol': 'PLAIN',
    'sasl.mechanism.controller.protocol': 'PLAIN',
    'listener.name.client.plain.sasl.jaas.config': login,
    'listener.name.controller.plain.sasl.jaas.config': login,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': `User:${KAFKA_ADMIN}`,
    'allow.everyone.if.no.acl.found': false,
    'log.dirs': join(folder, 'log').replaceAll('\\', '/'),
    // A misspelt topic must be an error, not a new topic.
    'auto.create.topics.enable': false,
    'num.partitions': 6,
    'default.replication.factor': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 6,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 6,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    // A killed broker may register again only when its old session has run out (9 s by default).
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 500,
    // Kafka only transports; the journals in the databases are the memory.
    'log.retention.hours': 72,
    'log.segment.bytes': 67_108_864,
    // There is no second replica: without this a power cut loses what only the page cache holds.
    'log.flush.interval.ms': 1000,
    'log.flush.scheduler.interval.ms': 1000,
  };
  return Object.entries(settings).map(([key, value]) => `${key}=${value}\n`).join('');
}

/** Formatting gives the storage its cluster id; it happens once in the life of the folder. */
async function formatOnce(java: string, classPath: string[], folder: string, settings: string): Promise<void> {
  if (existsSync(join(folder, 'log', 'meta.properties'))) return;
  const idFile = join(folder, 'cluster-id');
  // Kept before formatting: if that is cut short, the second try uses the same id.
  if (!existsSync(idFile)) writeFileSync(idFile, newClusterId());
  const clusterId = readFileSync(idFile, 'utf8').trim();
  const args = [...classPath, 'kafka.tools.StorageTool', 'format', '--ignore-formatted', '-t', clusterId, '-c', settings];
  await execute(java, ['-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', ...args], { timeout: START_MS });
}

/** A UUID as Kafka writes it. One that begins with a dash would be read as an option. */
function newClusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? newClusterId() : id;
}

async function untilItAnswers(child: Launched, access: KafkaAccess): Promise<void> {
  try {
    await until(
      async () => {
        if (!child.running()) throw new GiveUp(new Error(`exit ${await child.exited}`));
        return hasBroker(access);
      },
      { deadlineMs: START_MS, what: 'Kafka' },
    );
  } catch (cause) {
    const lines = lastLines(child.log());
    await child.kill();
    throw new StartError(`Kafka 未能启动。日志末尾：`, `Kafka did not start. The end of its log:\n${lines}`, { cause });
  }
}

/** A broker that is listed may be given partitions; one that merely answers may not yet. */
async function hasBroker(access: KafkaAccess): Promise<boolean> {
  const admin = kafkaAs(access, { connectionTimeout: 2000, retry: { retries: 0 } }).admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } finally {
    await admin.disconnect();
  }
}
