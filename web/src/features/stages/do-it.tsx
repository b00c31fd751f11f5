import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import type { ServiceRecord } from '../../api/records.js';
import { useSpeaking } from '../../words/language.js';
import { ActionName } from './action-name.js';
import { doablesOf } from './doables.js';

/** Beside what is still missing: straight to its form, where that is open to the reader. */
export function DoIt({
  prefix,
  action,
  of = '',
  record,
}: {
  prefix: string;
  action: string;
  of?: string;
  record: ServiceRecord;
}): React.ReactNode {
  const { say } = useSpeaking();
  const [, setSearch] = useSearchParams();
  const doable = doablesOf(prefix, record).find(({ key, open }) => open && key === `${action} ${of}`);
  if (!doable) return null;
  return (
    <Button size="small" onClick={() => setSearch({ do: doable.key })}>
      {say('去办理', 'Do it')}
      <span className="visually-hidden">
        {' '}
        <ActionName doable={doable} record={record} />
      </span>
    </Button>
  );
}
