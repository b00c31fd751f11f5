import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import {
  CaseOpened, DivisionCorrected, fact, PersonRescued, StageAccepted, StageOpened, StageRequested, type Actor, type CaseKind,
} from '#contracts';
import type { RequestedStage } from '#stages';
import {
  agreementIn, aServiceBench, broughtOn, timeAt, walk, type Looking, type Sending, type ServiceBench,
} from '#testing';
import type { Investigation } from '../src/domain/investigation.js';
import { investigationActions } from '../src/http/actions.js';
import { investigationParts, investigationService } from '../src/investigation.module.js';

const [BUREAU, STATION, ELSEWHERE] = ['532503-psb', '532503-ps', '341226-psb'];
const START = '2019-10-01T01:00:00.000Z';

jest.setTimeout(300_000);

let bench: ServiceBench;
let looking: Looking<Investigation>;
let actors: Record<'head' | 'nextHead' | 'officer' | 'comforter' | 'stranger' | 'verifier', Actor>;
const { pass } = timeAt(() => bench, START);
/** Of each case, its child. */
const childOf = new Map<string, string>();

beforeAll(async () => {
  bench = await aServiceBench(investigationService, investigationParts);
  await bench.moveClock(START);
  await bench.unit('532500-psb', 'public-security', { level: 'prefecture' });
  await bench.unit(BUREAU, 'public-security', { superiorUnit: '532500-psb' });
  await bench.unit(STATION, 'police-station', { level: 'township', superiorUnit: BUREAU });
  await bench.unit(ELSEWHERE, 'public-security');
  await bench.unit('530000-psb', 'public-security', { level: 'province' });
  actors = {
    head: await bench.person(BUREAU, 'head'), nextHead: await bench.person(BUREAU, 'head'),
    officer: await bench.person(BUREAU, 'officer'), comforter: await bench.person(STATION, 'officer'),
    stranger: await bench.person(ELSEWHERE, 'officer'),
    verifier: await bench.person('530000-psb', 'verifier'),
  };
  const { nextHead: _successor, ...asking } = actors;
  const desks = Object.fromEntries(Object.entries(asking).map(([who, actor]) => [who, bench.as(actor)]));
  looking = {
    bench, actions: investigationActions, desks, sendings,
    aboutWhatIsSent: ['stage.already-requested'],
  };
});
afterAll(() => bench.stop());

function sendings(investigation: Investigation, of: string, who: string): Record<string, Sending> {
  const { id, caseId } = investigation;
  const [path, victimId] = [`/investigations/${id}`, childOf.get(caseId)!];
  const holder = (kind: string, { unitId, personId }: Actor): object => ({ package: kind, unitId, personId });
  const { package: _kind, ...replacement } = holder(of, of === 'comfort' ? actors.comforter : actors.head) as { package: string };
  return {
    ...moves(investigation), ...evidence(path, victimId, of),
    announce: ['post', '/attachments', {
      recordId: id, kind: 'photograph', mediaType: 'image/jpeg', bytes: 10, digest: 'a'.repeat(64), hasOriginal: false,
    }],
    form: ['put', `${path}/task-force`, {
      packages: [holder('solve', actors.officer), holder('rescue', actors.officer), holder('comfort', actors.comforter)],
      relativesContactDays: 30,
    }],
    reassign: ['put', `${path}/packages/${of}`, replacement],
    measure: ['post', `${path}/measures`, { package: who === 'comforter' ? 'comfort' : 'solve', measure: 'canvass' }],
    contact: ['post', `${path}/relative-contacts`],
    discharge: ['put', `${path}/packages/${of}/discharge`, { evidence: [randomUUID()] }],
    dissolve: ['put', `${path}/task-force/dissolution`],
    suspend: ['put', `${path}/suspension`], resume: ['put', `${path}/resumption`], review: ['post', `${path}/reviews`],
    request: ['post', `${path}/stage-requests`, { stage: 'rescue', toUnit: BUREAU, victimIds: [victimId] }],
    withdraw: ['put', `${path}/stage-requests/${of}/withdrawal`, { reason: 'not-needed' }],
    close: ['put', `${path}/closure`],
  };
}

function moves({ id, division, stage: { answers, offer } }: Investigation): Record<string, Sending> {
  const path = `/investigations/${id}/offers`;
  const successor = answers.personId === actors.nextHead.personId ? actors.head : actors.nextHead;
  return {
    // V-1: in whose jurisdiction the case lies.
    offer: ['post', path, division === '532503' ? { toUnit: BUREAU, toPerson: successor.personId } : { toUnit: ELSEWHERE }],
    accept: ['put', `${path}/${offer?.offerId ?? randomUUID()}/acceptance`],
    giveBack: ['put', `${path}/${offer?.offerId ?? randomUUID()}/return`, { reason: 'no-capacity' }],
  };
}

