import type { UnitKind } from '#contracts';
import { inChina, type SeedUnit } from './seed-unit.js';

interface County {
  readonly division: string;
  readonly zh: string;
  readonly en: string;
  /** The government above it: its bureaus are the superiors of the county's. */
  readonly above: string;
  readonly station: readonly [id: string, zh: string, en: string];
}

const honghe = (division: string, zh: string, en: string, station: County['station']): County =>
  ({ division, zh, en, above: '532500', station });

/** GB/T 2260: the 13 counties and cities of Honghe, each with one of its police stations. */
const HONGHE: readonly County[] = [
  honghe('532501', '个旧市', 'Gejiu', ['jinhu', '金湖', 'Jinhu']),
  honghe('532502', '开远市', 'Kaiyuan', ['kaiyuannan', '开远南站', 'Kaiyuan South Station']),
  honghe('532503', '蒙自市', 'Mengzi', ['wenlan', '文澜', 'Wenlan']),
  honghe('532504', '弥勒市', 'Mile', ['miyang', '弥阳', 'Miyang']),
  honghe('532523', '屏边县', 'Pingbian', ['yuping', '玉屏', 'Yuping']),
  honghe('532524', '建水县', 'Jianshui', ['linan', '临安', 'Lin’an']),
  honghe('532525', '石屏县', 'Shiping', ['yilong', '异龙', 'Yilong']),
  honghe('532527', '泸西县', 'Luxi', ['zhongshu', '中枢', 'Zhongshu']),
  honghe('532528', '元阳县', 'Yuanyang', ['xinjie', '新街', 'Xinjie']),
  honghe('532529', '红河县', 'Honghe County', ['yisa', '迤萨', 'Yisa']),
  honghe('532530', '金平县', 'Jinping', ['jinhe', '金河', 'Jinhe']),
  honghe('532531', '绿春县', 'Lüchun', ['daxing', '大兴', 'Daxing']),
  honghe('532532', '河口县', 'Hekou', ['hekouzhen', '河口镇', 'Hekou Town']),
];

const YINGSHANG: County = {
  division: '341226', zh: '颍上县', en: 'Yingshang', above: '341200', station: ['shencheng', '慎城', 'Shencheng'],
};

/** What each county has: bureaus under those of the prefecture, and what stands under the bureaus. */
function unitsOf({ division, zh, en, above, station: [station, stationZh, stationEn] }: County): SeedUnit[] {
  const bureau = (id: string, kind: UnitKind, nameZh: string, nameEn: string): SeedUnit =>
    inChina(division, { id, kind, level: 'county', zh: `${zh}${nameZh}`, en: `${en} ${nameEn}`, superior: `${above}-${id}` });
  return [
    bureau('psb', 'public-security', '公安局', 'Public Security Bureau'),
    bureau('civil-affairs', 'civil-affairs', '民政局', 'Civil Affairs Bureau'),
    bureau('education', 'education', zh.endsWith('市') ? '教育体育局' : '教育局', 'Education Bureau'),
    bureau('health', 'health', '卫生健康局', 'Health Bureau'),
    inChina(division, {
      id: 'relief-station', kind: 'relief-station', level: 'county', zh: `${zh}救助管理站`, en: `${en} Relief Station`,
      superior: `${division}-civil-affairs`,
    }),
    inChina(division, {
      id: `${station}-police-station`, kind: 'police-station', level: 'township', superior: `${division}-psb`,
      zh: `${zh}公安局${stationZh}派出所`, en: `${stationEn} Police Station, ${en}`,
    }),
  ];
}

const anhui = (division: '340000' | '341200', id: string, kind: UnitKind, [zh, en]: readonly [string, string]): SeedUnit => {
  const isProvince = division === '340000';
  const above = id === 'psb' ? '100000-psb' : null;
  return inChina(division, {
    id, kind, zh, en, level: isProvince ? 'province' : 'prefecture', superior: isProvince ? above : `340000-${id}`,
  });
};

/** Where the child of the first case is found, with the superiors of its bureaus. */
const ANHUI: readonly SeedUnit[] = [
  anhui('340000', 'psb', 'public-security', ['安徽省公安厅', 'Anhui Public Security Department']),
  anhui('340000', 'civil-affairs', 'civil-affairs', ['安徽省民政厅', 'Anhui Civil Affairs Department']),
  anhui('340000', 'education', 'education', ['安徽省教育厅', 'Anhui Education Department']),
  anhui('340000', 'health', 'health', ['安徽省卫生健康委员会', 'Anhui Health Commission']),
  anhui('341200', 'psb', 'public-security', ['阜阳市公安局', 'Fuyang Public Security Bureau']),
  anhui('341200', 'civil-affairs', 'civil-affairs', ['阜阳市民政局', 'Fuyang Civil Affairs Bureau']),
  anhui('341200', 'education', 'education', ['阜阳市教育局', 'Fuyang Education Bureau']),
  anhui('341200', 'health', 'health', ['阜阳市卫生健康委员会', 'Fuyang Health Commission']),
  ...unitsOf(YINGSHANG),
];

const hospital = (division: string, zh: string, en: string): SeedUnit => inChina(division, {
  id: 'hospital', kind: 'hospital', level: 'county', superior: `${division}-health`,
  zh: `${zh}人民医院`, en: `People’s Hospital of ${en}`,
});

const school = (division: string, zh: string, en: string): SeedUnit => inChina(division, {
  id: 'primary-school', kind: 'school', level: 'township', zh, en, superior: `${division}-education`,
});

const station = (division: string, id: string, zh: string, en: string): SeedUnit => inChina(division, {
  id, kind: 'station', level: 'county', zh, en, superior: division.startsWith('5325') ? '532500-transport' : null,
});

/** Where the reference cases take place besides. */
const PLACES: readonly SeedUnit[] = [
  hospital('532502', '开远市', 'Kaiyuan'), hospital('532503', '蒙自市', 'Mengzi'), hospital('532528', '元阳县', 'Yuanyang'),
  hospital('341226', '颍上县', 'Yingshang'),
  school('532503', '蒙自市第一示范小学', 'A Primary School of Mengzi'),
  school('341226', '颍上县乡中心小学', 'A Township Primary School of Yingshang'),
  station('532502', 'kaiyuannan-station', '开远南站', 'Kaiyuan South Railway Station'),
  station('532503', 'mengzi-station', '蒙自站', 'Mengzi Railway Station'),
  station('532503', 'mengzibei-station', '蒙自北站', 'Mengzi North Railway Station'),
  station('532503', 'bus-station', '蒙自客运站', 'Mengzi Bus Station'),
  station('532524', 'bus-station', '建水客运站', 'Jianshui Bus Station'),
  station('532528', 'bus-station', '元阳客运站', 'Yuanyang Bus Station'),
];

export const COUNTY_UNITS: readonly SeedUnit[] = [...HONGHE.flatMap(unitsOf), ...ANHUI, ...PLACES];
