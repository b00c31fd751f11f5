import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { bringJars, type LockedJar } from './download.js';
import { cacheFolder, projectRoot } from './folders.js';
import { findJava } from './java.js';
import { lastLines, launch, type Launched } from './launch.js';
import { freePorts } from './ports.js';
import { GiveUp, until } from './waiting.js';
import { StartError } from './words.js';

export interface KafkaOptions {
  dataDir: string;
  port?: number;
  controllerPort?: number;
  heapMb?: number;
  say?: (text: string) => void;
}

export interface RunningKafka {
  readonly brokers: string[];
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
  writeFileSync(settings, settingsOf(folder, port, controllerPort));
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
  await untilItAnswers(child, brokers);
  return { brokers, port, pid: child.pid, exited: child.exited, stop: child.stop, kill: child.kill };
}

async function choosePorts(options: KafkaOptions): Promise<[number, number]> {
  const [first, second] = (await freePorts(2)) as [number, number];
  return [options.port || first, options.controllerPort || second];
}

/** Backslashes are escapes in a properties file. */
function settingsOf(folder: string, port: number, controllerPort: number): string {
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
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

async function untilItAnswers(child: Launched, brokers: string[]): Promise<void> {
  try {
    await until(
      async () => {
        if (!child.running()) throw new GiveUp(new Error(`exit ${await child.exited}`));
        return hasBroker(brokers);
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
async function hasBroker(brokers: string[]): Promise<boolean> {
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING, connectionTimeout: 2000, retry: { retries: 0 } }).admin();
  try {
    await admin.connect();
    return (await admin.describeCluster()).brokers.length > 0;
  } finally {
    await admin.disconnect();
  }
}
