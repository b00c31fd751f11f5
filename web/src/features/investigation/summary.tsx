import type { StageRecord } from '../../api/records.js';
import { Nothing } from '../../app/states.js';
import { Due } from '../../look/due.js';
import { PersonName, UnitName } from '../../look/names.js';
import { Reveal } from '../../look/reveal.js';
import { dayWords, momentWords } from '../../words/beijing.js';
import { CODE_WORDS, PACKAGE_WORDS } from '../../words/fields.js';
import { useSpeaking, type Words } from '../../words/language.js';
import { DoIt } from '../stages/do-it.js';
import type { Summary } from '../stages/record-page.js';
import { useNow } from '../../app/desk.js';
import { contactClock, lightOf, type Light } from './lights.js';

type InvestigationRecord = StageRecord<'investigation'>;

/** 侦查: one leader, three packages, and how each stands. */
export function InvestigationSummary({ record }: Summary<'investigation'>): React.ReactNode {
  const { say, language } = useSpeaking();
  const { id, taskForce, coldSince, findings } = record;
  return (
    <>
      <section className="part">
        <h2>{say('特侦组 · 一长三包', 'Task force: one leader, three packages')}</h2>
        {coldSince && (
          <p className="told">
            {say('自', 'A cold case since')} {dayWords(coldSince, language)}{' '}
            {say('起为积案,责任不撤销', '; everybody still answers')}
          </p>
        )}
        {taskForce ? (
          <TaskForce record={record} />
        ) : (
          <Nothing>
            {say('尚未成立特侦组。', 'There is no task force yet.')}{' '}
            <DoIt prefix="investigation/investigations" action="form" record={record} />
          </Nothing>
        )}
      </section>
      <Findings record={record} />
      {findings.suspects.length + findings.buyers.length > 0 && (
        <section className="part">
          <h2>{say('嫌疑人与收买人身份', 'Who suspects and buyers are')}</h2>
          <Reveal address="/api/investigation/investigations/{id}/people" at={{ id }} what={say('姓名与证件号', 'Names and ids')} />
        </section>
      )}
    </>
  );
}

const LIGHTS: Readonly<Record<Light, Words>> = {
  grey: ['○ 尚未开始', '○ not begun'],
  green: ['● 进行中', '● under way'],
  amber: ['◔ 须跟进', '◔ needs attention'],
  red: ['⚠ 已超期', '⚠ overdue'],
  done: ['✓ 已完成', '✓ discharged'],
};

function TaskForce({ record }: { record: InvestigationRecord }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const now = useNow();
  const { packages } = record.taskForce!;
  // Whoever answers for the stage leads the task force.
  const leader = record.stage.answers;
  const contact = contactClock(record);
  return (
    <>
      <p>
        {say('组长', 'Leader')}:{' '}
        <strong>
          <PersonName id={leader.personId} />
        </strong>{' '}
        <UnitName id={leader.unitId} />
      </p>
      <div className="packages">
        {packages.map((held) => {
          const light = lightOf(record, held, now);
          const taken = record.measures.filter((measure) => measure.package === held.package);
          return (
            <article className={`package ${light}`} key={held.package}>
              <h3>{word(PACKAGE_WORDS, held.package)}</h3>
              <p>
                <strong>{word(LIGHTS, light)}</strong>
              </p>
              <p>
                <PersonName id={held.personId} />{' '}
                <span className="quiet">
                  <UnitName id={held.unitId} />
                </span>
              </p>
              {held.dischargedAt && <p className="quiet">{momentWords(held.dischargedAt, language)}</p>}
              {held.package === 'comfort' && (
                <p className="quiet">
                  {contact && !held.dischargedAt && (
                    <>
                      <Due at={contact.dueAt} since={contact.startedAt} />
                      <br />
                    </>
                  )}
                  {record.lastContactAt
                    ? `${say('最近联系亲属', 'Relatives last contacted')} ${dayWords(record.lastContactAt, language)}`
                    : say('尚未联系亲属', 'Relatives not contacted yet')}
                </p>
              )}
              <p className="quiet">
                {taken.slice(-3).map(({ measureId, measure, at }) => (
                  <span key={measureId} className="detail">
                    {word(CODE_WORDS, measure)} {dayWords(at, language)}
                  </span>
                ))}
              </p>
            </article>
          );
        })}
      </div>
    </>
  );
}

function Findings({ record: { dna, findings } }: { record: InvestigationRecord }): React.ReactNode {
  const { say, word } = useSpeaking();
  return (
    <section className="part">
      <h2>{say('证据与嫌疑人', 'Evidence and suspects')}</h2>
      <ul className="rows">
        {dna.samples.map(({ sampleNumber, subject }) => (
          <li className="row" key={sampleNumber}>
            <span>
              {say('血样', 'Sample')} <code>{sampleNumber}</code>
            </span>
            <span>{word(CODE_WORDS, subject)}</span>
          </li>
        ))}
        {dna.hits.map(({ hitId, relation, confirmedBy }, index) => (
          <li className="row" key={hitId}>
            <span>
              {say(`DNA 比中 ${index + 1}`, `DNA hit ${index + 1}`)} · {word(CODE_WORDS, relation)}
            </span>
            <span className={confirmedBy ? undefined : 'told'}>
              {confirmedBy
                ? say('✓ 已经第二人确认', '✓ confirmed by a second person')
                : say('未确认前不得通知家属', 'The family is not told before it is confirmed')}
            </span>
          </li>
        ))}
        {findings.suspects.map(({ role, caughtAt, repeatOffender }, index) => (
          <li className="row" key={index}>
            <span>
              {say(`嫌疑人 ${index + 1}`, `Suspect ${index + 1}`)} · {word(CODE_WORDS, role)}
              {repeatOffender && say('(有前科)', ' (repeat offender)')}
            </span>
            <span>{caughtAt ? say('已归案', 'in custody') : say('在逃或未归案', 'at large')}</span>
          </li>
        ))}
        {findings.buyers.length > 0 && (
          <li className="row">
            <strong className="told late">
              {say(
                `已认定收买家庭 ${findings.buyers.length} 户,一律不得安置或移交`,
                `${findings.buyers.length} buyer household(s): nobody is ever placed with or handed to them`,
              )}
            </strong>
          </li>
        )}
      </ul>
      {dna.samples.length + dna.hits.length + findings.suspects.length + findings.buyers.length === 0 && (
        <Nothing>{say('尚无记录。', 'Nothing yet.')}</Nothing>
      )}
    </section>
  );
}
