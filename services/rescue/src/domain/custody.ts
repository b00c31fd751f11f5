import {
  ABROAD, BORDER_AGENCIES, CIVIL_AFFAIRS, CustodyDeclined, CustodyEnded, CustodyOfferExpired, CustodyOffered, CustodyTaken,
  CustodyTransferred, KinshipProven, POLICE, Refusal, fact,
  type Actor, type CareEnding, type Fact, type Instant, type Present, type Relation, type UnitKind,
} from '#contracts';
import { Clocks, type ClockRules } from '#clocks';
import { mustProve, type Claim, type Kinship } from './kinship.js';

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

type Outcome = 'accepted' | 'declined' | 'expired' | 'overtaken';
type Move = { readonly by: Actor; readonly at: Instant };

/**
 * who has a rescued victim in their care, minute by minute. Exactly one holder at any moment from the rescue to the
 * end of care: whoever has the victim keeps them until somebody else has taken them, and nothing else moves the care.
 */
export class Custody {
  id!: string;
  caseId!: string;
  version = 0;
  nextFireAt: Instant | null = null;
  victimId!: string;
  rescueId!: string;
  /** Null after the end of care. */
  holder!: Holder | null;
  /** Since when this holder has the victim, or since when care has ended. */
  since!: Instant;
  past: CareInterval[] = [];
  offer: CareOffer | null = null;
  lastOffer: { offerId: string; outcome: Outcome } | null = null;
  kinship: Kinship[] = [];
  ending: CareEnding | null = null;
  clocks: Clocks = Clocks.from();

  /** The victim is free: the unit and the person who carried out the rescue have them from this minute on. */
  static take(given: Move & { id: string; caseId: string; victimId: string; rescueId: string }): [Custody, Fact[]] {
    const { id, caseId, victimId, rescueId, by, at } = given;
    const custody = Object.assign(new Custody(), { id, caseId, victimId, rescueId, holder: unitHolder(by), since: at });
    return [custody, [fact(CustodyTaken, custody.named(custody.holder))]];
  }

  /** Every holder from the rescue on, in order and without a gap. */
  get history(): CareInterval[] {
    return this.holder ? [...this.past, { holder: this.holder, from: this.since, to: null }] : this.past;
  }

  /**
   * The unit that has the victim offers the care to another one, or to another person of its own. A unit abroad takes
   * over at the port and nowhere else; afterwards the units abroad pass the care among themselves.
   * @param given.now when it is recorded: the time to answer runs from when the receiver can know.
   */
  offerTo(given: Move & {
    now: Instant; offerId: string; carer: Carer; holderKind: UnitKind | undefined; isBuyer: boolean; rules: ClockRules;
  }): Fact[] {
    const { by, at, offerId, carer } = given;
    this.refuseBuyer(given.isBuyer);
    const holder = this.mustHold(by);
    if (this.offer) throw new Refusal('rescue.offer-pending', { offerId: this.offer.offerId, toUnit: this.offer.toUnit });
    if (!CARE_UNIT_KINDS.includes(carer.unitKind))
      throw new Refusal('rescue.unit-cannot-care', { unitId: carer.unitId, kind: carer.unitKind });
    if (isForeign(carer.unitKind) && !(given.holderKind && isForeign(given.holderKind)))
      throw new Refusal('rescue.border-handover-needed', { toUnit: carer.unitId });
    if (carer.unitId === holder.unitId && (carer.personId ?? holder.personId) === holder.personId)
      throw new Refusal('rescue.same-holder');
    this.notBefore(this.since, at);
    // Who is to answer is the receiver; until a person of theirs is named, the holder's person follows it up.
    const answers = { unitId: carer.unitId, personId: carer.personId ?? holder.personId, superiorUnit: carer.superiorUnit };
    const started = this.clocks.start(given.rules, { clockId: offerId, rule: 'custody-offer-answer', at: given.now, answers });
    const { dueAt } = this.clocks.running(offerId)!;
    this.offer = { offerId, toUnit: carer.unitId, toPerson: carer.personId, offeredAt: at, expiresAt: dueAt };
    return [
      fact(CustodyOffered, { ...this.name(), offerId, kind: 'unit', unitId: carer.unitId, personId: carer.personId }), ...started,
    ];
  }

