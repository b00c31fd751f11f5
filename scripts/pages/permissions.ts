import { describeService, permissionsOf, type Grant } from '#service-kit';
import type { ListedService } from '../services.js';
import { code, page, table, type Generator } from './page.js';

/** `docs/permissions.md`: which posts in which kinds of unit may do what, from each service's table. */
export const permissionsPage: Generator = async (services) => {
  const sections = await Promise.all(services.map(section));
  return [page('docs/permissions.md', '权限 Permissions', [
    '未列出的路由对任何人关闭。能否办理具体案件,还要看该单位、该人员当时是否负责(由规则判断)。',
    '',
    'A route that names no permission is closed to everybody. Whether somebody may touch this case is a rule besides:',
    'the unit, and where it is named the person, must answer for the stage at that time.',
    '',
    ...sections.flat(),
  ])];
};

async function section(service: ListedService): Promise<string[]> {
  const routes = await routesOf(service);
  const rows = Object.entries(permissionsOf(service.definition)).flatMap(([permission, grants]) =>
    grants.map((grant, index) => [
      index === 0 ? code(permission) : '',
      index === 0 ? (routes.get(permission) ?? []).join('<br>') : '',
      unitKinds(grant),
      posts(grant),
    ]),
  );
  return [`## ${service.name}`, '', table(['permission', 'opens', 'kinds of unit', 'posts'], rows), ''];
}

const unitKinds = ({ kinds }: Grant): string => (kinds === 'any' ? 'any' : kinds.join(', '));
const posts = (grant: Grant): string => (grant.posts === 'any' ? 'any' : grant.posts.join(', '));

/** What each permission opens, in the words of the routes. */
async function routesOf({ definition, parts }: ListedService): Promise<Map<string, string[]>> {
  const { paths } = await describeService(definition, parts);
  const routes = new Map<string, string[]>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations as Record<string, { description?: string; summary?: string }>)) {
      const permission = /`([^`]+)`/.exec(operation.description ?? '')?.[1];
      if (permission)
        routes.set(permission, [
          ...(routes.get(permission) ?? []),
          `${operation.summary ?? ''} ${code(`${method.toUpperCase()} ${path}`)}`,
        ]);
    }
  }
  return routes;
}
