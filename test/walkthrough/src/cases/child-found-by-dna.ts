import { randomUUID } from 'node:crypto';
import type { Problem } from '#service-kit';
import {
  acceptOffered, factIn, findingsOf, gapIn, INVESTIGATIONS, offered, onceKnown, PLACEMENTS, type Ledger,
} from '../moves.js';
import { askForRescue, free, handToCare, planRescue } from '../openings.js';
import { eventually, type Person } from '../people.js';
import { beijing, isAbout, must, type Item, type Stagecraft, type Told } from '../story.js';

const MENGZI = '532503-psb';
const YINGSHANG = '341226-psb';
const YINGSHANG_RELIEF = '341226-relief-station';
const MENGZI_CIVIL_AFFAIRS = '532503-civil-affairs';

/** The buyer household of the case; the ids are invented, their check digits right. */
const BUYERS = ['341226197803120037', '341226197911040026'] as const;

/** The mother, 罗桂芬: invented as well. */
const MOTHER_ID = '532503199011070040';

interface Cast {
  readonly wenlan: Person;
  readonly pu: Person;
  readonly kong: Person;
  readonly li: Person;
  readonly ma: Person;
  readonly tao: Person;
  readonly verifier: Person;
  readonly yingshang: Person;
  readonly yingshangHead: Person;
  readonly yingshangClinician: Person;
  readonly relief: Person;
  readonly mengziCare: Person;
}

interface Woven {
  caseId: string;
  intakeId: string;
  child: string;
  investigationId: string;
  hitId: string;
  mother: string;
  rescueId: string;
  custodyId: string;
  placementId: string;
  buyerHousehold: string;
  refused: Record<string, Problem>;
}

async function castOf(stage: Stagecraft): Promise<Cast> {
  return {
    wenlan: await stage.at('532503-wenlan-police-station', 'officer', 'duty-officer'),
    pu: stage.person('pu.zhiqiang'),
    kong: stage.person('kong.xianglin'),
    li: stage.person('li.wei'),
    ma: stage.person('ma.chunyan'),
    tao: stage.person('tao.li'),
    verifier: await stage.at(MENGZI, 'verifier'),
    yingshang: await stage.at(YINGSHANG, 'officer'),
    yingshangHead: await stage.at(YINGSHANG, 'head'),
    yingshangClinician: await stage.at('341226-hospital', 'clinician'),
    relief: await stage.at(YINGSHANG_RELIEF, 'placement-worker'),
    mengziCare: await stage.at(MENGZI_CIVIL_AFFAIRS, 'placement-worker'),
  };
}

/** Case 1: a child abducted at Mengzi in 2019, found in Anhui by DNA in 2026, home with the birth parents. */
export async function childFoundByDna(stage: Stagecraft): Promise<Told> {
  await stage.itIs('2019-10-01 08:00');
  const cast = await castOf(stage);
  const woven = { refused: {}, mother: randomUUID() as string } as Woven;
  await reportAndOpening(stage, cast, woven);
  await taskForce(stage, cast, woven);
  await coldYears(stage, cast, woven);
  await hit(stage, cast, woven);
  await rescue(stage, cast, woven);
  await buyersAskToKeep(stage, cast, woven);
  await reunion(stage, cast, woven);
  await closing(stage, cast, woven);
  await backToLife(stage, cast, woven);
  return { caseIds: [woven.caseId], reader: cast.li, items: items(cast, woven) };
}

async function reportAndOpening(stage: Stagecraft, { wenlan }: Cast, woven: Woven): Promise<void> {
  const reported = await stage.itIs('2019-10-03 17:05');
  const intake = await stage.step('2019-10-03 17:05 文澜派出所当即受理走失报案 / the missing child\'s report is accepted at once', () =>
    wenlan.post('intake', '/intakes/missing-reports', {
      person: { name: '杨乐', sex: 'male', birthDate: '2016-05-12', nationality: 'CN', features: '左耳后有蚕豆大褐色胎记' },
      missingSince: beijing('2019-10-03 16:40'), division: '532503',
      reporter: { name: '罗桂芬', phone: '13900000000', wantsAnonymity: false },
    }, { at: reported }));
  woven.intakeId = intake.id!;
  woven.caseId = intake.caseId!;
  woven.child = factIn(intake, 'intake.missing-person-reported').victimId!;
  await stage.step('风险等级:紧急 / graded urgent', () =>
    wenlan.put('intake', `/intakes/${woven.intakeId}/risk`, { risk: 'urgent' }, { at: reported }));
  const filed = await stage.itIs('2019-10-04 09:00');
  await stage.step('2019-10-04 09:00 立拐卖儿童案 / the child-abduction case is opened', () =>
    wenlan.put('intake', `/intakes/${woven.intakeId}/case`, { kind: 'child-abduction', victims: [] }, { at: filed }));
  await stage.step('请蒙自市公安局侦查 / the county bureau is asked to investigate', () =>
    wenlan.post('intake', `/intakes/${woven.intakeId}/stage-requests`, { stage: 'investigation', toUnit: MENGZI }, { at: filed }));
}

