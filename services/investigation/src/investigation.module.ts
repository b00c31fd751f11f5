import type { ModuleMetadata } from '@nestjs/common';
import { ATTACHMENT_MIGRATIONS, AttachmentTable, fileStore } from '#attachments';
import { STAGE_MIGRATIONS, VICTIM_MIGRATIONS, type ServiceDefinition } from '#service-kit';
import { ErasureTable, VAULT_MIGRATIONS, vaultFor } from '#vault';
import { Investigation1793318600000 } from './db/migrations/1793318600000-investigation.js';
import { InvestigationTable } from './db/investigation.table.js';
import { Investigation } from './domain/investigation.js';
import { EvidenceController } from './http/evidence.controller.js';
import {
  InvestigationFiles, InvestigationOffers, InvestigationsController, InvestigationWithdrawals,
} from './http/investigations.controller.js';
import { PeopleController } from './http/people.controller.js';
import { TaskForceController } from './http/task-force.controller.js';
import { investigationPermissions } from './permissions.js';
import { investigationListenings } from './reactions/reactions.js';

export const investigationService: ServiceDefinition = {
  name: 'investigation',
  tables: [InvestigationTable, AttachmentTable, ErasureTable],
  migrations: [
    ...STAGE_MIGRATIONS, ...VAULT_MIGRATIONS, ...VICTIM_MIGRATIONS, Investigation1793318600000, ...ATTACHMENT_MIGRATIONS,
  ],
  listenings: investigationListenings,
  permissions: investigationPermissions,
  timed: [Investigation],
};

export const investigationParts: ModuleMetadata = {
  controllers: [
    InvestigationsController, TaskForceController, EvidenceController, PeopleController, InvestigationOffers,
    InvestigationWithdrawals,
    ...InvestigationFiles,
  ],
  providers: [...vaultFor('investigation'), fileStore],
};
