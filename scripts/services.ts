import { existsSync } from 'node:fs';
import type { ModuleMetadata } from '@nestjs/common';
import { SERVICES } from '#embedded';
import type { ServiceDefinition } from '#service-kit';

export interface ListedService {
  readonly name: string;
  readonly definition: ServiceDefinition;
  /** Its controllers and providers. */
  readonly parts: ModuleMetadata;
}

/** Every service that is written, in the order in which they start: what all generators and checks walk over. */
export async function listServices(): Promise<ListedService[]> {
  const written = SERVICES.filter(({ name }) => ['js', 'ts'].some((ending) =>
    existsSync(new URL(`../${moduleOf(name).replace(/js$/, ending)}`, import.meta.url))));
  return Promise.all(written.map(async ({ name }) => {
    const exported = await import(`../${moduleOf(name)}`) as Record<string, unknown>;
    const camel = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const definition = exported[`${camel}Service`] as ServiceDefinition | undefined;
    const parts = exported[`${camel}Parts`] as ModuleMetadata | undefined;
    if (!definition || !parts) throw new Error(`${moduleOf(name)} must export ${camel}Service and ${camel}Parts.`);
    return { name, definition, parts };
  }));
}

const moduleOf = (name: string): string => `services/${name}/src/${name}.module.js`;
