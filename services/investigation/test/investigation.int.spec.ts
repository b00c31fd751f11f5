import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  CaseOpened, DivisionCorrected, ErasureOrdered, fact, PersonRescued, PostAssigned, StageAccepted, StageOpened, StageRequested,
  StageRequestWithdrawn, VictimAdded,
  type Actor, type CaseKind, type Envelope, type PackageKind,
} from '#contracts';
import { aServiceBench, type Answer, type Desk, type Sent, type ServiceBench } from '#testing';
import { investigationParts, investigationService } from '../src/investigation.module.js';
import type { Investigation } from '../src/domain/investigation.js';

const BUREAU = '532503-psb';
const STATION = '532503-ps';
const ELSEWHERE = '341226-psb';
/** A made-up id that carries a valid check digit. */
const NATIONAL_ID = '11010519491231002X';

// Many rounds against a real database, on machines that do other things besides.
jest.setTimeout(180_000);

let bench: ServiceBench;
let head: Actor, nextHead: Actor, officer: Actor, comforter: Actor, stranger: Actor, verifier: Actor;

beforeAll(async () => {
  bench = await aServiceBench(investigationService, investigationParts);
  await bench.unit('532500-psb', 'public-security', { level: 'prefecture' });
  await bench.unit(BUREAU, 'public-security', { superiorUnit: '532500-psb' });
  await bench.unit(STATION, 'police-station', { level: 'township', superiorUnit: BUREAU });
  await bench.unit(ELSEWHERE, 'public-security');
  await bench.unit('530000-psb', 'public-security', { level: 'province' });
  await bench.unit('532503-ca', 'civil-affairs');
  await bench.unit('532500-hospital', 'hospital', { level: 'prefecture' });
  await bench.unit('532500-conference', 'conference-office', { level: 'prefecture' });
  head = await bench.person(BUREAU, 'head');
  nextHead = await bench.person(BUREAU, 'head');
  officer = await bench.person(BUREAU, 'officer');
  comforter = await bench.person(STATION, 'officer');
  stranger = await bench.person(ELSEWHERE, 'officer');
  verifier = await bench.person('530000-psb', 'verifier');
});

afterAll(() => bench.stop());

interface ACase {
  readonly caseId: string;
  readonly id: string;
  readonly victimId: string;
  readonly offerId: string;
}

const types = (facts: readonly { type: string }[]): string[] => facts.map(({ type }) => type);

/** Intake has opened a case and asks the bureau to investigate it. */
async function anOfferedCase(kind: CaseKind = 'child-abduction'): Promise<ACase> {
  const [caseId, victimId] = [randomUUID(), randomUUID()];
  await bench.hear('intake', caseId, fact(CaseOpened, {
    caseNumber: 'MZ-2019-0001', kind, division: '532503',
    victims: [{ victimId, sex: 'male', minor: true, nationality: 'CN' }],
  }), fact(StageRequested, { requestId: randomUUID(), stage: 'investigation', toUnit: BUREAU, victimIds: [victimId] }));
  const { body: { items: [found] } } = await bench.as(officer).get<{ items: Investigation[] }>(`/investigations?caseId=${caseId}`);
  return { caseId, victimId, id: found!.id, offerId: found!.stage.offer!.offerId };
}

const put = (by: Actor, { id }: ACase, path: string, body: object = {}): ReturnType<Desk['put']> =>
  bench.as(by).put(`/investigations/${id}/${path}`, body);
const post = (by: Actor, { id }: ACase, path: string, body: object = {}): ReturnType<Desk['post']> =>
  bench.as(by).post(`/investigations/${id}/${path}`, body);
const shown = async ({ id }: ACase): Promise<Investigation> =>
  (await bench.as(officer).get<Investigation>(`/investigations/${id}`)).body;

const packages = (): { package: PackageKind; unitId: string; personId: string }[] => [
  { package: 'solve', unitId: BUREAU, personId: officer.personId },
  { package: 'rescue', unitId: BUREAU, personId: officer.personId },
  { package: 'comfort', unitId: STATION, personId: comforter.personId },
];

async function aCaseWithTaskForce(): Promise<ACase> {
  const opened = await anOfferedCase();
  ok(await put(head, opened, `offers/${opened.offerId}/acceptance`));
  ok(await put(head, opened, 'task-force', { packages: packages(), relativesContactDays: 30 }));
  return opened;
}

