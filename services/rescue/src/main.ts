import { runService } from '#service-kit';
import { rescueParts, rescueService } from './rescue.module.js';

await runService(rescueService, rescueParts);
