import { createContext, use, useSyncExternalStore } from 'react';
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

/** One beat for the whole page: thousands of rows say how long is left. */
let beat = Date.now();
let beating: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function onBeat(listener: () => void): () => void {
  listeners.add(listener);
  beating ??= setInterval(() => {
    beat = Date.now();
    for (const hear of listeners) hear();
  }, BEAT_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(beating);
    beating = undefined;
  };
}

/** Where nobody has listened for long the beat is late: whoever begins is given the time. */
function beatNow(): number {
  if (!beating && Date.now() - beat > BEAT_MS) beat = Date.now();
  return beat;
}

/** The time of the system, in milliseconds; moves on by itself. In rehearsal it is not the time of this machine. */
export const useNow = (): number => useDesk().aheadMs + useSyncExternalStore(onBeat, beatNow);
