/** Somebody who is signed in, as the gateway knows them. */
export interface Session {
  readonly personId: string;
  readonly name: string;
  readonly nameLatin: string;
  readonly posts: readonly HeldPost[];
  readonly mode: 'live' | 'rehearsal';
  /** The time of the system; in rehearsal its clock is moved. */
  readonly now: string;
  readonly csrf: string;
  readonly idleLockAt: string | null;
  readonly expiresAt: string | null;
}

export interface HeldPost {
  readonly unitId: string;
  readonly unitName: { readonly zh: string; readonly en: string };
  readonly kind: string;
  readonly post: string;
  readonly division: string | null;
}

export type SessionState =
  | { readonly is: 'in'; readonly session: Session; readonly aheadMs: number }
  | { readonly is: 'out' }
  | { readonly is: 'locked' }
  | { readonly is: 'away' };

/** Who is signed in here. `away`: the system does not answer. */
export async function askSession(): Promise<SessionState> {
  try {
    const answer = await fetch('/session', { headers: { accept: 'application/json' } });
    if (answer.status === 401) return { is: 'out' };
    if (answer.status === 423) return { is: 'locked' };
    if (!answer.ok) return { is: 'away' };
    const session = (await answer.json()) as Session;
    return { is: 'in', session, aheadMs: new Date(session.now).getTime() - Date.now() };
  } catch {
    return { is: 'away' };
  }
}

/** @param hint the user name that the sign-in page fills in. */
export const signInAddress = (hint?: string): string =>
  `/session/sign-in?return=${encodeURIComponent(location.pathname + location.search)}${hint ? `&hint=${encodeURIComponent(hint)}` : ''}`;
