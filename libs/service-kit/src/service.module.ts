import { readFileSync } from 'node:fs';
import { Controller, Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, Reflector } from '@nestjs/core';
import { EventPattern, Payload } from '@nestjs/microservices';
import { TerminusModule } from '@nestjs/terminus';
import { Kafka, logLevel, type KafkaConfig, type Producer, type SASLOptions } from 'kafkajs';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { ClockRules } from '#clocks';
import { STAGE_AGENCIES } from '#contracts';
import {
  byCase, CommandCases1793318700009, Dismissals, Dismissals1793318900002, DismissalTable, FactTransport, Holds1793318700000,
  HoldTable, Inbox, isOutage,
  Messaging1793318400000, Parking, poolOf, SpanKind,
  spanned, traceparentIn, Transactions, type Constraints, type Listening, type Message,
} from '#messaging';
import { PermissionGuard } from './asking.js';
import { SystemClock } from './clock.js';
import { ServiceConfig } from './config.js';
import { identityDigestWith } from './identity-digest.js';
import { Directory, DirectoryTables1793318400001, identityListening, SignInsEnded1793319200001 } from './directory.js';
import { FrontController, ProblemsController } from './front.controller.js';
import { HealthController } from './health.js';
import { Log } from './log.js';
import { Metrics, MetricsController } from './metrics.js';
import { may, type PermissionTable } from './permissions.js';
import { ProblemFilter } from './problem.js';
import { Relations } from './relations.js';
import { ServiceName } from './service-name.js';
import { KnownQuestions } from './soundness.js';
import { Sweeper, type Ticking } from './sweeper.js';
import { Tokens } from './tokens.js';
import { ParkedController, RehearsalController } from './upkeep.controllers.js';

/** Everything that makes one service different from the next. */
export interface ServiceDefinition {
  readonly name: string;
  readonly tables: readonly EntitySchema[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Named unique constraints and the refusals that their violation means. */
  readonly constraints?: Constraints;
  /** What this service does when another one speaks. The directory is listened to by all of them. */
  readonly listenings: readonly Listening[];
  readonly permissions: PermissionTable;
  /** Aggregates that time can change. */
  readonly timed: readonly (new () => Ticking)[];
  /** True where `/` is the web's. */
  readonly ownsFront?: boolean;
}

const UPKEEP: PermissionTable = {
  'upkeep.parked': [may('any', ['administrator'])],
  'upkeep.set-aside': [may('any', ['administrator'])],
  // The second person: another administrator, or whoever leads a unit that does a stage.
  'upkeep.confirm-set-aside': [may('any', ['administrator']), may(STAGE_AGENCIES, ['head', 'deputy-head'])],
  'upkeep.rehearsal': [may('any', ['administrator'])],
};

export const permissionsOf = (definition: ServiceDefinition): PermissionTable => ({ ...definition.permissions, ...UPKEEP });

/** Everybody hears identity, for the directory and for what the service does besides; nobody hears itself. */
export function listeningsOf({ name, listenings }: ServiceDefinition): readonly Listening[] {
  const { source: directory, reactions } = identityListening;
  const besides = listenings.filter(({ source }) => source === directory).flatMap((listening) => listening.reactions);
  const others = listenings.filter(({ source }) => source !== directory);
  return [{ source: directory, reactions: [...reactions, ...besides] }, ...others].filter(({ source }) => source !== name);
}

/** The parts that every service has, put together from its definition. */
@Module({})
export class ServiceModule {
  static for(definition: ServiceDefinition, config: ServiceConfig, transport: FactTransport): DynamicModule {
    return {
      module: ServiceModule,
      global: true,
      imports: [TerminusModule.forRoot({ gracefulShutdownTimeoutMs: 0 })],
      controllers: [
        HealthController, MetricsController, ProblemsController, ...(definition.ownsFront ? [] : [FrontController]),
        ParkedController, listener(listeningsOf(definition)),
        ...(config.isRehearsal ? [RehearsalController] : []),
      ],
      providers: [...parts(definition, config), ...edges(definition, transport)],
      exports: [
        DataSource, Transactions, Directory, SystemClock, ServiceConfig, Log, Metrics, Sweeper, Tokens, Parking, Dismissals,
      ],
    };
  }
}

function parts(definition: ServiceDefinition, config: ServiceConfig): Provider[] {
  return [
    { provide: ServiceConfig, useValue: config },
    { provide: ServiceName, useValue: new ServiceName(definition.name) },
    { provide: Log, useFactory: () => new Log(definition.name, config.LOG_LEVEL) },
    { provide: DataSource, useFactory: () => dataSourceFor(definition, config.DATABASE_URL, config.DATABASE_POOL).initialize() },
    {
      provide: SystemClock, inject: [DataSource],
      useFactory: async (source: DataSource) => {
        const clock = new SystemClock(config.isRehearsal);
        await clock.restore(source);
        return clock;
      },
    },
    { provide: Directory, inject: [DataSource], useFactory: (source: DataSource) => new Directory(poolOf(source)) },
    { provide: Tokens, useFactory: () => new Tokens(config.OIDC_ISSUER, {
      audience: config.OIDC_AUDIENCE, personClaim: config.OIDC_PERSON_CLAIM,
    }) },
    {
      provide: Transactions, inject: [DataSource, SystemClock, Directory],
      useFactory: (source: DataSource, clock: SystemClock, directory: Directory) => new Transactions(source, {
        service: definition.name, exercise: config.isRehearsal, rules: new ClockRules(),
        directoryOn: (connection) => directory.on(connection), identityDigest: identityDigestWith(config.GUITU_DIGEST_KEY),
      }, () => clock.now(), definition.constraints),
    },
    { provide: Inbox, inject: [Transactions], useFactory: (transactions: Transactions) => new Inbox(transactions) },
    {
      provide: Parking, inject: [Transactions],
      useFactory: (transactions: Transactions) => new Parking(transactions, listeningsOf(definition)),
    },
    { provide: Dismissals, inject: [Transactions], useFactory: (transactions: Transactions) => new Dismissals(transactions) },
    {
      provide: Sweeper,
      inject: [Transactions, SystemClock, Log],
      useFactory: (transactions: Transactions, clock: SystemClock, log: Log) =>
        new Sweeper(transactions, definition.timed, clock, log),
    },
    { provide: Metrics, inject: [DataSource], useFactory: (source: DataSource) => new Metrics(definition.name, poolOf(source)) },
  ];
}

function edges(definition: ServiceDefinition, transport: FactTransport): Provider[] {
  return [
    {
      provide: APP_GUARD, inject: [Tokens, Directory, SystemClock, DataSource],
      useFactory: (tokens: Tokens, directory: Directory, clock: SystemClock, source: DataSource) =>
        new PermissionGuard({
          reflector: new Reflector(), tokens, directory, clock, source, table: permissionsOf(definition),
          relations: new Relations(source, directory),
        }),
    },
    { provide: APP_GUARD, useClass: KnownQuestions },
    { provide: APP_FILTER, inject: [Log], useFactory: (log: Log) => new ProblemFilter(log) },
    { provide: FactTransport, useValue: transport },
  ];
}

/** A pool whose connections may break without taking the process with them. */
export function dataSourceFor(definition: ServiceDefinition, url: string, poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres', url, entities: [HoldTable, DismissalTable, ...definition.tables],
    migrations: [
      Messaging1793318400000, DirectoryTables1793318400001, ...definition.migrations, Holds1793318700000,
      CommandCases1793318700009, Dismissals1793318900002, SignInsEnded1793319200001,
    ],
    migrationsTableName: 'migration', migrationsTransactionMode: 'each', applicationName: `guitu-${definition.name}`,
    poolSize, poolErrorHandler: () => undefined,
    extra: {
      pipeline: true, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 60_000, statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      onConnect: (client: NodeJS.EventEmitter) => {
        client.on('error', () => undefined);
      },
    },
  });
}

