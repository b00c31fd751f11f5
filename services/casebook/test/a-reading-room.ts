import { randomUUID } from 'node:crypto';
import {
  CaseOpened, ClockOverdue, ClockStarted, ClueReceived, CustodyOffered, CustodyTaken, fact, FollowUpVisited, MeasureTaken,
  PersonRescued, RiskGraded,
  SessionHeld, StageAccepted, StageExpired, StageOffered, StageOpened, StageRequested, SuspectCaught, type Actor, type Fact,
} from '#contracts';
import { aServiceBench, type Desk, type ServiceBench } from '#testing';
import { casebookParts, casebookService } from '../src/casebook.module.js';

export const MENGZI = '532503-psb';
export const CIVIL = '532503-caf';
export const HOSPITAL = '532500-hospital';
const OFFICE = '532500-office';

type Who = 'pu' | 'kong' | 'ma' | 'worker' | 'clinician' | 'border' | 'secretary' | 'teacher' | 'administrator'
  | 'superior' | 'stranger';

/** The first reference case, as far as the casebook hears it; and the people who come to read it. */
export interface ReadingRoom extends ServiceBench {
  readonly actors: Record<Who, Actor>;
  readonly caseId: string;
  readonly victimId: string;
  readonly investigation: string;
  readonly rescue: string;
  at(who: Who): Desk;
  /** Everybody says this at that time, about the case. */
  say(at: string, source: string, ...facts: Fact[]): Promise<void>;
}

export async function aReadingRoom(): Promise<ReadingRoom> {
  const bench = await aServiceBench(casebookService, casebookParts);
  await bench.moveClock('2019-10-03T00:00:00.000Z');
  const actors = await people(bench);
  const [caseId, victimId, investigation, rescue] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const say = async (at: string, source: string, ...facts: Fact[]): Promise<void> => {
    await bench.moveClock(at);
    const { parked } = await bench.hear(source, caseId, ...facts);
    if (parked > 0) throw new Error('A fact of the story was parked.');
  };
  const room: ReadingRoom = { ...bench, actors, caseId, victimId, investigation, rescue, at: (who) => bench.as(actors[who]),
    say };
  await tellTheCase(room);
  return room;
}

async function people(bench: ServiceBench): Promise<Record<Who, Actor>> {
  await bench.unit('532500-psb', 'public-security', { level: 'prefecture' });
  await bench.unit(MENGZI, 'public-security', { superiorUnit: '532500-psb' });
  await bench.unit('532528-psb', 'public-security', { superiorUnit: '532500-psb' });
  await bench.unit(CIVIL, 'civil-affairs');
  await bench.unit(HOSPITAL, 'hospital', { level: 'prefecture' });
  await bench.unit(OFFICE, 'conference-office', { level: 'prefecture' });
  await bench.unit('532532-border', 'border-inspection');
  await bench.unit('532503-school', 'school');
  return {
    pu: await bench.person(MENGZI, 'head'), kong: await bench.person(MENGZI, 'head'),
    ma: await bench.person(MENGZI, 'deputy-head'),
    worker: await bench.person(CIVIL, 'placement-worker'), clinician: await bench.person(HOSPITAL, 'clinician'),
    border: await bench.person('532532-border', 'border-officer'), secretary: await bench.person(OFFICE, 'secretary'),
    teacher: await bench.person('532503-school', 'teacher'), administrator: await bench.person('532500-psb', 'administrator'),
    superior: await bench.person('532500-psb', 'head'), stranger: await bench.person('532528-psb', 'head'),
  };
}

const answers = ({ unitId, personId }: Actor) => ({ unitId, personId });

/** A stage is opened, and is under its first deadline. */
export const underWay = (stage: Omit<StageOpened, 'unitId' | 'personId'>, by: Actor): Fact[] => [
  fact(StageOpened, { ...stage, ...answers(by) }), aDeadline(by)];

/** The general one, not due in these stories. */
export const aDeadline = (by: Actor): Fact => fact(ClockStarted, {
  clockId: randomUUID(), rule: 'stage-next-step', ruleVersion: 1, ...answers(by), dueAt: '2030-01-01T00:00:00.000Z',
});

