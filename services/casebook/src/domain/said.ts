import { declarationOf, type Instant } from '#contracts';

/** A fact as the casebook folds it: who said it, when and about what; of the envelope only what a fold needs. */
export interface Said<T = object> {
  readonly source: string;
  readonly caseId: string;
  /** Counts within its source and case; the order of facts of one source. Between sources there is no order. */
  readonly version: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly subjectId: string;
  readonly actorUnit: string;
  readonly data: T;
}

/** What one kind of fact does to a state: a new state, never a changed one; nothing, where there is none to change. */
export type Step<State> = (state: State | undefined, said: Said<never>) => State | undefined;

/** One line of a table of steps: when this was said, the state becomes that. */
export const when = <T extends object, State>(
  type: new () => T, step: (state: State | undefined, said: Said<T>) => State | undefined,
): [string, Step<State>] => [declarationOf(type).type, step];

/** Folds facts, in the order of their source, into states by key. Only what was touched is returned. */
export function folded<State>(
  facts: readonly Said[],
  steps: ReadonlyMap<string, Step<State>>,
  keyOf: (said: Said) => string,
  known: ReadonlyMap<string, State>,
): Map<string, State> {
  const touched = new Map<string, State>();
  for (const said of facts) {
    const step = steps.get(said.type);
    if (!step) continue;
    const key = keyOf(said);
    const state = step(touched.get(key) ?? known.get(key), said as Said<never>);
    if (state !== undefined) touched.set(key, state);
  }
  return touched;
}
