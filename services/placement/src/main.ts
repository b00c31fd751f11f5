import { runService } from '#service-kit';
import { placementParts, placementService } from './placement.module.js';

await runService(placementService, placementParts);
