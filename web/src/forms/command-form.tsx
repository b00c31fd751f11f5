import { useEffect, useMemo, useState } from 'react';
import { Button, Checkbox } from 'antd';
import type { CaseVictim } from '../api/answers.js';
import type { ServiceRecord } from '../api/records.js';
import { Away, Refused, type Receipt } from '../api/client.js';
import type { Command } from '../api/command.js';
import { draftOf, dropDraft, keepDraft, underItsOwnId } from '../app/drafts.js';
import { useDesk, useNow } from '../app/desk.js';
import { useSending } from '../app/sending.js';
import { fromInput, momentWords, toInput } from '../words/beijing.js';
import { useSpeaking } from '../words/language.js';
import { FormContext } from './context.js';
import { Fields } from './fields.js';
import { WhyNot } from './why-not.js';
import { begun, filled, keyOf, missingIn, withValue, type Path, type Values } from './values.js';

export interface CommandFormGiven {
  readonly command: Command;
  /** What stands in the address besides. */
  readonly at: Readonly<Record<string, string>>;
  readonly record?: ServiceRecord;
  readonly victims?: readonly CaseVictim[];
  readonly caseId?: string;
  readonly start?: Values;
  /** What others do to the rest of the record meanwhile is no reason to ask again. */
  readonly onItsOwn?: boolean;
  readonly onDone: (receipt: Receipt) => void;
  readonly onCancel?: () => void;
}

/** One thing to do, asked for as the service declares it. What is written stays until it is sent. */
export function CommandForm(given: CommandFormGiven): React.ReactNode {
  const { command, record, victims = [], caseId } = given;
  const { say } = useSpeaking();
  const form = useDraft(given);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const { act, sending } = useSending();
  const [trouble, setTrouble] = useState<unknown>(null);
  const [seen, setSeen] = useState(given.onItsOwn ? undefined : record?.version);
  const content = useMemo(
    () => ({ values: form.values, set: form.set, missing, victims, caseId, record }),
    [form.values, form.set, missing, victims, caseId, record],
  );
  const submit = async (): Promise<void> => {
    const open = missingIn(command.body, form.values);
    setMissing(new Set(open.map(keyOf)));
    if (open[0]) {
      document.getElementById(keyOf(open[0]))?.focus();
      return;
    }
    try {
      const body = filled(form.values, command.body) as object;
      const receipt = await underItsOwnId({ ...form, seen }, (commandId) =>
        act({ command, at: given.at, body, commandId, seen, caseId }),
      );
      form.drop();
      given.onDone(receipt);
    } catch (error) {
      setTrouble(error);
      // A refused command has done nothing; the corrected one is another. One whose answer was lost stays the same.
      if (error instanceof Refused) form.renew();
    }
  };
  const clear = (): void => {
    form.clear();
    setMissing(new Set());
    setTrouble(null);
  };
  return (
    <FormContext value={content}>
      <form
        className="command-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}>
        {form.restored && (
          <p className="quiet" role="status">
            {say('已恢复您上次未提交的内容。', 'What you had begun is here again.')}
          </p>
        )}
        {command.body && <Fields schema={command.body} />}
        <WhenItHappened values={form.values} set={form.set} />
        {trouble !== null && <WhyNot error={trouble} victims={victims} onSeen={setSeen} />}
        <Foot
          again={trouble instanceof Away}
          sending={sending}
          onCancel={given.onCancel}
          onClear={form.isBegun ? clear : undefined}
        />
      </form>
    </FormContext>
  );
}

interface FootGiven {
  /** The answer to the first try was lost. */
  readonly again: boolean;
  readonly sending: boolean;
  readonly onCancel: (() => void) | undefined;
  readonly onClear: (() => void) | undefined;
}

function Foot({ again, sending, onCancel, onClear }: FootGiven): React.ReactNode {
  const { say } = useSpeaking();
  return (
    <footer className="form-foot">
      <Button type="primary" htmlType="submit" loading={sending}>
        {again ? say('再次提交(不会重复)', 'Send again (nothing happens twice)') : say('提交', 'Submit')}
      </Button>
      {onCancel && <Button onClick={onCancel}>{say('先放着', 'Leave it for now')}</Button>}
      {onClear && (
        <Button type="text" onClick={onClear}>
          {say('清空', 'Clear')}
        </Button>
      )}
    </footer>
  );
}

/** Most things are written down as they happen; some, off line or at night, later. */
function WhenItHappened({ values, set }: { values: Values; set: (path: Path, value: unknown) => void }): React.ReactNode {
  const { say, language } = useSpeaking();
  const now = useNow();
  const at = values['occurredAt'] as string | undefined;
  return (
    <div className="field when">
      <Checkbox
        checked={at !== undefined}
        onChange={({ target }) => set(['occurredAt'], target.checked ? fromInput(toInput(now)) : undefined)}>
        {at === undefined
          ? say(
              `发生时间:现在(${momentWords(now, 'zh')})。补录请勾选`,
              `Happened now (${momentWords(now, language)}). Tick to record it later`,
            )
          : say('补录:实际发生于', 'Recorded later; it happened at')}
      </Checkbox>
      {at !== undefined && (
        <input
          type="datetime-local"
          className="plain-input"
          aria-label={say('发生时间', 'When it happened')}
          value={toInput(at)}
          onChange={({ target }) => target.value && set(['occurredAt'], fromInput(target.value))}
        />
      )}
    </div>
  );
}

interface Drafted {
  readonly values: Values;
  readonly commandId: string;
  readonly restored: boolean;
  readonly isBegun: boolean;
  readonly set: (path: Path, value: unknown) => void;
  readonly renew: () => string;
  readonly clear: () => void;
  readonly drop: () => void;
}

/** What has been written, kept on this machine under the person and the form. */
function useDraft({ command, at, start }: CommandFormGiven): Drafted {
  const {
    session: { personId },
  } = useDesk();
  const name = `${command.service} ${command.method} ${command.path} ${Object.values(at).join(' ')}`;
  const fresh = (): Values => ({ ...begun(command.body), ...start });
  const [found] = useState(() => draftOf(personId, name));
  const [values, setValues] = useState<Values>(() => found?.values ?? fresh());
  const [commandId, setCommandId] = useState(() => found?.commandId ?? crypto.randomUUID());
  const [isBegun, setBegun] = useState(found !== null);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (isBegun && !isDone) keepDraft(personId, name, { values, commandId, savedAt: Date.now() });
  }, [values, commandId, isBegun, isDone, personId, name]);
  const [set] = useState(() => (path: Path, value: unknown) => {
    setBegun(true);
    setValues((before) => withValue(before, path, value));
  });
  const renew = (): string => {
    const next = crypto.randomUUID();
    setCommandId(next);
    return next;
  };
  return {
    values,
    commandId,
    set,
    isBegun,
    restored: found !== null,
    renew,
    clear: () => {
      dropDraft(personId, name);
      setBegun(false);
      setValues(fresh());
      renew();
    },
    drop: () => {
      setDone(true);
      dropDraft(personId, name);
    },
  };
}
