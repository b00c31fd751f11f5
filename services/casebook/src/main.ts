import { runService } from '#service-kit';
import { casebookParts, casebookService } from './casebook.module.js';

await runService(casebookService, casebookParts);
