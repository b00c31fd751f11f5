import type { Clue, MissingReport } from '../../api/answers.js';
import { Reveal } from '../../look/reveal.js';
import { momentWords, spanWords } from '../../words/beijing.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { Nothing } from '../../app/states.js';
import type { Summary } from '../stages/record-page.js';

/** 受理: what was reported, how urgent it is, what became of it. */
export function IntakeSummary({ record }: Summary<'intake'>): React.ReactNode {
  const { say, word } = useSpeaking();
  const { id, caseId, clues, reports, victims, risk } = record;
  return (
    <>
      <section className="part">
        <h2>
          {say('线索与报案', 'Clues and reports')} <span className="tally">{clues.length + reports.length}</span>
        </h2>
        <p>
          {say('风险等级', 'Risk')}:{' '}
          <strong className={risk === 'urgent' ? 'told late' : undefined}>
            {risk ? word(CODE_WORDS, risk) : say('尚未定级', 'not graded yet')}
          </strong>
        </p>
        <ul className="rows">
          {clues.map((clue, index) => (
            <ClueRow key={clue.clueId} clue={clue} number={index + 1} intakeId={id} />
          ))}
          {reports.map((report) => (
            <ReportRow key={report.reportId} report={report} intakeId={id} />
          ))}
        </ul>
      </section>
      <section className="part">
        <h2>
          {say('受害人身份', 'Who the victims are')} <span className="tally">{victims.length}</span>
        </h2>
        {victims.length === 0 ? (
          <Nothing>{say('尚未登记。', 'None yet.')}</Nothing>
        ) : (
          <Reveal
            address="/api/intake/intakes/{id}/victims"
            at={{ id }}
            caseId={caseId}
            what={say('姓名、证件号、特征', 'Names, ids, marks')}
          />
        )}
      </section>
    </>
  );
}

function ReportRow({ report, intakeId }: { report: MissingReport; intakeId: string }): React.ReactNode {
  const { say, language } = useSpeaking();
  const { reportId, missingSince, receivedAt, contentRecord, reporterRecord } = report;
  const at = { id: intakeId, clueId: reportId };
  return (
    <li className="row tall">
      <div>
        <strong>{say('失踪报案', 'Missing-person report')}</strong>
        <p className="quiet">
          {say('失踪', 'missing since')} {momentWords(missingSince, language)} · {say('受理', 'accepted')}{' '}
          {momentWords(receivedAt, language)}
        </p>
        {contentRecord && (
          <Reveal
            address="/api/intake/intakes/{id}/clues/{clueId}/content"
            at={at}
            what={say('最后出现的地点', 'Where last seen')}
          />
        )}
        {reporterRecord && (
          <Reveal
            address="/api/intake/intakes/{id}/clues/{clueId}/reporter"
            at={at}
            what={say('报告人身份(仅研判)', 'Who reported (triage only)')}
            purposes={['triage', 'feedback']}
          />
        )}
      </div>
    </li>
  );
}

function ClueRow({ clue, number, intakeId }: { clue: Clue; number: number; intakeId: string }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const late = spanWords(clue.delayMinutes * 60_000, language);
  return (
    <li className="row tall">
      <div>
        <strong>
          {say(`线索 ${number}`, `Clue ${number}`)} · {word(CODE_WORDS, clue.channel)}
        </strong>
        <p className="quiet">
          {say('发现', 'discovered')} {momentWords(clue.discoveredAt, language)} · {say('登记', 'received')}{' '}
          {momentWords(clue.receivedAt, language)}
          {clue.late && <span className="told late"> · {say(`有报告义务,迟报 ${late}`, `bound to report; ${late} late`)}</span>}
        </p>
        <p className={clue.feedbackAt ? 'quiet' : 'told'}>
          {clue.feedbackAt
            ? `${say('已反馈', 'Feedback sent')} ${momentWords(clue.feedbackAt, language)}`
            : say('尚未向报告人反馈', 'No feedback to the reporter yet')}
        </p>
        {clue.contentRecord && (
          <Reveal
            address="/api/intake/intakes/{id}/clues/{clueId}/content"
            at={{ id: intakeId, clueId: clue.clueId }}
            what={say('线索内容', 'What was reported')}
          />
        )}
        {clue.reporterRecord && (
          <Reveal
            address="/api/intake/intakes/{id}/clues/{clueId}/reporter"
            at={{ id: intakeId, clueId: clue.clueId }}
            what={say('报告人身份(仅研判)', 'Who reported (triage only)')}
            purposes={['triage', 'feedback']}
          />
        )}
      </div>
    </li>
  );
}
