import { Refusal, type Actor } from '#contracts';
import { Custody } from '../../services/rescue/src/domain/custody.js';
import type { KnownHit } from '../../services/rescue/src/domain/kinship.js';
import { unknownVictim, type Victim } from '../../services/rescue/src/domain/presence.js';
import { Rescue } from '../../services/rescue/src/domain/rescue.js';
import { idOf, unitOf } from './cast.js';
import { workOn, type Deed, type Effect } from './deeds.js';
import { heardOf } from './heard.js';
import type { Turn, World } from './world.js';

export const MOTHER = idOf('8', 1);

function victimIn(world: World, caseId: string, victimId: string): Victim {
  return heardOf(world, 'rescue', caseId).victim(victimId) ?? unknownVictim(victimId);
}

/** Several officers record one night: the rescue accepts what happened before its last change. */
const rescuing = (record: Rescue, name: string, by: Actor, work: (rescue: Rescue, turn: Turn) => void): Deed =>
  workOn({ service: 'rescue', record }, name, by, (turn) => work(turn.load(Rescue, record.id), turn));

export const draftPlan = (world: World, record: Rescue, by: Actor): Deed =>
  rescuing(record, 'draft a plan', by, (rescue, turn) => turn.save(rescue, rescue.draftPlan({
    by, at: turn.at, planId: world.newId(), placeVerified: true, risks: ['flight'],
    present: ['female-officer', 'social-worker', 'interpreter'],
    victims: record.victimIds.map((victimId) => victimIn(world, record.caseId, victimId)),
  })));

export const approvePlan = (world: World, record: Rescue, by: Actor, planId: string): Deed =>
  rescuing(record, 'approve the plan', by, (rescue, turn) => turn.save(rescue, rescue.approvePlan({
    by, at: turn.at, planId,
    victims: rescue.plan(planId).victimIds.map((victimId) => victimIn(world, record.caseId, victimId)),
  })));

/** The rescue and the beginning of care are one act. */
export const free = (world: World, record: Rescue, by: Actor, given: { victimId: string; planId?: string }): Deed =>
  rescuing(record, 'free a person', by, (rescue, turn) => {
    const { victimId, planId } = given;
    const custodyId = world.newId();
    const freed = rescue.free({
      by, at: turn.at, victim: victimIn(world, record.caseId, victimId), present: ['female-officer', 'social-worker'],
      planId, emergencyPlanId: planId ? undefined : world.newId(), custodyId, clockId: world.newId(), rules: world.rules,
      superiorUnit: unitOf(by.unitId).superiorUnit,
    });
    // As the table has it: nobody is rescued twice in one case.
    const isKnown = world.all(Custody).some((known) => known.caseId === record.caseId && known.victimId === victimId);
    turn.save(rescue, freed);
    if (isKnown) throw new Refusal('rescue.already-rescued', { victimId });
    const [custody, taken] = Custody.take({
      id: custodyId, caseId: record.caseId, victimId, rescueId: rescue.id, by, at: turn.at,
    });
    turn.save(custody, taken);
  });

export const checkMedically = (world: World, record: Rescue, by: Actor, victimId: string): Deed => ({
  name: 'check medically', service: 'rescue', by, effects: [{ on: 'stage', move: 'work', id: record.id, byTeam: true }],
  work: (turn) => {
    const rescue = turn.load(Rescue, record.id);
    turn.save(rescue, rescue.checkMedically({
      by, at: turn.at, victimId, checkId: world.newId(), atUnit: '532500-hospital', atKind: 'hospital',
    }));
  },
});

export const askForNext = (
  world: World, record: Rescue, by: Actor, to: { stage: 'placement' | 'cross-border'; toUnit: string; victimIds: string[] },
): Deed => rescuing(record, `ask for ${to.stage}`, by, (rescue, turn) =>
  turn.save(rescue, rescue.requestStage({
    by, at: turn.at, requestId: world.newId(), ...to,
    elsewhere: heardOf(world, 'rescue', record.caseId).stages(),
  })));

export const closeRescue = (world: World, record: Rescue, by: Actor, abandoned?: true): Deed => ({
  name: abandoned ? 'abandon the rescue' : 'close the rescue', service: 'rescue', by,
  effects: [{ on: 'stage', move: 'close', id: record.id }],
  work: (turn) => {
    const rescue = turn.load(Rescue, record.id);
    const care = rescue.rescued.map(({ custodyId }) => {
      const { victimId, holder, ending, rescueId } = world.load(Custody, custodyId);
      const receivedAt = heardOf(world, 'rescue', record.caseId).receivedAt(victimId);
      return { victimId, unitId: holder?.kind === 'unit' ? holder.unitId : null, ending, rescueId, receivedAt };
    });
    turn.save(rescue, rescue.close({
      by, at: turn.at, care, abandoned, elsewhere: heardOf(world, 'rescue', record.caseId).stages(),
    }));
  },
});

