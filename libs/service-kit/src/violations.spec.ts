import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import {
  Count, declaredFacts, Day, fieldsOf, Flag, formOf, Id, Ids, Maybe, Moment, NationalId, OneOf, Part, Parts, SomeOf, UnitId,
  Words,
} from '#contracts';
import { violationsIn } from './violations.js';

class Inner {
  @NationalId() nationalId!: string;
  @Maybe() @Day() birthDate?: string;
}

class Form {
  @Id() caseId!: string;
  @UnitId() toUnit!: string;
  @Moment() at!: string;
  @OneOf(['family', 'kin']) kind!: string;
  @SomeOf(['crowd', 'armed']) risks!: string[];
  @Count({ min: 1, max: 7 }) days!: number;
  @Flag() isUrgent!: boolean;
  @Words({ max: 20 }) note!: string;
  @Ids({ max: 3 }) victimIds!: string[];
  @Part(() => Inner) one!: Inner;
  @Parts(() => Inner, { max: 2 }) several!: Inner[];
}

const told = (given: object): string[] =>
  violationsIn(validateSync(plainToInstance(Form, given), { whitelist: true, forbidNonWhitelisted: true }))
    .map(({ field, code, zh, en }) => `${field} ${code} ${zh} ${en}`);

const GOOD = {
  caseId: '0198c0de-0000-7000-8000-000000000001', toUnit: '532503-psb', at: '2026-07-02T21:12+08:00', kind: 'kin',
  risks: ['crowd'],
  days: 3, isUrgent: true, note: '一二三', victimIds: [], one: { nationalId: '11010519491231002X' }, several: [],
};

describe('What has not the required form', () => {
  it('is nothing where everything has it', () => {
    expect(told(GOOD)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['caseId', 'X', 'caseId wrong-form 格式须如 0198c0de-0000-7000-8000-000000000001。 It must be written as 0198c0de-0000-7000-8000-000000000001.'],
    ['toUnit', undefined, 'toUnit missing 此项必填。 This is needed.'],
    ['at', '2026-07-02', 'at wrong-form 须为 1900 至 2100 年间带时区的时间,如 2026-07-02T21:12:00+08:00。 It must be a moment from 1900 to 2100 with its offset, as 2026-07-02T21:12:00+08:00.'],
    ['kind', 'buyer', 'kind wrong-form 须为下列之一:family、kin。 It must be one of: family, kin.'],
    ['risks', ['storm'], 'risks wrong-form 须为列表,0 至 2 项;每项须为下列之一:crowd、armed。 It must be a list of 0 to 2. Of each: It must be one of: crowd, armed.'],
    ['days', 8, 'days wrong-form 须为 1 至 7 的整数。 It must be a whole number from 1 to 7.'],
    ['isUrgent', 'yes', 'isUrgent wrong-form 须为 true 或 false。 It must be true or false.'],
    ['note', '', 'note wrong-form 须为 1 至 20 个字符的文字。 It must be a text of 1 to 20 characters.'],
    ['one', 7, 'one wrong-form 须为一个对象。 It must be an object.'],
    ['one', { nationalId: '110105194912310021' }, 'one.nationalId wrong-form 须为校验码正确的 18 位公民身份号码(GB 11643)。 It must be a national id of 18 characters with a right check digit (GB 11643).'],
    ['several', [{ nationalId: '11010519491231002X', birthDate: '2026-02-30' }], 'several.0.birthDate wrong-form 须为 1900 至 2100 年间存在的日期,如 2026-07-02。 It must be a day that exists, from 1900 to 2100, as 2026-07-02.'],
    ['name', '某某', 'name unknown-field 没有这一项,请删去。 Nobody asks for this; leave it out.'],
  ])('is said field by field, in both languages: %s', (field, value, expected) => {
    expect(told({ ...GOOD, [field]: value })).toEqual([expected]);
  });

  it('has a sentence for every field of every fact', () => {
    for (const { class: type } of declaredFacts()) for (const spec of fieldsOf(type).values()) {
      const { zh, en } = formOf(spec);
      expect(zh).toMatch(/。$/);
      expect(`${zh}${en}`).not.toContain('undefined');
    }
  });
});
