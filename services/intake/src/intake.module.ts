import type { ModuleMetadata } from '@nestjs/common';
import { STAGE_MIGRATIONS, stageController, type ServiceDefinition } from '#service-kit';
import { Vault1793318400004, vaultFor } from '#vault';
import { Intake1793318500001 } from './db/migrations/1793318500001-intake.js';
import { IntakeTable } from './db/intake.table.js';
import { Intake } from './domain/intake.js';
import { IntakesController } from './http/intakes.controller.js';
import { PrivateController } from './http/private.controller.js';
import { intakePermissions } from './permissions.js';
import { intakeListenings } from './reactions/reactions.js';

export const intakeService: ServiceDefinition = {
  name: 'intake',
  tables: [IntakeTable],
  migrations: [...STAGE_MIGRATIONS, Vault1793318400004, Intake1793318500001],
  listenings: intakeListenings,
  permissions: intakePermissions,
  timed: [Intake],
};

export const intakeParts: ModuleMetadata = {
  controllers: [PrivateController, IntakesController, stageController(Intake, 'intakes', { service: 'intake' })],
  providers: [vaultFor('intake')],
};
