import type { ModuleMetadata } from '@nestjs/common';
import { ATTACHMENT_MIGRATIONS, AttachmentTable, fileStore } from '#attachments';
import {
  KnownBuyerTable1793318400003, STAGE_MIGRATIONS, VICTIM_MIGRATIONS,
  type ServiceDefinition,
} from '#service-kit';
import { ErasureTable, VAULT_MIGRATIONS, vaultFor } from '#vault';
import { Placement1793318500000 } from './db/migrations/1793318500000-placement.js';
import { NamedAndPromised1793318700000 } from './db/migrations/1793318700000-named-and-promised.js';
import { RelativesByIdentity1793318800000 } from './db/migrations/1793318800000-relatives-by-identity.js';
import { HelpAndCare1793318900000 } from './db/migrations/1793318900000-help-and-care.js';
import { OneOpen1793319400000 } from './db/migrations/1793319400000-one-open.js';
import { OfAge1793319500030 } from './db/migrations/1793319500030-of-age.js';
import { PlacementTable } from './db/placement.table.js';
import { placementPermissions } from './permissions.js';
import { Placement } from './domain/placement.js';
import { PlacementFiles, PlacementOffers, PlacementsController } from './http/placements.controller.js';
import { placementListenings } from './reactions/reactions.js';

export const placementService: ServiceDefinition = {
  name: 'placement',
  tables: [PlacementTable, AttachmentTable, ErasureTable],
  migrations: [
    ...STAGE_MIGRATIONS, KnownBuyerTable1793318400003, ...VAULT_MIGRATIONS, ...VICTIM_MIGRATIONS, Placement1793318500000,
    NamedAndPromised1793318700000, RelativesByIdentity1793318800000, HelpAndCare1793318900000, ...ATTACHMENT_MIGRATIONS,
    OneOpen1793319400000, OfAge1793319500030,
  ],
  listenings: placementListenings,
  permissions: placementPermissions,
  timed: [Placement],
};

export const placementParts: ModuleMetadata = {
  controllers: [PlacementsController, PlacementOffers, ...PlacementFiles],
  providers: [...vaultFor('placement'), fileStore],
};
