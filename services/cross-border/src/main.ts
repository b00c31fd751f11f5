import { runService } from '#service-kit';
import { crossBorderParts, crossBorderService } from './cross-border.module.js';

await runService(crossBorderService, crossBorderParts);
