import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { SERVICES, System, temporaryFolder } from '#embedded';
import { verifyJournal, type Books, type FaultPoint, type Finding } from '#messaging';
import type { Places } from '../walkthrough/src/people.js';

/** A whole system of our own, with a switch in every process that makes it die at a named point. */
export class UnderFire {
  private readonly faults: string;

  private constructor(readonly system: System, private readonly folder: string) {
    this.faults = join(folder, 'faults');
  }

  static async start(): Promise<UnderFire> {
    const folder = temporaryFolder('guitu-faults-');
    const faults = join(folder, 'faults');
    mkdirSync(faults, { recursive: true });
    const system = new System({
      dataDir: folder, portBase: 0, mode: 'rehearsal', restartPauseMs: 100, environment: { GUITU_FAULT_DIR: faults },
    });
    await system.start();
    return new UnderFire(system, folder);
  }

  get places(): Places {
    return Object.fromEntries(SERVICES.map(({ name }) => [name, this.system.service(name).url])) as unknown as Places;
  }

  get names(): string[] {
    return SERVICES.map(({ name }) => name);
  }

  /** The process of this service dies the next time that it passes this point. */
  arm(service: string, point: FaultPoint): void {
    writeFileSync(this.fileOf(service), point);
  }

  /** True while it waits for its moment. */
  isArmed(service: string): boolean {
    return existsSync(this.fileOf(service));
  }

  disarm(service: string): void {
    rmSync(this.fileOf(service), { force: true });
  }

  /** Facts that were said and have not taken effect, or have taken effect otherwise than said: none, once all is quiet. */
  async differences(): Promise<string[]> {
    const books = await this.open();
    try {
      const found: string[] = [];
      for (const { service, db } of books) {
        const count = async (sql: string): Promise<number> => Number((await db.query<{ n: string }>({ text: sql })).rows[0]!.n);
        const waiting = await count('SELECT count(*) AS n FROM outbox');
        const parked = await count('SELECT count(*) AS n FROM parked');
        if (waiting > 0) found.push(`${service}: ${waiting} in the outbox`);
        if (parked > 0) found.push(`${service}: ${parked} parked`);
        for (const other of books) if (other.service !== service) found.push(...await behind({ service, db }, other));
      }
      return found;
    } finally {
      await Promise.all(books.map(({ close }) => close()));
    }
  }

  async findings(): Promise<Finding[]> {
    const books = await this.open();
    try {
      const found: Finding[] = [];
      for (const own of books) found.push(...(await verifyJournal(own, books.filter((other) => other !== own))).findings);
      return found;
    } finally {
      await Promise.all(books.map(({ close }) => close()));
    }
  }

  /** How many facts were said about cases, and how many lines the casebook has: one for each. Identity speaks of units. */
  async counts(): Promise<{ said: number; inCasebook: number }> {
    const books = await this.open();
    try {
      let [said, inCasebook] = [0, 0];
      for (const { service, db } of books) {
        const count = async (table: string): Promise<number> =>
          Number((await db.query<{ n: string }>({ text: `SELECT count(*) AS n FROM ${table}` })).rows[0]!.n);
        if (service !== 'identity') said += await count('journal');
        if (service === 'casebook') inCasebook = await count('timeline');
      }
      return { said, inCasebook };
    } finally {
      await Promise.all(books.map(({ close }) => close()));
    }
  }

  async stop(): Promise<void> {
    await this.system.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private fileOf(service: string): string {
    return join(this.faults, new URL(this.system.service(service).url).port);
  }

  private async open(): Promise<(Books & { close: () => Promise<void> })[]> {
    return Promise.all(this.names.map(async (service) => {
      const client = new Client({ connectionString: this.system.database(service).ownerUrl });
      await client.connect();
      return { service, db: client as unknown as Books['db'], close: () => client.end() };
    }));
  }
}

/** Cases of which the listener has not taken the last fact; only of services that it listens to. */
async function behind(speaker: Books, listener: Books): Promise<string[]> {
  const { rows: taken } = await listener.db.query<{ case_id: string; version: number }>({
    text: 'SELECT case_id, version FROM inbox WHERE source = $1', values: [speaker.service] });
  const { rows: [heard] } = await listener.db.query<{ n: string }>({
    text: 'SELECT count(*) AS n FROM inbox WHERE source = $1', values: [speaker.service] });
  if (heard!.n === '0') return [];
  const { rows: said } = await speaker.db.query<{ case_id: string; version: number }>({
    text: 'SELECT case_id, version FROM case_head WHERE version > 0' });
  const byCase = new Map(taken.map((row) => [row.case_id, row.version]));
  return said.filter((row) => byCase.get(row.case_id) !== row.version)
    .map((row) => `${listener.service} has ${byCase.get(row.case_id) ?? 0} of ${row.version} from ${speaker.service} in ${row.case_id}`);
}
