import { useState } from 'react';
import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { CaseVictim } from '../api/answers.js';
import type { RecordsOf, ServiceRecord } from '../api/records.js';
import { ask } from '../api/client.js';
import { recordsQuery } from '../api/questions.js';
import { VictimTag } from '../features/cases/overview.js';
import { CODE_WORDS, FIELD_WORDS } from '../words/fields.js';
import { dayWords } from '../words/beijing.js';
import { useSpeaking, type Words } from '../words/language.js';
import { useForm } from './context.js';
import { carriersOf, type Values } from './values.js';

/** A household, a relative, a parent or a paper that nobody has named before gets an id of its own. */
const MAY_BE_NEW = new Set(['householdId', 'relativeId', 'personId', 'evidence']);

/** What a package is discharged on: what the record holds already, or a paper of the file. */
const EVIDENCE: Readonly<Record<string, Words>> = {
  measureId: ['已采取的措施', 'A measure taken'],
  suspectId: ['嫌疑人', 'A suspect'],
  hitId: FIELD_WORDS.hitId,
};

interface Option {
  readonly value: string;
  readonly label: React.ReactNode;
}

interface Asked {
  readonly id: string;
  readonly label: string;
  readonly name: string;
}
type One = Asked & {
  readonly several?: false;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
};
type Several = Asked & {
  readonly several: true;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
};

/** Something that the case knows already: a victim, a plan, a visit, a return. People choose it and never type an id. */
export function KnownId(asked: One | Several): React.ReactNode {
  const { say } = useSpeaking();
  const options = useOptions(asked.name, asked.several ? undefined : asked.value);
  const isLoading = options === null;
  const marked = options?.map((option) => ({ ...option, 'data-value': option.value }));
  const known = { options: marked, loading: isLoading };
  const common = { id: asked.id, 'aria-label': asked.label, className: 'wide', ...known, allowClear: true };
  const none = isLoading ? say('正在读取…', 'Loading…') : say('本案尚无可选项', 'The case has none yet');
  if (asked.several)
    return (
      <Select
        {...common}
        mode="multiple"
        // There are few, and they are chosen: what is typed would be looked for among the ids.
        showSearch={false}
        value={[...asked.value]}
        onChange={asked.onChange}
        notFoundContent={none}
      />
    );
  return <Select {...common} value={asked.value} onChange={asked.onChange} notFoundContent={none} />;
}

/** Null until it is known what there is. */
function useOptions(name: string, chosen: string | undefined): Option[] | null {
  const { say } = useSpeaking();
  const { victims, record, caseId } = useForm();
  const [fresh] = useState(() => crypto.randomUUID());
  const returns = useQuery({
    ...recordsQuery('cross-border/returns', caseId ?? ''),
    enabled: name === 'returnId' && Boolean(caseId),
  });
  const intakes = useQuery({
    queryKey: ['intakes', 'own'],
    enabled: name === 'intoIntakeId',
    queryFn: () => ask('/api/intake/intakes', { limit: 50 }),
  });
  if (name === 'victimId' || name === 'victimIds') return victimOptions(victims, record);
  if (returns.isLoading || intakes.isLoading) return null;
  if (name === 'returnId')
    return (returns.data?.items ?? []).map(({ id, victimId }) => ({
      value: id,
      label: <VictimTag id={victimId} victims={victims} />,
    }));
  if (name === 'intoIntakeId')
    return (intakes.data?.items ?? [])
      .filter(({ id }) => id !== record?.id)
      .map((intake) => ({ value: intake.id, label: <IntakeLabel intake={intake} /> }));
  const known = (name === 'evidence' ? Object.keys(EVIDENCE) : [name]).flatMap((part) =>
    carriersOf(record, part).map((carrier, index) => ({
      value: carrier[part] as string,
      label: <CarrierLabel name={part} carrier={carrier} number={index + 1} />,
    })),
  );
  if (!MAY_BE_NEW.has(name)) return known;
  const label = name === 'evidence' ? say('＋ 卷宗中的一份材料', '+ A paper of the file') : say('＋ 新登记一个', '+ A new one');
  return [...known, { value: chosen && !known.some(({ value }) => value === chosen) ? chosen : fresh, label }];
}

function victimOptions(victims: readonly CaseVictim[], record: ServiceRecord | undefined): Option[] {
  const known = victims.length > 0 ? victims : (carriersOf(record, 'victimId') as unknown as CaseVictim[]);
  return known.map(({ victimId }) => ({ value: victimId, label: <VictimTag id={victimId} victims={known} /> }));
}

/** A thing of a record by its kind, its number and its day. */
function CarrierLabel({ name, carrier, number }: { name: string; carrier: Values; number: number }): React.ReactNode {
  const { word, language } = useSpeaking();
  const { relation } = carrier;
  const day = Object.entries(carrier).find(([key, value]) => /At$|^at$/.test(key) && typeof value === 'string')?.[1] as
    string | undefined;
  return (
    <>
      {word({ ...FIELD_WORDS, ...EVIDENCE }, name)} {number} {typeof relation === 'string' && word(CODE_WORDS, relation)}{' '}
      {day && dayWords(day, language)}
    </>
  );
}

function IntakeLabel({ intake }: { intake: RecordsOf<'intake/intakes'>['items'][number] }): React.ReactNode {
  const { say, language } = useSpeaking();
  const number = intake.case?.caseNumber;
  const since = intake.clues[0]?.receivedAt;
  return (
    <>
      {number ?? say(`未立案 ${intake.caseId.slice(-6)}`, `no case yet ${intake.caseId.slice(-6)}`)}{' '}
      {since && dayWords(since, language)}
    </>
  );
}
