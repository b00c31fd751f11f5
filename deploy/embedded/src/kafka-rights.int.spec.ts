import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import kafkajs, { Kafka, logLevel } from 'kafkajs';
import { topicOf } from '#contracts';
import {
  createTopics, HEARS, kafkaAs, provideKafkaRights, startKafka, temporaryFolder, type KafkaAccess, type RunningKafka,
} from './index.js';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
const SERVICES = Object.keys(HEARS);
const folder = temporaryFolder('guitu-rights-spec-');
let server: RunningKafka;

beforeAll(async () => {
  const users = Object.fromEntries([...SERVICES, 'stranger'].map((name) => [name, `password of ${name}`]));
  server = await startKafka({ dataDir: folder, users });
  await createTopics(server.access, SERVICES.map(topicOf));
  await provideKafkaRights(server.access, SERVICES);
  for (const service of SERVICES) expect(await says(service, service)).toBe('done');
  // The first group makes the broker keep offsets; until it does, nobody hears anything.
  await eventually(async () => (await hears('placement', 'rescue')) === 'done');
}, 300_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const as = (user: string, password = `password of ${user}`): KafkaAccess => ({ brokers: server.brokers, user, password });
const at = (access: KafkaAccess): Kafka => kafkaAs(access, { retry: { retries: 2, initialRetryTime: 50 } });
const typeOf = (error: unknown): string => {
  const { type, name, cause } = error as { type?: string; name: string; cause?: unknown };
  return type ?? (cause === undefined ? name : typeOf(cause));
};

async function eventually(done: () => Promise<boolean>): Promise<void> {
  for (const until = Date.now() + 30_000; !(await done());) if (Date.now() > until) throw new Error('It did not happen in time.');
}

async function says(user: string, service: string, kafka = at(as(user))): Promise<string> {
  const producer = kafka.producer({ allowAutoTopicCreation: false });
  try {
    await producer.connect();
    await producer.send({ topic: topicOf(service), acks: -1, messages: [{ key: 'case', value: '{}' }] });
    return 'done';
  } catch (error) {
    return typeOf(error);
  } finally {
    await producer.disconnect();
  }
}

async function hears(user: string, service: string, groupId = user): Promise<string> {
  const consumer = at(as(user)).consumer({ groupId, retry: { retries: 1, restartOnFailure: () => Promise.resolve(false) } });
  try {
    return await new Promise<string>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => resolve(typeOf(payload.error)));
      void consumer.connect()
        .then(() => consumer.subscribe({ topics: [topicOf(service)], fromBeginning: true }))
        .then(() => consumer.run({ autoCommit: false, eachMessage: () => Promise.resolve(resolve('done')) }))
        .catch(reject);
    }).catch(typeOf);
  } finally {
    await consumer.disconnect();
  }
}

const NOT_ITS_GROUP = /AUTHORIZATION_FAILED|GroupCoordinatorNotFound/;

describe('The broker', () => {
  it('lets each service say its own facts and nobody else’s', async () => {
    for (const user of [...SERVICES, 'stranger'])
      for (const service of SERVICES)
        expect([user, service, await says(user, service)])
          .toEqual([user, service, user === service ? 'done' : 'TOPIC_AUTHORIZATION_FAILED']);
  }, 120_000);

  it('lets a service hear what it listens to, in its own group', async () => {
    expect(await hears('placement', 'rescue')).toBe('done');
    expect(await hears('casebook', 'intake')).toBe('done');
    expect(await hears('gateway', 'rescue', 'gateway-live-1')).toBe('done');
    expect(await hears('intake', 'gateway')).toBe('TOPIC_AUTHORIZATION_FAILED');
    expect(await hears('rescue', 'casebook')).toBe('TOPIC_AUTHORIZATION_FAILED');
    // kafkajs says of a group that is refused that nobody coordinates it; that of the service's own was just found.
    expect(await hears('rescue', 'intake', 'placement')).toMatch(NOT_ITS_GROUP);
    expect(await hears('stranger', 'intake')).toMatch(NOT_ITS_GROUP);
  }, 120_000);

  it('lets nobody in without a name, under a wrong password or under an unknown name', async () => {
    const { brokers } = server;
    const nobody = new Kafka({ brokers, logLevel: logLevel.NOTHING, retry: { retries: 0 }, requestTimeout: 3_000 });
    expect(await says('intake', 'intake', nobody)).not.toBe('done');
    expect(await says('intake', 'intake', at(as('intake', 'password of rescue')))).toBe('KafkaJSSASLAuthenticationError');
    expect(await says('nobody', 'intake')).toBe('KafkaJSSASLAuthenticationError');
  }, 60_000);

  it('lets no service make topics or rights', async () => {
    const admin = at(as('intake')).admin();
    await admin.connect();
    await expect(admin.createTopics({ topics: [{ topic: 'mine' }], waitForLeaders: false })).rejects.toThrow();
    await expect(admin.createAcls({ acl: [writeTo('rescue')] })).rejects.toThrow();
    await admin.disconnect();
    expect(await says('intake', 'rescue')).toBe('TOPIC_AUTHORIZATION_FAILED');
  }, 60_000);

  it('takes from a service what it should not have, when rights are provided again', async () => {
    const admin = kafkaAs(server.access).admin();
    await admin.connect();
    await admin.createAcls({ acl: [writeTo('rescue')] });
    await admin.disconnect();
    await eventually(async () => (await says('intake', 'rescue')) === 'done');
    await provideKafkaRights(server.access, SERVICES);
    expect(await says('intake', 'rescue')).toBe('TOPIC_AUTHORIZATION_FAILED');
    expect(await says('intake', 'intake')).toBe('done');
  }, 60_000);
});

const writeTo = (service: string) => ({
  principal: 'User:intake', host: '*', resourceType: AclResourceTypes.TOPIC, resourceName: topicOf(service),
  resourcePatternType: ResourcePatternTypes.LITERAL, operation: AclOperationTypes.WRITE, permissionType: AclPermissionTypes.ALLOW,
});
