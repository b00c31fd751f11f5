import { Button } from 'antd';
import type { CaseVictim } from '../api/answers.js';
import { Refused } from '../api/client.js';
import { Trouble } from '../app/states.js';
import { FactDetails } from '../features/cases/fact-details.js';
import { PersonName, UnitName } from '../look/names.js';
import { momentWords } from '../words/beijing.js';
import { FACT_WORDS } from '../words/facts.js';
import { FIELD_WORDS } from '../words/fields.js';
import { useSpeaking } from '../words/language.js';
import { saidOnce } from '../words/missing.js';

interface Change {
  readonly version: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly byUnit: string;
  readonly byPerson: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What of the form is not as it must be: the path of the field, and the sentence that the service says. */
interface Violation {
  readonly field: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Why the service said no: what is missing, what was wrong in the form, or what others have done meanwhile. */
export function WhyNot({
  error,
  victims,
  onSeen,
}: {
  error: unknown;
  victims: readonly CaseVictim[];
  onSeen?: (version: number) => void;
}): React.ReactNode {
  const { say, word } = useSpeaking();
  if (!(error instanceof Refused)) {
    return (
      <div role="alert" className="trouble">
        {say(
          '没有收到答复,不知道是否已办成。内容已保存在本机;再次提交不会重复办理。',
          'No answer came, so it is not known whether it was done. What you wrote is kept; sending it again does nothing twice.',
        )}
      </div>
    );
  }
  const { code, details = {} } = error.problem;
  const violations = details['violations'];
  return (
    <>
      <Trouble error={error} />
      {code === 'input.command-id-reused' && (
        <p className="told">
          {say(
            '同一表格已在另一窗口以其他内容提交并办成。请先核对;再次提交将另外办理一次。',
            'The same form was sent from another window with other content, and that is done. Compare first: sent again, this is done besides.',
          )}
        </p>
      )}
      {Array.isArray(violations) && (
        <ul className="quiet">
          {(violations as Violation[]).map(({ field, zh, en }) => (
            <li key={`${field} ${en}`}>
              <strong>{word(FIELD_WORDS, field.split('.').at(-1))}</strong> {say(zh, en)}
            </li>
          ))}
        </ul>
      )}
      {code !== 'record.stale-version' && !violations && Object.keys(details).length > 0 && (
        <RefusalDetails details={details} victims={victims} />
      )}
      {code === 'record.stale-version' && (
        <Meanwhile
          changes={(details['changes'] ?? []) as Change[]}
          victims={victims}
          onTake={() => onSeen?.(details['actual'] as number)}
        />
      )}
    </>
  );
}

/** Both versions: what others have done since one looked, beside what one is about to send. */
function Meanwhile({
  changes,
  victims,
  onTake,
}: {
  changes: readonly Change[];
  victims: readonly CaseVictim[];
  onTake: () => void;
}): React.ReactNode {
  const { say, word, language } = useSpeaking();
  return (
    <section className="part strong" aria-label={say('他人的更改', 'What others have changed')}>
      <h3>{say('您打开之后,他人已办理:', 'Since you opened this, others have done:')}</h3>
      {changes.length === 0 && (
        <p>{say('有他人办理,内容不向贵单位出示。', 'Something that is not shown to your unit.')}</p>
      )}
      <ul className="rows">
        {changes.map(({ version, type, occurredAt, byUnit, byPerson, data }) => (
          <li className="row" key={version}>
            <div>
              <strong>{word(FACT_WORDS, type)}</strong> <FactDetails data={data} victims={victims} />
              <p className="quiet">
                {momentWords(occurredAt, language)} <UnitName id={byUnit} /> <PersonName id={byPerson} />
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p>
        {say(
          '上方表格中仍是您填写的内容。核对后,可以在此基础上提交。',
          'The form above still holds what you wrote. Compare, then you may send it on top of this.',
        )}
      </p>
      <Button onClick={onTake}>{say('已核对,以最新情况为准', 'I have compared; go on from there')}</Button>
    </section>
  );
}

/** What a refusal says besides its sentence: what else is missing, since when, by whom. */
export function RefusalDetails({
  details,
  victims,
}: {
  details: Readonly<Record<string, unknown>>;
  victims: readonly CaseVictim[];
}): React.ReactNode {
  const { say } = useSpeaking();
  const { listed, rest } = saidOnce(details);
  return (
    <>
      {listed.length > 0 && (
        <ul className="missing-list">
          {listed.map((words) => (
            <li key={words[1]}>{say(...words)}</li>
          ))}
        </ul>
      )}
      <span className="quiet">
        <FactDetails data={rest} victims={victims} />
      </span>
    </>
  );
}
