import { queryOptions } from '@tanstack/react-query';
import { ask } from './client.js';
import type {
  CaseNow,
  CaseSummary,
  Ledger,
  Page,
  PersonEntry,
  ServiceRecord,
  TimelineEntry,
  UnitEntry,
  Worklist,
} from './answers.js';

/** Keys begin with what a live event can name, so that a change anywhere freshens what stands on the screen. */
export const KEYS = {
  worklist: ['worklist'] as const,
  case: (caseId: string) => ['case', caseId] as const,
  record: (caseId: string) => ['case', caseId, 'record'] as const,
};

const HOUR_MS = 3_600_000;

export const worklistQuery = (unitId: string) =>
  queryOptions({
    queryKey: [...KEYS.worklist, unitId],
    queryFn: () => ask<Worklist>('casebook', '/worklist?limit=100'),
    refetchInterval: 60_000,
  });

export const worklistPartQuery = (unitId: string, part: string, after: string) =>
  queryOptions({
    queryKey: [...KEYS.worklist, unitId, part, after],
    queryFn: () => ask<Worklist>('casebook', `/worklist?part=${part}&after=${encodeURIComponent(after)}&limit=200`),
  });

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...KEYS.case(caseId), 'now'],
    queryFn: () => ask<CaseNow>('casebook', `/cases/${caseId}`),
  });

export const ledgerQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...KEYS.case(caseId), 'ledger'],
    queryFn: () => ask<Ledger>('casebook', `/cases/${caseId}/ledger`),
  });

const TIMELINE_MAX = 10_000;

/** The whole timeline, page by page: filters and the comparison of two moments need all of it. */
export const timelineQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...KEYS.case(caseId), 'timeline'],
    queryFn: async () => {
      const entries: TimelineEntry[] = [];
      for (let after = ''; entries.length < TIMELINE_MAX;) {
        const from = after ? `&after=${encodeURIComponent(after)}` : '';
        const page = await ask<Page<TimelineEntry>>('casebook', `/cases/${caseId}/timeline?limit=200${from}`);
        entries.push(...page.items);
        if (!page.next) break;
        after = page.next;
      }
      return entries;
    },
  });

export const casesQuery = (filter: string) =>
  queryOptions({
    queryKey: ['cases', filter],
    queryFn: () => ask<Page<CaseSummary>>('casebook', `/cases?limit=100${filter}`),
  });

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  staleTime: HOUR_MS,
  gcTime: Infinity,
  queryFn: async () => {
    const units = new Map<string, UnitEntry>();
    for (let after = '', pages = 0; pages < 20; pages++) {
      const page = await ask<Page<UnitEntry>>('identity', `/directory/units?limit=500${after && `&after=${after}`}`);
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

interface FullUnit extends UnitEntry {
  readonly posts: readonly {
    readonly personId: string;
    readonly post: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

export const unitQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['unit', unitId],
    staleTime: HOUR_MS,
    enabled: unitId !== '',
    queryFn: () => ask<FullUnit>('identity', `/directory/units/${unitId}`),
  });

export const recordQuery = (service: string, collection: string, { id, caseId }: { id: string; caseId: string }) =>
  queryOptions({
    queryKey: [...KEYS.record(caseId), service, collection, id],
    queryFn: () => ask<ServiceRecord>(service, `/${collection}/${id}`),
  });

export const recordsQuery = (service: string, collection: string, caseId: string) =>
  queryOptions({
    queryKey: [...KEYS.record(caseId), service, collection],
    queryFn: () => ask<{ items: ServiceRecord[] }>(service, `/${collection}?caseId=${caseId}`),
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
      const { items } = await ask<{ items: PersonEntry[] }>('identity', `/directory/people?ids=${some.join(',')}`);
      const known = new Map(items.map((person) => [person.personId, person]));
      for (const id of some) batch.get(id)!.forEach(({ resolve }) => resolve(known.get(id) ?? null));
    } catch (error) {
      for (const id of some) batch.get(id)!.forEach(({ reject }) => reject(error));
    }
  }
}
