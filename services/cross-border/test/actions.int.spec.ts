import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { CaseOpened, fact, StageAccepted, StageOpened, StageRequested } from '#contracts';
import type { RequestedStage } from '#stages';
import { agreementIn, broughtOn, timeAt, walk, type Looking, type Sending } from '#testing';
import type { Handover } from '../src/domain/handover.js';
import type { Return } from '../src/domain/return.js';
import { handoverActions } from '../src/http/handover-actions.js';
import { returnActions } from '../src/http/return-actions.js';
import { aKeyOf, aPort, type Name, type Port } from './a-port.js';
import { signatureOf } from './a-return.js';

const START = '2026-07-28T01:00:00.000Z';
const [BORDER, OTHER_PORT, CENTRE] = ['532532-border', '532530-border', 'vn-lc-centre'];

jest.setTimeout(300_000);

let port: Port;
let returns: Looking<Return>;
let handovers: Looking<Handover>;
let keys: Partial<Record<string, Awaited<ReturnType<typeof aKeyOf>>>>;
const { pass, ahead } = timeAt(() => port, START);
/** A woman and a girl: the guardian consents for her. */
const minors = new Set<string>();

const desksOf = (...names: Name[]) => Object.fromEntries(names.map((name) => [name, port.by[name]]));

beforeAll(async () => {
  port = await aPort();
  await port.moveClock(START);
  keys = { ...port.keys, liaison: await aKeyOf(port, port.people.liaison) };
  returns = {
    bench: port, actions: returnActions, sendings: onReturn,
    desks: desksOf('liaison', 'otherPort', 'clinician', 'police', 'centre', 'border', 'officer'),
  };
  handovers = {
    bench: port, actions: handoverActions, sendings: onHandover,
    desks: desksOf('escort', 'liaison', 'otherPort', 'border', 'otherBorder'),
  };
});
afterAll(() => port.stop());

function onReturn(person: Return, of: string, who: string): Record<string, Sending> {
  const { id, victimId, stage } = person;
  const path = `/returns/${id}`;
  const offerPath = `${path}/offers/${stage?.offer?.offerId ?? randomUUID()}`;
  const reception = { destination: 'social-protection-centre', byUnit: CENTRE };
  return {
    offer: ['post', `${path}/offers`, stage && receiverOf(person)],
    accept: ['put', `${offerPath}/acceptance`],
    giveBack: ['put', `${offerPath}/return`, { reason: 'no-capacity' }],
    announce: ['post', '/attachments', {
      recordId: id, kind: 'photograph', mediaType: 'image/jpeg', bytes: 10, digest: 'a'.repeat(64), hasOriginal: false,
    }],
    requestIdentity: ['post', `${path}/identity-requests`, { counterpart: 'vn-lc-police' }],
    answerIdentity: ['put', `${path}/identity-requests/${of}/answer`, {
      answer: 'confirmed', ...(who === 'police' ? {} : { onBehalf: true, documentNumber: 'LC-7' }),
    }],
    supplementIdentity: ['post', `${path}/identity-requests/${of}/supplements`],
    assessSafety: ['put', `${path}/safety-assessment`, { outcome: 'family-safe' }],
    askReception: ['post', `${path}/reception-requests`, { toUnit: CENTRE, destination: reception.destination }],
    promiseReception: ['put', `${path}/reception-promise`, {
      ...reception, ...(who === 'centre' ? {} : { letterNumber: 'LC-8' }),
    }],
    recordConsent: ['put', `${path}/consent`, { language: 'vi', byGuardian: minors.has(victimId) }],
    obtainDocument: ['put', `${path}/travel-document`, { document: 'return-permit' }],
    askFitness: ['post', `${path}/fitness-requests`, { toUnit: '532500-hospital' }],
    assessFitness: ['put', `${path}/fitness`, { victimId, fit: true, validUntil: ahead(10) }],
    schedule: ['post', '/handovers', {
      persons: [{ returnId: id, destination: of }], port: 'hekou', at: ahead(1), counterpart: 'vn-lc-border',
    }],
    confirmReception: ['put', `${path}/reception-confirmations`, { situation: 'settling' }],
    requestStage: ['post', `${path}/stage-requests`, { stage: 'placement', toUnit: '532500-relief' }],
    withdraw: ['put', `${path}/stage-requests/${of}/withdrawal`, { reason: 'not-needed' }],
    close: ['put', `${path}/closure`],
  };
}

