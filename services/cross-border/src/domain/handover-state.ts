import {
  Refusal, type Actor, type Destination, type HandoverRefusalReason, type Instant, type ItemRemark, type ManifestKind, type Port,
  type Side,
} from '#contracts';
import { mustAllBeReady, type Traveller } from './gates.js';

/** A person's place in a handover. */
export interface Place {
  readonly returnId: string;
  readonly victimId: string;
  readonly destination: Destination;
  readonly householdId?: string;
  readonly personIds?: readonly string[];
  /** Keyed digests of the people who are to receive her; for no reader. */
  readonly marks?: readonly string[];
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

interface ByWhom {
  readonly by: Actor;
}

export const ITEMS_MAX = 150;

/** How a handover stands, and what may be done with it: each rule of `Handover` begins with the check that stands here. */
export abstract class HandoverState {
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

  /** What stands in the manifest is for the two sides of the handover. */
  mayRead({ by }: ByWhom): void {
    if (![this.sendingUnit, this.counterpart].includes(by.unitId))
      throw new Refusal('access.not-permitted', { caseId: this.caseId });
  }

  /** One person leaves for another handover: where nobody else is in it, it is postponed instead. */
  maySplit({ by }: ByWhom): void {
    this.mustBeOurs(by);
    if (this.persons.length === 1) throw new Refusal('cross-border.last-person', { returnId: this.persons[0]!.returnId });
  }

  mayList({ by }: ByWhom): void {
    this.mustBeDraft(by);
    if (this.items.length >= ITEMS_MAX) throw new Refusal('cross-border.manifest-full', { max: ITEMS_MAX });
  }

  mayStrike({ by, n }: ByWhom & { n: number }): Item {
    this.mustBeDraft(by);
    return this.item(n);
  }

  maySeal({ by, travellers }: ByWhom & { travellers: readonly Traveller[] }): void {
    this.mustBeOurs(by);
    this.mustNotBeRefused();
    mustAllBeReady(travellers);
    const unlisted = this.persons.map(({ returnId }) => returnId)
      .filter((returnId) => !this.items.some((item) => item.kind === 'person' && item.returnId === returnId));
    if (unlisted.length > 0) throw new Refusal('cross-border.person-item-missing', { returnIds: unlisted });
  }

  mayAccept({ by, n }: ByWhom & { n: number }): void {
    this.mustBeReceiver(by);
    this.item(n);
    this.mustBeSealed();
    if (this.signatures.length > 0) throw new Refusal('cross-border.already-signed', { side: this.signatures[0]!.side });
  }

  mayRefuse({ by }: ByWhom): void {
    this.mustBeReceiver(by);
    if (this.state === 'handed-over') throw new Refusal('cross-border.handover-done', { handoverId: this.id });
  }

  maySign({ by, side, travellers }: ByWhom & { side: Side; travellers: readonly Traveller[] }): void {
    this.mustBeSide(side, by);
    if (this.signatureOf(side)) throw new Refusal('cross-border.already-signed', { side });
    this.mustBeSealed();
    mustAllBeReady(travellers);
    const open = this.items.filter(({ accepted }) => accepted === null).map(({ n }) => n);
    if (open.length > 0) throw new Refusal('cross-border.items-not-accepted', { items: open });
    if (this.signatures.some(({ personId }) => personId === by.personId)) throw new Refusal('cross-border.one-person-two-sides');
  }

  signatureOf(side: Side): Signature | undefined {
    return this.signatures.find((known) => known.side === side);
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

  protected mustBeDraft(by: Actor): void {
    this.mustBeOurs(by);
    if (this.state === 'sealed') throw new Refusal('cross-border.manifest-sealed', { handoverId: this.id });
  }

  protected mustNotBeRefused(): void {
    if (this.state === 'refused') throw new Refusal('cross-border.handover-refused', { reason: this.refusal });
  }

  protected mustBeSealed(): void {
    this.mustNotBeRefused();
    if (this.state === 'handed-over') throw new Refusal('cross-border.handover-done', { handoverId: this.id });
    if (this.state !== 'sealed') throw new Refusal('cross-border.manifest-not-sealed', { handoverId: this.id });
  }

  protected mustBeReceiver(by: Actor): void {
    if (by.unitId !== this.counterpart) throw new Refusal('cross-border.not-the-counterpart', { counterpart: this.counterpart });
  }

  protected mustBeSide(side: Side, by: Actor): void {
    const unitId = side === 'sending' ? this.sendingUnit : this.counterpart;
    if (by.unitId !== unitId) throw new Refusal('cross-border.wrong-side', { side, unitId });
  }

  protected placeOf(returnId: string): Place {
    const found = this.persons.find((person) => person.returnId === returnId);
    if (!found) throw new Refusal('cross-border.not-in-handover', { returnId, handoverId: this.id });
    return found;
  }

  protected item(n: number): Item {
    const found = this.items.find((item) => item.n === n);
    if (!found) throw new Refusal('cross-border.unknown-item', { item: n });
    return found;
  }
}