const evidence = (path: string, victimId: string, of: string): Record<string, Sending> => ({
  sample: ['post', `${path}/dna-samples`, { sampleNumber: 'S-1', subject: 'parent' }],
  hit: ['post', `${path}/dna-hits`, {
    victimId, relation: 'duo-mother', samples: [{ sampleNumber: 'S-1' }, { sampleNumber: 'S-2' }],
    parents: [{ sampleNumber: 'S-1', personId: victimId, relation: 'mother' }],
  }],
  confirm: ['put', `${path}/dna-hits/${of}/confirmation`],
  suspect: ['post', `${path}/suspects`, { role: 'seller', repeatOffender: false }],
  arrest: ['put', `${path}/suspects/${of}/arrest`],
  buyer: ['post', `${path}/buyers`, { persons: [{ personId: randomUUID() }] }],
});

/** A case that the station has asked the bureau to investigate, and what others say about it. */
async function asked(kind: CaseKind = 'child-abduction') {
  const [caseId, victimId] = [randomUUID(), randomUUID()];
  childOf.set(caseId, victimId);
  await bench.hear('intake', caseId, fact(CaseOpened, {
    caseNumber: 'MZ-2019-0001', kind, division: '532503', victims: [{ victimId, sex: 'male', minor: true, nationality: 'CN' }],
  }));
  await bench.hearOf(actors.comforter, 'intake', caseId, fact(StageRequested, {
    requestId: randomUUID(), stage: 'investigation', toUnit: BUREAU, victimIds: [victimId],
  }));
  const find = async (): Promise<Investigation> =>
    (await bench.as(actors.officer).get<{ items: Investigation[] }>(`/investigations?caseId=${caseId}`)).body.items[0]!;
  const { id } = await find();
  return {
    path: `/investigations/${id}`,
    rescued: () => bench.hear('rescue', caseId, fact(PersonRescued, { victimId, planId: randomUUID(), present: [] })),
    movedAway: () => bench.hear('intake', caseId, fact(DivisionCorrected, { from: '532503', to: '341226', reason: 'mistyped' })),
    /** The bureau that was asked for the rescue takes it. */
    taken: async () => {
      const requests = (await find()).requests as unknown as readonly RequestedStage[];
      const { unitId, personId } = actors.officer;
      const rescue = { stageId: randomUUID(), stage: 'rescue', unitId, personId } as const;
      for (const { requestId } of requests.slice(-1)) await bench.hear('rescue', caseId,
        fact(StageOpened, { ...rescue, requestId }), fact(StageAccepted, { ...rescue, offerId: randomUUID() }));
    },
  };
}

type Asked = Awaited<ReturnType<typeof asked>>;
type Step = string | (() => Promise<unknown>);

const LED: readonly Step[] = ['accept by head', 'form'];
const HIT: readonly Step[] = [...LED, 'sample', 'hit by verifier'];
const SOLVED: readonly Step[] = [...LED, 'suspect', 'arrest', 'rescued', 'contact', 'discharge', 'discharge', 'discharge'];

/** How the investigation of a child's case may stand, and one that V-1 leaves free to have no task force. */
const STATES: readonly (readonly Step[])[] = [
  [], ['giveBack'], [pass(3)], ['accept by head'], ['accept by head', 'offer'], LED, [...LED, 'offer'], [...LED, 'movedAway'],
  [...LED, 'suspect', 'measure'], [...LED, 'suspect', 'arrest', 'rescued', 'contact', 'discharge'], HIT, [...HIT, 'confirm'],
  [...LED, 'suspend'], [...LED, 'suspend', 'review', 'resume'], [...LED, 'request'], [...LED, 'request', 'withdraw'],
  [...LED, 'request', 'taken'], SOLVED, [...SOLVED, 'dissolve'],
  [...SOLVED, 'suspect', 'suspend', 'close'],
];
const FREE: readonly (readonly Step[])[] = [
  ['accept by officer'], ['accept by officer', 'suspend'], ['accept by officer', 'close'],
];

describe('What can be done with an investigation (decision 11)', () => {
  const broughtTo = (steps: readonly Step[], kind?: CaseKind) => async (): Promise<string> => {
    const investigation = await asked(kind);
    const { path } = investigation;
    return broughtOn(looking, path, steps.map((step) => investigation[step as Exclude<keyof Asked, 'path'>] ?? step));
  };

  it('is what its commands do, however it stands: closed is refused with that refusal, open is done', async () => {
    const states = [...STATES.map((steps) => broughtTo(steps)), ...FREE.map((steps) => broughtTo(steps, 'woman-trafficking'))];
    expect(await agreementIn(looking, states)).toEqual({ wrong: [], neverClosed: [], neverOpen: [] });
  });

  it('is so after whatever people do, and others meanwhile', async () => {
    const picked = fc.array(fc.nat(10_000), { minLength: 3, maxLength: 6 });
    await fc.assert(fc.asyncProperty(fc.constantFrom([], LED, SOLVED), picked, async (steps, picks) => {
      const { path, rescued, movedAway, taken } = await asked();
      await broughtOn(looking, path, steps.map((step) => (step === 'rescued' ? rescued : step)));
      expect(await walk(looking, path, { picks, meanwhile: [rescued, movedAway, taken, pass(1), pass(10)] })).toEqual([]);
    }), { numRuns: 4, endOnFailure: true });
  });
});
