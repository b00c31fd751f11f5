import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from './words.js';

const execute = promisify(execFile);

/** The java program to use: that of JAVA_HOME, otherwise the one on the PATH. */
export async function findJava(atLeast: number): Promise<string> {
  const home = process.env['JAVA_HOME'];
  const java = home ? join(home, 'bin', 'java') : 'java';
  const version = await versionOf(java);
  if (version === undefined) {
    throw new StartError(
      `找不到 Java（${java}）。Kafka 需要 Java ${atLeast} 或更高版本：请安装后重试，或设置 JAVA_HOME。`,
      `Java not found (${java}). Kafka needs Java ${atLeast} or newer: install it and try again, or set JAVA_HOME.`,
    );
  }
  if (version < atLeast) {
    throw new StartError(
      `Java 版本过低：${java} 为 ${version}，Kafka 需要 ${atLeast} 或更高版本。`,
      `Java is too old: ${java} is version ${version}; Kafka needs ${atLeast} or newer.`,
    );
  }
  return java;
}

/** The main version (17 of "17.0.15"; 8 of the old "1.8.0"), or undefined if there is no Java. */
async function versionOf(java: string): Promise<number | undefined> {
  try {
    const { stdout, stderr } = await execute(java, ['-version'], { timeout: 20_000 });
    const found = /version "(?:1\.)?(\d+)/.exec(stderr + stdout);
    return found ? Number(found[1]) : undefined;
  } catch {
    return undefined;
  }
}
