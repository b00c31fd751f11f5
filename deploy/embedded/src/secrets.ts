import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceSecrets } from './provision.js';
import type { ServiceKeys } from './services.js';
import { StartError } from './words.js';

export interface Secrets {
  postgresPassword: string;
  /** Of the broker itself and of whoever provides topics and rights. */
  kafkaPassword: string;
  /** One for the installation: two services must find equal digests for one person. */
  digestKey: string;
  /** Of the first administrator of a live system, until it is changed. */
  adminPassword: string;
  services: Record<string, ServiceSecrets & ServiceKeys>;
}

/** Passwords and keys of a data folder: made once, then kept. A service that is new gets its own. */
export function openSecrets(dataDir: string, services: string[]): Secrets {
  const file = join(dataDir, 'secrets.json');
  const secrets = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Secrets) : newSecrets(dataDir, file);
  // Data folders from before Kafka knew its users get the passwords that they lack.
  secrets.kafkaPassword ??= random(24);
  for (const service of services) {
    secrets.services[service] ??= {
      ownerPassword: random(24),
      runtimePassword: random(24),
      kafkaPassword: random(24),
      kek: randomBytes(32).toString('base64'),
    };
    secrets.services[service].kafkaPassword ??= random(24);
  }
  // Written beside and renamed: a power cut leaves either the old file or the new one.
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, undefined, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** New keys over old data would make everything in it unreadable without a word. */
function newSecrets(dataDir: string, file: string): Secrets {
  if (existsSync(join(dataDir, 'postgres', 'cluster'))) {
    throw new StartError(
      `缺少密钥文件 ${file}，但数据库已存在。没有原密钥就无法读取数据：请从备份恢复该文件。`,
      `The key file ${file} is missing although the database exists. Without it the data cannot be read: restore it from a backup.`,
    );
  }
  return {
    postgresPassword: random(24), kafkaPassword: random(24), digestKey: randomBytes(32).toString('base64'),
    adminPassword: random(12), services: {},
  };
}

function random(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
