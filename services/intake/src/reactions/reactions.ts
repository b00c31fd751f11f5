import { STAGES } from '#contracts';
import { heeding, stageListenings } from '#service-kit';
import { Intake } from '../domain/intake.js';

/**
 * Intake hears which stages of its cases are open, accepted and closed elsewhere, and what has become of those that it asked for;
 * it begins cases and continues none.
 */
export const intakeListenings = stageListenings(
  'intake', Object.fromEntries(STAGES.filter((stage) => stage !== 'intake').map((stage) => [stage, heeding(Intake)])));
