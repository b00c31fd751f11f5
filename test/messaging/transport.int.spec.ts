import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { of } from 'rxjs';
import { createTopics } from '#embedded';
import { FactTransport, poolOf, replayJournal, type Message } from '#messaging';
import { aBench, aRelay, heard, kafkaAt, listeningTo, upTo, type Bench } from './bench-case.js';

let speaker: Bench;
let listener: Bench;
beforeAll(async () => {
  [speaker, listener] = await Promise.all([aBench('intake'), aBench('rescue')]);
  await createTopics(speaker.kafka, ['intake.events']);
});
afterAll(async () => { await Promise.all([speaker.stop(), listener.stop()]); });

const SECOND = 1_000;
const eventually = async (done: () => Promise<boolean>, withinMs = 60 * SECOND): Promise<void> => {
  for (const until = Date.now() + withinMs; !(await done());) {
    if (Date.now() > until) throw new Error('It did not happen in time.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

function aTransport(groupId: string, hear: (messages: Message[]) => Promise<unknown>): FactTransport {
  const transport = new FactTransport({ service: 'rescue', kafka: () => kafkaAt(listener.kafka), groupId, chunkMax: 20 });
  transport.addHandler('intake', async (messages: Message[]) => of(await hear(messages)), true);
  transport.listen(() => undefined);
  return transport;
}

describe('From a commit in one service to an effect in another', () => {
  it('every fact arrives once and in order, through rebalances in the middle of batches', async () => {
    const groupId = `rescue-${randomUUID()}`;
    const hear = (messages: Message[]) => listener.inbox.receive(messages, listeningTo('intake'));
    const first = aTransport(groupId, hear);
    const carrier = await aRelay(speaker, kafkaAt(speaker.kafka), { batchMax: 25 });
    const tallies = await Promise.all(upTo(8).map(() => speaker.tally()));
    const busy = Promise.all(upTo(240).map((n) => speaker.add(tallies[n % 8]!.id)));
    await eventually(async () => (await heard(listener.source, tallies[0]!.caseId)).length > 0);
    const second = aTransport(groupId, hear); // Joins: the partitions are dealt anew while batches are in hand.
    await busy;
    await eventually(async () => second.isListening);
    await first.close(); // Leaves: dealt anew again.
    const third = aTransport(groupId, hear);
    await eventually(async () => (await Promise.all(tallies.map((tally) => heard(listener.source, tally.caseId))))
      .every((versions) => versions.length === 31));
    for (const tally of tallies) expect(await heard(listener.source, tally.caseId)).toEqual(upTo(31));
    await Promise.all([second.close(), third.close()]);
    await carrier.stop();
  }, 120 * SECOND);

  it('a listener that is closed while it joins is gone, and fetches nothing more', async () => {
    const groupId = `rescue-${randomUUID()}`;
    const hear = (messages: Message[]) => listener.inbox.receive(messages, listeningTo('intake'));
    const first = aTransport(groupId, hear);
    await eventually(async () => first.isListening);
    await aTransport(groupId, hear).close(); // The group deals its partitions anew, which takes a moment.
    const admin = kafkaAt(listener.kafka).admin();
    await admin.connect();
    const group = async () => (await admin.describeGroups([groupId])).groups[0]!;
    await eventually(async () => (await group()).state === 'Stable');
    expect((await group()).members).toHaveLength(1);
    await admin.disconnect();
    await first.close();
  }, 60 * SECOND);

  it('a handler that fails for no good reason is given the messages again', async () => {
    const groupId = `rescue-${randomUUID()}`;
    let failures = 0;
    const transport = aTransport(groupId, (messages) => {
      if (failures < 3) {
        failures += 1;
        throw new TypeError('raw');
      }
      return listener.inbox.receive(messages, listeningTo('intake'));
    });
    const carrier = await aRelay(speaker, kafkaAt(speaker.kafka));
    const tally = await speaker.tally();
    await eventually(async () => (await heard(listener.source, tally.caseId)).length === 1);
    expect(failures).toBe(3);
    await transport.close();
    await carrier.stop();
  }, 60 * SECOND);

  it('a journal that is said again reaches a listener that has missed it, and changes nothing for the others', async () => {
    const [tally, other] = [await speaker.tally(), await speaker.tally()];
    await poolOf(speaker.source).query('DELETE FROM outbox'); // The broker has had it, and lost it.
    const carrier = await aRelay(speaker, kafkaAt(speaker.kafka));
    const transport = aTransport(`rescue-${randomUUID()}`, (messages) => listener.inbox.receive(messages, listeningTo('intake')));
    expect(await replayJournal(poolOf(speaker.source), tally.caseId)).toBe(1);
    await eventually(async () => (await heard(listener.source, tally.caseId)).length === 1);
    expect(await replayJournal(poolOf(speaker.source))).toBeGreaterThan(250);
    carrier.relay.nudge();
    await eventually(async () => (await heard(listener.source, other.caseId)).length === 1);
    expect(await heard(listener.source, tally.caseId)).toEqual([1]);
    await transport.close();
    await carrier.stop();
  }, 60 * SECOND);
});
