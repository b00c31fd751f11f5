import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { agreementIn, broughtOn, timeAt, walk, type Looking, type Sending } from '#testing';
import { intakeActions } from '../src/http/actions.js';
import { anIntakeBench, HOA, MAI, YUANYANG, type IntakeBench } from './an-intake.js';

jest.setTimeout(180_000);

/** What is seen of a matter, as far as somebody needs it to send something good. */
interface Seen {
  readonly id: string;
  readonly caseId: string;
  readonly clues: { clueId: string }[];
  readonly requests: { requestId: string; withdrawnAt?: string }[];
  readonly case: object | null;
  readonly stage: { answers: { unitId: string }; offer: { offerId: string } | null };
}

const WHO = ['duty', 'station', 'stranger', 'superior', 'relief', 'officer'] as const;
let bench: IntakeBench;
let looking: Looking<Seen>;
const START = '2026-07-05T00:00:00.000Z';
const { pass } = timeAt(() => bench, START);
/** Of each unit, another matter into which one can be merged: merged is what one answers for oneself. */
const others = new Map<string, string>();

beforeAll(async () => {
  bench = await anIntakeBench();
  await bench.moveClock(START);
  looking = {
    bench, actions: intakeActions, desks: Object.fromEntries(WHO.map((who) => [who, bench.at(who)])), sendings,
    aboutWhatIsSent: ['stage.already-requested', 'intake.outcome-does-not-fit'],
  };
});
afterAll(() => bench.stop());

/** Each command with something good to send. */
function sendings(seen: Seen, of: string): Record<string, Sending> {
  const path = `/intakes/${seen.id}`;
  const { answers: { unitId }, offer } = seen.stage;
  const offerPath = `${path}/offers/${offer?.offerId ?? randomUUID()}`;
  return {
    offer: ['post', `${path}/offers`, { toUnit: unitId === '532503-psb' ? YUANYANG : '532503-psb' }],
    accept: ['put', `${offerPath}/acceptance`],
    giveBack: ['put', `${offerPath}/return`, { reason: 'no-capacity' }],
    announce: ['post', '/attachments', {
      recordId: seen.id, kind: 'photograph', mediaType: 'image/jpeg', bytes: 1_000, digest: 'a'.repeat(64), hasOriginal: false,
    }],
    grade: ['put', `${path}/risk`, { risk: 'urgent' }],
    merge: ['put', `${path}/merge`, { intoIntakeId: others.get(unitId)! }],
    sendFeedback: ['post', `${path}/feedbacks`, { clueId: seen.clues[0]?.clueId }],
    openCase: ['put', `${path}/case`, { kind: 'woman-trafficking', victims: [HOA] }],
    addVictim: ['post', `${path}/victims`, MAI],
    requestStage: ['post', `${path}/stage-requests`, { stage: 'investigation', toUnit: YUANYANG }],
    sayAge: ['put', `${path}/victims/${of}/age`, { birthDate: '2004-03-08' }],
    correct: ['put', `${path}/division`, { division: '532503', reason: 'mistyped' }],
    withdraw: ['put', `${path}/stage-requests/${of}/withdrawal`, { reason: 'not-needed' }],
    conclude: ['put', `${path}/closure`, seen.case ? {} : { outcome: 'unfounded' }],
  };
}

/** A clue, and what becomes elsewhere of the stage that was asked for. */
async function received(): Promise<{ path: string; taken: () => Promise<unknown> }> {
  for (const who of ['duty', 'station', 'stranger', 'superior'] as const)
    others.set(bench.actors[who].unitId, (await bench.aClue({}, bench.at(who))).id);
  const { id } = await bench.aClue();
  const taken = async (): Promise<unknown> => {
    const { caseId, requests } = (await bench.duty.get<Seen>(`/intakes/${id}`)).body;
    const asked = requests.find(({ withdrawnAt }) => withdrawnAt === undefined);
    return asked && bench.accepted(caseId, asked.requestId, YUANYANG);
  };
  return { path: `/intakes/${id}`, taken };
}

type Step = string | (() => Promise<unknown>);

/** How a matter may stand. */
const STATES: readonly (readonly Step[])[] = [
  [], ['offer'], ['offer', 'accept'], ['offer', 'giveBack'], ['offer', pass(3)], ['sendFeedback'], ['merge'],
  ['sendFeedback', 'conclude'],
  ['openCase'], ['openCase', 'sendFeedback', 'requestStage'], ['openCase', 'sendFeedback', 'requestStage', 'withdraw'],
  ['openCase', 'sendFeedback', 'requestStage', 'taken'], ['openCase', 'sendFeedback', 'requestStage', 'taken', 'conclude'],
];

describe('What can be done with a matter (decision 11)', () => {
  it('is what its commands do, however it stands: closed is refused with that refusal, open is done', async () => {
    const states = STATES.map((steps) => async () => {
      const { path, taken } = await received();
      return broughtOn(looking, path, steps.map((step) => (step === 'taken' ? taken : step)));
    });
    expect(await agreementIn(looking, states)).toEqual({ wrong: [], neverClosed: [], neverOpen: [] });
  });

  it('is so after whatever people do, and others meanwhile', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.nat(10_000), { minLength: 3, maxLength: 6 }), async (picks) => {
      const { path, taken } = await received();
      expect(await walk(looking, path, { picks, meanwhile: [taken, pass(1), pass(10)] })).toEqual([]);
    }), { numRuns: 8, endOnFailure: true });
  });
});
