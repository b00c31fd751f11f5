import {
  HandoverPostponed, HandoverRefused, HandoverScheduled, HandoverSplit, ItemAccepted, ItemListed, ItemStruck, ManifestSealed,
  ManifestSigned, Refusal, fact,
  type Actor, type Destination, type Fact, type HandoverRefusalReason, type Instant, type ItemRemark, type ManifestKind,
  type Port, type Side, type SplitReason,
} from '#contracts';
import { mustAllBeReady, type Traveller } from './gates.js';

/** A person's place in a handover. */
export interface Place {
  readonly returnId: string;
  readonly victimId: string;
  readonly destination: Destination;
  readonly householdId?: string;
  readonly personIds?: readonly string[];
}

/** What one line of the manifest is. Its words lie in the vault under `itemId`, those of a remark under `noteId`. */
export interface Item {
  readonly itemId: string;
  /** Counts 1, 2, 3 … without a hole; the list closes up when an item leaves it before it is sealed. */
  n: number;
  readonly kind: ManifestKind;
  readonly returnId: string;
  readonly documentDigest?: string;
  accepted: { readonly remark: ItemRemark; readonly noteId?: string; readonly byPerson: string; readonly at: Instant } | null;
}

export interface Signature {
  readonly side: Side;
  readonly personId: string;
  readonly keyId: string;
  readonly digest: string;
  readonly signature: string;
  readonly at: Instant;
}

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

export const ITEMS_MAX = 150;

/**
 * Persons cross at a port, at a time, with what belongs to them. Both sides sign the same manifest; with the second
 * signature, and with nothing else, the handover is done.
 */
export class Handover {
  id!: string;
  caseId!: string;
  version = 0;
  state!: 'scheduled' | 'refused' | 'sealed' | 'handed-over';
  port!: Port;
  scheduledAt!: Instant;
  sendingUnit!: string;
  counterpart!: string;
  persons: Place[] = [];
  items: Item[] = [];
  sealedDigest: string | null = null;
  signatures: Signature[] = [];
  /** Where the vault keeps the text that is being signed, byte for byte; from the first signature on. */
  signedTextId: string | null = null;
  refusal: HandoverRefusalReason | null = null;
  /** Of the last change: what is told later must not have happened before it. */
  since!: Instant;

  /** Port and time are fixed, for persons who may go. */
  static schedule(given: Act & {
    id: string; caseId: string; port: Port; scheduledAt: Instant; counterpart: string; travellers: readonly Traveller[];
  }): [Handover, Fact[]] {
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
    this.mustBeOurs(by);
    const place = this.placeOf(returnId);
    if (this.persons.length === 1) throw new Refusal('cross-border.last-person', { returnId });
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
    const { by, at, itemId, kind, returnId, documentDigest } = given;
    this.mustBeDraft(by);
    this.placeOf(returnId);
    if (this.items.length >= ITEMS_MAX) throw new Refusal('cross-border.manifest-full', { max: ITEMS_MAX });
    if (kind === 'person' && this.items.some((item) => item.kind === 'person' && item.returnId === returnId))
      throw new Refusal('cross-border.person-already-listed', { returnId });
    this.moveTo(at);
    this.items.push({ itemId, n: this.items.length + 1, kind, returnId, documentDigest, accepted: null });
    return [fact(ItemListed, { handoverId: this.id, itemId, returnId, kind })];
  }

  strikeItem(given: Act & { n: number }): Fact[] {
    this.mustBeDraft(given.by);
    const { itemId } = this.item(given.n);
    this.moveTo(given.at);
    this.items = numbered(this.items.filter((item) => item.itemId !== itemId));
    return [fact(ItemStruck, { handoverId: this.id, itemId })];
  }

  /** The list is final. Every person is on it, and every one may go today. Silent when it is sealed. */
  seal(given: Act & { digest: string; travellers: readonly Traveller[] }): Fact[] {
    this.mustBeOurs(given.by);
    if (this.state === 'sealed') return [];
    this.mustNotBeRefused();
    mustAllBeReady(given.travellers);
    const unlisted = this.persons.map(({ returnId }) => returnId)
      .filter((returnId) => !this.items.some((item) => item.kind === 'person' && item.returnId === returnId));
    if (unlisted.length > 0) throw new Refusal('cross-border.person-item-missing', { returnIds: unlisted });
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
    this.mustBeSealed();
    if (this.signatures.length > 0) throw new Refusal('cross-border.already-signed', { side: this.signatures[0]!.side });
    this.moveTo(at);
    item.accepted = { remark, noteId, byPerson: by.personId, at };
    return [fact(ItemAccepted, { handoverId: this.id, item: n, remark })];
  }