/** The broker, as the service's own user: whoever has no name there neither says nor hears anything. */
export function kafkaFor(service: string, config: ServiceConfig): Kafka {
  const login = { username: config.KAFKA_USER ?? service, password: config.KAFKA_PASSWORD };
  return new Kafka({
    clientId: service, brokers: config.brokers, logLevel: logLevel.NOTHING,
    sasl: { mechanism: config.KAFKA_MECHANISM, ...login } as SASLOptions, ssl: tlsOf(config),
    connectionTimeout: 5_000, requestTimeout: 20_000, retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 5 },
  });
}

const tlsOf = ({ KAFKA_TLS, KAFKA_TLS_CA }: ServiceConfig): KafkaConfig['ssl'] =>
  KAFKA_TLS === 'on' && (KAFKA_TLS_CA === undefined || { ca: [readFileSync(KAFKA_TLS_CA, 'utf8')] });

/** One request in flight: a later batch never overtakes an earlier one that is tried again. */
export function producerFor(kafka: Kafka): Producer {
  return kafka.producer({ allowAutoTopicCreation: false, maxInFlightRequests: 1, createPartitioner: byCase });
}

/** One method per source, in Nest's own words: `@EventPattern('rescue')`. The table of listenings is the only list. */
function listener(listenings: readonly Listening[]): Type<object> {
  @Controller()
  class Listener {
    constructor(readonly inbox: Inbox, readonly metrics: Metrics, readonly log: Log) {}
  }
  Reflect.defineMetadata('design:paramtypes', [Inbox, Metrics, Log], Listener);
  for (const listening of listenings) {
    const method = `hear ${listening.source}`;
    const hear = async function (this: Listener, messages: Message[]): Promise<void> {
      const given = { kind: SpanKind.CONSUMER, traceparents: () => messages.map(({ value }) => traceparentIn(value)) };
      await spanned(`${listening.source} received`, given, async () => {
        const { applied, repeated, parked } = await this.inbox.receive(messages, listening).catch((error: unknown) => {
          // Nest hands on that something failed, and not what.
          this.log.error(isOutage(error) ? 'outage' : 'not taken', error, { source: listening.source });
          throw error;
        });
        this.metrics.received.inc({ source: listening.source, outcome: 'applied' }, applied);
        this.metrics.received.inc({ source: listening.source, outcome: 'repeated' }, repeated);
        this.metrics.received.inc({ source: listening.source, outcome: 'parked' }, parked);
      });
    };
    Object.defineProperty(Listener.prototype, method, { value: hear, writable: true, configurable: true, enumerable: true });
    EventPattern<string>(listening.source)(
      Listener.prototype, method,
      Object.getOwnPropertyDescriptor(Listener.prototype, method)!,
    );
    Payload()(Listener.prototype, method, 0);
  }
  return Listener;
}
