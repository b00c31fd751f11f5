import type { Receipt } from '#messaging';
import { eventually, type Person, type Place } from './people.js';

/** A stage as its service shows it: enough to answer an offer. */
export interface StageRecord {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly victimId?: string;
  readonly stage: {
    readonly state: 'open' | 'closed';
    readonly answers: { readonly unitId: string; readonly personId: string };
    readonly offer: { readonly offerId: string; readonly toUnit: string } | null;
  };
}

/** The list of a service's stages: `/placements`, `/returns` … */
export interface Shelf {
  readonly place: Place;
  readonly path: string;
}

export const INTAKES: Shelf = { place: 'intake', path: '/intakes' };
export const INVESTIGATIONS: Shelf = { place: 'investigation', path: '/investigations' };
export const RESCUES: Shelf = { place: 'rescue', path: '/rescues' };
export const PLACEMENTS: Shelf = { place: 'placement', path: '/placements' };
export const RETURNS: Shelf = { place: 'cross-border', path: '/returns' };

/** Waits until the stage that was asked for is there, and accepts what is offered. */
export async function acceptOffered(
  shelf: Shelf, given: { caseId: string; by: Person; at: string; victimId?: string },
): Promise<StageRecord> {
  const found = await offered(shelf, given);
  await given.by.put(shelf.place, `${shelf.path}/${found.id}/offers/${found.stage.offer!.offerId}/acceptance`, {}, { at: given.at });
  return found;
}

/** Waits until a stage of this case is offered. */
export function offered(
  shelf: Shelf,
  { caseId, by, victimId }: { caseId: string; by: Person; victimId?: string },
): Promise<StageRecord> {
  return eventually(`an offered stage at ${shelf.path}`, async () => {
    const { items } = await by.get<{ items: StageRecord[] }>(shelf.place, `${shelf.path}?caseId=${caseId}`);
    return items.find((item) => item.stage.offer !== null && (victimId === undefined || item.victimId === victimId));
  });
}

/** The data of the first fact of this type in a receipt. */
export function factIn<T = Record<string, string>>(receipt: Receipt, type: string): T {
  const found = receipt.facts.find((said) => said.type === type);
  if (!found) throw new Error(`The receipt says ${receipt.facts.map((said) => said.type).join(', ')} and not ${type}.`);
  return found.data as T;
}

/**
 * Sends a command that depends on what another service has just said: until that has arrived it is refused with one of
 * these codes, and sent again.
 */
export async function onceKnown(codes: readonly string[], send: () => Promise<Receipt>): Promise<Receipt> {
  return eventually(`no longer ${codes.join(', ')}`, async () => {
    try {
      return await send();
    } catch (error) {
      const code = (error as { problem?: { code: string } }).problem?.code ?? '';
      if (codes.includes(code)) return null;
      throw error;
    }
  });
}

interface Held {
  readonly unitId: string;
  readonly personId: string;
  readonly fromAt: string;
  readonly toAt: string | null;
}

/** One line of what happened, as the casebook tells it. */
export interface TimelineEntry {
  readonly type: string;
  readonly occurredAt: string;
  readonly actorUnit: string;
  readonly subjectId: string;
  readonly data: Record<string, unknown>;
}

/** All that happened in a case, page by page. */
export async function timelineOf(reader: Person, caseId: string): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = [];
  for (let after = ''; ;) {
    const page = await reader.get<{ items: TimelineEntry[]; next: string | null }>(
      'casebook', `/cases/${caseId}/timeline?limit=200${after ? `&after=${encodeURIComponent(after)}` : ''}`);
    entries.push(...page.items);
    if (!page.next) return entries;
    after = page.next;
  }
}

/** The casebook's answer to "who answered when", with its own proof. */
export interface Ledger {
  readonly stages: { stageId: string; stage: string; intervals: Held[]; findings: unknown[] }[];
  readonly care: { victimId: string; intervals: (Held & { kind: string; relation: string | null })[]; findings: unknown[] }[];
  readonly uncovered: unknown[];
}

/** Every gap, overlap and uncovered stage that the casebook itself has found. */
export const findingsOf = ({ stages, care, uncovered }: Ledger): unknown[] =>
  [...stages.flatMap(({ findings }) => findings), ...care.flatMap(({ findings }) => findings), ...uncovered];

/** Each interval begins in the very moment in which the one before it ends: no minute is left out, none is doubled. */
export function gapIn(intervals: readonly Held[]): string | null {
  const at = intervals.findIndex((interval, index) => index > 0 && interval.fromAt !== intervals[index - 1]!.toAt);
  return at < 0 ? null : intervals[at]!.fromAt;
}
