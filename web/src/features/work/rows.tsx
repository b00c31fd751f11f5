import { Link } from 'react-router';
import type { MyCare, MyClock, MyPackage, MyStage, WaitingStage } from '../../api/answers.js';
import { CLOCK_RULES } from '../../api/clock-rules.js';
import { useDesk, useNow } from '../../app/desk.js';
import { Due } from '../../look/due.js';
import { PersonName, UnitName } from '../../look/names.js';
import { urgencyOf } from '../../look/urgency.js';
import { momentWords, spanWords } from '../../words/beijing.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { PACKAGE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { CaseLink } from '../cases/case-link.js';
import { clockAddress } from '../cases/clock-address.js';
import { VictimOf } from '../cases/victim-of.js';

/** The most urgent come first: what is late, what is nearly late, the rest. */
export function ClockRow({ clock }: { clock: MyClock }): React.ReactNode {
  const { say, word } = useSpeaking();
  const now = useNow();
  const { session } = useDesk();
  return (
    <li className={`row clock ${urgencyOf(clock.dueAt, { now, since: clock.startedAt })}`}>
      <div className="row-what">
        <Link to={clockAddress(clock)}>{word(CLOCK_RULES, clock.rule)}</Link>
        <CaseLink id={clock.caseId} number={clock.caseNumber} />
      </div>
      <Due at={clock.dueAt} since={clock.startedAt} />
      <div className="row-who">
        {clock.personId === session.personId ? <strong>{say('本人', 'Me')}</strong> : <PersonName id={clock.personId} />}
        {clock.toldUnit && (
          <span className="told">
            {say('已上报', 'Told:')} <UnitName id={clock.toldUnit} />
          </span>
        )}
      </div>
    </li>
  );
}

/** V-1: the package, who holds it, since when and from whom it came. */
export function PackageRow({ held }: { held: MyPackage }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const { session } = useDesk();
  return (
    <li className="row">
      <div className="row-what">
        <Link to={`/cases/${held.caseId}/${held.source}/${held.subjectId}`}>{word(PACKAGE_WORDS, held.package)}</Link>
        <CaseLink id={held.caseId} number={held.caseNumber} />
        <span className="quiet">
          <UnitName id={held.byUnit} /> <PersonName id={held.byPerson} /> {say('交办于', 'gave it on')}{' '}
          {momentWords(held.sinceAt, language)}
        </span>
      </div>
      <div className="row-who">
        {held.personId === session.personId ? <strong>{say('本人', 'Me')}</strong> : <PersonName id={held.personId} />}
      </div>
    </li>
  );
}

export function StageRow({ stage }: { stage: MyStage }): React.ReactNode {
  const { say, word } = useSpeaking();
  const now = useNow();
  const { language } = useSpeaking();
  const { session } = useDesk();
  return (
    <li className="row">
      <div className="row-what">
        <Link to={`/cases/${stage.caseId}/${stage.stage}/${stage.subjectId}`}>{word(STAGE_WORDS, stage.stage)}</Link>
        <CaseLink id={stage.caseId} number={stage.caseNumber} />
      </div>
      <div className="row-who">
        {stage.personId === session.personId ? <strong>{say('本人', 'Me')}</strong> : <PersonName id={stage.personId} />}
        <span>
          {say(
            `已历时${spanWords(now - Date.parse(stage.sinceAt), 'zh')}`,
            `for ${spanWords(now - Date.parse(stage.sinceAt), language)}`,
          )}
        </span>
        {stage.offerId && <span className="told">{say('已移交待接收', 'offered on')}</span>}
        {stage.lastOutcome === 'returned' && <span className="told">{say('被退回', 'returned to us')}</span>}
        {stage.lastOutcome === 'expired' && <span className="told late">{say('对方逾期未答复', 'the offer expired')}</span>}
      </div>
    </li>
  );
}

export function WaitingRow({ stage }: { stage: WaitingStage }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  return (
    <li className="row">
      <div className="row-what">
        <Link to={`/cases/${stage.caseId}`}>
          {word(STAGE_WORDS, stage.stage)} → <UnitName id={stage.offerToUnit} />
        </Link>
        <CaseLink id={stage.caseId} number={stage.caseNumber} />
        {stage.offeredAt && (
          <span className="quiet">
            {say('提出于', 'offered')} {momentWords(stage.offeredAt, language)}
          </span>
        )}
      </div>
      {stage.offerExpiresAt && <Due at={stage.offerExpiresAt} since={stage.offeredAt ?? undefined} />}
    </li>
  );
}

export function CareRow({ care }: { care: MyCare }): React.ReactNode {
  const { say, language } = useSpeaking();
  const now = useNow();
  return (
    <li className="row">
      <div className="row-what">
        <Link to={`/cases/${care.caseId}/custodies/${care.victimId}`}>
          <VictimOf caseId={care.caseId} id={care.victimId} />
        </Link>
        <CaseLink id={care.caseId} number={care.caseNumber} />
      </div>
      <div className="row-who">
        <PersonName id={care.personId} />
        <span>
          {say(
            `照料已历时${spanWords(now - Date.parse(care.sinceAt), 'zh')}`,
            `for ${spanWords(now - Date.parse(care.sinceAt), language)}`,
          )}
        </span>
      </div>
    </li>
  );
}
