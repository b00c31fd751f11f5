import { createTopics, KAFKA_ADMIN, provideKafkaRights, provisionService, SERVICES } from '#embedded';
import { topicOf } from '#contracts';

/**
 * Makes what is missing: each service's database, its two roles, the topics, and who may say and hear what.
 * Started before the services.
 */
function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`缺少环境变量 ${name} / The setting ${name} is missing.`);
  return value;
}

const upper = (service: string): string => service.replaceAll('-', '_').toUpperCase();

for (const { name } of SERVICES) {
  await provisionService(setting('DATABASE_ADMIN_URL'), name, {
    ownerPassword: setting(`${upper(name)}_OWNER_PASSWORD`), runtimePassword: setting(`${upper(name)}_PASSWORD`),
  });
}
const kafka = { brokers: setting('KAFKA_BROKERS').split(','), user: KAFKA_ADMIN, password: setting('KAFKA_PASSWORD') };
await createTopics(kafka, SERVICES.map(({ name }) => topicOf(name)));
await provideKafkaRights(kafka, SERVICES.map(({ name }) => name));
console.log(`${SERVICES.length} 个服务的数据库、角色和主题已就绪 / Databases, roles and topics of ${SERVICES.length} services are ready.`);
