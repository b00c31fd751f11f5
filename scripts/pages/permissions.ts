import { describeService, permissionsOf, type Grant } from '#service-kit';
import type { ListedService } from '../services.js';
import { code, page, table, type Generator } from './page.js';

/** `docs/permissions.md`: which posts in which kinds of unit may do what, from each service's table. */
export const permissionsPage: Generator = async (services) => {
  const sections = await Promise.all(services.map(section));
  return [page('docs/permissions.md', '权限 Permissions', [
    '未列出的路由对任何人关闭。查看案件还须与该案有“关系”:owner 负责某一未办结阶段;participant 现在或曾经参与;superior 为参与单位的',
    '上级;conference 联席会议成员(只看汇总数字)。办理案件则由规则判断该单位、该人员当时是否负责。',
    '',
    'A route that names no permission is closed to everybody. Reading a case needs a relation to it besides: `owner`, the',
    'unit answers for a stage that is open; `participant`, it is or was named in the case; `superior`, it stands above one',
    'that is; `conference`, a member of the joint conference, to which figures are shown and no case. Whether somebody may',
    '*work* on a case is a rule: the unit, and where it is named the person, must answer for the stage at that time.',
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
      grant.relations?.join(', ') ?? '–',
    ]),
  );
  return [`## ${service.name}`, '', table(['permission', 'opens', 'kinds of unit', 'posts', 'relation to the case'], rows), ''];
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