async function taskForce(stage: Stagecraft, { wenlan, pu, li, ma, tao }: Cast, woven: Woven): Promise<void> {
  const at = beijing('2019-10-04 09:00');
  const found = await offered(INVESTIGATIONS, { caseId: woven.caseId, by: li });
  woven.investigationId = found.id;
  const path = `/investigations/${found.id}`;
  woven.refused.notHead = await stage.step('刑侦大队长不能任组长 / a squad leader cannot lead a child-abduction case', () =>
    li.refused('PUT', 'investigation', `${path}/offers/${found.stage.offer!.offerId}/acceptance`, {}, { at }));
  await stage.step('局长普志强接收并任组长 / the head of the bureau accepts and leads', () =>
    acceptOffered(INVESTIGATIONS, { caseId: woven.caseId, by: pu, at }));
  const packages = await Promise.all(([['solve', li], ['rescue', ma], ['comfort', tao]] as const).map(async ([kind, holder]) =>
    ({ package: kind, unitId: MENGZI, personId: await holder.id() })));
  await stage.step('成立特侦组,三包到人 / the task force: three packages, three people', () =>
    pu.put('investigation', `${path}/task-force`, { packages, relativesContactDays: 30 }, { at }));
  await stage.step('受理阶段办结 / intake is closed', () => onceKnown(['stage.next-not-accepted', 'intake.feedback-missing'], () =>
    wenlan.put('intake', `/intakes/${woven.intakeId}/closure`, {}, { at })));
  const entered = await stage.itIs('2019-10-22 10:00');
  for (const sampleNumber of ['MZ-2019-0147', 'MZ-2019-0148'])
    await stage.step(`2019-10-22 ${sampleNumber} 入库 / the parents' samples are entered`, () =>
      li.post('investigation', `${path}/dna-samples`, { sampleNumber, subject: 'parent' }, { at: entered }));
}

/** Seven years: the relatives every thirty days, a new leader in 2021, a cold case with quarterly reviews. */
async function coldYears(stage: Stagecraft, { ma, kong, tao, li }: Cast, woven: Woven): Promise<void> {
  const path = `/investigations/${woven.investigationId}`;
  const days = daysEvery(28, '2019-10-30', '2026-09-05');
  await stage.step(`2019–2026 每 30 日内联系亲属,共 ${days.length} 次 / the relatives are contacted ${days.length} times`, async () => {
    let [changed, suspended, nextReview] = [false, false, '2021-09-01'];
    for (const day of days) {
      if (!changed && day > '2021-03-14') {
        await leaderChange(stage, { ma, kong }, path);
        changed = true;
      }
      if (!suspended && day > '2021-06-15') {
        await coldCase(stage, kong, woven);
        suspended = true;
      }
      const at = await stage.itIs(`${day} 10:00`);
      await tao.post('investigation', `${path}/relative-contacts`, {}, { at });
      if (suspended && day >= nextReview) {
        await li.post('investigation', `${path}/reviews`, {}, { at });
        nextReview = addDays(day, 80);
      }
    }
  });
}

/** The old head has left his post and answers until his successor has accepted; the unit offers. */
async function leaderChange(stage: Stagecraft, { ma, kong }: Pick<Cast, 'ma' | 'kong'>, path: string): Promise<void> {
  const offeredAt = await stage.itIs('2021-03-15 08:30');
  const offer = await ma.post('investigation', `${path}/offers`, { toUnit: MENGZI, toPerson: await kong.id() }, { at: offeredAt });
  const acceptedAt = await stage.itIs('2021-03-15 09:00');
  await stage.step('2021-03-15 孔祥林书面接受组长职责 / the new head accepts the leadership', () =>
    kong.put('investigation', `${path}/offers/${factIn(offer, 'stage.offered').offerId}/acceptance`, {}, { at: acceptedAt }));
}

