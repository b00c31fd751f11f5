import type { UnitKind } from '#contracts';
import { inChina, type SeedUnit } from './seed-unit.js';

type Names = readonly [zh: string, en: string];

const province = (id: string, kind: UnitKind, [zh, en]: Names, superior: string | null = null): SeedUnit =>
  inChina('530000', { id, kind, level: 'province', zh, en, superior });

const prefecture = (id: string, kind: UnitKind, [zh, en]: Names, superior: string | null): SeedUnit =>
  inChina('532500', { id, kind, level: 'prefecture', zh, en, superior });

/** The superiors of Honghe: the ministry, which re-checks DNA hits, and the province. */
const SUPERIORS: readonly SeedUnit[] = [
  inChina('100000', {
    id: 'psb', kind: 'public-security', level: 'nation', zh: '公安部', en: 'Ministry of Public Security', superior: null,
  }),
  province('psb', 'public-security', ['云南省公安厅', 'Yunnan Public Security Department'], '100000-psb'),
  province('civil-affairs', 'civil-affairs', ['云南省民政厅', 'Yunnan Civil Affairs Department']),
  province('education', 'education', ['云南省教育厅', 'Yunnan Education Department']),
  province('health', 'health', ['云南省卫生健康委员会', 'Yunnan Health Commission']),
  province('border-management', 'border-management',
    ['云南出入境边防检查总站', 'Yunnan General Station of Exit and Entry Frontier Inspection']),
  province('conference-office', 'conference-office', ['云南省反拐联席会议办公室', 'Office of the Yunnan Joint Conference'], '530000-psb'),
];

const PREFECTURE: readonly SeedUnit[] = [
  prefecture('conference-office', 'conference-office',
    ['红河州反拐联席会议办公室', 'Office of the Honghe Joint Conference'], '530000-conference-office'),
  prefecture('psb', 'public-security', ['红河州公安局', 'Honghe Public Security Bureau'], '530000-psb'),
  prefecture('civil-affairs', 'civil-affairs', ['红河州民政局', 'Honghe Civil Affairs Bureau'], '530000-civil-affairs'),
  prefecture('relief-station', 'relief-station', ['红河州救助管理站', 'Honghe Relief Station'], '532500-civil-affairs'),
  prefecture('child-welfare', 'child-welfare-institution',
    ['红河州儿童福利院', 'Honghe Child Welfare Institution'], '532500-civil-affairs'),
  prefecture('education', 'education', ['红河州教育局', 'Honghe Education Bureau'], '530000-education'),
  prefecture('health', 'health', ['红河州卫生健康委员会', 'Honghe Health Commission'], '530000-health'),
  prefecture('hospital', 'hospital', ['红河州第一人民医院(州人民医院)', 'First People’s Hospital of Honghe'], '532500-health'),
  prefecture('border-management', 'border-management',
    ['红河边境管理支队', 'Honghe Border Management Detachment'], '530000-border-management'),
  inChina('532532', {
    id: 'border-liaison', kind: 'border-management', level: 'county', superior: '532500-border-management',
    zh: '河口边境联络官办公室', en: 'Hekou Border Liaison Office',
  }),
  inChina('532532', {
    id: 'border-inspection', kind: 'border-inspection', level: 'prefecture', superior: '530000-border-management',
    zh: '河口出入境边防检查站', en: 'Hekou Exit and Entry Frontier Inspection Station',
  }),
  inChina('532530', {
    id: 'border-inspection', kind: 'border-inspection', level: 'prefecture', superior: '530000-border-management',
    zh: '金水河出入境边防检查站', en: 'Jinshuihe Exit and Entry Frontier Inspection Station',
  }),
];

const member = (id: string, zh: string, en: string): SeedUnit =>
  prefecture(id, 'member-unit', [zh, en], '532500-conference-office');

/** Members of the joint conference for whom no closer kind of unit exists (H 二). */
const OTHER_MEMBERS: readonly SeedUnit[] = [
  member('publicity-department', '州委宣传部', 'Publicity Department'),
  member('political-legal-committee', '州委政法委', 'Political and Legal Affairs Committee'),
  member('cyberspace-office', '州委网信办', 'Cyberspace Affairs Office'),
  member('next-generation-committee', '州关工委', 'Committee for the Next Generation'),
  member('legislative-affairs', '州人大常委会法工委', 'Legislative Affairs Commission'),
  member('development-reform', '州发展改革委', 'Development and Reform Commission'),
  member('industry-information', '州工业和信息化局', 'Industry and Information Technology Bureau'),
  member('ethnic-religious-affairs', '州民族宗教委', 'Ethnic and Religious Affairs Commission'),
  member('justice', '州司法局', 'Justice Bureau'),
  member('finance', '州财政局', 'Finance Bureau'),
  member('human-resources', '州人力资源和社会保障局', 'Human Resources and Social Security Bureau'),
  member('housing-construction', '州住房城乡建设局', 'Housing and Urban-Rural Development Bureau'),
  member('transport', '州交通运输局', 'Transport Bureau'),
  member('agriculture', '州农业农村局', 'Agriculture and Rural Affairs Bureau'),
  member('commerce', '州商务局', 'Commerce Bureau'),
  member('culture-tourism', '州文化和旅游局', 'Culture and Tourism Bureau'),
  member('foreign-affairs', '州外办', 'Foreign Affairs Office'),
  member('state-assets', '州国资委', 'State Assets Commission'),
  member('market-regulation', '州市场监管局', 'Market Regulation Bureau'),
  member('radio-television', '州广电局', 'Radio and Television Bureau'),
  member('rural-revitalisation', '州乡村振兴局', 'Rural Revitalisation Bureau'),
  member('women-children-committee', '州妇儿工委办公室', 'Office of the Committee on Women and Children'),
  member('court', '州法院', 'Intermediate People’s Court'),
  member('procuratorate', '州检察院', 'People’s Procuratorate'),
  member('trade-union', '州总工会', 'Federation of Trade Unions'),
  member('youth-league', '团州委', 'Youth League Committee'),
  member('womens-federation', '州妇联', 'Women’s Federation'),
  member('disabled-federation', '州残联', 'Disabled Persons’ Federation'),
];

/** The 35 member units of Honghe's joint conference, in the order in which H lists them. */
export const MEMBER_UNITS: readonly string[] = [
  ...[
    'publicity-department', 'political-legal-committee', 'cyberspace-office', 'next-generation-committee',
    'legislative-affairs', 'development-reform', 'industry-information', 'education', 'ethnic-religious-affairs', 'psb',
    'civil-affairs', 'justice', 'finance', 'human-resources', 'housing-construction', 'transport', 'agriculture',
    'commerce', 'culture-tourism', 'health', 'foreign-affairs', 'state-assets', 'market-regulation', 'radio-television',
    'rural-revitalisation', 'women-children-committee', 'court', 'procuratorate', 'trade-union', 'youth-league',
    'womens-federation', 'disabled-federation', 'border-management',
  ].map((id) => `532500-${id}`),
  '532532-border-inspection', '532530-border-inspection',
];

export const PREFECTURE_UNITS: readonly SeedUnit[] = [...SUPERIORS, ...PREFECTURE, ...OTHER_MEMBERS];
