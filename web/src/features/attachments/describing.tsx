import { Checkbox, Input, Select } from 'antd';
import { CODE_WORDS, FIELD_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { KINDS, NUMBER_MAX } from './files.js';

/** What somebody says of a file before it comes. */
export interface Described {
  readonly kind?: string;
  readonly number: string;
  readonly hasOriginal: boolean;
}

interface DescribingGiven {
  readonly described: Described;
  readonly onChange: (described: Described) => void;
  /** It has been announced so. */
  readonly isFixed: boolean;
}

export function Describing({ described, onChange, isFixed }: DescribingGiven): React.ReactNode {
  const { say, word } = useSpeaking();
  const { kind, number, hasOriginal } = described;
  return (
    <>
      <div className="field">
        <label htmlFor="file-kind">{word(FIELD_WORDS, 'kind')}</label>
        <Select
          id="file-kind"
          className="wide"
          value={kind}
          disabled={isFixed}
          onChange={(next: string) => onChange({ ...described, kind: next })}
          options={KINDS.map((value) => ({ value, label: word(CODE_WORDS, value), 'data-value': value }))}
        />
      </div>
      <div className="field">
        <label htmlFor="file-number">
          {word(FIELD_WORDS, 'number')} <small>{say('(如有)', '(if it has one)')}</small>
        </label>
        <Input
          id="file-number"
          className="wide"
          value={number}
          maxLength={NUMBER_MAX}
          disabled={isFixed}
          onChange={({ target }) => onChange({ ...described, number: target.value.toUpperCase() })}
        />
        <p className="quiet">
          {say('附件没有标题:请勿填写姓名或证件号。', 'A file has no title: write no name and no personal id here.')}
        </p>
      </div>
      <Checkbox
        checked={hasOriginal}
        disabled={isFixed}
        onChange={({ target }) => onChange({ ...described, hasOriginal: target.checked })}>
        {say('本单位有纸质原件或原物,由本单位保管', 'Our unit has the paper or the thing itself, and answers for it')}
      </Checkbox>
    </>
  );
}
