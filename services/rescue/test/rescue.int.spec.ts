import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fact, StageRequested, StageRequestWithdrawn } from '#contracts';
import { aRescueBench, code, dataOf, EVERYBODY, HOSPITAL, RELIEF, types, YUANYANG, type RescueBench } from './a-rescue-bench.js';

let bench: RescueBench;

beforeAll(async () => {
  bench = await aRescueBench();
});
afterAll(() => bench.stop());
beforeEach(() => bench.moveClock('2026-07-02T15:50:00.000Z'));

const rescuesOf = (caseId: string) => bench.query<{ victim_ids: string[]; state: string }>(
  `SELECT victim_ids, stage->>'state' AS state FROM rescue WHERE case_id = $1 ORDER BY id`, [caseId]);
const openIn = async (caseId: string): Promise<string[]> =>
  (await rescuesOf(caseId)).filter(({ state }) => state === 'open').flatMap((rescue) => rescue.victim_ids);

describe('A rescue', () => {
  it('is opened when it is asked for, offered to the unit that was named, and worked on when accepted', async () => {
    const { caseId, id } = await bench.aRescue();
    const said = await bench.said(caseId);
    expect(said.map(({ type }) => type)).toEqual(['stage.opened', 'stage.offered', 'stage.accepted', 'clock.started']);
    expect(said.every(({ subjectId }) => subjectId === id)).toBe(true);
  });

  it('is one at a time for a victim, also of two requests at once: the second ends as a whole, and the rest is asked for anew', async () => {
    const rounds = Array.from({ length: 5 }, () => [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const);
    for (const [caseId, hoa, mai, lan] of rounds) {
      const ask = (source: 'intake' | 'investigation', ...victimIds: string[]) => bench.hear(source, caseId,
        fact(StageRequested, { requestId: randomUUID(), stage: 'rescue', toUnit: YUANYANG, victimIds }));
      const outcomes = await Promise.all([ask('intake', hoa, mai), ask('investigation', mai, lan)]);
      expect(outcomes.map(({ applied, parked }) => [applied, parked])).toEqual([[1, 0], [1, 0]]);
      expect((await bench.said(caseId)).slice(-2)).toMatchObject([
        { type: 'stage.opened' }, { type: 'stage.closed', data: { abandoned: true } }]);
      const [first] = await rescuesOf(caseId);
      expect((await rescuesOf(caseId)).map(({ state }) => state)).toEqual(['open', 'closed']);
      // Whoever was refused asks for the one who is in no rescue yet.
      const rest = first!.victim_ids.includes(hoa) ? lan : hoa;
      await ask('intake', rest);
      expect((await rescuesOf(caseId)).map(({ state }) => state)).toEqual(['open', 'closed', 'open']);
      expect((await openIn(caseId)).sort()).toEqual([hoa, mai, lan].sort());
    }
  });

  it('is asked for again when the request that came first was withdrawn', async () => {
    const [caseId, hoa, mai, lan] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const ask = (requestId: string, ...victimIds: string[]) =>
      fact(StageRequested, { requestId, stage: 'rescue', toUnit: YUANYANG, victimIds });
    const first = randomUUID();
    await bench.hear('intake', caseId, ask(first, hoa, mai));
    await bench.hear('investigation', caseId, ask(randomUUID(), mai, lan));
    expect(await openIn(caseId)).toEqual([hoa, mai]);
    await bench.hear('intake', caseId, fact(StageRequestWithdrawn, { requestId: first, stage: 'rescue', reason: 'not-needed' }));
    expect(await openIn(caseId)).toEqual([]);
    await bench.hear('investigation', caseId, ask(randomUUID(), mai, lan));
    expect(await openIn(caseId)).toEqual([mai, lan]);
  });

  it('runs from the plan to the closing, and says so in one journal', async () => {
    const rescuing = await bench.aRescue();
    const { caseId, id, hoa, mai } = rescuing;
    const [officer, chief] = [bench.at('officer'), bench.at('chief')];
    const plan = { victimIds: [hoa, mai], placeVerified: true, risks: ['none-known'], present: EVERYBODY };
    expect((await officer.post(`/rescues/${id}/plans`, { ...plan, present: ['female-officer', 'interpreter'] })).body)
      .toMatchObject({ code: 'rescue.present-missing', status: 422, details: { missing: ['social-worker'], victimIds: [mai] } });
    expect(await code(officer.post(`/rescues/${id}/plans`, { ...plan, victimIds: [randomUUID()] }))).toBe('rescue.unknown-victim');
    const { planId } = dataOf((await chief.post(`/rescues/${id}/plans`, plan)).body, 'rescue.plan-drafted');
    expect(await code(officer.put(`/rescues/${id}/plans/${planId}/approval`))).toBe('access.not-permitted');
    expect(await code(chief.put(`/rescues/${id}/plans/${planId}/approval`))).toBe('rescue.own-plan');

    const custodies = [await bench.free(rescuing, hoa), await bench.free(rescuing, mai)];
    const check = (victimId: string) => bench.at('clinician').put(`/rescues/${id}/victims/${victimId}/medical-check`, { atUnit: HOSPITAL });
    expect(await code(check(hoa))).toBe('access.not-answerable');
    for (const victimId of [hoa, mai])
      expect(types(await officer.post(`/rescues/${id}/victims/${victimId}/medical-check-requests`, { toUnit: HOSPITAL })))
        .toEqual(['rescue.medical-check-asked']);
    expect(await code(officer.put(`/rescues/${id}/closure`))).toBe('rescue.medical-check-missing');
    expect(types(await check(hoa))).toEqual(['rescue.medical-checked', 'clock.stopped']);
    // Nothing else of the rescue has a deadline now: its next step gets one.
    expect(types(await check(mai))).toEqual(['rescue.medical-checked', 'clock.stopped', 'clock.started']);
    expect(await code(officer.put(`/rescues/${id}/victims/${mai}/medical-check`, { atUnit: RELIEF }))).toBe('rescue.not-a-health-unit');

    const next = { stage: 'placement', toUnit: RELIEF, victimIds: [hoa, mai] };
    expect(await code(officer.post(`/rescues/${id}/stage-requests`, { ...next, toUnit: HOSPITAL }))).toBe('stage.unit-not-competent');
    const requested = await officer.post(`/rescues/${id}/stage-requests`, next);
    expect(await code(officer.put(`/rescues/${id}/closure`))).toBe('rescue.still-in-care');
    for (const custodyId of custodies) {
      const offerId = await bench.offer(custodyId, officer, RELIEF);
      expect(types(await bench.at('relief').put(`/custodies/${custodyId}/offers/${offerId}/acceptance`)))
        .toEqual(['rescue.custody-transferred', 'clock.stopped']);
    }
    expect(await code(officer.put(`/rescues/${id}/closure`))).toBe('stage.next-not-accepted');
    await bench.accepted('placement', rescuing, requested.body);
    expect(types(await officer.put(`/rescues/${id}/closure`))).toEqual(['stage.closed', 'clock.stopped']);
    const said = await bench.said(caseId);
    expect(said.map(({ version }) => version)).toEqual(said.map((_, index) => index + 1));
  });
});

describe('What a rescue has asked for', () => {
  it('is withdrawn while nobody has taken it, and asked of another unit; then it is too late', async () => {
    const rescuing = await bench.aCustody();
    const { id, victimId } = rescuing;
    const officer = bench.at('officer');
    const placement = { stage: 'placement', toUnit: RELIEF, victimIds: [victimId] };
    const ask = () => officer.post(`/rescues/${id}/stage-requests`, placement);
    const withdraw = (requestId: string, who: 'officer' | 'mengzi' | 'relief' = 'officer') =>
      bench.at(who).put(`/rescues/${id}/stage-requests/${requestId}/withdrawal`, { reason: 'wrong-unit' });
    const first = dataOf((await ask()).body, 'stage.requested').requestId!;
    expect(await code(ask())).toBe('stage.already-requested');
    expect(await code(withdraw(first, 'mengzi'))).toBe('access.not-answerable');
    expect(await code(withdraw(first, 'relief'))).toBe('access.not-permitted');
    expect(await code(withdraw(randomUUID()))).toBe('stage.unknown-request');
    expect((await withdraw(first)).body.facts).toMatchObject([
      { type: 'stage.request-withdrawn', data: { requestId: first, stage: 'placement', reason: 'wrong-unit' } }]);
    expect((await withdraw(first)).body.facts).toEqual([]);
    const again = await ask();
    await bench.accepted('placement', rescuing, again.body);
    const second = dataOf(again.body, 'stage.requested').requestId!;
    expect((await withdraw(second)).body)
      .toMatchObject({ status: 409, code: 'stage.request-taken', details: { toUnit: RELIEF } });
    const { body } = await officer.get<{
      requests: { withdrawnAt?: string }[]; actions: { action: string; of?: string; refusal?: { code: string } }[];
    }>(`/rescues/${id}`);
    expect(body.requests.map(({ withdrawnAt }) => withdrawnAt !== undefined)).toEqual([true, false]);
    expect(body.actions.filter(({ action }) => action === 'withdraw'))
      .toMatchObject([{ of: second, open: false, refusal: { code: 'stage.request-taken' } }]);
  });
});

describe('A request that was withdrawn while somebody took it', () => {
  it('stands, and whoever asked hears so', async () => {
    const rescuing = await bench.aCustody();
    const path = `/rescues/${rescuing.id}`;
    const asked = await bench.at('officer').post(`${path}/stage-requests`, {
      stage: 'placement', toUnit: RELIEF, victimIds: [rescuing.victimId] });
    const { requestId } = dataOf(asked.body, 'stage.requested');
    await bench.at('officer').put(`${path}/stage-requests/${requestId}/withdrawal`, { reason: 'not-needed' });
    await bench.accepted('placement', rescuing, asked.body);
    expect((await bench.said(rescuing.caseId)).at(-1))
      .toMatchObject({ type: 'stage.request-stands', data: { requestId, stage: 'placement' } });
    const { body: { requests } } = await bench.at('officer').get<{ requests: object[] }>(path);
    expect(requests).toEqual([{ requestId, stage: 'placement', toUnit: RELIEF, victimIds: [rescuing.victimId] }]);
  });
});

describe('A victim', () => {
  it('is free and in care in one transaction, under one command', async () => {
    const { caseId, victimId } = await bench.aCustody();
    const said = (await bench.said(caseId)).slice(-4);
    expect(said.map(({ type }) => type))
      .toEqual(['rescue.person-rescued', 'clock.started', 'clock.stopped', 'rescue.custody-taken']);
    expect(new Set(said.map(({ commandId }) => commandId)).size).toBe(1);
    expect(new Set(said.map(({ occurredAt }) => occurredAt)).size).toBe(1);
    expect(said[3]!.data).toMatchObject({ victimId, kind: 'unit', unitId: bench.actors.officer.unitId });
  });

  it('is rescued once, also when two officers write it down at the same moment', async () => {
    const { id, hoa, mai } = await bench.aRescue();
    const drafted = await bench.at('officer').post(`/rescues/${id}/plans`, {
      victimIds: [hoa, mai], placeVerified: true, risks: ['crowd'], present: EVERYBODY,
    });
    const { planId } = dataOf(drafted.body, 'rescue.plan-drafted');
    const rescued = (who: 'officer' | 'colleague') =>
      bench.at(who).post(`/rescues/${id}/rescued-persons`, { victimId: mai, planId, present: EVERYBODY });
    expect(await code(rescued('officer'))).toBe('rescue.no-approved-plan');
    await bench.at('chief').put(`/rescues/${id}/plans/${planId}/approval`);
    const answers = await Promise.all([rescued('officer'), rescued('colleague')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await bench.query('SELECT 1 FROM custody WHERE victim_id = $1', [mai])).toHaveLength(1);
  });

  it('of one case is not taken into care twice, not even through a second rescue', async () => {
    const { caseId, victimId } = await bench.aCustody();
    const again = await bench.opened(caseId, [randomUUID()]);
    expect(await code(bench.at('chief').post(`/rescues/${again}/rescued-persons`, { victimId, present: [], emergency: true })))
      .toBe('rescue.already-rescued');
  });

  it('is freed without a plan on the responsibility of a commander', async () => {
    const { id, mai } = await bench.aRescue();
    const emergency = { victimId: mai, present: ['female-officer'], emergency: true };
    expect(await code(bench.at('officer').post(`/rescues/${id}/rescued-persons`, emergency))).toBe('rescue.emergency-needs-commander');
    const { body } = await bench.at('chief').post(`/rescues/${id}/rescued-persons`, emergency);
    expect(dataOf(body, 'rescue.plan-approved')).toMatchObject({ emergency: true });
    expect(dataOf(body, 'rescue.person-rescued')).toMatchObject({ missing: ['social-worker', 'interpreter'] });
  });

  it('frees nobody whom another open rescue of the case is to free', async () => {
    const { caseId, mai } = await bench.aRescue();
    const own = randomUUID();
    const id = await bench.opened(caseId, [own]);
    const freed = bench.at('chief').post(`/rescues/${id}/rescued-persons`, { victimId: mai, present: EVERYBODY, emergency: true });
    expect(await code(freed)).toBe('rescue.held-by-another');
    expect(types(await bench.at('chief').post(`/rescues/${id}/rescued-persons`, {
      victimId: own, present: EVERYBODY, emergency: true }))).toContain('rescue.person-rescued');
  });

  it('waits for the medical check no longer than a day: then the superior is told', async () => {
    const { caseId } = await bench.aCustody();
    await bench.moveClock('2026-07-03T15:51:00.000Z');
    const said = await bench.said(caseId);
    expect(said.map(({ type }) => type).slice(-3)).toEqual(['clock.warned', 'clock.warned', 'clock.overdue']);
    expect(said.at(-1)!.data).toMatchObject({ rule: 'medical-check-after-rescue', toldUnit: '532500-psb' });
  });

  it('is asked with the right people there, and how often is visible', async () => {
    const { id, victimId } = await bench.aCustody();
    await bench.moveClock('2026-07-02T18:00:00.000Z');
    const ask = (given: object) => bench.at('officer').post(`/rescues/${id}/interviews`, {
      victimId, startedAt: '2026-07-03T01:00+08:00', endedAt: '2026-07-03T01:30+08:00',
      present: [...EVERYBODY, 'camera-recording'], ...given,
    });
    expect((await ask({ present: EVERYBODY })).body).toMatchObject({ details: { missing: ['camera-recording'] } });
    expect(await code(ask({ endedAt: '2026-07-03T09:00+08:00' }))).toBe('rescue.interview-times');
    expect(types(await ask({}))).toEqual(['rescue.interviewed']);
    expect(await code(ask({}))).toBe('rescue.repeat-needs-reason');
    expect((await ask({ reason: 'victim-asked' })).body.facts[0]!.data).toMatchObject({ number: 2 });
    const { body } = await bench.at('officer').get<{ rescued: { interviews: object[] }[] }>(`/rescues/${id}`);
    expect(body.rescued[0]!.interviews).toHaveLength(2);
  });
});

describe('The words of a plan', () => {
  it('are kept under the key of the case, read on record, and refused to strangers on record', async () => {
    const { id, caseId, hoa } = await bench.aRescue();
    const drafted = await bench.at('officer').post(`/rescues/${id}/plans`, {
      victimIds: [hoa], placeVerified: true, risks: ['crowd'], present: EVERYBODY, note: '不在校内当众带离',
    });
    const { planId } = dataOf(drafted.body, 'rescue.plan-drafted');
    const rows = await bench.query(`SELECT payload AS text FROM journal UNION ALL SELECT rescue::text FROM rescue
      UNION ALL SELECT private_record::text FROM private_record UNION ALL SELECT command::text FROM command`);
    expect(JSON.stringify(rows)).not.toContain('当众');
    const read = (who: 'officer' | 'mengzi') => bench.at(who).get(`/rescues/${id}/plans/${planId}/note?purpose=rescue`);
    expect((await read('officer')).body).toEqual({ note: '不在校内当众带离' });
    expect(await code(read('mengzi'))).toBe('access.not-party');
    for (const path of [`/rescues/${id}`, `/rescues?caseId=${caseId}`, `/custodies?caseId=${caseId}`]) {
      expect((await bench.at('officer').get(path)).status).toBe(200);
      expect(await code(bench.at('mengzi').get(path))).toBe('access.not-party');
      expect((await bench.as(await bench.person('532500-psb', 'officer')).get(path)).status).toBe(200);
    }
    const log = await bench.query('SELECT person_id, allowed, refused_code FROM access_log WHERE case_id = $1 ORDER BY id', [caseId]);
    expect(log).toEqual([
      { person_id: bench.actors.officer.personId, allowed: true, refused_code: null },
      { person_id: bench.actors.mengzi.personId, allowed: false, refused_code: 'access.not-party' },
    ]);
  });
});

describe('What others may see', () => {
  it('is nothing of the rescue for a hospital, a school or a unit abroad', async () => {
    const { id } = await bench.aRescue();
    expect(await code(bench.at('clinician').get(`/rescues/${id}`))).toBe('access.not-party');
    for (const who of ['teacher', 'abroad'] as const)
      expect(await code(bench.at(who).get(`/rescues/${id}`))).toBe('access.not-permitted');
  });

  it('comes with a version: who decides on an old one is told what has changed', async () => {
    const { id, victimId } = await bench.aCustody();
    const stale = bench.at('officer').put(`/rescues/${id}/victims/${victimId}/medical-check`, { atUnit: HOSPITAL }, { ifMatch: 3 });
    expect(await code(stale)).toBe('record.stale-version');
  });
});

describe('A hospital that was asked to examine', () => {
  it('learns from an old version what the casebook would show it, and not that the victim was interviewed', async () => {
    const rescuing = await bench.aRescue();
    const { id, mai } = rescuing;
    await bench.free(rescuing, mai);
    await bench.moveClock('2026-07-05T10:00:00.000Z');
    const officer = bench.at('officer');
    await officer.post(`/rescues/${id}/victims/${mai}/medical-check-requests`, { toUnit: HOSPITAL });
    const [startedAt, endedAt] = ['2026-07-05T09:00:00.000Z', '2026-07-05T09:30:00.000Z'];
    const heard = { victimId: mai, startedAt, endedAt, present: [...EVERYBODY, 'camera-recording'] };
    expect(types(await officer.post(`/rescues/${id}/interviews`, heard))).toEqual(['rescue.interviewed']);
    const changesFor = async (who: 'clinician' | 'officer') => {
      const { body } = await bench.at(who).put(`/rescues/${id}/victims/${mai}/medical-check`, { atUnit: HOSPITAL }, { ifMatch: 0 });
      expect(body.code).toBe('record.stale-version');
      return (body.details!.changes as { type: string }[]).map(({ type }) => type);
    };
    expect(await changesFor('officer')).toContain('rescue.interviewed');
    const shown = await changesFor('clinician');
    expect(shown).toEqual(expect.arrayContaining(['stage.accepted', 'rescue.medical-check-asked']));
    expect(shown.filter((type) => !/^(stage\.|rescue\.(medical|person-rescued|custody))/.test(type))).toEqual([]);
  });

  it('reads whom and by when, and nothing of the rescue; before it was asked, nothing', async () => {
    const rescuing = await bench.aRescue();
    const { caseId, id, hoa, mai } = rescuing;
    const [officer, clinician] = [bench.at('officer'), bench.at('clinician')];
    await bench.free(rescuing, hoa);
    await bench.free(rescuing, mai);
    expect(await code(clinician.get(`/rescues/${id}`))).toBe('access.not-party');
    const ask = (toUnit: string) => officer.post(`/rescues/${id}/victims/${mai}/medical-check-requests`, { toUnit });
    expect(await code(ask(RELIEF))).toBe('rescue.not-a-health-unit');
    expect(await code(ask('nowhere'))).toBe('stage.unknown-unit');
    expect(await code(bench.at('mengzi').post(`/rescues/${id}/victims/${mai}/medical-check-requests`, { toUnit: HOSPITAL })))
      .toBe('access.not-answerable');
    expect(types(await ask(HOSPITAL))).toEqual(['rescue.medical-check-asked']);
    expect(types(await ask(HOSPITAL))).toEqual([]);
    const { body } = await clinician.get<Record<string, unknown[]>>(`/rescues/${id}`);
    expect(body).toMatchObject({ caseId, victimIds: [mai], plans: [], requests: [] });
    expect(body.rescued).toEqual([expect.objectContaining({ victimId: mai, interviews: [], present: [], medicalCheck: null })]);
    const listed = await clinician.get<{ items: { victimIds: string[] }[] }>(`/rescues?caseId=${caseId}`);
    expect(listed.body.items.map(({ victimIds }) => victimIds)).toEqual([[mai]]);
    await clinician.put(`/rescues/${id}/victims/${mai}/medical-check`, { atUnit: HOSPITAL });
    expect(types(await ask(HOSPITAL))).toEqual([]);
  });
});