async function coldCase(stage: Stagecraft, kong: Person, woven: Woven): Promise<void> {
  const at = await stage.itIs('2021-06-15 10:00');
  const path = `/investigations/${woven.investigationId}`;
  woven.refused.dissolve = await stage.step('2021-06 解散特侦组被拒 / dissolving the task force is refused', () =>
    kong.refused('PUT', 'investigation', `${path}/task-force/dissolution`, {}, { at }));
  await stage.step('2021-06 转入积案,责任不撤销 / a cold case; its leader still answers', () =>
    kong.put('investigation', `${path}/suspension`, {}, { at }));
}

async function hit(stage: Stagecraft, { li, verifier, kong }: Cast, woven: Woven): Promise<void> {
  const path = `/investigations/${woven.investigationId}`;
  const reported = await stage.itIs('2026-09-11 10:00');
  const receipt = await stage.step('2026-09-11 国家库比中 / the national database reports a hit', () =>
    li.post('investigation', `${path}/dna-hits`, {
      victimId: woven.child,
      parents: [
        { sampleNumber: 'MZ-2019-0147', personId: randomUUID(), relation: 'father' },
        { sampleNumber: 'MZ-2019-0148', personId: woven.mother, relation: 'mother', nationalId: MOTHER_ID },
      ],
      samples: ['YS-2026-0031', 'MZ-2019-0147', 'MZ-2019-0148'].map((sampleNumber) => ({ sampleNumber })), relation: 'trio',
    }, { at: reported }));
  woven.hitId = factIn(receipt, 'investigation.dna-hit-recorded').hitId!;
  const confirmed = await stage.itIs('2026-09-13 09:00');
  woven.refused.samePerson = await stage.step('同一人确认被拒 / confirmation by the same person is refused', () =>
    li.refused('PUT', 'investigation', `${path}/dna-hits/${woven.hitId}/confirmation`, {}, { at: confirmed }));
  await stage.step('09-13 第二名核查员确认 / a second person confirms', () =>
    verifier.put('investigation', `${path}/dna-hits/${woven.hitId}/confirmation`, {}, { at: confirmed }));
  await stage.step('恢复侦查 / the investigation is resumed', () =>
    kong.put('investigation', `${path}/resumption`, {}, { at: confirmed }));
}

async function rescue(stage: Stagecraft, cast: Cast, woven: Woven): Promise<void> {
  const { ma, yingshang, yingshangHead, yingshangClinician, relief } = cast;
  const asked = await stage.itIs('2026-09-15 10:00');
  const { caseId, child } = woven;
  woven.rescueId = await askForRescue(stage, {
    asks: ma, accepts: yingshang, investigationId: woven.investigationId, toUnit: YINGSHANG, caseId, victimIds: [child],
    at: asked,
  });
  const path = `/rescues/${woven.rescueId}`;
  const present = ['female-officer', 'social-worker', 'camera-recording'];
  const planId = await planRescue(stage, {
    drafts: yingshang, approves: yingshangHead, rescueId: woven.rescueId, victimIds: [child], risks: ['crowd'], present,
    at: asked,
  });

  const rescued = await stage.itIs('2026-09-16 15:30');
  woven.custodyId = await free(stage, {
    by: yingshang, rescueId: woven.rescueId, planId, victimId: child, present, at: rescued,
  });
  const asked2 = await stage.itIs('2026-09-16 16:10');
  await stage.step('仅一次询问,社工在场,全程录音录像 / one interview, social worker present, recorded', () =>
    yingshang.post(
      'rescue',
      `${path}/interviews`,
      {
        victimId: woven.child,
        startedAt: beijing('2026-09-16 15:50'),
        endedAt: asked2,
        present: ['social-worker', 'camera-recording'],
      },
      { at: asked2 },
    ),
  );
  const examined = await stage.itIs('2026-09-16 16:20');
  await stage.step('请颍上县人民医院体检 / the hospital is asked to examine', () =>
    yingshang.post('rescue', `${path}/victims/${woven.child}/medical-check-requests`, { toUnit: '341226-hospital' }, { at: examined }));
  await stage.step('16:20 体检 / examined', () =>
    yingshangClinician.put('rescue', `${path}/victims/${woven.child}/medical-check`, { atUnit: '341226-hospital' }, { at: examined }));

  await stage.step('请求安置 / placement is asked for', () =>
    yingshang.post('rescue', `${path}/stage-requests`, { stage: 'placement', toUnit: YINGSHANG_RELIEF, victimIds: [woven.child] }, { at: examined }));
  const received = await stage.itIs('2026-09-16 18:00');
  woven.placementId = await handToCare(stage, {
    gives: yingshang, takes: relief, toUnit: YINGSHANG_RELIEF, custodyId: woven.custodyId, caseId, victimId: child, at: received,
  });
}

