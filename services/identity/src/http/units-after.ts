import { Maybe, UnitId } from '#contracts';

/** Where a list in order of the ids of units goes on. */
export class UnitsAfter {
  @Maybe() @UnitId() after?: string;
}

/** What was found for one page, and after which unit the next one begins; null when this is the last. */
export const pageOf = <T extends { readonly unitId: string }>(items: T[], max: number): { items: T[]; next: string | null } =>
  ({ items, next: items.length === max ? items.at(-1)!.unitId : null });
