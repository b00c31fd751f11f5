import { useState } from 'react';
import { Button, Select } from 'antd';
import type { Questions } from '../api/answers.js';
import { ask } from '../api/client.js';
import { Trouble } from '../app/states.js';
import { VictimOf } from '../features/cases/victim-of.js';
import { SEX_WORDS } from '../words/codes.js';
import { CODE_WORDS, FIELD_WORDS } from '../words/fields.js';
import { useSpeaking, type Words } from '../words/language.js';

/** What for somebody looks at what is kept closed. */
export const PURPOSES: Readonly<Record<string, Words>> = {
  triage: ['研判', 'Triage'],
  feedback: ['反馈', 'Feedback'],
  investigation: ['侦查', 'Investigation'],
  rescue: ['解救', 'Rescue'],
  placement: ['安置', 'Placement'],
  'identity-verification': ['身份核实', 'Identity verification'],
  handover: ['移交', 'Handover'],
  'relatives-contact': ['联系亲属', 'Contact with relatives'],
  supervision: ['督导', 'Supervision'],
};

/** Where one must say what for. */
type Revealing = {
  [A in keyof Questions]: 'purpose' extends keyof Questions[A]['asks'] ? A : never;
}[keyof Questions];

/** Personal data: hidden until somebody says what for. Each look is on record. */
export function Reveal<A extends Revealing>({
  address,
  at,
  what,
  purposes = Object.keys(PURPOSES),
  caseId,
}: {
  address: A;
  /** Of the victims whose names are shown: each is called as everywhere else as well. */
  caseId?: string;
  at: Omit<Questions[A]['asks'], 'purpose'>;
  what: string;
  purposes?: readonly string[];
}): React.ReactNode {
  const { say, word } = useSpeaking();
  const [purpose, setPurpose] = useState<string>();
  const [seen, setSeen] = useState<unknown>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const look = async (): Promise<void> => {
    try {
      setSeen(await ask(address, { ...at, purpose } as Questions[A]['asks']));
      setTrouble(null);
    } catch (error) {
      setTrouble(error);
    }
  };
  if (seen !== null)
    return (
      <div className="revealed">
        <Shown value={seen} caseId={caseId} />
        <Button size="small" onClick={() => setSeen(null)}>
          {say('收起', 'Hide')}
        </Button>
      </div>
    );
  return (
    <div className="reveal">
      <span>{what}</span>
      <Select
        size="small"
        placeholder={say('查看用途', 'For what')}
        aria-label={`${what}:${say('查看用途', 'for what')}`}
        value={purpose}
        onChange={setPurpose}
        popupMatchSelectWidth={false}
        options={purposes.map((value) => ({ value, label: word(PURPOSES, value) }))}
      />
      <Button
        size="small"
        disabled={!purpose}
        onClick={() => {
          void look();
        }}>
        {say('查看(留痕)', 'Look (on record)')}
      </Button>
      {trouble !== null && <Trouble error={trouble} />}
    </div>
  );
}

const LABELS: Readonly<Record<string, Words>> = { ...FIELD_WORDS, minor: ['未成年', 'Minor'] };
const CODES: Readonly<Record<string, Words>> = { ...CODE_WORDS, ...SEX_WORDS };

function Shown({ value, caseId }: { value: unknown; caseId: string | undefined }): React.ReactNode {
  const { say, word } = useSpeaking();
  if (Array.isArray(value))
    return value.length === 0
      ? say('(无)', '(none)')
      : value.map((item, index) => (
          <div className="list-item" key={index}>
            <Shown value={item} caseId={caseId} />
          </div>
        ));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([name]) => !/(Id|Record|Records)$/.test(name) || name === 'nationalId');
    const { victimId } = value as { victimId?: string };
    return (
      <>
        {caseId && victimId && <VictimOf caseId={caseId} id={victimId} />}
        <dl className="facts">
          {entries.map(([name, inner]) => (
            <div key={name}>
              <dt>{name === 'items' ? '' : word(LABELS, name)}</dt>
              <dd>
                <Shown value={inner} caseId={caseId} />
              </dd>
            </div>
          ))}
        </dl>
      </>
    );
  }
  if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no');
  return word(CODES, String(value as string | number));
}