  /** The receiver has the victim from this minute on. */
  accept(given: Move & { offerId: string; isBuyer: boolean }): Fact[] {
    const offer = this.pending(given);
    this.refuseBuyer(given.isBuyer);
    const stopped = this.settle('accepted', given.at);
    const holder = unitHolder(given.by);
    this.passTo(holder, given.at);
    return [fact(CustodyTransferred, { ...this.named(holder), offerId: offer.offerId }), ...stopped];
  }

  /** The receiver does not take the victim; the holder keeps them. */
  decline(given: Move & { offerId: string }): Fact[] {
    const { offerId } = this.pending(given);
    return [fact(CustodyDeclined, { ...this.name(), offerId }), ...this.settle('declined', given.at)];
  }

  /** parentage or kinship of a claimant is proven. Silent when it is already. Never that of a buyer. */
  proveKinship(given: Move & { claim: Claim; isBuyer: boolean; involved: readonly string[] }): Fact[] {
    const { by, at, claim } = given;
    this.refuseBuyer(given.isBuyer);
    this.mustBeHeld();
    this.mustBeInvolved(by, given.involved);
    const { relativeId, relation, proof, identityDigest } = claim;
    if (this.kinship.some((known) => known.relativeId === relativeId && known.relation === relation)) return [];
    const hitId = mustProve(this.victimId, claim);
    this.kinship.push({ relativeId, relation, proof, provenAt: at, identityDigest, hitId });
    return [fact(KinshipProven, { victimId: this.victimId, relativeId, relation, proof, hitId, identityDigest })];
  }

  /** a child goes home, to a relative of proven kinship, a social worker being there. */
  handToRelative(given: Move & {
    relativeId: string; relation: Relation; witnesses: readonly Present[]; isMinor: boolean; isBuyer: boolean;
  }): Fact[] {
    const { by, at, relativeId, relation, witnesses } = given;
    this.refuseBuyer(given.isBuyer);
    this.mustHold(by);
    if (!given.isMinor) throw new Refusal('rescue.adult-decides', { victimId: this.victimId });
    const isProven = this.kinship.some((known) =>
      known.relativeId === relativeId && known.relation === relation && known.provenAt <= at);
    if (!isProven) throw new Refusal('rescue.kinship-not-proven', { relativeId, relation });
    if (!witnesses.includes('social-worker'))
      throw new Refusal('rescue.present-missing', { missing: ['social-worker'], victimIds: [this.victimId] });
    return this.transfer({ kind: 'relative', personId: relativeId, relation }, at);
  }

  /** both sides have signed at the port. Silent when care has ended, or is already where it should be. */
  handAbroad(given: { toUnit: string; toPerson: string; at: Instant }): Fact[] {
    const { toUnit, toPerson, at } = given;
    if (!this.holder) return [];
    if (this.holder.kind === 'unit' && this.holder.unitId === toUnit && this.holder.personId === toPerson) return [];
    return this.transfer({ kind: 'unit', unitId: toUnit, personId: toPerson }, at);
  }

  /** an adult decides to go. Silent when they have gone. */
  goOwnWay(given: Move & { isMinor: boolean }): Fact[] {
    if (this.ending === 'own-will') return [];
    this.mustHold(given.by);
    if (given.isMinor) throw new Refusal('rescue.minor-cannot-decide', { victimId: this.victimId });
    return this.finish('own-will', given.at);
  }

  /**
   * Care by the authorities has ended: the child is home for good, or was received abroad. Silent when it is on record.
   * @param given.isBuyer asked anew of the relative who has the child: who buys may be found out late.
   */
  end(given: Move & {
    reason: 'with-family' | 'received-abroad'; isAbroad: boolean; isBuyer: boolean; involved: readonly string[];
  }): Fact[] {
    const { by, at, reason } = given;
    if (this.ending === reason) return [];
    this.refuseBuyer(given.isBuyer);
    const holder = this.mustBeHeld();
    this.mustBeInvolved(by, given.involved);
    const fits = reason === 'with-family' ? holder.kind === 'relative' : holder.kind === 'unit' && given.isAbroad;
    if (!fits) throw new Refusal('rescue.ending-does-not-fit', { reason, holder: holder.kind });
    return this.finish(reason, at);
  }

  /** Keyed digests of the national ids that this relative has shown. */
  digestsOf(relativeId: string): string[] {
    return this.kinship.flatMap((known) => (known.relativeId === relativeId ? known.identityDigest ?? [] : []));
  }

