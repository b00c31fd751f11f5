import { useEffect, useState } from 'react';
import { postWords, UNIT_KIND_WORDS } from '../words/codes.js';
import { useSpeaking, type Words } from '../words/language.js';
import { signInAddress } from './session.js';

interface Account {
  readonly personId: string;
  readonly username: string;
  readonly nameZh: string;
  readonly nameLatin: string;
  readonly unitId: string;
  readonly unitNameZh: string;
  readonly unitNameEn: string;
  readonly unitKind: string;
  readonly post: string;
}

interface Agency {
  readonly key: string;
  readonly words: Words;
  readonly units: RegExp;
}

const AGENCIES: readonly Agency[] = [
  { key: 'police', words: ['公安', 'Police'], units: /psb$|police-station$/ },
  { key: 'civil', words: ['民政', 'Civil affairs'], units: /civil-affairs$|relief-station$|child-welfare$/ },
  { key: 'health', words: UNIT_KIND_WORDS.health, units: /health$|hospital$/ },
  { key: 'border', words: ['边检', 'Border'], units: /border-(management|inspection|liaison)$/ },
  { key: 'conference', words: ['联席会议', 'Joint conference'], units: /conference-office$/ },
  { key: 'abroad', words: ['境外对口', 'Counterparts abroad'], units: /^vn-/ },
  { key: 'others', words: ['其他', 'Others'], units: /./ },
];

const SHOWN = 48;

/** In an exercise: choose whom to be. In live operation nobody is listed. */
export function DemoPeople(): React.ReactNode {
  const { say, language } = useSpeaking();
  const people = useDemoPeople();
  const [agency, setAgency] = useState('police');
  const [wanted, setWanted] = useState('532528');
  if (people.length === 0) return null;
  const agencyOf = ({ unitId }: Account): string => AGENCIES.find(({ units }) => units.test(unitId))!.key;
  const found = people.filter((person) =>
    wanted === ''
      ? agencyOf(person) === agency
      : `${person.username} ${person.nameZh} ${person.nameLatin} ${person.unitNameZh} ${person.unitNameEn}`
          .toLowerCase()
          .includes(wanted.toLowerCase()),
  );
  return (
    <section aria-label={say('演练人员', 'People of the exercise')}>
      <h2>{say('演练:选一个人登录', 'Exercise: choose whom to be')}</h2>
      <div className="door-agencies" role="group" aria-label={say('按部门', 'By agency')}>
        {AGENCIES.map(({ key, words }) => (
          <button
            key={key}
            type="button"
            aria-pressed={wanted === '' && agency === key}
            onClick={() => {
              setAgency(key);
              setWanted('');
            }}>
            {say(...words)}
          </button>
        ))}
      </div>
      <input
        className="plain-input door-find"
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
        aria-label={say('按单位、姓名或登录名查找', 'Find by unit, name or user name')}
        placeholder={say('单位、姓名、登录名或区划', 'Unit, name, user name or division')}
      />
      <ul className="door-people">
        {found.slice(0, SHOWN).map((person) => (
          <li key={person.username}>
            <a href={signInAddress(person.username)}>
              {language === 'zh' ? person.nameZh : person.nameLatin} · {say(...postWords(person.post, person.unitKind))}
              <small>
                {language === 'zh' ? person.unitNameZh : person.unitNameEn} · {person.username}
              </small>
            </a>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && (
        <p className="door-note">
          {say(
            `还有 ${found.length - SHOWN} 人,请输入单位或姓名缩小范围。`,
            `${found.length - SHOWN} more; type a unit or a name.`,
          )}
        </p>
      )}
    </section>
  );
}

function useDemoPeople(): readonly Account[] {
  const [people, setPeople] = useState<readonly Account[]>([]);
  useEffect(() => {
    void fetch('/api/identity/directory/demo-accounts')
      .then(async (answer) => (answer.ok ? ((await answer.json()) as { items: Account[] }).items : []))
      .then(setPeople, () => undefined);
  }, []);
  return people;
}
