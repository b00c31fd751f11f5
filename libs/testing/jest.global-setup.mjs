// One PostgreSQL and one Kafka for the whole run: containers where a Docker engine answers, the embedded
// servers where not. Tests find them through GUITU_TEST_PG and GUITU_TEST_KAFKA.
import { existsSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { homedir } from 'node:os';
import { join } from 'node:path';
import tearDown from './jest.global-teardown.mjs';

const built = new URL('../../dist/deploy/embedded/src/index.js', import.meta.url);

export default async function setUp() {
  // Servers of the developer's own choice: nothing to start, nothing to stop.
  if (process.env.GUITU_TEST_PG && process.env.GUITU_TEST_KAFKA) return;
  if (!existsSync(built)) throw new Error('请先运行 npm run build\nRun npm run build first');
  const embedded = await import(built.href);
  const start = (await dockerAnswers())
    ? [startPostgresContainer, startKafkaContainer]
    : [startEmbeddedPostgres, startEmbeddedKafka];
  globalThis.guituServers = start.map((server) => server(embedded));
  // An interrupted run calls no teardown.
  for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) {
    process.once(signal, () => tearDown().finally(() => process.exit(code)));
  }
  try {
    const [postgres, kafka] = await Promise.all(globalThis.guituServers);
    process.env.GUITU_TEST_PG = postgres.address;
    process.env.GUITU_TEST_KAFKA = kafka.address;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

async function startEmbeddedPostgres({ startPostgres, temporaryFolder }) {
  const folder = temporaryFolder('guitu-test-');
  const server = await startPostgres({ dataDir: folder, password: 'test' });
  return { address: server.adminUrl, stop: () => server.stop().finally(() => remove(folder)) };
}

async function startEmbeddedKafka({ startKafka, temporaryFolder }) {
  const folder = temporaryFolder('guitu-test-');
  const server = await startKafka({ dataDir: folder, say: console.log });
  // Nothing of it is kept: no reason to wait for an orderly end.
  const { user, password, brokers } = server.access;
  return { address: `${user}:${password}@${brokers.join(',')}`, stop: () => server.kill().finally(() => remove(folder)) };
}

function remove(folder) {
  rmSync(folder, { recursive: true, force: true });
}

async function startPostgresContainer() {
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const locale = '--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8';
  const container = await new PostgreSqlContainer('postgres:18')
    .withDatabase('postgres')
    .withUsername('postgres')
    .withEnvironment({ POSTGRES_INITDB_ARGS: locale })
    .withCommand(['postgres', '-c', 'max_connections=200', '-c', 'timezone=UTC'])
    .start();
  return { address: container.getConnectionUri(), stop: () => container.stop() };
}

/**
 * Not by KafkaContainer of @testcontainers/kafka: it calls a start script that only Confluent's images
 * have. The broker must name its own address, so the port outside is fixed before the start.
 */
async function startKafkaContainer({ freePort }) {
  const { GenericContainer, Wait } = await import('testcontainers');
  const port = await freePort();
  const host = dockerHostName();
  const container = await new GenericContainer('apache/kafka:4.1.0')
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_LISTENERS: 'CLIENT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `CLIENT://${host}:${port}`,
      KAFKA_INTER_BROKER_LISTENER_NAME: 'CLIENT',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,CLIENT:SASL_PLAINTEXT',
      KAFKA_SASL_ENABLED_MECHANISMS: 'PLAIN',
      KAFKA_SASL_MECHANISM_INTER_BROKER_PROTOCOL: 'PLAIN',
      KAFKA_LISTENER_NAME_CLIENT_PLAIN_SASL_JAAS_CONFIG: 'org.apache.kafka.common.security.plain.PlainLoginModule required '
        + 'username="guitu" password="for-tests" user_guitu="for-tests";',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_NUM_PARTITIONS: '6',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .start();
  return { address: `guitu:for-tests@${host}:${port}`, stop: () => container.stop() };
}

/** Where ports of containers appear: on this machine, unless the engine is a remote one. */
function dockerHostName() {
  const address = process.env.DOCKER_HOST;
  return address?.startsWith('tcp:') ? new URL(address).hostname : '127.0.0.1';
}

async function dockerAnswers() {
  const address = process.env.DOCKER_HOST;
  if (address?.startsWith('tcp:')) {
    const { hostname, port } = new URL(address);
    return ping({ host: hostname, port: port || 2375 });
  }
  const sockets = [address?.replace(/^unix:\/\//, ''), '/var/run/docker.sock', join(homedir(), '.docker/run/docker.sock')];
  for (const socketPath of sockets) if (socketPath && existsSync(socketPath) && (await ping({ socketPath }))) return true;
  return false;
}

function ping(target) {
  return new Promise((resolve) => {
    const probe = request({ ...target, path: '/_ping', timeout: 1000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    probe.on('timeout', () => probe.destroy());
    probe.on('error', () => resolve(false));
    probe.end();
  });
}