/** "Let them keep the boy until the end of term": asked at every door there is. */
async function buyersAskToKeep(stage: Stagecraft, { li, relief }: Cast, woven: Woven): Promise<void> {
  const at = await stage.itIs('2026-09-17 10:00');
  const buyers = await stage.step('收买家庭:张有田、刘秀英 / the buyer household is recorded', () =>
    li.post('investigation', `/investigations/${woven.investigationId}/buyers`,
      { persons: BUYERS.map((nationalId) => ({ nationalId })) }, { at }));
  woven.buyerHousehold = factIn(buyers, 'investigation.buyer-identified').householdId!;
  const householdId = woven.buyerHousehold;
  const members = BUYERS.map((nationalId) => ({ nationalId }));
  const placement = `/placements/${woven.placementId}`;
  const custody = `/custodies/${woven.custodyId}`;
  await stage.step('收买家庭申请继续抚养:各处均拒 / the buyers\' request is refused at every door', async () => {
    const decision = () => relief.refused('PUT', 'placement', `${placement}/decision`, { kind: 'foster-family', householdId, members }, { at });
    woven.refused.decision = await eventually('placement knows the buyers', async () => {
      const problem = await decision();
      return problem.code === 'placement.buyer-household' ? problem : null;
    });
    woven.refused.assessment = await relief.refused('POST', 'placement', `${placement}/household-assessments`, { householdId, suitable: true, members }, { at });
    woven.refused.underAnotherName = await relief.refused('POST', 'placement', `${placement}/household-assessments`,
      { householdId: randomUUID(), suitable: true, members: [{ nationalId: BUYERS[1] }] }, { at });
    woven.refused.kinship = await eventually('rescue knows the buyers', async () => {
      const problem = await relief.refused('POST', 'rescue', `${custody}/kinship-proofs`,
        { relativeId: randomUUID(), relation: 'mother', proof: 'document', householdId, personNationalId: BUYERS[1] }, { at });
      return problem.code === 'rescue.buyer-household' ? problem : null;
    });
    woven.refused.handover = await relief.refused(
      'PUT', 'rescue',
      `${custody}/handover-to-relative`,
      { relativeId: randomUUID(), relation: 'mother', householdId, personNationalId: BUYERS[1], witnesses: ['social-worker'] },
      { at },
    );
  });
}

async function reunion(stage: Stagecraft, { relief, yingshang, mengziCare }: Cast, woven: Woven): Promise<void> {
  const { mother } = woven;
  const proven = await stage.itIs('2026-09-18 10:00');
  await stage.step('09-18 亲缘关系已由 DNA 证明 / kinship is proven by DNA', () => onceKnown(['rescue.kinship-not-proven', 'rescue.no-confirmed-hit'], () =>
    relief.post('rescue', `/custodies/${woven.custodyId}/kinship-proofs`,
      { relativeId: mother, relation: 'mother', proof: 'dna', personNationalId: MOTHER_ID }, { at: proven })));
  const home = await stage.itIs('2026-09-19 10:00');
  await stage.step('09-19 10:00 移交亲生父母 / handed to the birth parents', () =>
    relief.put('rescue', `/custodies/${woven.custodyId}/handover-to-relative`, { relativeId: mother, relation: 'mother', witnesses: ['social-worker'] }, { at: home }));
  await stage.step('解救阶段办结 / rescue is closed', () => onceKnown(['stage.next-not-accepted', 'rescue.next-not-accepted'], () =>
    yingshang.put('rescue', `/rescues/${woven.rescueId}/closure`, {}, { at: home })));
  await stage.step('安置移交蒙自市民政局 / placement is offered to Mengzi civil affairs', () =>
    relief.post('placement', `/placements/${woven.placementId}/offers`, { toUnit: MENGZI_CIVIL_AFFAIRS }, { at: home }));
  const taken = await stage.itIs('2026-09-19 20:00');
  await stage.step('蒙自市民政局接收 / and accepted', () =>
    acceptOffered(PLACEMENTS, { caseId: woven.caseId, by: mengziCare, at: taken }));
  await stage.step('安置决定:亲生家庭 / decided: birth family', () => onceKnown(['placement.kinship-not-proven'], () =>
    mengziCare.put('placement', `/placements/${woven.placementId}/decision`,
      { kind: 'birth-family', householdId: randomUUID(), members: [{ nationalId: MOTHER_ID }] }, { at: taken })));
  await stage.step('安置落实,排定回访 / in effect; the visits are scheduled', () => onceKnown(['placement.not-where-decided'], () =>
    mengziCare.put('placement', `/placements/${woven.placementId}/effect`, {}, { at: taken })));
}

