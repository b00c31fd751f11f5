import {
  ABROAD, BORDER_AGENCIES, CIVIL_AFFAIRS, POLICE, Refusal, type Actor, type Instant, type Relation, type UnitKind,
} from '#contracts';

/** Who has a victim in their care: the person on duty of a unit, or a relative of proven kinship. */
export type Holder =
  | { readonly kind: 'unit'; readonly unitId: string; readonly personId: string }
  | { readonly kind: 'relative'; readonly personId: string; readonly relation: Relation };

/** From `from` on, up to but without `to`; the last one of a victim who is still cared for has no end. */
export interface CareInterval {
  readonly holder: Holder;
  readonly from: Instant;
  readonly to: Instant | null;
}

export interface CareOffer {
  readonly offerId: string;
  readonly toUnit: string;
  readonly toPerson?: string;
  readonly offeredAt: Instant;
  readonly expiresAt: Instant;
}

/** How the last offer went. */
export interface LastOffer {
  readonly offerId: string;
  readonly outcome: 'accepted' | 'declined' | 'expired' | 'overtaken';
}

/** What the directory says about the unit that is to take care. */
export interface Carer {
  readonly unitId: string;
  readonly personId?: string;
  readonly unitKind: UnitKind;
  readonly superiorUnit?: string;
}

/** Units that may have a victim in their care at all. */
export const CARE_UNIT_KINDS: readonly UnitKind[] = [...POLICE, ...BORDER_AGENCIES, ...CIVIL_AFFAIRS, 'hospital', ...ABROAD];

export const isForeign = (kind: UnitKind): boolean => ABROAD.includes(kind);

export const unitHolder = ({ unitId, personId }: Actor): Holder => ({ kind: 'unit', unitId, personId });

/** Changes of care follow each other in time. @throws Refusal time.before-last-change */
export function notBefore(earliest: Instant, at: Instant): void {
  if (at < earliest) throw new Refusal('time.before-last-change', { lastChange: earliest });
}

/** The unit that has, or last had, the victim, and those that answer for a stage of the case. @throws Refusal */
export function mustBeInvolved(history: readonly CareInterval[], by: Actor, answering: readonly string[]): void {
  const last = history.findLast(({ holder }) => holder.kind === 'unit')?.holder as { unitId: string } | undefined;
  if (by.unitId !== last?.unitId && !answering.includes(by.unitId)) throw new Refusal('rescue.not-involved');
}

/** The offer that waits for an answer, or says how this one went. @throws Refusal rescue.no-offer, rescue.offer-answered */
export function waitingOffer(
  { offer, lastOffer }: { offer: CareOffer | null; lastOffer: LastOffer | null }, offerId: string | undefined,
): CareOffer {
  if (!offer && offerId !== undefined && lastOffer?.offerId === offerId)
    throw new Refusal('rescue.offer-answered', { outcome: lastOffer.outcome });
  if (!offer) throw new Refusal('rescue.no-offer');
  if (offerId !== undefined && offer.offerId !== offerId) throw new Refusal('rescue.offer-answered', { current: offer.offerId });
  return offer;
}
