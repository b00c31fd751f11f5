import { deadlineWords, spanWords } from '../words/beijing.js';
import { useSpeaking } from '../words/language.js';
import { useNow } from '../app/desk.js';
import { urgencyOf, type Urgency } from './urgency.js';

const SIGNS: Readonly<Record<Urgency, string>> = { overdue: '⚠', soon: '◔', later: '○' };

/** By when, in words, and how long that is: told by colour, by sign and by text. */
export function Due({ at, since }: { at: string; since?: string }): React.ReactNode {
  const { language, say } = useSpeaking();
  const now = useNow();
  const urgency = urgencyOf(at, { now, since });
  const span = spanWords(new Date(at).getTime() - now, language);
  return (
    <span className={`due ${urgency}`}>
      <span aria-hidden="true">{SIGNS[urgency]} </span>
      <strong>{urgency === 'overdue' ? say(`已超期 ${span}`, `${span} overdue`) : say(`还剩 ${span}`, `${span} left`)}</strong>
      <time dateTime={at}>{deadlineWords(at, language)}</time>
    </span>
  );
}
