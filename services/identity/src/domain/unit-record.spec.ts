import { describe, expect, it } from '@jest/globals';
import { Refusal, type Actor, type Fact } from '#contracts';
import { UnitRecord, type Assignment, type UnitDescription } from './unit-record.js';

const ADMINISTRATOR: Actor = {
  personId: '00000000-0000-7000-8000-00000000000a', unitId: '532500-conference-office', post: 'administrator',
};
const PU = '00000000-0000-7000-8000-000000000001';
const KONG = '00000000-0000-7000-8000-000000000002';
const AT = '2026-07-02T13:12:00.000Z';
const BEFORE = '2026-07-02T13:12:01.000Z';
const [X, Y] = ['x'.repeat(43), 'y'.repeat(43)];

const MENGZI: UnitDescription = {
  kind: 'public-security', level: 'county', division: '532503', country: 'CN', superiorUnit: '532500-psb',
  nameZh: '蒙自市公安局', nameEn: 'Mengzi Public Security Bureau',
};
const HONGHE = { unitId: '532500-psb', level: 'prefecture' } as const;

let last = 0;
const id = (): string => `00000000-0000-7000-8000-1${String(last += 1).padStart(11, '0')}`;

const registered = (): UnitRecord =>
  UnitRecord.register({ id: id(), unitId: '532503-psb', is: MENGZI, superior: HONGHE })[0];

const headship = (personId: string, from: string, to: string | null = null): Assignment =>
  ({ assignmentId: id(), personId, post: 'head', from, to });

const end = (unit: UnitRecord, given: { assignmentId: string; to: string; today: string }): Fact[] =>
  unit.endPost({ ...given, before: BEFORE });

const types = (facts: Fact[]): string[] => facts.map(({ type }) => type);

function refused(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'not refused';
}

describe('registering a unit', () => {
  it('puts it into the directory, and its names not into the fact', () => {
    const [unit, facts] = UnitRecord.register({ id: id(), unitId: '532503-psb', is: MENGZI, superior: HONGHE });
    expect(unit).toMatchObject({ caseId: '532503-psb', nameZh: '蒙自市公安局', posts: [], keys: [] });
    expect(facts).toEqual([
      {
        type: 'identity.unit-registered', v: 1,
        data: {
          unitId: '532503-psb', kind: 'public-security', level: 'county', division: '532503', country: 'CN',
          superiorUnit: '532500-psb',
        },
      },
    ]);
  });

  it('needs no superior', () => {
    const is = { ...MENGZI, superiorUnit: null };
    const [, facts] = UnitRecord.register({ id: id(), unitId: '100000-psb', is, superior: null });
    expect(facts[0]!.data).not.toHaveProperty('superiorUnit');
  });

  it('refuses a superior that nobody knows', () => {
    expect(refused(() => UnitRecord.register({ id: id(), unitId: '532503-psb', is: MENGZI, superior: null }))).toBe(
      'identity.unknown-superior',
    );
  });

  it('refuses a superior of a narrower level, and the unit itself', () => {
    const under = (superior: { unitId: string; level: 'township' | 'county' }) => () =>
      UnitRecord.register({ id: id(), unitId: '532503-psb', is: MENGZI, superior });
    expect(refused(under({ unitId: '532503-wenlan-police-station', level: 'township' }))).toBe('identity.superior-too-low');
    expect(refused(under({ unitId: '532503-psb', level: 'county' }))).toBe('identity.superior-too-low');
  });
});

describe('describing a unit anew', () => {
  it('says what it is now', () => {
    const unit = registered();
    const facts = unit.describe({
      is: { ...MENGZI, superiorUnit: '530000-psb' }, superior: { unitId: '530000-psb', level: 'province' },
    });
    expect(unit.superiorUnit).toBe('530000-psb');
    expect(facts).toMatchObject([{ type: 'identity.unit-registered', data: { superiorUnit: '530000-psb' } }]);
  });

  it('stays quiet when nothing differs', () => {
    expect(registered().describe({ is: { ...MENGZI }, superior: HONGHE })).toEqual([]);
  });

  it('refuses an unknown superior and changes nothing', () => {
    const unit = registered();
    expect(refused(() => unit.describe({ is: { ...MENGZI, superiorUnit: '999999-psb' }, superior: null }))).toBe(
      'identity.unknown-superior',
    );
    expect(unit.superiorUnit).toBe('532500-psb');
  });
});

