import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { CaseVictim, CasebookLedger, Finding } from '../../api/answers.js';
import type { Held } from '../../api/records.js';
import { caseQuery, ledgerQuery, unitsQuery } from '../../api/questions.js';
import { useNow } from '../../app/desk.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { PersonName, UnitName } from '../../look/names.js';
import { momentWords } from '../../words/beijing.js';
import { ALARM_WORDS, STAGE_WORDS } from '../../words/codes.js';
import { useSpeaking } from '../../words/language.js';
import { foundIn } from './findings.js';
import { VictimTag } from './overview.js';
import { moments, scaleOf, shadesOf } from './ledger-scale.js';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly victimId: string | null;
  readonly intervals: readonly Held[];
  readonly findings: readonly Finding[];
}

const [WIDTH, LEFT, ROW, TOP] = [1160, 190, 34, 46];

/** 责任台账: who answered for what, from when to when, drawn; each hand-over is a cut, a gap would be a hole. */
export default function LedgerPicture({ caseId }: { caseId: string }): React.ReactNode {
  const { say } = useSpeaking();
  const { data, error, refetch } = useQuery(ledgerQuery(caseId));
  const victims = useQuery(caseQuery(caseId)).data?.victims ?? [];
  const lines = useLines(data, victims);
  if (error)
    return (
      <Trouble
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  if (!data) return <Waiting lines={8} />;
  if (lines.length === 0) return <Nothing>{say('尚无记录。', 'Nothing is on record yet.')}</Nothing>;
  const found = foundIn([...lines, { label: say('案件', 'The case'), findings: data.uncovered }]);
  return (
    <>
      <p className={found.length === 0 ? 'verdict good' : 'verdict bad'} role="status">
        {found.length === 0
          ? say(
              '✓ 已核验:每个阶段、每名受害人,任何时刻都恰有一方负责,无空档、无重叠;每个未办结阶段都有时限在走。',
              '✓ Proven: at every moment exactly one answers for each stage and for each victim; no gap, no overlap. Every open stage is under a running deadline.',
            )
          : say(
              `⚠ 核验发现 ${found.length} 处空档、重叠或无时限,逐项列于下方。`,
              `⚠ ${found.length} found: gap, overlap, or no deadline; each is listed below.`,
            )}
      </p>
      {found.length > 0 && <Findings found={found} />}
      <Picture lines={lines} />
      <p className="quiet">
        {say(
          '横轴按次序拉伸:短的交接也看得见,长度不按比例。',
          'The axis is stretched by order, so that a short hand-over can be seen; lengths are not to scale.',
        )}
      </p>
      <Table lines={lines} victims={victims} />
    </>
  );
}

/** What the proof has found, of what, and from when to when: a picture of who answered shows no missing deadline. */
function Findings({ found }: { found: ReturnType<typeof foundIn> }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  return (
    <ul className="rows findings" aria-label={say('核验发现', 'What the proof has found')}>
      {found.map(({ kind, label, fromAt, toAt }) => (
        <li className="row" key={`${kind} ${label} ${fromAt}`}>
          <span>
            <strong className="told late">{word(ALARM_WORDS, kind)}</strong> {label}
          </span>
          <span className="quiet">
            {momentWords(fromAt, language)} → {toAt ? momentWords(toAt, language) : say('至今', 'now')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useLines(ledger: CasebookLedger | undefined, victims: readonly CaseVictim[]): readonly Line[] {
  const { say, word } = useSpeaking();
  return useMemo(() => {
    if (!ledger) return [];
    const numberOf = (id: string | null): string => {
      const index = victims.findIndex(({ victimId }) => victimId === id);
      return index < 0 ? '' : say(` · 受害人${index + 1}`, ` · victim ${index + 1}`);
    };
    return [
      ...ledger.stages.map((stage) => ({
        key: stage.stageId,
        label: word(STAGE_WORDS, stage.stage) + numberOf(stage.victimId),
        victimId: stage.victimId,
        intervals: stage.intervals,
        findings: stage.findings,
      })),
      ...ledger.care.map((care) => ({
        key: `care ${care.victimId}`,
        label: say('照料', 'Care') + numberOf(care.victimId),
        victimId: care.victimId,
        intervals: care.intervals,
        findings: care.findings,
      })),
    ];
  }, [ledger, victims, say, word]);
}

function Picture({ lines }: { lines: readonly Line[] }): React.ReactNode {
  const { say, language } = useSpeaking();
  const now = useNow();
  const { data: units } = useQuery(unitsQuery);
  const scale = useMemo(
    () =>
      scaleOf(
        moments(
          lines.flatMap(({ intervals }) => intervals),
          now,
        ),
        [LEFT, WIDTH - 10],
      ),
    [lines, now],
  );
  const shadeOf = useMemo(() => shadesOf(lines.flatMap(({ intervals }) => intervals)), [lines]);
  const nameOf = (id: string | null): string =>
    (id && units?.get(id)?.[language === 'zh' ? 'nameZh' : 'nameEn']) ?? id ?? say('亲属', 'relative');
  const height = TOP + lines.length * ROW + 8;
  return (
    // The table below says the same in words.
    <div
      className="ledger"
      tabIndex={0}
      role="region"
      aria-label={say('责任台账图(可左右滚动)', 'Picture of the ledger (scrolls sideways)')}>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        width={WIDTH}
        height={height}
        role="img"
        aria-label={say(
          '各阶段与照料由谁负责;下表有文字说明',
          'Who answered for each stage and for care; the table below says it in words',
        )}>
        {scale.ticks.map(({ at, x }, index) => (
          <g key={at} className="tick">
            <line x1={x} x2={x} y1={TOP - 6} y2={height} />
            <text x={x} y={index % 2 === 0 ? 14 : 30} textAnchor={x > WIDTH - 100 ? 'end' : 'start'}>
              {momentWords(at, language)}
            </text>
          </g>
        ))}
        {lines.map(({ key, label, intervals }, row) => (
          <g key={key} transform={`translate(0 ${TOP + row * ROW})`}>
            <text className="line-label" x={4} y={ROW / 2 + 4}>
              {label}
            </text>
            {intervals.map((held) => (
              <Bar
                key={held.fromAt}
                held={held}
                ends={[scale.x(Date.parse(held.fromAt)), scale.x(held.toAt ? Date.parse(held.toAt) : now)]}
                shade={shadeOf(held.unitId)}
                name={nameOf(held.unitId)}
              />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

interface Drawn {
  readonly held: Held;
  readonly ends: readonly [from: number, to: number];
  readonly shade: number;
  readonly name: string;
}

/** One holder, from when to when. */
function Bar({ held, ends: [from, to], shade, name }: Drawn): React.ReactNode {
  const { say, language } = useSpeaking();
  const until = held.toAt ? momentWords(held.toAt, language) : say('至今', 'now');
  return (
    <g>
      <rect
        className={`held shade-${held.vacant ? 'none' : shade}${held.toAt ? '' : ' running'}`}
        x={from}
        y={4}
        width={Math.max(to - from - 1, 2)}
        height={ROW - 8}
        rx={3}>
        <title>{`${name} ${momentWords(held.fromAt, language)} → ${until}`}</title>
      </rect>
      {to - from > 60 && (
        <text className="held-label" x={from + 6} y={ROW / 2 + 4}>
          {name.slice(0, Math.floor((to - from) / (language === 'zh' ? 14 : 8)))}
        </text>
      )}
    </g>
  );
}

function Table({ lines, victims }: { lines: readonly Line[]; victims: readonly CaseVictim[] }): React.ReactNode {
  const { say, language } = useSpeaking();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={say('责任台账表', 'CasebookLedger as a table')}>
      <table className="plain">
        <thead>
          <tr>
            <th>{say('事项', 'For')}</th>
            <th>{say('负责单位', 'Unit')}</th>
            <th>{say('负责人', 'Person')}</th>
            <th>{say('自', 'From')}</th>
            <th>{say('至', 'To')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.flatMap((line) =>
            line.intervals.map((held) => (
              <tr key={`${line.key} ${held.fromAt}`} className={held.vacant ? 'bad' : undefined}>
                <td>
                  {line.label.split(' · ')[0]} {line.victimId && <VictimTag id={line.victimId} victims={victims} />}
                </td>
                <td>{held.kind === 'relative' ? say('亲属', 'A relative') : <UnitName id={held.unitId} />}</td>
                <td>
                  <PersonName id={held.personId} />
                </td>
                <td>{momentWords(held.fromAt, language)}</td>
                <td>{held.toAt ? momentWords(held.toAt, language) : say('至今', 'now')}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
