import { useState } from 'react';
import { App, Button, Drawer, Popconfirm } from 'antd';
import { useSearchParams } from 'react-router';
import type { ActionState, CaseVictim } from '../../api/answers.js';
import { stageOf, type ServiceRecord } from '../../api/records.js';
import { Away, type Receipt } from '../../api/client.js';
import type { Command } from '../../api/command.js';
import { COMMANDS } from '../../api/commands.js';
import { REFUSALS } from '../../api/refusals.js';
import { useSending } from '../../app/sending.js';
import { CommandForm } from '../../forms/command-form.js';
import { carriersOf } from '../../forms/values.js';
import { RefusalDetails, WhyNot } from '../../forms/why-not.js';
import { UnitName } from '../../look/names.js';
import { dayWords } from '../../words/beijing.js';
import { STAGE_WORDS } from '../../words/codes.js';
import { CODE_WORDS, CODE_WORDS_IN, FIELD_WORDS } from '../../words/fields.js';
import { FACT_WORDS } from '../../words/facts.js';
import { useSpeaking, type Words } from '../../words/language.js';

/** Something that can be done with a record, or cannot yet, and why. */
export interface Doable {
  readonly key: string;
  readonly command: Command;
  readonly at: Readonly<Record<string, string>>;
  /** Which of several. */
  readonly of?: string;
  readonly open: boolean;
  readonly refusal?: ActionState['refusal'];
}

/** What stands in the address besides the record: the plan, visit, package … that is meant. */
const otherPart = ({ path }: Command): string | undefined =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).find((name) => name !== 'id');

function offerOf(record: ServiceRecord): string {
  const care = 'offer' in record ? record.offer : null;
  return stageOf(record)?.offer?.offerId ?? care?.offerId ?? '';
}

/** Everything that could be done with this record, as the service says it. */
export function doablesOf(prefix: string, record: ServiceRecord): Doable[] {
  return record.actions.flatMap(({ action, of, open, refusal }) => {
    const command = (COMMANDS as Readonly<Record<string, Command | undefined>>)[`${prefix}.${action}`];
    if (!command) return [];
    const part = otherPart(command);
    const at = { id: record.id, ...(part && { [part]: part === 'offerId' ? offerOf(record) : (of ?? '') }) };
    return [{ key: `${action} ${of ?? ''}`, command, at, of, open, refusal }];
  });
}

interface Panel {
  readonly prefix: string;
  readonly record: ServiceRecord;
  readonly victims: readonly CaseVictim[];
  readonly without?: readonly string[];
}

/** What I can do here; and for the rest, what is missing. */
export function ActionPanel({ prefix, record, victims, without = [] }: Panel): React.ReactNode {
  const { say } = useSpeaking();
  const [search, setSearch] = useSearchParams();
  const doables = doablesOf(prefix, record).filter(({ key }) => !without.includes(key.split(' ')[0]!));
  const [open, closed] = [doables.filter((doable) => doable.open), doables.filter((doable) => !doable.open)];
  const chosen = open.find(({ key }) => key === search.get('do'));
  const choose = (key: string | null): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (key === null) next.delete('do');
      else next.set('do', key);
      return next;
    });
  const isOthers = closed.length > 0 && open.length === 0;
  return (
    <section className="part actions" aria-label={say('可以办理', 'What can be done')}>
      <h2>{say('现在可以办理', 'What you can do now')}</h2>
      {open.length === 0 && (
        <p className="quiet">
          {isOthers
            ? say('目前没有您能办的事项。', 'There is nothing for you to do here now.')
            : say('本阶段没有可办事项。', 'Nothing can be done here.')}
        </p>
      )}
      <ul className="action-list">
        {open.map((doable) => (
          <li key={doable.key}>
            <OpenAction doable={doable} record={record} victims={victims} onChoose={() => choose(doable.key)} />
          </li>
        ))}
      </ul>
      {closed.length > 0 && <Closed doables={closed} victims={victims} record={record} />}
      {chosen && <ActionDrawer doable={chosen} record={record} victims={victims} onClose={() => choose(null)} />}
    </section>
  );
}

