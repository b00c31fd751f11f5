import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { Problem } from '#service-kit';
import { acceptOffered, factIn, INVESTIGATIONS, onceKnown, RETURNS, timelineOf, type StageRecord } from '../moves.js';
import { askForRescue, free, handToCare, planRescue } from '../openings.js';
import { eventually, type Person } from '../people.js';
import { beijing, isAbout, must, type Item, type Stagecraft, type Told } from '../story.js';

const YUANYANG = '532528-psb';
const RELIEF = '532500-relief-station';
const BORDER = '532500-border-management';
const LAO_CAI_POLICE = 'vn-laocai-police';
const LAO_CAI_BORDER = 'vn-laocai-border-guard';
const LAO_CAI_CENTRE = 'vn-laocai-social-protection';

/** Everybody who takes part, and what the story remembers on its way. */
interface Cast {
  readonly duty: Person;
  readonly officer: Person;
  readonly chief: Person;
  readonly relief: Person;
  readonly clinician: Person;
  readonly liaison: Person;
  readonly borderOfficer: Person;
  readonly laoCaiPolice: Person;
  readonly laoCaiBorder: Person;
  readonly laoCaiCentre: Person;
  readonly office: Person;
}

interface Woven {
  caseId: string;
  intakeId: string;
  firstClue: string;
  lateClue: string;
  hoa: string;
  mai: string;
  rescueId: string;
  custodies: Map<string, string>;
  returns: Map<string, string>;
  handoverOfMai: string;
  handoverOfHoa: string;
  refused: Record<string, Problem>;
}

async function castOf(stage: Stagecraft): Promise<Cast> {
  return {
    duty: await stage.at(YUANYANG, 'duty-officer'),
    officer: await stage.at(YUANYANG, 'officer'),
    chief: await stage.at(YUANYANG, 'head'),
    relief: await stage.at(RELIEF, 'placement-worker'),
    clinician: await stage.at('532500-hospital', 'clinician'),
    liaison: await stage.at(BORDER, 'liaison-officer'),
    borderOfficer: await stage.at(BORDER, 'border-officer'),
    laoCaiPolice: await stage.at(LAO_CAI_POLICE, 'officer', 'liaison-officer'),
    laoCaiBorder: await stage.at(LAO_CAI_BORDER, 'border-officer'),
    laoCaiCentre: await stage.at(LAO_CAI_CENTRE, 'social-worker', 'placement-worker'),
    office: await stage.at('532500-conference-office', 'secretary'),
  };
}

/** Case 2: two women found at Yuanyang, one a minor, returned to Lao Cai through the port of Hekou. */
export async function womanReturnedAtHekou(stage: Stagecraft): Promise<Told> {
  await stage.itIs('2026-06-20 08:00');
  const cast = await castOf(stage);
  const woven = { custodies: new Map(), returns: new Map(), refused: {} } as Woven;
  await clues(stage, cast, woven);
  await rescue(stage, cast, woven);
  await care(stage, cast, woven);
  await verification(stage, cast, woven);
  await preparation(stage, cast, woven);
  await handoverOfMai(stage, cast, woven);
  await handoverOfHoa(stage, cast, woven);
  await aftercare(stage, cast, woven);
  return { caseIds: [woven.caseId], reader: cast.officer, items: items(cast, woven) };
}

