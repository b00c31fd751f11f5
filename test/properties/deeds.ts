import {
  HandedOver, ProtectionTaken, ReceptionConfirmed, StageAccepted, StageClosed, StageOpened, StageRequested,
  StageRequestWithdrawn, is, type Actor, type Envelope, type Fact, type Instant, type ReturnReason,
} from '#contracts';
import type { Timed } from '#messaging';
import type { AskingStage, StagedAggregate } from '#stages';
import { Return } from '../../services/cross-border/src/domain/return.js';
import { Intake } from '../../services/intake/src/domain/intake.js';
import { Investigation } from '../../services/investigation/src/domain/investigation.js';
import { Placement } from '../../services/placement/src/domain/placement.js';
import { Custody } from '../../services/rescue/src/domain/custody.js';
import { Rescue } from '../../services/rescue/src/domain/rescue.js';
import { receiverOf, unitOf } from './cast.js';
import { heardOf } from './heard.js';
import type { Service, Turn, World } from './world.js';

/** What a deed does to the question who answers for a stage, or who has a person, when it is done. */
export type Effect =
  | { readonly on: 'stage'; readonly move: 'work' | 'close'; readonly id: string; readonly byTeam?: boolean }
  | { readonly on: 'stage'; readonly move: 'offer'; readonly id: string; readonly toUnit: string; readonly toPerson?: string }
  | { readonly on: 'stage'; readonly move: 'accept' | 'return'; readonly id: string; readonly offerId: string }
  | { readonly on: 'stage'; readonly move: 'withdraw'; readonly id: string }
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
  /** When it takes effect, where that is later than it happened. */
  readonly notBefore?: Instant;
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

/** Whoever asked for a stage asks no more: what nobody has taken, as far as that is known here. */
export const withdraw = (world: World, { type, service, record }: StageRecord, by: Actor, requestId: string): Deed =>
  workOn({ service, record }, `withdraw what ${service} asked for`, by, (turn) => {
    const stage = turn.load(type as new () => AskingStage, record.id);
    turn.save(stage, stage.withdrawRequest({
      by, at: turn.at, requestId, reason: 'not-needed', elsewhere: heardOf(world, service, record.caseId).stages(),
    }));
  });

const ASKING = { intake: Intake, investigation: Investigation, rescue: Rescue, 'cross-border': Return } as const;

/**
 * A fact reaches another service. What is only known there is counted as heard; what else the service does of itself: a
 * request opens its stage and its withdrawal ends it, whoever asked heeds what becomes of it, what was decided for a child who
 * was taken back falls, and the care of a victim follows the handover.
 */
export function reactionsTo(world: World, service: Service, said: Envelope): Deed[] {
  const { caseId } = said;
  if (is(said, ProtectionTaken)) return service === 'placement' ? [fall(world, said)] : [];
  if (is(said, StageRequested)) return said.data.stage === service ? [opening(world, service, said)] : [];
  if (is(said, StageRequestWithdrawn)) return openedBy(world, service, said).map((id) => ending(world, service, said, id));
  if (is(said, StageAccepted) || is(said, StageClosed)) return heeding(world, service, said);
  const custody = service === 'rescue' && (is(said, HandedOver) || is(said, ReceptionConfirmed))
    ? world.all(Custody).find((known) => known.caseId === caseId && known.victimId === said.data.victimId) : undefined;
  return custody ? [following(custody, said as Envelope<HandedOver | ReceptionConfirmed>)] : [];
}

/** The stages that this request has opened here. */
const openedBy = (world: World, service: Service, { caseId, data: { requestId } }: Envelope<StageRequestWithdrawn>): string[] =>
  world.saidBy(service, caseId)
    .flatMap((said) => (is(said, StageOpened) && said.data.requestId === requestId ? [said.subjectId] : []));

const ending = (world: World, service: Service, { actor: by }: Envelope, id: string): Deed => ({
  name: `end what nobody has taken in ${service}`, service, by, effects: [{ on: 'stage', move: 'withdraw', id }],
  work: (turn) => {
    const { type } = world.stages().find(({ record }) => record.id === id)!;
    const aggregate = turn.load(type, id);
    turn.save(aggregate, aggregate.stage.withdraw(turn.at));
  },
});

