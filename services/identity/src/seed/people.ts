import type { Post } from '#contracts';
import { COUNTY_UNITS } from './county-units.js';
import { FOREIGN_UNITS } from './foreign-units.js';
import { inventedName, type PersonName } from './names.js';
import { STAFF } from './posts-of-kinds.js';
import { PREFECTURE_UNITS } from './prefecture-units.js';
import type { SeedUnit } from './seed-unit.js';

export interface SeedPost {
  readonly unitId: string;
  readonly post: Post;
  readonly from: string;
  readonly to: string | null;
}

export interface SeedPerson extends PersonName {
  readonly username: string;
  readonly posts: readonly SeedPost[];
}

/** Superiors stand before those who name them. */
export const SEED_UNITS: readonly SeedUnit[] = [...PREFECTURE_UNITS, ...COUNTY_UNITS, ...FOREIGN_UNITS];

const SINCE = '2015-01-01';
const MENGZI = '532503-psb';
const HANDOVER = '2021-03-15';

const post = (unitId: string, held: Post, from = SINCE, to: string | null = null): SeedPost => ({ unitId, post: held, from, to });
const person = (username: string, [nameZh, nameLatin]: readonly [string, string], ...posts: SeedPost[]): SeedPerson =>
  ({ username, nameZh, nameLatin, posts });

/** The officials whom the reference cases name, with the posts and days that the cases imply. */
const NAMED: readonly SeedPerson[] = [
  person('pu.zhiqiang', ['普志强', 'Pu Zhiqiang'],
    post(MENGZI, 'head', SINCE, HANDOVER), post('532500-psb', 'deputy-head', HANDOVER)),
  person('kong.xianglin', ['孔祥林', 'Kong Xianglin'],
    post(MENGZI, 'deputy-head', '2020-01-01', HANDOVER), post(MENGZI, 'head', HANDOVER)),
  person('li.wei', ['李卫', 'Li Wei'], post(MENGZI, 'squad-leader')),
  person('ma.chunyan', ['马春燕', 'Ma Chunyan'], post(MENGZI, 'deputy-head')),
  person('tao.li', ['陶丽', 'Tao Li'], post(MENGZI, 'officer')),
  person('admin', ['系统管理员', 'Administrator'], post('532500-conference-office', 'administrator')),
];

const isNamedHead = (unitId: string): boolean =>
  NAMED.some(({ posts }) => posts.some((held) => held.unitId === unitId && held.post === 'head'));

/** One account for every post that the kind of a unit has; a head only where no named official is it. */
const generic = (unit: SeedUnit): SeedPerson[] => STAFF[unit.kind]
  .filter(([, held]) => held !== 'head' || !isNamedHead(unit.unitId))
  .map(([suffix, held]) => {
    const username = `${unit.unitId}.${suffix}`;
    return { username, ...inventedName(username, unit.country), posts: [post(unit.unitId, held)] };
  });

export const SEED_PEOPLE: readonly SeedPerson[] = [...NAMED, ...SEED_UNITS.flatMap(generic)];
