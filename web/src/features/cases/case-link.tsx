import { Link } from 'react-router';
import { useSpeaking } from '../../words/language.js';

/** A case by its number, as people say it; before it has one, by the end of its id. */
export function CaseLink({ id, number }: { id: string; number: string | null }): React.ReactNode {
  const { say } = useSpeaking();
  return (
    <Link className="case-number" to={`/cases/${id}`}>
      {number ?? say(`未编号 ${id.slice(-6)}`, `unnumbered ${id.slice(-6)}`)}
    </Link>
  );
}
