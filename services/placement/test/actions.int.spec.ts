import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  BuyerIdentified, CaseOpened, CustodyEnded, CustodyTaken, CustodyTransferred, fact, ProtectionTaken, StageRequested,
  type Actor, type Fact,
} from '#contracts';
import {
  agreementIn, aServiceBench, broughtOn, timeAt, walk, type Desk, type Looking, type Sending, type ServiceBench,
} from '#testing';
import type { Placement } from '../src/domain/placement.js';
import { placementActions } from '../src/http/actions.js';
import { placementParts, placementService } from '../src/placement.module.js';

const [POLICE, RELIEF, SUPERIOR, HOME] = ['532528-psb', '532500-relief-station', '532500-civil-affairs', '532500-welfare'];
const START = '2024-03-01T02:00:00.000Z';
const HOUSEHOLD = randomUUID();
/** Invented; the check digit is right. */
const MEMBERS = [{ nationalId: '11010519491231002X' }];

jest.setTimeout(240_000);

type Shown = Placement & { isMinor: boolean };

let bench: ServiceBench;
let looking: Looking<Shown>;
let worker: Actor;
let desk: Record<'worker' | 'home' | 'officer' | 'chief' | 'stranger', Desk>;

beforeAll(async () => {
  bench = await aServiceBench(placementService, placementParts);
  await bench.moveClock(START);
  await bench.unit(POLICE, 'public-security');
  await bench.unit(SUPERIOR, 'civil-affairs', { level: 'prefecture' });
  await bench.unit(RELIEF, 'relief-station', { superiorUnit: SUPERIOR });
  await bench.unit(HOME, 'child-welfare-institution', { superiorUnit: SUPERIOR });
  await bench.unit('532500-hospital', 'hospital');
  await bench.unit('532500-education', 'education');
  worker = await bench.person(RELIEF, 'placement-worker');
  desk = {
    worker: bench.as(worker), home: bench.as(await bench.person(HOME, 'placement-worker')),
    officer: bench.as(await bench.person(POLICE, 'officer')), chief: bench.as(await bench.person(SUPERIOR, 'head')),
    stranger: bench.as(await bench.person(RELIEF, 'administrator')),
  };
  looking = { bench, actions: placementActions, desks: desk, sendings };
});
afterAll(() => bench.stop());

function sendings(placement: Shown, of: string): Record<string, Sending> {
  const { id, isMinor, stage: { answers, offer } } = placement;
  const path = `/placements/${id}`;
  const offerPath = `${path}/offers/${offer?.offerId ?? randomUUID()}`;
  return {
    offer: ['post', `${path}/offers`, { toUnit: answers.unitId === HOME ? RELIEF : HOME }],
    accept: ['put', `${offerPath}/acceptance`], giveBack: ['put', `${offerPath}/return`, { reason: 'no-capacity' }],
    announce: ['post', '/attachments', {
      recordId: id, kind: 'photograph', mediaType: 'image/jpeg', bytes: 10, digest: 'a'.repeat(64), hasOriginal: false,
    }],
    receive: ['put', `${path}/reception`],
    assess: ['post', `${path}/household-assessments`, { householdId: randomUUID(), suitable: true, members: MEMBERS }],
    askPlace: ['post', `${path}/place-requests`, { toUnit: HOME }],
    promisePlace: ['put', `${path}/place-promise`],
    decide: ['put', `${path}/decision`, isMinor
      ? { kind: 'child-welfare-institution', unitId: answers.unitId } : { kind: 'own-choice' }],
    takeEffect: ['put', `${path}/effect`],
    visit: ['put', `${path}/visits/${of}`, { furtherHelpNeeded: false }],
    restoreRegistration: ['put', `${path}/registration`],
    confirmSchool: ['put', `${path}/school-place`, { educationBureau: '532500-education', grade: 3 }],
    recordSession: ['post', `${path}/sessions`, { providerUnit: '532500-hospital' }],
    close: ['put', `${path}/closure`],
  };
}

