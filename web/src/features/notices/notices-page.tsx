import { useState } from 'react';
import { Button, Segmented } from 'antd';
import { Link } from 'react-router';
import type { Notice } from '../../api/answers.js';
import { CLOCK_RULES } from '../../api/clock-rules.js';
import { useDesk } from '../../app/desk.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { Due } from '../../look/due.js';
import { PersonName, UnitName } from '../../look/names.js';
import { momentWords } from '../../words/beijing.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { PACKAGE_WORDS } from '../../words/fields.js';
import { useSpeaking, type Words } from '../../words/language.js';
import { CaseLink } from '../cases/case-link.js';
import { WANTED } from '../work/asked.js';
import { placeOf, useMarking, useNotices } from './notices.js';

const KINDS: Readonly<Record<Notice['kind'], Words>> = {
  offer: ['请您单位接收', 'Asks you to take over'],
  'care-offer': ['请您单位照料受害人', 'Asks you to take a victim into care'],
  asked: ['请办', 'Asked of you'],
  package: ['三包责任交给您', 'A package was given to you'],
  returned: ['移交被退回,仍由您负责', 'Your offer was returned; you still answer'],
  expired: ['对方逾期未答复,仍由您负责', 'Your offer expired; you still answer'],
  warned: ['时限将到', 'A deadline draws near'],
  overdue: ['时限已超期', 'A deadline has passed'],
  'told-expired': ['下级移交逾期未获答复,请督办', 'An offer of a unit below yours expired: see to it'],
  'told-overdue': ['下级时限已超期,请督办', 'A unit below yours is past its deadline: see to it'],
  gap: ['责任出现空档', 'A gap in responsibility'],
  overlap: ['责任重叠', 'An overlap of responsibility'],
  'two-holders': ['两方同时负责', 'Two answer at the same time'],
  'no-clock': ['阶段没有时限在走', 'A stage is under no deadline'],
  uncovered: ['案件无人负责', 'Nobody answers for the case'],
  'with-buyer': ['受害人现与收买人同住,请立即处置', 'A victim lives with a buyer: act at once'],
  'child-by-own-choice': ['依本人选择生活的受害人查明是未成年人,请立即处置', 'Somebody who lives by own choice is found to be a child: act at once'],
  denied: ['有人查阅本案被拒绝', 'Somebody was turned away from your case'],
};
const QUIET: readonly Notice['kind'][] = ['offer', 'care-offer', 'asked', 'package', 'returned', 'warned', 'denied'];

/** 通知: read, taken note of, acted on; who took note and when stays on record. */
export default function NoticesPage(): React.ReactNode {
  const { say } = useSpeaking();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useNotices();
  const marking = useMarking();
  const [which, setWhich] = useState<'open' | 'all'>('open');
  const all = data?.pages.flatMap(({ items }) => items) ?? [];
  const open = all.filter(({ acknowledgedBy }) => acknowledgedBy.length === 0);
  const shown = which === 'open' ? open : all;
  return (
    <div className="sheet narrow">
      <header className="sheet-head">
        <h1>
          {say('通知', 'Notices')}{' '}
          <span className="tally">{data && say(`未读 ${data.pages[0]!.unread}`, `${data.pages[0]!.unread} unread`)}</span>
        </h1>
        <Segmented
          value={which}
          onChange={setWhich}
          aria-label={say('哪些通知', 'Which notices')}
          options={[
            { value: 'open', label: say('尚无人知悉', 'Not yet noted') },
            { value: 'all', label: say('全部', 'All') },
          ]}
        />
        {open.length > 0 && (
          <Button
            loading={marking.isPending}
            onClick={() => marking.mutate({ keys: open.slice(0, 200).map(({ key }) => key), mark: 'acknowledged' })}>
            {say(`全部知悉(${open.length})`, `Take note of all (${open.length})`)}
          </Button>
        )}
      </header>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {marking.error && <Trouble error={marking.error} />}
      {!data && !error && <Waiting lines={8} />}
      {data && (
        <section className="part">
          {shown.length === 0 && (
            <Nothing good>
              {which === 'open' ? say('每条通知都已有人知悉。', 'Somebody has taken note of every notice.') : say('没有通知。', 'None.')}
            </Nothing>
          )}
          <ul className="rows">
            {shown.map((notice) => (
              <NoticeRow key={notice.key} notice={notice} onMark={(mark) => marking.mutate({ keys: [notice.key], mark })} />
            ))}
          </ul>
        </section>
      )}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('更早的通知', 'Older notices')}
        </Button>
      )}
    </div>
  );
}

/** What it is about, in the agency's words. */
function aboutOf({ kind, stage, rule, what }: Notice, word: ReturnType<typeof useSpeaking>['word']): string | null {
  if (kind === 'asked') return word(WANTED, what);
  if (kind === 'package') return word(PACKAGE_WORDS, what);
  if (rule) return word(CLOCK_RULES, rule);
  return stage && word(STAGE_WORDS, stage);
}

function NoticeRow({
  notice,
  onMark,
}: {
  notice: Notice;
  onMark: (mark: 'read' | 'acknowledged') => void;
}): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const { session } = useDesk();
  const { kind, subjectId, unitId, dueAt, at, readAt, acknowledgedAt, acknowledgedBy } = notice;
  const about = aboutOf(notice, word);
  return (
    <li className={readAt ? 'row read' : 'row'}>
      <div>
        <Link to={placeOf(notice)} onClick={() => readAt === null && onMark('read')}>
          <strong className={QUIET.includes(kind) ? undefined : 'told late'}>{word(KINDS, kind)}</strong>
          {about && `${say(':', ': ')}${about}`}
        </Link>
        {readAt === null && <span className="visually-hidden">{say('(未读)', '(unread)')}</span>}
        <p className="quiet">
          <CaseLink id={notice.caseId} number={notice.caseNumber} /> {unitId && <UnitName id={unitId} />}{' '}
          {kind === 'denied' && <PersonName id={subjectId} />} {momentWords(at, language)}
        </p>
        {acknowledgedBy.map(({ personId, at: notedAt }) => (
          <p className="quiet" key={personId}>
            ✓ {personId === session.personId ? say('本人', 'I') : <PersonName id={personId} />} {say('已知悉', 'took note')}{' '}
            {momentWords(notedAt, language)}
          </p>
        ))}
      </div>
      <div className="row-who">
        {dueAt && <Due at={dueAt} />}
        {acknowledgedAt === null && (
          <Button size="small" onClick={() => onMark('acknowledged')}>
            {say('知悉', 'Noted')}
          </Button>
        )}
      </div>
    </li>
  );
}
