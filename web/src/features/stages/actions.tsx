import { useEffect, useRef, useState } from 'react';
import { App, Button, Drawer } from 'antd';
import { useSearchParams } from 'react-router';
import type { CaseVictim } from '../../api/answers.js';
import type { ServiceRecord } from '../../api/records.js';
import { Away, type Receipt } from '../../api/client.js';
import type { CommandName } from '../../api/codes.js';
import { REFUSALS } from '../../api/refusals.js';
import { useDesk } from '../../app/desk.js';
import { useSending } from '../../app/sending.js';
import { CommandForm } from '../../forms/command-form.js';
import { begun, type Values } from '../../forms/values.js';
import { RefusalDetails, WhyNot } from '../../forms/why-not.js';
import { Sure } from '../../look/sure.js';
import { FACT_WORDS } from '../../words/facts.js';
import type { HeldPost } from '../../session/session.js';
import { useSpeaking } from '../../words/language.js';
import { BUYER_BAN, MEANINGS, USUAL_MEANING } from '../../words/meanings.js';
import { ActionName } from './action-name.js';
import { doablesOf, type Doable } from './doables.js';

interface Panel {
  readonly prefix: string;
  readonly record: ServiceRecord;
  readonly victims: readonly CaseVictim[];
  readonly without?: readonly string[];
  /** Where the address says which form is open. */
  readonly param?: string;
}

/** What I can do here; and for the rest, what is missing. */
export function ActionPanel({ prefix, record, victims, without = [], param = 'do' }: Panel): React.ReactNode {
  const { say } = useSpeaking();
  const [search, setSearch] = useSearchParams();
  const doables = doablesOf(prefix, record).filter(({ key }) => !without.includes(key.split(' ')[0]!));
  const open = doables.filter((doable) => doable.open);
  // What only another post can do is no business of this reader.
  const closed = doables.filter((doable) => !doable.open && doable.refusal?.code !== 'access.not-permitted');
  const chosen = open.find(({ key }) => key === search.get(param));
  const choose = (key: string | null): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (key === null) next.delete(param);
      else next.set(param, key);
      return next;
    });
  const isOthers = doables.length > 0;
  return (
    <section
      className="part actions"
      aria-label={say('可以办理', 'What can be done')}
      data-record={record.id}
      data-version={record.version}>
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
      <ActionDrawer doable={chosen} record={record} victims={victims} onClose={() => choose(null)} />
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
      <Sure
        block
        data-do={doable.key}
        loading={sending}
        title={title}
        meaning={<Meaning name={doable.name} />}
        ok={say('办理', 'Do it')}
        onSure={() => {
          void send();
        }}>
        {title}
      </Sure>
      {trouble !== null && <WhyNot error={trouble} victims={victims} />}
    </>
  );
}

/** Stays until it is shut, and gives the focus back to where it was opened. */
function ActionDrawer({
  doable,
  record,
  victims,
  onClose,
}: {
  doable: Doable | undefined;
  record: ServiceRecord;
  victims: readonly CaseVictim[];
  onClose: () => void;
}): React.ReactNode {
  const tell = useTelling();
  const { post } = useDesk();
  const [last, setLast] = useState(doable);
  if (doable && doable.key !== last?.key) setLast(doable);
  const shown = doable ?? last;
  const opener = useRef<string>(undefined);
  useEffect(() => {
    if (!doable && opener.current) document.querySelector<HTMLElement>(`[data-do="${opener.current}"]`)?.focus();
    opener.current = doable?.key;
  }, [doable]);
  return (
    <Drawer
      open={doable !== undefined}
      size={620}
      onClose={onClose}
      afterOpenChange={(isOpen) => {
        if (!isOpen) setLast(undefined);
      }}
      title={shown && <ActionName doable={shown} record={record} />}
      destroyOnHidden>
      {shown && (
        <>
          <Meaning name={shown.name} />
          <CommandForm
            command={shown.command}
            at={shown.at}
            start={start(shown, post)}
            record={record}
            victims={victims}
            caseId={record.caseId}
            onCancel={onClose}
            onDone={(receipt) => {
              tell(receipt);
              onClose();
            }}
          />
        </>
      )}
    </Drawer>
  );
}

/** What happens if one does it. */
export function Meaning({ name }: { name: CommandName }): React.ReactNode {
  const { say } = useSpeaking();
  const words = MEANINGS[name] ?? USUAL_MEANING;
  return <p className={words === BUYER_BAN ? 'ban' : 'meaning'}>{say(...words)}</p>;
}

/** Most people of a task force are of one's own unit, and a hospital writes down its own checks. */
function start({ name, command }: Doable, { unitId, kind }: HeldPost): Values | undefined {
  if (name === 'investigation/investigations.form')
    return { packages: (begun(command.body)['packages'] as Values[]).map((held) => ({ ...held, unitId })) };
  return name === 'rescue/rescues.check' && ['hospital', 'health'].includes(kind) ? { atUnit: unitId } : undefined;
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
                  <span key={doable.key} data-not={doable.key}>
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