async function clues(stage: Stagecraft, { duty, officer }: Cast, woven: Woven): Promise<void> {
  const reported = await stage.itIs('2026-07-01 09:00');
  const lateIntake = await stage.step('2026-07-01 客运站工作人员报告疑似线索(发现后 3 日) / a bus station worker reports, three days late', () =>
    officer.post('intake', '/intakes/clues', {
      channel: 'transport-worker', discoveredAt: beijing('2026-06-28 09:00'), division: '532528',
      description: '两名女子被陌生男子带往新街镇一出租屋', place: '元阳县新街镇',
    }, { at: reported }));
  woven.lateClue = factIn(lateIntake, 'intake.clue-received').clueId!;

  const accepted = await stage.itIs('2026-07-02 21:20');
  const intake = await stage.step('2026-07-02 21:20 元阳县公安局受理微信定位求助 / Yuanyang police accepts the call for help', () =>
    duty.post('intake', '/intakes/clues', {
      channel: 'new-media', discoveredAt: beijing('2026-07-02 21:12'), division: '532528',
      description: '越南语女子称被人控制,即将被送往外省“相亲”', place: '元阳县新街镇一出租屋',
      reporter: { name: '不愿公开', phone: '13800000000', wantsAnonymity: true },
    }, { at: accepted }));
  woven.intakeId = intake.id!;
  woven.caseId = intake.caseId!;
  woven.firstClue = factIn(intake, 'intake.clue-received').clueId!;
  await stage.step('21:20 风险等级:紧急 / graded urgent', () =>
    duty.put('intake', `/intakes/${woven.intakeId}/risk`, { risk: 'urgent' }, { at: accepted }));

  const dispatched = await stage.itIs('2026-07-02 21:35');
  const opened = await stage.step('21:35 立案,派警并联系翻译 / the case is opened', () =>
    duty.put('intake', `/intakes/${woven.intakeId}/case`, {
      kind: 'woman-trafficking',
      victims: [
        { name: 'Trần Thị Hoa', sex: 'female', birthDate: '2004-03-08', nationality: 'VN' },
        { name: 'Lý Thị Mai', sex: 'female', birthDate: '2009-01-19', nationality: 'VN' },
      ],
    }, { at: dispatched }));
  const { victims } = factIn<{ victims: { victimId: string; minor: boolean }[] }>(opened, 'intake.case-opened');
  woven.hoa = victims.find(({ minor }) => !minor)!.victimId;
  woven.mai = victims.find(({ minor }) => minor)!.victimId;

  await stage.step('21:36 请侦查部门接收 / investigation is asked for', () =>
    duty.post('intake', `/intakes/${woven.intakeId}/stage-requests`, { stage: 'investigation', toUnit: YUANYANG }, { at: dispatched }));
  await stage.step('21:40 侦查阶段被接收 / investigation is accepted', () =>
    acceptOffered(INVESTIGATIONS, { caseId: woven.caseId, by: officer, at: dispatched }));
}

async function rescue(stage: Stagecraft, { officer, chief }: Cast, woven: Woven): Promise<void> {
  const { caseId, hoa, mai } = woven;
  const asked = await stage.itIs('2026-07-02 22:10');
  const [investigation] = (await officer.get<{ items: StageRecord[] }>('investigation', `/investigations?caseId=${caseId}`)).items;
  woven.rescueId = await askForRescue(stage, {
    asks: officer, accepts: officer, investigationId: investigation!.id, toUnit: YUANYANG, caseId, victimIds: [hoa, mai],
    at: asked,
  });

  const planned = await stage.itIs('2026-07-02 22:40');
  const present = ['female-officer', 'interpreter', 'social-worker'];
  woven.refused.noSocialWorker = await stage.step('22:40 无社工的方案被退回 / a plan without a social worker is refused', () =>
    officer.refused(
      'POST', 'rescue',
      `/rescues/${woven.rescueId}/plans`,
      { victimIds: [hoa, mai], placeVerified: true, risks: ['none-known'], present: ['female-officer', 'interpreter'] },
      { at: planned },
    ),
  );
  const planId = await planRescue(stage, {
    drafts: officer, approves: chief, rescueId: woven.rescueId, victimIds: [hoa, mai], risks: ['none-known'], present,
    at: planned,
  });

  const rescued = await stage.itIs('2026-07-02 23:50');
  for (const victimId of [hoa, mai]) {
    const { rescueId } = woven;
    woven.custodies.set(victimId, await free(stage, { by: officer, rescueId, planId, victimId, present, at: rescued }));
  }
}

