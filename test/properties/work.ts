import type { Actor, PackageKind } from '#contracts';
import { fromClue } from '../../services/intake/src/domain/beginning.js';
import { Intake } from '../../services/intake/src/domain/intake.js';
import { Investigation } from '../../services/investigation/src/domain/investigation.js';
import { Placement } from '../../services/placement/src/domain/placement.js';
import { idOf, receiverOf, unitOf } from './cast.js';
import { workOn, type Deed } from './deeds.js';
import { heardOf } from './heard.js';
import type { Turn, World } from './world.js';

const DIVISION = '532503';

/** A clue comes in and opens a matter: a case of its own from now on. */
export function receiveClue(world: World, by: Actor): Deed {
  const caseId = idOf('2', world.cases.length + 1);
  return {
    name: 'receive a clue', service: 'intake', by, effects: [{ on: 'nothing' }],
    work: (turn) => {
      const [intake, facts] = fromClue({
        id: world.newId(), caseId, division: DIVISION, isDivisionKnown: true, triageClockId: world.newId(), rules: world.rules,
        by, at: turn.at,
        superiorUnit: unitOf(by.unitId).superiorUnit,
        clue: {
          clueId: world.newId(), feedbackClockId: world.newId(), channel: 'teacher', discoveredAt: turn.at,
          reporterRecord: null, contentRecord: null,
        },
      });
      turn.save(intake, facts);
      world.cases.push(caseId);
    },
  };
}

/** One woman of age and one child: the two who are treated differently everywhere. */
export function openCase(world: World, record: Intake, by: Actor): Deed {
  return workOn({ service: 'intake', record }, 'open the case', by, (turn) => {
    const intake = turn.load(Intake, record.id);
    const common = { nationality: 'CN', sex: 'female' as const, personRecords: [] };
    turn.save(intake, intake.openCase({
      by, at: turn.at, caseNumber: 'GT-532503-2026-0001', kind: 'child-abduction',
      victims: [{ ...common, victimId: world.newId(), minor: true }, { ...common, victimId: world.newId(), minor: false }],
    }));
  });
}

export const sendFeedback = (record: Intake, by: Actor): Deed =>
  workOn({ service: 'intake', record }, 'tell the reporter', by, (turn) => {
    const intake = turn.load(Intake, record.id);
    for (const { clueId, feedbackAt } of intake.clues)
      if (!feedbackAt) return turn.save(intake, intake.sendFeedback({ by, at: turn.at, clueId }));
  });

export const askFromIntake = (
  world: World, record: Intake, by: Actor, to: { stage: 'investigation' | 'rescue'; toUnit: string },
): Deed => workOn({ service: 'intake', record }, `ask for ${to.stage}`, by, (turn) => {
  const intake = turn.load(Intake, record.id);
  turn.save(intake, intake.requestStage({
    by, at: turn.at, requestId: world.newId(), stage: to.stage, receiver: receiverOf(to.toUnit),
    elsewhere: heardOf(world, 'intake', record.caseId).stages(),
  }));
});

export const conclude = (world: World, record: Intake, by: Actor, outcome: 'transferred' | 'unfounded'): Deed => ({
  name: `conclude as ${outcome}`, service: 'intake', by, effects: [{ on: 'stage', move: 'close', id: record.id }],
  work: (turn) => {
    const intake = turn.load(Intake, record.id);
    turn.save(intake, intake.conclude({ by, at: turn.at, outcome, elsewhere: heardOf(world, 'intake', record.caseId).stages() }));
  },
});

export const merge = (world: World, from: Intake, into: Intake, by: Actor): Deed => ({
  name: 'merge', service: 'intake', by,
  effects: [{ on: 'stage', move: 'close', id: from.id }, { on: 'stage', move: 'work', id: into.id }],
  work: (turn) => {
    const [left, taking] = [turn.load(Intake, from.id), turn.load(Intake, into.id)];
    const said = left.mergeInto({ by, at: turn.at, into: taking, elsewhere: heardOf(world, 'intake', from.caseId).stages() });
    if (said.length === 0) return;
    turn.save(left, said);
    turn.save(taking, taking.takeIn({
      by, at: turn.at, from: left, parties: [by.unitId], newId: world.newId, rules: world.rules,
    }));
  },
});

