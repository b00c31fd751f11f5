import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Refusal, type AccessPurpose } from '#contracts';
import type { Tx } from '#messaging';
import { AES_256_GCM, Damaged, KEY_BYTES, seal, unseal } from './suite.js';
import type { WrappingKeys } from './wrapping.js';

export interface Kept {
  readonly id: string;
  readonly caseId: string;
  /** What sort of record, as a code: `reporter`, `person`. */
  readonly kind: string;
  readonly value: object;
  /** By what it may be found again: made by `mark`. */
  readonly marks?: readonly string[];
}

export interface Denied {
  /** What was asked for: the record, or the thing that it belongs to where the record was not reached. */
  readonly recordId?: string;
  readonly caseId?: string;
  readonly purpose: AccessPurpose | 'unstated';
  readonly code: string;
}

/** Records of one kind, and by what each is found. */
interface Marking {
  readonly kind: string;
  /** The last one that was looked at; empty at the beginning. */
  readonly after: string;
  readonly marksOf: (value: object) => readonly string[];
}

const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What the bytes of a file are sealed as. */
const FILE_KIND = 'file';

interface KeyRow {
  readonly wrapped: Buffer | null;
  readonly key_id: string | null;
  readonly destroyed_at: Date | null;
}

interface Stored extends KeyRow {
  readonly case_id: string;
  readonly kind: string;
  readonly ciphertext: Buffer;
}

const erased = (caseId: string, at: Date | null): Refusal =>
  new Refusal('vault.key-destroyed', { caseId, erasedAt: at!.toISOString() });

/**
 * Names, numbers, addresses and free text at rest: each case has a key of its own, wrapped by the key of the
 * installation. Who reads is on record before the plaintext is given out; destroying the case's key is erasure.
 */
export class Vault {
  private readonly markingKey: Buffer;
  /** Tells two marking keys apart, and says nothing of either. */
  private readonly markedBy: string;

  /**
   * @param digestKey of the installation, 32 bytes in base64: marks outlive a change of the key by which keys are wrapped.
   * @param marking raised when the service marks the same records otherwise than before: then all are marked anew.
   */
  constructor(private readonly service: string, private readonly keys: WrappingKeys, digestKey: string, marking = 1) {
    this.markingKey = Buffer.from(hkdfSync('sha256', Buffer.from(digestKey, 'base64'), '', `${service}|marks`, KEY_BYTES));
    this.markedBy = createHmac('sha256', this.markingKey).update(`key id, marking ${marking}`).digest('hex').slice(0, 16);
  }

  /** Keeps a new record. A record is never written over: what was learned later is a new one. */
  async keep(tx: Tx, { id, caseId, kind, value, marks = [] }: Kept): Promise<void> {
    const key = await this.keyOf(tx, caseId);
    const sealed = seal(key, Buffer.from(JSON.stringify(value)), this.place(kind, id, caseId));
    tx.execute(
      'INSERT INTO private_record (id, case_id, kind, ciphertext, marks, marked_by, created_at) VALUES ($1,$2,$3,$4,$5,$6,$7)',
      [id, caseId, kind, sealed, marks, this.markedBy, tx.now]);
  }

  /**
   * A keyed digest by which records with the same text are found, and nothing else is learned. Write the text in one way
   * first: two spellings give two marks.
   */
  mark(kind: string, text: string): string {
    return createHmac('sha256', this.markingKey).update(`${kind}|${text}`).digest('hex');
  }

