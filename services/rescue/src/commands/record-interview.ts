import { v7 as newId } from 'uuid';
import {
  Id, Maybe, Moment, OneOf, PRESENT, REPEAT_REASONS, SomeOf, type Instant, type Present, type RepeatReason,
} from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { Rescue } from '../domain/rescue.js';
import { answeringElsewhere } from '../views/answering-units.js';
import { victimsOf } from '../views/known-victims.js';

export class RecordInterview extends CommandInput {
  @Id() victimId!: string;
  @Moment() startedAt!: Instant;
  @Moment() endedAt!: Instant;
  @SomeOf(PRESENT) present!: Present[];
  /** Why a minor is asked once more. */
  @Maybe() @OneOf(REPEAT_REASONS) reason?: RepeatReason;
}

export async function recordInterview(tx: Tx, rescueId: string, input: RecordInterview): Promise<void> {
  const rescue = await tx.load(Rescue, rescueId);
  const { startedAt, endedAt, present, reason } = input;
  const [victim] = await victimsOf(tx, rescue.caseId, [input.victimId], rescue.victimIds);
  await tx.save(rescue, rescue.interview({
    by: tx.actor, at: tx.at, victim: victim!, interviewId: newId(), startedAt, endedAt, present, reason,
    before: await askedBefore(tx, rescue, input.victimId), answering: await answeringElsewhere(tx, rescue.caseId),
  }));
}

/** How often the victim was asked under other rescues of the case: before a child was taken back. */
async function askedBefore(tx: Tx, { id, caseId }: Rescue, victimId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `SELECT coalesce(sum(jsonb_array_length(p->'interviews')), 0)::int AS n FROM rescue, jsonb_array_elements(rescued) p
     WHERE case_id = $1 AND id <> $2 AND p->>'victimId' = $3`, [caseId, id, victimId]);
  return row!.n;
}
