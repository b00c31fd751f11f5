import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from './client.js';
import type { Attachment, PersonEntry, Questions, TimelineEntry, UnitEntry, WorklistParts } from './answers.js';
import type { StageKind } from './codes.js';
import type { RecordOf, RecordsOf, Shelf } from './records.js';

type Asked<A extends keyof Questions> = Questions[A]['asks'];

/** Keys begin with what a live event can name, so that a change anywhere freshens what stands on the screen. */
export const KEYS = {
  worklist: ['worklist'] as const,
  case: (caseId: string) => ['case', caseId] as const,
  record: (caseId: string) => ['case', caseId, 'record'] as const,
};

const HOUR_MS = 3_600_000;

export type AllParts = Required<WorklistParts>;

export const worklistQuery = (unitId: string) =>
  queryOptions({
    queryKey: [...KEYS.worklist, unitId],
    // Without a part named all of them are answered.
    queryFn: async () => (await ask('/api/casebook/worklist', { limit: 100 })).parts as AllParts,
    refetchInterval: 60_000,
  });

/** What comes after the first page of a part. Not asked anew at every change: what is urgent stands in the first page. */
export const worklistPartQuery = (unitId: string, part: keyof WorklistParts, after: string) =>
  infiniteQueryOptions({
    queryKey: ['worklist-later', unitId, part, after],
    initialPageParam: after,
    queryFn: async ({ pageParam }) =>
      (await ask('/api/casebook/worklist', { part, after: pageParam, limit: 200 })).parts[part]!,
    getNextPageParam: ({ next }) => next,
  });

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...KEYS.case(caseId), 'now'],
    queryFn: () => ask('/api/casebook/cases/{caseId}', { caseId }),
  });

export const ledgerQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...KEYS.case(caseId), 'ledger'],
    queryFn: () => ask('/api/casebook/cases/{caseId}/ledger', { caseId }),
  });

const TIMELINE_MAX = 10_000;

/** The whole timeline, page by page: filters and the comparison of two moments need all of it. */
export const timelineQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...KEYS.case(caseId), 'timeline'],
    queryFn: async () => {
      const entries: TimelineEntry[] = [];
      for (let after = ''; entries.length < TIMELINE_MAX;) {
        const page = await ask('/api/casebook/cases/{caseId}/timeline', { caseId, limit: 200, after });
        entries.push(...page.items);
        if (!page.next) break;
        after = page.next;
      }
      return entries;
    },
  });

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  staleTime: HOUR_MS,
  gcTime: Infinity,
  queryFn: async () => {
    const units = new Map<string, UnitEntry>();
    for (let after = '', pages = 0; pages < 20; pages++) {
      const page = await ask('/api/identity/directory/units', { limit: 500, after });
      for (const unit of page.items) units.set(unit.unitId, unit);
      if (!page.next) break;
      after = page.next;
    }
    return units;
  },
});

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId],
    staleTime: HOUR_MS,
    gcTime: Infinity,
    queryFn: () => together(personId),
  });

export const unitQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['unit', unitId],
    staleTime: HOUR_MS,
    enabled: unitId !== '',
    queryFn: () => ask('/api/identity/directory/units/{id}', { id: unitId }),
  });

export const recordQuery = <S extends Shelf>(shelf: S, { id, caseId }: { id: string; caseId: string }) =>
  queryOptions({
    queryKey: [...KEYS.record(caseId), shelf, id],
    queryFn: () => ask(`/api/${shelf}/{id}`, { id } as Asked<`/api/${S}/{id}`>) as Promise<RecordOf<S>>,
  });

export const recordsQuery = <S extends Shelf>(shelf: S, caseId: string) =>
  queryOptions({
    queryKey: [...KEYS.record(caseId), shelf],
    queryFn: () => ask(`/api/${shelf}`, { caseId } as Asked<`/api/${S}`>) as Promise<RecordsOf<S>>,
  });

const FILES_AT_ONCE = 100;
const FILES_MAX = 1_000;

/** The files of a case that one service keeps. */
export const attachmentsQuery = (stage: StageKind, caseId: string) =>
  queryOptions({
    queryKey: [...KEYS.record(caseId), `${stage}/attachments`],
    queryFn: async () => {
      const files: Attachment[] = [];
      for (let after: string | undefined; files.length < FILES_MAX;) {
        const { items } = await ask(`/api/${stage}/attachments`, { caseId, limit: FILES_AT_ONCE, after });
        files.push(...items);
        if (items.length < FILES_AT_ONCE) break;
        after = items.at(-1)!.id;
      }
      return files;
    },
  });

const PEOPLE_AT_ONCE = 100;
let asked: Map<string, { resolve: (person: PersonEntry | null) => void; reject: (why: unknown) => void }[]> | null = null;

/** Names that a screen asks for one by one are fetched in one question. */
function together(personId: string): Promise<PersonEntry | null> {
  return new Promise((resolve, reject) => {
    if (!asked) {
      asked = new Map();
      setTimeout(() => {
        const batch = asked!;
        asked = null;
        void fetchPeople(batch);
      }, 5);
    }
    asked.set(personId, [...(asked.get(personId) ?? []), { resolve, reject }]);
  });
}

async function fetchPeople(batch: NonNullable<typeof asked>): Promise<void> {
  const ids = [...batch.keys()];
  for (let start = 0; start < ids.length; start += PEOPLE_AT_ONCE) {
    const some = ids.slice(start, start + PEOPLE_AT_ONCE);
    try {
      const { items } = await ask('/api/identity/directory/people', { ids: some });
      const known = new Map(items.map((person) => [person.personId, person]));
      for (const id of some) batch.get(id)!.forEach(({ resolve }) => resolve(known.get(id) ?? null));
    } catch (error) {
      for (const id of some) batch.get(id)!.forEach(({ reject }) => reject(error));
    }
  }
}
