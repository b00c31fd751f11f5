import { Count, Flag, Id, Maybe, Moment, OneOf, PaperNumber, UnitId, type Instant } from '../fields.js';
import { SaidBy } from '../fact.js';
import { STAGES } from '../vocabulary.js';
import { vocabulary } from '../schemas.js';

/** Clocks are rows and a few facts. See `#clocks` for the rule table. */
export const CLOCK_RULES = vocabulary('ClockRuleCode', [
  'stage-offer-answer', 'missing-child-accept', 'clue-triage', 'clue-feedback', 'relatives-contact', 'cold-case-review',
  'medical-check-after-rescue', 'custody-offer-answer', 'placement-decision', 'follow-up-visit', 'identity-verification',
  'identity-supplement', 'handover-reception-confirmation', 'fitness-review', 'task-force-formation',
  'stage-next-step', 'next-stage-request', 'investigation-measure', 'rescue-plan', 'person-reception', 'placement-effect',
  'identity-request', 'return-handover',
]);
export type ClockRuleCode = (typeof CLOCK_RULES)[number];

class ClockNamed {
  @Id() clockId!: string;
  @OneOf(CLOCK_RULES) rule!: ClockRuleCode;
}

class ClockAnswered extends ClockNamed {
  @UnitId() unitId!: string;
  @Id() personId!: string;
  @Moment() dueAt!: Instant;
}

@SaidBy(STAGES, 'clock.started', 'A deadline has begun to run, under this version of its rule.')
export class ClockStarted extends ClockAnswered {
  @Count({ min: 1, max: 10_000 }) ruleVersion!: number;
}

@SaidBy(STAGES, 'clock.warned', 'So many per cent of the time are gone and the one who answers is warned.')
export class ClockWarned extends ClockAnswered {
  @Count({ min: 1, max: 99 }) percent!: number;
}

@SaidBy(STAGES, 'clock.overdue', 'The deadline has passed; a step of the escalation ladder is told.')
export class ClockOverdue extends ClockAnswered {
  @Count({ min: 1, max: 10 }) step!: number;
  @Maybe() @UnitId() toldUnit?: string;
}

@SaidBy(STAGES, 'clock.stopped', 'What the deadline asked for was done, in time or late.')
export class ClockStopped extends ClockNamed {
  @Flag() inTime!: boolean;
}

@SaidBy(STAGES, 'clock.suspended', 'The deadline stands still; the time that is left is kept.')
export class ClockSuspended extends ClockNamed {}

@SaidBy(STAGES, 'clock.resumed', 'The deadline runs again, with the time that was left.')
export class ClockResumed extends ClockNamed {
  @Moment() dueAt!: Instant;
}

@SaidBy(STAGES, 'clock.extended', 'The deadline was moved, on the basis of a document.')
export class ClockExtended extends ClockNamed {
  @Moment() dueAt!: Instant;
  @PaperNumber() basis!: string;
}
