import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { StageRecord } from '../../api/records.js';
import { recordsQuery } from '../../api/questions.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { UnitName } from '../../look/names.js';
import { dayWords, momentWords } from '../../words/beijing.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { DoIt } from '../stages/do-it.js';
import type { Summary } from '../stages/record-page.js';
import { ofPerson, type HandoverShown } from './of-person.js';
import { ScheduleHandover } from './schedule.js';

type ReturnRecord = StageRecord<'cross-border'>;

/** 送返: the gates that must be open before anybody is brought to the port. */
export function CrossBorderSummary({ record: given, victims }: Summary<'cross-border'>): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const { fitness, handedOver, receptionReports = [] } = given;
  return (
    <>
      <section className="part">
        <h2>{say('送返前须齐备', 'What must be there before the return')}</h2>
        <Gates given={given} />
        {fitness && !fitness.fit && (
          <p className="trouble">
            {say('医生认定目前不宜出行', 'A doctor finds the person not fit to travel')}
            {fitness.reviewAt && (
              <>
                {' '}
                · {say('复查', 'review')} {dayWords(fitness.reviewAt, language)}
              </>
            )}
          </p>
        )}
      </section>
      {/* A health unit is shown no handover, and is not told that there is none. */}
      {given.stage && <Handovers record={given} victims={victims} />}
      {(handedOver || receptionReports.length > 0) && (
        <section className="part">
          <h2>{say('移交与接收', 'Handover and reception')}</h2>
          <ul className="checks">
            {handedOver && (
              <li className="done">
                {say('已移交', 'Handed over')} {momentWords(handedOver.at, language)} <UnitName id={handedOver.toUnit} />
              </li>
            )}
            {receptionReports.map(({ report, at, byUnit, situation }) => (
              <li className="done" key={report}>
                {say(`对方第 ${report} 次反馈`, `Report ${report}`)} {dayWords(at, language)} · {word(CODE_WORDS, situation)}{' '}
                <UnitName id={byUnit} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const Gate = ({ action, given }: { action: string; given: ReturnRecord }): React.ReactNode => (
  <DoIt prefix="cross-border/returns" action={action} record={given} />
);

/** What is absent is not for this reader's eyes; what is null is not there yet. */
function Gates({ given }: { given: ReturnRecord }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const { identityConfirmed, safety, promise, consent, document, fitness } = given;
  const isUnsafe = safety === null || safety === 'return-unsafe';
  return (
    <ul className="checks">
      {identityConfirmed !== undefined && (
        <li className={identityConfirmed ? 'done' : 'todo'}>
          <Identity given={given} /> {!identityConfirmed && <Gate action="requestIdentity" given={given} />}
        </li>
      )}
      {safety !== undefined && (
        <li className={isUnsafe ? 'todo' : 'done'}>
          {say('安全评估', 'Safety')}: {safety ? word(CODE_WORDS, safety) : say('尚未评估', 'not assessed yet')}{' '}
          {isUnsafe && <Gate action="assessSafety" given={given} />}
        </li>
      )}
      {promise !== undefined && <Reception promise={promise} given={given} />}
      {consent !== undefined && (
        <li className={consent ? 'done' : 'todo'}>
          {consent
            ? `${say('知情同意', 'Consent')} (${word(CODE_WORDS, consent.language)}) ${dayWords(consent.at, language)}`
            : say('尚未取得知情同意', 'No consent yet')}{' '}
          {!consent && <Gate action="recordConsent" given={given} />}
        </li>
      )}
      {document !== undefined && (
        <li className={document ? 'done' : 'todo'}>
          {say('旅行证件', 'Travel document')}: {document ? word(CODE_WORDS, document) : say('尚未取得', 'not there yet')}{' '}
          {!document && <Gate action="obtainDocument" given={given} />}
        </li>
      )}
      {fitness !== undefined && <Fitness fitness={fitness} given={given} />}
    </ul>
  );
}

interface OfGate<T> {
  readonly given: ReturnRecord;
  readonly promise?: T;
  readonly fitness?: T;
}

function Reception({ promise, given }: OfGate<ReturnRecord['promise']>): React.ReactNode {
  const { say, word } = useSpeaking();
  if (!promise)
    return (
      <li className="todo">
        {given.safety === 'family-at-risk'
          ? say('原籍家庭有风险,须有机构书面承诺接收', 'The family is a risk: a body abroad must promise to take her in')
          : say('对方尚未承诺接收', 'Nobody abroad has promised to receive her yet')}{' '}
        <Gate action="askReception" given={given} />
      </li>
    );
  return (
    <li className="done">
      {say('承诺接收', 'Reception promised')}: {word(CODE_WORDS, promise.destination)} <UnitName id={promise.byUnit} />
    </li>
  );
}

function Fitness({ fitness, given }: OfGate<ReturnRecord['fitness']>): React.ReactNode {
  const { say, language } = useSpeaking();
  return (
    <li className={fitness?.fit ? 'done' : 'todo'}>
      {!fitness && say('尚未评估是否适宜出行', 'Fitness not assessed yet')}
      {fitness && (fitness.fit ? say('适宜出行', 'Fit to travel') : say('不宜出行', 'Not fit to travel'))}{' '}
      {fitness && dayWords(fitness.assessedAt, language)} {!fitness?.fit && <Gate action="askFitness" given={given} />}
    </li>
  );
}

function Identity({ given: { identityConfirmed, identity } }: { given: ReturnRecord }): React.ReactNode {
  const { say } = useSpeaking();
  const waiting = identity?.requests.find((request) => request.waiting);
  if (identityConfirmed) return say('身份已确认', 'Identity confirmed');
  if (!waiting) return say('身份尚未核实', 'Identity not verified yet');
  return (
    <>
      {say('身份核实中,等', 'Identity asked of')} <UnitName id={waiting.counterpart} />
    </>
  );
}

function Handovers({ record, victims }: Summary<'cross-border'>): React.ReactNode {
  const { say } = useSpeaking();
  const { data, error, refetch } = useQuery(recordsQuery('cross-border/handovers', record.caseId));
  const [own, others] = ofPerson(record.id, data?.items ?? []);
  return (
    <section className="part" aria-label={say('口岸移交', 'Handovers at the port')}>
      <h2>
        {say('口岸移交', 'Handovers at the port')} <span className="tally">{data && own.length}</span>
      </h2>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={2} />}
      {data && own.length === 0 && <Nothing>{say('尚未排定。', 'None is scheduled.')}</Nothing>}
      <HandoverRows handovers={own} />
      {record.stage?.state === 'open' && <ScheduleHandover record={record} victims={victims} />}
      {others.length > 0 && (
        <>
          <h3>{say('同案其他移交(此人不在其中)', 'Others of the case, without this person')}</h3>
          <HandoverRows handovers={others} />
        </>
      )}
    </section>
  );
}

function HandoverRows({ handovers }: { handovers: readonly HandoverShown[] }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  return (
    <ul className="rows">
      {handovers.map(({ id, caseId, state, port, scheduledAt, counterpart }) => (
        <li className="row" key={id}>
          <div className="row-what">
            <Link to={`/cases/${caseId}/handovers/${id}`}>
              {word(CODE_WORDS, port)} {momentWords(scheduledAt, language)}
            </Link>
          </div>
          <div className="row-who">
            <span>{state === 'handed-over' ? say('✓ 已移交', '✓ handed over') : say('◌ 待移交', '◌ to come')}</span>
            <UnitName id={counterpart} />
          </div>
        </li>
      ))}
    </ul>
  );
}
