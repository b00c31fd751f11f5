import type { Manifest, Side } from '#contracts';
import type { Tx, Unit } from '#messaging';
import type { Sheet } from '#paper';
import type { Vault } from '#vault';
import { handoverRecord } from '../paper/handover-record.js';
import { readManifest } from './read-manifest.js';

interface PrintRecord {
  readonly handoverId: string;
  readonly at: Date;
  readonly isExercise: boolean;
}

/** The sheet of a handover's record: what its two sides may read, on paper. The reading is on record. */
export async function printRecord(tx: Tx, vault: Vault, asked: PrintRecord): Promise<Sheet> {
  const onRecord = await readManifest(tx, vault, asked.handoverId);
  const { sendingUnit, receivingUnit } = JSON.parse(onRecord.manifest) as Manifest;
  const [sending, receiving] = await Promise.all([sendingUnit, receivingUnit].map((unitId) => tx.directory.unit(unitId)));
  const units = { sending, receiving } as Record<Side, Unit>;
  return handoverRecord({ onRecord, units, isExercise: asked.isExercise, at: asked.at });
}
