import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact, StageClosed } from '#contracts';
import type { Desk } from '#testing';
import type { Reading } from '#vault';
import type { Intake } from '../src/domain/intake.js';
import { anIntakeBench, code, dataOf, HOA, MAI, REPORTER, YUANYANG, type IntakeBench } from './an-intake.js';

let bench: IntakeBench;
let duty: Desk;

beforeAll(async () => {
  bench = await anIntakeBench();
  ({ duty } = bench);
  await bench.moveClock('2026-07-05T00:00:00.000Z');
});
afterAll(() => bench.stop());

async function readings(id: string): Promise<Reading[]> {
  return (await bench.at('head').get<{ items: Reading[] }>(`/intakes/${id}/readings`)).body.items;
}

describe('Personal data', () => {
  it('of a reporter is read by triage alone; each reading and each refused try is on record', async () => {
    const { id, clueId } = await bench.aClue();
    const path = `/intakes/${id}/clues/${clueId}/reporter`;
    expect((await duty.get(`${path}?purpose=feedback`)).body).toEqual(REPORTER);
    const refused = [
      [bench.actors.officer, 'access.not-permitted'], [bench.actors.teacher, 'access.not-permitted'],
      [bench.actors.stranger, 'access.not-party'], [bench.actors.superior, 'access.not-answerable'],
      [{ personId: randomUUID() }, 'access.no-post'],
    ] as const;
    for (const [who, because] of refused) expect(await code(bench.as(who).get(path))).toBe(because);
    expect((await readings(id)).map(({ personId, purpose, allowed, refusedCode }) => [personId, purpose, allowed, refusedCode]))
      .toEqual([
        [bench.actors.duty.personId, 'feedback', true, null],
        ...refused.map(([{ personId }, because]) => [personId, 'unstated', false, because]),
      ]);
  });

  it('of victims needs a purpose and a part in the case', async () => {
    const { id, caseId } = await bench.aCase();
    const path = `/intakes/${id}/victims`;
    const relief = bench.at('relief');
    expect(await code(duty.get(path))).toBe('input.invalid');
    expect((await duty.get(`${path}?purpose=rescue`)).body).toMatchObject({ items: [HOA, MAI] });
    expect(await code(relief.get(`${path}?purpose=placement`))).toBe('access.not-party');
    expect(await code(bench.at('stranger').get(`${path}?purpose=rescue`))).toBe('access.not-party');
    expect((await bench.at('superior').get(`${path}?purpose=supervision`)).body).toMatchObject({ items: [HOA, MAI] });
    const stageId = await bench.accepted(caseId, randomUUID(), '532500-relief');
    expect((await relief.get(`${path}?purpose=placement`)).body).toMatchObject({ items: [HOA, MAI] });
    await bench.hear('investigation', caseId, fact(StageClosed, { stageId, stage: 'investigation' }));
    expect(await code(relief.get(`${path}?purpose=placement`))).toBe('access.not-answerable');
    expect((await readings(id)).map(({ unitId, purpose, allowed }) => [unitId, purpose, allowed])).toEqual([
      [YUANYANG, 'rescue', true], [YUANYANG, 'rescue', true], ['532500-relief', 'placement', false],
      ['532503-psb', 'rescue', false], ['532500-psb', 'supervision', true], ['532500-psb', 'supervision', true],
      ['532500-relief', 'placement', true], ['532500-relief', 'placement', true], ['532500-relief', 'placement', false],
    ]);
  });

  it('of a clue is shown to the police that take part', async () => {
    const { id, clueId } = await bench.aClue();
    const path = `/intakes/${id}/clues/${clueId}/content?purpose=investigation`;
    expect((await bench.at('officer').get(path)).body).toEqual({ description: '求助', place: '某镇某出租屋' });
    expect(await code(bench.at('relief').get(path))).toBe('access.not-permitted');
    const silent = await bench.aClue({ description: undefined, place: undefined, reporter: undefined });
    const clue = `/intakes/${silent.id}/clues/${silent.clueId}`;
    expect((await duty.get(`${clue}/content?purpose=triage`)).body).toEqual({});
    expect(await code(duty.get(`${clue}/reporter`))).toBe('intake.no-reporter');
  });

  it('of a missing-person report says where the person was last seen, to the police that take part', async () => {
    const report = (given: object) => duty.post('/intakes/missing-reports', {
      person: HOA, missingSince: '2026-07-01T08:00+08:00', division: '532528', occurredAt: '2026-07-02T08:00+08:00', ...given,
    });
    const contentOf = ({ body }: Awaited<ReturnType<typeof report>>) =>
      `/intakes/${body.id}/clues/${dataOf(body, 'intake.missing-person-reported').reportId}/content?purpose=investigation`;
    const [told, silent] = [await report({ lastSeenPlace: '新街镇集市东口' }), await report({})];
    expect((await duty.get(contentOf(told))).body).toEqual({ lastSeenPlace: '新街镇集市东口' });
    expect((await duty.get(contentOf(silent))).body).toEqual({});
    expect(await code(bench.at('stranger').get(contentOf(told)))).toBe('access.not-party');
    const facts = await bench.query('SELECT payload FROM journal');
    expect(JSON.stringify(facts)).not.toContain('新街镇集市东口');
  });

  it('and a matter itself are shown to those who take part and to their superiors', async () => {
    const { id, caseId } = await bench.aCase();
    for (const path of [`/intakes/${id}`, `/intakes?caseId=${caseId}`]) {
      for (const who of ['duty', 'superior'] as const) expect((await bench.at(who).get(path)).status).toBe(200);
      for (const who of ['stranger', 'relief'] as const) expect(await code(bench.at(who).get(path))).toBe('access.not-party');
    }
    expect((await bench.at('stranger').get('/intakes')).body).toEqual({ items: [] });
  });

  it('of an erased case is refused, on record', async () => {
    const { id, caseId } = await bench.aCase();
    await bench.query('UPDATE case_key SET wrapped = NULL, destroyed_at = now() WHERE case_id = $1', [caseId]);
    expect(await code(duty.get(`/intakes/${id}/victims?purpose=rescue`))).toBe('vault.key-destroyed');
    expect(await code(duty.post(`/intakes/${id}/victims`, HOA))).toBe('vault.key-destroyed');
    expect(await readings(id)).toMatchObject([{ allowed: false, refusedCode: 'vault.key-destroyed', purpose: 'rescue' }]);
  });

  it('goes with its clue when two matters are merged, with the record of who read it', async () => {
    const [one, other] = [await bench.aClue(), await bench.aClue()];
    await duty.get(`/intakes/${one.id}/clues/${one.clueId}/reporter`);
    await duty.put(`/intakes/${one.id}/merge`, { intoIntakeId: other.id });
    expect(await bench.query('SELECT 1 FROM private_record WHERE case_id = $1', [one.caseId])).toEqual([]);
    await bench.query('UPDATE case_key SET wrapped = NULL, destroyed_at = now() WHERE case_id = $1', [one.caseId]);
    expect((await duty.get(`/intakes/${other.id}/clues/${one.clueId}/reporter`)).body).toEqual(REPORTER);
    expect((await readings(other.id)).map(({ caseId }) => caseId)).toEqual([one.caseId, other.caseId]);
  });

  it('leaves a record that the heads of the unit that answers, and of the one above, may see, and nobody else', async () => {
    const { id } = await bench.aClue();
    expect(await readings(id)).toEqual([]);
    for (const who of ['duty', 'relief'] as const)
      expect(await code(bench.at(who).get(`/intakes/${id}/readings`))).toBe('access.not-permitted');
    const elsewhere = await bench.person('532503-psb', 'head');
    expect(await code(bench.as(elsewhere).get(`/intakes/${id}/readings`))).toBe('access.not-party');
    expect((await bench.at('superior').get(`/intakes/${id}/readings`)).status).toBe(200);
  });
});

