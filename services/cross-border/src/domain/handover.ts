import {
  HandoverPostponed, HandoverRefused, HandoverScheduled, HandoverSplit, ItemAccepted, ItemListed, ItemStruck, ManifestSealed,
  ManifestSigned, Refusal, fact,
  type Actor, type Fact, type HandoverRefusalReason, type Instant, type ItemRemark, type Port, type Side, type SplitReason,
  type UnitKind,
} from '#contracts';
import { mustBeCounterpart } from './asked-units.js';
import { mustAllBeReady, type Traveller } from './gates.js';
import { HandoverState, type Item, type Place } from './handover-state.js';

export interface Signing {
  readonly side: Side;
  readonly keyId: string;
  /** What the directory knows of the key, or null. */
  readonly key: { readonly personId: string; readonly unitId: string; readonly validFrom: Instant } | null;
  /** Of the manifest with all remarks, worked out here and not by the signer. */
  readonly digest: string;
  readonly signature: string;
  /** True when the signature fits the manifest and the key. */
  readonly isGenuine: boolean;
  /** Under which id the text is kept. */
  readonly textId: string;
}

interface Act {
  readonly by: Actor;
  readonly at: Instant;
}

/**
 * Persons cross at a port, at a time, with what belongs to them. Both sides sign the same manifest; with the second
 * signature, and with nothing else, the handover is done.
 */
export class Handover extends HandoverState {
  /** Port and time are fixed, for persons who may go. */
  static schedule(given: Act & {
    id: string; caseId: string; port: Port; scheduledAt: Instant; counterpart: string; unitKind: UnitKind | undefined;
    travellers: readonly Traveller[];
  }): [Handover, Fact[]] {
    mustBeCounterpart({ unitId: given.counterpart, kind: given.unitKind });
    mustAllBeReady(given.travellers);
    return Handover.planned({ ...given, persons: given.travellers.map(placeOf), sendingUnit: given.by.unitId, items: [] });
  }

  private static planned(given: Act & {
    id: string; caseId: string; port: Port; scheduledAt: Instant; sendingUnit: string; counterpart: string;
    persons: Place[]; items: Item[];
  }): [Handover, Fact[]] {
    mustLieAhead(given);
    const { id, caseId, port, scheduledAt, sendingUnit, counterpart, persons, items, at } = given;
    const plan = { id, caseId, port, scheduledAt, sendingUnit, counterpart, persons, since: at, items: numbered(items) };
    const handover = Object.assign(new Handover(), plan, { state: 'scheduled' as const });
    const returnIds = persons.map(({ returnId }) => returnId);
    return [handover, [fact(HandoverScheduled, { handoverId: id, returnIds, port, at: scheduledAt, counterpart })]];
  }

  /** A new time; whatever was sealed or signed for the old one is void. Silent when that is the time already. */
  postpone(given: Act & { scheduledAt: Instant }): Fact[] {
    this.mustBeOurs(given.by);
    if (this.scheduledAt === given.scheduledAt && this.state !== 'refused') return [];
    mustLieAhead(given);
    this.moveTo(given.at);
    this.reopen();
    this.scheduledAt = given.scheduledAt;
    return [fact(HandoverPostponed, { handoverId: this.id, at: given.scheduledAt })];
  }

  /**
   * One person leaves for a handover of her own, with every item that belongs to her. Both manifests are sealed, accepted
   * and signed anew. Her gates are looked at when hers is sealed: she may leave because one of them is shut.
   */
  split(given: Act & { returnId: string; reason: SplitReason; scheduledAt: Instant; newId: string }): [Handover, Fact[], Fact[]] {
    const { by, at, returnId, reason, scheduledAt, newId } = given;
    this.maySplit(given);
    const place = this.placeOf(returnId);
    mustLieAhead(given);
    this.moveTo(at);
    const isHers = (item: Item): boolean => item.returnId === returnId;
    this.reopen();
    const [own, scheduled] = Handover.planned({
      by, at, id: newId, caseId: this.caseId, port: this.port, scheduledAt, sendingUnit: this.sendingUnit,
      counterpart: this.counterpart, persons: [place], items: this.items.filter(isHers),
    });
    this.persons = this.persons.filter((person) => person !== place);
    this.items = numbered(this.items.filter((item) => !isHers(item)));
    return [own, [fact(HandoverSplit, { handoverId: this.id, newHandoverId: newId, returnId, reason })], scheduled];
  }

