import type { ClockRuleCode, Instant, PackageKind } from '#contracts';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** How long: hours and minutes run from the minute of the start, days and months to the end of their last day. */
export interface Limit {
  readonly unit: 'minutes' | 'hours' | 'days' | 'months' | 'working-days';
  readonly count: number;
}

/** One step of the escalation: so many per cent of the time are gone and this one is told. */
export interface LadderStep {
  readonly afterPercent: number;
  readonly tell: 'superior';
}

/** One version of one deadline: what it asks of whom, from when to when, and what happens if nothing happens. */
export interface ClockRule extends Bilingual {
  readonly code: ClockRuleCode;
  readonly version: number;
  /** Clocks that start from this moment on run under this version; those that run already keep theirs. */
  readonly validFrom: Instant;
  readonly starts: Bilingual;
  readonly stops: Bilingual;
  readonly answers: Bilingual;
  /** The clause of the domain that the deadline serves. */
  readonly clause: string;
  /** True where no source names a number: a sensible one that the agency may replace. */
  readonly isDefault: boolean;
  readonly limit: Limit;
  /** V-1: the package whose holder answers; such a deadline stays with that person when the stage changes hands. */
  readonly heldBy?: PackageKind;
  /**
   * It belongs to a step of the stage, as the record stands: it begins when the record comes to that step and stops when it
   * leaves it, without being started or stopped by name (`StagedAggregate.watch`).
   */
  readonly ofStep?: true;
  /** How many days may be agreed for one clock instead. Absent: none but those of the rule. */
  readonly daysAllowed?: { readonly min: number; readonly max: number };
  /**
   * Several deadlines of one start: the months after it, the days of grace that each has, and how many days before its
   * planned day what is asked may be done at the earliest.
   */
  readonly series?: { readonly months: readonly number[]; readonly graceDays: number; readonly earlyDays: number };
  /** Per cent of the time, 1 to 99, ascending. */
  readonly warnAt: readonly number[];
  /** Ascending, 100 or more. */
  readonly ladder: readonly LadderStep[];
}

const FROM_THE_BEGINNING: Instant = '2000-01-01T00:00:00.000Z';
const text = (zh: string, en: string): Bilingual => ({ zh, en });
const superiorAt = (...percents: number[]): LadderStep[] =>
  percents.map((afterPercent) => ({ afterPercent, tell: 'superior' }));

/** What most deadlines share: warned at half and at four fifths, the superior unit told when late and again later. */
const first = {
  version: 1, validFrom: FROM_THE_BEGINNING, warnAt: [50, 80], ladder: superiorAt(100, 120, 150),
} as const;

const intakeRules: ClockRule[] = [
  {
    ...first, code: 'missing-child-accept', clause: 'I-2', ...text('儿童失踪报案受理', 'Accepting a missing-child report'),
    starts: text('家属或监护人报案', 'the family or guardian reports'),
    stops: text('首接单位受理', 'the unit approached first accepts the report'),
    answers: text('首接单位值班民警', 'the duty officer of the unit approached first'),
    // The sources say "immediately" and name no number; ten minutes is what one counter conversation takes.
    isDefault: true, limit: { unit: 'minutes', count: 10 }, warnAt: [50], ladder: superiorAt(100, 200, 600),
  },
  {
    ...first, code: 'clue-triage', clause: 'I-3', ...text('线索研判分流', 'Triage of a clue'),
    starts: text('登记线索', 'the clue is recorded'),
    stops: text('定级并分流、并案或立案', 'it is graded and routed, merged or made a case'),
    answers: text('受理单位', 'the unit that received it'),
    isDefault: true, limit: { unit: 'hours', count: 24 },
  },
  {
    ...first, code: 'clue-feedback', clause: 'I-3', ...text('线索反馈', 'Feedback on a clue'),
    starts: text('登记线索', 'the clue is recorded'),
    stops: text('向报告单位或报告人反馈', 'the reporting unit or person has its feedback'),
    answers: text('受理单位', 'the unit that received it'),
    // In calendar days on purpose: a clue must be recorded even while next year's working days are not yet announced.
    isDefault: true, limit: { unit: 'days', count: 15 },
  },
  {
    ...first, code: 'next-stage-request', clause: 'I-4', ...text('提请下一阶段', 'Asking for the next stage'),
    starts: text('立案', 'the case is opened'),
    stops: text('提请侦查或其他阶段', 'an investigation, or another stage, is asked for'),
    answers: text('立案的单位', 'the unit that opened the case'),
    ofStep: true, isDefault: true, limit: { unit: 'hours', count: 24 },
  },
];

