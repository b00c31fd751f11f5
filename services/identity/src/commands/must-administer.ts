import { holdsDivision, Refusal, UNIT_LEVELS, type Actor } from '#contracts';
import type { Tx } from '#messaging';
import { Directory } from '#service-kit';
import type { UnitDescription } from '../domain/unit-record.js';
import { FIRST_ADMINISTRATOR } from '../people/first-administrator.js';
import type { UnitProposal } from '../people/units-proposed.js';

type Describing = Pick<Actor, 'personId' | 'unitId'>;

/**
 * An administrator manages the own unit and those below it. The first administrator of an installation, who is there
 * before anybody else, manages all of it.
 * @throws Refusal identity.not-your-unit
 */
export async function mustAdminister(tx: Tx, unitId: string, by: Describing = tx.actor): Promise<void> {
  const { personId, unitId: own } = by;
  if (personId === FIRST_ADMINISTRATOR) return;
  if (!(await new Directory(tx.client).below(own)).includes(unitId)) throw new Refusal('identity.not-your-unit', { unitId });
}

/**
 * A unit is described by those above it, within their own division and level: nobody lifts a unit above others.
 * @throws Refusal identity.not-your-unit
 */
export async function mustDescribe(tx: Tx, unitId: string, is: UnitDescription, by: Describing = tx.actor): Promise<void> {
  if (by.personId === FIRST_ADMINISTRATOR) return;
  const directory = new Directory(tx.client);
  const [unit, below, known] = [await directory.unit(by.unitId), await directory.below(by.unitId), await directory.unit(unitId)];
  const isBelow = unitId !== by.unitId && (!known || below.includes(unitId)) && below.includes(is.superiorUnit ?? '');
  const isWithin = unit !== null && is.country === unit.country
    && UNIT_LEVELS.indexOf(is.level) >= UNIT_LEVELS.indexOf(unit.level)
    && (unit.level === 'nation' || holdsDivision(unit.division, is.division));
  if (!isBelow || !isWithin) throw new Refusal('identity.not-your-unit', { unitId });
}

/**
 * Whoever has proposed what a unit is must still administer a unit that may say so when the second person agrees.
 * @throws Refusal identity.not-your-unit
 */
export async function mustStillDescribe(tx: Tx, { unitId, is, by }: Pick<UnitProposal, 'unitId' | 'is' | 'by'>): Promise<void> {
  await mustBeAdministrator(tx, unitId, by);
  await mustDescribe(tx, unitId, is, by);
}

/**
 * The same of whoever has proposed an appointment in this unit.
 * @throws Refusal identity.not-your-unit
 */
export async function mustStillAdminister(tx: Tx, { unitId, by }: Pick<UnitProposal, 'unitId' | 'by'>): Promise<void> {
  await mustBeAdministrator(tx, unitId, by);
  await mustAdminister(tx, unitId, by);
}

async function mustBeAdministrator(tx: Tx, unitId: string, by: Describing): Promise<void> {
  const posts = await new Directory(tx.client).postsOf(by.personId, tx.now);
  if (!posts.some((held) => held.unitId === by.unitId && held.post === 'administrator'))
    throw new Refusal('identity.not-your-unit', { unitId });
}
