import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Module, ValidationPipe, type DynamicModule, type INestApplication, type ModuleMetadata, type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Producer } from 'kafkajs';
import { DataSource } from 'typeorm';
import { invalid } from '#contracts';
import { FactTransport, isOutage, poolOf, Relay, Transactions } from '#messaging';
import { readConfig, ServiceConfig } from './config.js';
import { describedBy } from './document.js';
import { kindOf, Log, NestLog } from './log.js';
import { Metrics } from './metrics.js';
import { keepMode } from './mode.js';
import { dataSourceFor, kafkaFor, producerFor, ServiceModule, type ServiceDefinition } from './service.module.js';
import { demandSoundness, letFilesThrough, refuseBadAddress, refuseBadRequest } from './soundness.js';
import { Sweeper } from './sweeper.js';
import { startTracing, traceRequests } from './tracing.js';
import { violationsIn } from './violations.js';

export interface RunningService {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly openApi: OpenAPIObject;
  stop(): Promise<void>;
}

const BODY_BYTES_MAX = 256 * 1024;
/** A file of 10 MiB over the line of a mountain county takes minutes. Nothing else that is sent is long. */
const WHOLE_REQUEST_MS = 300_000;

/**
 * Starts one service: tables, HTTP, listener, relay, deadlines. SIGTERM finishes what is in hand.
 * @param own what the service adds to Nest's module: controllers and providers.
 */
export async function startService(
  definition: ServiceDefinition, own: ModuleMetadata, environment: NodeJS.ProcessEnv = process.env,
): Promise<RunningService> {
  const config = readConfig(environment);
  const log = new Log(definition.name, config.LOG_LEVEL);
  const stopTracing = startTracing(definition.name, config.OTEL_EXPORTER_OTLP_ENDPOINT);
  await whenThere(() => migrate(definition, config), log);
  const transport = new FactTransport({
    service: definition.name, kafka: () => kafkaFor(definition.name, config),
    onError: (error) => log.warn('listener waits', kindOf(error)),
  });
  const app = await createApp(definition, own, config, { transport, log });
  await keepMode(app.get(DataSource), config.GUITU_MODE);
  app.connectMicroservice({ strategy: transport });
  const openApi = documented(app, definition);
  const producer = producerFor(kafkaFor(definition.name, config));
  const relay = relayOf(definition, app, producer, log);
  const stopping = new AbortController();
  const sweeper = app.get(Sweeper);
  endConnections(app, stopping.signal);
  const stop = stopper(app, stopping, [() => sweeper.stop(), () => relay.stop(), () => producer.disconnect(), stopTracing]);
  await app.startAllMicroservices();
  await app.listen(config.PORT, config.HOST);
  void connectForever(producer, log, stopping.signal).then((isConnected) => {
    if (isConnected) relay.start();
  });
  sweeper.start();
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  log.info('started', { port: Number(new URL(url).port), mode: config.GUITU_MODE });
  return { app, url, openApi, stop };
}

