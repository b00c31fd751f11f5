import type { Envelope } from '#contracts';

/** A mistake as it could get into what was said. */
export interface Mutant {
  readonly name: string;
  /** `null` where these facts give no opportunity. */
  readonly plant: (said: readonly Envelope[], pick: number) => Envelope[] | null;
}

const HOUR_MS = 3_600_000;
const later = (said: Envelope, hours: number): Envelope =>
  ({ ...said, occurredAt: new Date(Date.parse(said.occurredAt) + hours * HOUR_MS).toISOString() });

/** Changes one fact of a type; several may come in its place, or none. */
const changing = (
  name: string, type: string, change: (said: Envelope, earlier: readonly Envelope[]) => Envelope[] | null,
): Mutant => ({
  name,
  plant: (said, pick) => {
    const places = said.flatMap((fact, index) => (fact.type === type ? [index] : []));
    const place = places[pick % Math.max(1, places.length)];
    if (place === undefined) return null;
    const changed = change(said[place]!, said.slice(0, place));
    return changed && [...said.slice(0, place), ...changed, ...said.slice(place + 1)];
  },
});

type Named = { stageId: string; unitId: string; personId: string };

/** Who answered for this stage before: what an acceptance says that has forgotten to change anything. */
function before(said: Envelope, earlier: readonly Envelope[]): Named | null {
  const { stageId, ...now } = said.data as Named;
  const last = earlier.findLast(({ type, data }) =>
    ['stage.opened', 'stage.accepted'].includes(type) && (data as Named).stageId === stageId)?.data as Named | undefined;
  return last && last.personId !== now.personId ? last : null;
}

export const MUTANTS: readonly Mutant[] = [
  changing('an acceptance that forgets to change who answers', 'stage.accepted', (said, earlier) => {
    const last = before(said, earlier);
    return last && [{ ...said, data: { ...said.data, unitId: last.unitId, personId: last.personId } }];
  }),
  changing('an acceptance that is lost', 'stage.accepted', () => []),
  changing('an acceptance that is said and applied twice', 'stage.accepted', (said) => [said, said]),
  changing('an acceptance dated back before the stage was there', 'stage.accepted', (said) => [later(said, -24 * 400)]),
  changing('a stage that was opened twice', 'stage.opened', (said) => [said, later(said, 1)]),
  changing('an opening that is lost', 'stage.opened', () => []),
  changing('a deadline that is lost', 'clock.started', () => []),
  changing('a closure that is lost', 'stage.closed', () => []),
  changing('a closure an hour late', 'stage.closed', (said) => [later(said, 1)]),
  changing('a custody transfer that is said and applied twice', 'rescue.custody-transferred', (said) => [said, said]),
  changing('a custody transfer that is said again an hour later', 'rescue.custody-transferred', (said) => [said, later(said, 1)]),
  changing('a custody transfer that is lost', 'rescue.custody-transferred', () => []),
  changing('a custody that is taken twice', 'rescue.custody-taken', (said) => [said, later(said, 1)]),
  changing('a rescue after which nobody has the person for an hour', 'rescue.custody-taken', (said) => [later(said, 1)]),
  changing('an end of care that is lost', 'rescue.custody-ended', () => []),
];
