/**
 * What the synthetic people are made of. Where a figure is published, its source stands with it; all others are assumed, and say
 * so.
 */

/**
 * About a hundred of the most frequent surnames in their order: Ministry of Public Security, National report on names 2020
 * (二〇二〇年全国姓名报告); some neighbours may stand in another order there.
 */
export const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤'];
/** Falls so that the first five together are 30.8 % of all, as in that report, of a list that ends here. */
export const SURNAME_FALL = { offset: 3.2, exponent: 1.15 };
/** Surnames of two characters, and some that are read otherwise than the same character elsewhere; all of them rare: assumed. */
export const RARE_SURNAMES = ['欧阳', '上官', '司马', '诸葛', '皇甫', '尉迟', '单', '仇', '查', '解', '区', '朴', '种', '乐'];
export const RARE_SURNAME_SHARE = 0.01;

/** Characters of given names, from the most frequent on; the order, and how fast it falls, are assumed. */
export const GIVEN = {
  male: [...'伟强磊军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帅亮志建国文东海龙林峰子轩梓浩然昊天泽博晨阳宏云永新成家德少荣生光庆松卫祥小晓嘉立世金正学清义福利民友祖庭振兴元全胜春贵来宝山根喜富旺栋良才仁忠信维铭睿旭翔宁安康达远航翰哲恒瑞彬承佑启'],
  female: [...'芳娜敏静丽艳娟霞秀燕玲桂英红梅兰玉华云琴芬萍婷雪莹颖洁慧佳琳倩丹欣怡雨涵子梓萱语嫣思诗可馨若曦依诺一晓小春秋月凤珍珠莲翠淑素美惠琼蓉菊香花银金青爱巧彩露蕾薇璐瑶妍娇媛洋晶莎莉菲婕妮宁安静彤蕊钰瑾婉蓓黎晴晗悦'],
};
export const GIVEN_FALL = { offset: 4, exponent: 1 };
/** Names of two characters in all: 6 % about; the same report gives 93 % to names of three. */
export const SHORT_NAME_SHARE = 0.06;

/**
 * Provinces: the place of the seat of government, people in millions by the seventh census of 2020 (National Bureau of
 * Statistics), and how far from the middle people live, km: the radius of a disc of about that area.
 */
export const PROVINCES: readonly [name: string, latitude: number, longitude: number, millions: number, radiusKm: number][] = [
  ['广东', 23.13, 113.26, 126, 240], ['山东', 36.65, 117, 101.5, 225], ['河南', 34.75, 113.62, 99.4, 230],
  ['江苏', 32.06, 118.8, 84.7, 185], ['四川', 30.57, 104.07, 83.7, 390], ['河北', 38.04, 114.51, 74.6, 245],
  ['湖南', 28.23, 112.94, 66.4, 260], ['浙江', 30.27, 120.15, 64.6, 180], ['安徽', 31.82, 117.23, 61, 210],
  ['湖北', 30.59, 114.3, 57.8, 240], ['广西', 22.82, 108.37, 50.1, 275], ['云南', 25.04, 102.71, 47.2, 350],
  ['江西', 28.68, 115.86, 45.2, 230], ['辽宁', 41.8, 123.43, 42.6, 215], ['福建', 26.07, 119.3, 41.5, 195],
  ['陕西', 34.34, 108.94, 39.5, 255], ['贵州', 26.65, 106.63, 38.6, 235], ['山西', 37.87, 112.55, 34.9, 220],
  ['重庆', 29.56, 106.55, 32.1, 160], ['黑龙江', 45.8, 126.53, 31.9, 380], ['新疆', 43.83, 87.62, 25.9, 700],
  ['甘肃', 36.06, 103.83, 25, 370], ['上海', 31.23, 121.47, 24.9, 45], ['吉林', 43.82, 125.32, 24.1, 240],
  ['内蒙古', 40.84, 111.75, 24, 600], ['北京', 39.9, 116.41, 21.9, 70], ['天津', 39.08, 117.2, 13.9, 60],
  ['海南', 20.04, 110.2, 10.1, 105], ['宁夏', 38.49, 106.23, 7.2, 145], ['青海', 36.62, 101.78, 5.9, 480],
  ['西藏', 29.65, 91.14, 3.6, 620],
];
/** Towns of a province, for each million people; a town's size falls with its rank as 1 / rank. Assumed. */
export const TOWNS_PER_MILLION = 2;
export const TOWN_RADIUS_KM = 8;

/** Dialects by the province in which one was a child, by the usual ten groups; a few speak another. Assumed. */
export const DIALECT_STRAYS = 0.1;

/** Lost at an age of so many years, and in such a decade. Assumed. */
export const LOST_AT = { '0': 10, '1': 12, '2': 12, '3': 12, '4': 11, '5': 9, '6': 7, '7': 5, '8': 4, '9': 3, '10': 3,
  '11': 2, '12': 2, '13': 2, '14': 3, '16': 2, '20': 1 };
export const LOST_IN = { '1980': 12, '1985': 15, '1990': 18, '1995': 16, '2000': 13, '2005': 10, '2010': 8, '2015': 5,
  '2020': 3 };
export const MALE_SHARE = 0.6;

/** Blood groups. Assumed, near to what is reported of Han Chinese. */
export const BLOOD = { O: 34, A: 28, B: 29, AB: 9 };

/** What is on a family's record at all: shares, assumed. Everything else is there always. */
export const RECORDED = { height: 0.5, blood: 0.3, marks: 0.4, dialect: 0.6 };
export const MARK_CODES = 60;

/**
 * How what is asked differs from what the family said. All assumed: chosen so hard that searching for names by trigrams, and
 * those without a name by 50 km, sex and age, finds no more of them than it did on the set on which the goals rest.
 */
export const CORRUPTION = {
  characters: {
    none: 30, 'other-character-same-sound': 24, 'all-characters-same-sound': 8, 'other-character': 20, 'character-missing': 9,
    'character-more': 3, 'other-order': 3, traditional: 3,
  },
  pinyin: { none: 55, 'letter-wrong': 17, southern: 18, 'other-order': 5, 'syllable-missing': 5 },
  pinyinWithoutSpaces: 0.5,
  sex: { right: 96, unknown: 3, wrong: 1 },
  /** Of those who know when they were born, or are told; the others' age is estimated. */
  bornKnown: { exact: 46, lunar: 17, 'one-year': 17, 'two-years': 9, 'four-years': 3, unknown: 8 },
  /** Years by which an estimated age is wrong, and by which it may be wrong as it is said. */
  bornEstimated: { spread: 0.9, saidWithin: 1 },
  /** Of somebody with a name; whoever comes without one is asked for by where and when, or cannot be found at all. */
  place: { near: 72, 'other-county': 14, far: 6, unknown: 8 },
  placeWithoutName: { near: 84, 'other-county': 13, far: 2, unknown: 1 },
  nearKm: 9,
  otherCountyKm: 45,
  farKm: 300,
  lost: { exact: 33, week: 20, month: 16, 'half-year': 10, 'two-years': 6, unknown: 15 },
  lostWithoutName: { exact: 35, week: 24, month: 20, 'half-year': 10, 'two-years': 5, unknown: 6 },
  marks: { kept: 0.75, added: 0.15 },
  statureSpread: 0.6,
  known: { height: 0.8, blood: 0.5, dialect: 0.5 },
  dialectOther: 0.12,
  bloodWrong: 0.02,
};