async function closing(stage: Stagecraft, { li, ma, tao, kong }: Cast, woven: Woven): Promise<void> {
  const path = `/investigations/${woven.investigationId}`;
  const caught = await stage.itIs('2026-09-20 09:00');
  const suspect = await stage.step('人贩子侯某 / the trafficker is recorded', () =>
    li.post('investigation', `${path}/suspects`, { role: 'seller', repeatOffender: false }, { at: caught }));
  await stage.step('09-20 抓获 / and caught', () =>
    li.put('investigation', `${path}/suspects/${factIn(suspect, 'investigation.suspect-recorded').suspectId}/arrest`, {}, { at: caught }));
  woven.refused.closure = await stage.step('三包未全部完成,办结被拒 / closing is refused while packages are open', () =>
    kong.refused('PUT', 'investigation', `${path}/closure`, {}, { at: caught }));
  const done = await stage.itIs('2026-09-25 10:00');
  await stage.step('告知亲属 / the relatives are told', () => tao.post('investigation', `${path}/relative-contacts`, {}, { at: done }));
  for (const [kind, holder] of [['solve', li], ['rescue', ma], ['comfort', tao]] as const)
    await stage.step(`${kind} 包完成 / the package "${kind}" is discharged`, () => onceKnown(['investigation.victims-not-rescued', 'investigation.not-rescued'], () =>
      holder.put('investigation', `${path}/packages/${kind}/discharge`, { evidence: [randomUUID()] }, { at: done })));
  await stage.step('侦查阶段办结 / the investigation is closed', () => onceKnown(['stage.next-not-accepted'], () =>
    kong.put('investigation', `${path}/closure`, {}, { at: done })));
}

/** Registered again, at school again; the rehabilitation is once a week, and its content stays with the hospital. */
async function backToLife(stage: Stagecraft, { mengziCare }: Cast, { placementId }: Woven): Promise<void> {
  const path = `/placements/${placementId}`;
  const registered = await stage.itIs('2026-09-26 10:00');
  await stage.step('09-26 恢复户口登记 / the household registration is restored', () =>
    mengziCare.put('placement', `${path}/registration`, {}, { at: registered }));
  const atSchool = await stage.itIs('2026-09-28 10:00');
  await stage.step('09-28 教育局确认四年级学位 / the education bureau confirms the place in grade four', () =>
    mengziCare.put('placement', `${path}/school-place`, { educationBureau: '532503-education', grade: 4 }, { at: atSchool }));
}

