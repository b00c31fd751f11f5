import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { CaseOpened, fact, StageAccepted, StageOpened, StageRequested } from '#contracts';
import { agreementIn, broughtOn, timeAt, walk, type Looking, type Sending } from '#testing';
import type { RequestedStage } from '#stages';
import type { Custody } from '../src/domain/custody.js';
import type { Rescue } from '../src/domain/rescue.js';
import { rescueActions } from '../src/http/actions.js';
import { aRescueBench, EVERYBODY, HOSPITAL, MENGZI, RELIEF, YUANYANG, type RescueBench } from './a-rescue-bench.js';

jest.setTimeout(240_000);

const START = '2026-07-02T06:00:00.000Z';
const WHO = ['officer', 'chief', 'stranger', 'relief', 'clinician'] as const;

let bench: RescueBench;
let looking: Looking<Rescue>;
const { pass } = timeAt(() => bench, START);

beforeAll(async () => {
  bench = await aRescueBench();
  await bench.moveClock(START);
  looking = {
    bench, actions: rescueActions, desks: Object.fromEntries(WHO.map((who) => [who, bench.at(who)])), sendings,
    // Of the victims, and of the plans, there may be several; a commander may do without one.
    aboutWhatIsSent: ['rescue.already-rescued', 'stage.already-requested'],
  };
});
afterAll(() => bench.stop());

function sendings(rescue: Rescue, of: string, who: string): Record<string, Sending> {
  const { id, victimIds, plans, rescued, stage: { answers, offer } } = rescue;
  const path = `/rescues/${id}`;
  const offerPath = `${path}/offers/${offer?.offerId ?? randomUUID()}`;
  const isFree = (victimId: string): boolean => rescued.some((person) => person.victimId === victimId);
  const { victimId = victimIds[0]!, rescuedAt = START } = rescued[0] ?? {};
  const requests = rescue.requests as unknown as readonly RequestedStage[];
  const isAsked = (one: string): boolean => requests.some((known) => !known.withdrawnAt && known.victimIds.includes(one));
  const approved = plans.filter(({ approvedAt }) => approvedAt);
  const plan = approved.find((one) => !one.victimIds.every(isFree)) ?? approved[0];
  // The commander needs no plan; whoever else frees somebody names one that is for them.
  const toFree = plan && who !== 'chief' ? plan.victimIds : victimIds;
  const unasked = rescued.map((person) => person.victimId).filter((one) => !isAsked(one));
  return {
    offer: ['post', `${path}/offers`, { toUnit: answers.unitId === MENGZI ? YUANYANG : MENGZI }],
    accept: ['put', `${offerPath}/acceptance`],
    giveBack: ['put', `${offerPath}/return`, { reason: 'no-capacity' }],
    announce: ['post', '/attachments', {
      recordId: id, kind: 'photograph', mediaType: 'image/jpeg', bytes: 10, digest: 'a'.repeat(64), hasOriginal: false,
    }],
    draft: ['post', `${path}/plans`, { victimIds, placeVerified: true, risks: ['none-known'], present: EVERYBODY }],
    approve: ['put', `${path}/plans/${of}/approval`],
    free: ['post', `${path}/rescued-persons`, {
      victimId: toFree.find((one) => !isFree(one)) ?? plan?.victimIds[0] ?? victimId, planId: plan?.planId,
      present: EVERYBODY, emergency: who === 'chief',
    }],
    interview: ['post', `${path}/interviews`, {
      victimId, startedAt: rescuedAt, endedAt: new Date(Date.parse(rescuedAt) + 1).toISOString(),
      present: [...EVERYBODY, 'camera-recording'], reason: 'new-evidence',
    }],
    askCheck: ['post', `${path}/victims/${of}/medical-check-requests`, { toUnit: HOSPITAL }],
    check: ['put', `${path}/victims/${of}/medical-check`, { atUnit: HOSPITAL }],
    request: ['post', `${path}/stage-requests`, {
      stage: 'placement', toUnit: RELIEF, victimIds: unasked.length > 0 ? unasked : [victimId],
    }],
    withdraw: ['put', `${path}/stage-requests/${of}/withdrawal`, { reason: 'not-needed' }],
    close: ['put', `${path}/closure`, { abandoned: true }],
  };
}

