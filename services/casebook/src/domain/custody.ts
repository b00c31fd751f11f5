import {
  CustodyDeclined, CustodyEnded, CustodyOffered, CustodyOfferExpired, CustodyTaken, CustodyTransferred, PersonRescued,
  type Holder, type Instant,
} from '#contracts';
import { begin, demand, end, pass, type Beginning, type Interval } from './intervals.js';
import { when, type Said, type Step } from './said.js';

/** Who had a victim in their care over a stretch of time: a unit with the person on duty, or a relative. */
export interface CustodyInterval extends Interval {
  readonly caseId: string;
  readonly victimId: string;
  readonly kind: string | null;
  readonly relation: string | null;
}

/** Who has a victim in their care now, and to whom the care is offered. */
export interface CustodyNow {
  readonly caseId: string;
  readonly victimId: string;
  readonly state: 'awaited' | 'held' | 'ended';
  readonly kind: string | null;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly relation: string | null;
  readonly sinceAt: Instant;
  readonly endReason: string | null;
  readonly offerId: string | null;
  readonly offerToUnit: string | null;
  readonly offerToPerson: string | null;
  readonly offeredAt: Instant | null;
}

export interface CustodyLedger {
  readonly now: CustodyNow;
  readonly intervals: readonly CustodyInterval[];
}

type OfVictim = { victimId: string };

const NO_OFFER = { offerId: null, offerToUnit: null, offerToPerson: null, offeredAt: null } as const;
const NO_HOLDER = { kind: null, unitId: null, personId: null, relation: null } as const;

/** What each fact about the care of a victim changes in their ledger. */
export const CUSTODY_STEPS: ReadonlyMap<string, Step<CustodyLedger>> = new Map([
  // From the rescue on somebody must have the victim: time before the first holder is a gap.
  when(PersonRescued, (ledger, said) => {
    const { now, intervals } = ledger ?? none(said);
    const isHeld = now.state === 'held';
    return {
      now: isHeld ? now : { ...now, ...NO_HOLDER, state: 'awaited', sinceAt: said.occurredAt, endReason: null },
      intervals: demand(intervals, beginning(said, NO_HOLDER)),
    };
  }),
  when(CustodyTaken, (ledger, said) => held(ledger, said, begin)),
  when(CustodyTransferred, (ledger, said) => held(ledger, said, pass)),
  when(CustodyOffered, (ledger, said) => {
    const { now, intervals } = ledger ?? none(said);
    const { offerId, unitId = null, personId = null } = said.data;
    return { now: { ...now, offerId, offerToUnit: unitId, offerToPerson: personId, offeredAt: said.occurredAt }, intervals };
  }),
  when(CustodyDeclined, withoutOffer),
  when(CustodyOfferExpired, withoutOffer),
  when(CustodyEnded, (ledger, said) => {
    const { now, intervals } = ledger ?? none(said);
    return {
      now: { ...now, ...NO_HOLDER, ...NO_OFFER, state: 'ended', sinceAt: said.occurredAt, endReason: said.data.reason },
      intervals: end(intervals, said.occurredAt),
    };
  }),
]);

type Place = (known: readonly CustodyInterval[], next: Beginning<CustodyInterval>) => CustodyInterval[];

function held(ledger: CustodyLedger | undefined, said: Said<OfVictim & Holder>, place: Place): CustodyLedger {
  const { now, intervals } = ledger ?? none(said);
  const { kind, unitId = null, personId = null, relation = null } = said.data;
  const holder = { kind, unitId, personId, relation };
  return {
    now: { ...now, ...holder, ...NO_OFFER, state: 'held', sinceAt: said.occurredAt, endReason: null },
    intervals: place(intervals, beginning(said, holder)),
  };
}

function withoutOffer(ledger: CustodyLedger | undefined, said: Said<OfVictim>): CustodyLedger {
  const { now, intervals } = ledger ?? none(said);
  return { now: { ...now, ...NO_OFFER }, intervals };
}

const none = ({ caseId, data, occurredAt }: Said<OfVictim>): CustodyLedger => ({
  now: { caseId, victimId: data.victimId, state: 'awaited', ...NO_HOLDER, sinceAt: occurredAt, endReason: null, ...NO_OFFER },
  intervals: [],
});

const beginning = (
  { caseId, data, occurredAt, recordedAt }: Said<OfVictim>,
  holder: Pick<CustodyInterval, 'kind' | 'unitId' | 'personId' | 'relation'>,
): Beginning<CustodyInterval> => ({ caseId, victimId: data.victimId, ...holder, fromAt: occurredAt, recordedAt });
