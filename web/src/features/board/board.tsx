import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { AlarmPage, Board } from '../../api/answers.js';
import { CLOCK_RULES } from '../../api/clock-rules.js';
import { ask } from '../../api/client.js';
import { useDesk } from '../../app/desk.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { Due } from '../../look/due.js';
import { PersonName, UnitName } from '../../look/names.js';
import { dayWords, momentWords } from '../../words/beijing.js';
import { ALARM_WORDS, STAGE_WORDS } from '../../words/codes.js';
import { useSpeaking } from '../../words/language.js';
import { CaseLink } from '../cases/case-link.js';

/** 单位看板: the load, what is late, on whom we wait. */
export default function UnitBoard(): React.ReactNode {
  const { say, language } = useSpeaking();
  const { post } = useDesk();
  const board = useQuery({
    queryKey: ['worklist', 'board', post.unitId],
    queryFn: () => ask('/api/casebook/units/{unitId}/board', { unitId: post.unitId }),
  });
  return (
    <div className="sheet">
      <header className="sheet-head">
        <h1>
          {say('单位看板', 'Unit board')} · {post.unitName[language]}
        </h1>
      </header>
      {board.error && (
        <Trouble
          error={board.error}
          onRetry={() => {
            void board.refetch();
          }}
        />
      )}
      {board.isPending && <Waiting lines={6} />}
      {board.data && <Counts board={board.data} />}
      <div className="columns">
        {board.data && <WaitingOn waitingOn={board.data.waitingOn} />}
        <Alarms />
      </div>
    </div>
  );
}

const count = (items: readonly { count: number | null }[]): number =>
  items.reduce((sum, item) => sum + Number(item.count ?? 0), 0);

function Counts({ board }: { board: Board }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const overdue = board.clocks.filter(({ state }) => state === 'overdue');
  const tiles: readonly (readonly [string, number, boolean?])[] = [
    [say('负责的阶段', 'Stages answered for'), count(board.stages)],
    [say('等我们答复', 'Waiting for us'), count(board.offers.filter(({ direction }) => direction === 'to-us'))],
    [say('在等别人', 'We wait for others'), count(board.offers.filter(({ direction }) => direction === 'by-us'))],
    [say('照料中的人', 'People in our care'), count(board.inCare)],
    [say('运行中的时限', 'Deadlines running'), count(board.clocks)],
    [say('已超期', 'Overdue'), count(overdue), count(overdue) > 0],
  ];
  return (
    <>
      <dl className="tiles">
        {tiles.map(([label, value, isLate]) => (
          <div key={label} className={isLate ? 'late' : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="columns">
        <section className="part">
          <h2>{say('按人', 'By person')}</h2>
          {board.people.length === 0 && <Nothing>{say('无人负责阶段。', 'Nobody answers for a stage.')}</Nothing>}
          <ul className="rows">
            {board.people.map(({ personId, openStages, overdue, since }) => (
              <li className="row" key={personId}>
                <PersonName id={personId} />
                <span>
                  {say(
                    `${openStages} 个阶段,最早自 ${dayWords(since, 'zh')}`,
                    `${openStages} stage(s), the oldest since ${dayWords(since, language)}`,
                  )}
                </span>
                {overdue > 0 && <span className="told late">{say(`${overdue} 项超期`, `${overdue} overdue`)}</span>}
              </li>
            ))}
          </ul>
        </section>
        <section className="part">
          <h2>{say('按阶段与时限', 'By stage and deadline')}</h2>
          <ul className="rows">
            {board.stages.map(({ stage, count: many }) => (
              <li className="row" key={stage}>
                <span>{word(STAGE_WORDS, stage)}</span>
                <strong>{many}</strong>
              </li>
            ))}
            {board.clocks.map(({ rule, state, count: many }) => (
              <li className="row" key={`${rule} ${state}`}>
                <span className={state === 'overdue' ? 'told late' : undefined}>
                  {word(CLOCK_RULES, rule)} {state === 'overdue' && say('(超期)', '(overdue)')}
                </span>
                <strong>{many}</strong>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function WaitingOn({ waitingOn }: Pick<Board, 'waitingOn'>): React.ReactNode {
  const { say, word, language } = useSpeaking();
  return (
    <section className="part">
      <h2>
        {say('在等谁', 'Whom we wait for')}{' '}
        <span className="tally">{waitingOn.reduce((sum, { offers }) => sum + offers, 0)}</span>
      </h2>
      {waitingOn.length === 0 && <Nothing good>{say('没有在等其他单位。', 'We wait for nobody.')}</Nothing>}
      <ul className="rows">
        {waitingOn.map(({ unitId, stage, offers, since, firstExpiresAt }) => (
          <li className="row" key={`${unitId} ${stage}`}>
            <div className="row-what">
              <UnitName id={unitId} /> {word(STAGE_WORDS, stage)}{' '}
              {offers > 1 && <strong>{say(`${offers} 件`, `${offers} offers`)}</strong>}
              <span className="quiet">
                {say('自', 'since')} {momentWords(since, language)}
              </span>
            </div>
            {firstExpiresAt && <Due at={firstExpiresAt} since={since} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const ALARMS_AT_ONCE = 100;

/** One stage may stand under no deadline twice, and a victim with a buyer by what two services say. */
const keyOf = ({ kind, id, stage, fromAt, at }: AlarmPage['items'][number]): string => `${kind} ${id} ${stage} ${fromAt} ${at}`;

export function Alarms(): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const { post } = useDesk();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['worklist', 'alarms', post.unitId],
    initialPageParam: '',
    queryFn: ({ pageParam }) => ask('/api/casebook/alarms', { limit: ALARMS_AT_ONCE, after: pageParam }),
    getNextPageParam: ({ next }) => next,
  });
  const items = data?.pages.flatMap((page) => page.items);
  return (
    <section className="part">
      <h2>
        {say('警示', 'Alarms')} <span className="tally">{items && `${items.length}${hasNextPage ? '+' : ''}`}</span>
      </h2>
      {error && <Trouble error={error} />}
      {!items && !error && <Waiting lines={3} />}
      {items?.length === 0 && (
        <Nothing good>{say('没有空档、重叠或超期,各阶段均有时限。', 'No gap, no overlap, nothing overdue; every stage is under a deadline.')}</Nothing>
      )}
      <ul className="rows">
        {items?.map((item) => (
          <li className="row" key={keyOf(item)}>
            <div className="row-what">
              <span className="told late">{word(ALARM_WORDS, item.kind)}</span> {item.stage && word(STAGE_WORDS, item.stage)}{' '}
              {item.rule && word(CLOCK_RULES, item.rule)} {item.caseId && <CaseLink id={item.caseId} number={item.caseNumber} />}
            </div>
            <div className="row-who">
              {item.unitId && <UnitName id={item.unitId} />} <span className="quiet">{momentWords(item.at, language)}</span>
            </div>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('更早的警示', 'Older alarms')}
        </Button>
      )}
    </section>
  );
}
