import type { CaseVictim } from '../../api/answers.js';
import { CLOCK_RULES } from '../../api/clock-rules.js';
import { UnitName } from '../../look/names.js';
import { deadlineWords, momentWords } from '../../words/beijing.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { CODE_WORDS, FIELD_WORDS } from '../../words/fields.js';
import { useSpeaking, type Words } from '../../words/language.js';
import { VictimTag } from './overview.js';

const CODES: Readonly<Record<string, Words>> = {
  ...CODE_WORDS,
  ...STAGE_WORDS,
  ...CLOCK_RULES,
  sending: ['移交方', 'the sending side'],
  receiving: ['接收方', 'the receiving side'],
  'born-on': ['出生日期', 'the day of birth'],
  judged: ['估计', 'a judgement'],
  'reached-eighteen': ['已满十八周岁', 'eighteen is reached'],
};
/** Codes that mean something else under the name of their field. */
const CODES_OF: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  because: {
    ...CODES,
    unit: ['本单位不承担此类事项', 'units like yours do no such work'],
    post: ['岗位无此权限', 'the post does not permit it'],
  },
  // Who has somebody in their care.
  kind: { ...CODES, unit: ['单位', 'a unit'], relative: ['亲属', 'a relative'] },
};
const LABELS: Readonly<Record<string, Words>> = {
  ...FIELD_WORDS,
  dueAt: ['到期', 'due'],
  expiresAt: ['答复时限', 'answer by'],
  rule: ['时限', 'deadline'],
  inTime: ['按时', 'in time'],
  percent: ['已过百分比', 'per cent gone'],
  number: ['次数', 'number'],
  caseNumber: ['案号', 'case number'],
  month: ['月', 'month'],
  delayMinutes: ['迟报分钟', 'minutes late'],
  late: ['迟报', 'late'],
  boundToReport: ['有报告义务', 'bound to report'],
  fromUnit: ['移出单位', 'from'],
  toldUnit: ['已上报', 'told'],
  receivedBy: ['受理单位', 'received by'],
  item: ['项', 'item'],
  answerable: ['负责单位', 'answers'],
  announced: ['登记', 'announced'],
  found: ['实际', 'found'],
  holder: ['现由', 'now with'],
  byUnit: ['办理单位', 'by'],
  originalWith: ['原件所在单位', 'the original is with'],
  because: ['原因', 'because'],
  opensAt: ['最早', 'from'],
  earliest: ['最早', 'at the earliest'],
  receivedAt: ['登记时间', 'registered'],
  announcedAt: ['登记时间', 'announced'],
  rescuedAt: ['解救时间', 'freed'],
  lastChange: ['上次变动', 'last change'],
  validFrom: ['生效时间', 'valid from'],
  since: ['自', 'since'],
  from: ['自', 'from'],
  to: ['至', 'to'],
  max: ['上限', 'at most'],
  given: ['所填', 'given'],
  side: ['一方', 'side'],
  ending: ['照料结束', 'care ended'],
  unitKind: ['单位类别', 'kind of unit'],
  superiorUnit: ['上级单位', 'superior'],
};

/** Fields that name a unit without saying so. */
const UNITS = new Set(['counterpart', 'receivedBy', 'educationBureau', 'holder', 'originalWith']);
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const DIGEST = /^[0-9a-f]{64}$/;
/** What the sentence, or the line beside it, says already. */
const SAID = new Set(['unitId', 'personId', 'stage', 'ruleVersion', 'report', 'permission']);

/** The codes, times and counts that a fact carries, in words. Ids say nothing to people and are left out. */
export function FactDetails({
  data,
  victims,
}: {
  data: Readonly<Record<string, unknown>>;
  victims: readonly CaseVictim[];
}): React.ReactNode {
  const { word } = useSpeaking();
  return Object.entries(data).map(([name, value]) => {
    if (name === 'victimId' && typeof value === 'string')
      return (
        <span key={name} className="detail">
          <VictimTag id={value} victims={victims} />
        </span>
      );
    // A number in letters is that of a paper.
    const labels = typeof value === 'string' ? { ...LABELS, number: FIELD_WORDS.number } : LABELS;
    const shown = SAID.has(name) ? null : <Value name={name} value={value} />;
    if (!shown || !isTold(name, value)) return null;
    return (
      <span key={name} className="detail">
        {labels[name] ? `${word(labels, name)} ` : ''}
        {shown}
      </span>
    );
  });
}

const isTold = (name: string, value: unknown): boolean => {
  if (value === null || value === undefined || SAID.has(name)) return false;
  if (Array.isArray(value))
    return value.length > 0 && value.every((item) => typeof item === 'string' && !UUID.test(item) && !DIGEST.test(item));
  if (typeof value === 'string') return !UUID.test(value) && !DIGEST.test(value) && value.length < 80;
  return typeof value === 'number' || typeof value === 'boolean';
};

function Value({ name, value }: { name: string; value: unknown }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no');
  if (Array.isArray(value) && name === 'answerable')
    return value.map((unitId) => <UnitName key={String(unitId)} id={String(unitId)} />);
  if (Array.isArray(value)) return value.map((item) => word(CODES, String(item))).join(say('、', ', '));
  if (typeof value !== 'string') return String(value as number);
  if (INSTANT.test(value))
    return name === 'dueAt' || name === 'expiresAt' ? deadlineWords(value, language) : momentWords(value, language);
  if (name.endsWith('Unit') || UNITS.has(name)) return <UnitName id={value} />;
  return word(CODES_OF[name] ?? CODES, value);
}
