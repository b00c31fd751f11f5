import { chmodSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, whether this runs from source (tests) or from dist. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** Downloads that can be thrown away at any time. */
export function cacheFolder(name: string): string {
  const folder = resolve(process.env['GUITU_CACHE'] ?? join(projectRoot(), '.guitu', 'cache'), name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * A new folder for throw-away data. Under root, PostgreSQL runs as another user, who must be able to
 * pass through it (not list it): hence the mode.
 */
export function temporaryFolder(prefix = 'guitu-'): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(folder, 0o711);
  return folder;
}
