import type { ModuleMetadata } from '@nestjs/common';
import { ATTACHMENT_MIGRATIONS, AttachmentTable, fileStore } from '#attachments';
import {
  KnownBuyerTable1793318400003, STAGE_MIGRATIONS, VICTIM_MIGRATIONS,
  type ServiceDefinition,
} from '#service-kit';
import { ErasureTable, VAULT_MIGRATIONS, vaultFor } from '#vault';
import { CustodyTable } from './db/custody.table.js';
import { Rescue1793318600000 } from './db/migrations/1793318600000-rescue.js';
import { WhoseHit1793318700002 } from './db/migrations/1793318700002-whose-hit.js';
import { FoundBuyers1793318900001 } from './db/migrations/1793318900001-found-buyers.js';
import { Receptions1793319300029 } from './db/migrations/1793319300029-receptions.js';
import { RescueTable } from './db/rescue.table.js';
import { Custody } from './domain/custody.js';
import { Rescue } from './domain/rescue.js';
import { CustodiesController } from './http/custodies.controller.js';
import { RescueFiles, RescueOffers, RescuesController, RescueWithdrawals } from './http/rescues.controller.js';
import { rescuePermissions } from './permissions.js';
import { rescueListenings } from './reactions/reactions.js';

export const rescueService: ServiceDefinition = {
  name: 'rescue',
  tables: [RescueTable, CustodyTable, AttachmentTable, ErasureTable],
  migrations: [
    ...STAGE_MIGRATIONS, KnownBuyerTable1793318400003, ...VAULT_MIGRATIONS, ...VICTIM_MIGRATIONS,
    Rescue1793318600000, WhoseHit1793318700002, FoundBuyers1793318900001, ...ATTACHMENT_MIGRATIONS,
    Receptions1793319300029,
  ],
  constraints: { custody_once_per_victim: 'rescue.already-rescued' },
  listenings: rescueListenings,
  permissions: rescuePermissions,
  timed: [Rescue, Custody],
};

export const rescueParts: ModuleMetadata = {
  controllers: [
    RescuesController, CustodiesController, RescueOffers, RescueWithdrawals,
    ...RescueFiles,
  ],
  providers: [...vaultFor('rescue'), fileStore],
};
