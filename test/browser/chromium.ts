import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { cacheFolder, projectRoot } from '#embedded';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const UNPACKING_MS = 180_000;
const LAUNCH_MS = 60_000;

interface Found {
  readonly executablePath: string;
  readonly env?: Record<string, string>;
}

/** A browser without a window: `GUITU_CHROMIUM`, else one on the PATH, else the one that comes with the project's packages. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath, timeout: LAUNCH_MS,
    args: ['--headless', '--no-sandbox', '--disable-quic', '--disable-dev-shm-usage', '--lang=zh-CN'],
    ...(env && { env }),
  });
}

export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<Found> {
  const chosen = environment.GUITU_CHROMIUM;
  if (chosen) {
    if (!isProgram(chosen)) throw new Error(`GUITU_CHROMIUM 指的不是程序 / GUITU_CHROMIUM is not a program: ${chosen}`);
    return { executablePath: chosen };
  }
  const folders = (environment.PATH ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram);
  if (onPath) return { executablePath: onPath };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('浏览器测试需要 Chromium:请安装,或以 GUITU_CHROMIUM 指明 / The tests in a browser need Chromium: install it, or name it in GUITU_CHROMIUM.');
  return packaged(environment);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The package carries Chromium compressed, with the libraries that it needs; it is unpacked once, beside other downloads. */
async function packaged(environment: NodeJS.ProcessEnv): Promise<Found> {
  const packages = join(projectRoot(), 'node_modules');
  const { version } = JSON.parse(readFileSync(join(packages, '@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  const folder = join(cacheFolder('chromium'), version);
  if (!existsSync(folder)) await unpackInto(folder, environment);
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...environment as Record<string, string>,
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  };
}

/** In a process of its own, because the package unpacks into the folder for temporary files; what is half done is never used. */
async function unpackInto(folder: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const fresh = mkdtempSync(`${folder}-`);
  try {
    await promisify(execFile)(
      process.execPath, ['--input-type=module', '-e', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      // The name of this platform makes it unpack its libraries too.
      {
        cwd: projectRoot(), timeout: UNPACKING_MS,
        env: { ...environment, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
      },
    );
    writeFileSync(join(fresh, 'fonts.conf'), fontsConf(folder));
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Its own letters, those of the printed records for Chinese, and whatever this machine has. */
const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>${join(projectRoot(), 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
