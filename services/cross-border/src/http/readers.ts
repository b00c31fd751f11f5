import { ABROAD, BORDER_AGENCIES, POLICE, Refusal, type UnitKind } from '#contracts';
import type { Handover } from '../domain/handover.js';
import type { Return } from '../domain/return.js';
import type { Fitness } from '../domain/return-state.js';

const OVERSEE: readonly UnitKind[] = [...POLICE, 'civil-affairs', 'child-welfare-institution'];

export interface Reader {
  readonly unitId: string;
  readonly kind: UnitKind;
}

/** @throws Refusal access.no-post */
export function readerOf(unit: Reader | null): Reader {
  if (!unit) throw new Refusal('access.no-post');
  return { unitId: unit.unitId, kind: unit.kind };
}

type Shown = Readonly<Record<string, unknown>>;

/**
 * A return as this reader may see it: border units all of it, other agencies here how far it is, units abroad what they
 * were asked, hospitals and relief stations whether she is fit to travel. Of the fitness nobody sees more than fit or
 * not and the dates. @returns null when it is nothing of the reader's.
 */
export function returnFor(reader: Reader, found: Return, handover: Handover | null): Shown | null {
  const fitness = latest(found.fitness);
  if (BORDER_AGENCIES.includes(reader.kind)) return { ...found, fitness, identityConfirmed: found.identity.isConfirmed };
  const { id, caseId, victimId, version } = found;
  if (ABROAD.includes(reader.kind)) return isAddressed(reader, found, handover) ? forCounterpart(reader, found, fitness) : null;
  if (!OVERSEE.includes(reader.kind)) return { id, caseId, victimId, version, fitness };
  const { stage, handoverId, handedOver, receptionReports, identity: { isConfirmed: identityConfirmed } } = found;
  return { id, caseId, victimId, version, stage, fitness, identityConfirmed, handoverId, handedOver, receptionReports };
}

/** A handover as this reader may see it: whole for its two sides and for border units, without the manifest for others. */
export function handoverFor(reader: Reader, found: Handover): Shown | null {
  if (BORDER_AGENCIES.includes(reader.kind) || reader.unitId === found.counterpart)
    return { ...found, persons: found.persons.map(({ marks: _marks, ...person }) => person) };
  if (!OVERSEE.includes(reader.kind)) return null;
  const { id, caseId, version, state, port, scheduledAt, sendingUnit, counterpart, persons } = found;
  const returnIds = persons.map(({ returnId }) => returnId);
  return { id, caseId, version, state, port, scheduledAt, sendingUnit, counterpart, returnIds };
}

function forCounterpart({ unitId }: Reader, found: Return, fitness: Fitness | null): Shown {
  const { id, caseId, victimId, version, document, promise, handoverId, handedOver, receptionReports } = found;
  const known = { id, caseId, victimId, version, document, promise, fitness, handoverId, handedOver, receptionReports };
  const identityRequests = found.identity.requests.filter(({ counterpart }) => counterpart === unitId);
  const receptionRequests = found.receptionRequests.filter(({ toUnit }) => toUnit === unitId);
  return { ...known, identityRequests, receptionRequests };
}

function isAddressed({ unitId }: Reader, found: Return, handover: Handover | null): boolean {
  return found.identity.requests.some(({ counterpart }) => counterpart === unitId)
    || found.receptionRequests.some(({ toUnit }) => toUnit === unitId)
    || [found.promise?.byUnit, found.handedOver?.toUnit, handover?.counterpart].includes(unitId);
}

const latest = (fitness: readonly Fitness[]): Fitness | null => fitness.at(-1) ?? null;
