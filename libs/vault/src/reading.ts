import type { Provider } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Actor } from '#contracts';
import type { Transactions, Tx } from '#messaging';
import { ServiceConfig } from '#service-kit';
import { Vault } from './vault.js';

/** The vault of one service, for its module. */
export const vaultFor = (service: string): Provider => ({
  provide: Vault, inject: [ServiceConfig], useFactory: (config: ServiceConfig) => new Vault(service, config.GUITU_KEK),
});

/** Runs a reading of personal data and gives out what it found only when its log is committed. */
export async function reading<T>(transactions: Transactions, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  let found: T | undefined;
  await transactions.run({ actor, commandId: newId() }, async (tx) => { found = await work(tx); });
  return found as T;
}
