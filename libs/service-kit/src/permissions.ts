import type { Post, UnitKind } from '#contracts';
import type { HeldPost, Unit } from '#messaging';

/** Which posts in which kinds of unit may do a thing. State-dependent permission is a rule of the aggregate. */
export interface Grant {
  readonly kinds: readonly UnitKind[] | 'any';
  readonly posts: readonly Post[] | 'any';
}

/** One service's table: permission → grants. Tested exhaustively; the documentation is generated from it. */
export type PermissionTable = Readonly<Record<string, readonly Grant[]>>;

export const may = (kinds: readonly UnitKind[] | 'any', posts: readonly Post[] | 'any' = 'any'): Grant => ({ kinds, posts });

export function isGranted(grants: readonly Grant[], held: Pick<HeldPost, 'post'>, unit: Pick<Unit, 'kind'>): boolean {
  return grants.some(({ kinds, posts }) =>
    (kinds === 'any' || kinds.includes(unit.kind)) && (posts === 'any' || posts.includes(held.post)));
}
