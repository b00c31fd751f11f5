import type { ModuleMetadata } from '@nestjs/common';
import { ATTACHMENT_MIGRATIONS, AttachmentTable, fileStore } from '#attachments';
import { STAGE_MIGRATIONS, type ServiceDefinition } from '#service-kit';
import { ErasureTable, VAULT_MIGRATIONS, vaultFor } from '#vault';
import { ComingOfAge } from './commands/coming-of-age.js';
import { MarkPeopleAnew } from './commands/mark-people-anew.js';
import { ErasureOrders1793318900001 } from './db/migrations/1793318900001-erasure-orders.js';
import { Intake1793318500001 } from './db/migrations/1793318500001-intake.js';
import { ErasureOrderTable } from './db/erasure-order.table.js';
import { MARKING } from './commands/person.js';
import { IntakeTable } from './db/intake.table.js';
import { Intake } from './domain/intake.js';
import { ErasuresController } from './http/erasures.controller.js';
import { IntakeFiles, IntakeOffers, IntakesController, IntakeWithdrawals } from './http/intakes.controller.js';
import { PrivateController } from './http/private.controller.js';
import { SearchController } from './http/search.controller.js';
import { intakePermissions } from './permissions.js';
import { intakeListenings } from './reactions/reactions.js';

export const intakeService: ServiceDefinition = {
  name: 'intake',
  tables: [IntakeTable, AttachmentTable, ErasureOrderTable, ErasureTable],
  migrations: [
    ...STAGE_MIGRATIONS, ...VAULT_MIGRATIONS, Intake1793318500001, ErasureOrders1793318900001, ...ATTACHMENT_MIGRATIONS,
  ],
  listenings: intakeListenings,
  permissions: intakePermissions,
  timed: [Intake],
};

export const intakeParts: ModuleMetadata = {
  controllers: [
    SearchController, PrivateController, ErasuresController, IntakesController, IntakeOffers, IntakeWithdrawals,
    ...IntakeFiles,
  ],
  providers: [...vaultFor('intake', { marking: MARKING }), fileStore, MarkPeopleAnew, ComingOfAge],
};
