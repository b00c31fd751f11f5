import { useQuery } from '@tanstack/react-query';
import { caseQuery } from '../../api/questions.js';
import { VictimTag } from './overview.js';

/** Which victim of a case is meant, where the case itself is not on the screen. */
export function VictimOf({ caseId, id }: { caseId: string; id: string }): React.ReactNode {
  const { data, isFetched } = useQuery({ ...caseQuery(caseId), retry: false });
  if (!isFetched) return <span className="victim-tag">…</span>;
  return <VictimTag id={id} victims={data?.victims ?? []} />;
}
