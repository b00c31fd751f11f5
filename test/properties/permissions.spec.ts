import { describe, expect, it } from '@jest/globals';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import { POSTS, UNIT_KINDS, type Post, type UnitKind } from '#contracts';
import {
  CASE_OF, describeService, isGranted, listeningsOf, may, OPEN, PERMISSION, permissionsOf, relationsOf, ServiceConfig,
  ServiceModule,
} from '#service-kit';
import { listServices, type ListedService } from '../../scripts/services.js';

interface Route {
  readonly name: string;
  readonly permission: string | undefined;
  readonly isOpen: boolean;
  readonly of: unknown;
}

/** Every route of a service: its own, and those that the kit adds, also the ones of a rehearsal. */
function routesOf({ definition, parts }: ListedService): Route[] {
  const rehearsal = Object.assign(new ServiceConfig(), { GUITU_MODE: 'rehearsal' });
  const common = ServiceModule.for(definition, rehearsal, undefined as never);
  const controllers = [...common.controllers ?? [], ...parts.controllers ?? []] as Type<object>[];
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, object>;
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method]!;
      const verb = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (verb === undefined) return [];
      const path = [controller, handler].map((part) => Reflect.getMetadata(PATH_METADATA, part) as string).join('/');
      return [{
        name: `${definition.name}: ${RequestMethod[verb]} ${path}`,
        permission: Reflect.getMetadata(PERMISSION, handler) as string | undefined,
        of: Reflect.getMetadata(CASE_OF, handler) as unknown,
        isOpen: [handler, controller].some((part) => Reflect.getMetadata(OPEN, part) === true),
      }];
    });
  });
}

const services = await listServices();

/** What a route of every service lets in without a token; whatever is added here is a decision. */
const OPEN_TO_ALL = ['GET health/live', 'GET health/ready', 'GET metrics', 'GET problems/:id', 'GET rehearsal/clock'];

describe.each(services)('The routes of $name', (service) => {
  const table = permissionsOf(service.definition);
  const routes = routesOf(service);

  it('each need a permission that its table has, or are open to all on purpose', () => {
    expect(routes.length).toBeGreaterThan(0);
    const wrong = routes.filter(({ permission, isOpen }) =>
      (isOpen ? permission !== undefined : permission === undefined || !(permission in table)));
    expect(wrong).toEqual([]);
  });

  it('that read a case say which one, so that the relation to it is looked at', () => {
    const wrong = routes.filter(({ permission, of }) =>
      (relationsOf(table[permission ?? ''] ?? []) === undefined) !== (of === undefined)).map(({ name }) => name);
    expect(wrong).toEqual([]);
    const itself = routes.filter(({ of }) => of === 'itself').map(({ name }) => name);
    expect(itself.every((name) => name.startsWith('casebook: GET cases'))).toBe(true);
  });

  it('that read a case are closed to administrators, who run the installation', () => {
    const open = Object.entries(table).filter(([name, grants]) => relationsOf(grants) !== undefined && name !== 'casebook.read'
      && UNIT_KINDS.some((kind) => isGranted(grants, { post: 'administrator' }, { kind })));
    expect(open).toEqual([]);
    for (const grants of Object.values(table)) {
      const said = grants.map(({ relations }) => relations?.join());
      expect(said).toEqual(said.map(() => said[0]));
    }
  });

  it('use every permission of the table', () => {
    const used = new Set(routes.map(({ permission }) => permission));
    expect(Object.keys(table).filter((permission) => !used.has(permission))).toEqual([]);
  });

  it('that need no token are few', () => {
    const open = routes.filter(({ isOpen }) => isOpen)
      .map(({ name }) => name.replace(/^.*: /, '').replaceAll(/:\w+/g, ':id').replace(/\/+$/, ''));
    const own: Record<string, string[]> = {
      identity: ['GET directory/demo-accounts', 'GET oidc-login/:id', 'POST oidc-login/:id'],
      // What these check is the session of the browser, in place of a token.
      gateway: [
        'GET events', 'GET session', 'GET session/callback', 'GET session/sign-in', 'POST session/lock', 'POST session/sign-out',
        'POST session/sign-out-everywhere',
      ],
    };
    const front = service.definition.ownsFront ? [] : ['GET'];
    expect(open.map((name) => name.trim()).sort()).toEqual([...OPEN_TO_ALL, ...front, ...own[service.name] ?? []].sort());
  });
});

describe.each(services)('The permissions of $name', ({ definition }) => {
  it('are granted to exactly the posts and kinds of unit of the table', () => {
    for (const [permission, grants] of Object.entries(permissionsOf(definition))) {
      const granted = new Set(grants.flatMap(({ kinds, posts }) =>
        (kinds === 'any' ? UNIT_KINDS : kinds).flatMap((kind) => (posts === 'any' ? POSTS : posts).map((post) => `${kind} ${post}`))));
      expect(granted.size).toBeGreaterThan(0);
      const asked = everybody.filter(({ kind, post }) => isGranted(grants, { post }, { kind })).map(({ kind, post }) => `${kind} ${post}`);
      expect([permission, asked.sort()]).toEqual([permission, [...granted].sort()]);
    }
  });
});

const everybody: { kind: UnitKind; post: Post }[] = UNIT_KINDS.flatMap((kind) => POSTS.map((post) => ({ kind, post })));

describe('A table', () => {
  it('that names nobody grants nothing', () => {
    for (const { kind, post } of everybody) {
      expect(isGranted([], { post }, { kind })).toBe(false);
      expect(isGranted([may([])], { post }, { kind })).toBe(false);
      expect(isGranted([may('any', [])], { post }, { kind })).toBe(false);
    }
  });

  it('lets nobody abroad or outside the police see an investigation, and only abroad and at the border see a manifest', () => {
    const tableOf = (name: string) => permissionsOf(services.find((known) => known.name === name)!.definition);
    const kindsThatMay = (name: string, permission: string) => UNIT_KINDS.filter((kind) =>
      POSTS.some((post) => isGranted(tableOf(name)[permission]!, { post }, { kind })));
    for (const permission of ['investigation.read', 'investigation.read-persons', 'investigation.audit'])
      expect(['public-security', 'police-station']).toEqual(expect.arrayContaining(kindsThatMay('investigation', permission)));
    expect(kindsThatMay('cross-border', 'cross-border.manifest.read')).toEqual([
      'border-management', 'border-inspection', 'foreign-police', 'foreign-border',
    ]);
  });
});

/** Which stages a service lets its people ask for, and which of those the service of that stage never hears. */
async function unheard(): Promise<string[]> {
  const found: string[] = [];
  for (const { definition, parts } of services) {
    const { paths, components } = await describeService(definition, parts);
    const { RequestStage, StageKind } = components!.schemas as unknown as { RequestStage?: Body; StageKind: Codes };
    for (const path of Object.keys(paths)) {
      if (!path.endsWith('/stage-requests')) continue;
      const { stage: asked } = RequestStage!.properties;
      for (const stage of (asked.enum ? asked : StageKind).enum!) {
        const target = services.find(({ name }) => name === stage)!;
        const listening = listeningsOf(target.definition).find(({ source }) => source === definition.name);
        if (!listening?.reactions.some(({ type }) => type === 'stage.requested')) found.push(`${definition.name} asks ${stage}`);
      }
    }
  }
  return found;
}

/** A closed list of codes, or a reference to one that has a name. */
interface Codes {
  readonly enum?: string[];
}

interface Body {
  readonly properties: { readonly stage: Codes };
}

describe('A request for a stage', () => {
  it('is heard by the service of that stage', async () => {
    expect(await unheard()).toEqual([]);
  });
});
