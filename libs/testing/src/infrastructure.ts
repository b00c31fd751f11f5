import { randomBytes } from 'node:crypto';
import { databaseOf, provisionService, type ServiceDatabase } from '#embedded';

export interface TestInfrastructure {
  adminUrl: string;
  brokers: string[];
}

export interface FreshService extends ServiceDatabase {
  brokers: string[];
  /** Put before every topic name, so that suites on the same broker do not hear one another. */
  topicPrefix: string;
}

/** The servers that the global set-up of Jest has started for the whole run. */
export function testInfrastructure(): TestInfrastructure {
  const adminUrl = process.env['GUITU_TEST_PG'];
  const brokers = process.env['GUITU_TEST_KAFKA'];
  if (!adminUrl || !brokers) {
    throw new Error(
      '没有测试用的 PostgreSQL 与 Kafka：请用 npm run jest -- --selectProjects services 运行\n' +
        'No PostgreSQL and Kafka for tests: run with npm run jest -- --selectProjects services',
    );
  }
  return { adminUrl, brokers: brokers.split(',') };
}

/** A database of its own for every call. The roles are those of the service, as in production. */
export async function freshService(service: string): Promise<FreshService> {
  const { adminUrl, brokers } = testInfrastructure();
  const mark = randomBytes(5).toString('hex');
  const passwords = { ownerPassword: 'owner-for-tests', runtimePassword: 'runtime-for-tests' };
  const database = await provisionService(adminUrl, service, passwords, `${databaseOf(service)}_${mark}`);
  return { ...database, brokers, topicPrefix: `t${mark}.` };
}