describe('giving a post', () => {
  it('is on record with its days', () => {
    const unit = registered();
    const post = headship(PU, '2015-01-01', '2021-03-15');
    const facts = unit.assign({ ...post, by: ADMINISTRATOR });
    expect(unit.posts).toEqual([post]);
    expect(facts).toEqual([{ type: 'identity.post-assigned', v: 1, data: { ...post, unitId: '532503-psb' } }]);
  });

  it('lets the successor begin on the day on which the post becomes free (case 1)', () => {
    const unit = registered();
    unit.assign({ ...headship(PU, '2015-01-01', '2021-03-15'), by: ADMINISTRATOR });
    expect(types(unit.assign({ ...headship(KONG, '2021-03-15'), by: ADMINISTRATOR }))).toEqual(['identity.post-assigned']);
    expect(unit.posts).toHaveLength(2);
  });

  it('stays quiet when this very assignment is on record', () => {
    const unit = registered();
    const post = headship(PU, '2015-01-01');
    unit.assign({ ...post, by: ADMINISTRATOR });
    expect(unit.assign({ ...post, by: ADMINISTRATOR })).toEqual([]);
    expect(unit.posts).toHaveLength(1);
  });

  it('refuses a second head at the same time (V-1)', () => {
    const unit = registered();
    unit.assign({ ...headship(PU, '2015-01-01', '2021-03-15'), by: ADMINISTRATOR });
    expect(refused(() => unit.assign({ ...headship(KONG, '2021-03-14'), by: ADMINISTRATOR }))).toBe('identity.head-taken');
    expect(unit.posts).toHaveLength(1);
  });

  it('refuses the same post twice for the same person, and allows two officers', () => {
    const unit = registered();
    const officer = (personId: string) => ({ ...headship(personId, '2015-01-01'), post: 'officer' as const, by: ADMINISTRATOR });
    unit.assign(officer(PU));
    expect(refused(() => unit.assign(officer(PU)))).toBe('identity.post-held');
    expect(types(unit.assign(officer(KONG)))).toEqual(['identity.post-assigned']);
  });

  it('refuses that somebody gives it to herself', () => {
    const unit = registered();
    expect(refused(() => unit.assign({ ...headship(ADMINISTRATOR.personId, '2026-01-01'), by: ADMINISTRATOR }))).toBe(
      'identity.own-post',
    );
    expect(unit.posts).toEqual([]);
  });

  it('refuses an end that is not after the beginning', () => {
    const unit = registered();
    expect(refused(() => unit.assign({ ...headship(PU, '2021-03-15', '2021-03-15'), by: ADMINISTRATOR }))).toBe(
      'identity.post-period',
    );
    expect(unit.posts).toEqual([]);
  });
});

describe('ending a post', () => {
  function withHead(to: string | null = null): { unit: UnitRecord; assignmentId: string } {
    const unit = registered();
    const post = headship(PU, '2015-01-01', to);
    unit.assign({ ...post, by: ADMINISTRATOR });
    return { unit, assignmentId: post.assignmentId };
  }

  it('frees it from the given day on', () => {
    const { unit, assignmentId } = withHead();
    expect(end(unit, { assignmentId, to: '2021-03-15', today: '2021-03-10' })).toEqual([{
      type: 'identity.post-ended', v: 1, data: { assignmentId, personId: PU, unitId: '532503-psb', to: '2021-03-15' },
    }]);
    expect(unit.posts[0]!.to).toBe('2021-03-15');
  });

  it('signs out whoever has left it by today, and nobody before', () => {
    const { unit, assignmentId } = withHead();
    expect(end(unit, { assignmentId, to: '2021-03-15', today: '2021-03-15' }).slice(1)).toEqual([{
      type: 'identity.sign-ins-ended', v: 1, data: { personId: PU, before: BEFORE },
    }]);
  });

  it('may still be moved as long as it lies ahead', () => {
    const { unit, assignmentId } = withHead('2021-03-15');
    expect(types(end(unit, { assignmentId, to: '2021-02-01', today: '2021-01-10' }))).toEqual(['identity.post-ended']);
    expect(unit.posts[0]!.to).toBe('2021-02-01');
  });

  it('is not prolonged by one person: that is an appointment', () => {
    const { unit, assignmentId } = withHead('2021-03-15');
    expect(refused(() => end(unit, { assignmentId, to: '2099-12-31', today: '2021-01-10' }))).toBe('identity.post-prolonged');
    expect(unit.posts[0]!.to).toBe('2021-03-15');
  });

  it('stays quiet when that day is on record', () => {
    const { unit, assignmentId } = withHead('2021-03-15');
    expect(end(unit, { assignmentId, to: '2021-03-15', today: '2026-01-01' })).toEqual([]);
  });

  it('refuses to move a day that has passed: who answered then does not change', () => {
    const { unit, assignmentId } = withHead('2021-03-15');
    expect(refused(() => end(unit, { assignmentId, to: '2020-01-01', today: '2026-01-01' }))).toBe('identity.post-ended');
    expect(unit.posts[0]!.to).toBe('2021-03-15');
  });

  it('refuses a day more than thirty days ago: what was done in the post since would be of no post', () => {
    const { unit, assignmentId } = withHead();
    expect(refused(() => end(unit, { assignmentId, to: '2021-01-30', today: '2021-03-02' }))).toBe('identity.post-too-long-ago');
    expect(unit.posts[0]!.to).toBeNull();
    expect(types(end(unit, { assignmentId, to: '2021-01-31', today: '2021-03-02' }))).toContain('identity.post-ended');
  });

  it('refuses a day that is not after the beginning', () => {
    const { unit, assignmentId } = withHead();
    expect(refused(() => end(unit, { assignmentId, to: '2015-01-01', today: '2021-01-01' }))).toBe('identity.post-period');
    expect(unit.posts[0]!.to).toBeNull();
  });

  it('refuses an assignment of another unit', () => {
    expect(refused(() => end(registered(), { assignmentId: id(), to: '2021-03-15', today: '2021-01-01' }))).toBe(
      'identity.unknown-post',
    );
  });
});

