import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { Link } from 'react-router';
import type { CareNow, ClockNow, StageNow, Worklist } from '../../api/answers.js';
import { CLOCK_RULES } from '../../api/clock-rules.js';
import { worklistQuery } from '../../api/questions.js';
import { useDesk, useNow } from '../../app/desk.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { Due, urgencyOf } from '../../look/due.js';
import { PersonName, UnitName } from '../../look/names.js';
import { momentWords, spanWords } from '../../words/beijing.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { useSpeaking } from '../../words/language.js';
import { CareOffer, StageOffer } from './offers.js';
import { CaseLink } from '../cases/case-link.js';

/** 我的工作: what is asked of me, by when; then what I answer for; then whom we wait for. */
export default function MyWork(): React.ReactNode {
  const { say } = useSpeaking();
  const { post } = useDesk();
  const { data, error, refetch } = useQuery(worklistQuery(post.unitId));
  const [whose, setWhose] = useState<'mine' | 'unit'>('unit');
  return (
    <div className="sheet work">
      <header className="sheet-head">
        <h1>{say('我的工作', 'My work')}</h1>
        <Segmented
          value={whose}
          onChange={setWhose}
          aria-label={say('看谁的工作', 'Whose work to show')}
          options={[
            { value: 'mine', label: say('只看本人', 'Mine') },
            { value: 'unit', label: say('全单位', 'My unit') },
          ]}
        />
      </header>
      {error ? (
        <Trouble
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      ) : null}
      {data ? <Parts parts={data.parts} whose={whose} /> : !error && <Waiting lines={8} />}
    </div>
  );
}

function Parts({ parts, whose }: { parts: Worklist['parts']; whose: 'mine' | 'unit' }): React.ReactNode {
  const { say } = useSpeaking();
  const own = <T extends { mine?: boolean }>(items: readonly T[]): readonly T[] =>
    whose === 'mine' ? items.filter(({ mine }) => mine) : items;
  const [offers, careOffers] = [parts.offers.items, parts['care-offers'].items];
  const [clocks, stages, care, waiting] = [
    own(parts.clocks.items),
    own(parts.stages.items),
    own(parts['in-care'].items),
    own(parts.waiting.items),
  ];
  return (
    <>
      <Part
        title={say('等您答复', 'Waiting for your answer')}
        count={offers.length + careOffers.length}
        strong
        none={say('没有等待答复的移交。', 'No offer waits for an answer.')}>
        {offers.map((offer) => (
          <StageOffer key={offer.stageId} offer={offer} />
        ))}
        {careOffers.map((offer) => (
          <CareOffer key={offer.victimId} offer={offer} />
        ))}
      </Part>
      <Part title={say('时限', 'Deadlines')} count={clocks.length} none={say('没有正在计时的时限。', 'No deadline is running.')}>
        <Clocks clocks={clocks} />
      </Part>
      <div className="columns">
        <Part
          title={say('负责的阶段', 'Stages we answer for')}
          count={stages.length}
          none={say('目前不负责任何阶段。', 'No stage is answered for now.')}>
          {stages.map((stage) => (
            <StageRow key={stage.stageId} stage={stage} />
          ))}
        </Part>
        <div>
          <Part
            title={say('在等谁', 'Whom we wait for')}
            count={waiting.length}
            none={say('没有在等其他单位。', 'We wait for nobody.')}>
            {waiting.map((stage) => (
              <WaitingRow key={stage.stageId} stage={stage} />
            ))}
          </Part>
          <Part
            title={say('照料中的人', 'People in our care')}
            count={care.length}
            none={say('目前无人由本单位照料。', 'Nobody is in our care now.')}>
            {care.map((row) => (
              <CareRow key={row.victimId} care={row} />
            ))}
          </Part>
        </div>
      </div>
    </>
  );
}

function Part({
  title,
  count,
  none,
  strong,
  children,
}: {
  title: string;
  count: number;
  none: string;
  strong?: boolean;
  children: React.ReactNode;
}): React.ReactNode {
  return (
    <section className={strong && count > 0 ? 'part strong' : 'part'} aria-label={title}>
      <h2>
        {title} <span className="tally">{count}</span>
      </h2>
      {count === 0 ? <Nothing good={strong}>{none}</Nothing> : <ul className="rows">{children}</ul>}
    </section>
  );
}

/** The most urgent first: what is late, what is nearly late, the rest. */
function Clocks({ clocks }: { clocks: readonly ClockNow[] }): React.ReactNode {
  const { say, word } = useSpeaking();
  const now = useNow();
  const { session } = useDesk();
  return [...clocks]
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt))
    .map((clock) => (
      <li key={clock.clockId} className={`row clock ${urgencyOf(clock.dueAt, { now, since: clock.startedAt })}`}>
        <div className="row-what">
          <Link to={`/cases/${clock.caseId}/${clock.source}/${clock.subjectId}`}>{word(CLOCK_RULES, clock.rule)}</Link>
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
    ));
}

function StageRow({ stage }: { stage: StageNow }): React.ReactNode {
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
            `已${spanWords(now - Date.parse(stage.sinceAt), 'zh')}`,
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

function WaitingRow({ stage }: { stage: StageNow }): React.ReactNode {
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

function CareRow({ care }: { care: CareNow }): React.ReactNode {
  const { say, language } = useSpeaking();
  const now = useNow();
  return (
    <li className="row">
      <div className="row-what">
        <Link to={`/cases/${care.caseId}/custodies/${care.victimId}`}>
          {say('受害人', 'Victim')} <code>{care.victimId.slice(-4)}</code>
        </Link>
        <CaseLink id={care.caseId} number={care.caseNumber} />
      </div>
      <div className="row-who">
        <PersonName id={care.personId} />
        <span>
          {say(
            `照料已${spanWords(now - Date.parse(care.sinceAt), 'zh')}`,
            `for ${spanWords(now - Date.parse(care.sinceAt), language)}`,
          )}
        </span>
      </div>
    </li>
  );
}
