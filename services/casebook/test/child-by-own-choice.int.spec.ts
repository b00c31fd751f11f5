import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact, PlacementDecided, PlacementFallen, PlacementTakenEffect, StageClosed, VictimAgeSaid } from '#contracts';
import { aReadingRoom, type ReadingRoom } from './a-reading-room.js';

type Item = Readonly<Record<string, unknown>>;

let room: ReadingRoom;
beforeAll(async () => { room = await aReadingRoom(); });
afterAll(() => room.stop());

const found = async (who: Parameters<ReadingRoom['at']>[0] = 'superior', page = '/alarms'): Promise<Item[]> =>
  (await room.at(who).get<{ items: Item[] }>(page)).body.items.filter(({ kind }) => kind === 'child-by-own-choice');

const ageSaid = (time: string, victimId: string, minor: boolean): Promise<void> =>
  room.say(time, 'intake', fact(VictimAgeSaid, { victimId, minor }));

describe('A victim who lives by own choice and is found to be a child (R-3)', () => {
  it('is an alarm until she is of age after all, or the placement falls', async () => {
    const [victimId, placementId] = [randomUUID(), randomUUID()];
    const placed = { placementId, victimId };
    await ageSaid('2026-09-22T04:00:00.000Z', victimId, true);
    await ageSaid('2026-09-22T04:01:00.000Z', victimId, false);
    await room.say('2026-09-22T04:10:00.000Z', 'placement',
      fact(PlacementDecided, { ...placed, kind: 'own-choice' }), fact(PlacementTakenEffect, placed));
    expect(await found()).toEqual([]);
    await ageSaid('2026-09-22T04:20:00.000Z', victimId, true);
    for (const who of ['superior', 'worker'] as const)
      expect(await found(who)).toMatchObject([{ caseId: room.caseId, id: placementId, stage: 'placement' }]);
    expect(await found('kong', '/notices')).toMatchObject([{ subjectId: placementId, stage: 'placement' }]);
    for (const page of ['/alarms', '/notices']) expect(await found('stranger', page)).toEqual([]);
    await ageSaid('2026-09-22T04:30:00.000Z', victimId, false);
    expect(await found()).toEqual([]);
    await ageSaid('2026-09-22T04:40:00.000Z', victimId, true);
    expect(await found()).toHaveLength(1);
    await room.say('2026-09-22T04:50:00.000Z', 'placement', fact(PlacementFallen, placed));
    expect([await found(), await found('kong', '/notices')]).toEqual([[], []]);
  });

  it('is none where it was decided for a child, and none after the stage is closed', async () => {
    const [victimId, first, second] = [randomUUID(), randomUUID(), randomUUID()];
    await room.say('2026-09-22T05:00:00.000Z', 'placement',
      fact(PlacementDecided, { placementId: first, victimId, kind: 'kin', householdId: randomUUID() }),
      fact(PlacementTakenEffect, { placementId: first, victimId }));
    await ageSaid('2026-09-22T05:10:00.000Z', victimId, true);
    expect(await found()).toEqual([]);
    await room.say('2026-09-22T05:20:00.000Z', 'placement',
      fact(PlacementDecided, { placementId: second, victimId, kind: 'own-choice' }),
      fact(PlacementTakenEffect, { placementId: second, victimId }));
    expect(await found()).toMatchObject([{ id: second }]);
    await room.say('2026-09-22T05:30:00.000Z', 'placement', fact(StageClosed, { stageId: second, stage: 'placement' }));
    expect(await found()).toEqual([]);
  });
});
