import { runService } from '#service-kit';
import { gatewayParts, gatewayService } from './gateway.module.js';

await runService(gatewayService, gatewayParts);