async function care(stage: Stagecraft, cast: Cast, woven: Woven): Promise<void> {
  const { officer, clinician, relief, duty, borderOfficer } = cast;
  const { caseId, hoa, mai } = woven;
  const examined = await stage.itIs('2026-07-03 01:30');
  for (const victimId of [hoa, mai])
    await stage.step('请州人民医院体检 / the hospital is asked to examine', () => officer.post(
      'rescue', `/rescues/${woven.rescueId}/victims/${victimId}/medical-check-requests`, { toUnit: '532500-hospital' }, { at: examined }));
  for (const victimId of [hoa, mai])
    await stage.step('2026-07-03 01:30 州人民医院体检 / examined at the hospital', () =>
      clinician.put('rescue', `/rescues/${woven.rescueId}/victims/${victimId}/medical-check`, { atUnit: '532500-hospital' }, { at: examined }));

  await stage.step('请求安置 / placement is asked for', () =>
    officer.post('rescue', `/rescues/${woven.rescueId}/stage-requests`, { stage: 'placement', toUnit: RELIEF, victimIds: [hoa, mai] }, { at: examined }));
  const received = await stage.itIs('2026-07-03 02:30');
  for (const victimId of [hoa, mai])
    await handToCare(stage, {
      gives: officer, takes: relief, toUnit: RELIEF, custodyId: woven.custodies.get(victimId)!, caseId, victimId, at: received,
    });

  const merged = await stage.itIs('2026-07-03 10:00');
  await stage.step('次日并案,两位报告人均获反馈 / the late clue joins the case; both reporters are told', async () => {
    const { items } = await duty.get<{ items: { id: string; clues: { clueId: string }[] }[] }>('intake', '/intakes?limit=200');
    const late = items.find(({ clues: known }) => known.some(({ clueId }) => clueId === woven.lateClue));
    must(late, 'The intake of the late clue is not listed.');
    await duty.put('intake', `/intakes/${late.id}/merge`, { intoIntakeId: woven.intakeId }, { at: merged });
    for (const clueId of [woven.firstClue, woven.lateClue])
      await duty.post('intake', `/intakes/${woven.intakeId}/feedbacks`, { clueId }, { at: merged });
  });
  await stage.step('请求跨境送返 / the return is asked for', () =>
    officer.post('rescue', `/rescues/${woven.rescueId}/stage-requests`, { stage: 'cross-border', toUnit: BORDER, victimIds: [hoa, mai] }, { at: merged }));
  for (const victimId of [hoa, mai]) {
    const returning = await stage.step('边境管理支队接收送返阶段 / the border detachment accepts', () =>
      acceptOffered(RETURNS, { caseId, by: borderOfficer, at: merged, victimId }));
    woven.returns.set(victimId, returning.id);
  }
  await stage.step('解救阶段办结 / rescue is closed', () =>
    onceKnown(['stage.next-not-accepted', 'rescue.still-in-care', 'rescue.next-not-accepted'], () =>
      officer.put('rescue', `/rescues/${woven.rescueId}/closure`, {}, { at: merged }),
    ),
  );
  await stage.step('受理阶段办结 / intake is closed', () => onceKnown(['stage.next-not-accepted'], () =>
    duty.put('intake', `/intakes/${woven.intakeId}/closure`, {}, { at: merged })));
}

