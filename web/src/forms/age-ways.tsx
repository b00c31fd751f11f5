import { Radio } from 'antd';
import { useNow } from '../app/desk.js';
import { toInput } from '../words/beijing.js';
import { useSpeaking } from '../words/language.js';
import { useForm } from './context.js';
import { keyOf, valueAt, type Path } from './values.js';

interface Ways {
  /** Of the person whose age it is. */
  readonly path: Path;
  readonly exact: React.ReactNode;
  readonly estimate: React.ReactNode;
  readonly mayBeUnknown: boolean;
}

/** How old somebody is: known by the day of birth, judged by somebody, or known to nobody yet. */
export function AgeWays({ path, exact, estimate, mayBeUnknown }: Ways): React.ReactNode {
  const { say } = useSpeaking();
  const { values, set } = useForm();
  const today = toInput(useNow()).slice(0, 10);
  const isJudged = valueAt(values, [...path, 'estimatedAge']) !== undefined;
  const isUnknown = valueAt(values, [...path, 'birthDate']) === null;
  const way = isJudged ? 'estimate' : isUnknown ? 'unknown' : 'exact';
  const choose = (next: typeof way): void => {
    set([...path, 'birthDate'], next === 'unknown' ? null : undefined);
    set([...path, 'estimatedAge'], next === 'estimate' ? { on: today } : undefined);
  };
  const label = say('年龄', 'Age');
  return (
    <fieldset className="field" data-field={keyOf([...path, 'age'])}>
      <legend>{label}</legend>
      <Radio.Group
        aria-label={label}
        value={way}
        onChange={({ target }) => choose(target.value as typeof way)}
        options={[
          { value: 'exact', label: say('知道出生日期', 'The date of birth is known') },
          { value: 'estimate', label: say('只能估计', 'It can only be judged') },
          ...(mayBeUnknown ? [{ value: 'unknown', label: say('不详', 'Nobody knows') }] : []),
        ]}
      />
      {way === 'exact' && exact}
      {way === 'estimate' && estimate}
      {way === 'unknown' && (
        <p className="meaning">
          {say(
            '年龄不详的按未成年人办理,直到有人登记其年龄。',
            'Of whom nobody knows the age, the rules for minors hold until somebody says it.',
          )}
        </p>
      )}
    </fieldset>
  );
}
