import { Link } from 'react-router';
import type { Asked } from '../../api/answers.js';
import { Due } from '../../look/due.js';
import { PersonName, UnitName } from '../../look/names.js';
import { momentWords } from '../../words/beijing.js';
import { useSpeaking, type Words } from '../../words/language.js';
import { CaseLink } from '../cases/case-link.js';
import { VictimOf } from '../cases/victim-of.js';

/** What each question wants of us. */
export const WANTED: Readonly<Record<string, Words>> = {
  'rescue.plan-drafted': ['请您审批解救方案', 'Approve a plan of a rescue'],
  'rescue.medical-check-asked': ['为受害人体检', 'Examine a victim'],
  'placement.place-asked': ['答复能否接收安置', 'Say whether you have a place'],
  'cross-border.identity-requested': ['核实身份并答复', 'Verify an identity, and answer'],
  'cross-border.reception-asked': ['答复能否接收其返回', 'Say whether you receive the person'],
  'cross-border.fitness-asked': ['评估是否适宜出行', 'Say whether the person is fit to travel'],
  'cross-border.handover-scheduled': ['在口岸接收移交', 'Receive a handover at the port'],
  'cross-border.handed-over': ['确认已接收安置', 'Confirm how the person is settled'],
  'attachment.original-offered': ['接收原件', 'Take an original over'],
};

/** Where it is answered: the page of the record, with the file opened that is meant. */
export function askedAddress(
  { caseId, source, type, aboutId, partId }: Pick<Asked, 'caseId' | 'source' | 'type' | 'aboutId' | 'partId'>,
): string {
  if (type === 'cross-border.handover-scheduled') return `/cases/${caseId}/handovers/${aboutId}`;
  const page = `/cases/${caseId}/${source}/${aboutId}`;
  return type === 'attachment.original-offered' && partId ? `${page}?file=${partId}` : page;
}

export const askedKey = ({ type, aboutId, partId, victimId }: Asked): string =>
  `${type} ${aboutId} ${partId ?? ''} ${victimId ?? ''}`;

/** Something that we are asked beside stages and care: what, by whom, by when; it is answered on the record itself. */
export function AskedRow({ asked }: { asked: Asked }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const { caseId, caseNumber, type, victimId, byUnit, byPerson, askedAt, dueAt } = asked;
  return (
    <li className="row">
      <div className="row-what">
        <Link to={askedAddress(asked)}>{word(WANTED, type)}</Link>
        {victimId && <VictimOf caseId={caseId} id={victimId} />}
        <CaseLink id={caseId} number={caseNumber ?? null} />
        <span className="quiet">
          <UnitName id={byUnit} /> <PersonName id={byPerson} /> {say('提出于', 'asked')} {momentWords(askedAt, language)}
        </span>
      </div>
      {dueAt && <Due at={dueAt} since={askedAt} />}
    </li>
  );
}
