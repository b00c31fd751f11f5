import type { RecordsOf } from '../../api/records.js';

export type HandoverShown = RecordsOf<'cross-border/handovers'>['items'][number];

/** The handovers in which this person goes, and the others of the case: when some are split off, each goes by their own. */
export function ofPerson(returnId: string, handovers: readonly HandoverShown[]): [own: HandoverShown[], others: HandoverShown[]] {
  const goes = ({ persons, returnIds = persons?.map((person) => person.returnId) }: HandoverShown): boolean =>
    returnIds?.includes(returnId) ?? false;
  return [handovers.filter(goes), handovers.filter((handover) => !goes(handover))];
}