const caring = (record: Custody, by: Actor, effect: Effect, work: (custody: Custody, turn: Turn) => void): Deed => ({
  name: effect.on === 'care' ? `care: ${effect.move}` : 'care', service: 'rescue', by, effects: [effect],
  work: (turn) => work(turn.load(Custody, record.id), turn),
});

export const offerCare = (
  world: World, record: Custody, by: Actor, to: { unitId: string; personId?: string; isBuyer?: boolean },
): Deed => {
  const { kind, superiorUnit } = unitOf(to.unitId);
  const effect: Effect = { on: 'care', move: 'offer', id: record.id, toUnit: to.unitId, toPerson: to.personId };
  return caring(record, by, effect, (custody, turn) => turn.save(custody, custody.offerTo({
    by, at: turn.at, now: world.now, offerId: world.newId(), isBuyer: to.isBuyer ?? false, rules: world.rules,
    carer: { unitId: to.unitId, personId: to.personId, unitKind: kind, superiorUnit },
    holderKind: custody.holder?.kind === 'unit' ? unitOf(custody.holder.unitId).kind : undefined,
  })));
};

export const answerCare = (record: Custody, by: Actor, move: 'accept' | 'decline', offerId: string): Deed =>
  caring(record, by, { on: 'care', move, id: record.id, offerId }, (custody, turn) => turn.save(custody, move === 'accept'
    ? custody.accept({ by, at: turn.at, offerId, isBuyer: false })
    : custody.decline({ by, at: turn.at, offerId })));

const hitOf = ({ id, victimId, since }: Custody): KnownHit => ({
  hitId: id, relation: 'duo-mother', victimId, confirmedAt: since,
  parents: [{ personId: MOTHER, relation: 'mother', identityDigest: 'a'.repeat(64) }],
});

export const proveKinship = (world: World, record: Custody, by: Actor): Deed =>
  caring(record, by, { on: 'care', move: 'prove', id: record.id }, (custody, turn) => turn.save(custody, custody.proveKinship({
    by, at: turn.at, isBuyer: false, involved: involved(world, record.caseId),
    claim: { relativeId: MOTHER, relation: 'mother', proof: 'dna', hits: [hitOf(record)], identityDigest: 'a'.repeat(64) },
  })));

export const handToMother = (world: World, record: Custody, by: Actor): Deed =>
  caring(record, by, { on: 'care', move: 'relative', id: record.id, to: MOTHER }, (custody, turn) =>
    turn.save(custody, custody.handToRelative({
      by, at: turn.at, relativeId: MOTHER, relation: 'mother', witnesses: ['social-worker'], isBuyer: false, isBuyerBehind: false,
      isMinor: victimIn(world, record.caseId, record.victimId).isMinor,
    })));

/** For protection: from the relative who has the child, and never from a unit. */
export const retake = (world: World, record: Custody, by: Actor): Deed =>
  caring(record, by, { on: 'care', move: 'retake', id: record.id }, (custody, turn) => {
    const { caseId, victimId } = record;
    const rescueId = world.newId();
    turn.save(custody, custody.retake({
      by, at: turn.at, rescueId, grounds: 'in-danger', documentNumber: 'MZ-2026-7', isBuyer: false,
      involved: involved(world, caseId), isMinor: victimIn(world, caseId, victimId).isMinor,
    }));
    const [rescue, opened] = Rescue.takeBack({
      id: rescueId, caseId, victimId, custodyId: record.id, by, at: turn.at, clockId: world.newId(), rules: world.rules,
      superiorUnit: unitOf(by.unitId).superiorUnit,
    });
    turn.save(rescue, opened);
  });

export const endCare = (world: World, record: Custody, by: Actor, reason: 'own-will' | 'with-family' | 'received-abroad'): Deed =>
  caring(record, by, { on: 'care', move: 'end', id: record.id }, (custody, turn) => turn.save(custody, reason === 'own-will'
    ? custody.goOwnWay({ by, at: turn.at, isMinor: victimIn(world, record.caseId, record.victimId).isMinor })
    : custody.end({
        by, at: turn.at, reason, isBuyer: false, involved: involved(world, record.caseId),
        isAbroad: custody.holder?.kind === 'unit' && custody.holder.unitId === '990010-border',
      })));

/** The units that answer for a stage of the case, here or elsewhere. */
function involved(world: World, caseId: string): string[] {
  const own = world.all(Rescue).filter((known) => known.caseId === caseId && known.stage.state === 'open' && known.stage.taken);
  const elsewhere = heardOf(world, 'rescue', caseId).stages().filter(({ taken, closed }) => taken && !closed);
  return [...own.map(({ stage }) => stage.answers.unitId), ...elsewhere.map(({ unitId }) => unitId)];
}

