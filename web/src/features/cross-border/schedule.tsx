import { useState } from 'react';
import { Button, Drawer } from 'antd';
import { COMMANDS } from '../../api/commands.js';
import { CommandForm } from '../../forms/command-form.js';
import { useSpeaking } from '../../words/language.js';
import { useTelling } from '../stages/actions.js';
import type { Summary } from '../stages/record-page.js';

/** Port and time of a handover; whoever is not ready is refused, with what is missing. */
export function ScheduleHandover({ record, victims }: Summary<'cross-border'>): React.ReactNode {
  const { say } = useSpeaking();
  const [isOpen, setOpen] = useState(false);
  const tell = useTelling();
  const title = say('排定移交', 'Schedule a handover');
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      {isOpen && (
        <Drawer open size={620} title={title} onClose={() => setOpen(false)} destroyOnHidden>
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
