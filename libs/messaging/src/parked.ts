import type { PoolClient } from 'pg';
import { ContractViolation, Refusal, type Envelope } from '#contracts';

export interface Message {
  readonly key: string | null;
  readonly value: string;
  /** Where it came from, for a person who must look at it: topic, partition and offset. */
  readonly place: string;
}

export type ParkReason =
  | 'unreadable' | 'unknown-type' | 'newer-version' | 'invalid' | 'refused' | 'failing' | 'behind' | 'out-of-order';

/** Nothing is wrong with such a fact itself: it waits for another one. */
export const ONLY_WAITS: readonly string[] = ['behind', 'out-of-order'] satisfies ParkReason[];

/** A message that could not be applied, and why. */
export interface Park {
  readonly message: Message;
  readonly envelope: Envelope | null;
  readonly reason: ParkReason;
  readonly detail: string;
  readonly attempts: number;
}

/** Keeps what could not be applied for a person. One that comes again and has only to wait keeps its first reason. */
export async function insertParked(client: PoolClient, source: string, parks: readonly Park[]): Promise<void> {
  if (parks.length === 0) return;
  await client.query(
    `INSERT INTO parked (source, case_id, version, payload, reason, detail, attempts, parked_at)
     SELECT $1, p.case_id, p.version, p.payload, p.reason, p.detail, p.attempts, now()
     FROM unnest($2::text[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::integer[])
       AS p(case_id, version, payload, reason, detail, attempts)
     ON CONFLICT (source, case_id, version) WHERE case_id IS NOT NULL
     DO UPDATE SET reason = excluded.reason, detail = excluded.detail, attempts = excluded.attempts
     WHERE excluded.reason <> 'behind'`,
    [source, parks.map((p) => p.envelope?.caseId ?? null), parks.map((p) => p.envelope?.version ?? null),
      parks.map((p) => storable(p.message.value)), parks.map((p) => p.reason),
      parks.map((p) => storable(`${p.detail.slice(0, 300)} @ ${p.message.place}`)), parks.map((p) => p.attempts)],
  );
}

/** What keeps a message from being applied. */
export function whyParked(error: unknown): Pick<Park, 'reason' | 'detail'> {
  if (error instanceof Refusal) return { reason: 'refused', detail: error.code };
  return { reason: error instanceof ContractViolation ? error.code : 'failing', detail: storable(nameOf(error)) };
}

/** PostgreSQL keeps no NUL in text; a broken message may hold one. */
const storable = (text: string): string => text.replaceAll('\u0000', '\uFFFD');

export const nameOf = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown');
