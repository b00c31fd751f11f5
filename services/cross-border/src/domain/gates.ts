import { Refusal, type Destination } from '#contracts';

/** A person as a handover looks at her: where she goes, and which gates are still shut. */
export interface Traveller {
  readonly returnId: string;
  readonly victimId: string;
  readonly destination: Destination;
  /** The household that is to receive her, where one was named: looked up among the buyers each time. */
  readonly householdId?: string;
  readonly personIds?: readonly string[];
  /** Keyed digests of the national ids of its people: kept, so that they can be looked up again. */
  readonly marks?: readonly string[];
  /** Codes of `GATES`, in their order; empty when she may go. */
  readonly missing: readonly string[];
}

/** Persons of several cases do not cross together: a manifest is a paper of one case. @throws Refusal */
export function caseOf(persons: readonly { readonly caseId: string }[]): string {
  const { caseId } = persons[0]!;
  if (persons.some((person) => person.caseId !== caseId)) throw new Refusal('cross-border.not-of-one-case');
  return caseId;
}

/**
 * Nobody is scheduled, sealed or signed for while a gate is shut. A buyer household comes before everything else,
 * then each person's first missing gate is the code; the details name all of them.
 */
export function mustAllBeReady(travellers: readonly Traveller[]): void {
  const held = travellers.filter(({ missing }) => missing.length > 0);
  const first = held.find(({ missing }) => missing[0] === 'cross-border.buyer-household') ?? held[0];
  if (!first) return;
  throw new Refusal(first.missing[0]!, {
    returnId: first.returnId, missing: first.missing,
    persons: held.map(({ returnId, missing }) => ({ returnId, missing })),
  });
}
