import type { Command } from '../../api/command.js';
import type { ServiceRecord } from '../../api/records.js';
import { carriersOf } from '../../forms/values.js';
import { UnitName } from '../../look/names.js';
import { dayWords } from '../../words/beijing.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { CODE_WORDS, CODE_WORDS_IN, FIELD_WORDS } from '../../words/fields.js';
import { useSpeaking, type Words } from '../../words/language.js';
import { VictimOf } from '../cases/victim-of.js';
import { otherPart, type Doable } from './doables.js';

const CLAUSE = /\s*[((][A-Z]-\d[^))]*[))]\s*$/;

export function ActionName({ doable: { command, of }, record }: { doable: Doable; record: ServiceRecord }): React.ReactNode {
  const { say } = useSpeaking();
  return (
    <>
      {say(command.zh, command.en.replace(CLAUSE, ''))}
      {of && (
        <>
          {' '}
          · <OfWhich command={command} of={of} record={record} />
        </>
      )}
    </>
  );
}

/** What one chooses among, and what no form asks for. */
const ALSO_CHOSEN: Readonly<Record<string, Words>> = {
  suspectId: ['嫌疑人', 'suspect'],
  requestId: ['核实请求', 'identity request'],
};

/** Which package, visit, side, plan … is meant. */
function OfWhich({ command, of, record }: { command: Command; of: string; record: ServiceRecord }): React.ReactNode {
  const { say, word, language } = useSpeaking();
  const part = otherPart(command) ?? '';
  const codes: Readonly<Record<string, Words>> = {
    ...CODE_WORDS,
    ...CODE_WORDS_IN['package'],
    sending: ['送出方', 'sending side'],
    receiving: ['接收方', 'receiving side'],
  };
  if (part === 'n') return <>{say(`第 ${of} 项`, `item ${of}`)}</>;
  if (codes[of]) return <>{word(codes, of)}</>;
  const all = carriersOf(record, part);
  const carrier = all.find((known) => known[part] === of);
  if (part === 'victimId') return <VictimOf caseId={record.caseId} id={of} />;
  const month = carrier?.['month'] as number | undefined;
  const due = carrier?.['dueAt'] as string | undefined;
  if (month !== undefined)
    return (
      <>
        {say(`第 ${month} 个月`, `month ${month}`)} {due && dayWords(due, language)}
      </>
    );
  const stage = carrier?.['stage'] as string | undefined;
  if (part === 'requestId' && stage)
    return (
      <>
        {word(STAGE_WORDS, stage)} <UnitName id={carrier!['toUnit'] as string} />
      </>
    );
  return (
    <>
      {word({ ...FIELD_WORDS, ...ALSO_CHOSEN }, part)} {all.indexOf(carrier!) + 1}
    </>
  );
}
