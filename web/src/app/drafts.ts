/** What somebody has begun to write: kept on this machine until it is sent, and gone when they sign out. */
export interface Draft {
  readonly values: Readonly<Record<string, unknown>>;
  /** The id under which it is sent: again, after a lost connection, it is still the same command. */
  readonly commandId: string;
  readonly savedAt: number;
}

const PREFIX = 'guitu.draft.';
const WEEK_MS = 7 * 86_400_000;

const keyOf = (personId: string, form: string): string => `${PREFIX}${personId}.${form}`;

export const draftOf = (personId: string, form: string): Draft | null => kept(keyOf(personId, form));

function kept(key: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null;
    return draft && Date.now() - draft.savedAt < WEEK_MS ? draft : null;
  } catch {
    return null;
  }
}

export function keepDraft(personId: string, form: string, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(personId, form), JSON.stringify(draft));
  } catch {
    // A full store must not stop the work; the form itself is still there.
  }
}

export const dropDraft = (personId: string, form: string): void => localStorage.removeItem(keyOf(personId, form));

/** What nobody has come back to for a week does not stay on the machine, whoever wrote it. */
export function dropOldDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX) && !kept(key)) localStorage.removeItem(key);
}

/** At sign-out nothing of what people wrote stays on the machine. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
