import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import chromiumPackage from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = ['--no-sandbox', '--disable-quic', '--disable-dev-shm-usage'];

/** The browser of the tests: the one that is named, one of this machine, or the one that npm has brought along. */
export async function startBrowser(): Promise<Browser> {
  const own = process.env['GUITU_CHROMIUM'] ?? onPath();
  if (own) return chromium.launch({ executablePath: own, args: FLAGS });
  return chromium.launch({ executablePath: await chromiumPackage.executablePath(), args: [...chromiumPackage.args, ...FLAGS] });
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
