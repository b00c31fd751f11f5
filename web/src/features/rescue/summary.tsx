import { Link } from 'react-router';
import type { StageRecord } from '../../api/records.js';
import { useDesk } from '../../app/desk.js';
import { Nothing } from '../../app/states.js';
import { PersonName, UnitName } from '../../look/names.js';
import { Reveal } from '../../look/reveal.js';
import { momentWords } from '../../words/beijing.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { VictimTag } from '../cases/overview.js';
import { DoIt } from '../stages/do-it.js';
import type { Summary } from '../stages/record-page.js';
import { absentFrom } from './absent.js';

const EXAMINERS = ['hospital', 'health'];

/** 解救: the plan and who must be there; then each person: free, examined, how often asked. */
export function RescueSummary({ record, victims }: Summary<'rescue'>): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const { post } = useDesk();
  const { id, plans } = record;
  // Whoever examines is shown whom, and nothing of how they were freed.
  if (EXAMINERS.includes(post.kind)) return <Victims record={record} victims={victims} />;
  const words = (codes: readonly string[]): string => codes.map((code) => word(CODE_WORDS, code)).join(say('、', ', '));
  return (
    <>
      <section className="part">
        <h2>
          {say('解救方案', 'Plans')} <span className="tally">{plans.length}</span>
        </h2>
        {plans.length === 0 && record.rescued.length === 0 && (
          <Nothing>
            {say(
              '尚无方案。紧急时由现场指挥员直接登记解救。',
              'No plan yet. In an emergency the commander on the spot records the rescue.',
            )}
          </Nothing>
        )}
        {plans.map((plan, index) => (
          <article key={plan.planId} className={`stage-card ${plan.approvedAt ? 'closed' : 'open'}`}>
            <h3>
              {say(`方案 ${index + 1}`, `Plan ${index + 1}`)}
              <span className="stage-state">
                {plan.approvedAt ? say('✓ 已批准', '✓ approved') : say('◌ 待他人批准', '◌ waits for the approval of another')}
              </span>
            </h3>
            <p>
              {say('须在场', 'Must be present')}: <strong>{words(plan.present)}</strong>
            </p>
            <p>
              {say('风险', 'Risks')}: {words(plan.risks)}
            </p>
            <p className="quiet">
              {say('制定', 'drafted')} <PersonName id={plan.authorId} /> {momentWords(plan.draftedAt, language)}
              {plan.approvedAt && (
                <>
                  {' '}
                  · {say('批准', 'approved')} <PersonName id={plan.approvedBy} /> {momentWords(plan.approvedAt, language)}
                </>
              )}
            </p>
            {plan.noteRecord && (
              <Reveal
                address="/api/rescue/rescues/{id}/plans/{planId}/note"
                at={{ id, planId: plan.planId }}
                what={say('方案说明', 'Words of the plan')}
              />
            )}
          </article>
        ))}
      </section>
      <Victims record={record} victims={victims} />
    </>
  );
}

function Victims({ record, victims }: Summary<'rescue'>): React.ReactNode {
  const { say } = useSpeaking();
  const { caseId, rescued, victimIds } = record;
  return (
    <section className="part">
      <h2>
        {say('受害人', 'Victims')}{' '}
        <span className="tally">
          {say(`已解救 ${rescued.length} / ${victimIds.length}`, `${rescued.length} of ${victimIds.length} free`)}
        </span>
      </h2>
      <ul className="rows">
        {victimIds.map((victimId) => (
          <VictimRow
            key={victimId}
            id={victimId}
            caseId={caseId}
            record={record}
            victims={victims}
            free={rescued.find((known) => known.victimId === victimId)}
          />
        ))}
      </ul>
    </section>
  );
}

interface Freed {
  readonly id: string;
  readonly record: StageRecord<'rescue'>;
  readonly caseId: string;
  readonly victims: Summary['victims'];
  readonly free: StageRecord<'rescue'>['rescued'][number] | undefined;
}

/** One person: free, examined, how often asked. */
function VictimRow({ id, caseId, record, victims, free }: Freed): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const absent = free ? absentFrom(record.plans, free) : [];
  const words = (codes: readonly string[]): string => codes.map((code) => word(CODE_WORDS, code)).join(say('、', ', '));
  return (
    <li className="row tall">
      <div>
        <Link to={`/cases/${caseId}/custodies/${id}`}>
          <VictimTag id={id} victims={victims} />
        </Link>
        {!free && <p className="told">{say('尚未解救', 'Not free yet')}</p>}
        {free && (
          <ul className="checks">
            <li className="done">
              {free.planId === null ? say('带离保护', 'Taken back since') : say('解救', 'Free since')}{' '}
              {momentWords(free.rescuedAt, language)}
              {free.present.length > 0 && ` · ${say('在场', 'present')} ${words(free.present)}`}
            </li>
            {absent.length > 0 && (
              <li className="todo">
                {say(`方案要求的 ${words(absent)} 未到场`, `Required by the plan and not there: ${words(absent)}`)}
              </li>
            )}
            <li className={free.medicalCheck ? 'done' : 'todo'}>
              {!free.medicalCheck && say('尚未体检', 'Not examined yet')}
              {!free.medicalCheck &&
                (free.checkAskedOf ?? []).map((unitId) => (
                  <span key={unitId}>
                    {say(',已请', '; asked:')} <UnitName id={unitId} />
                  </span>
                ))}{' '}
              {!free.medicalCheck && !free.checkAskedOf && (
                <DoIt prefix="rescue/rescues" action="askCheck" of={id} record={record} />
              )}
              {free.medicalCheck && say('已体检', 'Examined')} {free.medicalCheck && <UnitName id={free.medicalCheck.atUnit} />}{' '}
              {free.medicalCheck && momentWords(free.medicalCheck.at, language)}
            </li>
            <li className={['open', 'done'][free.interviews.length] ?? 'todo'}>
              {free.interviews.length === 0
                ? say('尚未询问', 'Not interviewed')
                : say(`询问 ${free.interviews.length} 次`, `Interviewed ${free.interviews.length} time(s)`)}
            </li>
          </ul>
        )}
      </div>
    </li>
  );
}
