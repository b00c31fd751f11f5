import type { ModuleMetadata } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from '#messaging';
import { Directory, Log, ServiceConfig, SystemClock, type ServiceDefinition } from '#service-kit';
import { Gateway1793318700000 } from './db/migrations/1793318700000-gateway.js';
import { Cookies } from './door/cookies.js';
import { Door } from './door/door.js';
import { Pages } from './door/pages.js';
import { Proxy } from './door/proxy.js';
import { EventsController } from './http/events.controller.js';
import { SessionController } from './http/session.controller.js';
import { WholeApi } from './http/whole-api.js';
import { Involvement, Involvement1793318700001, involvementListenings } from './live/involvement.js';
import { LiveFacts } from './live/live-facts.js';
import { LiveStreams } from './live/streams.js';
import { gatewayPermissions } from './permissions.js';
import { Access } from './sessions/access.js';
import { IdentityProvider } from './sessions/provider.js';
import { Sealing, Sessions } from './sessions/sessions.js';
import { signingOutListening } from './sessions/signing-out.js';
import { Tidying } from './sessions/tidying.js';
import { Whois } from './sessions/whois.js';
import { GatewaySettings, readGatewaySettings } from './settings.js';

export const gatewayService: ServiceDefinition = {
  name: 'gateway', ownsFront: true,
  tables: [],
  migrations: [Gateway1793318700000, Involvement1793318700001],
  listenings: [...involvementListenings, signingOutListening],
  permissions: gatewayPermissions,
  timed: [],
};

export const gatewayParts: ModuleMetadata = {
  controllers: [SessionController, EventsController],
  providers: [
    { provide: GatewaySettings, useFactory: () => readGatewaySettings(process.env) },
    { provide: Cookies, inject: [GatewaySettings], useFactory: (settings: GatewaySettings) => new Cookies(settings) },
    { provide: Sealing, inject: [ServiceConfig], useFactory: ({ keks }: ServiceConfig) => new Sealing(keks) },
    {
      provide: Sessions, inject: [DataSource, Sealing, GatewaySettings],
      useFactory: (source: DataSource, sealing: Sealing, settings: GatewaySettings) =>
        new Sessions(poolOf(source), sealing, settings),
    },
    {
      provide: IdentityProvider, inject: [ServiceConfig, GatewaySettings, Log],
      useFactory: (config: ServiceConfig, settings: GatewaySettings, log: Log) =>
        new IdentityProvider({ issuer: config.OIDC_ISSUER, personClaim: config.OIDC_PERSON_CLAIM }, settings, log),
    },
    {
      provide: Access, inject: [Sessions, IdentityProvider],
      useFactory: (sessions: Sessions, provider: IdentityProvider) => new Access(sessions, provider),
    },
    {
      provide: Whois, inject: [Access, GatewaySettings],
      useFactory: (access: Access, settings: GatewaySettings) => new Whois(access, settings),
    },
    { provide: Involvement, inject: [DataSource], useFactory: (source: DataSource) => new Involvement(poolOf(source)) },
    {
      provide: LiveStreams, inject: [Sessions, Directory, SystemClock],
      useFactory: (sessions: Sessions, directory: Directory, clock: SystemClock) => new LiveStreams(sessions, directory, clock),
    },
    LiveFacts, Door, Proxy, Pages, WholeApi, Tidying,
  ],
};
