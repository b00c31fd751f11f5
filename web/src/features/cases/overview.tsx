import { Link } from 'react-router';
import type { CaseNow, CaseVictim, ClockNow, StageNow } from '../../api/answers.js';
import { CLOCK_RULES } from '../../api/clock-rules.js';
import type { StageKind } from '../../api/codes.js';
import { Nothing } from '../../app/states.js';
import { Due } from '../../look/due.js';
import { PersonName, UnitName } from '../../look/names.js';
import { momentWords } from '../../words/beijing.js';
import { AGENCY_WORDS, countryWords, RETURN_REASON_WORDS, SEX_WORDS, STAGE_WORDS } from '../../words/codes.js';
import { useSpeaking, type Words } from '../../words/language.js';
import { clockAddress } from './clock-address.js';

const LANES: readonly { readonly words: Words; readonly stages: readonly StageKind[] }[] = [
  { words: ['公安', 'Police'], stages: ['intake', 'investigation', 'rescue'] },
  { words: ['民政', 'Civil affairs'], stages: ['placement'] },
  { words: ['边检', 'Border'], stages: ['cross-border'] },
];

/** How the case stands: one lane for each agency, the people, the deadlines. */
export function Overview({ now }: { now: CaseNow }): React.ReactNode {
  const { say } = useSpeaking();
  return (
    <>
      <section aria-label={say('各单位办理阶段', 'Stages by agency')} className="lanes">
        {LANES.map(({ words, stages }) => (
          <div className="lane" key={words[1]}>
            <h2>{say(...words)}</h2>
            <Lane stages={now.stages.filter(({ stage }) => stages.includes(stage))} victims={now.victims} />
          </div>
        ))}
      </section>
      <div className="columns">
        <section aria-label={say('受害人与照料', 'Victims and their care')} className="part">
          <h2>
            {say('受害人与照料', 'Victims and their care')} <span className="tally">{now.victims.length}</span>
          </h2>
          <Victims now={now} />
        </section>
        <section aria-label={say('时限', 'Deadlines')} className="part">
          <h2>
            {say('时限', 'Deadlines')} <span className="tally">{now.clocks.length}</span>
          </h2>
          {now.clocks.length === 0 && now.everyClock && (
            <Nothing good>{say('没有正在计时的时限。', 'No deadline is running.')}</Nothing>
          )}
          {!now.everyClock && (
            <p className="quiet">{say('其他单位的时限不在此显示。', 'Deadlines of other units are not shown here.')}</p>
          )}
          <ul className="rows">
            {now.clocks.map((clock) => (
              <ClockRow key={clock.clockId} clock={clock} />
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}

function Lane({ stages, victims }: { stages: readonly StageNow[]; victims: readonly CaseVictim[] }): React.ReactNode {
  const { say } = useSpeaking();
  if (stages.length === 0) return <Nothing>{say('尚未进入', 'Not reached')}</Nothing>;
  return stages.map((stage) => <StageCard key={stage.stageId} stage={stage} victims={victims} />);
}

function StageCard({ stage, victims }: { stage: StageNow; victims: readonly CaseVictim[] }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const isOpen = stage.state === 'open';
  return (
    <article className={`stage-card ${stage.state}`}>
      <h3>
        <Link to={`/cases/${stage.caseId}/${stage.stage}/${stage.subjectId}`}>{word(STAGE_WORDS, stage.stage)}</Link>
        {stage.victimId && <VictimTag id={stage.victimId} victims={victims} />}
        <span className="stage-state">
          {isOpen ? (stage.taken ? say('● 办理中', '● open') : say('◌ 待接收', '◌ not taken')) : say('✓ 已办结', '✓ closed')}
        </span>
      </h3>
      <p>
        <UnitName id={stage.unitId} />
        <br />
        {isOpen ? say('负责人', 'answers:') : say('最后负责人', 'last:')}{' '}
        <strong>
          <PersonName id={stage.personId} />
        </strong>
      </p>
      <p className="quiet">
        {isOpen ? (
          <>
            {say('自', 'since')} {momentWords(stage.sinceAt, language)}
          </>
        ) : (
          stage.closedAt && (
            <>
              {say('办结于', 'closed')} {momentWords(stage.closedAt, language)}
            </>
          )
        )}
      </p>
      {stage.offerId && (
        <p className="told">
          → {say('移交给', 'offered to')} <UnitName id={stage.offerToUnit} />
          {stage.offerExpiresAt && <Due at={stage.offerExpiresAt} since={stage.offeredAt ?? undefined} />}
        </p>
      )}
      {stage.lastOutcome === 'returned' && !stage.offerId && (
        <p className="told">
          {say('被退回:', 'Returned:')} {word(RETURN_REASON_WORDS, stage.lastReason)}
        </p>
      )}
      {stage.lastOutcome === 'expired' && !stage.offerId && (
        <p className="told late">{say('移交逾期未答复', 'The offer expired')}</p>
      )}
    </article>
  );
}

/** Which victim of the case: by number and marks, never by name. */
export function VictimTag({ id, victims }: { id: string; victims: readonly CaseVictim[] }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const index = victims.findIndex(({ victimId }) => victimId === id);
  const victim = victims[index];
  if (!victim)
    return (
      <span className="victim-tag">
        {say('受害人', 'Victim')} <code>{id.slice(-4)}</code>
      </span>
    );
  // Of somebody who is only reported missing the record says no more than that there is one.
  const { sex, minor, nationality } = victim as Partial<CaseVictim>;
  const marks = [
    ...(sex === undefined ? [] : [word(SEX_WORDS, sex)]),
    ...(minor === undefined ? [] : [minor ? say('未成年', 'minor') : say('成年', 'adult')]),
    ...(nationality === undefined ? [] : [countryWords(nationality, language)]),
  ];
  return (
    <span className="victim-tag">
      {say(`受害人${index + 1}`, `Victim ${index + 1}`)} <small>{marks.join(say('、', ', '))}</small>
    </span>
  );
}

function Victims({ now }: { now: CaseNow }): React.ReactNode {
  const { say, language } = useSpeaking();
  if (now.victims.length === 0)
    return (
      <Nothing>{say('尚未登记受害人,或您的岗位看不到。', 'No victim is registered, or your post does not see them.')}</Nothing>
    );
  return (
    <ul className="rows">
      {now.victims.map(({ victimId }) => {
        const care = now.care.find((row) => row.victimId === victimId);
        return (
          <li className="row" key={victimId}>
            <div className="row-what">
              <Link to={`/cases/${now.case.caseId}/custodies/${victimId}`}>
                <VictimTag id={victimId} victims={now.victims} />
              </Link>
            </div>
            <div className="row-who">
              {!care && <span className="quiet">{say('尚未解救', 'not yet rescued')}</span>}
              {care?.state === 'held' && (
                <>
                  <span>
                    {say('照料', 'in the care of')}{' '}
                    {care.kind === 'relative' ? say('亲属', 'a relative') : <UnitName id={care.unitId} />}
                  </span>
                  <PersonName id={care.personId} />
                  <span className="quiet">
                    {say('自', 'since')} {momentWords(care.sinceAt, language)}
                  </span>
                </>
              )}
              {care && care.state !== 'held' && <span>{say('照料已结束', 'care has ended')}</span>}
              {care?.offerId && (
                <span className="told">
                  → <UnitName id={care.offerToUnit} /> {say('待接收', 'has not answered yet')}
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function ClockRow({ clock }: { clock: ClockNow }): React.ReactNode {
  const { word } = useSpeaking();
  return (
    <li className="row clock">
      <div className="row-what">
        <Link to={clockAddress(clock)}>{word(CLOCK_RULES, clock.rule)}</Link>
        <span className="quiet">
          {word(AGENCY_WORDS, clock.source)} · <UnitName id={clock.unitId} /> <PersonName id={clock.personId} />
        </span>
      </div>
      <Due at={clock.dueAt} since={clock.startedAt} />
    </li>
  );
}
