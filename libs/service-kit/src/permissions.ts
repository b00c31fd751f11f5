import { POSTS, type Post, type UnitKind } from '#contracts';
import type { HeldPost, Unit } from '#messaging';
import type { CaseRelation } from './relation.js';

/**
 * Which posts in which kinds of unit may do a thing, and, where it is reading a case, in which relation to it the unit
 * must stand. State-dependent permission is a rule of the aggregate.
 */
export interface Grant {
  readonly kinds: readonly UnitKind[] | 'any';
  readonly posts: readonly Post[] | 'any';
  readonly relations?: readonly CaseRelation[];
}

/** Whoever is concerned with a case: its own unit takes part, or one below it does. */
export const CONCERNED: readonly CaseRelation[] = ['owner', 'participant', 'superior'];

/** One service's table: permission → grants. Tested exhaustively; the documentation is generated from it. */
export type PermissionTable = Readonly<Record<string, readonly Grant[]>>;

export const may = (kinds: readonly UnitKind[] | 'any', posts: readonly Post[] | 'any' = 'any'): Grant => ({ kinds, posts });

/** Reading a case. An administrator runs the installation and reads no case, whatever the unit. */
export const mayRead = (
  kinds: Grant['kinds'], posts: Grant['posts'] = READERS, relations: readonly CaseRelation[] = CONCERNED,
): Grant => ({ kinds, posts, relations });

/** Every post but that of the administrator. */
export const READERS: readonly Post[] = POSTS.filter((post) => post !== 'administrator');

/** The relations in which one of these posts may read, or undefined where it is no case that is read. */
export const relationsOf = (grants: readonly Grant[]): readonly CaseRelation[] | undefined =>
  grants.find(({ relations }) => relations !== undefined)?.relations;

/** Whether units of this kind do such a thing at all, under whichever post. */
export const isOfUnit = (grants: readonly Grant[], unit: Pick<Unit, 'kind'>): boolean =>
  grants.some(({ kinds }) => kinds === 'any' || kinds.includes(unit.kind));

/** What everybody may who has a post, whatever the unit: nothing depends on which one. */
export const isForEverybody = (grants: readonly Grant[]): boolean =>
  grants.some(({ kinds, posts, relations }) => kinds === 'any' && posts === 'any' && !relations);

export function isGranted(grants: readonly Grant[], held: Pick<HeldPost, 'post'>, unit: Pick<Unit, 'kind'>): boolean {
  return grants.some(({ kinds, posts }) =>
    (kinds === 'any' || kinds.includes(unit.kind)) && (posts === 'any' || posts.includes(held.post)));
}
