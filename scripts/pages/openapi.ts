import type { OpenAPIObject } from '@nestjs/swagger';
import { aggregated, describeService, type Described } from '#service-kit';
import { json, type Generator } from './page.js';

/**
 * `docs/api/<service>.openapi.json`: the routes of each service, without starting it; and `docs/api/guitu.json`: all of
 * them, as the gateway passes them on.
 */
export const openApiPages: Generator = async (services) => {
  const described = await Promise.all(services.map(async ({ name, definition, parts }): Promise<Described> =>
    ({ name, document: JSON.parse(JSON.stringify(await describeService(definition, parts))) as OpenAPIObject })));
  return [
    ...described.map(({ name, document }) => ({ path: `docs/api/${name}.openapi.json`, text: json(document) })),
    { path: 'docs/api/guitu.json', text: json(aggregated(described.filter(({ name }) => name !== 'gateway'))) },
  ];
};
