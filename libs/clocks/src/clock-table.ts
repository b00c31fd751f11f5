import { Calendar } from './calendar.js';
import { RULES, type ClockRule, type Limit } from './rules.js';

const UNITS: Record<Limit['unit'], [zh: string, one: string, many: string]> = {
  minutes: ['分钟', 'minute', 'minutes'],
  hours: ['小时', 'hour', 'hours'],
  days: ['日', 'day', 'days'],
  months: ['个月', 'month', 'months'],
  'working-days': ['个工作日', 'working day', 'working days'],
};

const HEAD = [
  '时限 Deadline', '版本 Version', '期限 Limit', '起算 Starts when', '停止 Stops when', '负责 Who answers',
  '预警 Warns at', '上报上级 Superior told at', '依据 Clause',
];

/** The page docs/clocks.md: every rule with its versions, in both languages, written from the data. */
export function clockTableMarkdown(rules: readonly ClockRule[] = RULES, calendar = Calendar.bundled()): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    '# 时限 Deadlines',
    '',
    '<!-- Written by clockTableMarkdown() of libs/clocks from the rule table. Change the data, not this page. -->',
    '',
    '标有「默认」的期限没有文件依据,由本系统设定,各地可以新版本调整;已开始计时的时限保持原版本不变。',
    '按日、按月、按工作日计算的期限,开始当日不计入,止于最后一日北京时间二十四时;按小时、分钟计算的自开始时起算。',
    '工作日按国务院办公厅节假日安排计算;未导入年份不推算。',
    '',
    'A limit marked "default" has no number in the sources; it is set here and may be replaced by a later version.',
    'Clocks that run keep the version that they started under. Days, months and working days do not count the day of',
    'the start and end at 24:00 Beijing time of the last day; hours and minutes run from the moment of the start.',
    'Working days follow the holiday notices of the State Council; a year that is not loaded is never guessed.',
    '',
    `已导入的工作日表 Working-day tables loaded: ${calendar.years.join(', ')}`,
    '',
    row(HEAD),
    row(HEAD.map(() => '---')),
    ...rules.map((rule) => row(cellsOf(rule))),
    '',
  ].join('\n');
}

function cellsOf(rule: ClockRule): string[] {
  const both = ({ zh, en }: { zh: string; en: string }): string => `${zh}<br>${en}`;
  return [
    `**${rule.zh}**<br>${rule.en}<br>\`${rule.code}\``, String(rule.version), limitCell(rule),
    both(rule.starts), both(rule.stops), both(rule.answers),
    rule.warnAt.map((percent) => `${percent}%`).join(', '),
    rule.ladder.map((step) => `${step.afterPercent}%`).join(', '), rule.clause,
  ];
}

function limitCell({ limit, series, daysAllowed, isDefault }: ClockRule): string {
  const [zh, one, many] = UNITS[limit.unit];
  const lines = series
    ? [`第 ${series.months.join('、')} 个月,可提前 ${series.earlyDays} 日,宽限 ${series.graceDays} 日`,
      `months ${series.months.join(', ')}, from ${series.earlyDays} days before, ${series.graceDays} days of grace`]
    : [`${limit.count} ${zh}`, `${limit.count} ${limit.count === 1 ? one : many}`];
  if (daysAllowed)
    lines.push(`可约定 ${daysAllowed.min}–${daysAllowed.max} 日 may be agreed: ${daysAllowed.min}–${daysAllowed.max} days`);
  if (isDefault) lines.push('*默认 default*');
  return lines.join('<br>');
}
