import { Due } from '../../look/due.js';
import { UnitName } from '../../look/names.js';
import { dayWords } from '../../words/beijing.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import type { Summary } from '../stages/record-page.js';

type PlacementRecord = Summary<'placement'>['record'];

/** 安置: received, looked for, decided, in effect, visited. */
export function PlacementSummary({ record, victims }: Summary<'placement'>): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const isForeign = victims.some(({ victimId, nationality }) => victimId === record.victimId && nationality !== 'CN');
  const { isMinor, receivedBy, suitableHouseholds, decision, inEffectSince, help, visits } = record;
  return (
    <>
      <section className="part">
        <h2>{say('安置进展', 'How far the placement is')}</h2>
        <ul className="checks">
          <li className={receivedBy ? 'done' : 'todo'}>
            {receivedBy ? (
              <>
                {say('已接收', 'Received by')} <UnitName id={receivedBy} />
              </>
            ) : (
              say('尚未接收受害人', 'The victim is not received yet')
            )}
          </li>
          <li className={suitableHouseholds.length > 0 ? 'done' : 'open'}>
            {say(`评估合格的家庭 ${suitableHouseholds.length} 户`, `${suitableHouseholds.length} household(s) found suitable`)}
          </li>
          <li className={decision ? 'done' : 'todo'}>
            {decision ? (
              <>
                {say('安置决定', 'Decided')}: <strong>{word(CODE_WORDS, decision.kind)}</strong>{' '}
                {decision.unitId && <UnitName id={decision.unitId} />}
              </>
            ) : (
              say('尚未作出安置决定', 'Not decided yet')
            )}
          </li>
          <li className={inEffectSince ? 'done' : 'todo'}>
            {inEffectSince
              ? `${say('已落实', 'In effect since')} ${dayWords(inEffectSince, language)}`
              : say('尚未落实', 'Not in effect yet')}
          </li>
          <HelpGiven help={help} isMinor={isMinor} isForeign={isForeign} />
        </ul>
        <p className="ban">
          <strong>{say('收买家庭一律不予安置。', 'Never with a buyer household.')}</strong>{' '}
          {say(
            '无论何人申请、以何种方式、期限多短(依据 A 二(二));系统按户和每名成员的身份核对,认出即拒。',
            'Whoever asks, in whatever way, for however short a time (A 2(2)); the household and each of its members are compared, and refused when recognised.',
          )}{' '}
          {isMinor
            ? say('未成年人回亲生家庭或亲属,须先证明亲缘关系。', 'A minor goes to birth family or kin only on proven kinship.')
            : say('成年人的去向由本人决定。', 'An adult decides for herself or himself.')}
        </p>
      </section>
      {visits.length > 0 && <Visits visits={visits} />}
    </>
  );
}

/** 户口、学位、康复: what the person was helped to besides a home. */
function HelpGiven({
  help,
  isMinor,
  isForeign,
}: Pick<PlacementRecord, 'help' | 'isMinor'> & { isForeign: boolean }): React.ReactNode {
  const { say, language } = useSpeaking();
  return (
    <>
      {(!isForeign || help.registrationRestoredAt) && (
        <li className={help.registrationRestoredAt ? 'done' : 'open'}>
          {help.registrationRestoredAt
            ? `${say('已恢复户口', 'Registration restored')} ${dayWords(help.registrationRestoredAt, language)}`
            : say('户口尚未恢复', 'Registration not restored yet')}
        </li>
      )}
      {isMinor && (
        <li className={help.school ? 'done' : 'open'}>
          {help.school ? (
            <>
              {say(`已确认学位:${help.school.grade} 年级`, `School place confirmed: grade ${help.school.grade}`)}{' '}
              <UnitName id={help.school.educationBureau} />
            </>
          ) : (
            say('学位尚未确认', 'School place not confirmed yet')
          )}
        </li>
      )}
      <li className={help.sessions.length > 0 ? 'done' : 'open'}>
        {say(`已开展康复 ${help.sessions.length} 次`, `${help.sessions.length} session(s) of rehabilitation`)}
      </li>
    </>
  );
}

function Visits({ visits }: Pick<PlacementRecord, 'visits'>): React.ReactNode {
  const { say, language } = useSpeaking();
  return (
    <section className="part">
      <h2>
        {say('回访', 'Follow-up visits')}{' '}
        <span className="tally">
          {visits.filter(({ visitedAt }) => visitedAt).length} / {visits.length}
        </span>
      </h2>
      <ul className="rows">
        {visits.map(({ visitId, month, dueAt, visitedAt }) => (
          <li className="row" key={visitId}>
            <span>{say(`第 ${month} 个月`, `Month ${month}`)}</span>
            {visitedAt ? <span>✓ {dayWords(visitedAt, language)}</span> : <Due at={dueAt} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