/** Something without a form is done after one question; the rest opens its form. */
function OpenAction({
  doable,
  record,
  victims,
  onChoose,
}: {
  doable: Doable;
  record: ServiceRecord;
  victims: readonly CaseVictim[];
  onChoose: () => void;
}): React.ReactNode {
  const { say } = useSpeaking();
  const { act, sending } = useSending();
  const tell = useTelling();
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const [trouble, setTrouble] = useState<unknown>(null);
  const title = <ActionName doable={doable} record={record} />;
  const asksNothing = Object.keys(doable.command.body?.properties ?? {}).every((name) => name === 'occurredAt');
  if (!asksNothing)
    return (
      <Button block data-do={doable.key} onClick={onChoose}>
        {title}
      </Button>
    );
  const send = async (): Promise<void> => {
    try {
      tell(await act({ command: doable.command, at: doable.at, caseId: record.caseId, seen: record.version, commandId }));
      setTrouble(null);
      setCommandId(crypto.randomUUID());
    } catch (error) {
      setTrouble(error);
      // One whose answer was lost may have been done: asked again it is still the same.
      if (!(error instanceof Away)) setCommandId(crypto.randomUUID());
    }
  };
  return (
    <>
      <Popconfirm
        title={title}
        description={say('以您的名义、按现在的时间记录,不能撤销。', 'It is recorded in your name, now, and cannot be undone.')}
        okText={say('办理', 'Do it')}
        cancelText={say('再想想', 'Not now')}
        onConfirm={() => {
          void send();
        }}>
        <Button block data-do={doable.key} loading={sending}>
          {title}
        </Button>
      </Popconfirm>
      {trouble !== null && <WhyNot error={trouble} victims={victims} />}
    </>
  );
}

function ActionDrawer({
  doable,
  record,
  victims,
  onClose,
}: {
  doable: Doable;
  record: ServiceRecord;
  victims: readonly CaseVictim[];
  onClose: () => void;
}): React.ReactNode {
  const tell = useTelling();
  return (
    <Drawer open size={620} onClose={onClose} title={<ActionName doable={doable} record={record} />} destroyOnHidden>
      <CommandForm
        command={doable.command}
        at={doable.at}
        record={record}
        victims={victims}
        caseId={record.caseId}
        onCancel={onClose}
        onDone={(receipt) => {
          tell(receipt);
          onClose();
        }}
      />
    </Drawer>
  );
}

/** Says in the agency's words what has been done. */
export function useTelling(): (receipt: Receipt) => void {
  const { message } = App.useApp();
  const { say, word } = useSpeaking();
  return (receipt) => {
    const facts = (receipt.facts ?? [])
      .filter(({ type }) => !type.startsWith('clock.'))
      .map(({ type }) => word(FACT_WORDS, type));
    void message.success(`${say('已办理', 'Done')}${facts.length > 0 ? `:${[...new Set(facts)].join(say('、', ', '))}` : ''}`);
  };
}

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
      {word({ ...FIELD_WORDS, suspectId: ['嫌疑人', 'suspect'] }, part)} {all.indexOf(carrier!) + 1}
    </>
  );
}

/** Each thing that cannot be done, with the reason that the service itself would give. */
function Closed({
  doables,
  victims,
  record,
}: {
  doables: readonly Doable[];
  victims: readonly CaseVictim[];
  record: ServiceRecord;
}): React.ReactNode {
  const { say } = useSpeaking();
  const texts = REFUSALS as Readonly<Record<string, { zh: string; en: string; clause?: string } | undefined>>;
  const groups = Map.groupBy(doables, ({ refusal }) => `${refusal?.code} ${JSON.stringify(refusal?.details ?? {})}`);
  return (
    <details className="closed" open={doables.length <= 6}>
      <summary>
        {say(`还不能办理的 ${doables.length} 项,及原因`, `${doables.length} thing(s) that cannot be done yet, and why`)}
      </summary>
      <ul>
        {[...groups].map(([key, some]) => {
          const { code = '', details = {} } = some[0]!.refusal ?? {};
          const text = texts[code];
          return (
            <li key={key}>
              <p>
                {some.map((doable, index) => (
                  <span key={doable.key}>
                    {index > 0 && say('、', ', ')}
                    <ActionName doable={doable} record={record} />
                  </span>
                ))}
              </p>
              <p className="why">
                {text ? say(text.zh, text.en) : code} <RefusalDetails details={details} victims={victims} />
                {text?.clause && <span className="clause">{text.clause}</span>}
              </p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
