import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The document of one service. */
export interface Described {
  readonly name: string;
  readonly document: OpenAPIObject;
}

/**
 * All services in one document, under the addresses at which the gateway passes them on.
 *
 * What several services mean by one name stays one schema; what they mean differently is named after its service.
 */
export function aggregated(described: readonly Described[], description = ''): OpenAPIObject {
  const ownNames = new Map(described.map(({ name, document }) => [name, differing(document, described)]));
  const parts = described.map(({ name, document }) => ({ name, document: renamed(name, document, ownNames.get(name)!) }));
  const merged = (of: 'schemas' | 'examples'): Record<string, never> => {
    const all = parts.flatMap(({ document }) => Object.entries(document.components?.[of] ?? {}));
    return Object.fromEntries(all.sort(byName)) as Record<string, never>;
  };
  const [first] = described;
  return {
    openapi: first?.document.openapi ?? '3.1.0', info: { title: '归途 Guitu', version: '1', description },
    servers: [{ url: '/' }], tags: [],
    paths: Object.fromEntries(parts.flatMap(({ name, document }) =>
      Object.entries(document.paths).map(([path, operations]) => [`/api/${name}${path}`, operations]))),
    components: {
      securitySchemes: first?.document.components?.securitySchemes, schemas: merged('schemas'), examples: merged('examples'),
    },
  };
}

/** Names under which another service has another schema. */
function differing({ components }: OpenAPIObject, all: readonly Described[]): Set<string> {
  return new Set(Object.entries(components!.schemas!).filter(([name, schema]) => all.some(({ document }) => {
    const other = document.components!.schemas![name];
    return other !== undefined && !isDeepStrictEqual(other, schema);
  })).map(([name]) => name));
}

function renamed(service: string, document: OpenAPIObject, own: ReadonlySet<string>): OpenAPIObject {
  // A schema that holds a renamed one has become another one too.
  const all = new Set(own);
  for (let before = -1; before !== all.size;) {
    before = all.size;
    for (const [name, schema] of Object.entries(document.components!.schemas!))
      if ([...all].some((known) => JSON.stringify(schema).includes(`"#/components/schemas/${known}"`))) all.add(name);
  }
  const prefix = service.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const text = JSON.stringify(document).replace(/"#\/components\/schemas\/([^"]+)"/g, (ref, name: string) =>
    (all.has(name) ? `"#/components/schemas/${prefix}${name}"` : ref));
  const copy = JSON.parse(text) as OpenAPIObject;
  copy.components!.schemas = Object.fromEntries(Object.entries(copy.components!.schemas!)
    .map(([name, schema]) => [all.has(name) ? `${prefix}${name}` : name, schema]));
  return copy;
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : Number(a > b));
