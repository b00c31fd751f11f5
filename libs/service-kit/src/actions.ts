import type { Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import { Refusal, type Actor, type Instant } from '#contracts';
import type { Aggregate, Transactions, Tx } from '#messaging';
import type { StagedAggregate } from '#stages';
import { CHANGES, PERMISSION, type Caller } from './asking.js';
import { receiverOf } from './stage-commands.js';

/** What the person who asks can do now; where it cannot be done, the very refusal that they would get. */
export interface ActionState {
  /** The name of the route's operation. */
  readonly action: string;
  /** Where one record has several of a kind: which visit, package, side … */
  readonly of?: string;
  readonly open: boolean;
  readonly refusal?: { readonly code: string; readonly details: Readonly<Record<string, unknown>> };
}

export interface Asked {
  readonly by: Actor;
  readonly at: Instant;
  /** Which of several; empty where there is only one. */
  readonly of: string;
}

/** Asks the check with which the rule itself begins: it refuses while this cannot be done, whatever one would send. */
export type Check<T> = (record: T, asked: Asked, tx: Tx) => void | Promise<void>;

/** Every command on one kind of record, by the name of its route. */
export interface Actions<T> {
  /** The path of such records: what stands before `/:id`. */
  readonly path: string;
  readonly checks: Readonly<Record<string, Check<T>>>;
  /** Which of several there are to choose from now; what is done already is not among them. */
  readonly each?: Readonly<Record<string, (record: T) => readonly string[]>>;
}

/** The three moves of the stage protocol, the same in all stage services. */
export const STAGE_CHECKS = {
  offer: ({ stage }, { by }) => stage.mayOffer({ by }),
  accept: async (record, { by, at }, tx) => {
    const receiver = await receiverOf(tx, record.stage.kind, { toUnit: by.unitId, toPerson: by.personId });
    record.mayAccept({ by, at }, receiver);
  },
  giveBack: ({ stage }, { by, at }) => void stage.mayAnswer({ by, at }),
} satisfies Record<string, Check<StagedAggregate>>;

/**
 * One record as it is now, and what the caller can do with it.
 * @param given.routes the controllers with the commands on such a record: an action needs the permission of its route.
 */
export function seenWithActions<T extends Aggregate>(
  transactions: Transactions, caller: Caller,
  given: { type: new () => T; id: string; actions: Actions<T>; routes: readonly Type<object>[] },
): Promise<T & { actions: ActionState[] }> {
  return transactions.look(caller.actor, async (tx) => {
    const record = await tx.load(given.type, given.id);
    return { ...record, actions: await actionsOn(tx, caller, { record, ...given }) };
  });
}

/** What the caller can do with this record now. */
export async function actionsOn<T extends Aggregate>(
  tx: Tx, caller: Caller, { record, actions, routes }: { record: T; actions: Actions<T>; routes: readonly Type<object>[] },
): Promise<ActionState[]> {
  const states: ActionState[] = [];
  for (const [action, permission] of permissionsFor(actions, routes)) {
    const each = actions.each?.[action];
    for (const of of each ? each(record) : ['']) {
      const refusal = await refusalOf(async () => {
        const by = await caller.as(permission);
        await actions.checks[action]!(record, { by, at: tx.at, of }, tx);
      });
      states.push({ action, ...(of && { of }), open: refusal === undefined, ...(refusal && { refusal }) });
    }
  }
  return states;
}

async function refusalOf(check: () => Promise<void>): Promise<ActionState['refusal']> {
  try {
    await check();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, details: error.details };
  }
}

/**
 * The permission of each action, as its route asks for it. An action is a command on such a record, or one that begins another
 * record, as `announce` a file; what those records answer to themselves may carry the same names and is none of it.
 * @throws Error where a command on such a record has no check, a check has no command, or two commands have one name.
 */
export function permissionsFor<T>({ path, checks }: Actions<T>, routes: readonly Type<object>[]): Map<string, string> {
  const commands = routes.flatMap(commandsOf);
  const own = commands.filter((command) => `${command.path}/`.startsWith(`${path}/:id/`));
  const beginning = commands.filter((command) => !command.path.includes('/:id') && command.name in checks);
  const names = [...own, ...beginning].map(({ name }) => name);
  const wrong = [
    ...names.filter((name, index) => !(name in checks) || names.indexOf(name) !== index),
    ...Object.keys(checks).filter((name) => !names.includes(name)),
  ];
  if (wrong.length > 0) throw new Error(`${path}: these commands and checks do not belong together: ${wrong.join(', ')}`);
  return new Map([...own, ...beginning].map(({ name, permission }) => [name, permission]));
}

/** The routes of a controller that change something. */
function commandsOf(controller: Type<object>): { name: string; path: string; permission: string }[] {
  const prototype = controller.prototype as Record<string, object>;
  const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
  return new MetadataScanner().getAllMethodNames(prototype)
    .filter((name) => Reflect.getMetadata(CHANGES, prototype[name]!) === true)
    .map((name) => ({
      name, path: `${base}/${Reflect.getMetadata(PATH_METADATA, prototype[name]!) as string}`,
      permission: Reflect.getMetadata(PERMISSION, prototype[name]!) as string,
    }));
}