/** While a handover is scheduled, the unit that has scheduled it keeps the return. */
function receiverOf({ handoverId, handedOver, stage }: Return): { toUnit: string; toPerson?: string } {
  const { unitId, personId } = stage.answers;
  if (!handoverId || handedOver) return { toUnit: unitId === BORDER ? OTHER_PORT : BORDER };
  const { escort, liaison } = port.people;
  return { toUnit: unitId, toPerson: personId === escort.personId ? liaison.personId : escort.personId };
}

function onHandover(
  { id, persons, items }: Handover, of: string, who: string,
): Record<string, Sending | (() => Promise<Sending>)> {
  const path = `/handovers/${id}`;
  const unlisted = persons.find(({ returnId }) => !items.some((item) => item.kind === 'person' && item.returnId === returnId));
  return {
    postpone: ['put', `${path}/postponement`, { at: ahead(2) }],
    split: ['post', `${path}/splits`, { returnId: persons[0]!.returnId, reason: 'own-wish', at: ahead(1) }],
    refuse: ['put', `${path}/refusal`, { reason: 'document-invalid' }],
    list: ['post', `${path}/items`, {
      kind: unlisted ? 'person' : 'belonging', returnId: (unlisted ?? persons[0]!).returnId,
      description: { zh: '手机一部', vi: 'Một điện thoại', en: 'One telephone' },
    }],
    strike: ['delete', `${path}/items/${of}`],
    seal: ['put', `${path}/manifest/seal`],
    accept: ['put', `${path}/items/${of}/acceptance`, { remark: 'as-listed' }],
    sign: async () => {
      const { body: { manifest = '' } } = await port.by[who as Name].get<{ manifest?: string }>(`${path}/manifest`);
      const key = keys[who] ?? port.keys.escort;
      return ['put', `${path}/signatures/${of}`, { keyId: key.keyId, signature: signatureOf(key, manifest) }];
    },
  };
}

/** A woman and a girl whose return was asked for, and what others do about it. */
async function asked() {
  const [caseId, hoa, mai] = [randomUUID(), randomUUID(), randomUUID()];
  minors.add(mai);
  await port.hear('intake', caseId, fact(CaseOpened, {
    caseNumber: 'GT-532528-2026-0001', kind: 'woman-trafficking', division: '532528',
    victims: [
      { victimId: hoa, sex: 'female', minor: false, nationality: 'VN' },
      { victimId: mai, sex: 'female', minor: true, nationality: 'VN' },
    ],
  }));
  await port.hearOf(port.people.officer, 'rescue', caseId, fact(StageRequested, {
    requestId: randomUUID(), stage: 'cross-border', toUnit: BORDER, victimIds: [hoa, mai],
  }));
  const find = async (): Promise<Return[]> =>
    (await port.by.liaison.get<{ items: Return[] }>(`/returns?caseId=${caseId}`)).body.items;
  const found = await find();
  const of = (victimId: string): string => `/returns/${found.find((one) => one.victimId === victimId)!.id}`;
  const handover = async (): Promise<string> => `/handovers/${(await find()).find(({ handoverId }) => handoverId)!.handoverId}`;
  return {
    path: of(hoa), mai: of(mai), handover,
    /** Civil affairs takes what the return has asked for. */
    placed: async () => {
      for (const { victimId, requests } of await find()) {
        const [request] = (requests as unknown as readonly RequestedStage[]).slice(-1);
        if (!request) continue;
        const { unitId, personId } = port.people.relief;
        const stage = { stageId: randomUUID(), stage: 'placement', unitId, personId } as const;
        await port.hear('placement', caseId, fact(StageOpened, { ...stage, requestId: request.requestId, victimId }),
          fact(StageAccepted, { ...stage, offerId: randomUUID() }));
      }
    },
    handedOver: async () => {
      await broughtOn(handovers, await handover(), ['list', 'seal', 'accept', 'sign by escort', 'sign by border']);
    },
  };
}

type Asked = Awaited<ReturnType<typeof asked>>;
type Step = string | (() => Promise<unknown>);

const READY: readonly Step[] = [
  'accept', 'requestIdentity', 'answerIdentity by police', 'assessSafety', 'recordConsent', 'askFitness', 'assessFitness',
  'obtainDocument',
];
const GONE: readonly Step[] = [...READY, 'schedule', 'handedOver'];

