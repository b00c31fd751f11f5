import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send, type Receipt } from '../api/client.js';
import type { Command } from '../api/command.js';
import { KEYS } from '../api/questions.js';

export interface Act {
  readonly command: Pick<Command, 'service' | 'method' | 'path'>;
  /** What stands in the address: `{ id, offerId }`. */
  readonly at: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly commandId: string;
  readonly seen?: number;
  readonly caseId?: string;
}

export const addressOf = (path: string, at: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(at[name] ?? ''));

/** What one service has just said reaches the case page a moment later; a live event may be lost. */
const LOOK_AGAIN_MS = [0, 600, 2_000];

/** Asks anew for what a command may have changed. */
export function useFreshening(): (caseId?: string) => void {
  const queries = useQueryClient();
  return (caseId) => {
    for (const ms of LOOK_AGAIN_MS)
      setTimeout(() => {
        void queries.invalidateQueries({ queryKey: KEYS.worklist });
        void queries.invalidateQueries({ queryKey: ['cases'] });
        if (caseId) void queries.invalidateQueries({ queryKey: KEYS.case(caseId) });
      }, ms);
  };
}

export function useSending(): { sending: boolean; act: (act: Act) => Promise<Receipt> } {
  const freshen = useFreshening();
  const { isPending, mutateAsync } = useMutation({
    // Off line it fails at once and says so, instead of waiting unseen for the line.
    networkMode: 'always',
    mutationFn: ({ command, at, body, commandId, seen }: Act) =>
      send(command.service, addressOf(command.path, at), { method: command.method, body: body ?? {}, commandId, seen }),
    onSettled: (_receipt, _error, { caseId }) => freshen(caseId),
  });
  return { sending: isPending, act: mutateAsync };
}
