import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { fact, StageAccepted, StageOpened, type Actor } from '#contracts';
import type { Receipt } from '#messaging';
import type { Problem } from '#service-kit';
import { aServiceBench, type Answer, type Desk, type ServiceBench } from '#testing';
import { MarkPeopleAnew } from '../src/commands/mark-people-anew.js';
import { intakeParts, intakeService } from '../src/intake.module.js';

export const YUANYANG = '532528-psb';
export const REPORTER = { name: '甲某', phone: '13800000000', wantsAnonymity: true };
export const CLUE = {
  channel: 'new-media', discoveredAt: '2026-07-02T21:12+08:00', division: '532528', occurredAt: '2026-07-02T21:20+08:00',
};
/** Somebody bound to report, three days after discovery. */
export const LATE = {
  channel: 'transport-worker', discoveredAt: '2026-06-28T09:00+08:00', occurredAt: '2026-07-01T09:00+08:00',
};
export const HOA = { name: 'Trần Thị Hoa', sex: 'female', birthDate: '2004-03-08', nationality: 'VN' };
export const MAI = { name: 'Lý Thị Mai', sex: 'female', birthDate: '2009-01-19', nationality: 'VN' };

type Who = 'duty' | 'officer' | 'head' | 'station' | 'stranger' | 'superior' | 'relief' | 'teacher';
export interface Clue {
  readonly id: string;
  readonly caseId: string;
  readonly clueId: string;
}

/** Intake with its neighbours in the directory, and what one needs to bring a matter forward. */
export interface IntakeBench extends ServiceBench {
  readonly actors: Record<Who, Actor>;
  readonly duty: Desk;
  at(who: Who): Desk;
  /** As at a start. */
  markAnew(): Promise<void>;
  aClue(given?: object, by?: Desk): Promise<Clue>;
  aCase(): Promise<Clue>;
  /** What the stage that was asked for says to everybody, as its service would. @returns its id. */
  accepted(caseId: string, requestId: string, unitId: string): Promise<string>;
}

export const types = ({ body }: Answer): string[] => body.facts.map(({ type }) => type);
export const code = async (answer: Promise<Answer<unknown>>): Promise<string> => ((await answer).body as Problem).code;
export const dataOf = (receipt: Receipt, type: string): Record<string, string> =>
  receipt.facts.find((said) => said.type === type)!.data as Record<string, string>;

export async function anIntakeBench(): Promise<IntakeBench> {
  let marking: MarkPeopleAnew;
  const seen = { provide: 'marking', inject: [MarkPeopleAnew], useFactory: (found: MarkPeopleAnew) => Boolean(marking = found) };
  const bench = await aServiceBench(intakeService, { ...intakeParts, providers: [...intakeParts.providers!, seen] });
  const actors = await people(bench);
  const duty = bench.as(actors.duty);
  const aClue: IntakeBench['aClue'] = async (given = {}, by = duty) => {
    const told = { reporter: REPORTER, place: '某镇某出租屋', description: '求助' };
    const { status, body } = await by.post('/intakes/clues', { ...CLUE, ...told, ...given });
    expect(status).toBe(201);
    return { id: body.id!, caseId: body.caseId!, clueId: dataOf(body, 'intake.clue-received').clueId! };
  };
  return {
    ...bench, actors, duty, aClue,
    at: (who) => bench.as(actors[who]),
    markAnew: () => marking.markAll(),
    aCase: async () => {
      const clue = await aClue();
      const opening = { kind: 'woman-trafficking', victims: [HOA, MAI], occurredAt: '2026-07-02T21:35+08:00' };
      expect((await duty.put(`/intakes/${clue.id}/case`, opening)).status).toBe(200);
      return clue;
    },
    accepted: async (caseId, requestId, unitId) => {
      const stage = { stageId: randomUUID(), stage: 'investigation' as const };
      await bench.hear('investigation', caseId,
        fact(StageOpened, { ...stage, unitId: YUANYANG, personId: actors.duty.personId, requestId }),
        fact(StageAccepted, { ...stage, offerId: randomUUID(), unitId, personId: actors.officer.personId }));
      return stage.stageId;
    },
  };
}

async function people(bench: ServiceBench): Promise<Record<Who, Actor>> {
  await bench.unit('532500-psb', 'public-security', { level: 'prefecture' });
  await bench.unit(YUANYANG, 'public-security', { superiorUnit: '532500-psb' });
  for (const unitId of ['532503-psb', '532501-psb']) await bench.unit(unitId, 'public-security');
  await bench.unit('532503-wenlan-ps', 'police-station', { level: 'township', superiorUnit: '532503-psb' });
  await bench.unit('532500-relief', 'relief-station');
  await bench.unit('532503-school', 'school');
  return {
    duty: await bench.person(YUANYANG, 'duty-officer'), officer: await bench.person(YUANYANG, 'officer'),
    head: await bench.person(YUANYANG, 'head'), station: await bench.person('532503-wenlan-ps', 'duty-officer'),
    stranger: await bench.person('532503-psb', 'duty-officer'), relief: await bench.person('532500-relief', 'placement-worker'),
    superior: await bench.person('532500-psb', 'head'),
    teacher: await bench.person('532503-school', 'teacher'),
  };
}