describe('registering a signing key (X-4)', () => {
  const by: Actor = { personId: KONG, unitId: '532503-psb', post: 'head' };

  it('is on record for the person and the unit', () => {
    const unit = registered();
    const keyId = id();
    const facts = unit.registerKey({ keyId, by, at: AT, x: X, y: Y, owner: null });
    expect(unit.keys).toEqual([{ keyId, personId: KONG, x: X, y: Y, validFrom: AT }]);
    expect(facts).toEqual([
      {
        type: 'identity.signing-key-registered', v: 1,
        data: { keyId, personId: KONG, unitId: '532503-psb', x: X, y: Y, validFrom: AT },
      },
    ]);
  });

  it('stays quiet when the person has registered it here', () => {
    const unit = registered();
    expect(unit.registerKey({ keyId: id(), by, at: AT, x: X, y: Y, owner: { personId: KONG, unitId: '532503-psb' } })).toEqual(
      [],
    );
    expect(unit.keys).toEqual([]);
  });

  it('refuses the key of somebody else, and the own one under another unit', () => {
    const unit = registered();
    const owners = [{ personId: PU, unitId: '532503-psb' }, { personId: KONG, unitId: '532500-psb' }];
    for (const owner of owners)
      expect(refused(() => unit.registerKey({ keyId: id(), by, at: AT, x: X, y: Y, owner }))).toBe('identity.key-taken');
    expect(unit.keys).toEqual([]);
  });
});

describe('saying by two people what a unit is', () => {
  const STATION: UnitDescription = { ...MENGZI, kind: 'police-station', level: 'township', superiorUnit: '532503-psb' };
  const proposal = { proposalId: id(), unitId: '532503-new', is: STATION, confirmers: [KONG] };
  const superior = { unitId: '532503-psb', level: 'county' } as const;

  it('is proposed by an administrator, of a new unit or a known one, and changes nothing by itself', () => {
    const unit = registered();
    const { kind, level, division, country } = STATION;
    expect(unit.proposeUnit({ ...proposal, superior })).toEqual([{
      type: 'identity.unit-proposed', v: 1,
      data: { proposalId: proposal.proposalId, unitId: '532503-new', kind, level, division, country, superiorUnit: '532503-psb' },
    }]);
    expect(unit).toMatchObject(MENGZI);
  });

  it('is refused without anybody to confirm it, and below a unit that cannot stand above', () => {
    expect(refused(() => registered().proposeUnit({ ...proposal, superior, confirmers: [] }))).toBe('identity.no-second-person');
    expect(refused(() => registered().proposeUnit({ ...proposal, superior: null }))).toBe('identity.unknown-superior');
    const itself = { unitId: '532503-new', level: 'county' } as const;
    expect(refused(() => registered().proposeUnit({ ...proposal, superior: itself }))).toBe('identity.superior-too-low');
  });

  it('is so when one of those who may has agreed, and names who proposed it', () => {
    const unit = registered();
    const by: Actor = { personId: KONG, unitId: '532500-psb', post: 'head' };
    const agreed = { by, proposedBy: ADMINISTRATOR.personId, confirmers: [KONG] };
    const is = { ...MENGZI, kind: 'health' as const };
    expect(refused(() => unit.describe({ is, superior: HONGHE, agreed: { ...agreed, by: ADMINISTRATOR } })))
      .toBe('identity.not-above-the-unit');
    expect(unit.kind).toBe('public-security');
    const data = { kind: 'health', proposedBy: ADMINISTRATOR.personId };
    expect(unit.describe({ is, superior: HONGHE, agreed })).toMatchObject([{ data }]);
    expect(unit.describe({ is, superior: HONGHE, agreed })).toEqual([]);
  });

  it('needs one person only for the names', () => {
    const unit = registered();
    expect(unit.isThe({ ...MENGZI, nameZh: '蒙自公安' })).toBe(true);
    const others: Partial<UnitDescription>[] = [
      { kind: 'health' }, { level: 'province' }, { division: '532500' }, { country: 'VN' }, { superiorUnit: null },
    ];
    for (const is of others) expect(unit.isThe({ ...MENGZI, ...is })).toBe(false);
  });
});