async function tellTheCase({ say, actors, victimId, investigation, rescue }: ReadingRoom): Promise<void> {
  const { pu, kong, ma, worker } = actors;
  const clueId = randomUUID();
  const intake = { stageId: randomUUID(), stage: 'intake' as const };
  const leads = { stageId: investigation, stage: 'investigation' as const };
  const frees = { stageId: rescue, stage: 'rescue' as const };
  const places = { stageId: randomUUID(), stage: 'placement' as const };
  const offer = (stage: typeof leads | typeof places, offerId: string, by: Actor, to: Actor, expiresAt: string) =>
    fact(StageOffered, {
    ...stage, offerId, fromUnit: by.unitId, fromPerson: by.personId, toUnit: to.unitId, toPerson: to.personId, expiresAt,
    escalateTo: '532500-psb',
  });
  const [handover, placing] = [randomUUID(), randomUUID()];
  await say('2019-10-03T09:05:00.000Z', 'intake', ...underWay(intake, ma), fact(ClueReceived, {
    clueId, channel: 'teacher', boundToReport: true, discoveredAt: '2019-10-01T00:00:00.000Z', delayMinutes: 3_000,
    late: true,
    division: '532503', receivedBy: MENGZI,
  }));
  for (const risk of ['high', 'urgent'] as const)
    await say('2019-10-03T09:10:00.000Z', 'intake', fact(RiskGraded, { clueId, risk }));
  await say('2019-10-03T09:30:00.000Z', 'intake', fact(CaseOpened, {
    caseNumber: 'MZ-2019-0147', kind: 'child-abduction', division: '532503',
    victims: [{ victimId, sex: 'male', minor: true, nationality: 'CN', identityDigest: 'a'.repeat(64) }],
  }));
  await say('2019-10-04T01:00:00.000Z', 'investigation', ...underWay(leads, pu),
    fact(MeasureTaken, { measureId: randomUUID(), package: 'solve', measure: 'canvass' }));
  await say('2021-03-14T01:00:00.000Z', 'investigation', offer(leads, handover, pu, kong, '2021-03-17T01:00:00.000Z'));
  await say('2021-03-15T01:00:00.000Z', 'investigation', fact(StageAccepted, { ...leads, offerId: handover, ...answers(kong) }));
  const late = { clockId: randomUUID(), rule: 'cold-case-review' as const, ...answers(kong), dueAt: '2021-09-01T00:00:00.000Z' };
  await say('2021-06-01T01:00:00.000Z', 'investigation', fact(ClockStarted, { ...late, ruleVersion: 1 }));
  await say('2021-09-01T00:00:00.000Z', 'investigation', fact(ClockOverdue, { ...late, step: 1, toldUnit: '532500-psb' }));
  await say('2026-09-16T07:30:00.000Z', 'rescue', ...underWay(frees, ma),
    fact(PersonRescued, { victimId, planId: randomUUID(), present: ['social-worker'] }),
    fact(CustodyTaken, { custodyId: randomUUID(), victimId, kind: 'unit', ...answers(ma) }),
    fact(CustodyOffered, { custodyId: randomUUID(), victimId, offerId: randomUUID(), kind: 'unit', unitId: CIVIL }));
  await say('2026-09-19T00:00:00.000Z', 'rescue', fact(StageRequested, {
    requestId: randomUUID(), stage: 'cross-border', toUnit: '532532-border', victimIds: [victimId] }));
  await say('2026-09-20T00:00:00.000Z', 'investigation', fact(SuspectCaught, { suspectId: randomUUID() }));
  await say('2026-09-20T01:00:00.000Z', 'placement',
    fact(StageOpened, { ...places, ...answers(ma), requestId: randomUUID(), victimId }),
    offer(places, placing, ma, worker, '2026-09-22T01:00:00.000Z'));
  await say('2026-09-22T01:00:00.000Z', 'placement',
    fact(StageExpired, { ...places, offerId: placing, toUnit: CIVIL, ...answers(ma) }),
    offer(places, randomUUID(), ma, worker, '2026-09-25T01:00:00.000Z'),
    fact(SessionHeld, { placementId: places.stageId, victimId, number: 1, providerUnit: HOSPITAL }),
    fact(FollowUpVisited, { placementId: places.stageId, visitId: randomUUID(), furtherHelpNeeded: true }));
}
