import type { ActionState } from '../../api/answers.js';
import type { Command } from '../../api/command.js';
import type { CommandName } from '../../api/codes.js';
import { COMMANDS } from '../../api/commands.js';
import { stageOf, type ServiceRecord } from '../../api/records.js';

/** Something that can be done with a record, or cannot yet, and why. */
export interface Doable {
  readonly key: string;
  readonly name: CommandName;
  readonly command: Command;
  readonly at: Readonly<Record<string, string>>;
  /** Which of several. */
  readonly of?: string;
  readonly open: boolean;
  readonly refusal?: ActionState['refusal'];
}

/** What stands in the address besides the record: the plan, visit, package … that is meant. */
export const otherPart = ({ path }: Command): string | undefined =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).find((name) => name !== 'id');

function offerOf(record: ServiceRecord): string {
  const care = 'offer' in record ? record.offer : 'handingOver' in record ? record.handingOver : null;
  return stageOf(record)?.offer?.offerId ?? care?.offerId ?? '';
}

/** Everything that could be done with this record, as the service says it. */
export function doablesOf(prefix: string, record: ServiceRecord): Doable[] {
  return record.actions.flatMap(({ action, of, open, refusal }) => {
    const name = `${prefix}.${action}` as CommandName;
    const command = (COMMANDS as Readonly<Record<string, Command | undefined>>)[name];
    if (!command) return [];
    const part = otherPart(command);
    const at = { id: record.id, ...(part && { [part]: part === 'offerId' ? offerOf(record) : (of ?? '') }) };
    return [{ key: `${action} ${of ?? ''}`, name, command, at, of, open, refusal }];
  });
}
