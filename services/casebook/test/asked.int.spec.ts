import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  AttachmentAnnounced, fact, FitnessAsked, FitnessAssessed, HandoverScheduled, IdentityAnswered, IdentityRequested,
  IdentitySupplemented, MedicalCheckAsked, MedicalChecked, OriginalAccepted, OriginalDeclined, OriginalOffered, PackageDischarged,
  PackageReassigned, PersonRescued, PlaceAsked, ReceptionAsked, ReceptionPromised, RescuePlanApproved, RescuePlanDrafted,
  TaskForceDissolved, TaskForceFormed, type Actor, type Fact,
} from '#contracts';
import { aReadingRoom, HOSPITAL, MENGZI, type ReadingRoom } from './a-reading-room.js';

jest.setTimeout(60_000);

let room: ReadingRoom;
beforeAll(async () => { room = await aReadingRoom(); });
afterAll(() => room.stop());

interface Asked {
  readonly type: string;
  readonly aboutId: string;
  readonly partId: string | null;
  readonly victimId: string | null;
  readonly dueAt: string | null;
}

type Who = Parameters<ReadingRoom['at']>[0];

const caseId = randomUUID();
const asked = async (who: Who): Promise<Asked[]> => {
  const { body } = await room.at(who)
    .get<{ parts: { asked: { items: (Asked & { caseId: string })[] } } }>('/worklist?part=asked');
  return body.parts.asked.items.filter((item) => item.caseId === caseId);
};
const types = async (who: Who): Promise<string[]> => (await asked(who)).map(({ type }) => type);
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

/** The notices of this kind about the case, newest first. */
const told = async (who: Who, kind: string): Promise<{ what: string; subjectId: string }[]> => {
  const { body } = await room.at(who).get<{ items: { kind: string; caseId: string; what: string; subjectId: string }[] }>(
    '/notices');
  return body.items.filter((notice) => notice.kind === kind && notice.caseId === caseId);
};

describe('A plan of a rescue (R-1)', () => {
  const drafted = (planId: string): Fact => fact(RescuePlanDrafted, { planId, victimIds: [randomUUID()] });
  const plans = async (who: Who): Promise<(string | null)[]> =>
    (await asked(who)).filter(({ type }) => type === 'rescue.plan-drafted').map(({ partId }) => partId);

  it('waits for whoever approves plans in the unit, and not for its author, until it is approved', async () => {
    const [planId, other] = [randomUUID(), randomUUID()];
    await room.hearOf(room.actors.ma, 'rescue', caseId, drafted(planId), drafted(other));
    expect((await plans('kong')).sort()).toEqual([planId, other].sort());
    expect(await plans('ma')).toEqual([]);
    expect(await plans('superior')).toEqual([]);
    expect(await told('kong', 'asked')).toContainEqual(expect.objectContaining({ what: 'rescue.plan-drafted', stage: 'rescue' }));
    expect((await told('ma', 'asked')).filter(({ what }) => what === 'rescue.plan-drafted')).toEqual([]);
    await hear('rescue', fact(RescuePlanApproved, { planId, victimIds: [randomUUID()], present: [], risks: ['none-known'] }));
    expect(await plans('kong')).toEqual([other]);
  });

  it('waits for nobody any more when a later one is for the same victims, or all of them are free', async () => {
    const [first, second, alone] = [randomUUID(), randomUUID(), randomUUID()];
    const [mai, hoa, lan] = [randomUUID(), randomUUID(), randomUUID()];
    const draft = (planId: string, ...victimIds: string[]) =>
      room.hearOf(room.actors.ma, 'rescue', caseId, fact(RescuePlanDrafted, { planId, victimIds }));
    const freed = (victimId: string) => hear('rescue', fact(PersonRescued, { victimId, planId: second, present: [] }));
    const waiting = async (): Promise<string[]> => {
      const all = await plans('kong');
      return Object.entries({ first, second, alone }).filter(([, planId]) => all.includes(planId)).map(([name]) => name);
    };
    await draft(first, mai, hoa);
    await draft(alone, lan);
    expect(await waiting()).toEqual(['first', 'alone']);
    await draft(second, hoa, mai);
    expect(await waiting()).toEqual(['second', 'alone']);
    await freed(mai);
    expect(await waiting()).toEqual(['second', 'alone']);
    await freed(hoa);
    expect(await waiting()).toEqual(['alone']);
    await draft(randomUUID(), mai, lan);
    expect(await waiting()).toEqual([]);
  });

  it('is asked of nobody in a post that approves none', async () => {
    const officer: Actor = await room.person(MENGZI, 'officer');
    await room.hearOf(room.actors.ma, 'rescue', caseId, drafted(randomUUID()));
    const { body } = await room.as(officer).get<{ parts: { asked: { items: { type: string }[] } } }>('/worklist?part=asked');
    expect(body.parts.asked.items.filter(({ type }) => type === 'rescue.plan-drafted')).toEqual([]);
  });
});

