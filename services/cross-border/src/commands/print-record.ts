import type { Manifest, Side } from '#contracts';
import type { Tx, Unit } from '#messaging';
import type { Vault } from '#vault';
import type { RecordToPrint } from '../paper/handover-record.js';
import { caseNumberOf } from '../views/case-numbers.js';
import { readManifest } from './read-manifest.js';

/** What goes on the printed record of a handover, but for the names: what its two sides may read. On record. */
export async function readRecord(
  tx: Tx, vault: Vault, handoverId: string,
): Promise<Pick<RecordToPrint, 'onRecord' | 'units' | 'caseNumber'>> {
  const onRecord = await readManifest(tx, vault, handoverId);
  const { sendingUnit, receivingUnit, caseId } = JSON.parse(onRecord.manifest) as Manifest;
  const [sending, receiving] = await Promise.all([sendingUnit, receivingUnit].map((unitId) => tx.directory.unit(unitId)));
  return { onRecord, units: { sending, receiving } as Record<Side, Unit>, caseNumber: await caseNumberOf(tx, caseId) };
}
