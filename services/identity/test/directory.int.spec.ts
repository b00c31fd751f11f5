import { createECDH, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { dayOf } from '#clocks';
import { Directory, relationOf } from '#service-kit';
import { signIn, signInForTokens } from '#testing';
import type { Assignment } from '../src/domain/unit-record.js';
import { SEED_PEOPLE, SEED_UNITS } from '../src/seed/people.js';
import { demoPersonId } from '../src/seed/seed.js';
import { IdentityBench, PASSWORD } from './bench.js';

const TODAY = dayOf(new Date().toISOString());

let bench: IdentityBench;

/** A request goes by what was read of a person up to a second ago. */
const aSecondLater = () => new Promise((resolve) => setTimeout(resolve, 1_100));

beforeAll(async () => {
  bench = await IdentityBench.begin();
}, 60_000);

afterAll(() => bench?.stop());

describe('the demonstration directory', () => {
  it('is there when the service answers, each thing once', async () => {
    expect(await bench.count('unit_record')).toBe(SEED_UNITS.length);
    expect(await bench.count('person')).toBe(SEED_PEOPLE.length);
    expect(await bench.count('directory_post')).toBe(SEED_PEOPLE.flatMap(({ posts }) => posts).length);
    expect((await fetch(`${bench.url}/health/ready`)).status).toBe(200);
  });

  it('says every unit and post in facts, without any name', async () => {
    const rows = await bench.query<{ payload: string }>('SELECT payload FROM journal');
    expect(rows).toHaveLength(SEED_UNITS.length + SEED_PEOPLE.flatMap(({ posts }) => posts).length);
    expect(rows.filter(({ payload }) => /[\u4e00-\u9fff]/.test(payload))).toEqual([]);
  });

  it('is not made twice, is finished after an interruption, and keeps what an administrator has changed', async () => {
    const [journal, people] = [await bench.count('journal'), await bench.count('person')];
    const token = await bench.tokenOf('admin');
    const posts = async () => (await bench.ask('GET', '/directory/units/532503-psb', token)).body['posts'] as Assignment[];
    const { assignmentId } = (await posts()).find(({ post }) => post === 'verifier')!;
    const end = `/directory/units/532503-psb/posts/${assignmentId}/end`;
    expect((await bench.ask('PUT', end, token, { to: TODAY })).status).toBe(200);
    await bench.stop();
    await bench.query(`UPDATE setting SET value = value || '{"edition": null}' WHERE name = 'demo-seed'`);
    await bench.start();
    expect([await bench.count('journal'), await bench.count('person')]).toEqual([journal + 2, people]);
    expect((await posts()).find((held) => held.assignmentId === assignmentId)!.to).toBe(TODAY);
  }, 60_000);

  it('lists who can sign in, in rehearsal mode only', async () => {
    const answer = await fetch(`${bench.url}/directory/demo-accounts?limit=2&after=pu.zhiqian`);
    const { items, next } = await answer.json() as { items: object[]; next: string };
    expect(items).toEqual([
      expect.objectContaining({ username: 'pu.zhiqiang', nameZh: '普志强', unitId: '532500-psb', post: 'deputy-head' }),
      expect.objectContaining({ username: 'tao.li' }),
    ]);
    expect(next).toBe('tao.li');
  });
});

describe('the directory', () => {
  it('says of every two units the same as the relation: which is below which', async () => {
    const connection = { query: async (query: { text: string; values?: unknown[] }) =>
      ({ rows: await bench.query(query.text, query.values) }) } as never;
    const directory = new Directory(connection);
    const above = await directory.above(SEED_UNITS.map(({ unitId }) => unitId));
    for (const asker of SEED_UNITS.filter((_, index) => index % 3 === 0)) {
      const below = new Set(await directory.below(asker.unitId));
      const related = SEED_UNITS.filter((unit) => ['participant', 'superior'].includes(relationOf(asker, [
        { unitId: unit.unitId, isOwner: false, unit, above: above.get(unit.unitId) ?? [] }]) ?? ''));
      expect([...below].sort()).toEqual(related.map(({ unitId }) => unitId).sort());
      for (const unitId of below)
        if (unitId !== asker.unitId) expect(await directory.superiorsOf(unitId)).toContain(asker.unitId);
    }
    const top = SEED_UNITS.find(({ unitId }) => unitId === '532503-psb')!;
    for (const above of await directory.superiorsOf(top.unitId)) expect(await directory.below(above)).toContain(top.unitId);
  }, 60_000);

  it('is read page by page, by everybody with a post', async () => {
    const token = await bench.tokenOf('vn-laocai-police.liaison');
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { body } = await bench.ask('GET', `/directory/units?limit=60${after && `&after=${after}`}`, token);
      seen.push(...(body['items'] as { unitId: string }[]).map(({ unitId }) => unitId));
      if (body['next'] === null) break;
      after = body['next'] as string;
    }
    expect(seen).toHaveLength(SEED_UNITS.length);
    expect(new Set(seen).size).toBe(seen.length);
    const ids = ['pu.zhiqiang', 'li.wei'].map(demoPersonId);
    expect(((await bench.ask('GET', `/directory/people?ids=${ids.join(',')}`, token)).body['items'] as object[])).toHaveLength(2);
    expect((await bench.ask('GET', '/directory/people?ids=', token)).status).toBe(400);
    expect((await bench.ask('GET', `/directory/people/${randomUUID()}`, token)).status).toBe(404);
    expect((await bench.ask('GET', '/directory/units/nowhere', token)).status).toBe(404);
  });

  it('is administered by administrators, who give themselves nothing', async () => {
    const [admin, officer] = [await bench.tokenOf('admin'), await bench.tokenOf('tao.li')];
    const unit = {
      kind: 'police-station', level: 'township', division: '532503', country: 'CN', superiorUnit: '532503-psb',
      nameZh: '雨过铺派出所', nameEn: 'Yuguopu Police Station',
    };
    const path = '/directory/units/532503-yuguopu-police-station';
    expect((await bench.ask('PUT', path, officer, unit)).body.code).toBe('access.not-permitted');
    const confirmer = await bench.tokenOf('kong.xianglin');
    await bench.describe('532503-yuguopu-police-station', { proposer: admin, confirmer }, unit);
    const refusal = async (body: object, to = path): Promise<unknown> =>
      (await bench.ask('POST', `${to}/posts`, admin, { post: 'head', from: '2026-01-01', ...body })).body.code;
    expect(await refusal({ personId: demoPersonId('admin') })).toBe('identity.own-post');
    expect(await refusal({})).toBe('identity.person-missing');
    expect(await refusal({ personId: randomUUID() })).toBe('identity.unknown-person');
    expect(await refusal({ newPerson: { username: 'tao.li', nameZh: '陶丽' } })).toBe('identity.username-taken');
    expect(await refusal({ newPerson: { username: 'Tao Li', nameZh: '陶丽' } })).toBe('input.invalid');
    expect(await refusal({ personId: demoPersonId('tao.li') }, '/directory/units/999999-nowhere')).toBe('record.not-found');
  });

  it('is administered in each unit for that unit and those below it, and by the first administrator as a whole', async () => {
    const admin = await bench.tokenOf('admin');
    const head = await bench.tokenOf('kong.xianglin');
    const { personId, assignmentId } = await bench.appoint('532503-psb', { proposer: admin, confirmer: head }, {
      newPerson: { username: 'mengzi.admin', nameZh: '蒙管' }, post: 'administrator', from: '2020-01-01' });
    const password = { password: 'a-first-password' };
    expect((await bench.ask('PUT', `/directory/people/${personId}/password`, admin, password)).body.code)
      .toBe('identity.second-person-needed');
    expect((await bench.ask('PUT', `/directory/people/${personId}/password`, head, password)).status).toBe(200);
    const facts = await bench.query<{ payload: string }>(`SELECT payload FROM journal WHERE type = 'identity.password-set'`);
    expect(facts.map(({ payload }) => (JSON.parse(payload) as { data: object }).data))
      .toContainEqual({ personId, byUnit: '532503-psb', askedBy: demoPersonId('admin') });
    expect(JSON.stringify(facts)).not.toContain('a-first-password');
    const token = await bench.tokenOf('mengzi.admin', 'a-first-password');
    const assign = async (unitId: string) => (await bench.ask('POST', `/directory/units/${unitId}/posts`, token, {
      newPerson: { username: `new.${randomUUID().slice(0, 8)}`, nameZh: '新人' }, post: 'officer', from: '2026-01-01' })).body.code;
    for (const mine of ['532503-psb', '532503-wenlan-police-station']) expect(await assign(mine)).toBeUndefined();
    for (const other of ['532528-psb', '532500-psb', '532503-civil-affairs'])
      expect(await assign(other)).toBe('identity.not-your-unit');
    const { personId: theirs } = await bench.appoint('532528-psb',
      { proposer: admin, confirmer: await bench.tokenOf('532528-psb.head') },
      { newPerson: { username: 'yuanyang.new', nameZh: '新人' }, post: 'officer', from: '2026-01-01' });
    expect((await bench.ask('PUT', `/directory/people/${theirs}/password`, token, password)).body.code).toBe('identity.not-your-unit');
    const station = {
      kind: 'police-station', level: 'township', division: '532503', country: 'CN', superiorUnit: '532503-psb',
      nameZh: '新安所', nameEn: 'Xin’an Police Station',
    };
    const describe = async (unitId: string, is: object = {}) =>
      (await bench.ask('PUT', `/directory/units/${unitId}`, token, { ...station, ...is })).body.code;
    expect(await describe('532503-xinan-police-station')).toBeUndefined();
    const lifted = [{ division: '530000' }, { level: 'province' }, { superiorUnit: '532528-psb' }, { country: 'VN' }];
    for (const is of lifted) expect(await describe('532503-xinan-police-station', is)).toBe('identity.not-your-unit');
    expect(await describe('532503-psb')).toBe('identity.not-your-unit');
    expect(await describe('532528-psb')).toBe('identity.not-your-unit');
    const { body } = await bench.ask('GET', '/directory/unit-proposals', head);
    const { proposalId } = (body['items'] as { proposalId: string; unitId: string }[])
      .find(({ unitId }) => unitId === '532503-xinan-police-station')!;
    await bench.ask('PUT', `/directory/units/532503-psb/posts/${assignmentId}/end`, admin, { to: TODAY });
    expect((await bench.ask('PUT', `/directory/unit-proposals/${proposalId}/confirmation`, head, {})).body.code)
      .toBe('identity.not-your-unit');
  }, 60_000);

  it('takes the example of an appointment as it stands in the document', async () => {
    const document = await (await fetch(`${bench.url}/openapi.json`)).json() as OpenAPIObject;
    const { content } = document.paths['/directory/units/{id}/posts']!.post!.requestBody as {
      content: Record<string, { examples: { example: { value: object } } }>;
    };
    const { value } = content['application/json']!.examples.example;
    const unit = { kind: 'police-station', level: 'township', division: '532503', country: 'CN', superiorUnit: '532503-psb' };
    const admin = await bench.tokenOf('admin');
    const is = { ...unit, nameZh: '示例所', nameEn: 'Example Station' };
    await bench.describe('532503-example', { proposer: admin, confirmer: await bench.tokenOf('kong.xianglin') }, is);
    const appointed = await bench.ask('POST', '/directory/units/532503-example/posts', admin, value);
    expect([appointed.status, appointed.body.code]).toEqual([201, undefined]);
  });

  it('takes in somebody new, who can work as soon as a password is set, and until the post ends', async () => {
    const admin = await bench.tokenOf('admin');
    const head = await bench.tokenOf('532503-wenlan-police-station.head');
    const { personId, assignmentId } = await bench.appoint('532503-wenlan-police-station', { proposer: admin, confirmer: head }, {
      newPerson: { username: 'yang.fan', nameZh: '杨帆', nameLatin: 'Yang Fan' }, post: 'officer', from: '2026-01-01',
    });
    await expect(signIn(bench.issuer, 'yang.fan', PASSWORD)).rejects.toThrow('identity.wrong-credentials');
    const setFor = (id: string, by = head) =>
      bench.ask('PUT', `/directory/people/${id}/password`, by, { password: 'a-first-password' });
    expect((await setFor(personId)).status).toBe(200);
    expect((await setFor(demoPersonId('admin'), admin)).body.code).toBe('identity.own-password');
    expect((await setFor(personId, admin)).body.code).toBe('identity.not-your-unit');
    expect((await setFor(demoPersonId('tao.li'))).body.code).toBe('identity.not-your-unit');
    const tokens = await signInForTokens(bench.issuer, 'yang.fan', 'a-first-password');
    const me = await bench.ask('GET', '/me', tokens.access_token);
    expect(me.body).toMatchObject({ nameLatin: 'Yang Fan', posts: [{ post: 'officer' }] });
    const change = (present: string) =>
      bench.ask('PUT', '/me/password', tokens.access_token, { present, next: 'another-password' });
    expect((await change('wrong')).body.code).toBe('identity.wrong-password');
    expect((await change('a-first-password')).status).toBe(200);
    expect((await bench.refresh(tokens.refresh_token!)).status).toBe(400);
    await aSecondLater();
    expect((await bench.ask('GET', '/me', tokens.access_token)).body.code).toBe('access.not-signed-in');
    const end = `/directory/units/532503-wenlan-police-station/posts/${assignmentId}/end`;
    await bench.ask('PUT', end, admin, { to: TODAY });
    await aSecondLater();
    expect((await bench.ask('GET', '/me', await bench.tokenOf('yang.fan', 'another-password'))).body.code).toBe('access.no-post');
  }, 60_000);

  it('appoints nobody by one person alone: a second one agrees, of that unit where another has proposed it', async () => {
    const [admin, head] = [await bench.tokenOf('admin'), await bench.tokenOf('532528-psb.head')];
    const unit = '/directory/units/532528-psb';
    const proposed = await bench.ask('POST', `${unit}/posts`, admin, {
      newPerson: { username: 'puppet', nameZh: '某某' }, post: 'officer', from: '2020-01-01' });
    const [said] = proposed.body['facts'] as { type: string; data: { personId: string; proposalId: string } }[];
    expect(said!.type).toBe('identity.post-proposed');
    const { personId, proposalId } = said!.data;
    const shown = async () => (await bench.ask('GET', unit, admin)).body as unknown as {
      posts: Assignment[]; proposals: { proposalId: string }[];
    };
    expect((await shown()).posts.some((held) => held.personId === personId)).toBe(false);
    expect((await shown()).proposals).toMatchObject([{ proposalId, by: { personId: demoPersonId('admin') } }]);
    const confirm = async (username: string, id = proposalId) =>
      (await bench.ask('PUT', `${unit}/proposals/${id}/confirmation`, await bench.tokenOf(username), {})).body.code;
    for (const other of ['admin', '532503-civil-affairs.head', '532500-psb.head'])
      expect(await confirm(other)).toBe('identity.not-the-confirmer');
    expect(await confirm('532528-psb.officer')).toBe('access.not-permitted');
    expect(await confirm('532528-psb.head', randomUUID())).toBe('identity.unknown-proposal');
    const setBy = async (token: string) =>
      (await bench.ask('PUT', `/directory/people/${personId}/password`, token, { password: 'a-first-password' })).body.code;
    expect(await setBy(head)).toBe('identity.second-person-needed');
    expect(await confirm('532528-psb.deputy')).toBeUndefined();
    expect((await shown()).posts.find((held) => held.personId === personId)).toMatchObject({ assignmentId: proposalId });
    expect((await shown()).proposals).toEqual([]);
    expect(await setBy(admin)).toBe('identity.second-person-needed');
    expect(await setBy(head)).toBeUndefined();
    expect(await setBy(head)).toBe('identity.second-person-needed');
  }, 60_000);

  it('appoints nobody whom somebody has proposed who may propose no more', async () => {
    const unitId = '532528-psb';
    const [admin, head] = [await bench.tokenOf('admin'), await bench.tokenOf(`${unitId}.head`)];
    const { personId, assignmentId } = await bench.appoint(unitId, { proposer: admin, confirmer: head }, {
      newPerson: { username: 'shi.guo', nameZh: '施过' }, post: 'administrator', from: '2020-01-01' });
    await bench.ask('PUT', `/directory/people/${personId}/password`, head, { password: 'a-first-password' });
    const proposed = await bench.ask('POST', `/directory/units/${unitId}/posts`, await bench.tokenOf('shi.guo', 'a-first-password'), {
      newPerson: { username: 'puppet.three', nameZh: '某某' }, post: 'officer', from: '2020-01-01' });
    const { proposalId } = (proposed.body['facts'] as { data: { proposalId: string } }[])[0]!.data;
    await bench.ask('PUT', `/directory/units/${unitId}/posts/${assignmentId}/end`, admin, { to: TODAY });
    const confirm = `/directory/units/${unitId}/proposals/${proposalId}/confirmation`;
    expect((await bench.ask('PUT', confirm, await bench.tokenOf(`${unitId}.head`), {})).body.code).toBe('identity.not-your-unit');
  }, 60_000);

  it('opens no case by one person alone: a second one above a unit, new or known, confirms what it is', async () => {
    const unitId = '532503-wenlan-police-station';
    const [admin, chief, head] = await Promise.all(
      ['admin', '532500-psb.head', `${unitId}.head`].map((name) => bench.tokenOf(name)));
    const { kind, level, division, country, superiorUnit, nameZh, nameEn } =
      (await bench.ask('GET', `/directory/units/${unitId}`, admin!)).body as Record<string, string>;
    const is = { kind, level, division, country, superiorUnit, nameZh, nameEn };
    const put = async (id: string, changed: object) =>
      (await bench.ask('PUT', `/directory/units/${id}`, admin!, { ...is, ...changed })).body;
    const now = async (id = unitId) => (await bench.ask('GET', `/directory/units/${id}`, admin!)).body;
    const types = (body: Awaited<ReturnType<typeof put>>) => (body['facts'] as { type: string }[]).map(({ type }) => type);
    expect(types(await put(unitId, { nameEn: 'Wenlan Station' }))).toEqual(['identity.unit-registered']);
    expect(await now()).toMatchObject({ nameEn: 'Wenlan Station', kind });

    const confirm = async (token: string, id: unknown) =>
      (await bench.ask('PUT', `/directory/unit-proposals/${String(id)}/confirmation`, token, {})).body;
    const proposed = async (id: string, changed: object) => {
      const body = await put(id, changed);
      expect(types(body)).toEqual(['identity.unit-proposed']);
      return (body['facts'] as { data: { proposalId: string } }[])[0]!.data.proposalId;
    };
    const earlier = await proposed(unitId, { kind: 'health' });
    const known = await proposed(unitId, { kind: 'public-security' });
    expect(await now()).toMatchObject({ kind: 'police-station' });
    const { body: { items } } = await bench.ask('GET', '/directory/unit-proposals', head!);
    expect(items).toContainEqual(expect.objectContaining({
      proposalId: known, unitId, kind: 'public-security',
    }));
    for (const token of [admin!, head!]) expect((await confirm(token, known)).code).toBe('identity.not-above-the-unit');
    expect((await confirm(await bench.tokenOf('532528-psb.head'), known)).code).toBe('identity.not-above-the-unit');
    expect((await confirm(chief!, earlier)).code).toBe('identity.unknown-proposal');
    expect((await confirm(chief!, known))['facts'])
      .toMatchObject([{ data: { kind: 'public-security', proposedBy: demoPersonId('admin') } }]);
    expect(await now()).toMatchObject({ kind: 'public-security' });
    expect((await confirm(chief!, known)).code).toBe('identity.unknown-proposal');

    const fresh = '532503-made-up-bureau';
    const invented = await proposed(fresh, { kind: 'public-security', level: 'county', superiorUnit: '532500-psb' });
    expect(await now(fresh)).toMatchObject({ code: 'record.not-found' });
    const puppet = { newPerson: { username: 'puppet.two', nameZh: '某某' }, post: 'head', from: '2026-01-01' };
    expect((await bench.ask('POST', `/directory/units/${fresh}/posts`, admin!, puppet)).body.code).toBe('record.not-found');
    await bench.query(`UPDATE unit_proposed SET at = at - interval '31 days'`);
    expect((await confirm(chief!, invented)).code).toBe('identity.unknown-proposal');
    expect((await put(fresh, { superiorUnit: 'nowhere' })).code).toBe('identity.unknown-superior');
  }, 60_000);

  it('sets a new password of somebody only after another one has asked for it', async () => {
    const [head, deputy] = [await bench.tokenOf('532504-psb.head'), await bench.tokenOf('532504-psb.deputy')];
    const path = `/directory/people/${demoPersonId('532504-psb.officer')}`;
    const set = async (by: string) =>
      (await bench.ask('PUT', `${path}/password`, by, { password: 'another-password' })).body.code;
    expect(await set(head)).toBe('identity.second-person-needed');
    expect((await bench.ask('POST', `${path}/password-requests`, head, {})).status).toBe(200);
    expect(await set(head)).toBe('identity.second-person-needed');
    const before = await bench.tokenOf('532504-psb.officer');
    expect((await bench.ask('GET', '/me', before)).status).toBe(200);
    expect(await set(deputy)).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await bench.ask('GET', '/me', before)).body.code).toBe('access.not-signed-in');
    await expect(bench.tokenOf('532504-psb.officer', 'another-password')).resolves.toBeDefined();
    const elsewhere = await bench.tokenOf('532528-psb.head');
    expect((await bench.ask('POST', `${path}/password-requests`, elsewhere, {})).body.code).toBe('identity.not-your-unit');
  }, 60_000);

  it('keeps a signing key for one person and one unit (X-4)', async () => {
    const border = await bench.tokenOf('532532-border-inspection.border');
    const counterpart = await bench.tokenOf('vn-laocai-border-guard.border');
    const ecdh = createECDH('prime256v1');
    const point = ecdh.generateKeys();
    const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
    const first = await bench.ask('POST', '/me/signing-keys', border, { x, y });
    expect(first.body).toMatchObject({
      caseId: '532532-border-inspection', facts: [{ type: 'identity.signing-key-registered' }],
    });
    expect((await bench.ask('POST', '/me/signing-keys', border, { x, y })).body['facts']).toEqual([]);
    expect((await bench.ask('POST', '/me/signing-keys', counterpart, { x, y })).body.code).toBe('identity.key-taken');
    expect((await bench.ask('POST', '/me/signing-keys', border, { x: y, y: x })).body.code).toBe('identity.key-invalid');
    const { body } = await bench.ask('GET', '/me', border);
    expect(body['signingKeys']).toMatchObject([{ unitId: '532532-border-inspection', x, y }]);
  });

  it('signs out whoever leaves a post that was ended ahead of time, when that day comes, and once', async () => {
    const unitId = '532503-wenlan-police-station';
    const [admin, head] = [await bench.tokenOf('admin'), await bench.tokenOf(`${unitId}.head`)];
    const { personId, assignmentId } = await bench.appoint(unitId, { proposer: admin, confirmer: head }, {
      newPerson: { username: 'gao.yu', nameZh: '高雨' }, post: 'officer', from: '2026-01-01' });
    await bench.ask('PUT', `/directory/people/${personId}/password`, head, { password: 'a-first-password' });
    const tokens = await signInForTokens(bench.issuer, 'gao.yu', 'a-first-password');
    const start = Date.parse((await bench.ask('GET', '/rehearsal/clock', admin)).body['now'] as string);
    const after = (days: number): string => new Date(start + days * 86_400_000).toISOString();
    const signedOut = async () => (await bench.query(
      `SELECT 1 FROM journal WHERE type = 'identity.sign-ins-ended' AND position($1 in payload) > 0`, [personId])).length;
    const seenOffOn = async (days: number): Promise<void> => {
      expect((await bench.ask('PUT', '/rehearsal/clock', admin, { now: after(days) })).status).toBe(200);
      const done = `SELECT 1 FROM setting WHERE name = 'leavers-seen-off' AND value = to_jsonb($1::text)`;
      for (const until = Date.now() + 20_000; (await bench.query(done, [dayOf(after(days))])).length === 0;) {
        if (Date.now() > until) throw new Error('Nobody looked for those who leave.');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const before = await signedOut();
    const ended = await bench.ask('PUT', `/directory/units/${unitId}/posts/${assignmentId}/end`, admin, { to: dayOf(after(2)) });
    expect(ended.body['facts']).toMatchObject([{ type: 'identity.post-ended' }]);
    await seenOffOn(1);
    expect([await signedOut(), (await bench.ask('GET', '/me', tokens.access_token)).status]).toEqual([before, 200]);
    await seenOffOn(2);
    expect(await signedOut()).toBe(before + 1);
    expect((await bench.refresh(tokens.refresh_token!)).status).toBe(400);
    await seenOffOn(3);
    expect(await signedOut()).toBe(before + 1);
  }, 60_000);
});
