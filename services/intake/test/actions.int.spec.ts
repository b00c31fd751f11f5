import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { anIntakeBench, HOA, MAI, YUANYANG, type IntakeBench } from './an-intake.js';

jest.setTimeout(180_000);

let bench: IntakeBench;
beforeAll(async () => {
  bench = await anIntakeBench();
  await bench.moveClock('2026-07-05T00:00:00.000Z');
});
afterAll(() => bench.stop());

const WHO = ['duty', 'station', 'stranger', 'superior', 'relief', 'officer'] as const;
type Who = (typeof WHO)[number];

interface Seen {
  readonly caseId: string;
  readonly clues: { clueId: string }[];
  readonly requests: { requestId: string; withdrawnAt?: string }[];
  readonly case: object | null;
  readonly stage: { offer: { offerId: string } | null };
  readonly actions: { action: string; of?: string; open: boolean; refusal?: { code: string } }[];
}

const RUNS = 12;

/** What may be wrong with what is sent, whatever the state: an open action promises nothing about it. */
const ABOUT_WHAT_IS_SENT = ['stage.already-requested', 'stage.same-receiver', 'intake.outcome-does-not-fit'];

/** Each command with something good to send. */
function sendingOf(id: string, seen: Seen, { action, of, other }: { action: string; of?: string; other: string }): {
  method: 'post' | 'put'; path: string; body: object;
} {
  const offerId = seen.stage.offer?.offerId ?? randomUUID();
  const sendings: Record<string, readonly ['post' | 'put', string, object]> = {
    offer: ['post', 'offers', { toUnit: '532503-psb' }],
    accept: ['put', `offers/${offerId}/acceptance`, {}],
    giveBack: ['put', `offers/${offerId}/return`, { reason: 'no-capacity' }],
    grade: ['put', 'risk', { risk: 'urgent' }],
    merge: ['put', 'merge', { intoIntakeId: other }],
    sendFeedback: ['post', 'feedbacks', { clueId: seen.clues[0]?.clueId }],
    openCase: ['put', 'case', { kind: 'woman-trafficking', victims: [HOA] }],
    addVictim: ['post', 'victims', MAI],
    requestStage: ['post', 'stage-requests', { stage: 'investigation', toUnit: YUANYANG }],
    correct: ['put', 'division', { division: '532503', reason: 'mistyped' }],
    withdraw: ['put', `stage-requests/${of}/withdrawal`, { reason: 'not-needed' }],
    conclude: ['put', 'closure', seen.case ? {} : { outcome: 'unfounded' }],
  };
  const [method, path, body] = sendings[action]!;
  return { method, path: `/intakes/${id}/${path}`, body };
}

async function seenBy(who: Who, id: string): Promise<Seen | null> {
  const { status, body } = await bench.at(who).get<Seen>(`/intakes/${id}`);
  return status === 200 ? body : null;
}

/** Everything that is closed to anybody is tried, and refused with the very code that was shown. @returns what is open. */
async function tryClosed(id: string, other: string): Promise<{ who: Who; action: string; of?: string; seen: Seen }[]> {
  const open: Awaited<ReturnType<typeof tryClosed>> = [];
  for (const who of WHO) {
    const seen = await seenBy(who, id);
    for (const { action, of, open: isOpen, refusal } of seen?.actions ?? []) {
      if (isOpen) {
        open.push({ who, action, of, seen: seen! });
        continue;
      }
      const { method, path, body } = sendingOf(id, seen!, { action, of, other });
      const answer = await bench.at(who)[method](path, body);
      expect([who, action, answer.body.code]).toEqual([who, action, refusal!.code]);
      tried.set(`${action} ${refusal!.code}`, (tried.get(`${action} ${refusal!.code}`) ?? 0) + 1);
    }
  }
  return open;
}

const tried = new Map<string, number>();

describe('What can be done with a matter (decision 11)', () => {
  it('is what its rules say, in whichever state: closed is refused with that code, open is not for the state', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.nat(10_000), { minLength: 3, maxLength: 7 }), async (picks) => {
      const { id } = await bench.aClue();
      for (const pick of picks) {
        const { id: other } = await bench.aClue();
        const open = await tryClosed(id, other);
        if (open.length === 0) break;
        const { who, action, of, seen } = open[pick % open.length]!;
        // Merged is what one answers for oneself: by then it may be another unit than at first.
        const { id: own } = await bench.aClue({}, action === 'merge' ? bench.at(who) : bench.duty);
        const { method, path, body } = sendingOf(id, seen, { action, of, other: own });
        const { status, body: answered } = await bench.at(who)[method](path, body);
        if (status >= 300) expect([action, ABOUT_WHAT_IS_SENT]).toEqual([action, expect.arrayContaining([answered.code])]);
        const asked = seen.requests.find(({ withdrawnAt }) => withdrawnAt === undefined);
        if (asked && pick % 3 === 0) await bench.accepted(seen.caseId, asked.requestId, YUANYANG);
      }
    }), { numRuns: RUNS });
    // Or else the states were too few to prove anything.
    expect(tried.size).toBeGreaterThan(10);
  });
});
