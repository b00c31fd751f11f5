import type { StageKind } from '#contracts';

/** How a stage that was asked for stands in the service that owns it. One request may open a stage for each victim. */
export interface StageElsewhere {
  readonly stage: StageKind;
  readonly requestId: string | null;
  /** Where the stage concerns one victim of the case and not all of them. */
  readonly victimId?: string | null;
  /** Whom the request named, as far as it was heard. */
  readonly victimIds?: readonly string[] | null;
  readonly taken: boolean;
  readonly closed: boolean;
}

/**
 * `waiting`: nobody has taken it yet. `taken`: somebody answers for it. `done`: it was taken, and is closed.
 * `gone`: whoever asked has closed it before anybody took it.
 */
export type RequestState = 'waiting' | 'taken' | 'done' | 'gone';

/** What has become of a request for a stage, for one of its victims or for all of them. */
export function requestState(requestId: string, elsewhere: readonly StageElsewhere[], forVictim?: string): RequestState {
  const stages = elsewhere.filter((stage) => stage.requestId === requestId
    && (forVictim === undefined || !stage.victimId || stage.victimId === forVictim));
  if (stages.length === 0 || stages.some(({ taken, closed }) => !taken && !closed)) return 'waiting';
  if (stages.some(({ closed }) => !closed)) return 'taken';
  return stages.some(({ taken }) => taken) ? 'done' : 'gone';
}

/** A request that somebody has, or will have: to ask once more would give the same work two answerable units. */
export const isInHand = (state: RequestState): boolean => state === 'waiting' || state === 'taken';

/** The next stage has had somebody who answers for it: whoever asked is free to go. */
export const wasTaken = (state: RequestState): boolean => state === 'taken' || state === 'done';
