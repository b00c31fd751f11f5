import type { ModuleMetadata } from '@nestjs/common';
import { ATTACHMENT_MIGRATIONS, AttachmentTable, fileStore } from '#attachments';
import {
  KnownBuyerTable1793318400003, STAGE_MIGRATIONS, VICTIM_MIGRATIONS,
  type ServiceDefinition,
} from '#service-kit';
import { ErasureTable, VAULT_MIGRATIONS, vaultFor } from '#vault';
import { HandoverTable } from './db/handover.table.js';
import { CrossBorder1793318500006 } from './db/migrations/1793318500006-cross-border.js';
import { WhoWasAsked1793318700006 } from './db/migrations/1793318700006-who-was-asked.js';
import { OneOpen1793319500031 } from './db/migrations/1793319500031-one-open.js';
import { Requests1793319200029 } from './db/migrations/1793319200029-requests.js';
import { CaseNumbers1793319600006 } from './db/migrations/1793319600006-case-numbers.js';
import { WhoLeftCare1793319700006 } from './db/migrations/1793319700006-who-left-care.js';
import { ReturnTable } from './db/return.table.js';
import { Return } from './domain/return.js';
import { HandoversController } from './http/handovers.controller.js';
import { ManifestController } from './http/manifest.controller.js';
import { PreparationController } from './http/preparation.controller.js';
import { RecordController } from './http/record.controller.js';
import { ReturnFiles, ReturnOffers, ReturnsController, ReturnWithdrawals } from './http/returns.controller.js';
import { directoryNames } from './paper/directory-names.js';
import { crossBorderPermissions } from './permissions.js';
import { crossBorderListenings } from './reactions/reactions.js';

export const crossBorderService: ServiceDefinition = {
  name: 'cross-border',
  tables: [ReturnTable, HandoverTable, AttachmentTable, ErasureTable],
  migrations: [
    ...STAGE_MIGRATIONS, KnownBuyerTable1793318400003, ...VAULT_MIGRATIONS, ...VICTIM_MIGRATIONS,
    CrossBorder1793318500006, WhoWasAsked1793318700006, ...ATTACHMENT_MIGRATIONS,
    Requests1793319200029, OneOpen1793319500031, CaseNumbers1793319600006, WhoLeftCare1793319700006,
  ],
  listenings: crossBorderListenings,
  permissions: crossBorderPermissions,
  timed: [Return],
};

export const crossBorderParts: ModuleMetadata = {
  controllers: [
    PreparationController, ReturnsController, HandoversController, ManifestController, RecordController, ReturnOffers,
    ReturnWithdrawals,
    ...ReturnFiles,
  ],
  providers: [...vaultFor('cross-border'), fileStore, directoryNames],
};
