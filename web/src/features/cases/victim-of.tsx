import { useQuery } from '@tanstack/react-query';
import { caseQuery } from '../../api/questions.js';
import { VictimTag } from './overview.js';

/** Which victim of a case is meant, where the case itself is not on the screen. */
export function VictimOf({ caseId, id }: { caseId: string; id: string }): React.ReactNode {
  const { data, isPending } = useQuery({ ...caseQuery(caseId), retry: false });
  if (isPending) return <span className="victim-tag">…</span>;
  return <VictimTag id={id} victims={data?.victims ?? []} />;
}
