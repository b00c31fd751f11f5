import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import maven from 'mvn-artifact-download';
import { sleep } from './waiting.js';
import { StartError } from './words.js';

export interface LockedJar {
  /** `group:artifact:version` */
  artifact: string;
  sha256: string;
}

const AT_ONCE = 6;
const TRIES = 4;
const ANSWER_MS = 30_000;
const WHOLE_FILE_MS = 180_000;

/** Brings the jars into the folder if they are not there yet, and answers their paths. Every file is checked every time. */
export async function bringJars(jars: LockedJar[], folder: string, say: (text: string) => void): Promise<string[]> {
  const missing = jars.filter((jar) => !isGood(join(folder, fileName(jar)), jar));
  if (missing.length > 0) {
    say(`正在下载 Kafka 运行文件（${missing.length} 个，仅首次）…\nDownloading Kafka's files (${missing.length}, first time only) …`);
  }
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let jar = missing.shift(); jar !== undefined; jar = missing.shift()) await bring(jar, folder);
  });
  await Promise.all(workers);
  return jars.map((jar) => join(folder, fileName(jar)));
}

async function bring(jar: LockedJar, folder: string): Promise<void> {
  let lastError: unknown;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    // Another process may fetch into the same folder: a name of our own, then one atomic rename.
    const temporary = `${fileName(jar)}.${randomUUID()}`;
    try {
      await downloadTo(jar.artifact, folder, temporary);
      if (!isGood(join(folder, temporary), jar)) throw new Error(`sha256 differs: ${jar.artifact}`);
      return renameSync(join(folder, temporary), join(folder, fileName(jar)));
    } catch (error) {
      lastError = error;
      rmSync(join(folder, temporary), { force: true });
      if (attempt < TRIES) await sleep(500 * 2 ** attempt);
    }
  }
  throw new StartError(
    `无法下载 ${jar.artifact}（已试 ${TRIES} 次）。请检查网络，或用环境变量 GUITU_MAVEN_REPOSITORY 指定镜像仓库。`,
    `Cannot download ${jar.artifact} (${TRIES} tries). Check the network, or name a mirror in the environment variable GUITU_MAVEN_REPOSITORY.`,
    { cause: lastError },
  );
}

/** The library does not notice when the answer stalls half-way: hence a time limit of our own for the whole file. */
async function downloadTo(artifact: string, folder: string, file: string): Promise<void> {
  const limit = new AbortController();
  const tooLate = sleep(WHOLE_FILE_MS, undefined, { signal: limit.signal }).then(() => {
    throw new Error(`no complete answer within ${WHOLE_FILE_MS} ms: ${artifact}`);
  });
  tooLate.catch(() => undefined);
  try {
    await Promise.race([maven.default(artifact, folder, repository(), file, { timeout: ANSWER_MS }), tooLate]);
  } finally {
    limit.abort();
  }
}

/** Nothing set: the library's own default. The library expects a slash at the end. */
function repository(): string | undefined {
  const address = process.env['GUITU_MAVEN_REPOSITORY'];
  return address ? address.replace(/\/*$/, '/') : undefined;
}

function isGood(path: string, jar: LockedJar): boolean {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex') === jar.sha256;
  } catch {
    return false;
  }
}

function fileName(jar: LockedJar): string {
  const [, artifact, version] = jar.artifact.split(':');
  return `${artifact}-${version}.jar`;
}