function items({ pu, kong, li }: Cast, woven: Woven): Item[] {
  const ledger = () => li.get<Ledger>('casebook', `/cases/${woven.caseId}/ledger`);
  return [
    { number: 1, zh: '每一分钟每个开放阶段恰有一个负责单位和人员、有时限在走', en: 'at every minute each open stage has exactly one unit and person, and a running deadline', ask: () => itemOne({ pu, kong, li }, woven, ledger) },
    {
      number: 2, zh: '非局长任组长被拒;2021 年解散被拒', en: 'a leader who is no head is refused; dissolving in 2021 is refused',
      ask: async () => {
        const { notHead, dissolve } = woven.refused;
        must(notHead?.code === 'investigation.leader-not-head', `refused with ${notHead?.code}`);
        must(dissolve?.code === 'investigation.packages-open', `refused with ${dissolve?.code}`);
        return `${notHead.zh} · ${dissolve.zh}`;
      },
    },
    {
      number: 5, zh: '收买家庭的请求,无论何处均被拒', en: 'the buyers\' request is refused, whatever door it comes through',
      ask: async () => {
        const { decision, assessment, underAnotherName, kinship, handover } = woven.refused;
        const codes = [decision, assessment, underAnotherName, kinship, handover].map((problem) => problem?.code ?? 'accepted');
        must(codes.every((code) => code.endsWith('.buyer-household')), codes.join());
        return `${codes.length} 处 doors: ${[...new Set(codes)].join(', ')}`;
      },
    },
    {
      number: 6, zh: '从解救到团聚,照料无缝无叠;一次询问', en: 'from rescue to reunion one holder at any minute; one interview',
      ask: async () => {
        const known = await ledger();
        must(findingsOf(known).length === 0, JSON.stringify(findingsOf(known)));
        const held = known.care.find(({ victimId }) => victimId === woven.child)?.intervals ?? [];
        must(isAbout(held[0]?.fromAt, '2026-09-16 15:30'), `begins ${held[0]?.fromAt}`);
        must(gapIn(held) === null, `gap or overlap at ${gapIn(held)}`);
        must(
          held.at(-1)?.kind === 'relative' && isAbout(held.at(-1)?.fromAt, '2026-09-19 10:00'),
          `with the parents from ${held.at(-1)?.fromAt}`,
        );
        const rescue = await li.get<{ items: { type: string }[] }>('casebook', `/cases/${woven.caseId}/timeline?type=rescue.interviewed`);
        must(rescue.items.length === 1, `${rescue.items.length} interviews`);
        return held.map(({ unitId, relation, fromAt }) => `${unitId ?? relation} ${fromAt}`).join(' → ');
      },
    },
    {
      number: 7, zh: '三包全部完成后方可办结', en: 'closed only after all three packages are discharged',
      ask: async () => {
        must(woven.refused.closure?.code === 'investigation.packages-open', `refused with ${woven.refused.closure?.code}`);
        const { items: closed } = await li.get<{ items: { occurredAt: string; subjectId: string }[] }>('casebook', `/cases/${woven.caseId}/timeline?type=stage.closed`);
        const { items: discharged } = await li.get<{ items: unknown[] }>('casebook', `/cases/${woven.caseId}/timeline?type=investigation.package-discharged`);
        must(discharged.length === 3, `${discharged.length} packages discharged`);
        must(closed.some(({ subjectId }) => subjectId === woven.investigationId), 'the investigation is not closed');
        return `${woven.refused.closure.zh}`;
      },
    },
  ];
}

async function itemOne(
  { pu, kong, li }: Pick<Cast, 'pu' | 'kong' | 'li'>,
  woven: Woven,
  ledger: () => Promise<Ledger>,
): Promise<string> {
  const known = await eventually('the closing in the casebook', async () => {
    const found = await ledger();
    return found.stages.some(
      ({ stage, intervals }) => stage === 'investigation' && isAbout(intervals.at(-1)?.toAt, '2026-09-25 10:00'),
    )
      ? found
      : null;
  });
  must(findingsOf(known).length === 0, JSON.stringify(findingsOf(known)));
  for (const { stage, intervals } of known.stages) must(gapIn(intervals) === null, `${stage}: gap or overlap at ${gapIn(intervals)}`);
  const [first] = known.stages.filter(({ stage }) => stage === 'intake');
  must(isAbout(first?.intervals[0]?.fromAt, '2019-10-03 17:05'), `intake begins ${first?.intervals[0]?.fromAt}`);
  const answering = async (local: string) => (await li.get<{ stages: { stage: string; personId: string }[] }>(
    'casebook', `/cases/${woven.caseId}/answerable?at=${beijing(local)}`)).stages.filter(({ stage }) => stage === 'investigation');
  for (const [local, leader] of [
    ['2020-02-01 12:00', pu],
    ['2021-03-15 08:59', pu],
    ['2021-03-15 09:10', kong],
    ['2021-03-20 12:00', kong],
  ] as const) {
    const found = await answering(local);
    must(found.length === 1 && found[0]!.personId === await leader.id(), `${local}: ${JSON.stringify(found)}`);
  }
  return `${known.stages.length} stages, ${known.stages.flatMap(({ intervals }) => intervals).length} intervals; 2020-02-01 普志强, 2021-03-20 孔祥林`;
}

function daysEvery(step: number, from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, step)) days.push(day);
  return days;
}

const addDays = (day: string, count: number): string =>
  new Date(new Date(`${day}T00:00:00Z`).getTime() + count * 86_400_000).toISOString().slice(0, 10);
