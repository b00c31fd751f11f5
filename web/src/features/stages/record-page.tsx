import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { CaseVictim, StageNow } from '../../api/answers.js';
import { CLOCK_RULES, CLOCK_STOPS } from '../../api/clock-rules.js';
import type { StageKind } from '../../api/codes.js';
import { caseQuery, recordQuery } from '../../api/questions.js';
import { SHELVES, type StageRecord } from '../../api/records.js';
import { NotHere, Trouble, Waiting } from '../../app/states.js';
import { Due } from '../../look/due.js';
import { PersonName, UnitName } from '../../look/names.js';
import { momentWords } from '../../words/beijing.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { useSpeaking } from '../../words/language.js';
import { Attachments } from '../attachments/attachments.js';
import { CaseHead } from '../cases/case-page.js';
import { VictimTag } from '../cases/overview.js';
import { CrossBorderSummary } from '../cross-border/summary.js';
import { IntakeSummary } from '../intake/summary.js';
import { InvestigationSummary } from '../investigation/summary.js';
import { PlacementSummary } from '../placement/summary.js';
import { RescueSummary } from '../rescue/summary.js';
import { ActionPanel } from './actions.js';
import { NextStages } from './next-stages.js';

export interface Summary<K extends StageKind = StageKind> {
  readonly record: StageRecord<K>;
  readonly victims: readonly CaseVictim[];
}

const SUMMARIES: { readonly [K in StageKind]: (given: Summary<K>) => React.ReactNode } = {
  intake: IntakeSummary,
  investigation: InvestigationSummary,
  rescue: RescueSummary,
  placement: PlacementSummary,
  'cross-border': CrossBorderSummary,
};

/** One stage of a case: who answers, how far it is, what I can do. */
export default function RecordPage(): React.ReactNode {
  const { caseId = '', service = '', id = '' } = useParams();
  if (!(service in SHELVES)) return <NotHere />;
  return <StageScreen key={id} caseId={caseId} stage={service as StageKind} id={id} />;
}

function StageScreen({ caseId, stage, id }: { caseId: string; stage: StageKind; id: string }): React.ReactNode {
  const { say, word } = useSpeaking();
  const now = useQuery(caseQuery(caseId));
  const { data: record, error, refetch } = useQuery(recordQuery(SHELVES[stage], { id, caseId }));
  const victims = now.data?.victims ?? [];
  const standing = now.data?.stages.find(({ subjectId }) => subjectId === id);
  // The record comes from the shelf of this stage, which the compiler does not follow through the address.
  const Summary = SUMMARIES[stage] as (given: Summary) => React.ReactNode;
  return (
    <div className="sheet">
      {now.data && <CaseHead now={now.data} />}
      {error && (
        <Trouble
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      )}
      {(!record || !now.isFetched) && !error && <Waiting lines={8} />}
      {/* Not before it is known whom the case has: who is spoken of would be called otherwise a moment later. */}
      {record && now.isFetched && (
        <>
          <section className="part">
            <h2>
              {word(STAGE_WORDS, stage)} {'victimId' in record && <VictimTag id={record.victimId} victims={victims} />}{' '}
              {record.stage && (
                <span className="tally">{record.stage.state === 'closed' ? say('已办结', 'closed') : say('办理中', 'open')}</span>
              )}
            </h2>
            <Answers record={record} standing={standing} />
            <RecordClocks record={record} />
          </section>
          <div className="columns record">
            <div>
              <Summary record={record} victims={victims} />
              {'requests' in record && record.requests && <NextStages requests={record.requests} />}
              <Attachments stage={stage} record={record} victims={victims} />
            </div>
            <div>
              <ActionPanel prefix={SHELVES[stage]} record={record} victims={victims} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}

function Answers({ record, standing }: { record: StageRecord; standing: StageNow | undefined }): React.ReactNode {
  const { say, language } = useSpeaking();
  if (!record.stage) return null;
  const { answers, offer, state, taken } = record.stage;
  return (
    <>
      <p>
        {state === 'open' ? say('现由', 'Answered for by') : say('最后由', 'Last answered for by')}{' '}
        <strong>
          <UnitName id={answers.unitId} /> <PersonName id={answers.personId} />
        </strong>
        {say('负责', '')}
        {standing && (
          <span className="quiet">
            {' '}
            · {say('自', 'since')} {momentWords(standing.sinceAt, language)}
          </span>
        )}
      </p>
      {state === 'open' && !taken && (
        <p className="told">
          {say('尚无单位接收;提请方仍然负责。', 'No unit has accepted yet; the one who asked still answers.')}
        </p>
      )}
      {offer && (
        <p className="told">
          {say('已移交给', 'Offered to')} <UnitName id={offer.toUnit} />
          {say(',等待答复', ', not answered yet')} {standing?.offerExpiresAt && <Due at={standing.offerExpiresAt} />}
        </p>
      )}
    </>
  );
}

function RecordClocks({ record: { clocks } }: { record: StageRecord }): React.ReactNode {
  const { say, word } = useSpeaking();
  if (!clocks) return null;
  const running = clocks.running;
  if (running.length === 0) return null;
  return (
    <ul className="rows" aria-label={say('时限', 'Deadlines')}>
      {running.map(({ clockId, rule, startedAt, dueAt }) => (
        <li className="row" key={clockId}>
          <div>
            {word(CLOCK_RULES, rule)}
            <p className="quiet">
              {say('完成条件:', 'Met when: ')}
              {word(CLOCK_STOPS, rule)}
            </p>
          </div>
          <Due at={dueAt} since={startedAt} />
        </li>
      ))}
    </ul>
  );
}