  whenNext(): Instant | null {
    return this.clocks.nextFireAt;
  }

  /** Warns whoever is to answer; an offer that nobody answered in time lapses, and the holder keeps the victim. */
  tick(upTo: Instant): Fact[] {
    const { offer } = this;
    const isLapsed = offer !== null && offer.expiresAt <= upTo;
    const said = this.clocks.tick(isLapsed ? offer.expiresAt : upTo);
    if (!isLapsed) return said;
    const { offerId, toUnit } = offer;
    return [...said, fact(CustodyOfferExpired, { ...this.name(), offerId, toUnit }), ...this.settle('expired', offer.expiresAt)];
  }

  /** The care passes without an offer; one that still waits is overtaken. */
  private transfer(holder: Holder, at: Instant): Fact[] {
    this.notBefore(this.since, at);
    const stopped = this.settle('overtaken', at);
    this.passTo(holder, at);
    return [fact(CustodyTransferred, this.named(holder)), ...stopped];
  }

  private finish(reason: CareEnding, at: Instant): Fact[] {
    this.notBefore(this.since, at);
    const stopped = this.settle('overtaken', at);
    this.passTo(null, at);
    this.ending = reason;
    return [fact(CustodyEnded, { ...this.name(), reason }), ...stopped];
  }

  private passTo(holder: Holder | null, at: Instant): void {
    this.past.push({ holder: this.holder!, from: this.since, to: at });
    this.holder = holder;
    this.since = at;
  }

  private settle(outcome: Outcome, at: Instant): Fact[] {
    if (!this.offer) return [];
    const { offerId } = this.offer;
    this.lastOffer = { offerId, outcome };
    this.offer = null;
    return this.clocks.stop(offerId, at);
  }

  private pending({ offerId, by, at }: Move & { offerId: string }): CareOffer {
    const { offer, lastOffer } = this;
    if (!offer) {
      if (lastOffer?.offerId === offerId) throw new Refusal('rescue.offer-answered', { outcome: lastOffer.outcome });
      throw new Refusal('rescue.no-offer');
    }
    if (offer.offerId !== offerId) throw new Refusal('rescue.offer-answered', { current: offer.offerId });
    if (by.unitId !== offer.toUnit || (offer.toPerson && offer.toPerson !== by.personId))
      throw new Refusal('rescue.not-the-receiver', { toUnit: offer.toUnit });
    this.notBefore(offer.offeredAt, at);
    if (at >= offer.expiresAt) throw new Refusal('rescue.offer-answered', { outcome: 'expired', expiresAt: offer.expiresAt });
    return offer;
  }

  private mustBeHeld(): Holder {
    if (!this.holder) throw new Refusal('rescue.custody-ended', { reason: this.ending, since: this.since });
    return this.holder;
  }

  private mustHold(by: Actor): Holder & { kind: 'unit' } {
    const holder = this.mustBeHeld();
    if (holder.kind === 'relative') throw new Refusal('rescue.with-relative', { since: this.since });
    if (holder.unitId !== by.unitId) throw new Refusal('rescue.not-the-holder', { unitId: holder.unitId });
    return holder;
  }

  /** The unit that has, or last had, the victim, and the units that answer for a stage of the case. */
  private mustBeInvolved(by: Actor, answering: readonly string[]): void {
    const last = this.history.findLast(({ holder }) => holder.kind === 'unit')?.holder as { unitId: string } | undefined;
    if (by.unitId !== last?.unitId && !answering.includes(by.unitId)) throw new Refusal('rescue.not-involved');
  }

  /** R-3, child item 5: checked before everything else, so that whoever asks is told this and nothing milder. */
  private refuseBuyer(isBuyer: boolean): void {
    if (isBuyer) throw new Refusal('rescue.buyer-household', { victimId: this.victimId });
  }

  private notBefore(earliest: Instant, at: Instant): void {
    if (at < earliest) throw new Refusal('time.before-last-change', { lastChange: earliest });
  }

  private name(): { custodyId: string; victimId: string } {
    return { custodyId: this.id, victimId: this.victimId };
  }

  private named(holder: Holder) {
    return { ...this.name(), ...holder };
  }
}

const unitHolder = ({ unitId, personId }: Actor): Holder => ({ kind: 'unit', unitId, personId });
