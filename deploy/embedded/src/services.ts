import { join } from 'node:path';
import type { ServiceDatabase } from './provision.js';

export interface ServiceEntry {
  name: string;
  port: number;
  /** The compiled program, from the top of the project. */
  entry: string;
}

export interface ServiceKeys {
  kek: string;
  /** While the key is being changed: the former one. */
  kekBefore?: string;
  kafkaPassword: string;
}

export type Mode = 'live' | 'rehearsal';

/** What every service is given to work with. */
export interface Infrastructure {
  mode: Mode;
  services: ServiceEntry[];
  brokers: string[];
  databases: Record<string, ServiceDatabase>;
  keys: Record<string, ServiceKeys>;
  /** For keyed digests of national ids: equal in all services, or they could not see that two records are one person. */
  digestKey: string;
  /** Files that people attach; each service has a folder of its own in it. */
  filesFolder: string;
  /** Of the first administrator of a live system. */
  adminPassword: string;
}

const NAMES = ['gateway', 'identity', 'intake', 'investigation', 'rescue', 'placement', 'cross-border', 'casebook'];

const STAGES = ['intake', 'investigation', 'rescue', 'placement', 'cross-border'];
const others = (stage: string): string[] => ['identity', ...STAGES.filter((name) => name !== stage)];

/** Whom each service hears; it may read no other's topic. `scripts/hearing.spec.ts` compares this with its listenings. */
export const HEARS: Readonly<Record<string, readonly string[]>> = {
  gateway: ['identity', ...STAGES],
  identity: [],
  ...Object.fromEntries(STAGES.map((stage) => [stage, others(stage)])),
  casebook: ['identity', ...STAGES],
};

export const PORT_BASE = Number(process.env['GUITU_PORT_BASE'] || 7000);

/** The one table of services; their order gives their ports. The gateway, where browsers come in, has the first. */
export const SERVICES: ServiceEntry[] = NAMES.map((name, index) => ({
  name,
  port: PORT_BASE + index,
  entry: `dist/services/${name}/src/main.js`,
}));

/** kafkajs 2.2.4 sets a timer in the past, which is harmless; newer versions of Node warn of it. */
export const NODE_FLAGS = ['--disable-warning=TimeoutNegativeWarning', '--enable-source-maps'];

export interface ServerPorts {
  postgres: number;
  kafka: number;
  controller: number;
}

/** 7432, 7092 and 7093, unless the base is moved. */
export function serverPorts(portBase: number): ServerPorts {
  return { postgres: portBase + 432, kafka: portBase + 92, controller: portBase + 93 };
}

/** Everything a service learns from outside. Its passwords and keys are its own: no other service gets them. */
export function environmentOf(service: string, infrastructure: Infrastructure): Record<string, string> {
  const database = known(infrastructure.databases[service], service);
  const keys = known(infrastructure.keys[service], service);
  return {
    HOST: '127.0.0.1',
    PORT: String(portOf(service, infrastructure)),
    DATABASE_URL: database.runtimeUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    KAFKA_BROKERS: infrastructure.brokers.join(','),
    KAFKA_PASSWORD: keys.kafkaPassword,
    OIDC_ISSUER: `http://127.0.0.1:${portOf('identity', infrastructure)}/oidc`,
    GUITU_MODE: infrastructure.mode,
    GUITU_KEK: keys.kek,
    ...(keys.kekBefore && { GUITU_KEK_BEFORE: keys.kekBefore }),
    GUITU_DIGEST_KEY: infrastructure.digestKey,
    // Invented people never sign in to a live system; there the first administrator brings everybody in.
    GUITU_SEED: infrastructure.mode === 'rehearsal' ? 'demo' : 'units',
    ...(STAGES.includes(service) && { GUITU_FILES: join(infrastructure.filesFolder, service) }),
    ...(service === 'cross-border' && { GUITU_DIRECTORY: `http://127.0.0.1:${portOf('identity', infrastructure)}` }),
    ...(service === 'identity' && identityOnly(infrastructure)),
    ...(service === 'gateway' && gatewayOnly(infrastructure)),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
  };
}

/** Where browsers come in: the provider sends them back there and nowhere else. */
function identityOnly(infrastructure: Infrastructure): Record<string, string> {
  const door = doorOf(infrastructure);
  return {
    GUITU_ADMIN_PASSWORD: infrastructure.adminPassword,
    ...(door && { OIDC_WEB_REDIRECTS: `${door}/session/callback`, OIDC_WEB_SIGNED_OUT: `${door}/` }),
  };
}

function gatewayOnly(infrastructure: Infrastructure): Record<string, string> {
  const behind = infrastructure.services.filter(({ name }) => name !== 'gateway');
  return {
    GATEWAY_PUBLIC_URL: doorOf(infrastructure)!,
    GATEWAY_SERVICES: behind.map(({ name, port }) => `${name}=http://127.0.0.1:${port}`).join(','),
  };
}

function doorOf({ services }: Infrastructure): string | undefined {
  const gateway = services.find(({ name }) => name === 'gateway');
  return gateway && `http://127.0.0.1:${gateway.port}`;
}

function portOf(service: string, infrastructure: Infrastructure): number {
  return known(
    infrastructure.services.find(({ name }) => name === service),
    service,
  ).port;
}

function known<Value>(value: Value | undefined, service: string): Value {
  if (value === undefined) throw new Error(`没有服务 ${service}\nNo such service: ${service}`);
  return value;
}
