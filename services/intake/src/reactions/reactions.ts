import { stageListenings } from '#service-kit';

/** Intake hears which stages of its cases are open, accepted and closed elsewhere; it begins cases and continues none. */
export const intakeListenings = stageListenings('intake', {});
