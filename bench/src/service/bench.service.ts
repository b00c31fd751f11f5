import type { ModuleMetadata } from '@nestjs/common';
import { may, type ServiceDefinition } from '#service-kit';
import { EnquiriesController } from './enquiries.controller.js';
import { Enquiry1793900000000, EnquiryTable } from './enquiry.table.js';

/** A service as all others are, with one aggregate: what it costs is what the kit costs. */
export const benchService: ServiceDefinition = {
  name: 'bench',
  tables: [EnquiryTable],
  migrations: [Enquiry1793900000000],
  listenings: [],
  permissions: { 'bench.enquiry': [may(['public-security'], ['officer', 'head'])] },
  timed: [],
};

export const benchParts: ModuleMetadata = { controllers: [EnquiriesController] };
