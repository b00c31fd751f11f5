import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Refusal, type Envelope } from '#contracts';
import { Parking, poolOf, type Message } from '#messaging';
import { aBench, heard, listeningTo, parked, saidBy, somebody, upTo, type Bench } from './bench-case.js';

let bench: Bench;
beforeAll(async () => { bench = await aBench('rescue'); });
afterAll(() => bench.stop());
beforeEach(() => poolOf(bench.source).query('DELETE FROM parked'));

const changed = (message: Message, change: (envelope: Record<string, unknown>) => void): Message => {
  const envelope = JSON.parse(message.value) as Record<string, unknown>;
  change(envelope);
  return { ...message, value: JSON.stringify(envelope) };
};

describe('The inbox', () => {
  it('lets a fact that comes ten times take effect once', async () => {
    const caseId = randomUUID();
    const messages = saidBy('intake', caseId, 3);
    for (const _ of upTo(10)) await bench.inbox.receive(messages, listeningTo('intake'));
    await bench.inbox.receive([messages[0]!, messages[0]!, messages[2]!], listeningTo('intake'));
    expect(await heard(bench.source, caseId)).toEqual([1, 2, 3]);
  });

  it('lets two receivers of the same messages, after a rebalance, apply them once', async () => {
    const caseId = randomUUID();
    const messages = saidBy('intake', caseId, 40);
    await Promise.all(upTo(4).map(() => bench.inbox.receive(messages, listeningTo('intake'))));
    expect(await heard(bench.source, caseId)).toEqual(upTo(40));
    expect(await parked(bench.source)).toEqual([]);
  });

  it('goes on from the time of a service whose clock is a moment ahead, and not from one that is far ahead', async () => {
    const ahead = (ms: number): string => new Date(Date.now() + ms).toISOString();
    const hearOf = (occurredAt: string) => bench.inbox.receive(
      saidBy('intake', randomUUID(), 1).map((message) => changed(message, (said) => { said.occurredAt = occurredAt; })),
      listeningTo('intake'));
    const tally = await bench.tally();
    const [far, near] = [ahead(3_600_000), ahead(4_500)];
    await hearOf(far);
    expect((await bench.add(tally.id)).recordedAt < far).toBe(true);
    await hearOf(near);
    expect((await bench.add(tally.id)).recordedAt >= near).toBe(true);
  });

  it('holds facts that come out of order until the missing one is there', async () => {
    const caseId = randomUUID();
    const [first, second, third, fourth] = saidBy('intake', caseId, 4);
    await bench.inbox.receive([first!], listeningTo('intake'));
    await bench.inbox.receive([third!, fourth!], listeningTo('intake'));
    expect(await heard(bench.source, caseId)).toEqual([1]);
    expect(await parked(bench.source)).toEqual([{ version: 3, reason: 'out-of-order' }, { version: 4, reason: 'out-of-order' }]);
    await bench.inbox.receive([second!], listeningTo('intake'));
    expect(await heard(bench.source, caseId)).toEqual([1, 2, 3, 4]);
    expect(await parked(bench.source)).toEqual([]);
  });

  it('applies facts that come in the wrong order, in one batch or in several, without a later one to help', async () => {
    const caseId = randomUUID();
    const [first, second, third, fourth, fifth] = saidBy('intake', caseId, 5);
    await bench.inbox.receive([first!, third!, second!], listeningTo('intake'));
    expect(await heard(bench.source, caseId)).toEqual([1, 2, 3]);
    await bench.inbox.receive([fifth!], listeningTo('intake'));
    await bench.inbox.receive([fourth!], listeningTo('intake'));
    expect(await heard(bench.source, caseId)).toEqual([1, 2, 3, 4, 5]);
    expect(await parked(bench.source)).toEqual([]);
  });

  it('blames the fact that cannot be applied, and not the one that it waited for', async () => {
    const caseId = randomUUID();
    const [first, second, third] = saidBy('intake', caseId, 3);
    const listening = listeningTo('intake', ({ version }) => {
      if (version === 3) throw new Refusal('stage.closed');
    });
    await bench.inbox.receive([first!, third!], listening);
    await bench.inbox.receive([second!], listening);
    expect(await heard(bench.source, caseId)).toEqual([1, 2]);
    expect(await parked(bench.source)).toEqual([{ version: 3, reason: 'refused' }]);
  });

  it('is not stopped by numbers and names that no column can hold', async () => {
    const caseId = randomUUID();
    const monsters = [
      changed(saidBy('intake', randomUUID(), 1)[0]!, (e) => { e.version = 3e9; }),
      changed(saidBy('intake', randomUUID(), 1)[0]!, (e) => { e.caseId = 'a\u0000b'; }),
      changed(saidBy('intake', randomUUID(), 1)[0]!, (e) => { e.type = 'intake.\u0000'; }),
      changed(saidBy('intake', randomUUID(), 1)[0]!, (e) => { e.caseId = 'x'.repeat(100_000); }),
    ];
    await bench.inbox.receive([...monsters, ...saidBy('intake', caseId, 2)], listeningTo('intake'));
    expect(await heard(bench.source, caseId)).toEqual([1, 2]);
    expect((await parked(bench.source)).map(({ reason }) => reason)).toEqual(Array(4).fill('unreadable'));
  });

  it.each<[string, string, (envelope: Record<string, unknown>) => void]>([
    ['of an unknown type', 'unknown-type', (e) => { e.type = 'intake.never-declared'; }],
    ['of a newer version', 'newer-version', (e) => { e.v = 99; }],
    ['with broken data', 'invalid', (e) => { e.data = { clueId: 'not an id' }; }],
  ])('parks a fact %s, lets the case wait and the others go on', async (_what, reason, change) => {
    const [caseId, other] = [randomUUID(), randomUUID()];
    const [first, second, third] = saidBy('intake', caseId, 3);
    const others = saidBy('intake', other, 2);
    await bench.inbox.receive([first!, changed(second!, change), third!, ...others], listeningTo('intake'));
    expect(await heard(bench.source, caseId)).toEqual([1]);
    expect(await heard(bench.source, other)).toEqual([1, 2]);
    expect(await parked(bench.source)).toEqual([{ version: 2, reason }, { version: 3, reason: 'behind' }]);
  });

  it('parks what is no envelope at all, and goes on', async () => {
    const caseId = randomUUID();
    const junk = ['', 'null', '[]', '{"id":1}', '\u0000\u0001', '{"service":"intake"'].map((value): Message => ({
      key: null, value, place: 'test/0/9',
    }));
    const foreign = saidBy('placement', randomUUID(), 1);
    await bench.inbox.receive([...junk, ...foreign, ...saidBy('intake', caseId, 2)], listeningTo('intake'));
    expect(await heard(bench.source, caseId)).toEqual([1, 2]);
    expect((await parked(bench.source)).map(({ reason }) => reason)).toEqual(Array(7).fill('unreadable'));
  });

  it.each<[string, () => Error, string]>([
    ['refused by a rule', () => new Refusal('stage.closed'), 'refused'],
    ['that makes the reaction fail', () => new TypeError('Cannot read properties of undefined'), 'failing'],
  ])('parks a fact %s, and releases the case in order once the cause is gone', async (_what, failure, reason) => {
    const [caseId, other] = [randomUUID(), randomUUID()];
    let isBroken = true;
    const listening = listeningTo('intake', (envelope: Envelope) => {
      if (isBroken && envelope.caseId === caseId && envelope.version === 2) throw failure();
    });
    await bench.inbox.receive([...saidBy('intake', caseId, 3), ...saidBy('intake', other, 2)], listening);
    const later = await heard(bench.source, caseId);
    expect(later).toEqual([1]);
    expect(await heard(bench.source, other)).toEqual([1, 2]);
    expect((await parked(bench.source)).map((row) => row.reason)).toEqual([reason, 'behind']);

    const parking = new Parking(bench.transactions, [listening]);
    await expect(parking.release('intake', caseId, somebody)).rejects.toMatchObject({
      code: 'parked.still-refused', details: { released: 0, reason, ...(reason === 'refused' && { code: 'stage.closed' }) } });
    isBroken = false;
    expect(await parking.release('intake', caseId, somebody)).toBe(2);
    expect(await heard(bench.source, caseId)).toEqual([1, 2, 3]);
    expect(await parked(bench.source)).toEqual([]);
  });

  it('keeps what comes later behind a parked fact', async () => {
    const caseId = randomUUID();
    const messages = saidBy('intake', caseId, 5);
    const broken = changed(messages[1]!, (e) => { e.type = 'intake.never-declared'; });
    await bench.inbox.receive([messages[0]!, broken], listeningTo('intake'));
    await bench.inbox.receive(messages.slice(2), listeningTo('intake'));
    expect(await heard(bench.source, caseId)).toEqual([1]);
    expect((await parked(bench.source)).map(({ reason }) => reason)).toEqual(['unknown-type', 'behind', 'behind', 'behind']);
  });
});
