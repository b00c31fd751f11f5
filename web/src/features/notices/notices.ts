import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Notice } from '../../api/answers.js';
import { ask, askInForm } from '../../api/client.js';
import { KEYS } from '../../api/questions.js';
import { useDesk } from '../../app/desk.js';
import { askedAddress } from '../work/asked.js';

const PAGE = 100;

const noticesQuery = (unitId: string) =>
  infiniteQueryOptions({
    queryKey: [...KEYS.worklist, 'notices', unitId],
    initialPageParam: '',
    queryFn: ({ pageParam }) => ask('/api/casebook/notices', { limit: PAGE, after: pageParam }),
    getNextPageParam: ({ next }) => next,
    refetchInterval: 60_000,
  });

/** What the unit is told of. Live: whatever changes the worklist changes these. */
export function useNotices() {
  const { post } = useDesk();
  return useInfiniteQuery(noticesQuery(post.unitId));
}

/** Puts on record that one has read something, or has taken note of it. */
export function useMarking() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ keys, mark }: { keys: readonly string[]; mark: 'read' | 'acknowledged' }) =>
      askInForm('/api/casebook/notices/marks', { mark, notices: keys.map((key) => ({ key })) }),
    onSettled: () => queries.invalidateQueries({ queryKey: [...KEYS.worklist, 'notices'] }),
  });
}

/** Where one acts on it. */
export function placeOf({ kind, caseId, stage, subjectId, partId, what }: Notice): string {
  if (kind === 'offer' || kind === 'care-offer') return '/';
  if (kind === 'asked') return askedAddress({ caseId, source: stage!, type: what!, aboutId: subjectId!, partId });
  if (kind === 'with-buyer') return `/cases/${caseId}/custodies/${subjectId!}`;
  if (stage && subjectId) return `/cases/${caseId}/${stage}/${subjectId}`;
  return kind === 'denied' ? `/cases/${caseId}` : `/cases/${caseId}?tab=ledger`;
}
