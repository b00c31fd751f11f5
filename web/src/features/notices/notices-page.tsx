import { Button } from 'antd';
import { Link } from 'react-router';
import { CLOCK_RULES } from '../../api/clock-rules.js';
import { Nothing } from '../../app/states.js';
import { UnitName } from '../../look/names.js';
import { momentWords } from '../../words/beijing.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { useSpeaking, type Words } from '../../words/language.js';
import { CaseLink } from '../cases/case-link.js';
import { useNotices, useRead, type Notice } from './notices.js';

const KINDS: Readonly<Record<Notice['kind'], Words>> = {
  offer: ['请您单位接收', 'Asks you to take over'],
  'care-offer': ['请您单位照料受害人', 'Asks you to take a victim into care'],
  returned: ['移交被退回,仍由您负责', 'Your offer was returned; you still answer'],
  expired: ['对方逾期未答复,仍由您负责', 'Your offer expired; you still answer'],
  overdue: ['时限已超期', 'Deadline passed'],
  warned: ['时限将到', 'Deadline draws near'],
};

/** 通知: read, taken note of, acted on. */
export default function NoticesPage(): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const { notices } = useNotices();
  const { read, acknowledge } = useRead();
  const unread = notices.filter(({ key }) => !read.has(key));
  return (
    <div className="sheet narrow">
      <header className="sheet-head">
        <h1>
          {say('通知', 'Notices')} <span className="tally">{say(`未读 ${unread.length}`, `${unread.length} unread`)}</span>
        </h1>
        {unread.length > 0 && (
          <Button onClick={() => acknowledge(unread.map(({ key }) => key))}>{say('全部知悉', 'Take note of all')}</Button>
        )}
      </header>
      <section className="part">
        {notices.length === 0 && <Nothing good>{say('没有通知。', 'There are no notices.')}</Nothing>}
        <ul className="rows">
          {notices.map((notice) => (
            <li key={notice.key} className={read.has(notice.key) ? 'row read' : 'row'}>
              <div>
                <Link to={notice.to} onClick={() => acknowledge([notice.key])}>
                  <strong className={notice.kind === 'overdue' || notice.kind === 'expired' ? 'told late' : undefined}>
                    {word(KINDS, notice.kind)}
                  </strong>
                  :{word({ ...STAGE_WORDS, ...CLOCK_RULES }, notice.about)}
                </Link>
                <p className="quiet">
                  <CaseLink id={notice.caseId} number={notice.caseNumber} />{' '}
                  {notice.unitId && <UnitName id={notice.unitId} />}{' '}
                  {momentWords(notice.at, language)}
                </p>
              </div>
              {!read.has(notice.key) && (
                <Button size="small" onClick={() => acknowledge([notice.key])}>
                  {say('知悉', 'Noted')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
