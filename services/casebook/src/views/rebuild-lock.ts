import type { Tx } from '#messaging';

/** While facts are applied this is shared; a rebuild has it for itself, so that new facts wait. */
export const APPLYING = 7_007_001;
/** While a case is read this is shared; a rebuild has it for itself for the moment of the swap. */
export const READING = 7_007_002;
/** One rebuild at a time. */
export const REBUILDING = 7_007_003;

/** The casebook is being built anew: the same facts must be given again. To the inbox it is as if the database were away. */
export class BeingRebuilt extends Error {
  readonly code = '57P03';

  constructor() {
    super('The casebook is being rebuilt; new facts wait.');
    this.name = 'BeingRebuilt';
  }
}

/**
 * Keeps a rebuild away until the transaction ends.
 * Plans of the statements that follow are made once and kept: made while a table is small they must still be good when
 * it is large, so they never walk through a whole table.
 */
export async function keepRebuildAway(tx: Tx): Promise<void> {
  const [row] = await tx.query<{ may: boolean }>(
    `SELECT pg_try_advisory_xact_lock_shared(${APPLYING}) AS may, set_config('enable_seqscan', 'off', true)`);
  if (!row?.may) throw new BeingRebuilt();
}