/** How the return of a woman may stand. */
const RETURNS: readonly (readonly Step[])[] = [
  [], ['giveBack'], [pass(3)], ['accept'], ['accept', 'offer'], ['accept', 'requestIdentity'],
  ['accept', 'requestIdentity', 'answerIdentity by liaison'], ['accept', 'notMatching'],
  ['accept', 'notMatching', 'supplementIdentity'],
  ['accept', 'askReception'], ['accept', 'askReception', 'promiseReception by centre'], READY, [...READY, pass(12)],
  [...READY, 'schedule'], [...READY, 'schedule', 'offer'], GONE, [...GONE, 'confirmReception'],
  [...GONE, 'confirmReception', 'close'], ['accept', 'requestStage'], ['accept', 'requestStage', 'withdraw'],
  ['accept', 'requestStage', 'placed'], ['accept', 'requestIdentity', 'requestStage', 'placed', 'close'],
];
const LISTED: readonly Step[] = ['list', 'list'];
const SEALED: readonly Step[] = [...LISTED, 'seal'];
const ACCEPTED: readonly Step[] = [...SEALED, 'acceptedAll'];

/** How the handover of both may stand. */
const HANDOVERS: readonly (readonly Step[])[] = [
  [], ['list'], LISTED, [...LISTED, 'split'], SEALED, [...SEALED, 'accept'], [...SEALED, 'refuse'],
  [...SEALED, 'refuse', 'postpone'], ACCEPTED, [...ACCEPTED, pass(12)], [...ACCEPTED, 'sign by escort'],
  [...ACCEPTED, 'sign by border'], [...ACCEPTED, 'sign by liaison', 'sign by border'],
];

const steps = (given: Asked, taken: readonly Step[]): Step[] => {
  const others: Partial<Record<string, () => Promise<unknown>>> = {
    placed: given.placed, handedOver: given.handedOver,
    notMatching: async () => {
      await broughtOn(returns, given.path, ['requestIdentity']);
      const { body: { identity: { requests } } } = await port.by.liaison.get<Return>(given.path);
      await port.by.police.put(`${given.path}/identity-requests/${requests[0]!.requestId}/answer`, { answer: 'not-matching' });
    },
  };
  return taken.map((step) => others[step as string] ?? step);
};

describe('What can be done with a return (decision 11)', () => {
  it('is what its commands do, however it stands: closed is refused with that refusal, open is done', async () => {
    const states = RETURNS.map((taken) => async () => {
      const given = await asked();
      return broughtOn(returns, given.path, steps(given, taken));
    });
    expect(await agreementIn(returns, states)).toEqual({ wrong: [], neverClosed: [], neverOpen: [] });
  });

  it('is so after whatever people do, and others meanwhile', async () => {
    const picked = fc.array(fc.nat(10_000), { minLength: 3, maxLength: 8 });
    await fc.assert(fc.asyncProperty(fc.constantFrom([], READY, GONE), picked, async (taken, picks) => {
      const given = await asked();
      await broughtOn(returns, given.path, steps(given, taken));
      expect(await walk(returns, given.path, { picks, meanwhile: [given.placed, pass(1), pass(12)] })).toEqual([]);
    }), { numRuns: 3, endOnFailure: true });
  });
});

describe('What can be done with a handover (decision 11)', () => {
  async function scheduled(): Promise<string> {
    const given = await asked();
    await broughtOn(returns, given.path, READY);
    await broughtOn(returns, given.mai, READY);
    const persons = [given.path, given.mai].map((path) => ({ returnId: path.split('/').at(-1), destination: 'family' }));
    const plan = { persons, port: 'hekou', at: ahead(1), counterpart: 'vn-lc-border' };
    const { status } = await port.by.liaison.post('/handovers', plan);
    expect(status).toBe(201);
    return given.handover();
  }
  /** Item by item: until somebody signs, a remark can be corrected. */
  const broughtTo = (path: string, taken: readonly Step[]): Promise<string> => broughtOn(handovers, path, taken.map((step) => (
    step === 'acceptedAll' ? async () => {
      for (const n of [1, 2]) await port.by.border.put(`${path}/items/${n}/acceptance`, { remark: 'as-listed' });
    } : step)));

  it('is what its commands do, however it stands: closed is refused with that refusal, open is done', async () => {
    const states = HANDOVERS.map((taken) => async () => broughtTo(await scheduled(), taken));
    expect(await agreementIn(handovers, states)).toEqual({ wrong: [], neverClosed: [], neverOpen: [] });
  });

  it('is so after whatever people do, and others meanwhile', async () => {
    const picked = fc.array(fc.nat(10_000), { minLength: 3, maxLength: 8 });
    await fc.assert(fc.asyncProperty(fc.constantFrom([], SEALED, ACCEPTED), picked, async (taken, picks) => {
      const path = await broughtTo(await scheduled(), taken);
      expect(await walk(handovers, path, { picks, meanwhile: [pass(1), pass(12)] })).toEqual([]);
    }), { numRuns: 3, endOnFailure: true });
  });
});
