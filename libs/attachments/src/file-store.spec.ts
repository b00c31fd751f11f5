import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderStore } from './file-store.js';

const ID = '0198c0de-0000-7000-8000-0000000000a7';

describe('A folder for files', () => {
  let folder: string;
  let store: FolderStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guitu-files-'));
    store = new FolderStore(join(folder, 'not-there-yet'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what it was given, and null for what it never had', async () => {
    const sealed = randomBytes(100_000);
    expect(await store.get(ID)).toBeNull();
    await store.put(ID, sealed);
    expect(await store.get(ID)).toEqual(sealed);
  });

  it('puts the new in place of the old and leaves nothing over, whoever else puts at the same time', async () => {
    const some = Array.from({ length: 8 }, (_, index) => Buffer.alloc(10_000, index));
    await Promise.all(some.map((sealed) => store.put(ID, sealed)));
    expect(some.some((sealed) => sealed.equals(Buffer.alloc(10_000, sealed[0])))).toBe(true);
    const kept = await store.get(ID);
    expect(some.some((sealed) => sealed.equals(kept!))).toBe(true);
    expect(readdirSync(join(folder, 'not-there-yet', 'a7'))).toEqual([ID]);
  });

  it('lets nobody else on the machine read', async () => {
    await store.put(ID, randomBytes(10));
    expect(statSync(join(folder, 'not-there-yet', 'a7', ID)).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'not-there-yet', 'a7')).mode & 0o077).toBe(0);
  });
});
