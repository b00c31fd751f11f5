import { Link } from 'react-router';
import type { CaseSummary } from '../../api/answers.js';
import { dayWords, momentWords } from '../../words/beijing.js';
import { CASE_KIND_WORDS } from '../../words/codes.js';
import { useSpeaking } from '../../words/language.js';

/** Cases, one a line. */
export function CaseRows({ cases }: { cases: readonly CaseSummary[] }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={say('案件列表', 'List of cases')}>
      <table className="plain">
        <thead>
          <tr>
            <th>{say('案号', 'Number')}</th>
            <th>{say('类别', 'Kind')}</th>
            <th>{say('立案', 'Opened')}</th>
            <th>{say('受害人', 'Victims')}</th>
            <th>{say('未办结阶段', 'Open stages')}</th>
            <th>{say('最近进展', 'Last change')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((row) => (
            <tr key={row.caseId}>
              <td>
                <Link to={`/cases/${row.caseId}`}>
                  {row.caseNumber ?? say(`未编号 ${row.caseId.slice(-6)}`, `unnumbered ${row.caseId.slice(-6)}`)}
                </Link>
                {row.exercise && <span className="state exercise">{say('演练', 'Exercise')}</span>}
              </td>
              <td>{row.kind ? word(CASE_KIND_WORDS, row.kind) : say('待研判', 'To be graded')}</td>
              <td>{row.openedAt ? dayWords(row.openedAt, language) : '—'}</td>
              <td>{row.victims}</td>
              <td>
                {row.openStages} / {row.stages}
              </td>
              <td>{row.lastOccurredAt ? momentWords(row.lastOccurredAt, language) : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
