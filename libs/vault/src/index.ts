export { DeniedReads, KeepsDenials } from './denied-reads.js';
export { eraseCase, ErasureTable, erasureReactions } from './erasure.js';
export { reading, vaultFor } from './reading.js';
export { readingsOf, type Reading } from './readings.js';
export { VAULT_MIGRATIONS } from './schema.js';
export { destroyCaseKey, Vault, type Denied, type Kept } from './vault.js';
export { Rewrapping } from './rewrapping.js';
export { WrappingKeys } from './wrapping.js';
export { KEY_BYTES, seal, unseal, unsealWith } from './suite.js';
