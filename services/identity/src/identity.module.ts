import type { ModuleMetadata } from '@nestjs/common';
import { Provider } from 'oidc-provider';
import { DataSource } from 'typeorm';
import { poolOf } from '#messaging';
import { Log, ServiceConfig, type ServiceDefinition } from '#service-kit';
import { Identity1793318600000 } from './db/migrations/1793318600000-identity.js';
import { UnitRecordTable } from './db/unit-record.table.js';
import { DemoAccountsController } from './http/demo-accounts.controller.js';
import { MeController } from './http/me.controller.js';
import { PeopleController } from './http/people.controller.js';
import { SignInController } from './http/sign-in.controller.js';
import { UnitsController } from './http/units.controller.js';
import { ProviderMount } from './oidc/mount.js';
import { createProvider } from './oidc/provider.js';
import { identityPermissions } from './permissions.js';
import { DemoSeed } from './seed/seed.js';
import { readIdentitySettings, IdentitySettings } from './settings.js';
import { Tidying } from './people/tidying.js';

export const identityService: ServiceDefinition = {
  name: 'identity',
  tables: [UnitRecordTable],
  migrations: [Identity1793318600000],
  constraints: {
    person_username: 'identity.username-taken', unit_record_once: 'record.already-exists', directory_key_once: 'identity.key-taken',
  },
  listenings: [],
  permissions: identityPermissions,
  timed: [],
};

/** @param environment where identity's own settings are read from. */
export function identityParts(environment: NodeJS.ProcessEnv): ModuleMetadata {
  const settings = readIdentitySettings(environment);
  return {
    controllers: [
      // Before the people and units, whose routes have a parameter in its place.
      ...(settings.GUITU_MODE === 'rehearsal' ? [DemoAccountsController] : []),
      UnitsController, PeopleController, MeController, SignInController,
    ],
    providers: [
      { provide: IdentitySettings, useValue: settings },
      {
        provide: Provider, inject: [DataSource, ServiceConfig, Log],
        useFactory: (source: DataSource, config: ServiceConfig, log: Log) =>
          createProvider(poolOf(source), { issuer: config.OIDC_ISSUER, kek: config.GUITU_KEK, settings, log }),
      },
      DemoSeed, ProviderMount, Tidying,
    ],
  };
}