  /** The receiving side does not take the handover: it waits for a new time. Silent when it was refused for that. */
  refuse(given: Act & { reason: HandoverRefusalReason }): Fact[] {
    this.mustBeReceiver(given.by);
    if (this.state === 'handed-over') throw new Refusal('cross-border.handover-done', { handoverId: this.id });
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
    const signed = this.signatures.find((known) => known.side === side);
    if (signed?.personId === by.personId) return [];
    if (signed) throw new Refusal('cross-border.already-signed', { side });
    this.mustBeSealed();
    mustAllBeReady(given.travellers);
    const open = this.items.filter(({ accepted }) => accepted === null).map(({ n }) => n);
    if (open.length > 0) throw new Refusal('cross-border.items-not-accepted', { items: open });
    if (this.signatures.some(({ personId }) => personId === by.personId)) throw new Refusal('cross-border.one-person-two-sides');
    mustBeValid(given);
    this.moveTo(at);
    this.signedTextId ??= given.textId;
    this.signatures.push({ side, personId: by.personId, keyId, digest, signature, at });
    if (this.isSignedByBoth) this.state = 'handed-over';
    return [fact(ManifestSigned, { handoverId: this.id, side, personId: by.personId, keyId, digest, signature })];
  }

  /** Both sides have signed the same digest: the persons are in the care of the receiving side. */
  get isSignedByBoth(): boolean {
    return this.signatures.length === 2 && this.signatures.every(({ digest }) => digest === this.signatures[0]!.digest);
  }

  /** The person who signed for the receiving side. */
  get receiver(): string {
    return this.signatures.find(({ side }) => side === 'receiving')!.personId;
  }

  mustBeOurs(by: Actor): void {
    if (by.unitId !== this.sendingUnit) throw new Refusal('cross-border.not-the-sending-unit', { unitId: this.sendingUnit });
    if (this.state === 'handed-over') throw new Refusal('cross-border.handover-done', { handoverId: this.id });
  }

  private mustBeDraft(by: Actor): void {
    this.mustBeOurs(by);
    if (this.state === 'sealed') throw new Refusal('cross-border.manifest-sealed', { handoverId: this.id });
  }

  private mustNotBeRefused(): void {
    if (this.state === 'refused') throw new Refusal('cross-border.handover-refused', { reason: this.refusal });
  }

  private mustBeSealed(): void {
    this.mustNotBeRefused();
    if (this.state === 'handed-over') throw new Refusal('cross-border.handover-done', { handoverId: this.id });
    if (this.state !== 'sealed') throw new Refusal('cross-border.manifest-not-sealed', { handoverId: this.id });
  }

  private mustBeReceiver(by: Actor): void {
    if (by.unitId !== this.counterpart) throw new Refusal('cross-border.not-the-counterpart', { counterpart: this.counterpart });
  }

  private mustBeSide(side: Side, by: Actor): void {
    const unitId = side === 'sending' ? this.sendingUnit : this.counterpart;
    if (by.unitId !== unitId) throw new Refusal('cross-border.wrong-side', { side, unitId });
  }

  private placeOf(returnId: string): Place {
    const found = this.persons.find((person) => person.returnId === returnId);
    if (!found) throw new Refusal('cross-border.not-in-handover', { returnId, handoverId: this.id });
    return found;
  }

  private item(n: number): Item {
    const found = this.items.find((item) => item.n === n);
    if (!found) throw new Refusal('cross-border.unknown-item', { item: n });
    return found;
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

const placeOf = ({ returnId, victimId, destination, householdId, personIds }: Traveller): Place =>
  ({ returnId, victimId, destination, householdId, personIds });

function mustLieAhead({ at, scheduledAt }: { at: Instant; scheduledAt: Instant }): void {
  if (scheduledAt < at) throw new Refusal('cross-border.time-passed', { scheduledAt, at });
}

function mustBeValid({ by, at, key, keyId, isGenuine }: Act & Signing): void {
  if (!key) throw new Refusal('cross-border.unknown-key', { keyId });
  if (key.personId !== by.personId || key.unitId !== by.unitId || key.validFrom > at)
    throw new Refusal('cross-border.key-not-yours', { keyId, validFrom: key.validFrom });
  if (!isGenuine) throw new Refusal('cross-border.signature-invalid', { keyId });
}