const investigating = (record: Investigation, name: string, by: Actor, work: Deed['work']): Deed => ({
  name, service: 'investigation', by, effects: [{ on: 'stage', move: 'work', id: record.id, byTeam: true }], work,
});

export const formTaskForce = (world: World, record: Investigation, by: Actor): Deed =>
  investigating(record, 'form the task force', by, (turn) => {
    const investigation = turn.load(Investigation, record.id);
    const { unitId, personId } = investigation.stage.answers;
    const holder = (kind: PackageKind, one: Actor) => ({
      package: kind, unitId: one.unitId, personId: one.personId, holdsPost: true, unitKind: unitOf(one.unitId).kind,
    });
    const [solver, rescuer] = unitOf('532503-psb').people.slice(2);
    turn.save(investigation, investigation.formTaskForce({
      by, at: turn.at, rules: world.rules, taskForceId: world.newId(), clockId: world.newId(), relativesContactDays: 30,
      leader: receiverOf(unitId, personId),
      candidates: [
        holder('solve', solver!), holder('rescue', rescuer!), holder('comfort', unitOf('532503-wenlan-ps').people[1]!),
      ],
    }));
  });

export const catchSuspect = (world: World, record: Investigation, by: Actor): Deed =>
  investigating(record, 'catch a suspect', by, (turn) => {
    const investigation = turn.load(Investigation, record.id);
    const suspectId = world.newId();
    const known = investigation.recordSuspect({ by, at: turn.at, suspectId, role: 'seller', repeatOffender: false });
    turn.save(investigation, [...known, ...investigation.arrestSuspect({ by, at: turn.at, suspectId })]);
  });

export const contactRelatives = (world: World, record: Investigation, by: Actor): Deed =>
  investigating(record, 'contact the relatives', by, (turn) => {
    const investigation = turn.load(Investigation, record.id);
    turn.save(investigation, investigation.contactRelatives({
      by, at: turn.at, contactId: world.newId(), clockId: world.newId(), rules: world.rules,
    }));
  });

export const takeMeasure = (world: World, record: Investigation, by: Actor): Deed =>
  investigating(record, 'take a measure', by, (turn) => {
    const investigation = turn.load(Investigation, record.id);
    turn.save(investigation, investigation.takeMeasure({
      by, at: turn.at, measureId: world.newId(), package: 'solve', measure: 'canvass',
    }));
  });

export const suspendOrResume = (world: World, record: Investigation, by: Actor): Deed =>
  investigating(record, record.coldSince ? 'resume' : 'suspend', by, (turn) => {
    const investigation = turn.load(Investigation, record.id);
    turn.save(investigation, record.coldSince
      ? investigation.resume({ by, at: turn.at })
      : investigation.suspend({ by, at: turn.at, clockId: world.newId(), rules: world.rules }));
  });

export const askForRescue = (world: World, record: Investigation, by: Actor, toUnit: string): Deed =>
  investigating(record, 'ask for rescue', by, (turn) => {
    const investigation = turn.load(Investigation, record.id);
    const victims = knownVictims(world, record.caseId);
    turn.save(investigation, investigation.requestStage({
      by, at: turn.at, requestId: world.newId(), stage: 'rescue', toUnit, victims,
      victimIds: victims.map(({ victimId }) => victimId),
      elsewhere: heardOf(world, 'investigation', record.caseId).stages(),
    }));
  });

export const discharge = (world: World, record: Investigation, by: Actor, kind: PackageKind): Deed =>
  investigating(record, `discharge ${kind}`, by, (turn) => {
    const investigation = turn.load(Investigation, record.id);
    turn.save(investigation, investigation.dischargePackage({
      by, at: turn.at, package: kind, evidence: [world.newId()], victims: knownVictims(world, record.caseId),
    }));
  });

