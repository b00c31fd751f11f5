import { queryOptions } from '@tanstack/react-query';
import { ask, askInForm, Refused } from '../../api/client.js';

export const caseNumberedQuery = (caseNumber: string) =>
  queryOptions({
    queryKey: ['cases', 'numbered', caseNumber],
    queryFn: () => ask('/api/casebook/cases', { caseNumber, limit: 20 }),
  });

export const locatedQuery = (caseNumber: string) =>
  queryOptions({
    queryKey: ['cases', 'located', caseNumber],
    queryFn: () => ask('/api/casebook/cases/located', { caseNumber }),
  });

export const casesInQuery = (division: string) =>
  queryOptions({
    queryKey: ['cases', 'in', division],
    queryFn: () => ask('/api/casebook/cases', { division, limit: 100 }),
  });

export interface PersonSought {
  readonly name?: string;
  readonly nationalId?: string;
}

/** Each search is on record: it is asked once, and nothing of it is kept when the page is left. */
export const peopleQuery = (sought: PersonSought) =>
  queryOptions({
    queryKey: ['people-sought', sought],
    gcTime: 0,
    staleTime: Infinity,
    retry: (count, error) => !(error instanceof Refused) && count < 1,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
    queryFn: () => askInForm('/api/intake/intakes/searches', { ...sought, purpose: 'triage' }),
  });
