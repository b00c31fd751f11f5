import {
  Country, Division, Maybe, OneOf, UNIT_KINDS, UNIT_LEVELS, UnitId, Words, type UnitKind, type UnitLevel,
} from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { UnitRecord, type UnitDescription } from '../domain/unit-record.js';
import { recordIdOf, saveUnit } from './save-unit.js';

export class RegisterUnit extends CommandInput {
  @OneOf(UNIT_KINDS) kind!: UnitKind;
  @OneOf(UNIT_LEVELS) level!: UnitLevel;
  @Division() division!: string;
  @Country() country!: string;
  @Maybe() @UnitId() superiorUnit?: string;
  @Words({ max: 80, example: '蒙自市公安局' }) nameZh!: string;
  @Words({ max: 120, example: 'Mengzi Public Security Bureau' }) nameEn!: string;
}

/** Where there is a second person: who agrees, with whose proposal, and who may. */
type Agreed = Parameters<UnitRecord['describe']>[0]['agreed'];

/** A unit enters the directory, or is described anew. */
export async function registerUnit(tx: Tx, unitId: string, is: UnitDescription, agreed?: Agreed): Promise<void> {
  const [known, superior] = [await findUnit(tx, unitId), await superiorOf(tx, is.superiorUnit)];
  if (known) return saveUnit(tx, known, known.describe({ is, superior, agreed }));
  const [unit, facts] = UnitRecord.register({ id: recordIdOf(unitId), unitId, is, superior, agreed });
  return saveUnit(tx, unit, facts);
}

export async function superiorOf(tx: Tx, unitId: string | null): Promise<{ unitId: string; level: UnitLevel } | null> {
  if (unitId === null) return null;
  const [row] = await tx.query<{ level: UnitLevel }>('SELECT level FROM unit_record WHERE case_id = $1', [unitId]);
  return row ? { unitId, level: row.level } : null;
}

/** The unit, locked, or null when it is not in the directory. */
export async function findUnit(tx: Tx, unitId: string): Promise<UnitRecord | null> {
  const rows = await tx.query('SELECT 1 FROM unit_record WHERE case_id = $1', [unitId]);
  return rows.length > 0 ? tx.load(UnitRecord, recordIdOf(unitId)) : null;
}