/** A placement that the relief station was asked for, and what others do about it. */
async function asked({ isMinor = true } = {}) {
  const [caseId, victimId, custodyId] = [randomUUID(), randomUUID(), randomUUID()];
  await bench.hear('intake', caseId, fact(CaseOpened, {
    caseNumber: 'MZ-2024-0001', kind: 'child-abduction', division: '532503',
    victims: [{ victimId, sex: 'female', minor: isMinor, nationality: 'CN' }],
  }));
  const rescue = (said: Fact) => () => bench.hear('rescue', caseId, said);
  await rescue(fact(StageRequested, { requestId: randomUUID(), stage: 'placement', toUnit: RELIEF, victimIds: [victimId] }))();
  const { body: { items } } = await desk.worker.get<{ items: Placement[] }>(`/placements?caseId=${caseId}`);
  const path = `/placements/${items[0]!.id}`;
  const carer = { custodyId, victimId, kind: 'unit', personId: worker.personId } as const;
  const mother = { custodyId, victimId, kind: 'relative', personId: randomUUID(), relation: 'mother' } as const;
  return {
    path,
    brought: rescue(fact(CustodyTaken, { ...carer, unitId: RELIEF })),
    passedOn: rescue(fact(CustodyTransferred, { ...carer, unitId: HOME })),
    wentHome: rescue(fact(CustodyTransferred, mother)),
    left: rescue(fact(CustodyEnded, { custodyId, victimId, reason: 'own-will' })),
    takenBack: rescue(fact(ProtectionTaken, { custodyId, victimId, grounds: 'in-danger', documentNumber: 'YY-2025-7' })),
    /** The household in which the person is to live was assessed; later one of its people is found to have bought somebody. */
    chosen: async () => {
      const members = { householdId: HOUSEHOLD, members: MEMBERS };
      await desk.worker.post(`${path}/household-assessments`, { ...members, suitable: true });
      await desk.worker.put(`${path}/decision`, { kind: 'foster-family', ...members });
    },
    bought: () => bench.hear('investigation', caseId, fact(BuyerIdentified, {
      householdId: HOUSEHOLD, personIds: [randomUUID()], identities: [] })),
  };
}

type Asked = Awaited<ReturnType<typeof asked>>;
type Step = string | (() => Promise<unknown>);

const { pass } = timeAt(() => bench, START);

const RECEIVED: readonly Step[] = ['accept', 'brought', 'receive'];
const SETTLED: readonly Step[] = [...RECEIVED, 'decide', 'takeEffect'];
const VISITED: readonly Step[] = [...SETTLED, ...[31, 61, 92, 184].flatMap((days) => [pass(days), 'visit'])];

/** How a placement of a child may stand, and one of somebody who is of age. */
const STATES: readonly (readonly Step[])[] = [
  [], ['giveBack'], [pass(3)], ['accept'], ['accept', 'brought'], ['accept', 'offer'], RECEIVED, [...RECEIVED, 'askPlace'],
  [...RECEIVED, 'askPlace', 'promisePlace', 'decide'], [...RECEIVED, 'decide', 'passedOn'], [...RECEIVED, 'decide', 'wentHome'],
  [...RECEIVED, 'chosen'], [...RECEIVED, 'chosen', 'bought'], SETTLED, [...SETTLED, pass(25)], [...SETTLED, 'takenBack'],
  [...RECEIVED, 'confirmSchool', 'recordSession', 'restoreRegistration'], VISITED, [...VISITED, 'offer'], [...VISITED, 'close'],
];
const OF_AGE: readonly (readonly Step[])[] = [[...RECEIVED, 'decide', 'left'], [...RECEIVED, 'decide', 'wentHome']];

const broughtTo = (steps: readonly Step[], given?: { isMinor: boolean }) => async (): Promise<string> => {
  const placement = await asked(given);
  return broughtOn(looking, placement.path, steps.map((step) => placement[step as Exclude<keyof Asked, 'path'>] ?? step));
};
const states = (): (() => Promise<string>)[] =>
  [...STATES.map((steps) => broughtTo(steps)), ...OF_AGE.map((steps) => broughtTo(steps, { isMinor: false }))];

describe('What can be done with a placement (decision 11)', () => {
  it('is what its commands do, however it stands: closed is refused with that refusal, open is done', async () => {
    expect(await agreementIn(looking, states())).toEqual({ wrong: [], neverClosed: [], neverOpen: [] });
  });

  it('is so after whatever people do, and others meanwhile', async () => {
    const picked = fc.array(fc.nat(10_000), { minLength: 3, maxLength: 6 });
    await fc.assert(fc.asyncProperty(fc.boolean(), picked, async (isMinor, picks) => {
      const { path, brought, passedOn, left, takenBack } = await asked({ isMinor });
      const meanwhile = [brought, passedOn, left, takenBack, pass(1), pass(40)];
      expect(await walk(looking, path, { picks, meanwhile })).toEqual([]);
    }), { numRuns: 6, endOnFailure: true });
  });
});
