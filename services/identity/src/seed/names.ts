/** Invented names. They are put together by the user name, so that the same account is always the same person. */
export interface PersonName {
  readonly nameZh: string;
  readonly nameLatin: string;
}

const SURNAMES = [
  '王 Wang', '李 Li', '张 Zhang', '刘 Liu', '陈 Chen', '杨 Yang', '赵 Zhao', '黄 Huang', '周 Zhou', '吴 Wu', '徐 Xu', '孙 Sun', '马 Ma',
  '朱 Zhu', '胡 Hu', '郭 Guo', '何 He', '林 Lin', '罗 Luo', '高 Gao', '普 Pu', '龙 Long', '白 Bai', '陶 Tao', '沈 Shen', '方 Fang',
  '段 Duan', '施 Shi', '钱 Qian', '彭 Peng', '车 Che',
].map(split);

const GIVEN = [
  '建国 Jianguo', '丽华 Lihua', '志明 Zhiming', '晓燕 Xiaoyan', '文斌 Wenbin', '春梅 Chunmei', '伟 Wei', '静 Jing', '国强 Guoqiang',
  '雪梅 Xuemei', '海涛 Haitao', '秀英 Xiuying', '俊杰 Junjie', '艳芳 Yanfang', '永生 Yongsheng', '美玲 Meiling', '立新 Lixin',
  '红英 Hongying', '家荣 Jiarong', '玉兰 Yulan', '振宇 Zhenyu', '云霞 Yunxia', '绍华 Shaohua', '琼 Qiong', '学军 Xuejun', '慧 Hui',
  '兴旺 Xingwang', '雅琴 Yaqin', '昆 Kun', '凤仙 Fengxian', '开明 Kaiming', '思远 Siyuan', '佳怡 Jiayi', '光荣 Guangrong', '燕 Yan',
  '富生 Fusheng', '桂兰 Guilan',
].map(split);

const VIETNAMESE_SURNAMES = ['阮 Nguyễn', '陈 Trần', '黎 Lê', '范 Phạm', '黄 Hoàng', '武 Vũ', '邓 Đặng'].map(split);

const VIETNAMESE_GIVEN = [
  '文雄 Văn Hùng', '氏兰 Thị Lan', '明俊 Minh Tuấn', '氏香 Thị Hương', '德英 Đức Anh', '秋河 Thu Hà', '光辉 Quang Huy', '玉梅 Ngọc Mai',
].map(split);

export function inventedName(username: string, country: string): PersonName {
  const [surnames, given] = country === 'VN' ? [VIETNAMESE_SURNAMES, VIETNAMESE_GIVEN] : [SURNAMES, GIVEN];
  const number = hash(username);
  const [familyZh, familyLatin] = surnames[number % surnames.length]!;
  const [givenZh, givenLatin] = given[Math.floor(number / surnames.length) % given.length]!;
  return { nameZh: `${familyZh}${givenZh}`, nameLatin: `${familyLatin} ${givenLatin}` };
}

function split(both: string): [string, string] {
  const at = both.indexOf(' ');
  return [both.slice(0, at), both.slice(at + 1)];
}

/** FNV-1a: spreads similar user names over the lists. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