async function verification(stage: Stagecraft, { liaison, clinician, laoCaiPolice }: Cast, woven: Woven): Promise<void> {
  const { hoa, mai } = woven;
  const fracture = await stage.itIs('2026-07-03 15:00');
  await stage.step('Hoa 左腕骨折,3 周内不宜长途 / Hoa is not fit to travel for three weeks', () =>
    clinician.put('cross-border', `/returns/${woven.returns.get(hoa)}/fitness`,
      { victimId: hoa, fit: false, reviewAt: beijing('2026-07-24 09:00') }, { at: fracture }));
  const asked = await stage.itIs('2026-07-04 10:00');
  const requests = new Map<string, string>();
  for (const victimId of [hoa, mai]) {
    const receipt = await stage.step('2026-07-04 身份核实请求(15 个工作日) / identity request, 15 working days', () =>
      liaison.post('cross-border', `/returns/${woven.returns.get(victimId)}/identity-requests`, { counterpart: LAO_CAI_POLICE }, { at: asked }));
    requests.set(victimId, factIn(receipt, 'cross-border.identity-requested').requestId!);
  }
  const answered = await stage.itIs('2026-07-16 10:00');
  const answer = (victimId: string, given: string, at: string) => laoCaiPolice.put(
    'cross-border', `/returns/${woven.returns.get(victimId)}/identity-requests/${requests.get(victimId)}/answer`, { answer: given }, { at });
  await stage.step('07-16 Mai 身份确认 / Mai is confirmed', () => answer(mai, 'confirmed', answered));
  await stage.step('07-16 Hoa 姓名不符 / Hoa does not match', () => answer(hoa, 'not-matching', answered));
  await stage.step('07-16 补充材料 / a supplement is sent', () => liaison.post(
    'cross-border', `/returns/${woven.returns.get(hoa)}/identity-requests/${requests.get(hoa)}/supplements`, {}, { at: answered }));
  const confirmed = await stage.itIs('2026-07-22 10:00');
  await stage.step('07-22 Hoa 身份确认 / Hoa is confirmed', () => answer(hoa, 'confirmed', confirmed));
}

/** What the clinician certifies: of whom, and until when. */
const fitUntil = (victimId: string, local: string): object => ({ victimId, fit: true, validUntil: beijing(local) });

async function preparation(
  stage: Stagecraft,
  { liaison, borderOfficer, clinician, laoCaiBorder, laoCaiCentre, relief }: Cast,
  woven: Woven,
): Promise<void> {
  const { hoa, mai } = woven;
  const path = (victimId: string, what: string): string => `/returns/${woven.returns.get(victimId)}/${what}`;
  const assessed = beijing('2026-07-22 11:00');
  await stage.itIs('2026-07-22 11:00');
  await stage.step('送返前安全评估:Mai 原籍家庭存在风险 / Mai\'s family is a risk', () =>
    liaison.put('cross-border', path(mai, 'safety-assessment'), { outcome: 'family-at-risk' }, { at: assessed }));
  await stage.step('Hoa 可返原籍家庭 / Hoa\'s family is safe', () =>
    liaison.put('cross-border', path(hoa, 'safety-assessment'), { outcome: 'family-safe' }, { at: assessed }));
  await stage.step('Hoa 签署知情同意(越南语) / Hoa consents, in Vietnamese', () =>
    liaison.put('cross-border', path(hoa, 'consent'), { language: 'vi', byGuardian: false }, { at: assessed }));
  await stage.step('Mai 的监护人同意 / Mai\'s guardian consents', () =>
    liaison.put('cross-border', path(mai, 'consent'), { language: 'vi', byGuardian: true }, { at: assessed }));
  await stage.step('请老街省社会保护中心接收 Mai,请边防接收 Hoa / the centre is asked to receive Mai, the border guard Hoa', async () => {
    await liaison.post('cross-border', path(mai, 'reception-requests'),
      { toUnit: LAO_CAI_CENTRE, destination: 'social-protection-centre' }, { at: assessed });
    await liaison.post('cross-border', path(hoa, 'reception-requests'),
      { toUnit: LAO_CAI_BORDER, destination: 'family' }, { at: assessed });
  });
  const promised = await stage.itIs('2026-07-27 15:00');
  await stage.step('07-27 老街省社会保护中心书面接收函 / the centre promises to take Mai in', () =>
    laoCaiCentre.put(
      'cross-border',
      path(mai, 'reception-promise'),
      { destination: 'social-protection-centre', byUnit: LAO_CAI_CENTRE },
      { at: promised },
    ),
  );
  await stage.step('07-27 老街省边防承诺接收 Hoa 返家 / the border guard promises to receive Hoa on her way home', () =>
    laoCaiBorder.put(
      'cross-border', path(hoa, 'reception-promise'), { destination: 'family', byUnit: LAO_CAI_BORDER }, { at: promised }));
  const papers = await stage.itIs('2026-07-28 10:00');
  for (const victimId of [hoa, mai])
    await stage.step('07-28 取得返国通行证 / the return permit is there', () =>
      liaison.put('cross-border', path(victimId, 'travel-document'), { document: 'return-permit' }, { at: papers }));
  await stage.step('Mai 适宜旅行 / Mai is fit to travel', () =>
    clinician.put('cross-border', path(mai, 'fitness'), fitUntil(mai, '2026-08-04 10:00'), { at: papers }));

  const plan = (destinationOfMai: string) => ({
    port: 'hekou', at: beijing('2026-07-29 10:00'), counterpart: LAO_CAI_BORDER,
    persons: [
      { returnId: woven.returns.get(hoa), destination: 'family' },
      { returnId: woven.returns.get(mai), destination: destinationOfMai },
    ],
  });
  woven.refused.notFit = await stage.step('Hoa 尚不宜旅行,排期被拒 / scheduling is refused while Hoa is not fit', () =>
    borderOfficer.refused('POST', 'cross-border', '/handovers', plan('social-protection-centre'), { at: papers }));
  await stage.step('Hoa 复查通过 / Hoa is fit', () =>
    clinician.put('cross-border', path(hoa, 'fitness'), fitUntil(hoa, '2026-08-04 10:00'), { at: papers }));
  woven.refused.familyAtRisk = await stage.step('把 Mai 送回原籍家庭,排期被拒 / sending Mai to her family is refused', () =>
    borderOfficer.refused('POST', 'cross-border', '/handovers', plan('family'), { at: papers }));
  const scheduled = await stage.step('计划 07-29 10:00 河口口岸移交 / the handover is scheduled', () =>
    borderOfficer.post('cross-border', '/handovers', plan('social-protection-centre'), { at: papers }));
  woven.handoverOfMai = factIn(scheduled, 'cross-border.handover-scheduled').handoverId!;
  await stage.step('安置决定:由对方机构接收 / placement: with the counterpart', async () => {
    const { items: placements } = await relief.get<{ items: StageRecord[] }>('placement', `/placements?caseId=${woven.caseId}`);
    for (const placement of placements) await onceKnown(['placement.place-not-promised'], () => relief.put(
      'placement', `/placements/${placement.id}/decision`,
      { kind: 'foreign-counterpart', unitId: placement.victimId === mai ? LAO_CAI_CENTRE : LAO_CAI_BORDER }, { at: papers },
    ));
  });
}