  /**
   * Marks anew what bears the marks of another key, a batch at a time: it would be found by nobody. Nobody reads it; what cannot
   * be opened stays as it is.
   * @returns the last one of the batch; null when there was none.
   */
  async markAnew(tx: Tx, { kind, after, marksOf }: Marking): Promise<string | null> {
    const rows = await tx.query<Stored & { id: string }>(
      `SELECT r.id, r.case_id, r.kind, r.ciphertext, k.wrapped, k.key_id, k.destroyed_at
       FROM private_record r JOIN case_key k ON k.case_id = r.case_id
       WHERE r.kind = $1 AND r.id > $2 AND r.marks <> '{}' AND r.marked_by IS DISTINCT FROM $3 AND k.wrapped IS NOT NULL
       ORDER BY r.id LIMIT ${BATCH} FOR UPDATE OF r`, [kind, after || FIRST, this.markedBy]);
    for (const { id, ...stored } of rows) {
      const value = this.valueIn(id, stored);
      if (value) await tx.query('UPDATE private_record SET marks = $2, marked_by = $3 WHERE id = $1', [id, marksOf(value), this.markedBy]);
    }
    return rows.at(-1)?.id ?? null;
  }

  /** Puts on record that somebody looked for people by their marks, and which cases that showed. */
  async searched(tx: Tx, { purpose, found }: { purpose: AccessPurpose; found: readonly string[] }): Promise<void> {
    if (found.length === 0) await log(tx, { purpose, code: null });
    for (const caseId of found) await log(tx, { purpose, caseId, code: null });
  }

  /**
   * Reads a record. The log of readings is written first and in the same transaction: where it cannot be written,
   * nothing is read. Give the plaintext out after the commit only.
   * @throws Refusal record.not-found, vault.key-destroyed, vault.damaged
   */
  async read<T extends object = object>(tx: Tx, { id, purpose }: { id: string; purpose: AccessPurpose }): Promise<T> {
    const stored = await this.stored(tx, id);
    await log(tx, { purpose, recordId: id, caseId: stored.case_id, code: null });
    return JSON.parse(this.opened(id, stored).toString()) as T;
  }

  /** Seals the bytes of a file; where they lie is the caller's affair. */
  async sealFile(tx: Tx, { id, caseId, content }: { id: string; caseId: string; content: Buffer }): Promise<Buffer> {
    return seal(await this.keyOf(tx, caseId), content, this.place(FILE_KIND, id, caseId));
  }

  /**
   * Opens the bytes of a file. As with `read`, the reading is on record first, and the plaintext is given out after the
   * commit only.
   * @param given.sealedFor the case by whose key it is sealed: another one, where that was merged into this.
   * @throws Refusal vault.key-destroyed, vault.damaged
   */
  async openFile(
    tx: Tx, given: { id: string; caseId: string; sealedFor: string; sealed: Buffer; purpose: AccessPurpose },
  ): Promise<Buffer> {
    const { id, caseId, sealedFor, sealed, purpose } = given;
    await log(tx, { purpose, recordId: id, caseId, code: null });
    const key = await this.wrappedKey(tx, sealedFor);
    if (!key?.wrapped) throw erased(caseId, key?.destroyed_at ?? null);
    return this.opened(id, { case_id: sealedFor, kind: FILE_KIND, ciphertext: sealed, ...key });
  }

  /** Puts a refused try on record. In a transaction of its own: that of the refused work is rolled back. */
  async deniedRead(tx: Tx, { recordId, caseId, purpose, code }: Denied): Promise<void> {
    await log(tx, { purpose, recordId, caseId, code });
  }

  /** Gives a record to another case, under that case's key, so that it shares that case's fate. Nobody reads it. */
  async move(tx: Tx, { id, toCaseId }: { id: string; toCaseId: string }): Promise<void> {
    const stored = await this.stored(tx, id);
    const key = await this.keyOf(tx, toCaseId);
    tx.execute(
      'UPDATE private_record SET case_id = $2, ciphertext = $3 WHERE id = $1',
      [id, toCaseId, seal(key, this.opened(id, stored), this.place(stored.kind, id, toCaseId))]);
  }

  private async stored(tx: Tx, id: string): Promise<Stored> {
    const [row] = await tx.query<Stored>(
      `SELECT r.case_id, r.kind, r.ciphertext, k.wrapped, k.key_id, k.destroyed_at
       FROM private_record r LEFT JOIN case_key k ON k.case_id = r.case_id WHERE r.id = $1`, [id]);
    if (!row) throw new Refusal('record.not-found', { id });
    if (!row.wrapped) throw erased(row.case_id, row.destroyed_at);
    return row;
  }

