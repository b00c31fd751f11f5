import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CaseOpened, fact, type Actor, type Envelope } from '#contracts';
import { aServiceBench, type Answer, type Desk, type ServiceBench } from '#testing';
import { placementParts, placementService } from '../../services/placement/src/placement.module.js';
import type { Placement } from '../../services/placement/src/domain/placement.js';
import { aRescueBench, dataOf, HOSPITAL, RELIEF, type RescueBench } from '../../services/rescue/test/a-rescue-bench.js';
import { foldAll } from './prove.js';

/* two services, each on its own database; what one says reaches the other in its order. */

jest.setTimeout(180_000);

const MOTHER_ID = '532503199104120027';

let rescue: RescueBench, placement: ServiceBench;
let worker: Actor, station: Desk, placing: Desk, officer: Desk;

beforeAll(async () => {
  rescue = await aRescueBench();
  placement = await aServiceBench(placementService, placementParts);
  await placement.unit(RELIEF, 'relief-station');
  worker = await placement.person(RELIEF, 'placement-worker');
  [station, placing, officer] = [rescue.at('relief'), placement.as(worker), rescue.at('officer')];
});
afterAll(() => Promise.all([rescue.stop(), placement.stop()]));

const moveTo = async (time: string): Promise<void> => void await Promise.all([rescue.moveClock(time), placement.moveClock(time)]);

async function done(answer: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await answer;
  expect([status < 300, body.code]).toEqual([true, undefined]);
  return body;
}

/** Lets each service hear what the other has said about the case since the last time. */
function between(caseId: string): () => Promise<void> {
  const heard = { rescue: 0, placement: 0 };
  return async () => {
    for (const [source, from, to] of [['rescue', rescue, placement], ['placement', placement, rescue]] as const) {
      const said = (await from.said(caseId)).slice(heard[source]);
      heard[source] += said.length;
      if (said.length > 0) expect(await to.hear(source, caseId, ...said)).toMatchObject({ parked: 0 });
    }
  };
}

/** Who answers for what is open, as the casebook folds it; and what it finds wrong. */
async function answering(caseId: string): Promise<{ open: string[]; alarms: unknown[] }> {
  const said: Envelope[] = [...await rescue.said(caseId), ...await placement.said(caseId)];
  const { known, alarms } = foldAll(said);
  const open = [...known.stages.values()].filter(({ now }) => now.state === 'open');
  return { open: open.map(({ now }) => `${now.stage} ${now.unitId}`), alarms };
}

const placementsOf = async (caseId: string): Promise<Placement[]> =>
  (await placing.get<{ items: Placement[] }>(`/placements?caseId=${caseId}`)).body.items;

/** Placement is asked for, and the station takes it. @returns the path of the placement. */
async function placed(path: string, { caseId, victimId, hear }: Story): Promise<string> {
  await done(officer.post(`${path}/stage-requests`, { stage: 'placement', toUnit: RELIEF, victimIds: [victimId] }));
  await hear();
  const { id, stage } = (await placementsOf(caseId)).find((known) => !known.stage.taken)!;
  await done(placing.put(`/placements/${id}/offers/${stage.offer!.offerId}/acceptance`));
  await hear();
  return `/placements/${id}`;
}

/** The child is examined and comes into the care of the station. */
async function broughtToTheStation(path: string, { custodyId, victimId, hear }: Story): Promise<void> {
  await done(officer.put(`${path}/victims/${victimId}/medical-check`, { atUnit: HOSPITAL }));
  const offerId = await rescue.offer(custodyId, officer, RELIEF);
  await done(station.put(`/custodies/${custodyId}/offers/${offerId}/acceptance`));
  await hear();
}

interface Story {
  readonly caseId: string;
  readonly victimId: string;
  readonly custodyId: string;
  readonly hear: () => Promise<void>;
}

/** Home with her mother, visited for a year; everything is closed. */
async function settled(): Promise<Story> {
  const { caseId, victimId, custodyId, id } = await rescue.aCustody('mai');
  const [mother, householdId] = [randomUUID(), randomUUID()];
  const story = { caseId, victimId, custodyId, hear: between(caseId) };
  await placement.hear('intake', caseId, fact(CaseOpened, {
    caseNumber: 'GT-532528-2024-0001', kind: 'child-abduction', division: '532528',
    victims: [{ victimId, sex: 'female', minor: true, nationality: 'VN' }],
  }));
  const path = await placed(`/rescues/${id}`, story);
  await broughtToTheStation(`/rescues/${id}`, story);
  await done(officer.put(`/rescues/${id}/closure`, { abandoned: true }));
  await done(placing.put(`${path}/reception`));
  const kin = { relativeId: mother, relation: 'mother' };
  await done(station.post(`/custodies/${custodyId}/kinship-proofs`, { ...kin, proof: 'document', personNationalId: MOTHER_ID }));
  await story.hear();
  await done(placing.put(`${path}/decision`, { kind: 'birth-family', householdId, personIds: [mother] }));
  await done(rescue.at('reliefColleague').put(`/custodies/${custodyId}/handover-to-relative`, { ...kin, witnesses: ['social-worker'] }));
  await story.hear();
  await done(placing.put(`${path}/effect`));
  for (const month of ['2024-04', '2024-06', '2024-09', '2025-03']) {
    await moveTo(`${month}-05T02:00:00.000Z`);
    const visit = (await placementsOf(caseId))[0]!.visits.find(({ visitedAt }) => visitedAt === null)!;
    await done(placing.put(`${path}/visits/${visit.visitId}`, { furtherHelpNeeded: false }));
  }
  await done(station.put(`/custodies/${custodyId}/ending`, { reason: 'with-family' }));
  await done(placing.put(`${path}/closure`));
  await story.hear();
  return story;
}

describe('A child who is taken back after everything was closed (R-3, R-4)', () => {
  it('is nobody\'s at no moment: whoever took her answers until civil affairs has taken a new placement', async () => {
    await moveTo('2024-03-04T02:00:00.000Z');
    const story = await settled();
    const { caseId, custodyId, hear } = story;
    expect(await answering(caseId)).toEqual({ open: [], alarms: [] });

    await moveTo('2025-05-06T02:00:00.000Z');
    const retaken = await done(officer.put(`/custodies/${custodyId}/retaking`, { grounds: 'in-danger', documentNumber: 'YY-2025-7' }));
    await hear();
    expect(await answering(caseId)).toEqual({ open: ['rescue 532528-psb'], alarms: [] });
    expect(await placementsOf(caseId)).toMatchObject([{ decision: null, stage: { state: 'closed' } }]);

    const path = `/rescues/${dataOf(retaken as never, 'stage.opened').stageId!}`;
    const again = await placed(path, story);
    await broughtToTheStation(path, story);
    await done(officer.put(`${path}/closure`));
    await hear();
    expect(await answering(caseId)).toEqual({ open: [`placement ${RELIEF}`], alarms: [] });
    await done(placing.put(`${again}/reception`));
    expect(await placementsOf(caseId)).toHaveLength(2);
    const { body } = await officer.get<{ history: { from: string; to: string | null }[] }>(`/custodies/${custodyId}`);
    expect(body.history.at(-1)!.to).toBeNull();
  });
});
