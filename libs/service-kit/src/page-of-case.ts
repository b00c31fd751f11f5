import { MoreThan, type FindManyOptions, type FindOptionsWhere } from 'typeorm';
import { CountInQuery, Id, Maybe } from '#contracts';
import type { Aggregate } from '#messaging';

const PAGE_MAX = 100;

/** The records of one case, a page at a time, in the order in which they began. */
export class PageOfCase {
  @Id() caseId!: string;
  /** The last id of the page before. */
  @Maybe() @Id() after?: string;
  @Maybe() @CountInQuery({ min: 1, max: PAGE_MAX }) limit?: number;
}

/** How a repository finds such a page. */
export function pageOfCase<T extends Aggregate>({ caseId, after, limit = PAGE_MAX }: PageOfCase): FindManyOptions<T> {
  const where = { caseId, ...(after && { id: MoreThan(after) }) } as FindOptionsWhere<T>;
  return { where, order: { id: 'ASC' } as FindManyOptions<T>['order'], take: limit };
}
