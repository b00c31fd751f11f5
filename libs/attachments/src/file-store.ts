import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Where sealed bytes lie. They mean nothing without the case's key, so a store need not be trusted with more than not
 * losing them.
 */
export abstract class FileStore {
  /** Keeps bytes under an id, in place of what was there; when it returns they outlive a power cut. */
  abstract put(id: string, sealed: Buffer): Promise<void>;
  /** @returns null when there is nothing under that id. */
  abstract get(id: string): Promise<Buffer | null>;
}

/** A folder of this machine or of a shared file system. */
export class FolderStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(id: string, sealed: Buffer): Promise<void> {
    const target = this.pathOf(id);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const draft = `${target}.${randomUUID()}`;
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(sealed);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, target);
      await synced(dirname(target));
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  }

  async get(id: string): Promise<Buffer | null> {
    try {
      return await readFile(this.pathOf(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** 256 folders, so that none grows beyond what tools can list. The last bytes of an id are the random ones. */
  private pathOf(id: string): string {
    return join(this.folder, id.slice(-2), id);
  }
}

/** A rename lasts when its folder is on the disk too. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