async function handoverOfMai(stage: Stagecraft, cast: Cast, woven: Woven): Promise<void> {
  const { clinician, borderOfficer } = cast;
  const morning = await stage.itIs('2026-07-29 08:30');
  await stage.step('07-29 Hoa 复查未通过 / Hoa fails the check on the day', () => clinician.put('cross-border',
    `/returns/${woven.returns.get(woven.hoa)}/fitness`,
    { victimId: woven.hoa, fit: false, reviewAt: beijing('2026-08-05 09:00') }, { at: morning }));
  const split = await stage.step('移交拆分:Mai 先行,Hoa 改期 08-06 / the handover is split', () =>
    borderOfficer.post('cross-border', `/handovers/${woven.handoverOfMai}/splits`,
      { returnId: woven.returns.get(woven.hoa), reason: 'not-fit-to-travel', at: beijing('2026-08-06 09:30') }, { at: morning }));
  woven.handoverOfHoa = factIn(split, 'cross-border.handover-split').newHandoverId!;
  await handOver(stage, cast, woven.handoverOfMai, {
    returnId: woven.returns.get(woven.mai)!,
    at: '2026-07-29 10:00', done: '2026-07-29 10:40',
    kinds: [
      'person', 'document', 'document', 'belonging', 'belonging', 'belonging', 'belonging', 'medical-summary',
      'social-report',
    ],
    damaged: 6,
  });
}

