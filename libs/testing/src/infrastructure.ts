import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, kafkaAccessIn, provisionService, type KafkaAccess, type ServiceDatabase } from '#embedded';

export interface TestInfrastructure {
  adminUrl: string;
  /** As the broker's administrator: suites invent services of their own, which have no user. */
  kafka: KafkaAccess;
}

export interface FreshService extends ServiceDatabase {
  kafka: KafkaAccess;
  /** Put before every topic name, so that suites on the same broker do not hear one another. */
  topicPrefix: string;
}

/** The servers that the global set-up of Jest has started for the whole run. */
export function testInfrastructure(): TestInfrastructure {
  const adminUrl = process.env['GUITU_TEST_PG'];
  const kafka = process.env['GUITU_TEST_KAFKA'];
  if (!adminUrl || !kafka) {
    throw new Error(
      '没有测试用的 PostgreSQL 与 Kafka：请用 npm run jest -- --selectProjects services 运行\n' +
        'No PostgreSQL and Kafka for tests: run with npm run jest -- --selectProjects services',
    );
  }
  return { adminUrl, kafka: kafkaAccessIn(kafka) };
}

/** A database of its own for every call. The roles are those of the service, as in production. */
export async function freshService(service: string): Promise<FreshService> {
  const { adminUrl, kafka } = testInfrastructure();
  const mark = randomBytes(5).toString('hex');
  const passwords = { ownerPassword: 'owner-for-tests', runtimePassword: 'runtime-for-tests' };
  const database = await provisionService(adminUrl, service, passwords, `${databaseOf(service)}_${mark}`);
  return { ...database, kafka, topicPrefix: `t${mark}.` };
}

/** A folder for the files of one service, made when the first of them comes. */
export const filesFolder = (): string => join(tmpdir(), `guitu-files-${randomUUID()}`);
