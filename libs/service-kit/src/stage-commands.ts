import { v7 as newId } from 'uuid';
import {
  Id, Maybe, OneOf, Refusal, RETURN_REASONS, STAGE_UNIT_KINDS, UnitId,
  type Envelope, type Fact, type ReturnReason, type StageKind, type StageRequestWithdrawn,
} from '#contracts';
import type { Tx } from '#messaging';
import type { Receiver, StagedAggregate } from '#stages';
import { CommandInput } from './asking.js';

export class OfferStage extends CommandInput {
  @UnitId() toUnit!: string;
  @Maybe() @Id() toPerson?: string;
}

export class ReturnStage extends CommandInput {
  @OneOf(RETURN_REASONS) reason!: ReturnReason;
}

type StagedClass<T extends StagedAggregate = StagedAggregate> = new () => T;

export async function offerStage(tx: Tx, type: StagedClass, id: string, input: OfferStage): Promise<void> {
  const aggregate = await tx.load(type, id);
  const receiver = await receiverOf(tx, aggregate.stage.kind, input);
  await tx.save(aggregate, aggregate.offerStage({ ...(await offerTerms(tx, receiver)), by: tx.actor, at: tx.at }, receiver));
}

export async function acceptStage(tx: Tx, type: StagedClass, id: string, offerId: string): Promise<void> {
  const aggregate = await tx.load(type, id);
  const receiver = await receiverOf(tx, aggregate.stage.kind, { toUnit: tx.actor.unitId, toPerson: tx.actor.personId });
  const accepted = aggregate.acceptStage({ offerId, by: tx.actor, at: tx.at }, receiver);
  await tx.save(aggregate, [...accepted, ...aggregate.whenTaken({ at: tx.at, rules: tx.rules, newId }, receiver)]);
}

export async function returnStage(
  tx: Tx, type: StagedClass, id: string, { offerId, reason }: { offerId: string; reason: ReturnReason },
): Promise<void> {
  const aggregate = await tx.load(type, id);
  await tx.save(aggregate, aggregate.returnStage({ offerId, by: tx.actor, at: tx.at, reason }));
}

/**
 * A stage that another one has asked for is offered at once to the unit that was named. Where the victim has such a stage
 * already, as two can be asked for before either is heard of, it ends instead, and whoever asked hears so.
 */
export async function saveOpened<T extends StagedAggregate>(
  tx: Tx, [opened, facts]: readonly [T, readonly Fact[]], { receiver, isDoubled }: { receiver: Receiver; isDoubled: boolean },
): Promise<void> {
  const next = isDoubled
    ? opened.stage.withdraw(tx.at)
    : opened.offerStage({ ...(await offerTerms(tx, receiver)), by: tx.actor, at: tx.at }, receiver);
  await tx.save(opened, [...facts, ...next]);
}

/** The records of this service whose stage said that of a request. */
export async function saidOf(
  tx: Tx, type: 'stage.opened' | 'stage.requested', { caseId, requestId }: { caseId: string; requestId: string },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT payload::jsonb ->> 'subjectId' AS id FROM journal
     WHERE aggregateid = $1 AND type = $2 AND payload::jsonb #>> '{data,requestId}' = $3`, [caseId, type, requestId]);
  return rows.map(({ id }) => id);
}

/** A request was withdrawn: the stages that it opened, and that nobody has taken, end. */
export async function endUntaken(tx: Tx, type: StagedClass, { caseId, data }: Envelope<StageRequestWithdrawn>): Promise<void> {
  for (const id of await saidOf(tx, 'stage.opened', { caseId, requestId: data.requestId })) {
    const aggregate = await tx.load(type, id);
    await tx.save(aggregate, aggregate.stage.withdraw(tx.at));
  }
}

/**
 * The terms of a new offer: its id, its receiver, and until when it waits for an answer. The time to answer runs from
 * when the receiver can know: a request that waited out an outage is not offered when it has expired already.
 */
export async function offerTerms(tx: Tx, receiver: Receiver): Promise<{
  offerId: string; toUnit: string; toPerson?: string; expiresAt: string; escalateTo?: string;
}> {
  const { dueAt } = tx.rules.start('stage-offer-answer', tx.now);
  return {
    offerId: newId(), toUnit: receiver.unitId, toPerson: receiver.personId, expiresAt: dueAt, escalateTo: receiver.superiorUnit,
  };
}

/** The unit that is told when a deadline of this unit passes. */
export const superiorOf = async (tx: Tx, unitId: string): Promise<string | undefined> =>
  (await tx.directory.unit(unitId))?.superiorUnit ?? undefined;

/**
 * The unit that a request names, for the stage that opens on it. The asker has checked the unit already: where this
 * service's copy of the directory is still behind, the stage is offered all the same, with nobody above to be told.
 * Whoever accepts is looked up anew.
 * @throws Refusal stage.unit-not-competent
 */
export async function namedReceiver(tx: Tx, stage: StageKind, toUnit: string): Promise<Receiver> {
  if (await tx.directory.unit(toUnit)) return receiverOf(tx, stage, { toUnit });
  return { unitId: toUnit, isHeadOfBureau: false };
}

/**
 * What the directory says about the one who is to receive a stage.
 * @throws Refusal stage.unknown-unit, stage.unit-not-competent, stage.unknown-person
 */
export async function receiverOf(
  tx: Tx, stage: StageKind, to: { toUnit: string; toPerson?: string },
): Promise<Receiver> {
  const unit = await tx.directory.unit(to.toUnit);
  if (!unit) throw new Refusal('stage.unknown-unit', { unitId: to.toUnit });
  if (!STAGE_UNIT_KINDS[stage].includes(unit.kind))
    throw new Refusal('stage.unit-not-competent', { unitId: to.toUnit, kind: unit.kind, stage });
  if (to.toPerson && !(await servesIn(tx, to.toPerson, to.toUnit)))
    throw new Refusal('stage.unknown-person', { personId: to.toPerson, unitId: to.toUnit });
  return {
    unitId: to.toUnit, personId: to.toPerson, unitKind: unit.kind, division: unit.division,
    superiorUnit: unit.superiorUnit ?? undefined,
    isHeadOfBureau: to.toPerson !== undefined && await isHead(tx, to.toPerson, to.toUnit),
  };
}

/** Somebody of this unit, when it happened and when it is told: no earlier date names somebody who has left. */
export const servesIn = async (tx: Tx, personId: string, unitId: string): Promise<boolean> =>
  await tx.directory.holds(personId, unitId, tx.at) !== null && await tx.directory.holds(personId, unitId, tx.now) !== null;

/** V-1: then and now. Whoever tells late that the stage was taken leads it from now on. */
const isHead = async (tx: Tx, personId: string, unitId: string): Promise<boolean> =>
  await tx.directory.isHeadOfBureau(personId, unitId, tx.at) && await tx.directory.isHeadOfBureau(personId, unitId, tx.now);
