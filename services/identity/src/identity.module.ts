import type { ModuleMetadata } from '@nestjs/common';
import { Provider } from 'oidc-provider';
import { DataSource } from 'typeorm';
import { poolOf } from '#messaging';
import { Log, ServiceConfig, type ServiceDefinition } from '#service-kit';
import { Identity1793318600000 } from './db/migrations/1793318600000-identity.js';
import { TwoPeopleAppoint1793319000010 } from './db/migrations/1793319000010-two-people-appoint.js';
import { TwoPeopleDescribeUnits1793319200000 } from './db/migrations/1793319200000-two-people-describe-units.js';
import { UnitRecordTable } from './db/unit-record.table.js';
import { DemoAccountsController } from './http/demo-accounts.controller.js';
import { MeController } from './http/me.controller.js';
import { MyPasswordController } from './http/my-password.controller.js';
import { PeopleController } from './http/people.controller.js';
import { SignInController } from './http/sign-in.controller.js';
import { UnitProposalsController } from './http/unit-proposals.controller.js';
import { UnitsController } from './http/units.controller.js';
import { ProviderMount } from './oidc/mount.js';
import { createProvider } from './oidc/provider.js';
import { Leaving } from './people/leaving.js';
import { Tidying } from './people/tidying.js';
import { identityPermissions } from './permissions.js';
import { Seed } from './seed/seed.js';
import { IdentitySettings, readIdentitySettings } from './settings.js';

export const identityService: ServiceDefinition = {
  name: 'identity',
  tables: [UnitRecordTable],
  migrations: [Identity1793318600000, TwoPeopleAppoint1793319000010, TwoPeopleDescribeUnits1793319200000],
  constraints: {
    person_username: 'identity.username-taken',
    unit_record_once: 'record.already-exists',
    directory_key_once: 'identity.key-taken',
  },
  listenings: [],
  permissions: identityPermissions,
  timed: [],
};

export const identityParts: ModuleMetadata = {
  controllers: [
    UnitsController, UnitProposalsController, PeopleController, DemoAccountsController, MeController, MyPasswordController,
    SignInController,
  ],
  providers: [
    { provide: IdentitySettings, useFactory: () => readIdentitySettings(process.env) },
    {
      provide: Provider,
      inject: [DataSource, ServiceConfig, IdentitySettings, Log],
      useFactory: (source: DataSource, config: ServiceConfig, settings: IdentitySettings, log: Log) =>
        createProvider(poolOf(source), { issuer: config.OIDC_ISSUER, keks: config.keks, settings, log }),
    },
    Seed, ProviderMount, Tidying, Leaving,
  ],
};
