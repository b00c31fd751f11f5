import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { KEYS } from '../api/questions.js';

interface Change {
  readonly caseId?: string;
}

const CALM_MS = 80;

/**
 * What others do shows here at once: each fact that concerns a case of ours makes its answers stale. Several facts of one
 * moment ask once.
 */
export function useLive(unitId: string, caseId?: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const source = new EventSource(`/events?unit=${unitId}${caseId ? `&case=${caseId}` : ''}`);
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const freshen = (): void => {
      timer = undefined;
      for (const id of stale) void queries.invalidateQueries({ queryKey: KEYS.case(id) });
      stale.clear();
      void queries.invalidateQueries({ queryKey: KEYS.worklist });
    };
    const heard = ({ data }: MessageEvent<string>): void => {
      const change = changeIn(data);
      if (!change) return;
      if (change.caseId) stale.add(change.caseId);
      timer ??= setTimeout(freshen, CALM_MS);
    };
    // Some of what happened while the line was down is no longer remembered: everything is asked anew.
    source.addEventListener('resync', () => void queries.invalidateQueries());
    source.addEventListener('message', heard);
    for (const name of ['fact', 'worklist', 'change']) source.addEventListener(name, heard as EventListener);
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, [unitId, caseId, queries]);
}

function changeIn(data: string): Change | null {
  try {
    return JSON.parse(data) as Change;
  } catch {
    return null;
  }
}
