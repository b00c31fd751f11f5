import { v7 as newId } from 'uuid';
import type { Tx } from '#messaging';
import { UnitRecord, type UnitDescription } from '../domain/unit-record.js';
import { FIRST_ADMINISTRATOR } from '../people/first-administrator.js';
import { keepProposal } from '../people/units-proposed.js';
import { confirmersAbove } from './confirmers.js';
import { findUnit, registerUnit, superiorOf, type RegisterUnit } from './register-unit.js';
import { recordIdOf, saveUnit } from './save-unit.js';

/**
 * An administrator proposes what a unit is; it is so when a second person has confirmed it. Its names are corrected by one.
 * Where nobody else is there yet, the first administrator alone begins the directory.
 */
export async function proposeUnit(tx: Tx, unitId: string, input: RegisterUnit): Promise<void> {
  const { kind, level, division, country, superiorUnit = null, nameZh, nameEn } = input;
  const is: UnitDescription = { kind, level, division, country, superiorUnit, nameZh, nameEn };
  const known = await findUnit(tx, unitId);
  if (known?.isThe(is)) return registerUnit(tx, unitId, is);
  const confirmers = await confirmersAbove(tx, { unitId, is, by: tx.actor });
  if (confirmers.length === 0 && tx.actor.personId === FIRST_ADMINISTRATOR) return registerUnit(tx, unitId, is);
  const own = await tx.load(UnitRecord, recordIdOf(tx.actor.unitId));
  const proposalId = newId();
  const facts = own.proposeUnit({ proposalId, unitId, is, superior: await superiorOf(tx, is.superiorUnit), confirmers });
  await saveUnit(tx, own, facts);
  keepProposal(tx, { proposalId, unitId, is });
}
