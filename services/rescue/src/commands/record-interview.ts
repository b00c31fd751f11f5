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
    answering: await answeringElsewhere(tx, rescue.caseId),
  }));
}
