import { useState } from 'react';
import { Button, Drawer } from 'antd';
import type { ActionState } from '../../api/answers.js';
import { COMMANDS } from '../../api/commands.js';
import { REFUSALS } from '../../api/refusals.js';
import { CommandForm } from '../../forms/command-form.js';
import { RefusalDetails } from '../../forms/why-not.js';
import { CODE_WORDS } from '../../words/fields.js';
import { useSpeaking } from '../../words/language.js';
import { Meaning, useTelling } from '../stages/actions.js';
import type { Summary } from '../stages/record-page.js';

/** Port and time of a handover; whoever is not ready is refused, with what is missing. */
export function ScheduleHandover({ record, victims }: Summary<'cross-border'>): React.ReactNode {
  const { say } = useSpeaking();
  const [isOpen, setOpen] = useState(false);
  const tell = useTelling();
  const title = say('排定移交', 'Schedule a handover');
  const ways = record.actions.filter(({ action }) => action === 'schedule');
  const closed = ways.filter(({ open, refusal }) => !open && refusal?.code !== 'access.not-permitted');
  return (
    <>
      {(ways.length === 0 || ways.some(({ open }) => open)) && <Button onClick={() => setOpen(true)}>{title}</Button>}
      {closed.length > 0 && <NotYet closed={closed} victims={victims} />}
      {isOpen && (
        <Drawer open size={620} title={title} onClose={() => setOpen(false)} destroyOnHidden>
          <Meaning name="cross-border/handovers.schedule" />
          <CommandForm
            command={COMMANDS['cross-border/handovers.schedule']}
            at={{ caseId: record.caseId }}
            victims={victims}
            caseId={record.caseId}
            start={{ port: 'hekou', persons: [{ returnId: record.id }] }}
            onCancel={() => setOpen(false)}
            onDone={(receipt) => {
              tell(receipt);
              setOpen(false);
            }}
          />
        </Drawer>
      )}
    </>
  );
}

/** Where this person cannot be brought to the port yet, and what is missing: by destination. */
function NotYet({ closed, victims }: { closed: readonly ActionState[]; victims: Summary['victims'] }): React.ReactNode {
  const { say, word } = useSpeaking();
  const texts = REFUSALS as Readonly<Record<string, { zh: string; en: string } | undefined>>;
  const groups = Map.groupBy(closed, ({ refusal }) => `${refusal?.code} ${JSON.stringify(refusal?.details ?? {})}`);
  return (
    <div className="closed" data-not="schedule">
      <p className="told">{say('还不能排定移交:', 'No handover can be scheduled yet:')}</p>
      <ul>
        {[...groups].map(([key, some]) => {
          const { code = '', details = {} } = some[0]!.refusal ?? {};
          return (
            <li key={key}>
              <p>{some.map(({ of = '' }) => word(CODE_WORDS, of)).join(say('、', ', '))}</p>
              <p className="why">
                {texts[code] ? say(texts[code].zh, texts[code].en) : code}{' '}
                <RefusalDetails details={details} victims={victims} />
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
