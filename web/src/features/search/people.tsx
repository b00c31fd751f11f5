import { useQuery } from '@tanstack/react-query';
import type { PersonFound } from '../../api/answers.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { UnitName } from '../../look/names.js';
import { FIELD_WORDS } from '../../words/fields.js';
import { useSpeaking, type Words } from '../../words/language.js';
import { CaseLink } from '../cases/case-link.js';
import { VictimOf } from '../cases/victim-of.js';
import { peopleQuery, type PersonSought } from './searches.js';

const TRAITS: Readonly<Record<string, Words>> = {
  name: FIELD_WORDS.name,
  'name-sound': ['姓名读音', 'sound of the name'],
  'national-id': FIELD_WORDS.nationalId,
  'birth-date': FIELD_WORDS.birthDate,
  'estimated-age': FIELD_WORDS.estimatedAge,
};

/** Victims who may be the person; of a case that is not the reader's, only whom to ask. */
export function People({ sought }: { sought: PersonSought }): React.ReactNode {
  const { say } = useSpeaking();
  const { data, error, isPending, refetch } = useQuery(peopleQuery(sought));
  return (
    <section className="part" aria-label={say('按人', 'By person')}>
      <h2>
        {say('受害人', 'Victims')} <span className="tally">{data?.items.length}</span>
      </h2>
      <p className="quiet">{say('本次查找已留痕。', 'This search is on record.')}</p>
      {isPending && <Waiting lines={3} />}
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <Nothing>{say('没有登记过这样的人。', 'Nobody of that name or number is on record.')}</Nothing>
      )}
      <ul className="rows">
        {data?.items.map((found, index) => (
          <PersonRow key={`${found.victimId} ${index}`} found={found} />
        ))}
      </ul>
      {data?.isMore && <p className="told">{say('还有更多相符的人,请写得更具体。', 'There are more: say more of the person.')}</p>}
    </section>
  );
}

function PersonRow({ found }: { found: PersonFound }): React.ReactNode {
  const { say, word } = useSpeaking();
  const { matched, answerable, caseId, caseNumber, victimId } = found;
  return (
    <li className="row">
      <div className="row-what">
        {caseId ? <CaseLink id={caseId} number={caseNumber} /> : <strong>{say('其他单位办理的案件', 'A case of another unit')}</strong>}
        {caseId && victimId && <VictimOf caseId={caseId} id={victimId} />}
        <span className="quiet">
          {say('相符:', 'Same: ')}
          {matched.map((trait) => word(TRAITS, trait)).join(say('、', ', '))}
        </span>
      </div>
      <div className="row-who">
        <span>{caseId ? say('负责', 'answers') : say('登记前请先联系', 'before you register, ask')}</span>
        {answerable.map((unitId) => (
          <UnitName key={unitId} id={unitId} />
        ))}
      </div>
    </li>
  );
}
