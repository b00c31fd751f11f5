import {
  BuyerHasVictim, CustodyDeclined, CustodyEnded, CustodyOfferExpired, CustodyOffered, CustodyTaken, CustodyTransferred,
  KinshipProven, ProtectionTaken, Refusal, fact,
  type Actor, type CareEnding, type Fact, type Instant, type Present, type Relation, type RetakingGround, type UnitKind,
} from '#contracts';
import { Clocks, type ClockRules } from '#clocks';
import {
  CARE_UNIT_KINDS, isForeign, mustBeInvolved, notBefore, unitHolder, waitingOffer,
  type CareInterval, type CareOffer, type Carer, type Holder, type LastOffer,
} from './care.js';
import { isProvenAlready, mustNotBeAlone, mustProve, mustReceive, type Claim, type Kinship } from './kinship.js';
import { mustBeRetakable, relativeWith } from './retaking.js';

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
  lastOffer: LastOffer | null = null;
  kinship: Kinship[] = [];
  ending: CareEnding | null = null;
  clocks: Clocks = Clocks.from();
  /** Households of which somebody to whom the child went was found to have bought a person. */
  buyerHouseholds: string[] = [];

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

  mayOffer({ by }: { by: Actor }): Holder & { kind: 'unit' } {
    const holder = this.mustHold(by);
    if (this.offer) throw new Refusal('rescue.offer-pending', { offerId: this.offer.offerId, toUnit: this.offer.toUnit });
    return holder;
  }

  /**
   * The unit that has the victim offers the care to another one, or to another person of its own. A unit abroad takes
   * over at the port and nowhere else; afterwards the units abroad pass the care among themselves, and to nobody here.
   * @param given.now when it is recorded: the time to answer runs from when the receiver can know.
   */
  offerTo(given: Move & {
    now: Instant; offerId: string; carer: Carer; holderKind: UnitKind | undefined; isBuyer: boolean; rules: ClockRules;
  }): Fact[] {
    const { by, at, offerId, carer } = given;
    this.refuseBuyer(given.isBuyer);
    const holder = this.mayOffer({ by });
    if (!CARE_UNIT_KINDS.includes(carer.unitKind))
      throw new Refusal('rescue.unit-cannot-care', { unitId: carer.unitId, kind: carer.unitKind });
    const isAbroad = given.holderKind !== undefined && isForeign(given.holderKind);
    if (isForeign(carer.unitKind) !== isAbroad)
      throw new Refusal('rescue.border-handover-needed', { toUnit: carer.unitId });
    if (carer.unitId === holder.unitId && (carer.personId ?? holder.personId) === holder.personId)
      throw new Refusal('rescue.same-holder');
    notBefore(this.since, at);
    // Who is to answer is the receiver; until a person of theirs is named, the holder's person follows it up.
    const answers = { unitId: carer.unitId, personId: carer.personId ?? holder.personId, superiorUnit: carer.superiorUnit };
    const started = this.clocks.start(given.rules, { clockId: offerId, rule: 'custody-offer-answer', at: given.now, answers });
    const { dueAt } = this.clocks.running(offerId)!;
    this.offer = { offerId, toUnit: carer.unitId, toPerson: carer.personId, offeredAt: at, expiresAt: dueAt };
    return [
      fact(CustodyOffered, { ...this.name(), offerId, kind: 'unit', unitId: carer.unitId, personId: carer.personId }), ...started,
    ];
  }

  /** May the offer be answered now? Asked without an `offerId`: the one that waits. */
  mayAnswer({ offerId, by, at }: { offerId?: string; by: Actor; at: Instant }): CareOffer {
    const offer = waitingOffer(this, offerId);
    if (by.unitId !== offer.toUnit || (offer.toPerson && offer.toPerson !== by.personId))
      throw new Refusal('rescue.not-the-receiver', { toUnit: offer.toUnit });
    notBefore(offer.offeredAt, at);
    if (at >= offer.expiresAt) throw new Refusal('rescue.offer-answered', { outcome: 'expired', expiresAt: offer.expiresAt });
    return offer;
  }

  /** The receiver has the victim from this minute on. */
  accept(given: Move & { offerId: string; isBuyer: boolean }): Fact[] {
    const offer = this.mayAnswer(given);
    this.refuseBuyer(given.isBuyer);
    const stopped = this.settle('accepted', given.at);
    const holder = unitHolder(given.by);
    this.passTo(holder, given.at);
    return [fact(CustodyTransferred, { ...this.named(holder), offerId: offer.offerId }), ...stopped];
  }

  /** The receiver does not take the victim; the holder keeps them. */
  decline(given: Move & { offerId: string }): Fact[] {
    const { offerId } = this.mayAnswer(given);
    return [fact(CustodyDeclined, { ...this.name(), offerId }), ...this.settle('declined', given.at)];
  }

  mayProve({ by, involved }: { by: Actor; involved: readonly string[] }): void {
    this.mustBeHeld();
    mustBeInvolved(this.history, by, involved);
  }

  /**
   * parentage or kinship of a claimant is proven, since the victim is free. Silent when it is already; another paper of
   * the same claimant is not passed over. Never that of a buyer.
   */
  proveKinship(given: Move & { claim: Claim; isBuyer: boolean; involved: readonly string[] }): Fact[] {
    const { at, claim } = given;
    this.refuseBuyer(given.isBuyer);
    this.mayProve(given);
    const { relativeId, relation, proof, identityDigest } = claim;
    if (isProvenAlready(this.kinship, claim)) return [];
    notBefore(this.history[0]!.from, at);
    const restsOn = mustProve(this.victimId, claim);
    this.kinship.push({ relativeId, relation, proof, provenAt: at, provenBy: given.by.personId, identityDigest, ...restsOn });
    const { hitId } = restsOn;
    return [fact(KinshipProven, { victimId: this.victimId, relativeId, relation, proof, hitId, identityDigest })];
  }

  /** @param given.isBuyerBehind something that investigation has said of the case could not be applied here, and may name one. */
  mayHandToRelative({ by, isMinor, isBuyerBehind }: { by: Actor; isMinor: boolean; isBuyerBehind: boolean }): void {
    this.mustHold(by);
    if (!isMinor) throw new Refusal('rescue.adult-decides', { victimId: this.victimId });
    if (isBuyerBehind) throw new Refusal('rescue.investigation-not-heard', { caseId: this.caseId });
    mustNotBeAlone(this.kinship, by, this.victimId);
  }

  /** a child goes home, to a relative of proven kinship, a social worker being there. */
  handToRelative(given: Move & {
    relativeId: string; relation: Relation; witnesses: readonly Present[]; isMinor: boolean; isBuyer: boolean;
    isBuyerBehind: boolean;
  }): Fact[] {
    this.refuseBuyer(given.isBuyer);
    this.mayHandToRelative(given);
    mustReceive(this.kinship, given);
    const { at, relativeId, relation } = given;
    return this.transfer({ kind: 'relative', personId: relativeId, relation }, at);
  }

  /** both sides have signed at the port. Silent when care has ended, or is already where it should be. */
  handAbroad(given: { toUnit: string; toPerson: string; at: Instant }): Fact[] {
    const { toUnit, toPerson, at } = given;
    if (!this.holder) return [];
    if (this.holder.kind === 'unit' && this.holder.unitId === toUnit && this.holder.personId === toPerson) return [];
    return this.transfer({ kind: 'unit', unitId: toUnit, personId: toPerson }, at);
  }

  /**
   * the other side has confirmed that it received the person. Silent when nobody abroad has them, and when the care has
   * changed since: whoever has the person now says so in the next report.
   */
  receiveAbroad({ isAbroad, at }: { isAbroad: boolean; at: Instant }): Fact[] {
    if (this.holder?.kind !== 'unit' || !isAbroad || at < this.since) return [];
    return this.finish('received-abroad', at);
  }

  mayGoOwnWay({ by, isMinor }: { by: Actor; isMinor: boolean }): void {
    this.mustHold(by);
    if (isMinor) throw new Refusal('rescue.minor-cannot-decide', { victimId: this.victimId });
  }

  /** an adult decides to go. Silent when they have gone. */
  goOwnWay(given: Move & { isMinor: boolean }): Fact[] {
    if (this.ending === 'own-will') return [];
    this.mayGoOwnWay(given);
    return this.finish('own-will', given.at);
  }

  /**
   * @param given.isBuyer asked anew of the relative who has the child: who buys may be found out late.
   * @returns how care may end now.
   */
  mayEnd(given: { by: Actor; isAbroad: boolean; isBuyer: boolean; involved: readonly string[] }): CareEnding {
    this.refuseBuyer(given.isBuyer);
    const holder = this.mustBeHeld();
    mustBeInvolved(this.history, given.by, given.involved);
    if (holder.kind === 'relative') return 'with-family';
    if (!given.isAbroad) throw new Refusal('rescue.ending-does-not-fit', { holder: holder.kind });
    return 'received-abroad';
  }

  /** Care by the authorities has ended: the child is home for good, or was received abroad. Silent when it is on record. */
  end(given: Parameters<Custody['mayEnd']>[0] & { reason: 'with-family' | 'received-abroad'; at: Instant }): Fact[] {
    const { at, reason } = given;
    if (this.ending === reason) return [];
    if (this.mayEnd(given) !== reason) throw new Refusal('rescue.ending-does-not-fit', { reason, holder: this.holder!.kind });
    return this.finish(reason, at);
  }

  mayRetake(given: { by: Actor; isMinor: boolean; involved: readonly string[] }): void {
    mustBeRetakable(this, given);
  }

  /**
   * a child is taken back from a relative for protection, on a paper that says so. The relative's care ends in the
   * minute in which the unit's begins; where care had ended, it begins anew.
   * @param given.rescueId the rescue that follows the child up from now on (`Rescue.takeBack`).
   * @param given.isBuyer of the relative; that ground is not given where nobody has said so.
   */
  retake(given: Move & {
    rescueId: string; grounds: RetakingGround; documentNumber: string; isMinor: boolean; isBuyer: boolean;
    involved: readonly string[];
  }): Fact[] {
    this.mayRetake(given);
    const { by, at, grounds, documentNumber } = given;
    if (grounds === 'buyer-recognised' && !given.isBuyer) throw new Refusal('rescue.no-known-buyer');
    notBefore(this.since, at);
    const [holder, begins] = [unitHolder(by), this.holder ? CustodyTransferred : CustodyTaken];
    this.passTo(holder, at);
    Object.assign(this, { ending: null, rescueId: given.rescueId });
    return [fact(ProtectionTaken, { ...this.name(), grounds, documentNumber }), fact(begins, this.named(holder))];
  }

  /** who buys may be found out late. Silent where it is somebody else, and where it was said. */
  recogniseBuyer({ householdId, marks }: { householdId: string; marks: readonly string[] }): Fact[] {
    const { relative } = this;
    const isTheirs = relative !== null && [relative, ...this.digestsOf(relative)].some((mark) => marks.includes(mark));
    if (!isTheirs || this.buyerHouseholds.includes(householdId)) return [];
    this.buyerHouseholds.push(householdId);
    return [fact(BuyerHasVictim, { ...this.name(), householdId })];
  }

  /** The relative with whom the child lives, also after care has ended for good. */
  get relative(): string | null {
    return relativeWith(this);
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
    notBefore(this.since, at);
    const stopped = this.settle('overtaken', at);
    this.passTo(holder, at);
    return [fact(CustodyTransferred, this.named(holder)), ...stopped];
  }

  private finish(reason: CareEnding, at: Instant): Fact[] {
    notBefore(this.since, at);
    const stopped = this.settle('overtaken', at);
    this.passTo(null, at);
    this.ending = reason;
    return [fact(CustodyEnded, { ...this.name(), reason }), ...stopped];
  }

  private passTo(holder: Holder | null, at: Instant): void {
    if (this.holder) this.past.push({ holder: this.holder, from: this.since, to: at });
    this.holder = holder;
    this.since = at;
  }

  private settle(outcome: LastOffer['outcome'], at: Instant): Fact[] {
    if (!this.offer) return [];
    const { offerId } = this.offer;
    this.lastOffer = { offerId, outcome };
    this.offer = null;
    return this.clocks.stop(offerId, at);
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

  /** R-3, child item 5: checked before everything else, so that whoever asks is told this and nothing milder. */
  private refuseBuyer(isBuyer: boolean): void {
    if (isBuyer) throw new Refusal('rescue.buyer-household', { victimId: this.victimId });
  }

  private name(): { custodyId: string; victimId: string } {
    return { custodyId: this.id, victimId: this.victimId };
  }

  private named(holder: Holder) {
    return { ...this.name(), ...holder };
  }
}