async function handoverOfHoa(stage: Stagecraft, cast: Cast, woven: Woven): Promise<void> {
  const returnId = woven.returns.get(woven.hoa)!;
  const fit = await stage.itIs('2026-08-05 10:00');
  await stage.step('08-05 Hoa 复查通过 / Hoa is fit', () =>
    cast.clinician.put('cross-border', `/returns/${returnId}/fitness`, fitUntil(woven.hoa, '2026-08-12 10:00'), { at: fit }));
  await handOver(stage, cast, woven.handoverOfHoa, {
    returnId, at: '2026-08-06 09:30', done: '2026-08-06 09:55',
    kinds: ['person', 'document', 'document', 'belonging', 'belonging', 'medical-summary', 'social-report'],
  });
}

/** What stands in the manifest, in the three languages of the port. */
const DESCRIPTIONS = {
  person: { zh: '受害人本人', vi: 'Nạn nhân', en: 'The person' },
  document: { zh: '证件', vi: 'Giấy tờ', en: 'Document' },
  belonging: { zh: '随身物品', vi: 'Đồ dùng cá nhân', en: 'Personal belonging' },
  'medical-summary': { zh: '医疗摘要', vi: 'Tóm tắt y tế', en: 'Medical summary' },
  'social-report': { zh: '随行社工报告', vi: 'Báo cáo của nhân viên xã hội', en: 'Report of the social worker' },
} as const;

interface Passing {
  readonly returnId: string;
  readonly at: string;
  readonly done: string;
  readonly kinds: readonly (keyof typeof DESCRIPTIONS)[];
  readonly damaged?: number;
}

/** At the port: the manifest is sealed, accepted item by item, and signed by both sides over the same digest. */
async function handOver(
  stage: Stagecraft,
  { borderOfficer, laoCaiBorder }: Cast,
  handoverId: string, passing: Passing,
): Promise<void> {
  const at = await stage.itIs(passing.at);
  const path = `/handovers/${handoverId}`;
  for (const signer of [borderOfficer, laoCaiBorder]) await signingKeyOf(signer);
  await stage.step(`${passing.at} 清单 ${passing.kinds.length} 项 / a manifest of ${passing.kinds.length} items`, async () => {
    for (const kind of passing.kinds)
      await borderOfficer.post('cross-border', `${path}/items`,
        { kind, returnId: passing.returnId, description: DESCRIPTIONS[kind] }, { at });
    await borderOfficer.put('cross-border', `${path}/manifest/seal`, {}, { at });
  });
  await stage.step('对方逐项接收 / the other side accepts item by item', async () => {
    for (const index of passing.kinds.keys())
      await laoCaiBorder.put('cross-border', `${path}/items/${index + 1}/acceptance`,
        { remark: index + 1 === passing.damaged ? 'damaged' : 'as-listed' }, { at });
  });
  const done = await stage.itIs(passing.done);
  for (const [side, signer] of [['sending', borderOfficer], ['receiving', laoCaiBorder]] as const)
    await stage.step(`${side === 'sending' ? '我方' : '对方'}签字 / the ${side} side signs`, () =>
      signManifest(signer, path, side, done));
}

const keys = new WeakMap<Person, { keyId: string; privateKey: KeyObject }>();

