import { runService } from '#service-kit';
import { investigationParts, investigationService } from './investigation.module.js';

await runService(investigationService, investigationParts);