describe('Searching before a matter is registered (I-3)', () => {
  type Found = { items: { matched: string[]; relation: string | null; caseId: string | null }[]; isMore: boolean };
  const search = async (sought: object, by: Desk = duty) =>
    (await by.post('/intakes/searches', sought)) as unknown as { status: number; body: Found };
  const LAN = {
    name: 'Phạm Thị Lan', sex: 'female', birthDate: '2001-02-03', nationality: 'VN', nationalId: '11010519491231002X',
  };

  async function ofLan(): Promise<{ id: string; caseId: string }> {
    const clue = await bench.aClue();
    const opened = await duty.put(`/intakes/${clue.id}/case`, { kind: 'woman-trafficking', victims: [LAN] });
    expect(opened.status).toBe(200);
    return clue;
  }

  it('finds after the next start whom an earlier version has marked in another way', async () => {
    const { caseId } = await ofLan();
    const found = async () => (await search({ nationalId: LAN.nationalId })).body.items.filter((item) => item.caseId === caseId);
    const marks = () => bench.query(`SELECT marks FROM private_record WHERE case_id = $1 AND kind = 'person'`, [caseId]);
    const before = await marks();
    await bench.query(`UPDATE private_record SET marks = '{former}', marked_by = NULL WHERE case_id = $1 AND kind = 'person'`, [caseId]);
    expect(await found()).toEqual([]);
    await bench.markAnew();
    expect(await found()).toMatchObject([{ matched: ['national-id'] }]);
    expect(await marks()).toEqual(before);
  });

  it('finds a person by name however it is written, by national id, and by day of birth with a place; on record', async () => {
    const { id, caseId } = await ofLan();
    const found = async (sought: object): Promise<string[][]> =>
      (await search(sought)).body.items.filter((item) => item.caseId === caseId)
        .map(({ matched }) => matched.toSorted());
    expect(await found({ name: 'PHAM thi  lan' })).toEqual([['name']]);
    expect(await found({ name: 'Phạm Thị Lan', birthDate: '2001-02-03' })).toEqual([['birth-date', 'name']]);
    expect(await found({ name: 'Phạm Thị Lan', birthDate: '2001-02-04' })).toEqual([]);
    expect(await found({ name: '某某', nationalId: LAN.nationalId })).toEqual([['national-id']]);
    expect(await found({ nationalId: LAN.nationalId, birthDate: '1990-01-01' })).toEqual([['national-id']]);
    expect(await found({ birthDate: '2001-02-03', division: '532500' })).toEqual([['birth-date']]);
    expect(await found({ birthDate: '2001-02-03', division: '532503' })).toEqual([]);
    expect((await readings(id)).map(({ purpose, allowed }) => [purpose, allowed])).toContainEqual(['triage', true]);
    const rows = await bench.query('SELECT private_record::text FROM private_record');
    for (const word of ['pham', 'Phạm', '11010519491231002X']) expect(JSON.stringify(rows)).not.toContain(word);
  });

  it('finds a person by how the name sounds, and says that it is only that; who is written the same comes first', async () => {
    const victims = ['章晓明', '张小明'].map((name) => ({ name, sex: 'male', birthDate: '2015-03-04', nationality: 'CN' }));
    const { id, caseId } = await bench.aClue();
    await duty.put(`/intakes/${id}/case`, { kind: 'person-trafficking', victims });
    const found = async (sought: object): Promise<string[][]> =>
      (await search(sought)).body.items.filter((item) => item.caseId === caseId).map(({ matched }) => matched.toSorted());
    expect(await found({ name: '張小明' })).toEqual([['name-sound'], ['name-sound']]);
    expect(await found({ name: '张小明' })).toEqual([['name'], ['name-sound']]);
    for (const heard of ['zhang xiaoming', 'zangxiaomin', 'Xiaoming Zhang'])
      expect([heard, await found({ name: heard, birthDate: '2015-03-04' })])
        .toEqual([heard, [['birth-date', 'name-sound'], ['birth-date', 'name-sound']]]);
    expect(await found({ name: 'zhang xiaoming', birthDate: '2011-03-04' })).toEqual([]);
    expect(await found({ name: 'zhang daming' })).toEqual([]);
  });

  it('finds whose age was judged or is unknown, unless the day of birth speaks against it', async () => {
    const { id, caseId } = await bench.aClue();
    const victim = (name: string, age: object) => ({ name, sex: 'female', nationality: 'VN', ...age });
    const victims = [
      victim('Judged One', { estimatedAge: { fromYears: 9, toYears: 11, on: '2026-07-01' } }), victim('Unknown One', {})];
    await duty.put(`/intakes/${id}/case`, { kind: 'person-trafficking', victims });
    const found = async (sought: object) => (await search(sought)).body.items.filter((item) => item.caseId === caseId)
      .map(({ matched }) => matched.toSorted());
    expect(await found({ name: 'Judged One', birthDate: '2016-05-12' })).toEqual([['estimated-age', 'name']]);
    expect(await found({ name: 'Judged One', birthDate: '2012-05-12' })).toEqual([]);
    expect(await found({ name: 'Unknown One', birthDate: '2012-05-12' })).toEqual([['name']]);
    expect(await found({ birthDate: '2016-05-12', division: '532528' })).toEqual([['estimated-age']]);
    const { body: { victims: [, unknown] } } = await duty.get<{ victims: { victimId: string }[] }>(`/intakes/${id}`);
    for (const birthDate of ['2012-05-12', '2011-04-03'])
      expect((await duty.put(`/intakes/${id}/victims/${unknown!.victimId}/age`, { birthDate })).status).toBe(200);
    expect(await found({ name: 'Unknown One', birthDate: '2011-04-03' })).toEqual([['birth-date', 'name']]);
    expect(await found({ birthDate: '2011-04-03', division: '532528' })).toEqual([['birth-date']]);
    for (const birthDate of ['2012-05-12', '1990-01-01']) expect(await found({ name: 'Unknown One', birthDate })).toEqual([]);
    expect(await found({ name: 'Unknown One' })).toEqual([['name']]);
  });

  it('says of another’s case only who answers for it, and that to nobody who registers none', async () => {
    const { caseId } = await ofLan();
    const { body } = await search({ nationalId: LAN.nationalId }, bench.at('stranger'));
    expect(body.items.length).toBeGreaterThan(0);
    for (const item of body.items)
      expect(item).toEqual({
        matched: ['national-id'], answerable: [YUANYANG], relation: null, intakeId: null, caseId: null, caseNumber: null,
        division: null, victimId: null,
      });
    const foundBy = async (who: 'relief' | 'superior') =>
      (await search({ nationalId: LAN.nationalId }, bench.at(who))).body.items;
    expect(await foundBy('relief')).toEqual([]);
    expect((await foundBy('superior'))[0]).toMatchObject({ relation: 'superior' });
    await bench.accepted(caseId, randomUUID(), '532500-relief');
    expect(await foundBy('relief')).toMatchObject([{ relation: 'owner', caseId }]);
  });

  it('is refused where it would be a list, and to those who have no part in it; finds nobody of an erased case', async () => {
    const refused = async (sought: object, by: Desk = duty) => code(by.post('/intakes/searches', sought));
    const born = { birthDate: '2001-02-03' };
    const provinces = ['100000', '530000'].map((division) => ({ ...born, division }));
    for (const sought of [{}, { division: '532528' }, born, { name: '·' }, ...provinces])
      expect(await refused(sought)).toBe('intake.search-too-wide');
    expect((await search({ ...born, division: '532500' })).status).toBe(200);
    expect(await refused({ name: '某某' }, bench.at('teacher'))).toBe('access.not-permitted');
    expect((await search({ name: '无此人' })).body).toEqual({ items: [], isMore: false });
  });

  it('finds a victim of two merged matters by what either of them knew', async () => {
    const nationalId = '110105201603070010';
    const reported = async (name: string) => (await duty.post('/intakes/missing-reports', {
      person: { name, sex: 'male', birthDate: '2016-03-07', nationality: 'CN', nationalId },
      missingSince: '2026-07-01T08:00+08:00', division: '532528', occurredAt: '2026-07-02T08:00+08:00',
    })).body;
    const [one, other] = [await reported('柳某乙'), await reported('柳某丙')];
    await duty.put(`/intakes/${one.id}/merge`, { intoIntakeId: other.id });
    for (const name of ['柳某乙', '柳某丙'])
      expect((await search({ name })).body.items).toMatchObject([{ intakeId: other.id, caseId: other.caseId }]);
    const { victims, reports } = (await duty.get<Pick<Intake, 'victims' | 'reports'>>(`/intakes/${other.id}`)).body;
    expect(reports.map(({ victimId }) => victimId)).toEqual([victims[0]!.victimId, victims[0]!.victimId]);
  });

  it('finds in the case that goes on what was merged into it', async () => {
    const [{ body: one }, other] = [await duty.post('/intakes/missing-reports', {
      person: { ...LAN, name: '并案某' }, missingSince: '2026-07-01T08:00+08:00', division: '532528',
      occurredAt: '2026-07-02T08:00+08:00',
    }), await bench.aClue()];
    await duty.put(`/intakes/${one.id}/merge`, { intoIntakeId: other.id });
    expect((await search({ name: '并案某' })).body.items).toMatchObject([{ intakeId: other.id, caseId: other.caseId }]);
  });
});