function heeding(world: World, service: Service, said: Envelope<StageAccepted | StageClosed>): Deed[] {
  const { actor: by, caseId, data: { stageId } } = said;
  const elsewhere = heardOf(world, service, caseId).stages();
  const requestId = elsewhere.find((known) => known.stageId === stageId)?.requestId;
  const asked = world.saidBy(service, caseId).find((own) => is(own, StageRequested) && own.data.requestId === requestId);
  if (!requestId || !asked || service === 'placement') return [];
  return [{
    name: `heed what has become of a request of ${service}`, service, by, effects: [{ on: 'nothing' }],
    work: (turn) => {
      const stage: AskingStage = turn.load<AskingStage>(ASKING[service], asked.subjectId);
      turn.save(stage, stage.heedRequest({ requestId, elsewhere, at: turn.at }));
    },
  }];
}

/** over the border with the second signature, and out of our care with the word of the other side. */
function following(record: Custody, said: Envelope<HandedOver | ReceptionConfirmed>): Deed {
  const deed = { service: 'rescue', by: said.actor } as const;
  const { id } = record;
  if (is(said, HandedOver)) {
    const { toUnit, toPerson } = said.data;
    return {
      ...deed, name: 'follow the handover', notBefore: record.since, effects: [{ on: 'care', move: 'abroad', id, to: toPerson }],
      work: (turn) => {
        const custody = turn.load(Custody, id);
        turn.save(custody, custody.handAbroad({ toUnit, toPerson, at: turn.at }));
      },
    };
  }
  return {
    ...deed, name: 'follow the reception', effects: [{ on: 'care', move: 'end', id }],
    work: (turn) => {
      const custody = turn.load(Custody, id);
      const isAbroad = custody.holder?.kind === 'unit' && unitOf(custody.holder.unitId).kind === 'foreign-border';
      turn.save(custody, custody.receiveAbroad({ isAbroad, at: turn.at }));
    },
  };
}

function opening(world: World, service: Service, said: Envelope<StageRequested>): Deed {
  const { actor: by, caseId, data: { requestId, toUnit, victimIds } } = said;
  const common = { caseId, by, requestId };
  const heard = heardOf(world, service, caseId);
  const isOpen = (type: new () => Placement | Return, victimId: string): boolean => world.all<Placement | Return>(type)
    .some((known) => known.caseId === caseId && known.victimId === victimId && known.stage.state === 'open');
  const beingRescued = world.all(Rescue)
    .flatMap((known) => (known.caseId === caseId && known.stage.state === 'open' ? known.victimIds : []));
  const open = (turn: Turn, [record, facts]: readonly [StagedAggregate, readonly Fact[]], isSecond = false): void => {
    const next = isSecond
      ? record.stage.withdraw(turn.at)
      : record.offerStage({ ...termsOf(world, toUnit), by, at: turn.at }, receiverOf(toUnit));
    turn.save(record, [...facts, ...next]);
  };
  return {
    name: `open ${service}`, service, by, effects: [{ on: 'nothing' }],
    work: (turn) => {
      const given = (): typeof common & { id: string; at: Instant } => ({ ...common, id: world.newId(), at: turn.at });
      if (service === 'investigation') {
        const isInHand = world.all(Investigation).some((known) => known.caseId === caseId && known.stage.state === 'open');
        if (!isInHand) open(turn, Investigation.open({ ...given(), ...heard.caseNow() }));
      }
      if (service === 'rescue')
        open(turn, Rescue.open({ ...given(), victimIds }), victimIds.some((victimId) => beingRescued.includes(victimId)));
      if (service === 'placement') for (const victimId of victimIds)
        open(turn, Placement.open({ ...given(), victimId }), isOpen(Placement, victimId));
      if (service === 'cross-border') for (const victimId of victimIds)
        open(turn, Return.open({ ...given(), victimId, country: 'VN' }), isOpen(Return, victimId));
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
