import { beforeAll, describe, expect, it } from '@jest/globals';
import asyncapi from '@asyncapi/parser';
import { Ajv } from 'ajv';
import { declaredRefusals, type JsonSchema } from '#contracts';
import { describeService, OPEN, PERMISSION, permissionsOf } from '#service-kit';
import { listServices, type ListedService } from '../services.js';
import { asyncApiPage } from './asyncapi.js';
import { factsPage } from './facts.js';
import { samplePages } from './samples.js';

const services = await listServices();

describe('docs/asyncapi.json', () => {
  let text: string;
  beforeAll(async () => { text = (await asyncApiPage(services))[0]!.text; });

  it('is a valid AsyncAPI document', async () => {
    const { document, diagnostics } = await new asyncapi.Parser().parse(text);
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
    expect(document!.channels().all().map((channel) => channel.address()).sort()).toEqual(services.map(({ name }) => `${name}.events`).sort());
  }, 60_000);

  it('describes every message so that its frozen sample fits', async () => {
    const { components } = JSON.parse(text) as {
      components: { messages: Record<string, { payload: JsonSchema }>; schemas: object };
    };
    const ajv = new Ajv({ strict: false });
    for (const { path, text: sample } of await samplePages(services)) {
      const type = /samples\/(.+)\.v\d+\.json$/.exec(path)![1]!;
      const validate = ajv.compile({ ...components.messages[type]!.payload, components });
      expect({ type, fits: validate(JSON.parse(sample)), errors: validate.errors }).toEqual({ type, fits: true, errors: null });
    }
  });
});

describe('docs/facts.md', () => {
  it('says of every fact who says and who hears it', async () => {
    const [page] = await factsPage(services);
    expect(page!.text).toMatch(/### stage\.accepted\n\n.*\n\nVersion 1\. Said by: intake, .*Heard by: .*casebook/);
  });
});

/** The routes of a service, as Nest knows them: the class, the method, and where its parameters come from. */
interface Route {
  readonly name: string;
  readonly handler: object;
  readonly controller: { name: string };
  readonly takesBody: boolean;
  readonly takesQuery: boolean;
}

const QUERY = '4:'; // Nest's own number for @Query() in the metadata of a method's parameters.
const BODY = '3:';

function routesOf({ parts }: ListedService): Route[] {
  return (parts.controllers ?? []).flatMap((controller) => Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
    const handler = (controller.prototype as Record<string, object>)[name]!;
    if (name === 'constructor' || !Reflect.hasMetadata('path', handler)) return [];
    const parameters = Object.keys(Reflect.getMetadata('__routeArguments__', controller, name) as object ?? {});
    const takes = (mark: string): boolean => parameters.some((key) => key.startsWith(mark));
    return [{ name: `${controller.name}.${name}`, handler, controller, takesBody: takes(BODY), takesQuery: takes(QUERY) }];
  }));
}

describe.each(services)('the routes of $name', (service) => {
  const routes = routesOf(service);
  const metadata = (key: string, { handler, controller }: Route): unknown =>
    Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
  const documented = ({ handler }: Route, place: string): boolean =>
    ((Reflect.getMetadata('swagger/apiParameters', handler) ?? []) as { in: string }[]).some(
      (parameter) => parameter.in === place,
    );

  it('need a permission of the table, or are open to all', () => {
    const table = permissionsOf(service.definition);
    const bad = routes.filter((route) => metadata(OPEN, route) !== true && !table[String(metadata(PERMISSION, route))]);
    expect(bad.map(({ name }) => name)).toEqual([]);
  });

  it('use every permission of the table', () => {
    const used = new Set(routes.map((route) => metadata(PERMISSION, route)));
    const own = Object.keys(permissionsOf(service.definition)).filter((permission) => !permission.startsWith('upkeep.'));
    expect(own.filter((permission) => !used.has(permission))).toEqual([]);
  });

  it('document their body and what stands behind the question mark', () => {
    const hidden = (route: Route): boolean => Reflect.getMetadata('swagger/apiExcludeEndpoint', route.handler) !== undefined
      || Reflect.getMetadata('swagger/apiExcludeController', route.controller) !== undefined;
    const shown = routes.filter((route) => metadata(OPEN, route) !== true && !hidden(route));
    expect(shown.filter((route) => route.takesBody && !documented(route, 'body')).map(({ name }) => name)).toEqual([]);
    expect(shown.filter((route) => route.takesQuery && !documented(route, 'query')).map(({ name }) => name)).toEqual([]);
  });

  it('are described without a database, every reference in it resolved', async () => {
    const document = JSON.parse(JSON.stringify(await describeService(service.definition, service.parts))) as Record<
      string,
      unknown
    >;
    const broken = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)]
      .map(([, path]) => path!)
      .filter(
        (path) =>
          path.split('/').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document)
          === undefined,
      );
    expect(broken).toEqual([]);
    expect(Object.keys(document['paths'] as object).length).toBeGreaterThan(0);
  });
});

describe('refusals', () => {
  it('that a service declares are given by one of its routes', async () => {
    const documents = await Promise.all(services.map(({ definition, parts }) => describeService(definition, parts)));
    const given = new Set(
      [...JSON.stringify(documents.map(({ paths }) => paths)).matchAll(/components\/examples\/([^"]+)"/g)].map(
        ([, code]) => code,
      ),
    );
    const own = declaredRefusals().map(([code]) => code).filter((code) => services.some(({ name }) => code.startsWith(`${name}.`)));
    // The page on which people sign in is no part of the API; and the gateway refuses at its door, on the way to any route.
    expect(own.filter((code) => !given.has(code) && !code.startsWith('gateway.'))).toEqual(['identity.wrong-credentials']);
  });
});