/** A rescue of a woman and a girl for which investigation has asked, and what others do about it. */
async function asked() {
  const [caseId, hoa, mai] = [randomUUID(), randomUUID(), randomUUID()];
  const investigation = { stageId: randomUUID(), stage: 'investigation' as const };
  const { personId } = bench.actors.mengzi;
  await bench.hear('intake', caseId, fact(CaseOpened, {
    caseNumber: 'GT-532528-2026-0001', kind: 'woman-trafficking', division: '532528',
    victims: [
      { victimId: hoa, sex: 'female', minor: false, nationality: 'VN' },
      { victimId: mai, sex: 'female', minor: true, nationality: 'VN' },
    ],
  }));
  await bench.hear('investigation', caseId,
    fact(StageOpened, { ...investigation, unitId: MENGZI, personId }),
    fact(StageAccepted, { ...investigation, offerId: randomUUID(), unitId: MENGZI, personId }),
    fact(StageRequested, { requestId: randomUUID(), stage: 'rescue', toUnit: YUANYANG, victimIds: [hoa, mai] }));
  const { body: { items } } = await bench.at('officer').get<{ items: Rescue[] }>(`/rescues?caseId=${caseId}`);
  return {
    path: `/rescues/${items[0]!.id}`,
    /** Whoever is free comes to the station. */
    handedOn: async () => {
      const { body } = await bench.at('officer').get<{ items: Custody[] }>(`/custodies?caseId=${caseId}`);
      for (const { id, holder } of body.items.filter(({ offer }) => !offer)) {
        if (holder?.kind !== 'unit' || holder.unitId !== YUANYANG) continue;
        const offerId = await bench.offer(id, bench.at('officer'), RELIEF);
        await bench.at('relief').put(`/custodies/${id}/offers/${offerId}/acceptance`);
      }
    },
    /** Civil affairs takes what was asked of it. */
    taken: async () => {
      const said = (await bench.said(caseId)).findLast(({ type }) => type === 'stage.requested');
      if (said) await bench.accepted('placement', { caseId } as never, { facts: [said] } as never);
    },
  };
}

type Asked = Awaited<ReturnType<typeof asked>>;
type Step = string | (() => Promise<unknown>);

const PLANNED: readonly Step[] = ['accept', 'draft', 'approve'];
const FREED: readonly Step[] = [...PLANNED, 'free', 'free'];
const DONE: readonly Step[] = [...FREED, 'check', 'check', 'request', 'handedOn', 'taken'];

/** How a rescue may stand. */
const STATES: readonly (readonly Step[])[] = [
  [], ['giveBack'], [pass(3)], ['accept'], ['accept', 'offer'], ['accept', 'draft'], ['accept', 'draft by chief'], PLANNED,
  [...PLANNED, 'free'], FREED, [...FREED, 'askCheck'], [...FREED, 'askCheck', 'askCheck'], [...FREED, 'interview', 'request'],
  [...FREED, 'request', 'withdraw'], [...FREED, 'request', 'taken'], DONE, [...DONE, 'offer'], [...DONE, 'close'],
];

describe('What can be done with a rescue (decision 11)', () => {
  it('is what its commands do, however it stands: closed is refused with that refusal, open is done', async () => {
    const states = STATES.map((steps) => async () => {
      const rescue = await asked();
      return broughtOn(looking, rescue.path, steps.map((step) => rescue[step as Exclude<keyof Asked, 'path'>] ?? step));
    });
    expect(await agreementIn(looking, states)).toEqual({ wrong: [], neverClosed: [], neverOpen: [] });
  });

  it('is so after whatever people do, and others meanwhile', async () => {
    const picked = fc.array(fc.nat(10_000), { minLength: 3, maxLength: 8 });
    await fc.assert(fc.asyncProperty(fc.constantFrom([], PLANNED, FREED), picked, async (steps, picks) => {
      const { path, handedOn, taken } = await asked();
      await broughtOn(looking, path, steps);
      expect(await walk(looking, path, { picks, meanwhile: [handedOn, taken, pass(1), pass(10)] })).toEqual([]);
    }), { numRuns: 6, endOnFailure: true });
  });
});
