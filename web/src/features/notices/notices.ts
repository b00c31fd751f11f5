import { useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Worklist } from '../../api/answers.js';
import { worklistQuery } from '../../api/questions.js';
import type { SHELVES } from '../../app/sending.js';
import { useDesk } from '../../app/desk.js';

/** Something that somebody here should know: what, since when, and where to act. */
export interface Notice {
  /** The same thing has the same key: once read it stays read, until it happens anew. */
  readonly key: string;
  readonly kind: 'offer' | 'care-offer' | 'returned' | 'expired' | 'overdue' | 'warned';
  readonly at: string;
  readonly caseId: string;
  readonly caseNumber?: string | null;
  /** The stage or the deadline. */
  readonly about: string;
  readonly unitId: string | null;
  readonly to: string;
}

/** Notices are no second record: they are what the worklist says, and go away when the thing is done. */
export function noticesIn({ parts }: Worklist): Notice[] {
  const stagePage = (caseId: string, stage: keyof typeof SHELVES, id: string): string => `/cases/${caseId}/${stage}/${id}`;
  const offers = parts.offers.items.map((offer): Notice => ({
    key: `offer ${offer.offerId}`,
    kind: 'offer',
    at: offer.offeredAt ?? offer.sinceAt,
    caseId: offer.caseId,
    caseNumber: offer.caseNumber,
    about: offer.stage,
    unitId: offer.offerByUnit,
    to: '/',
  }));
  const care = parts['care-offers'].items.map((offer): Notice => ({
    key: `care ${offer.offerId}`,
    kind: 'care-offer',
    at: offer.offeredAt ?? offer.sinceAt,
    caseId: offer.caseId,
    caseNumber: offer.caseNumber,
    about: 'rescue',
    unitId: offer.unitId,
    to: '/',
  }));
  const answered = parts.stages.items
    .filter(({ lastOutcome, offerId }) => !offerId && (lastOutcome === 'returned' || lastOutcome === 'expired'))
    .map((stage): Notice => ({
      key: `${stage.lastOutcome} ${stage.stageId} ${stage.sinceAt}`,
      kind: stage.lastOutcome as 'returned' | 'expired',
      at: stage.sinceAt,
      caseId: stage.caseId,
      caseNumber: stage.caseNumber,
      about: stage.stage,
      unitId: stage.lastOutcomeUnit,
      to: stagePage(stage.caseId, stage.stage, stage.subjectId),
    }));
  const clocks = parts.clocks.items
    .filter(({ overdueAt, warnedPercent }) => overdueAt !== null || warnedPercent !== null)
    .map((clock): Notice => ({
      key: `${clock.overdueAt ? 'overdue' : `warned ${clock.warnedPercent}`} ${clock.clockId}`,
      kind: clock.overdueAt ? 'overdue' : 'warned',
      at: clock.overdueAt ?? clock.dueAt,
      caseId: clock.caseId,
      caseNumber: clock.caseNumber,
      about: clock.rule,
      unitId: clock.toldUnit,
      to: stagePage(clock.caseId, clock.source, clock.subjectId),
    }));
  return [...offers, ...care, ...answered, ...clocks].sort((a, b) => b.at.localeCompare(a.at));
}

const READ_MAX = 500;
const listeners = new Set<() => void>();
const placeOf = (personId: string): string => `guitu.draft.${personId}.read-notices`;

/** Which notices this person has taken note of, on this machine; forgotten at sign-out. */
export function useRead(): { read: ReadonlySet<string>; acknowledge: (keys: readonly string[]) => void } {
  const {
    session: { personId },
  } = useDesk();
  const text = useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    () => localStorage.getItem(placeOf(personId)) ?? '[]',
  );
  const read = new Set(JSON.parse(text) as string[]);
  return {
    read,
    acknowledge: (keys) => {
      localStorage.setItem(placeOf(personId), JSON.stringify([...read, ...keys].slice(-READ_MAX)));
      listeners.forEach((tell) => tell());
    },
  };
}

export function useNotices(): { notices: readonly Notice[]; unread: number } {
  const { post } = useDesk();
  const { data } = useQuery(worklistQuery(post.unitId));
  const { read } = useRead();
  const notices = data ? noticesIn(data) : [];
  return { notices, unread: notices.filter(({ key }) => !read.has(key)).length };
}
