import type { Provider } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Actor } from '#contracts';
import { DataSource } from 'typeorm';
import { poolOf, type Transactions, type Tx } from '#messaging';
import { Log, ServiceConfig } from '#service-kit';
import { Rewrapping } from './rewrapping.js';
import { Vault } from './vault.js';
import { WrappingKeys } from './wrapping.js';

/**
 * The vault of one service, for its module, and the change of the key by which its keys are wrapped.
 * @param marking which way of marking its records this is.
 */
export const vaultFor = (service: string, { marking = 1 } = {}): Provider[] => [
  {
    provide: WrappingKeys, inject: [ServiceConfig],
    useFactory: ({ GUITU_KEK: kek, GUITU_KEK_BEFORE: kekBefore }: ServiceConfig) => new WrappingKeys(service, { kek, kekBefore }),
  },
  {
    provide: Vault, inject: [WrappingKeys, ServiceConfig],
    useFactory: (keys: WrappingKeys, config: ServiceConfig) => new Vault(service, keys, config.GUITU_DIGEST_KEY, marking),
  },
  {
    provide: Rewrapping, inject: [DataSource, WrappingKeys, Log],
    useFactory: (source: DataSource, keys: WrappingKeys, log: Log) => new Rewrapping(poolOf(source), keys, log),
  },
];

/** Runs a reading of personal data and gives out what it found only when its log is committed. */
export async function reading<T>(transactions: Transactions, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  let found: T | undefined;
  await transactions.run({ actor, commandId: newId() }, async (tx) => { found = await work(tx); });
  return found as T;
}
