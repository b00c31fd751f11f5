import { createPublicKey } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { Bytes, Refusal } from '#contracts';
import type { Tx } from '#messaging';
import { CommandInput } from '#service-kit';
import { UnitRecord } from '../domain/unit-record.js';
import { recordIdOf, saveUnit } from './save-unit.js';

/** A public key of P-256, as the two coordinates of a JWK. The private half never leaves the person's device. */
export class RegisterSigningKey extends CommandInput {
  @Bytes({ min: 43, max: 43 }) x!: string;
  @Bytes({ min: 43, max: 43 }) y!: string;
}

export async function registerSigningKey(tx: Tx, { x, y }: RegisterSigningKey): Promise<void> {
  if (!isKey(x, y)) throw new Refusal('identity.key-invalid');
  const unit = await tx.load(UnitRecord, recordIdOf(tx.actor.unitId));
  const [owner] = await tx.query<{ person_id: string; unit_id: string }>(
    'SELECT person_id, unit_id FROM directory_key WHERE x = $1 AND y = $2', [x, y]);
  await saveUnit(tx, unit, unit.registerKey({
    keyId: newId(), by: tx.actor, at: tx.now, x, y,
    owner: owner ? { personId: owner.person_id, unitId: owner.unit_id } : null,
  }));
}

/** A point of the curve, written in the one canonical way: the same key in another spelling is no other key. */
function isKey(x: string, y: string): boolean {
  try {
    const jwk = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' }).export({ format: 'jwk' });
    return jwk.x === x && jwk.y === y;
  } catch {
    return false;
  }
}
