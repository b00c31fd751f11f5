import type { Tx } from '#messaging';

/** Whom a deadline of the acting unit escalates to. */
export const superiorUnit = async (tx: Tx): Promise<string | undefined> =>
  (await tx.directory.unit(tx.actor.unitId))?.superiorUnit ?? undefined;
