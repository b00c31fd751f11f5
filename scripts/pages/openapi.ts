import { describeService } from '#service-kit';
import { json, type Generator } from './page.js';

/** `docs/api/<service>.openapi.json`: the routes of each service, without starting it. */
export const openApiPages: Generator = (services) => Promise.all(services.map(async ({ name, definition, parts }) =>
  ({ path: `docs/api/${name}.openapi.json`, text: json(await describeService(definition, parts)) })));
