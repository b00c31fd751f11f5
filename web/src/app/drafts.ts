import type { Refused } from '../api/client.js';

/** What somebody has begun to write: kept on this machine until it is sent, and gone when they sign out. */
export interface Draft {
  readonly values: Readonly<Record<string, unknown>>;
  /** The id under which it is sent: again, after a lost connection, it is still the same command. */
  readonly commandId: string;
  readonly savedAt: number;
}

/**
 * The windows of one person share a draft and its id. Where the other window has sent its own content under the id, that is
 * done and this content is not: it goes out under an id of its own, and meets what the other did as any conflict. Where no
 * version was on the screen nothing would stop it from being done twice, so the refusal is shown.
 */
export async function underItsOwnId<T>(
  { commandId, seen, renew }: { commandId: string; seen: number | undefined; renew: () => string },
  send: (commandId: string) => Promise<T>,
): Promise<T> {
  try {
    return await send(commandId);
  } catch (error) {
    if (seen === undefined || (error as Partial<Refused>).problem?.code !== 'input.command-id-reused') throw error;
    return send(renew());
  }
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
