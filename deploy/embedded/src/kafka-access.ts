import { Kafka, logLevel, type KafkaConfig } from 'kafkajs';

/** Where a broker is, and as whom one comes to it. */
export interface KafkaAccess {
  readonly brokers: string[];
  readonly user: string;
  readonly password: string;
}

/** The broker itself, and whoever provides topics and rights. No service is given its password. */
export const KAFKA_ADMIN = 'guitu';

export const kafkaAs = ({ brokers, user, password }: KafkaAccess, more: Partial<KafkaConfig> = {}): Kafka =>
  new Kafka({ brokers, sasl: { mechanism: 'plain', username: user, password }, logLevel: logLevel.NOTHING, ...more });

/** The settings under which a service comes to the broker as this user. */
export const kafkaSettings = ({ brokers, user, password }: KafkaAccess): Record<string, string> =>
  ({ KAFKA_BROKERS: brokers.join(','), KAFKA_USER: user, KAFKA_PASSWORD: password });

/** `user:password@host:port,host:port`, as a test run is told of its broker. */
export function kafkaAccessIn(address: string): KafkaAccess {
  const [, user, password, brokers] = /^([^:@]+):([^@]+)@(.+)$/.exec(address) ?? [];
  if (!user || !password || !brokers) throw new Error('Kafka 地址应为 user:password@host:port\nThe address of Kafka must be user:password@host:port');
  return { user, password, brokers: brokers.split(',') };
}
