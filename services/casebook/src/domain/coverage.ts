import type { Instant, StageKind } from '#contracts';

/** A stage as the coverage of its case needs it. */
export interface StageSpan {
  readonly stageId: string;
  readonly caseId: string;
  readonly stage: StageKind;
  readonly requestId: string | null;
  readonly openedAt: Instant;
  readonly openedRecordedAt: Instant;
  readonly closedAt: Instant | null;
}

/** A stretch of time in which a case that was under way had no open stage at all. */
export interface Hole {
  readonly stageId: string;
  readonly caseId: string;
  readonly stage: StageKind;
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly seenAt: Instant;
}

/**
 * May a stage that has just begun or ended have made or filled a hole? Told by the sums of its case, so that the stages
 * of a case are read only then. The first stage of a case does not, nor one that ends after all others have begun.
 */
export function mayChangeHoles(
  before: Pick<StageSpan, 'closedAt'> | undefined, { closedAt }: Pick<StageSpan, 'closedAt'>,
  ofCase: { readonly stages: number; readonly lastOpenedAt: Instant | null },
): boolean {
  if (before && before.closedAt === closedAt) return false;
  const hasBegun = !before || before.closedAt !== null;
  if (hasBegun && ofCase.stages > 1) return true;
  return closedAt !== null && (ofCase.lastOpenedAt === null || ofCase.lastOpenedAt > closedAt);
}

/**
 * Whoever asks for the next stage keeps their own open until it is accepted: a stage that was asked for begins while
 * another one is open. Where it does not, the case lay between two chairs. A case that is taken up again by itself
 * (a stage nobody asked for) leaves no hole.
 */
export function findHoles(stages: readonly StageSpan[]): Hole[] {
  return stages.flatMap((stage) => {
    if (stage.requestId === null) return [];
    // Stages of one request begin together and do not cover one another.
    const earlier = stages.filter(({ requestId, openedAt }) => requestId !== stage.requestId && openedAt <= stage.openedAt);
    if (earlier.some(({ closedAt }) => closedAt === null || closedAt >= stage.openedAt)) return [];
    const left = earlier.reduce<Instant | null>(
      (last, { closedAt }) => (last === null || closedAt! > last ? closedAt : last),
      null,
    );
    if (left === null) return [];
    const { stageId, caseId, stage: kind, openedAt: toAt, openedRecordedAt: seenAt } = stage;
    return [{ stageId, caseId, stage: kind, fromAt: left, toAt, seenAt }];
  });
}
