import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { CaseOpened, fact, StageAccepted, StageOpened, StageRequested, type Actor, type VictimInCase } from '#contracts';
import type { Receipt } from '#messaging';
import type { Problem } from '#service-kit';
import { aServiceBench, type Answer, type Desk, type ServiceBench } from '#testing';
import { rescueParts, rescueService } from '../src/rescue.module.js';

export const YUANYANG = '532528-psb';
export const MENGZI = '532503-psb';
export const RELIEF = '532500-relief-station';
export const HOSPITAL = '532500-hospital';
export const LAO_CAI = '990010-border';
export const EVERYBODY = ['female-officer', 'social-worker', 'interpreter'];

type Who =
  | 'officer' | 'colleague' | 'chief' | 'mengzi' | 'relief' | 'reliefColleague' | 'clinician' | 'abroad' | 'teacher' | 'stranger';

export interface Rescuing {
  readonly caseId: string;
  readonly id: string;
  readonly hoa: string;
  readonly mai: string;
}

/** Rescue with its neighbours in the directory, and what one needs to bring a rescue forward. */
export interface RescueBench extends ServiceBench {
  readonly actors: Record<Who, Actor>;
  at(who: Who): Desk;
  /** A rescue that investigation has asked for and Yuanyang has accepted. @returns its id. */
  opened(caseId: string, victimIds: string[]): Promise<string>;
  /** A rescue of two women, asked for by investigation and accepted at Yuanyang. */
  aRescue(): Promise<Rescuing>;
  /** The same with an approved plan; the victim is free. @returns the id of the custody. */
  free(rescuing: Rescuing, victimId: string): Promise<string>;
  aCustody(victim?: 'hoa' | 'mai'): Promise<Rescuing & { custodyId: string; victimId: string }>;
  offer(custodyId: string, by: Desk, toUnit: string): Promise<string>;
  /** What the service of the next stage says to everybody. */
  accepted(source: 'placement' | 'cross-border', rescuing: Rescuing, request: Receipt): Promise<void>;
}

export const types = ({ body }: Answer): string[] => body.facts.map(({ type }) => type);
export const code = async (answer: Promise<Answer<unknown>>): Promise<string> => ((await answer).body as Problem).code;
export const dataOf = (receipt: Receipt, type: string): Record<string, string> =>
  receipt.facts.find((said) => said.type === type)!.data as Record<string, string>;

export async function aRescueBench(): Promise<RescueBench> {
  const bench = await aServiceBench(rescueService, rescueParts);
  const actors = await people(bench);
  const at = (who: Who): Desk => bench.as(actors[who]);
  const opened: RescueBench['opened'] = async (caseId, victimIds) => {
    await bench.hear('investigation', caseId,
      fact(StageRequested, { requestId: randomUUID(), stage: 'rescue', toUnit: YUANYANG, victimIds }));
    const { body: { items } } = await at('officer').get<{ items: Opened[] }>(`/rescues?caseId=${caseId}`);
    const { id, stage } = items.at(-1)!;
    expect((await at('officer').put(`/rescues/${id}/offers/${stage.offer!.offerId}/acceptance`)).status).toBe(200);
    return id;
  };
  const aRescue: RescueBench['aRescue'] = async () => {
    const [caseId, hoa, mai] = [randomUUID(), randomUUID(), randomUUID()];
    const women: VictimInCase[] = [
      { victimId: hoa, sex: 'female', minor: false, nationality: 'VN' },
      { victimId: mai, sex: 'female', minor: true, nationality: 'VN' },
    ];
    await bench.hear('intake', caseId,
      fact(CaseOpened, { caseNumber: 'GT-532528-2026-0001', kind: 'woman-trafficking', division: '532528', victims: women }));
    return { caseId, id: await opened(caseId, [hoa, mai]), hoa, mai };
  };
  const free: RescueBench['free'] = async ({ id, hoa, mai }, victimId) => {
    const { body: { plans } } = await at('officer').get<{ plans: Planned[] }>(`/rescues/${id}`);
    const planId = plans.find(({ approvedAt }) => approvedAt)?.planId ?? await planned(at, id, [hoa, mai]);
    const { body, status } = await at('officer').post(`/rescues/${id}/rescued-persons`, { victimId, planId, present: EVERYBODY });
    expect(status).toBe(201);
    return dataOf(body, 'rescue.custody-taken').custodyId!;
  };
  return {
    ...bench, actors, at, opened, aRescue, free,
    aCustody: async (victim = 'mai') => {
      const rescuing = await aRescue();
      return { ...rescuing, victimId: rescuing[victim], custodyId: await free(rescuing, rescuing[victim]) };
    },
    offer: async (custodyId, by, toUnit) => {
      const { body, status } = await by.post(`/custodies/${custodyId}/offers`, { toUnit });
      expect(status).toBe(201);
      return dataOf(body, 'rescue.custody-offered').offerId!;
    },
    accepted: async (source, { caseId }, request) => {
      const requested = request.facts.find(({ type }) => type === 'stage.requested')!.data as StageRequested;
      const { requestId, toUnit, victimIds } = requested;
      const opened = victimIds.map((victimId) => ({ stageId: randomUUID(), stage: source, victimId }));
      await bench.hear(source, caseId,
        ...opened.map((stage) => fact(StageOpened, { ...stage, requestId, unitId: YUANYANG, personId: actors.officer.personId })),
        ...opened.map(({ stageId, stage }) =>
          fact(StageAccepted, { stageId, stage, offerId: randomUUID(), unitId: toUnit, personId: actors.relief.personId })));
    },
  };
}

interface Planned {
  readonly planId: string;
  readonly approvedAt: string | null;
}

interface Opened {
  readonly id: string;
  readonly stage: { readonly offer: { readonly offerId: string } | null };
}

async function planned(at: (who: Who) => Desk, id: string, victimIds: string[]): Promise<string> {
  const drafted = await at('officer').post(`/rescues/${id}/plans`, {
    victimIds, placeVerified: true, risks: ['none-known'], present: EVERYBODY,
  });
  const planId = dataOf(drafted.body, 'rescue.plan-drafted').planId!;
  expect((await at('chief').put(`/rescues/${id}/plans/${planId}/approval`)).status).toBe(200);
  return planId;
}

async function people(bench: ServiceBench): Promise<Record<Who, Actor>> {
  await bench.unit('532500-psb', 'public-security', { level: 'prefecture' });
  await bench.unit(YUANYANG, 'public-security', { superiorUnit: '532500-psb' });
  await bench.unit(MENGZI, 'public-security', { superiorUnit: '532500-psb' });
  await bench.unit(RELIEF, 'relief-station', { superiorUnit: '532500-civil-affairs' });
  await bench.unit('532500-border-management', 'border-management');
  await bench.unit(HOSPITAL, 'hospital');
  await bench.unit('532528-school', 'school');
  await bench.unit(LAO_CAI, 'foreign-border');
  return {
    officer: await bench.person(YUANYANG, 'officer'), colleague: await bench.person(YUANYANG, 'officer'),
    chief: await bench.person(YUANYANG, 'head'), mengzi: await bench.person(MENGZI, 'officer'),
    relief: await bench.person(RELIEF, 'placement-worker'), reliefColleague: await bench.person(RELIEF, 'social-worker'),
    clinician: await bench.person(HOSPITAL, 'clinician'), abroad: await bench.person(LAO_CAI, 'border-officer'),
    teacher: await bench.person('532528-school', 'teacher'), stranger: await bench.person(MENGZI, 'head'),
  };
}
