import { declaredFacts, sees, STAGES, type Sight, type StageKind } from '#contracts';

/** The stages of which it is shown who answers. */
export const stagesSeen = (sight: Sight): StageKind[] => STAGES.filter((stage) => sees(sight, stage, 'stage.opened'));

export const seesEveryStage = (sight: Sight): boolean => stagesSeen(sight).length === STAGES.length;

/** Is it shown who has a victim in their care? */
export const seesCare = (sight: Sight): boolean => sees(sight, 'rescue', 'rescue.custody-taken');

/** The services whose deadlines are shown. */
export const clocksSeen = (sight: Sight): StageKind[] => STAGES.filter((source) => sees(sight, source, 'clock.started'));

export const seesEveryClock = (sight: Sight): boolean => clocksSeen(sight).length === STAGES.length;

/** A sight as a query filters by it: services of which everything is shown, and single facts as `service type`. */
export function filterOf(sight: Sight): { whole: StageKind[]; named: string[] } {
  const whole = STAGES.filter((source) => sight.sources[source] === 'all');
  const types = declaredFacts().map(({ type }) => type);
  const named = STAGES.filter((source) => !whole.includes(source))
    .flatMap((source) => types.filter((type) => sees(sight, source, type)).map((type) => `${source} ${type}`));
  return { whole, named };
}
