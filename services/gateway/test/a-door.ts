import { rmSync } from 'node:fs';
import pg from 'pg';
import { System, temporaryFolder } from '#embedded';
import { Browser } from './browser.js';

export const DUTY = '532528-psb.duty';

/** The real services behind the real door, on a folder of their own. */
export interface Door {
  readonly system: System;
  readonly url: string;
  signedIn(username?: string): Promise<Browser>;
  /** Asks the database of the gateway. */
  query<R>(text: string, values?: unknown[]): Promise<R[]>;
  stop(): Promise<void>;
}

export async function aDoor(environment: Readonly<Record<string, string>>): Promise<Door> {
  const folder = temporaryFolder('guitu-door-');
  const system = new System({
    dataDir: folder, portBase: 0, mode: 'rehearsal', environment: { LOG_LEVEL: 'warn', ...environment },
  });
  await system.start();
  const { url } = system.service('gateway');
  return {
    system, url,
    signedIn: async (username = DUTY) => {
      const browser = new Browser(url);
      await browser.signIn(username);
      return browser;
    },
    query: async <R>(text: string, values: unknown[] = []) => {
      const client = new pg.Client({ connectionString: system.database('gateway').ownerUrl });
      await client.connect();
      return client.query(text, values).then(({ rows }) => rows as R[]).finally(() => client.end());
    },
    stop: async () => {
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
