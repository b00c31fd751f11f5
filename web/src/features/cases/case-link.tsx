import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { casesQuery } from '../../api/questions.js';
import { useSpeaking } from '../../words/language.js';

/** A case by its number, as people say it; before it has one, by the end of its id. */
export function CaseLink({ id, number }: { id: string; number?: string | null }): React.ReactNode {
  const { say } = useSpeaking();
  const { data } = useQuery({ ...casesQuery(''), enabled: !number });
  const known = number ?? data?.items.find(({ caseId }) => caseId === id)?.caseNumber;
  return (
    <Link className="case-number" to={`/cases/${id}`}>
      {known ?? say(`未编号 ${id.slice(-6)}`, `unnumbered ${id.slice(-6)}`)}
    </Link>
  );
}