async function caught(opened: ACase): Promise<void> {
  const { body } = ok(await post(officer, opened, 'suspects', { role: 'seller', repeatOffender: false }));
  ok(await put(officer, opened, `suspects/${(body.facts[0]!.data as { suspectId: string }).suspectId}/arrest`));
}

async function offeredToSuccessor(opened: ACase): Promise<string> {
  const { body } = ok(await post(head, opened, 'offers', { toUnit: BUREAU, toPerson: nextHead.personId }));
  return (body.facts[0]!.data as { offerId: string }).offerId;
}

function ok(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

describe('The stage', () => {
  it('is opened when intake asks, once for a case, and offered to the unit that was named', async () => {
    const opened = await anOfferedCase();
    expect(types(await bench.said(opened.caseId))).toEqual(['stage.opened', 'stage.offered']);
    expect(await shown(opened)).toMatchObject({ caseKind: 'child-abduction', division: '532503', stage: { taken: false } });
    const again = fact(StageRequested, { requestId: randomUUID(), stage: 'investigation', toUnit: BUREAU, victimIds: [] });
    const forAnother = fact(StageRequested, { requestId: randomUUID(), stage: 'rescue', toUnit: BUREAU, victimIds: [] });
    expect(await bench.hear('intake', opened.caseId, again, forAnother)).toMatchObject({ applied: 2, parked: 0 });
    expect(await bench.said(opened.caseId)).toHaveLength(2);
  });

  it('parks a request to a unit that does not investigate', async () => {
    const outcome = await bench.hear('intake', randomUUID(), fact(StageRequested, {
      requestId: randomUUID(), stage: 'investigation', toUnit: '532503-ca', victimIds: [],
    }));
    expect(outcome).toEqual({ applied: 0, repeated: 0, parked: 1 });
  });

  it('is taken by a head in a child case, by any officer in others', async () => {
    const child = await anOfferedCase('child-missing');
    expect((await put(officer, child, `offers/${child.offerId}/acceptance`)))
      .toMatchObject({ status: 409, body: { code: 'investigation.leader-not-head', clause: 'A 三; V-1' } });
    expect(types(ok(await put(head, child, `offers/${child.offerId}/acceptance`)).body.facts))
      .toEqual(['stage.accepted', 'clock.started']);
    const woman = await anOfferedCase('woman-trafficking');
    expect(types(ok(await put(officer, woman, `offers/${woman.offerId}/acceptance`)).body.facts))
      .toEqual(['stage.accepted', 'clock.started']);
  });

  it('is neither taken by whoever was a head then and is none any more, nor given to whoever has left', async () => {
    const [former, gone]: [Actor, string] = [await bench.person(BUREAU, 'officer'), randomUUID()];
    const ended = { unitId: BUREAU, from: '2000-01-01', to: '2026-07-03' };
    for (const held of [{ personId: former.personId, post: 'head' }, { personId: gone, post: 'officer' }] as const)
      await bench.hear('identity', BUREAU, fact(PostAssigned, { ...ended, ...held, assignmentId: randomUUID() }));
    await bench.moveClock('2026-07-02T23:40:00+08:00');
    const [occurredAt, child] = ['2026-07-02T23:50:00+08:00', await anOfferedCase('child-missing')];
    await bench.moveClock('2026-07-03T00:10:00+08:00');
    const accept = (by: Actor) => put(by, child, `offers/${child.offerId}/acceptance`, { occurredAt });
    expect((await accept(former)).body.code).toBe('investigation.leader-not-head');
    ok(await accept(head));
    const given = packages().map((one) => ({ ...one, ...(one.package === 'solve' && { personId: gone }) }));
    const formed = await put(head, child, 'task-force', { packages: given, relativesContactDays: 30, occurredAt });
    expect(formed.body.code).toBe('investigation.holder-not-in-unit');
    const offer = { toUnit: BUREAU, toPerson: gone, occurredAt };
    expect((await post(head, child, 'offers', offer)).body.code).toBe('stage.unknown-person');
    await bench.moveClock(new Date().toISOString());
  });
});

describe('A child case (V-1)', () => {
  it('goes from the task force to its closing, and not one step too early', async () => {
    const opened = await aCaseWithTaskForce();
    expect(await put(head, opened, 'task-force', { packages: packages(), relativesContactDays: 30 }))
      .toMatchObject({ status: 409, body: { code: 'investigation.task-force-exists' } });
    ok(await post(officer, opened, 'measures', { package: 'solve', measure: 'video-review' }));
    ok(await put(head, opened, 'suspension', { basis: 'MZ-2021-06' }));
    ok(await post(head, opened, 'reviews'));
    expect(await put(head, opened, 'task-force/dissolution')).toMatchObject({
      status: 409, body: { code: 'investigation.packages-open', details: { packages: ['solve', 'rescue', 'comfort'] } },
    });
    const offerId = await offeredToSuccessor(opened);
    ok(await put(nextHead, opened, `offers/${offerId}/acceptance`));
    const hitId = await confirmedHit(opened);
    ok(await put(nextHead, opened, 'resumption', { hitId }));
    await caught(opened);
    await discharges(opened);
    const requestId = (ok(await post(nextHead, opened, 'stage-requests', {
      stage: 'placement', toUnit: '532503-ca', victimIds: [opened.victimId],
    })).body.facts[0]!.data as { requestId: string }).requestId;
    expect(await put(nextHead, opened, 'closure'))
      .toMatchObject({ status: 409, body: { code: 'stage.next-not-accepted', details: { requestIds: [requestId] } } });
    await placementTakes(opened.caseId, requestId);
    expect(types(ok(await put(nextHead, opened, 'closure')).body.facts))
      .toEqual(['investigation.task-force-dissolved', 'clock.stopped', 'stage.closed']);
    expect(await shown(opened)).toMatchObject({ nextFireAt: null, stage: { state: 'closed' } });
    const said = await bench.said(opened.caseId);
    expect(said.map(({ version }) => version)).toEqual(said.map((_, index) => index + 1));
  });

  async function confirmedHit(opened: ACase): Promise<string> {
    ok(await post(officer, opened, 'dna-samples', { sampleNumber: 'MZ-2019-0147', subject: 'parent' }));
    ok(await post(officer, opened, 'dna-samples', { sampleNumber: 'MZ-2019-0148', subject: 'parent' }));
    const samples = ['YS-2026-0031', 'MZ-2019-0147', 'MZ-2019-0148'].map((sampleNumber) => ({ sampleNumber }));
    const { body } = ok(await post(officer, opened, 'dna-hits', {
      samples, relation: 'trio', victimId: opened.victimId,
      parents: [
        { sampleNumber: 'MZ-2019-0147', personId: randomUUID(), relation: 'father' },
        { sampleNumber: 'MZ-2019-0148', personId: randomUUID(), relation: 'mother' },
      ],
    }));
    const { hitId } = body.facts[0]!.data as { hitId: string };
    expect(await put(officer, opened, `dna-hits/${hitId}/confirmation`))
      .toMatchObject({ status: 403, body: { code: 'investigation.second-person-needed' } });
    expect(types(ok(await put(verifier, opened, `dna-hits/${hitId}/confirmation`)).body.facts))
      .toEqual(['investigation.dna-hit-confirmed']);
    return hitId;
  }

  /** Each package is refused while what it asks for is missing. */
  async function discharges(opened: ACase): Promise<void> {
    const evidence = { evidence: [randomUUID()] };
    expect(await put(head, opened, 'packages/solve/discharge', evidence))
      .toMatchObject({ status: 403, body: { code: 'investigation.not-package-person' } });
    ok(await put(officer, opened, 'packages/solve/discharge', evidence));
    expect(await put(officer, opened, 'packages/rescue/discharge', evidence)).toMatchObject({
      status: 409, body: { code: 'investigation.victims-not-rescued', details: { victimIds: [opened.victimId] } },
    });
    ok(await post(comforter, opened, 'relative-contacts'));
    await bench.hear('rescue', opened.caseId, fact(PersonRescued, {
      victimId: opened.victimId, planId: randomUUID(), present: ['female-officer', 'social-worker'],
    }));
    ok(await put(officer, opened, 'packages/rescue/discharge', evidence));
    expect(await put(comforter, opened, 'packages/comfort/discharge', evidence))
      .toMatchObject({ status: 409, body: { code: 'investigation.relatives-not-contacted' } });
    expect(await put(nextHead, opened, 'closure'))
      .toMatchObject({ status: 409, body: { code: 'investigation.packages-open', details: { packages: ['comfort'] } } });
    ok(await post(comforter, opened, 'relative-contacts'));
    ok(await put(comforter, opened, 'packages/comfort/discharge', evidence));
  }

  async function placementTakes(caseId: string, requestId: string): Promise<void> {
    const [stageId, personId] = [randomUUID(), randomUUID()];
    const answers = { stageId, stage: 'placement', unitId: '532503-ca', personId } as const;
    await bench.hear('placement', caseId,
      fact(StageOpened, { ...answers, requestId }), fact(StageAccepted, { ...answers, offerId: randomUUID() }));
  }

  it('waits for a victim that is added later', async () => {
    const opened = await aCaseWithTaskForce();
    const added = randomUUID();
    const rescued = (victimId: string) => fact(PersonRescued, { victimId, planId: randomUUID(), present: [] });
    // Rescue is heard before intake has named the second victim: the order of two services says nothing.
    await bench.hear('rescue', opened.caseId, rescued(opened.victimId));
    const oneMore = fact(VictimAdded, { victimId: added, sex: 'female', minor: true, nationality: 'CN' });
    await bench.hear('intake', opened.caseId, oneMore);
    const discharge = () => put(officer, opened, 'packages/rescue/discharge', { evidence: [randomUUID()] });
    expect(await discharge()).toMatchObject({ status: 409, body: { details: { victimIds: [added] } } });
    await bench.hear('rescue', opened.caseId, rescued(added));
    ok(await discharge());
  });

  it('names for its task force only people and units that the directory knows', async () => {
    const opened = await anOfferedCase();
    ok(await put(head, opened, `offers/${opened.offerId}/acceptance`));
    const forming = (changed: object) => put(head, opened, 'task-force', {
      relativesContactDays: 30, packages: packages().map((held) => (held.package === 'solve' ? { ...held, ...changed } : held)),
    });
    expect(await forming({ unitId: STATION })).toMatchObject({ status: 422, body: { code: 'investigation.holder-not-in-unit' } });
    const clerk = await bench.person('532503-ca', 'placement-worker');
    expect(await forming({ unitId: clerk.unitId, personId: clerk.personId }))
      .toMatchObject({ status: 422, body: { code: 'investigation.holder-not-police' } });
    expect(await forming({ package: 'comfort' }))
      .toMatchObject({ status: 422, body: { code: 'investigation.packages-not-three' } });
    expect((await put(head, opened, 'task-force', { packages: packages(), relativesContactDays: 91 })).body.code)
      .toBe('input.invalid');
    expect((await put(head, opened, 'packages/everything', { unitId: BUREAU, personId: officer.personId })).body.code)
      .toBe('input.invalid');
    ok(await forming({}));
    ok(await put(head, opened, 'packages/comfort', { unitId: BUREAU, personId: officer.personId }));
  });

  it('asks for the next stage only of units that do it, for its own victims, once', async () => {
    const opened = await aCaseWithTaskForce();
    const ask = (toUnit: string, victimIds = [opened.victimId]) =>
      post(head, opened, 'stage-requests', { stage: 'rescue', toUnit, victimIds });
    expect((await ask('999999-psb')).body.code).toBe('stage.unknown-unit');
    expect((await ask('532503-ca')).body.code).toBe('stage.unit-not-competent');
    expect((await ask(ELSEWHERE, [randomUUID()])).body.code).toBe('investigation.unknown-victim');
    ok(await ask(ELSEWHERE));
    expect((await ask(ELSEWHERE)).body.code).toBe('stage.already-requested');
  });

  it('withdraws a request that nobody has taken, and asks another unit', async () => {
    const opened = await aCaseWithTaskForce();
    const ask = async (): Promise<string> => {
      const rescue = { stage: 'rescue', toUnit: ELSEWHERE, victimIds: [opened.victimId] };
      return (ok(await post(head, opened, 'stage-requests', rescue)).body.facts[0]!.data as { requestId: string }).requestId;
    };
    const requestId = await ask();
    const { body: { actions } } = await bench.as(verifier).get<{ actions: object[] }>(`/investigations/${opened.id}`);
    expect(actions).toContainEqual(expect.objectContaining({
      action: 'withdraw', of: requestId, refusal: expect.objectContaining({ code: 'access.not-permitted' }) as object }));
    const withdraw = (by: Actor, id = requestId) => put(by, opened, `stage-requests/${id}/withdrawal`, { reason: 'not-needed' });
    expect((await withdraw(officer, randomUUID())).body.code).toBe('stage.unknown-request');
    expect((await withdraw(comforter)).body.code).toBe('access.not-permitted');
    expect(ok(await withdraw(officer)).body.facts).toMatchObject([{ type: 'stage.request-withdrawn', data: { requestId } }]);
    expect(ok(await withdraw(officer)).body.facts).toEqual([]);
    const again = await ask();
    const stage = { stageId: randomUUID(), stage: 'rescue' as const };
    const { unitId, personId } = officer;
    await bench.hear('rescue', opened.caseId, fact(StageOpened, { ...stage, unitId, personId, requestId: again }),
      fact(StageAccepted, { ...stage, offerId: randomUUID(), unitId: ELSEWHERE, personId }));
    expect((await withdraw(officer, again)).body).toMatchObject({ code: 'stage.request-taken', details: { toUnit: ELSEWHERE } });
  });
});

describe('A request that was withdrawn while somebody took it', () => {
  it('stands, and the bureau that asked hears so', async () => {
    const opened = await aCaseWithTaskForce();
    const wanted = { stage: 'rescue', toUnit: BUREAU, victimIds: [opened.victimId] };
    const { requestId } = ok(await post(head, opened, 'stage-requests', wanted)).body.facts[0]!.data as { requestId: string };
    ok(await put(head, opened, `stage-requests/${requestId}/withdrawal`, { reason: 'not-needed' }));
    const rescue = { stageId: randomUUID(), stage: 'rescue', unitId: BUREAU, personId: officer.personId } as const;
    const facts = [fact(StageOpened, { ...rescue, requestId }), fact(StageAccepted, { ...rescue, offerId: randomUUID() })];
    await bench.hear('rescue', opened.caseId, ...facts);
    expect((await bench.said(opened.caseId)).at(-1)).toMatchObject({ type: 'stage.request-stands', data: { requestId } });
    expect((await shown(opened)).requests).toEqual([{ requestId, ...wanted }]);
  });
});

describe('Who sees an investigation', () => {
  it('is the police, and neither health nor civil affairs nor the conference', async () => {
    const opened = await anOfferedCase();
    const outside = await Promise.all([
      bench.person('532503-ca', 'head'), bench.person('532500-hospital', 'clinician'),
      bench.person('532500-conference', 'secretary'),
    ]);
    for (const person of outside) {
      for (const path of [`/investigations/${opened.id}`, `/investigations?caseId=${opened.caseId}`])
        expect(await bench.as(person).get(path)).toMatchObject({ status: 403, body: { code: 'access.not-permitted' } });
      expect((await post(person, opened, 'measures', { package: 'solve', measure: 'canvass' })).status).toBe(403);
    }
    expect((await bench.as(officer).get(`/investigations/${opened.id}`)).status).toBe(200);
    for (const path of [`/investigations/${opened.id}`, `/investigations?caseId=${opened.caseId}`]) {
      expect(await bench.as(comforter).get(path)).toMatchObject({ status: 403, body: { code: 'access.not-party' } });
      expect((await bench.as(await bench.person('532500-psb', 'officer')).get(path)).status).toBe(200);
    }
    expect((await bench.as(officer).get(`/investigations/${randomUUID()}`)).status).toBe(404);
  });

  it('keeps names in the vault, shows them to the team only, and puts every try on record', async () => {
    const opened = await aCaseWithTaskForce();
    const someone = { name: '测试甲', nationalId: NATIONAL_ID };
    ok(await post(officer, opened, 'suspects', { role: 'seller', repeatOffender: true, ...someone }));
    const buyer = ok(await post(officer, opened, 'buyers', { persons: [someone, { name: '测试乙' }] })).body;
    expect(buyer.facts[0]).toMatchObject({ type: 'investigation.buyer-identified' });
    expect((buyer.facts[0]!.data as { identities: unknown[] }).identities)
      .toEqual([{ digest: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    const row = await bench.query('SELECT * FROM investigation WHERE id = $1', [opened.id]);
    const everywhere = JSON.stringify([await bench.said(opened.caseId), await shown(opened), row]);
    expect(everywhere).not.toMatch(/测试|11010519/);
    const address = `/investigations/${opened.id}/people?purpose=investigation`;
    expect(await bench.as(officer).get(address)).toMatchObject({ status: 200, body: {
      suspects: [someone], buyers: [{ persons: [someone, { name: '测试乙' }] }],
    } });
    expect((await bench.as(stranger).get(address)).status).toBe(403);
    type Readings = { items: { allowed: boolean; personId: string }[] };
    const { body } = await bench.as(head).get<Readings>(`/investigations/${opened.id}/readings`);
    expect(body.items.filter(({ allowed }) => !allowed)).toMatchObject([{ personId: stranger.personId }]);
    expect(body.items.filter(({ allowed }) => allowed)).toHaveLength(3);
  });

  it('erases them when intake says that two people have ordered it, says so itself, and takes nothing new', async () => {
    const opened = await aCaseWithTaskForce();
    const someone = { name: '测试甲', nationalId: NATIONAL_ID };
    ok(await post(officer, opened, 'suspects', { role: 'seller', repeatOffender: true, ...someone }));
    const order = { erasureId: randomUUID(), ground: 'retention-over', documentNumber: 'YYGA-2031-17' } as const;
    await bench.hear('intake', opened.caseId,
      fact(ErasureOrdered, { ...order, proposedBy: head.personId, proposedByUnit: head.unitId }));
    expect((await bench.said(opened.caseId)).at(-1)).toMatchObject({
      type: 'record.personal-data-erased', data: { erasureId: order.erasureId, records: 1 } });
    const people = `/investigations/${opened.id}/people?purpose=investigation`;
    expect((await bench.as(officer).get(people)).body).toMatchObject({ code: 'vault.key-destroyed' });
    expect((await post(officer, opened, 'suspects', { role: 'broker', repeatOffender: false, ...someone })).body)
      .toMatchObject({ code: 'vault.key-destroyed' });
  });
});

describe('A leader changed while a package closes', () => {
  const discharge = ({ id }: ACase, sent?: Sent) =>
    bench.as(head).put(`/investigations/${id}/packages/solve/discharge`, { evidence: [randomUUID()] }, sent);
  const accept = ({ id }: ACase, offerId: string, sent?: Sent) =>
    bench.as(nextHead).put(`/investigations/${id}/offers/${offerId}/acceptance`, {}, sent);

  interface Race {
    readonly opened: ACase;
    readonly offerId: string;
    readonly accepted: Answer;
    readonly discharged: Answer;
  }

  /** Both at once; which of the two is sent first changes from round to round. */
  async function race(round: number, withVersion: boolean): Promise<Race> {
    const opened = await aCaseWithTaskForce();
    await caught(opened);
    const offerId = await offeredToSuccessor(opened);
    const sent = withVersion ? { ifMatch: (await shown(opened)).version } : undefined;
    const both = [() => accept(opened, offerId, sent), () => discharge(opened, sent)] as const;
    const answers = round % 2 === 0
      ? await Promise.all([both[0](), both[1]()])
      : (await Promise.all([both[1](), both[0]()])).reverse();
    return { opened, offerId, accepted: answers[0]!, discharged: answers[1]! };
  }

  const after = async ({ caseId }: ACase): Promise<Envelope[]> => {
    const said = await bench.said(caseId);
    expect(said.map(({ version }) => version)).toEqual(said.map((_, index) => index + 1));
    return said.slice(said.findLastIndex(({ type }) => type === 'stage.offered') + 1);
  };

  it('lets exactly one of the two have what it saw; the other is told what changed', async () => {
    const winners = new Set<string>();
    for (let round = 0; round < 24; round += 1) {
      const { opened, offerId, accepted, discharged } = await race(round, true);
      expect([accepted.status, discharged.status].sort()).toEqual([200, 409]);
      const isAccepted = accepted.status === 200;
      winners.add(isAccepted ? 'acceptance' : 'discharge');
      const loser = isAccepted ? discharged : accepted;
      expect(loser.body.code).toBe('record.stale-version');
      const facts = await after(opened);
      expect(types(facts)).toEqual([isAccepted ? 'stage.accepted' : 'investigation.package-discharged']);
      const { stage, taskForce } = await shown(opened);
      expect(stage.answers.personId).toBe(isAccepted ? nextHead.personId : head.personId);
      expect(taskForce!.packages[0]!.dischargedAt === null).toBe(isAccepted);
      // The loser looks again: who is no longer the leader stays refused, who may still accept does.
      const again = isAccepted ? await discharge(opened) : await accept(opened, offerId);
      expect(again.status).toBe(isAccepted ? 403 : 200);
      if (isAccepted) expect(again.body.code).toBe('investigation.not-package-person');
    }
    expect([...winners].sort()).toEqual(['acceptance', 'discharge']);
  });

  it('never lets the old leader discharge after the successor has accepted', async () => {
    for (let round = 0; round < 24; round += 1) {
      const { opened, accepted, discharged } = await race(round, false);
      expect(accepted.status).toBe(200);
      const facts = types(await after(opened));
      if (discharged.status === 200) expect(facts).toEqual(['investigation.package-discharged', 'stage.accepted']);
      else {
        expect(discharged).toMatchObject({ status: 403, body: { code: 'investigation.not-package-person' } });
        expect(facts).toEqual(['stage.accepted']);
      }
    }
  });

  it('does not stop the others: what officers of one case record at the same time is all kept', async () => {
    const opened = await aCaseWithTaskForce();
    const both = await Promise.all(Array.from({ length: 12 }, () =>
      post(officer, opened, 'measures', { package: 'solve', measure: 'canvass' })));
    expect(both.map(({ status, body }) => body.code ?? status)).toEqual(both.map(() => 201));
    expect((await shown(opened)).measures).toHaveLength(12);
  });
});

describe('Time', () => {
  it('tells the superior of a task force that was not formed and of relatives who were not called', async () => {
    const late = await anOfferedCase();
    ok(await put(head, late, `offers/${late.offerId}/acceptance`));
    const kept = await aCaseWithTaskForce();
    await bench.moveClock(new Date(Date.now() + 32 * 86_400_000).toISOString());
    const overdue = async ({ caseId }: ACase) =>
      (await bench.said(caseId)).filter(({ type }) => type === 'clock.overdue').map(({ data }) => data);
    expect((await overdue(late))[0]).toMatchObject({
      rule: 'task-force-formation', personId: head.personId, toldUnit: '532500-psb', step: 1,
    });
    expect((await overdue(kept))[0]).toMatchObject({
      rule: 'relatives-contact', unitId: STATION, personId: comforter.personId, toldUnit: BUREAU, step: 1,
    });
  });
});

describe('A case that lies elsewhere than was said (I-3, V-1)', () => {
  const corrected = (to: string) => fact(DivisionCorrected, { from: '532503', to, reason: 'mistyped' });

  it('may be led by the bureau of the right place from then on, and by no other one', async () => {
    const opened = await anOfferedCase();
    expect(await bench.hear('intake', opened.caseId, corrected('341226'), corrected('341226'))).toMatchObject({ parked: 0 });
    expect(types(await bench.said(opened.caseId))).toEqual(['stage.opened', 'stage.offered', 'investigation.division-noted']);
    const accepted = await put(head, opened, `offers/${opened.offerId}/acceptance`);
    expect(accepted.body.code).toBe('investigation.wrong-jurisdiction');
  });

  it('is not even offered to a bureau that could not take it', async () => {
    const opened = await anOfferedCase();
    ok(await put(head, opened, `offers/${opened.offerId}/acceptance`));
    expect((await post(head, opened, 'offers', { toUnit: ELSEWHERE })).body.code).toBe('investigation.wrong-jurisdiction');
    ok(await post(head, opened, 'offers', { toUnit: '532500-psb' }));
  });

  it('is asked of another bureau when the request is withdrawn before anybody took it', async () => {
    const [caseId, victimId, first, second] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const asks = (requestId: string, toUnit: string) =>
      fact(StageRequested, { requestId, stage: 'investigation', toUnit, victimIds: [victimId] });
    await bench.hear('intake', caseId, fact(CaseOpened, {
      caseNumber: 'MZ-2019-0002', kind: 'child-abduction', division: '532503',
      victims: [{ victimId, sex: 'male', minor: true, nationality: 'CN' }],
    }), asks(first, BUREAU), corrected('341226'),
    fact(StageRequestWithdrawn, { requestId: first, stage: 'investigation', reason: 'wrong-unit' }), asks(second, ELSEWHERE));
    const said = await bench.said(caseId);
    expect(types(said)).toEqual([
      'stage.opened', 'stage.offered', 'investigation.division-noted', 'stage.closed', 'stage.opened', 'stage.offered']);
    expect(said[3]!.data).toMatchObject({ abandoned: true });
    expect(said[5]!.data).toMatchObject({ toUnit: ELSEWHERE });
    const page = async (more: string) => (await bench.as(officer).get<{ items: Investigation[] }>(
      `/investigations?caseId=${caseId}&limit=1${more}`)).body.items.map(({ id }) => id);
    const [one] = await page('');
    expect(one).toBe(said[0]!.subjectId);
    expect(await page(`&after=${one}`)).toEqual([said[4]!.subjectId]);
    expect(await page(`&after=${said[4]!.subjectId}`)).toEqual([]);
  });

  it('goes on with whoever has taken it, when the withdrawal comes too late', async () => {
    const opened = await anOfferedCase();
    ok(await put(head, opened, `offers/${opened.offerId}/acceptance`));
    const requestId = ((await bench.said(opened.caseId))[0]!.data as { requestId: string }).requestId;
    const withdrawn = { requestId, stage: 'investigation', reason: 'not-needed' } as const;
    expect(await bench.hear('intake', opened.caseId, fact(StageRequestWithdrawn, withdrawn))).toMatchObject({ parked: 0 });
    expect((await shown(opened)).stage).toMatchObject({ state: 'open', taken: true });
  });
});

describe('What can be done (decision 11)', () => {
  type Action = { action: string; of?: string; open: boolean; refusal?: { code: string } };
  const seen = async (by: Actor, { id }: ACase): Promise<Record<string, string>> => {
    const { body } = await bench.as(by).get<{ actions: Action[] }>(`/investigations/${id}`);
    return Object.fromEntries(body.actions.map(({ action, of, refusal }) => [of ? `${action} ${of}` : action, refusal?.code ?? 'open']));
  };

  it('is said with the record, and closed for the reason that the command would give', async () => {
    const opened = await anOfferedCase();
    expect(await seen(officer, opened)).toMatchObject({
      accept: 'investigation.leader-not-head', giveBack: 'open', form: 'stage.not-accepted', measure: 'stage.not-accepted',
    });
    expect(await seen(head, opened)).toMatchObject({ accept: 'open' });
    ok(await put(head, opened, `offers/${opened.offerId}/acceptance`));
    expect(await seen(head, opened)).toMatchObject({
      form: 'open', measure: 'investigation.no-task-force', contact: 'investigation.no-task-force', sample: 'open',
      hit: 'investigation.no-own-sample', suspend: 'investigation.no-task-force', review: 'investigation.not-cold',
      request: 'open',
      close: 'investigation.no-task-force', 'reassign comfort': 'investigation.no-task-force',
    });
    ok(await put(head, opened, 'task-force', { packages: packages(), relativesContactDays: 30 }));
    expect(await seen(head, opened)).toMatchObject({
      form: 'investigation.task-force-exists', 'discharge solve': 'investigation.no-suspect-caught', suspend: 'open',
      'discharge rescue': 'investigation.victims-not-rescued', contact: 'access.not-answerable',
      dissolve: 'investigation.packages-open', close: 'investigation.packages-open',
    });
    expect(await seen(comforter, opened)).toMatchObject({
      contact: 'open', measure: 'open', 'discharge solve': 'investigation.not-package-person', request: 'access.not-permitted',
    });
    for (const [path, body] of [['relative-contacts', {}], ['task-force/dissolution', {}]] as const) {
      const asked = path === 'relative-contacts' ? await post(head, opened, path, body) : await put(head, opened, path, body);
      expect(asked.body.code).toBe((await seen(head, opened))[path === 'relative-contacts' ? 'contact' : 'dissolve']);
    }
  });
});
