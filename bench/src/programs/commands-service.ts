import { startService } from '#service-kit';
import { answer } from '../answering.js';
import { benchParts, benchService } from '../service/bench.service.js';

// Our side of row a: the service as `main.ts` of a stage would start it.
const { url } = await startService(benchService, benchParts);
answer({ address: () => url });
