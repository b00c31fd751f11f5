import { runService } from '#service-kit';
import { intakeParts, intakeService } from './intake.module.js';

await runService(intakeService, intakeParts);