export const closeInvestigation = (world: World, record: Investigation, by: Actor): Deed => ({
  name: 'close the investigation', service: 'investigation', by, effects: [{ on: 'stage', move: 'close', id: record.id }],
  work: (turn) => {
    const investigation = turn.load(Investigation, record.id);
    turn.save(investigation, investigation.close({
      by, at: turn.at, elsewhere: heardOf(world, 'investigation', record.caseId).stages(),
    }));
  },
});

function knownVictims(world: World, caseId: string) {
  const heard = heardOf(world, 'investigation', caseId);
  return heard.victims().map(({ victimId }) => ({ victimId, rescuedAt: heard.rescuedAt(victimId) }));
}

/** As intake has said, as far as placement has heard. */
export const isMinor = (world: World, { caseId, victimId }: Placement): boolean =>
  heardOf(world, 'placement', caseId).victim(victimId)?.isMinor ?? true;

const placing = (record: Placement, name: string, by: Actor, work: (placement: Placement, turn: Turn) => void): Deed =>
  workOn({ service: 'placement', record }, name, by, (turn) => work(turn.load(Placement, record.id), turn));

export const receivePerson = (world: World, record: Placement, by: Actor): Deed =>
  placing(record, 'receive the person', by, (placement, turn) => turn.save(placement, placement.receive({
    by, at: turn.at, clockId: world.newId(), rules: world.rules,
    holder: heardOf(world, 'placement', record.caseId).holder(record.victimId),
    heldSince: heardOf(world, 'placement', record.caseId).care(record.victimId)?.since ?? null,
  })));

export const decide = (world: World, record: Placement, by: Actor): Deed =>
  placing(record, 'decide', by, (placement, turn) => turn.save(placement, placement.decide({
    by, at: turn.at, isBuyer: false, marks: [], promisedAbroad: null,
    relations: [], isMinor: isMinor(world, record),
    decision: isMinor(world, record) ? { kind: 'child-welfare-institution', unitId: '532500-welfare' } : { kind: 'own-choice' },
  })));

export const askPlace = (record: Placement, by: Actor, toUnit: string): Deed =>
  placing(record, 'ask for a place', by, (placement, turn) =>
    turn.save(placement, placement.askPlace({ by, at: turn.at, toUnit, unitKind: unitOf(toUnit).kind })));

/** An institution speaks for itself, whoever answers for the stage. */
export const promisePlace = (record: Placement, by: Actor): Deed => ({
  name: 'promise a place', service: 'placement', by, effects: [{ on: 'stage', move: 'work', id: record.id, byTeam: true }],
  work: (turn) => {
    const placement = turn.load(Placement, record.id);
    turn.save(placement, placement.promisePlace({ by, at: turn.at }));
  },
});

export const putInEffect = (world: World, record: Placement, by: Actor): Deed =>
  placing(record, 'put in effect', by, (placement, turn) =>
    turn.save(placement, placement.takeEffect({
      by, at: turn.at, isBuyer: false, isBuyerBehind: false, isMinor: isMinor(world, record),
      rules: world.rules, newId: world.newId,
      care: heardOf(world, 'placement', record.caseId).care(record.victimId),
    })));

export const visit = (world: World, record: Placement, by: Actor, visitId: string): Deed =>
  placing(record, 'visit', by, (placement, turn) =>
    turn.save(placement, placement.visit({ by, at: turn.at, visitId, rules: world.rules, furtherHelpNeeded: false })));

export const closePlacement = (record: Placement, by: Actor): Deed => ({
  name: 'close the placement', service: 'placement', by, effects: [{ on: 'stage', move: 'close', id: record.id }],
  work: (turn) => {
    const placement = turn.load(Placement, record.id);
    turn.save(placement, placement.close({ by, at: turn.at }));
  },
});

