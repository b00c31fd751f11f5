import { dayOf } from '#clocks';
import { Day, type CalendarDate } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { UnitRecord } from '../domain/unit-record.js';
import { endOfThisSecond } from '../people/sign-ins.js';
import { recordIdOf, saveUnit } from './save-unit.js';

export class EndPost extends CommandInput {
  /** The first day without the post. */
  @Day() to!: CalendarDate;
}

export async function endPost(tx: Tx, unitId: string, assignmentId: string, input: EndPost): Promise<void> {
  const unit = await tx.load(UnitRecord, recordIdOf(unitId));
  await saveUnit(tx, unit, unit.endPost({ assignmentId, to: input.to, today: dayOf(tx.now), before: endOfThisSecond() }));
}
