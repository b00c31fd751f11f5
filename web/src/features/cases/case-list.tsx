import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { CaseSummary, Page } from '../../api/answers.js';
import { ask } from '../../api/client.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { dayWords, momentWords } from '../../words/beijing.js';
import { CASE_KIND_WORDS } from '../../words/codes.js';
import { useSpeaking } from '../../words/language.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** 案件: those that I may see, the newest first; found by number or id. */
export default function CaseList(): React.ReactNode {
  const { say } = useSpeaking();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') ?? 'open';
  const [wanted, setWanted] = useState(search.get('find') ?? '');
  const go = useNavigate();
  const cases = useInfiniteQuery({
    queryKey: ['cases', 'list', state],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      ask<Page<CaseSummary>>(
        'casebook',
        `/cases?limit=100${state === 'all' ? '' : `&state=${state}`}${pageParam && `&after=${encodeURIComponent(pageParam)}`}`,
      ),
    getNextPageParam: ({ next }) => next,
  });
  const all = cases.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = all.filter(
    ({ caseNumber, caseId }) =>
      wanted === '' || `${caseNumber ?? ''} ${caseId}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  const open = (): void => {
    if (UUID.test(wanted.trim())) void go(`/cases/${wanted.trim()}`);
    else if (shown.length === 1) void go(`/cases/${shown[0]!.caseId}`);
  };
  return (
    <div className="sheet">
      <header className="sheet-head">
        <h1>{say('案件', 'Cases')}</h1>
        <Input.Search
          allowClear
          className="find"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          onSearch={open}
          enterButton={say('查找', 'Find')}
          placeholder={say('案号或编号', 'Case number or id')}
          aria-label={say('按案号或编号查找', 'Find by case number or id')}
        />
        <Which state={state} onChange={(next) => setSearch(next === 'open' ? {} : { state: next })} />
      </header>
      {cases.error && (
        <Trouble
          error={cases.error}
          onRetry={() => {
            void cases.refetch();
          }}
        />
      )}
      {cases.isPending && <Waiting lines={8} />}
      {cases.data && shown.length === 0 && (
        <Nothing>{say('没有符合的案件,或您的岗位看不到。', 'No such case, or your post does not see it.')}</Nothing>
      )}
      {shown.length > 0 && <Rows cases={shown} />}
      {cases.hasNextPage && (
        <Button
          loading={cases.isFetchingNextPage}
          onClick={() => {
            void cases.fetchNextPage();
          }}>
          {say('更早的案件', 'Older cases')}
        </Button>
      )}
    </div>
  );
}

function Which({ state, onChange }: { state: string; onChange: (state: string) => void }): React.ReactNode {
  const { say } = useSpeaking();
  return (
    <Segmented
      value={state}
      onChange={onChange}
      aria-label={say('哪些案件', 'Which cases')}
      options={[
        { value: 'open', label: say('办理中', 'Open') },
        { value: 'closed', label: say('已办结', 'Closed') },
        { value: 'all', label: say('全部', 'All') },
      ]}
    />
  );
}

function Rows({ cases }: { cases: readonly CaseSummary[] }): React.ReactNode {
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
