import { createContext, use, useEffect, useState } from 'react';
import type { HeldPost, Session } from '../session/session.js';

/** Where somebody sits: who they are, for which unit they act now, and what time it is for the system. */
export interface Desk {
  readonly session: Session;
  readonly post: HeldPost;
  readonly aheadMs: number;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('There is no desk outside the workplace.');
  return desk;
}

const BEAT_MS = 20_000;

/** The time of the system, in milliseconds; moves on by itself. In rehearsal it is not the time of this machine. */
export function useNow(): number {
  const { aheadMs } = useDesk();
  const [now, setNow] = useState(() => Date.now() + aheadMs);
  useEffect(() => {
    const beat = setInterval(() => setNow(Date.now() + aheadMs), BEAT_MS);
    return () => clearInterval(beat);
  }, [aheadMs]);
  return now;
}
