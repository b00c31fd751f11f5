import { use } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Refused } from '../../api/client.js';
import { unitsQuery } from '../../api/questions.js';
import { Nothing, Trouble, Waiting } from '../../app/states.js';
import { DivisionName, UnitName } from '../../look/names.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { useSpeaking } from '../../words/language.js';
import { CaseRows } from '../cases/case-rows.js';
import { People } from './people.js';
import { caseNumberedQuery, casesInQuery, locatedQuery } from './searches.js';
import { SearchBox } from './search-box.js';
import { meantBy, SoughtContext, type Meant } from './sought.js';

/** 查找: what the reader may see, by number, by person, by place; of what they may not see, whom to ask. */
export default function SearchPage(): React.ReactNode {
  const { say } = useSpeaking();
  const { sought } = use(SoughtContext);
  return (
    <div className="sheet">
      <header className="sheet-head">
        <h1>{say('查找', 'Find')}</h1>
        <SearchBox key={sought} isAlone={sought === ''} />
      </header>
      <Found key={sought} meant={meantBy(sought)} />
    </div>
  );
}

function Found({ meant }: { meant: Meant }): React.ReactNode {
  const { say } = useSpeaking();
  switch (meant.is) {
    case 'nothing':
      return (
        <section className="part">
          <p>{say('可以查找:', 'You can look for:')}</p>
          <ul>
            <li>{say('案号,如 A5325034300002019100001', 'a case by its number, as A5325034300002019100001')}</li>
            <li>{say('姓名或 18 位证件号(查找留痕)', 'a person by name or by the id of 18 characters (on record)')}</li>
            <li>{say('地点:县、市名称或六位区划代码', 'a place: the name of a county, or its division code of six digits')}</li>
          </ul>
        </section>
      );
    case 'case':
      return (
        <section className="part">
          <Link to={`/cases/${meant.caseId}`}>{say('打开此案', 'Open this case')}</Link>
        </section>
      );
    case 'number':
      return <Numbered caseNumber={meant.caseNumber} />;
    case 'person':
      return <People sought={{ nationalId: meant.nationalId }} />;
    case 'place':
      return <InDivision division={meant.division} />;
    case 'words':
      return (
        <>
          <People sought={{ name: meant.words }} />
          <Places words={meant.words} />
        </>
      );
  }
}

function Numbered({ caseNumber }: { caseNumber: string }): React.ReactNode {
  const { say } = useSpeaking();
  const own = useQuery(caseNumberedQuery(caseNumber));
  const isElsewhere = own.data?.items.length === 0 || own.error instanceof Refused;
  return (
    <section className="part" aria-label={say('按案号', 'By number')}>
      <h2>
        {say('案号', 'Case number')} <code>{caseNumber}</code>
      </h2>
      {own.isPending && <Waiting lines={2} />}
      {own.error && !isElsewhere && <Trouble error={own.error} onRetry={() => void own.refetch()} />}
      {own.data && own.data.items.length > 0 && <CaseRows cases={own.data.items} />}
      {isElsewhere && <Located caseNumber={caseNumber} />}
    </section>
  );
}

/** The case is not ours to see: that it exists, and whom to ring up. */
function Located({ caseNumber }: { caseNumber: string }): React.ReactNode {
  const { say, word } = useSpeaking();
  const { data, error, isPending, refetch } = useQuery(locatedQuery(caseNumber));
  if (isPending) return <Waiting lines={2} />;
  if (error instanceof Refused && error.problem.status === 404)
    return <Nothing>{say('没有这个案号。请核对后再查。', 'There is no case of this number. Check it and try again.')}</Nothing>;
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p>
        {say(
          '此案存在,但不属于您单位办理的范围。需要了解请联系负责单位:',
          'The case exists, and is not one of yours. Ask the unit that answers:',
        )}
      </p>
      <ul className="rows">
        {data.answerable.map(({ stage, unitId }) => (
          <li className="row" key={`${stage} ${unitId}`}>
            <UnitName id={unitId} />
            <span>{word(STAGE_WORDS, stage)}</span>
          </li>
        ))}
      </ul>
      {data.answerable.length === 0 && <p>{say('此案已办结。', 'The case is closed.')}</p>}
    </>
  );
}

/** Places that are called so, as the names of their units say. */
function Places({ words }: { words: string }): React.ReactNode {
  const { say } = useSpeaking();
  const { data: units, isPending } = useQuery(unitsQuery);
  const wanted = words.toLowerCase();
  const divisions = [
    ...new Set(
      [...(units?.values() ?? [])]
        .filter(({ nameZh, nameEn }) => nameZh.includes(words) || nameEn.toLowerCase().includes(wanted))
        .map(({ division }) => division),
    ),
  ].slice(0, 5);
  if (divisions.length === 0)
    return (
      <section className="part" aria-label={say('按地点', 'By place')}>
        <h2>{say('地点', 'Place')}</h2>
        {isPending ? <Waiting lines={2} /> : <Nothing>{say('没有叫这个名字的地方。', 'No place is called so.')}</Nothing>}
      </section>
    );
  return divisions.map((division) => <InDivision key={division} division={division} />);
}

function InDivision({ division }: { division: string }): React.ReactNode {
  const { say } = useSpeaking();
  const { data, error, isPending, refetch } = useQuery(casesInQuery(division));
  return (
    <section className="part" aria-label={say(`区划 ${division}`, `Division ${division}`)}>
      <h2>
        {say('地点', 'Place')} <code>{division}</code>{' '}
        <span className="tally">
          <DivisionName code={division} />
        </span>
      </h2>
      {isPending && <Waiting lines={3} />}
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <Nothing>{say('此地没有您能看到的案件。', 'There is no case there that you may see.')}</Nothing>
      )}
      {data && data.items.length > 0 && <CaseRows cases={data.items} />}
      {data?.next && <p className="quiet">{say('还有更多,请到“案件”中查看。', 'There are more; see “Cases”.')}</p>}
    </section>
  );
}