const investigationRules: ClockRule[] = [
  {
    ...first, code: 'task-force-formation', clause: 'V-1', ...text('成立特侦组', 'Forming the task force'),
    starts: text('公安机关接收拐卖儿童案的侦查', 'a bureau accepts the investigation of a child-abduction case'),
    stops: text('组长到位、三包到人', 'the leader and the three package holders are named'),
    answers: text('接收侦查的公安机关', 'the bureau that has accepted it'),
    isDefault: true, limit: { unit: 'hours', count: 24 },
  },
  {
    ...first, code: 'relatives-contact', clause: 'V-1', ...text('联系亲属', 'Contact with the relatives'),
    starts: text('安抚包到人,或上一次联系', 'the comfort package is taken, or the last contact'),
    stops: text('联系亲属并记录', 'the relatives were contacted, on record'),
    answers: text('安抚包责任民警', 'the officer who holds the comfort package'),
    heldBy: 'comfort', isDefault: false, limit: { unit: 'days', count: 30 }, daysAllowed: { min: 1, max: 90 },
  },
  {
    ...first, code: 'cold-case-review', clause: 'V-5', ...text('积案复核', 'Review of a cold case'),
    starts: text('转入积案,或上一次复核', 'the case becomes a cold case, or the last review'),
    stops: text('完成复核并记录', 'the review is done, on record'),
    answers: text('特侦组组长', 'the leader of the task force'),
    isDefault: false, limit: { unit: 'months', count: 3 }, warnAt: [80, 95],
  },
  {
    ...first, code: 'investigation-measure', clause: 'V-1', ...text('侦查措施', 'Measures of the investigation'),
    starts: text('特侦组成立,或接收无须特侦组的侦查;上一次措施', 'the task force stands, or a case that needs none is taken; the last measure'),
    stops: text('采取措施并记录;转入积案;三包全部完成', 'a measure is taken, on record; the case becomes cold; all packages are done'),
    answers: text('侦查负责人', 'whoever answers for the investigation'),
    ofStep: true, isDefault: true, limit: { unit: 'days', count: 30 },
  },
];

const rescueRules: ClockRule[] = [
  {
    ...first, code: 'rescue-plan', clause: 'R-1', ...text('解救方案', 'Plan of the rescue'),
    starts: text('接收解救', 'the rescue is taken'),
    stops: text('方案获批准,或紧急解救', 'a plan is approved, or somebody is freed in an emergency'),
    answers: text('接收解救的公安机关', 'the bureau that has taken it'),
    ofStep: true, isDefault: true, limit: { unit: 'hours', count: 48 },
  },
  {
    ...first, code: 'medical-check-after-rescue', clause: 'R-2', ...text('解救后体检', 'Medical check after rescue'),
    starts: text('解救受害人', 'the victim is rescued'),
    stops: text('体检完成', 'the medical check is done'),
    answers: text('实施解救的公安机关', 'the bureau that carried out the rescue'),
    isDefault: true, limit: { unit: 'hours', count: 24 },
  },
  {
    ...first, code: 'custody-offer-answer', clause: 'R-4', ...text('答复人员移交', 'Answer to the handing-over of a person'),
    starts: text('提出移交受害人的照料', 'care of the victim is offered'),
    stops: text('对方接收或退回', 'the other side takes or returns it'),
    answers: text('接收单位;未答复前照料责任不变', 'the receiver; until then whoever has the care keeps it'),
    isDefault: true, limit: { unit: 'hours', count: 4 },
  },
];

const placementRules: ClockRule[] = [
  {
    ...first, code: 'person-reception', clause: 'P-1', ...text('接收人员', 'Receiving the person'),
    starts: text('接收安置;安置失效', 'the placement is taken; or it fell'),
    stops: text('受害人到达接收单位', 'the victim has arrived at the receiving unit'),
    answers: text('民政安置责任人', 'the placement worker of civil affairs'),
    ofStep: true, isDefault: true, limit: { unit: 'hours', count: 72 },
  },
  {
    ...first, code: 'placement-decision', clause: 'P-5', ...text('安置决定', 'Placement decision'),
    starts: text('接收受害人', 'the victim is received'),
    stops: text('作出安置决定', 'the placement is decided'),
    answers: text('民政安置责任人', 'the placement worker of civil affairs'),
    isDefault: true, limit: { unit: 'days', count: 30 },
  },
  {
    ...first, code: 'placement-effect', clause: 'P-5', ...text('安置落实', 'Putting the placement in effect'),
    starts: text('作出安置决定', 'the placement is decided'),
    stops: text('安置落实,或安置失效', 'the placement has taken effect, or it fell'),
    answers: text('民政安置责任人', 'the placement worker of civil affairs'),
    ofStep: true, isDefault: true, limit: { unit: 'days', count: 30 },
  },
  {
    ...first, code: 'follow-up-visit', clause: 'P-8', ...text('安置后回访', 'Follow-up visit'),
    starts: text('安置落实', 'the placement has taken effect'),
    stops: text('当次回访完成', 'this visit was made'),
    answers: text('民政安置责任人', 'the placement worker of civil affairs'),
    // The months are the sources'; the week before the planned day, and the week of grace after it, are ours.
    isDefault: false, limit: { unit: 'months', count: 1 }, series: { months: [1, 3, 6, 12], graceDays: 7, earlyDays: 7 },
    warnAt: [80, 95], ladder: superiorAt(100, 120),
  },
];

