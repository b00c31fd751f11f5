import { useEffect, useState } from 'react';
import { Button, Select } from 'antd';
import type { Attachment } from '../../api/answers.js';
import type { StageKind } from '../../api/codes.js';
import { Trouble } from '../../app/states.js';
import { PURPOSES } from '../../look/reveal.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { digestOf, readFile } from './files.js';

/** What people of a stage mostly look for; they may say otherwise. */
const USUAL = {
  intake: 'triage', investigation: 'investigation', rescue: 'rescue', placement: 'placement', 'cross-border': 'handover',
} as const satisfies Readonly<Record<StageKind, keyof typeof PURPOSES>>;

interface Copy {
  readonly address: string;
  readonly isSame: boolean;
}

interface Kept {
  readonly stage: StageKind;
  readonly file: Attachment;
}

/** The file itself, asked for with a purpose and compared here once more with the digest on record. */
export function Content({ stage, file }: Kept): React.ReactNode {
  const { say, word } = useSpeaking();
  const [purpose, setPurpose] = useState<string>(USUAL[stage]);
  const [copy, setCopy] = useState<Copy | null>(null);
  const [isReading, setReading] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  useEffect(() => () => URL.revokeObjectURL(copy?.address ?? ''), [copy]);
  const look = async (): Promise<void> => {
    setReading(true);
    try {
      const content = await readFile(stage, file, purpose);
      setCopy({ address: URL.createObjectURL(content), isSame: (await digestOf(content)) === file.digest });
      setTrouble(null);
    } catch (error) {
      setTrouble(error);
    }
    setReading(false);
  };
  if (copy) return <Shown copy={copy} file={file} onHide={() => setCopy(null)} />;
  return (
    <div className="reveal">
      <span>{say('查看用途', 'For what')}</span>
      <Select
        aria-label={say('查看用途', 'For what')}
        value={purpose}
        onChange={setPurpose}
        popupMatchSelectWidth={false}
        options={Object.keys(PURPOSES).map((value) => ({ value, label: word(PURPOSES, value) }))}
      />
      <Button loading={isReading} onClick={() => void look()}>
        {say('查看文件(留痕)', 'Look at the file (on record)')}
      </Button>
      {trouble !== null && <Trouble error={trouble} />}
    </div>
  );
}

interface ShownGiven {
  readonly copy: Copy;
  readonly file: Attachment;
  readonly onHide: () => void;
}

/** A file that is not what was announced is neither shown nor given out. */
function Shown({ copy: { address, isSame }, file, onHide }: ShownGiven): React.ReactNode {
  const { say, word } = useSpeaking();
  const { id, kind, mediaType } = file;
  if (!isSame)
    return (
      <p className="verdict bad" role="alert">
        {say('⚠ 内容与登记的摘要不一致,不得使用', '⚠ The content differs from the digest on record: do not use it')}
      </p>
    );
  return (
    <div className="revealed">
      <p className="verdict good" role="status">
        {say('✓ 内容与登记的摘要一致', '✓ The content is what the digest on record says')}
      </p>
      {mediaType === 'application/pdf' ? (
        <iframe className="kept-file" src={address} title={word(CODE_WORDS, kind)} />
      ) : (
        <img className="kept-file" src={address} alt={word(CODE_WORDS, kind)} />
      )}
      <p className="form-foot">
        {mediaType === 'application/pdf' && (
          <a href={address} target="_blank" rel="noreferrer">
            {say('在新页中打开', 'Open in a page of its own')}
          </a>
        )}
        <a href={address} download={`${id}.${mediaType.split('/')[1]!}`}>
          {say('保存到本机', 'Save on this machine')}
        </a>
        <Button size="small" onClick={onHide}>
          {say('收起', 'Hide')}
        </Button>
      </p>
    </div>
  );
}