  /** Null where it was damaged. */
  private valueIn(id: string, stored: Stored): object | null {
    try {
      return JSON.parse(this.opened(id, stored).toString()) as object;
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }

  private opened(id: string, { case_id: caseId, kind, ciphertext, ...key }: Stored): Buffer {
    try {
      return unseal(this.unwrap(caseId, key), ciphertext, this.place(kind, id, caseId));
    } catch (error) {
      if (error instanceof Damaged) throw new Refusal('vault.damaged', { id });
      throw error;
    }
  }

  /** The key of a case; made when its first record is kept. */
  private async keyOf(tx: Tx, caseId: string): Promise<Buffer> {
    const known = await this.wrappedKey(tx, caseId);
    if (known) return this.mustUnwrap(caseId, known);
    const { wrapped, keyId } = this.keys.wrap(caseId, randomBytes(KEY_BYTES));
    await tx.query('INSERT INTO case_key (case_id, wrapped, key_id, suite) VALUES ($1,$2,$3,$4) ON CONFLICT (case_id) DO NOTHING',
      [caseId, wrapped, keyId, AES_256_GCM]);
    // Somebody else may have been first: theirs is the key then.
    return this.mustUnwrap(caseId, (await this.wrappedKey(tx, caseId))!);
  }

  private async wrappedKey(tx: Tx, caseId: string): Promise<KeyRow | undefined> {
    return (await tx.query<KeyRow>('SELECT wrapped, key_id, destroyed_at FROM case_key WHERE case_id = $1', [caseId]))[0];
  }

  private mustUnwrap(caseId: string, key: KeyRow): Buffer {
    if (!key.wrapped) throw erased(caseId, key.destroyed_at);
    try {
      return this.unwrap(caseId, key);
    } catch (error) {
      if (error instanceof Damaged) throw new Refusal('vault.damaged', { caseId });
      throw error;
    }
  }

  /** Only a row with a key comes here. */
  private unwrap(caseId: string, { wrapped, key_id: keyId }: KeyRow): Buffer {
    return this.keys.unwrap(caseId, { wrapped: wrapped!, keyId: keyId! });
  }

  private place(kind: string, id: string, caseId: string): string {
    return [this.service, kind, id, caseId].join('|');
  }
}

/**
 * Destroys the key of a case: none of its records can be opened any more, and none can be added. Cannot be undone.
 * @returns how many records that were.
 */
export async function destroyCaseKey(tx: Tx, caseId: string): Promise<number> {
  await tx.query(
    `INSERT INTO case_key (case_id, wrapped, suite, destroyed_at) VALUES ($1, NULL, $2, $3)
     ON CONFLICT (case_id) DO UPDATE SET wrapped = NULL, key_id = NULL, destroyed_at = coalesce(case_key.destroyed_at, excluded.destroyed_at)`,
    [caseId, AES_256_GCM, tx.now]);
  await tx.query(`UPDATE private_record SET marks = '{}' WHERE case_id = $1 AND marks <> '{}'`, [caseId]);
  await log(tx, { purpose: 'erasure', caseId, code: null });
  const [counted] = await tx.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM private_record WHERE case_id = $1', [caseId]);
  return counted!.count;
}

async function log(
  tx: Tx, { purpose, recordId, caseId, code }: { purpose: string; recordId?: string; caseId?: string; code: string | null },
): Promise<void> {
  const { personId, unitId, post } = tx.actor;
  await tx.query(
    `INSERT INTO access_log (at, person_id, unit_id, post, purpose, record_id, case_id, allowed, refused_code)
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)`,
    [tx.now, personId, unitId, post, purpose, recordId ?? null, caseId ?? null, code === null, code]);
}
