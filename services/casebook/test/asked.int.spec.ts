import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  fact, FitnessAsked, FitnessAssessed, HandoverScheduled, IdentityAnswered, IdentityRequested,
  IdentitySupplemented, MedicalCheckAsked, MedicalChecked, PlaceAsked, ReceptionAsked, ReceptionPromised, type Fact,
} from '#contracts';
import { aReadingRoom, HOSPITAL, MENGZI, type ReadingRoom } from './a-reading-room.js';

jest.setTimeout(60_000);

let room: ReadingRoom;
beforeAll(async () => { room = await aReadingRoom(); });
afterAll(() => room.stop());

interface Asked {
  readonly type: string;
  readonly aboutId: string;
  readonly victimId: string | null;
  readonly dueAt: string | null;
}

const caseId = randomUUID();
const asked = async (who: Parameters<ReadingRoom['at']>[0]): Promise<Asked[]> => {
  const { body } = await room.at(who)
    .get<{ parts: { asked: { items: (Asked & { caseId: string })[] } } }>('/worklist?part=asked');
  return body.parts.asked.items.filter((item) => item.caseId === caseId);
};
const types = async (who: Parameters<ReadingRoom['at']>[0]): Promise<string[]> => (await asked(who)).map(({ type }) => type);
const hear = (source: string, ...facts: Fact[]) => room.hear(source, caseId, ...facts);

describe('What a unit is asked', () => {
  it('waits in its worklist, with whom it is about and by when, until it has answered', async () => {
    const [mai, hoa] = [randomUUID(), randomUUID()];
    await hear('rescue', fact(MedicalCheckAsked, { victimId: mai, toUnit: HOSPITAL }),
      fact(MedicalCheckAsked, { victimId: hoa, toUnit: HOSPITAL }));
    expect(await asked('clinician')).toMatchObject([{ victimId: mai, dueAt: null }, { victimId: hoa }]);
    expect(await asked('pu')).toEqual([]);
    await hear('rescue', fact(MedicalChecked, { checkId: randomUUID(), victimId: mai, atUnit: HOSPITAL, inTime: true }));
    expect((await asked('clinician')).map(({ victimId }) => victimId)).toEqual([hoa]);
    await hear('rescue', fact(MedicalChecked, { checkId: randomUUID(), victimId: hoa, atUnit: HOSPITAL, inTime: true }));
    expect(await asked('clinician')).toEqual([]);
  });

  it('is asked anew when what was missed is sent', async () => {
    const [requestId, returnId, victimId] = [randomUUID(), randomUUID(), randomUUID()];
    await hear('cross-border', fact(IdentityRequested, { returnId, victimId, requestId, counterpart: MENGZI }));
    expect(await asked('pu')).toMatchObject([{ type: 'cross-border.identity-requested', aboutId: returnId }]);
    await hear('cross-border', fact(IdentityAnswered, { returnId, victimId, requestId, answer: 'not-matching' }));
    expect(await types('pu')).toEqual([]);
    await hear('cross-border', fact(IdentitySupplemented, { returnId, victimId, requestId }));
    expect(await types('pu')).toEqual(['cross-border.identity-requested']);
    await hear('cross-border', fact(IdentityAnswered, { returnId, victimId, requestId, answer: 'confirmed' }));
    expect(await types('pu')).toEqual([]);
  });

  it('stays with the one whose answer has not come when another has answered', async () => {
    const [returnId, victimId, other] = [randomUUID(), randomUUID(), { returnId: randomUUID(), victimId: randomUUID() }];
    await hear('cross-border', fact(FitnessAsked, { returnId, victimId, toUnit: HOSPITAL }),
      fact(FitnessAsked, { returnId, victimId, toUnit: MENGZI }),
      fact(ReceptionAsked, { ...other, toUnit: MENGZI, destination: 'family' }));
    await hear('cross-border', fact(FitnessAssessed, { returnId, victimId, fit: true, byUnit: HOSPITAL }));
    expect(await types('clinician')).toEqual([]);
    expect((await types('pu')).sort()).toEqual(['cross-border.fitness-asked', 'cross-border.reception-asked']);
    await hear('cross-border', fact(FitnessAssessed, { returnId, victimId, fit: true, byUnit: MENGZI }),
      fact(ReceptionPromised, { ...other, destination: 'family', byUnit: MENGZI }));
    expect(await types('pu')).toEqual([]);
  });

  it('names the deadline of the answer, where there is one, and the record in which it is given', async () => {
    const [placementId, handoverId] = [randomUUID(), randomUUID()];
    await hear('placement', fact(PlaceAsked, { placementId, victimId: room.victimId, toUnit: MENGZI }));
    await hear('cross-border', fact(HandoverScheduled, {
      handoverId, returnIds: [randomUUID()], port: 'hekou', at: '2026-07-29T02:00:00.000Z', counterpart: MENGZI }));
    const found = await asked('pu');
    expect(found.find(({ type }) => type === 'placement.place-asked')).toMatchObject({ aboutId: placementId, dueAt: null });
    expect(found.map(({ type }) => type)).toContain('cross-border.handover-scheduled');
  });
});
