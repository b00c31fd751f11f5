import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { answered, awayNow, lookAgain, onAwayChange, silent } from '../../web/src/api/reach.js';

const WORKLIST = '/api/casebook/worklist';
const says = (status: number, code?: string) => ({ status, code, isQuestion: true });

describe('What does not answer', () => {
  let server: Server;
  let answer: { status: number; code?: string };
  const asked: string[] = [];
  const fetchHere = globalThis.fetch;
  beforeAll(async () => {
    server = createServer(({ url }, response) => {
      asked.push(url!);
      response.writeHead(answer.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(answer));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const door = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // Node has no page, so that an address has no place to begin at.
    globalThis.fetch = (address, init) => fetchHere(`${door}${String(address)}`, init);
  });
  afterAll(() => {
    globalThis.fetch = fetchHere;
    server.close();
  });
  beforeEach(() => {
    for (const place of ['casebook', 'rescue', 'intake']) answered(`/api/${place}/x`, says(200));
    asked.splice(0);
  });

  it('is a service where the door says so, until it answers the same question', async () => {
    const changes: (readonly string[])[] = [];
    const stop = onAwayChange(() => changes.push(awayNow()));
    answered(WORKLIST, says(503, 'gateway.service-away'));
    answer = { status: 503, code: 'gateway.service-away' };
    await lookAgain();
    expect(awayNow()).toEqual(['casebook']);
    answer = { status: 403, code: 'access.not-permitted' };
    await lookAgain();
    stop();
    expect([awayNow(), asked, changes]).toEqual([[], [WORKLIST, WORKLIST], [['casebook'], []]]);
  });

  it('never sends a command again to find out', async () => {
    answered('/api/rescue/rescues/1/plans', { status: 504, code: 'gateway.too-slow', isQuestion: false });
    answer = { status: 200 };
    await lookAgain();
    expect([awayNow(), asked]).toEqual([[], ['/api/rescue/openapi.json']]);
  });

  it('is the door where nothing comes back at all, and then nothing else is named', async () => {
    answered('/api/intake/intakes', says(503, 'record.busy'));
    silent(WORKLIST, false);
    expect(awayNow()).toEqual(['gateway']);
    answer = { status: 200 };
    await lookAgain();
    expect(awayNow()).toEqual([]);
  });

  it('is the door, too, where a machine before it answers in its place', () => {
    answered(WORKLIST, says(502));
    expect(awayNow()).toEqual(['gateway']);
    answered(WORKLIST, says(200));
    expect(awayNow()).toEqual([]);
  });

  it('is no service that refuses', () => {
    answered(WORKLIST, says(409, 'record.stale-version'));
    answered('/api/rescue/attachments/1/content', says(503, 'attachment.file-missing'));
    expect(awayNow()).toEqual([]);
  });

  it('is asked for when a stream breaks off', async () => {
    answer = { status: 401, code: 'session.none' };
    await lookAgain('gateway');
    expect([awayNow(), asked]).toEqual([[], ['/session']]);
  });
});
