import type { CaseKind, Post, StageKind, UnitKind } from '../api/codes.js';
import type { Words } from './language.js';

export const STAGE_WORDS: Readonly<Record<StageKind, Words>> = {
  intake: ['受理', 'Intake'],
  investigation: ['侦查', 'Investigation'],
  rescue: ['解救', 'Rescue'],
  placement: ['安置', 'Placement'],
  'cross-border': ['送返', 'Return'],
};

/** Which agency does the stage; the lanes of a case. */
export const AGENCY_WORDS: Readonly<Record<StageKind, Words>> = {
  intake: ['公安', 'Police'],
  investigation: ['公安', 'Police'],
  rescue: ['公安', 'Police'],
  placement: ['民政', 'Civil affairs'],
  'cross-border': ['边检', 'Border'],
};

export const CASE_KIND_WORDS: Readonly<Record<CaseKind, Words>> = {
  'child-abduction': ['拐卖儿童', 'Child abduction'],
  'child-missing': ['儿童失踪', 'Missing child'],
  'woman-trafficking': ['拐卖妇女', 'Trafficking of women'],
  'person-trafficking': ['拐卖人口', 'Trafficking in persons'],
  'forced-marriage': ['强迫婚姻', 'Forced marriage'],
  'forced-labour': ['强迫劳动', 'Forced labour'],
};

const POST_WORDS: Readonly<Record<Post, Words>> = {
  head: ['主要负责人', 'Head'],
  'deputy-head': ['副职负责人', 'Deputy head'],
  'squad-leader': ['大队长', 'Squad leader'],
  officer: ['工作人员', 'Officer'],
  'duty-officer': ['值班员', 'Duty officer'],
  verifier: ['核查员', 'Verifier'],
  'placement-worker': ['安置专员', 'Placement worker'],
  'social-worker': ['社工', 'Social worker'],
  clinician: ['医生', 'Clinician'],
  'border-officer': ['边防人员', 'Border officer'],
  'liaison-officer': ['联络官', 'Liaison officer'],
  teacher: ['教师', 'Teacher'],
  secretary: ['联络员', 'Secretary'],
  administrator: ['管理员', 'Administrator'],
};

const POLICE_POSTS = { officer: ['民警', 'Officer'] } as const;
const BORDER_POSTS = { 'border-officer': ['移民管理警察', 'Border officer'] } as const;

/** What the people of an agency call a post where that is not what everybody calls it. */
const POST_WORDS_IN: Readonly<Partial<Record<UnitKind, Readonly<Partial<Record<Post, Words>>>>>> = {
  'public-security': { ...POLICE_POSTS, head: ['局长', 'Head of the bureau'], 'deputy-head': ['副局长', 'Deputy head of the bureau'] },
  'police-station': { ...POLICE_POSTS, head: ['所长', 'Head of the station'] },
  'border-management': BORDER_POSTS,
  'border-inspection': { ...BORDER_POSTS, head: ['站长', 'Head of the station'] },
  'civil-affairs': { head: ['局长', 'Head of the bureau'], 'deputy-head': ['副局长', 'Deputy head of the bureau'] },
  'relief-station': { head: ['站长', 'Head of the station'] },
  'child-welfare-institution': { head: ['院长', 'Director'] },
  health: { head: ['主任', 'Head of the commission'] },
  hospital: { head: ['院长', 'Director'] },
  education: { head: ['局长', 'Head of the bureau'] },
  school: { head: ['校长', 'Head of the school'] },
};

/** A post as it is called in a unit of that kind. */
export const postWords = (post: string, kind: string | undefined): Words =>
  POST_WORDS_IN[kind as UnitKind]?.[post as Post] ?? POST_WORDS[post as Post];

export const UNIT_KIND_WORDS: Readonly<Record<UnitKind, Words>> = {
  'public-security': ['公安机关', 'Public security bureau'],
  'police-station': ['派出所', 'Police station'],
  'border-management': ['边境管理', 'Border management'],
  'border-inspection': ['边检站', 'Border inspection'],
  'civil-affairs': ['民政', 'Civil affairs'],
  'relief-station': ['救助管理站', 'Relief station'],
  'child-welfare-institution': ['儿童福利院', 'Child-welfare institution'],
  health: ['卫健', 'Health'],
  hospital: ['医院', 'Hospital'],
  education: ['教育', 'Education'],
  school: ['学校', 'School'],
  station: ['车站', 'Station'],
  'conference-office': ['联席会议办公室', 'Joint conference office'],
  'member-unit': ['成员单位', 'Member unit'],
  'foreign-police': ['境外警方', 'Foreign police'],
  'foreign-border': ['境外边防', 'Foreign border guard'],
  'foreign-social-protection': ['境外社会保护机构', 'Foreign social protection'],
};

export const SEX_WORDS: Readonly<Record<string, Words>> = {
  unknown: ['性别不明', 'Sex unknown'],
  male: ['男', 'Male'],
  female: ['女', 'Female'],
  unspecified: ['未说明', 'Unspecified'],
};

export const RETURN_REASON_WORDS: Readonly<Record<string, Words>> = {
  'not-our-jurisdiction': ['不属本单位管辖', 'Not our jurisdiction'],
  'dossier-incomplete': ['材料不全', 'The dossier is incomplete'],
  'no-capacity': ['无力承接', 'No capacity'],
  'conflict-of-interest': ['应当回避', 'Conflict of interest'],
  duplicate: ['重复', 'A duplicate'],
  'not-competent': ['无此职责', 'Not competent'],
};

/** The name of a country in the language of the reader (ISO 3166). */
export function countryWords(code: string, language: 'zh' | 'en'): string {
  try {
    return new Intl.DisplayNames(language === 'zh' ? 'zh-CN' : 'en', { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** What is wrong or late: in the alarms of a unit, and in the ledger of a case. */
export const ALARM_WORDS: Readonly<Record<string, Words>> = {
  gap: ['责任空档', 'Gap in responsibility'],
  overlap: ['责任重叠', 'Overlap of responsibility'],
  'two-holders': ['两方同时负责', 'Two holders'],
  'no-clock': ['阶段没有时限在走', 'A stage is under no deadline'],
  uncovered: ['案件无人负责', 'Nobody answers for the case'],
  'offer-expired': ['移交逾期未答复', 'Offer expired'],
  'with-buyer': ['受害人在收买家庭', 'A victim lives with a buyer'],
  'child-by-own-choice': ['依本人选择生活的受害人是未成年人', 'A child lives by own choice'],
  overdue: ['时限已超期', 'Deadline passed'],
  parked: ['消息搁置,页面可能滞后', 'Parked: pages may lag'],
};
