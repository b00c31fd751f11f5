import { stageListenings } from '#service-kit';
import { Intake } from '../domain/intake.js';

/**
 * Intake hears which stages of its cases are open, accepted and closed elsewhere, and what has become of those that it asked for;
 * it begins cases and continues none.
 */
export const intakeListenings = stageListenings('intake', { asks: Intake });
