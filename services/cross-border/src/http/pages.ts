import { CountInQuery, Id, Maybe } from '#contracts';

export const PAGE_MAX = 100;

/** The records of one case, a page at a time; `after` is the last id of the page before. */
export class PageOfCase {
  @Id() caseId!: string;
  @Maybe() @Id() after?: string;
  @Maybe() @CountInQuery({ min: 1, max: PAGE_MAX }) limit?: number;
}