describe('An original that is offered', () => {
  it('waits for its receiver, with the record and the file, until it is taken, declined or offered elsewhere', async () => {
    const [attachmentId, recordId] = [randomUUID(), randomUUID()];
    const offer = (toUnit: string): { attachmentId: string; offerId: string; fromUnit: string; toUnit: string } =>
      ({ attachmentId, offerId: randomUUID(), fromUnit: '530000-psb', toUnit });
    const isOriginal = ({ type }: Pick<Asked, 'type'>): boolean => type === 'attachment.original-offered';
    const originals = async (who: Who = 'pu'): Promise<Asked[]> => (await asked(who)).filter(isOriginal);
    await hear('rescue', fact(AttachmentAnnounced, {
      attachmentId, recordId, kind: 'photograph', mediaType: 'image/png', bytes: 9, digest: 'a'.repeat(64) }),
    fact(OriginalOffered, offer(MENGZI)));
    expect(await originals()).toMatchObject([{ aboutId: recordId, partId: attachmentId, source: 'rescue' }]);
    expect(await told('pu', 'asked'))
      .toContainEqual(expect.objectContaining({
        what: 'attachment.original-offered', subjectId: recordId, partId: attachmentId,
      }));
    await hear('rescue', fact(OriginalDeclined, offer(MENGZI)));
    expect(await originals()).toEqual([]);
    await hear('rescue', fact(OriginalOffered, offer(MENGZI)), fact(OriginalOffered, offer(HOSPITAL)));
    expect([await originals(), await originals('clinician')]).toMatchObject([[], [{ partId: attachmentId }]]);
    await hear('rescue', fact(OriginalAccepted, { ...offer(HOSPITAL), personId: room.actors.clinician.personId }));
    expect(await originals('clinician')).toEqual([]);
  });
});

describe('A package (V-1)', () => {
  interface Held {
    readonly caseId: string;
    readonly package: string;
    readonly mine: boolean;
  }
  const held = async (who: Who): Promise<string[]> => {
    const { body } = await room.at(who).get<{ parts: { packages: { items: Held[] } } }>('/worklist?part=packages');
    return body.parts.packages.items.filter((item) => item.caseId === caseId)
      .map((item) => `${item.package}${item.mine ? ' mine' : ''}`).sort();
  };
  const packages = async (who: Who): Promise<string[]> =>
    (await told(who, 'package')).map(({ what }) => what).sort();

  it('stands in the work of its unit, and its holder is told, until another one holds it or it is discharged', async () => {
    const { pu, kong, stranger } = room.actors;
    const taskForceId = randomUUID();
    const give = (kind: 'solve' | 'rescue' | 'comfort', { unitId, personId }: Actor) => ({ package: kind, unitId, personId });
    await hear('investigation', fact(TaskForceFormed, {
      taskForceId, leaderId: pu.personId, leaderUnit: MENGZI,
      packages: [give('solve', pu), give('rescue', kong), give('comfort', stranger)],
    }));
    expect(await held('pu')).toEqual(['rescue', 'solve mine']);
    expect([await packages('pu'), await packages('kong'), await packages('stranger')])
      .toEqual([['solve'], ['rescue'], ['comfort']]);
    await hear('investigation', fact(PackageReassigned, give('solve', stranger)));
    expect([await held('pu'), await held('stranger')]).toEqual([['rescue'], ['comfort mine', 'solve mine']]);
    expect([await packages('pu'), await packages('stranger')]).toEqual([[], ['comfort', 'solve']]);
    await hear('investigation', fact(PackageDischarged, { package: 'comfort', evidence: [randomUUID()] }));
    expect([await held('pu'), await held('stranger')]).toEqual([['rescue'], ['solve mine']]);
    await hear('investigation', fact(TaskForceDissolved, { taskForceId, formedAt: '2026-09-22T01:00:00.000Z' }));
    expect([await held('pu'), await held('stranger'), await packages('kong')]).toEqual([[], [], []]);
  });
});