  listItem(given: Act & Pick<Item, 'itemId' | 'kind' | 'returnId' | 'documentDigest'>): Fact[] {
    const { at, itemId, kind, returnId, documentDigest } = given;
    this.mayList(given);
    this.placeOf(returnId);
    if (kind === 'person' && this.items.some((item) => item.kind === 'person' && item.returnId === returnId))
      throw new Refusal('cross-border.person-already-listed', { returnId });
    this.moveTo(at);
    this.items.push({ itemId, n: this.items.length + 1, kind, returnId, documentDigest, accepted: null });
    return [fact(ItemListed, { handoverId: this.id, itemId, returnId, kind })];
  }

  strikeItem(given: Act & { n: number }): Fact[] {
    const { itemId } = this.mayStrike(given);
    this.moveTo(given.at);
    this.items = numbered(this.items.filter((item) => item.itemId !== itemId));
    return [fact(ItemStruck, { handoverId: this.id, itemId })];
  }

  /** The list is final. Every person is on it, and every one may go today. Silent when it is sealed. */
  seal(given: Act & { digest: string; travellers: readonly Traveller[] }): Fact[] {
    this.mustBeOurs(given.by);
    if (this.state === 'sealed') return [];
    this.maySeal(given);
    this.moveTo(given.at);
    this.state = 'sealed';
    this.sealedDigest = given.digest;
    return [fact(ManifestSealed, { handoverId: this.id, items: this.items.length, digest: given.digest })];
  }

  /** The receiving side takes one item, with what it noticed. Until somebody signs, a remark can be corrected. */
  acceptItem(given: Act & { n: number; remark: ItemRemark; noteId?: string }): Fact[] {
    const { by, at, n, remark, noteId } = given;
    this.mustBeReceiver(by);
    const item = this.item(n);
    if (item.accepted?.remark === remark && noteId === undefined) return [];
    this.mayAccept(given);
    this.moveTo(at);
    item.accepted = { remark, noteId, byPerson: by.personId, at };
    return [fact(ItemAccepted, { handoverId: this.id, item: n, remark })];
  }

  /** The receiving side does not take the handover: it waits for a new time. Silent when it was refused for that. */
  refuse(given: Act & { reason: HandoverRefusalReason }): Fact[] {
    this.mayRefuse(given);
    if (this.refusal === given.reason) return [];
    this.moveTo(given.at);
    this.reopen();
    this.state = 'refused';
    this.refusal = given.reason;
    return [fact(HandoverRefused, { handoverId: this.id, reason: given.reason })];
  }

  /**
   * One side signs; with the second signature the persons are handed over. Nobody signs while a gate is shut, and neither
   * side alone can finish. Silent when this person has signed for this side.
   */
  sign(given: Act & Signing & { travellers: readonly Traveller[] }): Fact[] {
    const { by, at, side, keyId, digest, signature } = given;
    this.mustBeSide(side, by);
    if (this.signatureOf(side)?.personId === by.personId) return [];
    this.maySign(given);
    mustBeValid(given);
    this.moveTo(at);
    this.signedTextId ??= given.textId;
    this.signatures.push({ side, personId: by.personId, keyId, digest, signature, at });
    if (this.isSignedByBoth) this.state = 'handed-over';
    return [fact(ManifestSigned, { handoverId: this.id, side, personId: by.personId, keyId, digest, signature })];
  }

  /** The manifest may change again: the seal, what was accepted and who signed belong to the old one. */
  private reopen(): void {
    this.state = 'scheduled';
    this.refusal = null;
    this.sealedDigest = null;
    this.signatures = [];
    this.signedTextId = null;
    this.items = this.items.map((item) => ({ ...item, accepted: null }));
  }

  private moveTo(at: Instant): void {
    if (at < this.since) throw new Refusal('time.before-last-change', { lastChange: this.since });
    this.since = at;
  }
}

const numbered = (items: readonly Item[]): Item[] => items.map((item, index) => ({ ...item, n: index + 1 }));

const placeOf = ({ returnId, victimId, destination, householdId, personIds, marks }: Traveller): Place =>
  ({ returnId, victimId, destination, householdId, personIds, marks });

function mustLieAhead({ at, scheduledAt }: { at: Instant; scheduledAt: Instant }): void {
  if (scheduledAt < at) throw new Refusal('cross-border.time-passed', { scheduledAt, at });
}

function mustBeValid({ by, at, key, keyId, isGenuine }: Act & Signing): void {
  // The directory's machine may be a moment ahead of this one: a key that has just been registered is not known yet.
  if (!key || key.validFrom > at) throw new Refusal('cross-border.unknown-key', { keyId, validFrom: key?.validFrom });
  if (key.personId !== by.personId || key.unitId !== by.unitId) throw new Refusal('cross-border.key-not-yours', { keyId });
  if (!isGenuine) throw new Refusal('cross-border.signature-invalid', { keyId });
}