/** As `startService`, for `main.ts`: a start that fails says why and ends; signals end it in good order. */
export async function runService(definition: ServiceDefinition, own: ModuleMetadata): Promise<void> {
  try {
    const running = await startService(definition, own);
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => void running.stop().then(() => process.exit(0), () => process.exit(1)));
  } catch (error) {
    process.stderr.write(`${definition.name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** A database that is away comes back; whatever else is wrong with it ends the start. */
async function whenThere(work: () => Promise<void>, log: Log): Promise<void> {
  for (let failures = 0; ; failures += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (!isOutage(error)) throw error;
      log.warn('database not there yet', { attempt: failures, ...kindOf(error) });
      await sleep(Math.min(200 * 2 ** failures, 5_000));
    }
  }
}

/** Brings the tables up to date, as their owner. */
export async function migrate(definition: ServiceDefinition, config: ServiceConfig): Promise<void> {
  if (!config.DATABASE_OWNER_URL) return;
  const source = await dataSourceFor(definition, config.DATABASE_OWNER_URL, 1).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

/** What a service adds, over the parts that every service has. */
function wholeOf(own: ModuleMetadata, common: DynamicModule): Type<object> {
  @Module({ ...own, imports: [common, ...(own.imports ?? [])] })
  class Service {}
  return Service;
}

/** The routes of a service as OpenAPI, without starting it: nothing is built, no database or broker is asked. */
export async function describeService(definition: ServiceDefinition, own: ModuleMetadata): Promise<OpenAPIObject> {
  const transport = new FactTransport({
    service: definition.name,
    kafka: () => {
      throw new Error('Only described, not started.');
    },
  });
  const config = Object.assign(new ServiceConfig(), { GUITU_MODE: 'rehearsal' }); // It has all the routes that there are.
  const whole = wholeOf(own, ServiceModule.for(definition, config, transport));
  const options = { preview: true, logger: false, abortOnError: false } as const;
  const app = await NestFactory.create<NestFastifyApplication>(whole, new FastifyAdapter(), options);
  return describedBy(app, definition);
}

/** The HTTP side of a service: put together and not yet listening. */
export async function createApp(
  definition: ServiceDefinition, own: ModuleMetadata, config: ServiceConfig,
  { transport, log }: { transport: FactTransport; log: Log },
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX, requestTimeout: WHOLE_REQUEST_MS, trustProxy: false, forceCloseConnections: 'idle',
    frameworkErrors: refuseBadAddress, clientErrorHandler: refuseBadRequest,
    // An id of any length is refused by the route that it names, and not as an address that nobody has.
    routerOptions: { maxParamLength: 16_384 },
  });
  const whole = wholeOf(own, ServiceModule.for(definition, config, transport));
  const app = await NestFactory.create<NestFastifyApplication>(whole, adapter, { logger: new NestLog(log), abortOnError: false });
  app.useGlobalPipes(new ValidationPipe({
    whitelist: true, forbidNonWhitelisted: true, transform: true,
    exceptionFactory: (errors) => invalid(...violationsIn(errors)), validationError: { target: true, value: true },
  }));
  traceRequests(adapter.getInstance());
  demandSoundness(adapter.getInstance());
  letFilesThrough(adapter.getInstance());
  const metrics = app.get(Metrics);
  adapter.getInstance().addHook('onResponse', (request, reply, done) => {
    metrics.requests.observe({
      method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode),
    }, reply.elapsedTime / 1000);
    done();
  });
  return app;
}

function documented(app: INestApplication, definition: ServiceDefinition): OpenAPIObject {
  const document = describedBy(app, definition);
  SwaggerModule.setup('docs', app, document, { jsonDocumentUrl: 'openapi.json' });
  return document;
}

function relayOf(definition: ServiceDefinition, app: INestApplication, producer: Producer, log: Log): Relay {
  const metrics = app.get(Metrics);
  const relay = new Relay(definition.name, poolOf(app.get(DataSource)), producer, {
    onError: (error) => log.warn('relay waits', kindOf(error)),
    onSent: (count) => metrics.sent.inc(count),
  });
  app.get(Transactions).onCommit = () => relay.nudge();
  return relay;
}

/** The broker may come up later than we do. @returns false when the service stops before. */
async function connectForever(producer: Producer, log: Log, stopping: AbortSignal): Promise<boolean> {
  for (let failures = 0; !stopping.aborted; failures += 1) {
    try {
      await producer.connect();
      if (!stopping.aborted) return true;
      await producer.disconnect();
    } catch (error) {
      log.warn('broker not there yet', { attempt: failures, ...kindOf(error) });
      await sleep(Math.min(200 * 2 ** failures, 5_000), undefined, { signal: stopping }).catch(() => undefined);
    }
  }
  return false;
}

/**
 * Whoever is answered while the service stops hears that the connection ends with the answer: a connection that was kept
 * for the next request would be waited for, a minute long.
 */
function endConnections(app: NestFastifyApplication, stopping: AbortSignal): void {
  app.getHttpAdapter().getInstance().addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping.aborted) void reply.header('connection', 'close');
    done();
  });
}

/** First no new request, then no new message; the sweeper and then the relay finish theirs; then connections close. */
function stopper(app: NestFastifyApplication, stopping: AbortController, steps: (() => Promise<void>)[]): () => Promise<void> {
  let stopped: Promise<void> | null = null;
  return () => (stopped ??= (async () => {
    const source = app.get(DataSource);
    stopping.abort();
    // Nest closes HTTP, and when the last answer is out, the listener.
    for (const step of [() => app.close(), ...steps]) await step().catch(() => undefined);
    if (source.isInitialized) await source.destroy();
  })());
}
