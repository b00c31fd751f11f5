import { runService } from '#service-kit';
import { identityParts, identityService } from './identity.module.js';

await runService(identityService, identityParts);
