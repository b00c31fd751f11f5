import { lazy, Suspense } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import type { CaseNow } from '../../api/answers.js';
import { caseQuery } from '../../api/questions.js';
import { Trouble, Waiting } from '../../app/states.js';
import { UnitName } from '../../look/names.js';
import { dayWords } from '../../words/beijing.js';
import { CASE_KIND_WORDS, STAGE_WORDS } from '../../words/codes.js';
import { useSpeaking } from '../../words/language.js';
import { Overview } from './overview.js';

const Timeline = lazy(() => import('./timeline.js'));
const LedgerPicture = lazy(() => import('./ledger-picture.js'));
const Compare = lazy(() => import('./compare.js'));

/** 案件: who answers now, who answered when, what happened. */
export default function CasePage(): React.ReactNode {
  const { say } = useSpeaking();
  const { caseId = '' } = useParams();
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  if (error)
    return (
      <div className="sheet">
        <Trouble
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      </div>
    );
  if (!data)
    return (
      <div className="sheet">
        <Waiting lines={10} />
      </div>
    );
  return (
    <div className="sheet case">
      <CaseHead now={data} />
      <div className="case-tabs">
        {/* Not in the row of the tabs: whoever hears the page would be told that it is one of them. */}
        <Button className="case-print" onClick={() => print()}>
          {say('打印', 'Print')}
        </Button>
        <CaseTabs now={data} />
      </div>
    </div>
  );
}

function CaseTabs({ now }: { now: CaseNow }): React.ReactNode {
  const { say } = useSpeaking();
  const [search, setSearch] = useSearchParams();
  const { caseId } = now.case;
  const later = (screen: React.ReactNode): React.ReactNode => <Suspense fallback={<Waiting lines={8} />}>{screen}</Suspense>;
  return (
    <Tabs
      activeKey={search.get('tab') ?? 'now'}
      destroyOnHidden
      onChange={(tab) => setSearch(tab === 'now' ? {} : { tab }, { replace: true })}
      items={[
        { key: 'now', label: say('现状', 'Now'), children: <Overview now={now} /> },
        { key: 'timeline', label: say('经过', 'Timeline'), children: later(<Timeline caseId={caseId} />) },
        { key: 'ledger', label: say('责任台账', 'Ledger'), children: later(<LedgerPicture caseId={caseId} />) },
        { key: 'compare', label: say('两时对比', 'Compare'), children: later(<Compare caseId={caseId} />) },
      ]}
    />
  );
}

/** Always in sight: which case, and who answers for it now. */
export function CaseHead({ now }: { now: CaseNow }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const { case: summary, stages, alarms } = now;
  // Two victims of one case may wait at the same desk: it is named once.
  const open = [
    ...new Map(stages.filter(({ state }) => state === 'open').map((stage) => [`${stage.unitId} ${stage.stage}`, stage])).values(),
  ];
  return (
    <header className="case-head">
      <h1>
        <Link to={`/cases/${summary.caseId}`}>{summary.caseNumber ?? say('尚未立案', 'Not yet a case')}</Link>{' '}
        {summary.kind && <span className="case-kind">{word(CASE_KIND_WORDS, summary.kind)}</span>}
        <span className={`state ${summary.state}`}>
          {summary.state === 'open' ? say('办理中', 'Open') : say('已办结', 'Closed')}
        </span>
        {summary.exercise && <span className="state exercise">{say('演练', 'Exercise')}</span>}
      </h1>
      <p>
        {summary.openedAt && (
          <>
            {say('立案', 'Opened')} {dayWords(summary.openedAt, language)} ·{' '}
          </>
        )}
        {say(`受害人 ${summary.victims} 名`, `${summary.victims} victim(s)`)} ·{' '}
        {open.length > 0 ? (
          <>
            {say('现由', 'Now:')}{' '}
            {open.map((stage, index) => (
              <span key={stage.stageId}>
                {index > 0 && say('、', ', ')}
                <UnitName id={stage.unitId} />
                {say('', ' ')}({word(STAGE_WORDS, stage.stage)})
              </span>
            ))}{' '}
            {say('负责', 'answer')}
          </>
        ) : (
          // Whoever is not shown every stage is not told that the case is done.
          summary.state === 'closed'
            ? say('所有阶段已办结', 'all stages are closed')
            : say('您能看到的阶段均已办结', 'the stages that you see are closed')
        )}
      </p>
      {alarms.length > 0 && (
        <p role="alert" className="trouble">
          {say(`责任台账有 ${alarms.length} 处疑点,见“责任台账”。`, `The ledger shows ${alarms.length} fault(s); see “Ledger”.`)}
        </p>
      )}
    </header>
  );
}
