import { describe, expect, it } from '@jest/globals';
import { KnownNames } from './known-names.js';
import { agreementOf, askedName, isOneLetterApart } from './name-levels.js';
import { readName } from './names.js';
import { syllablesIn } from './syllables.js';

function levelOf(asked: string, known: string): string {
  const names = new KnownNames(1);
  const { number } = names.add(known, 0);
  return agreementOf(askedName(readName(asked)), names.kept[number]!).level;
}

describe('A name that is read', () => {
  it.each([
    ['曾国强', 'zeng guo qiang'], ['单雄信', 'shan xiong xin'], ['仇英', 'qiu ying'], ['欧阳修文', 'ou yang xiu wen'], ['尉迟恭', 'yu chi gong'],
  ])('%s has the reading of a surname: %s', (name, reading) => {
    expect(readName(name).readings[0].parts.join(' ')).toBe(reading);
  });

  it('keeps the other readings of a character', () => {
    expect(readName('王乐').readings.map(({ parts }) => parts.join(' '))).toEqual(['wang le', 'wang yue']);
  });

  it('is in simplified characters, without what stands between them', () => {
    expect(readName('劉 國強').characters).toBe('刘国强');
    expect(readName('阿依古丽·买买提').characters).toBe('阿依古丽买买提');
  });

  it('is parted into syllables where it was typed without spaces, and left whole where it is no pinyin', () => {
    expect(readName('zhangxiaoming').readings[0].parts).toEqual(['zhang', 'xiao', 'ming']);
    expect(readName('Nguyễn Thị Hoa').readings[0].parts).toEqual(['nguyen', 'thi', 'hoa']);
    expect(syllablesIn('xqz')).toBeNull();
  });

  it('reads no more than sixty-four letters, and nothing out of nothing', () => {
    expect(readName('王'.repeat(1_000)).characters).toHaveLength(64);
    expect(readName(' ·?!').readings[0].parts).toEqual([]);
  });
});

describe('Two names', () => {
  it.each([
    ['张小明', '张小明', 'same-characters'], ['張小明', '张小明', 'same-characters'], ['章晓明', '张小明', 'same-sound'],
    ['zhang xiaoming', '张小明', 'same-sound'], ['zangxiaomin', '张小明', 'same-sound'], ['liu lan', '刘南', 'same-sound'],
    ['小明张', '张小明', 'other-order'], ['xiaoming zhang', '张小明', 'other-order'], ['zhangxiamoing', '张小明', 'one-letter'],
    ['张大明', '张小明', 'one-part-other'], ['张明', '张小明', 'one-part-missing'], ['张小小明', '张小明', 'one-part-missing'],
    ['张伟', '张小明', 'one-part-same'], ['李伟', '张小明', 'nothing-same'], ['wang yue', '王乐', 'same-sound'],
    ['nguyen thi hoa', 'Nguyễn Thị Hoa', 'same-sound'], ['hoa nguyen thi', 'Nguyễn Thị Hoa', 'other-order'],
  ])('%s and %s agree: %s', (asked, known, level) => {
    // A name in letters has no characters that could be the same.
    expect(levelOf(asked, known)).toBe(level);
  });

  it('are one letter apart by one more, one fewer, another, or two exchanged, and not by two', () => {
    const apart = (others: readonly string[]): string[] => others.filter((other) => !isOneLetterApart('lihua', other));
    expect(apart(['lihua', 'lihu', 'lihuaa', 'lihub', 'ilhua', 'lhiua'])).toEqual([]);
    expect(apart(['lih', 'lihuabc', 'lohub', 'huali'])).toEqual(['lih', 'lihuabc', 'lohub', 'huali']);
  });
});

describe('Names that are looked for', () => {
  it('are found with the surname first or last, and with one letter wrong', () => {
    const names = new KnownNames(2);
    const wanted = names.add('张小明', 0).number;
    names.add('李伟', 1);
    names.seal();
    for (const asked of ['张小明', '章晓明', 'xiaomingzhang', 'zhangxiaomimg', 'zhangxiaomng']) {
      const found = new Set<number>();
      names.eachAlike(readName(asked), (number) => found.add(number));
      expect([asked, [...found]]).toEqual([asked, [wanted]]);
    }
  });

  it('are counted: how many bear one that is heard so, and one with such a part', () => {
    const names = new KnownNames(3);
    ['张伟', '章伟', '张芳'].forEach((name, person) => names.add(name, person));
    names.seal();
    expect(names.shareOfHeard('zanwei')).toBe(3 / 4);
    expect(names.shareOfPart('zan')).toBe(1);
    expect(names.shareOfPart('fan')).toBe(2 / 4);
  });
});
