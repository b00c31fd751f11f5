import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { KEYS } from '../api/questions.js';
import { DOOR, lookAgain } from '../api/reach.js';
import { listenTo } from './listening.js';

interface Told {
  readonly caseId?: string;
  readonly now?: string;
}

const CALM_MS = 80;

/**
 * What others do shows here at once: each fact that concerns a case of ours makes its answers stale. Several facts of one
 * moment ask once.
 */
export function useLive(given: { unitId: string; caseId?: string; onTime: (now: string) => void }): void {
  const { unitId, caseId, onTime } = given;
  const queries = useQueryClient();
  useEffect(() => {
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const freshen = (): void => {
      timer = undefined;
      for (const id of stale) void queries.invalidateQueries({ queryKey: KEYS.case(id) });
      stale.clear();
      void queries.invalidateQueries({ queryKey: KEYS.worklist });
    };
    const heard = (text: string): void => {
      const change = toldIn(text);
      if (!change) return;
      if (change.caseId) stale.add(change.caseId);
      timer ??= setTimeout(freshen, CALM_MS);
    };
    const stop = listenTo(`/events?unit=${unitId}${caseId ? `&case=${caseId}` : ''}`, {
      heard,
      told: (text) => {
        const now = toldIn(text)?.now;
        if (now) onTime(now);
      },
      lost: () => void lookAgain(DOOR),
      missed: () => void queries.invalidateQueries(),
      // Whoever is signed out elsewhere learns it from the answer.
      turnedAway: () => void queries.invalidateQueries({ queryKey: KEYS.worklist }),
      begun: () => {
        void queries.invalidateQueries({ queryKey: KEYS.worklist });
        if (!caseId) return;
        void queries.invalidateQueries({ queryKey: [...KEYS.case(caseId), 'now'] });
        void queries.invalidateQueries({ queryKey: KEYS.record(caseId) });
      },
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [unitId, caseId, onTime, queries]);
}

function toldIn(data: string): Told | null {
  try {
    return JSON.parse(data) as Told;
  } catch {
    return null;
  }
}
