import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { Client } from 'pg';
import type { Browser } from 'playwright-core';
import { projectRoot, SERVICES, System, temporaryFolder } from '#embedded';
import type { Places } from '../walkthrough/src/people.js';
import { Stagecraft } from '../walkthrough/src/story.js';
import { openBrowser } from './chromium.js';
import { Desk, PICTURES, type Looks } from './desk.js';

/** Seven years of somebody's work pass in a minute: no person asks for so much. */
const IN_A_HURRY = { GATEWAY_REQUESTS_PER_MINUTE: '100000' };

/** A whole rehearsal system of our own with its built pages, and a browser in which people sit down. */
export class Workplace {
  private readonly desks: Desk[] = [];
  readonly stage: Stagecraft;

  private constructor(readonly system: System, private readonly folder: string, private readonly browser: Browser) {
    this.stage = new Stagecraft(this.places);
  }

  static async open(): Promise<Workplace> {
    const folder = temporaryFolder('guitu-browser-');
    const system = new System({ dataDir: folder, portBase: 0, mode: 'rehearsal', environment: IN_A_HURRY });
    rmSync(PICTURES, { recursive: true, force: true });
    mkdirSync(PICTURES, { recursive: true });
    const outcomes = await Promise.allSettled([buildPages().then(() => system.start()), openBrowser()]);
    const [started, browser] = outcomes;
    if (started.status === 'fulfilled' && browser.status === 'fulfilled') return new Workplace(system, folder, browser.value);
    await system.stop();
    rmSync(folder, { recursive: true, force: true });
    if (browser.status === 'fulfilled') await browser.value.close();
    throw outcomes.find((outcome) => outcome.status === 'rejected')!.reason;
  }

  /** Where people come in. */
  get door(): string {
    return this.system.service('gateway').url;
  }

  get places(): Places {
    return Object.fromEntries(SERVICES.map(({ name }) => [name, this.system.service(name).url])) as unknown as Places;
  }

  /** A browser of their own for somebody, who has not signed in yet. */
  async desk(username: string, looks: Looks = {}): Promise<Desk> {
    const desk = await Desk.setUp(this.browser, { door: this.door, username, looks });
    this.desks.push(desk);
    return desk;
  }

  async signedIn(username: string, looks: Looks = {}): Promise<Desk> {
    const desk = await this.desk(username, looks);
    await desk.signIn();
    return desk;
  }

  /** What the gateway keeps, changed behind its back: so that an hour goes by in no time. */
  async changeSessions(change: 'active_at' | 'expires_at', personId: string): Promise<void> {
    const client = new Client({ connectionString: this.system.database('gateway').ownerUrl });
    await client.connect();
    try {
      await client.query(`UPDATE session SET ${change} = now() - interval '1 hour' WHERE person_id = $1`, [personId]);
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.desks.map((desk) => desk.leave()));
    await this.browser.close();
    await this.system.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** As `npm start` does: only when something of the pages is newer than what is built. */
function buildPages(): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['scripts/build-web.mjs'], {
      cwd: projectRoot(), stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', failed);
    child.on('close', (code) => (code === 0 ? done() : failed(new Error(`The pages could not be built (${code}).`))));
  });
}
