import { MoreThan, type FindManyOptions, type FindOptionsWhere } from 'typeorm';
import { CountInQuery, Id, Maybe } from '#contracts';
import type { Aggregate } from '#messaging';

const PAGE_MAX = 100;

/** One page of what belongs to a case, in the order in which it began. */
export class OfCase {
  @Id() caseId!: string;
  /** The last id of the page before. */
  @Maybe() @Id() after?: string;
  @Maybe() @CountInQuery({ min: 1, max: PAGE_MAX }) limit?: number;
}

export function pageOf<T extends Aggregate>({ caseId, after, limit = PAGE_MAX }: OfCase): FindManyOptions<T> {
  const where = { caseId, ...(after && { id: MoreThan(after) }) } as FindOptionsWhere<T>;
  return { where, order: { id: 'ASC' } as FindManyOptions<T>['order'], take: limit };
}