describe('setting the password of somebody', () => {
  it('says who has set it and who had asked, and signs the person out everywhere', () => {
    const given = { personId: PU, by: ADMINISTRATOR, askedBy: KONG, before: BEFORE };
    expect(registered().setPassword(given)).toEqual([
      { type: 'identity.password-set', v: 1, data: { personId: PU, byUnit: ADMINISTRATOR.unitId, askedBy: KONG } },
      { type: 'identity.sign-ins-ended', v: 1, data: { personId: PU, before: BEFORE } },
    ]);
    expect(refused(() => registered().setPassword({ ...given, personId: ADMINISTRATOR.personId }))).toBe('identity.own-password');
  });
});

describe('appointing by two people', () => {
  const proposal = () => ({
    proposalId: id(), personId: PU, post: 'officer' as const, from: '2026-07-01', to: null, by: ADMINISTRATOR, at: AT,
    confirmers: [KONG], isFirstAdministrator: false,
  });
  const head: Actor = { personId: KONG, unitId: '532503-psb', post: 'head' };

  it('gives the post only when the second one has agreed, and names both', () => {
    const unit = registered();
    const given = proposal();
    expect(types(unit.propose(given))).toEqual(['identity.post-proposed']);
    expect(unit.posts).toEqual([]);
    const facts = unit.confirm({ proposalId: given.proposalId, by: head, at: AT, confirmers: [KONG] });
    expect(facts).toMatchObject([{ type: 'identity.post-assigned', data: {
      assignmentId: given.proposalId, personId: PU, proposedBy: ADMINISTRATOR.personId,
    } }]);
    expect(unit.proposals).toEqual([]);
  });

  it('is refused to whoever may not confirm, to the one appointed, when it is old, and when the post is held by then', () => {
    const unit = registered();
    const given = proposal();
    unit.propose(given);
    const confirm = (change: object = {}) => () =>
      unit.confirm({ proposalId: given.proposalId, by: head, at: AT, confirmers: [KONG], ...change });
    expect(refused(confirm({ by: ADMINISTRATOR }))).toBe('identity.not-the-confirmer');
    expect(refused(confirm({ by: { ...head, personId: PU }, confirmers: [PU] }))).toBe('identity.own-post');
    expect(refused(confirm({ at: '2026-08-02T13:12:00.000Z' }))).toBe('identity.unknown-proposal');
    unit.assign({ assignmentId: id(), personId: PU, post: 'officer', from: '2026-07-01', to: null, by: head });
    expect(refused(confirm())).toBe('identity.post-held');
    expect(refused(() => unit.propose({ ...proposal(), personId: ADMINISTRATOR.personId }))).toBe('identity.own-post');
  });

  it('needs somebody to confirm; the first administrator alone appoints a second one, and nobody else', () => {
    const alone = { ...proposal(), confirmers: [] };
    expect(refused(() => registered().propose(alone))).toBe('identity.no-second-person');
    expect(refused(() => registered().propose({ ...alone, isFirstAdministrator: true }))).toBe('identity.no-second-person');
    expect(refused(() => registered().propose({ ...alone, post: 'administrator' }))).toBe('identity.no-second-person');
    const second = registered().propose({ ...alone, post: 'administrator', isFirstAdministrator: true });
    expect(types(second)).toEqual(['identity.post-assigned']);
  });
});