async function signManifest(signer: Person, path: string, side: string, at: string): Promise<void> {
  const { keyId, privateKey } = await signingKeyOf(signer);
  const { manifest } = await signer.get<{ manifest: string }>('cross-border', `${path}/manifest`);
  const signature = sign('sha256', Buffer.from(manifest, 'utf8'), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString(
    'base64url',
  );
  await onceKnown(['cross-border.unknown-key'], () =>
    signer.put('cross-border', `${path}/signatures/${side}`, { keyId, signature }, { at }));
}

/** The private key never leaves the person's own machine; the directory knows the public one. */
async function signingKeyOf(signer: Person): Promise<{ keyId: string; privateKey: KeyObject }> {
  const known = keys.get(signer);
  if (known) return known;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const receipt = await signer.post('identity', '/me/signing-keys', { x, y });
  const key = { keyId: factIn(receipt, 'identity.signing-key-registered').keyId!, privateKey };
  keys.set(signer, key);
  return key;
}

async function aftercare(
  stage: Stagecraft,
  { borderOfficer, laoCaiCentre, laoCaiPolice, laoCaiBorder, relief }: Cast,
  woven: Woven,
): Promise<void> {
  const early = await stage.itIs('2026-08-10 09:00');
  woven.refused.tooEarly = await stage.step('对方尚未确认,不能办结 / closing is refused before the counterpart confirms', () =>
    borderOfficer.refused('PUT', 'cross-border', `/returns/${woven.returns.get(woven.mai)}/closure`, {}, { at: early }));
  await stage.step('安置阶段办结 / placement is closed', async () => {
    const { items: placements } = await relief.get<{ items: StageRecord[] }>('placement', `/placements?caseId=${woven.caseId}`);
    for (const placement of placements) {
      await onceKnown(['placement.not-where-decided'], () =>
        relief.put('placement', `/placements/${placement.id}/effect`, {}, { at: early }));
      await relief.put('placement', `/placements/${placement.id}/closure`, {}, { at: early });
    }
  });
  for (const local of ['2026-09-05 10:00', '2026-11-05 10:00']) {
    const at = await stage.itIs(local);
    for (const [victimId, situation] of [[woven.mai, 'at-school'], [woven.hoa, 'with-family']] as const)
      await stage.step(`${local} 对方反馈 / the counterpart reports`, async () => {
        const path = `/returns/${woven.returns.get(victimId)}/reception-confirmations`;
        const reporter = victimId === woven.mai ? laoCaiCentre : laoCaiBorder;
        await (reporter ?? laoCaiPolice).put('cross-border', path, { situation }, { at });
      });
  }
  const closed = beijing('2026-11-05 10:00');
  for (const victimId of [woven.mai, woven.hoa])
    await stage.step('送返阶段办结 / the return is closed', () =>
      borderOfficer.put('cross-border', `/returns/${woven.returns.get(victimId)}/closure`, {}, { at: closed }));
}

function items(cast: Cast, woven: Woven): Item[] {
  const { caseId, hoa, mai } = woven;
  return [
    { number: 1, zh: '两条线索并为一案,均已反馈,迟报可见', en: 'two clues are one case, both fed back, the late report is a figure', ask: () => itemOne(cast, woven) },
    {
      number: 3, zh: '不宜旅行、家庭有风险时排期被拒并说明', en: 'scheduling against fitness or safety is refused and says why',
      ask: async () => {
        const { notFit, familyAtRisk } = woven.refused;
        must(notFit?.code === 'cross-border.not-fit-to-travel', `refused with ${notFit?.code}`);
        must(familyAtRisk?.code === 'cross-border.family-at-risk', `refused with ${familyAtRisk?.code}`);
        return `${notFit.code}: ${notFit.zh} · ${familyAtRisk.code}: ${familyAtRisk.zh}`;
      },
    },
    { number: 4, zh: '移交一分为二,各有清单与双方签字', en: 'two handovers, each with its manifest and two signatures over one digest', ask: () => itemFour(cast, woven) },
    { number: 6, zh: '15 个工作日时限:答复即停,补充重计', en: 'the 15-working-day clock stops at the answer and restarts for the supplement', ask: () => itemSix(cast, woven) },
    {
      number: 8, zh: '任何一方不能单独完结,确认接收后才办结', en: 'neither side closes alone; closed only after reception is confirmed',
      ask: async () => {
        const entries = await timelineOf(cast.borderOfficer, caseId);
        must(woven.refused.tooEarly?.code === 'cross-border.reception-not-confirmed', `refused with ${woven.refused.tooEarly?.code}`);
        for (const victimId of [hoa, mai]) {
          const handed = entries.findIndex(({ type, data }) => type === 'cross-border.handed-over' && data.victimId === victimId);
          const confirmed = entries.findIndex(
            ({ type, data }) => type === 'cross-border.reception-confirmed' && data.victimId === victimId,
          );
          const closed = entries.findIndex(
            ({ type, subjectId }) => type === 'stage.closed' && subjectId === woven.returns.get(victimId),
          );
          must(handed >= 0 && handed < confirmed && confirmed < closed, `order of ${victimId}: ${handed}, ${confirmed}, ${closed}`);
          const signed = entries.filter(
            ({ type, occurredAt }) => type === 'cross-border.manifest-signed' && occurredAt <= entries[handed]!.occurredAt,
          );
          must(new Set(signed.map(({ data }) => data.side)).size === 2, 'handed over without both signatures');
        }
        return `${woven.refused.tooEarly.zh}`;
      },
    },
  ];
}

async function itemOne({ officer, office }: Cast, { caseId }: Woven): Promise<string> {
  const entries = await eventually('both feedbacks in the casebook', async () => {
    const found = await timelineOf(officer, caseId);
    return found.filter(({ type }) => type === 'intake.feedback-sent').length >= 2 ? found : null;
  });
  const received = entries.filter(({ type }) => type === 'intake.clue-received').length;
  const linked = entries.filter(({ type }) => type === 'intake.clue-linked').length;
  must(received === 1 && linked === 1, `received ${received}, linked ${linked}`);
  const { lateReports } = await office.get<{ lateReports: { count: number }[] }>('casebook', '/figures');
  must((lateReports[0]?.count ?? 0) >= 1, `the conference sees ${JSON.stringify(lateReports)} late reports`);
  return `1 + 1 clues, 2 feedbacks, late reports of people bound to report: ${lateReports[0]!.count}`;
}

interface Manifest {
  readonly digest: string;
  readonly manifest: string;
  readonly signatures: { side: string; digest?: string; valid?: boolean }[];
}

async function itemFour({ borderOfficer }: Cast, woven: Woven): Promise<string> {
  const seen: string[] = [];
  for (const handoverId of [woven.handoverOfMai, woven.handoverOfHoa]) {
    const path = `/handovers/${handoverId}/manifest`;
    const sheet = await borderOfficer.get<Manifest>('cross-border', path);
    must(new Set(sheet.signatures.map(({ side }) => side)).size === 2, `${handoverId} has ${sheet.signatures.length} signature(s)`);
    const check = (manifest: string) => borderOfficer.post<{ valid: boolean; signatures: { valid: boolean }[] }>(
      'cross-border', `${path}/verification`, { manifest });
    const whole = await check(sheet.manifest);
    must(whole.valid && whole.signatures.every(({ valid }) => valid), 'the manifest does not verify');
    const changed = await check(sheet.manifest.replace('The person', 'The persom'));
    must(!changed.valid && changed.signatures.every(({ valid }) => !valid), 'a manifest with one other byte still verifies');
    must(new Set(sheet.signatures.map(({ digest }) => digest)).size === 1, 'the two sides signed different digests');
    seen.push(`${(JSON.parse(sheet.manifest) as { items: unknown[] }).items.length} items ${sheet.digest.slice(0, 12)}…`);
  }
  return seen.join(' · ');
}

async function itemSix({ borderOfficer }: Cast, woven: Woven): Promise<string> {
  const clocks = (await timelineOf(borderOfficer, woven.caseId)).filter(({ data }) =>
    data.rule === 'identity-verification' || data.rule === 'identity-supplement');
  const started = clocks.filter(({ type }) => type === 'clock.started');
  const first = started.find(({ occurredAt }) => isAbout(occurredAt, '2026-07-04 10:00'));
  const second = started.find(({ occurredAt }) => isAbout(occurredAt, '2026-07-16 10:00'));
  must(first?.data.dueAt === '2026-07-24T16:00:00.000Z', `first due ${String(first?.data.dueAt)}`);
  must(second?.data.dueAt === '2026-08-06T16:00:00.000Z', `second due ${String(second?.data.dueAt)}`);
  const stopped = clocks
    .filter(({ type, data }) => type === 'clock.stopped' && data.inTime === true)
    .map(({ occurredAt }) => occurredAt);
  const isStopped = (local: string): boolean => stopped.some((instant) => isAbout(instant, local));
  must(isStopped('2026-07-16 10:00') && isStopped('2026-07-22 10:00'), `stopped at ${stopped.join()}`);
  return '07-04 → 07-24 24:00; 07-16 → 08-06 24:00';
}
