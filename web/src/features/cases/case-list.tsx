import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { ask } from '../../api/client.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { useSpeaking } from '../../words/language.js';
import { CaseRows } from './case-rows.js';

/** 案件: those that I may see, the newest first. */
export default function CaseList(): React.ReactNode {
  const { say } = useSpeaking();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') ?? 'open';
  const cases = useInfiniteQuery({
    queryKey: ['cases', 'list', state],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      ask('/api/casebook/cases', {
        limit: 100,
        after: pageParam,
        state: state === 'open' || state === 'closed' ? state : undefined,
      }),
    getNextPageParam: ({ next }) => next,
  });
  const all = cases.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="sheet">
      <header className="sheet-head">
        <h1>{say('案件', 'Cases')}</h1>
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
      {cases.data && all.length === 0 && (
        <Nothing>{say('没有符合的案件,或您的岗位看不到。', 'No such case, or your post does not see it.')}</Nothing>
      )}
      {all.length > 0 && <CaseRows cases={all} />}
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