const crossBorderRules: ClockRule[] = [
  {
    ...first, code: 'identity-request', clause: 'X-1', ...text('请求核实身份', 'Asking for the identity'),
    starts: text('接收送返', 'the return is taken'),
    stops: text('向对口单位发出核实请求,或改请安置', 'the request goes to the counterpart, or placement is asked for'),
    answers: text('边境管理支队联络人', 'the liaison officer of border management'),
    ofStep: true, isDefault: true, limit: { unit: 'hours', count: 72 },
  },
  {
    ...first, code: 'return-handover', clause: 'X-3', ...text('准备送返并移交', 'Preparing the return and handing over'),
    starts: text('身份核实', 'the identity is confirmed'),
    stops: text('口岸移交完成,或改请安置', 'the handover at the port is complete, or placement is asked for'),
    answers: text('边境管理支队联络人', 'the liaison officer of border management'),
    ofStep: true, isDefault: true, limit: { unit: 'days', count: 60 },
  },
  {
    ...first, code: 'identity-verification', clause: 'X-1', ...text('身份核实', 'Identity verification'),
    starts: text('向对口单位发出核实请求', 'the request goes to the counterpart'),
    stops: text('对口单位答复', 'the counterpart has answered'),
    answers: text('边境管理支队联络人', 'the liaison officer of border management'),
    isDefault: false, limit: { unit: 'working-days', count: 15 },
  },
  {
    ...first, code: 'identity-supplement', clause: 'X-1', ...text('补充材料再核实', 'Verification on supplementary papers'),
    starts: text('补充材料发出', 'the supplementary papers are sent'),
    stops: text('对口单位答复', 'the counterpart has answered'),
    answers: text('边境管理支队联络人', 'the liaison officer of border management'),
    isDefault: false, limit: { unit: 'working-days', count: 15 },
  },
  {
    ...first, code: 'fitness-review', clause: 'X-3', ...text('适宜出行复查', 'Review of fitness to travel'),
    starts: text('医生认定暂不适宜出行', 'a doctor finds the person not fit to travel'),
    stops: text('复查完成', 'the review is done'),
    answers: text('送返计划责任人', 'the officer who answers for the return plan'),
    isDefault: false, limit: { unit: 'days', count: 7 }, daysAllowed: { min: 1, max: 90 },
  },
  {
    ...first, code: 'handover-reception-confirmation', clause: 'X-5',
    ...text('接收安置确认', 'Confirmation of reception'),
    starts: text('口岸移交完成', 'the handover at the port is complete'),
    stops: text('对方反馈已接收安置', 'the other side confirms reception'),
    answers: text('边境管理支队联络人', 'the liaison officer of border management'),
    isDefault: true, limit: { unit: 'days', count: 60 },
  },
];

const stageRules: ClockRule[] = [
  {
    ...first, code: 'stage-offer-answer', clause: 'I-3', ...text('答复阶段移交', 'Answer to the offer of a stage'),
    starts: text('提出移交', 'the stage is offered'),
    stops: text('对方接收或退回', 'the receiver accepts or returns it'),
    answers: text('接收单位;未接收前原单位继续负责', 'the receiver; until then the offerer answers for the stage'),
    isDefault: true, limit: { unit: 'hours', count: 24 },
  },
  {
    ...first, code: 'stage-next-step', clause: '承诺 the promise', ...text('推进下一步', 'Taking the next step'),
    starts: text('阶段未办结,而无其他时限在走,也无移交待答复', 'a stage is open, no other deadline of it runs and no offer waits'),
    stops: text('另一时限起算,或阶段办结', 'another deadline begins, or the stage is closed'),
    answers: text('阶段负责人', 'whoever answers for the stage'),
    ofStep: true, isDefault: true, limit: { unit: 'days', count: 7 },
  },
];

/**
 * The deadlines, as data. To change one, add a version with a later `validFrom`: a published version is never
 * edited, because clocks that ran under it name it.
 */
export const RULES: readonly ClockRule[] = [
  ...intakeRules, ...investigationRules, ...rescueRules, ...placementRules, ...crossBorderRules, ...stageRules,
];

/** True of a deadline that the step at which a record stands starts and stops. */
export const isOfStep = (code: ClockRuleCode): boolean => RULES.some((rule) => rule.code === code && rule.ofStep);

/** The package whose holder answers for such a deadline; null where whoever answers for the stage does. */
export const packageOf = (code: ClockRuleCode): PackageKind | null => RULES.find((rule) => rule.code === code)?.heldBy ?? null;
