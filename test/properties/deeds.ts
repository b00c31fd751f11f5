import { ProtectionTaken, StageRequested, is, type Actor, type Envelope, type Instant, type ReturnReason } from '#contracts';
import type { Timed } from '#messaging';
import type { StagedAggregate } from '#stages';
import { Investigation } from '../../services/investigation/src/domain/investigation.js';
import { Placement } from '../../services/placement/src/domain/placement.js';
import { Rescue } from '../../services/rescue/src/domain/rescue.js';
import { receiverOf } from './cast.js';
import { heardOf } from './heard.js';
import type { Service, Turn, World } from './world.js';

/** What a deed does to the question who answers for a stage, or who has a person, when it is done. */
export type Effect =
  | { readonly on: 'stage'; readonly move: 'work' | 'close'; readonly id: string; readonly byTeam?: boolean }
  | { readonly on: 'stage'; readonly move: 'offer'; readonly id: string; readonly toUnit: string; readonly toPerson?: string }
  | { readonly on: 'stage'; readonly move: 'accept' | 'return'; readonly id: string; readonly offerId: string }
  | { readonly on: 'care'; readonly move: 'offer'; readonly id: string; readonly toUnit: string; readonly toPerson?: string }
  | { readonly on: 'care'; readonly move: 'accept' | 'decline'; readonly id: string; readonly offerId: string }
  | { readonly on: 'care'; readonly move: 'relative' | 'abroad'; readonly id: string; readonly to: string }
  | { readonly on: 'care'; readonly move: 'end' | 'prove' | 'retake'; readonly id: string }
  | { readonly on: 'nothing' };

/** One thing that somebody does, or tries to do: a command of a service, in its own words. */
export interface Deed {
  readonly name: string;
  readonly service: Service;
  readonly by: Actor;
  readonly effects: readonly Effect[];
  readonly work: (turn: Turn) => void;
}

export interface StageRecord {
  readonly type: new () => StagedAggregate & Timed;
  readonly service: Service;
  readonly record: StagedAggregate;
}

/** A command of the one who answers for a stage. */
export const workOn = (
  { service, record }: Pick<StageRecord, 'service' | 'record'>, name: string, by: Actor, work: (turn: Turn) => void,
): Deed => ({ name, service, by, effects: [{ on: 'stage', move: 'work', id: record.id }], work });

export function offerStage(
  world: World, { type, service, record }: StageRecord, by: Actor, to: { unitId: string; personId?: string },
): Deed {
  const [toUnit, toPerson] = [to.unitId, to.personId];
  return {
    name: `offer ${service} to ${toUnit}`, service, by, effects: [{ on: 'stage', move: 'offer', id: record.id, toUnit, toPerson }],
    work: (turn) => {
      const aggregate = turn.load(type, record.id);
      turn.save(aggregate, aggregate.offerStage(
        { ...termsOf(world, toUnit), by, at: turn.at, toPerson }, receiverOf(toUnit, toPerson),
      ));
    },
  };
}

export function acceptStage(world: World, { type, service, record }: StageRecord, by: Actor, offerId: string): Deed {
  return {
    name: `accept ${service}`, service, by, effects: [{ on: 'stage', move: 'accept', id: record.id, offerId }],
    work: (turn) => {
      const aggregate = turn.load(type, record.id);
      const receiver = receiverOf(by.unitId, by.personId);
      const accepted = aggregate.acceptStage({ offerId, by, at: turn.at }, receiver);
      turn.save(aggregate, [
        ...accepted, ...aggregate.whenTaken({ at: turn.at, rules: world.rules, newId: world.newId }, receiver),
      ]);
    },
  };
}

export function returnStage({ type, service, record }: StageRecord, by: Actor, offerId: string, reason: ReturnReason): Deed {
  return {
    name: `return ${service}`, service, by, effects: [{ on: 'stage', move: 'return', id: record.id, offerId }],
    work: (turn) => {
      const aggregate = turn.load(type, record.id);
      turn.save(aggregate, aggregate.returnStage({ offerId, by, at: turn.at, reason }));
    },
  };
}

/**
 * A fact reaches another service: what is only known there is counted as heard, a request opens its stage, and what was
 * decided for a child who was taken back falls.
 */
export function reactionTo(world: World, service: Service, said: Envelope): Deed | null {
  if (is(said, ProtectionTaken) && service === 'placement') return fall(world, said);
  if (!is(said, StageRequested) || said.data.stage !== service) return null;
  const { actor: by, caseId, data: { requestId, toUnit, victimIds } } = said;
  const common = { caseId, by, requestId };
  const open = (turn: Turn, make: (id: string, at: Instant) => readonly [StagedAggregate, readonly object[]]): void => {
    const [record, facts] = make(world.newId(), turn.at);
    const offered = record.offerStage({ ...termsOf(world, toUnit), by, at: turn.at }, receiverOf(toUnit));
    turn.save(record, [...facts as never, ...offered]);
  };
  const heard = heardOf(world, service, caseId);
  return {
    name: `open ${service}`, service, by, effects: [{ on: 'nothing' }],
    work: (turn) => {
      if (service === 'investigation') {
        const isOpen = world.all(Investigation).some((known) => known.caseId === caseId && known.stage.state === 'open');
        if (!isOpen) open(turn, (id, at) => Investigation.open({ ...common, id, at, ...heard.caseNow() }));
      }
      if (service === 'rescue') open(turn, (id, at) => Rescue.open({ ...common, id, at, victimIds: [...victimIds] }));
      if (service === 'placement')
        for (const victimId of victimIds)
          open(turn, (id, at) => Placement.open({ ...common, id, at, victimId }));
    },
  };
}

const fall = (world: World, { actor: by, caseId, data: { victimId } }: Envelope<ProtectionTaken>): Deed => ({
  name: 'let the placement fall', service: 'placement', by, effects: [{ on: 'nothing' }],
  work: (turn) => {
    for (const { id } of world.all(Placement).filter((known) => known.caseId === caseId && known.victimId === victimId)) {
      const placement = turn.load(Placement, id);
      turn.save(placement, placement.fall(turn.at));
    }
  },
});

/** The time to answer runs from when the receiver can know of the offer. */
function termsOf(world: World, toUnit: string): { offerId: string; toUnit: string; expiresAt: Instant; escalateTo?: string } {
  return {
    offerId: world.newId(), toUnit, expiresAt: world.rules.start('stage-offer-answer', world.now).dueAt,
    escalateTo: receiverOf(toUnit).superiorUnit,
  };
}
