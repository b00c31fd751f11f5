import { PACKAGES, SIDES, type Actor } from '#contracts';
import type { AskingStage } from '#stages';
import { Handover } from '../../services/cross-border/src/domain/handover.js';
import { Return } from '../../services/cross-border/src/domain/return.js';
import { Intake } from '../../services/intake/src/domain/intake.js';
import { Investigation } from '../../services/investigation/src/domain/investigation.js';
import { Placement } from '../../services/placement/src/domain/placement.js';
import { Custody } from '../../services/rescue/src/domain/custody.js';
import { Rescue } from '../../services/rescue/src/domain/rescue.js';
import { actorOf, PEOPLE, unitOf } from './cast.js';
import * as care from './care.js';
import * as border from './border.js';
import { acceptStage, offerStage, returnStage, withdraw, type Deed, type StageRecord } from './deeds.js';
import { heardOf } from './heard.js';
import { SERVICES, type Service, type World } from './world.js';
import * as work from './work.js';

/** Something that could be done in a case now. `weight` 0: nobody sensible would, but somebody may try. */
export interface Choice {
  readonly weight: number;
  /** Who would do it if everybody did right. */
  readonly right: Actor;
  readonly deed: (by: Actor) => Deed;
}

/** A fact that waits to be heard. */
export interface Waiting {
  readonly service: Service;
  readonly source: Service;
}

const COMPETENT: Record<Service, readonly string[]> = {
  intake: ['532503-psb', '532503-wenlan-ps', '532528-psb'],
  investigation: ['532503-psb', '532500-psb'],
  rescue: ['532528-psb', '532503-psb'],
  placement: ['532500-relief', '532500-welfare'],
  'cross-border': ['532532-border', '532530-border'],
};
/** Who has cared for rescued people in these properties; abroad only by a handover at the port. */
const CARERS = ['532500-relief', '532500-welfare', '532500-hospital', '532528-psb'];

const LIKELY = 5;
const choice = (weight: number | boolean, right: Actor, deed: (by: Actor) => Deed): Choice =>
  ({ weight: typeof weight === 'number' ? weight : Number(weight) * LIKELY, right, deed });

/** Many steps lead over the border, and each must be likely for the last one to be reached. */
const AT_THE_BORDER = 12;
const next = (isNext: boolean): number => Number(isNext) * AT_THE_BORDER;

/** Everything that could be done in a case, wise or not. `pick` chooses between receivers. */
export function menu(world: World, caseId: string, pick: number): Choice[] {
  const ours = <T extends { caseId: string }>(records: T[]): T[] => records.filter((record) => record.caseId === caseId);
  const stages = world.stages().filter(({ record }) => record.caseId === caseId);
  return [
    ...stages.flatMap((stage) => stageChoices(world, stage, pick)),
    ...ours(world.all(Intake)).flatMap((record) => intakeChoices(world, record, pick)),
    ...ours(world.all(Investigation)).flatMap((record) => investigationChoices(world, record)),
    ...ours(world.all(Rescue)).flatMap((record) => rescueChoices(world, record, pick)),
    ...ours(world.all(Custody)).flatMap((record) => custodyChoices(world, record, pick)),
    ...ours(world.all(Placement)).flatMap((record) => placementChoices(world, record)),
    ...borderChoices(world, { returns: ours(world.all(Return)), handovers: ours(world.all(Handover)) }, pick),
  ];
}

export const waiting = (world: World, caseId: string): Waiting[] => SERVICES.flatMap((service) => SERVICES
  .filter((source) => source !== service && world.heard(service, caseId, source).length < world.saidBy(source, caseId).length)
  .map((source) => ({ service, source })));

const leaderOf = ({ stage }: { stage: { answers: { personId: string } } }): Actor => actorOf(stage.answers.personId);

function stageChoices(world: World, stage: StageRecord, pick: number): Choice[] {
  const { record, service } = stage;
  const { offer, lastOffer, state, taken } = record.stage;
  const toUnit = COMPETENT[service][pick % COMPETENT[service].length]!;
  const staff = unitOf(toUnit).people;
  const person = staff[pick % staff.length]!;
  const receiver = offer ? receiverFor(service, offer.toUnit, offer.toPerson) : person;
  const isOpen = state === 'open';
  return [
    choice(isOpen && !offer ? (taken ? 0.6 : LIKELY) : 0, leaderOf(record), (by) =>
      offerStage(world, stage, by, pick % 3 === 0 ? person : { unitId: toUnit })),
    ...offer ? [
      choice(isOpen, receiver, (by) => acceptStage(world, stage, by, offer.offerId)),
      choice(Number(isOpen) * 0.6, receiver, (by) => returnStage(stage, by, offer.offerId, 'no-capacity')),
    ] : [],
    ...lastOffer ? [choice(0, receiver, (by) => acceptStage(world, stage, by, lastOffer.offerId))] : [],
    ...requestsOf(record).map(({ requestId, withdrawnAt }) =>
      choice(isOpen && taken && !withdrawnAt ? 0.2 : 0, leaderOf(record), (by) => withdraw(world, stage, by, requestId))),
  ];
}

const requestsOf = (record: object) => (record as Partial<AskingStage>).requests?.all ?? [];

/** What was asked for, and not withdrawn. */
const standing = ({ requests }: AskingStage) => requests.all.filter(({ withdrawnAt }) => withdrawnAt === undefined);

function receiverFor(service: Service, toUnit: string, toPerson: string | undefined): Actor {
  return toPerson ? actorOf(toPerson)
    : unitOf(toUnit).people.find(({ post }) => service !== 'investigation' || post === 'head')!;
}

function intakeChoices(world: World, record: Intake, pick: number): Choice[] {
  const right = leaderOf(record);
  const isOpen = record.stage.state === 'open' && record.stage.taken;
  const known = heardOf(world, 'intake', record.caseId).stages();
  const isAsked = standing(record).length > 0;
  const isTaken = isAsked && standing(record).every(({ requestId }) =>
    known.some((stage) => stage.requestId === requestId && stage.taken));
  const other = world.all(Intake).filter(({ id, stage }) => id !== record.id && stage.state === 'open')[0];
  const isTold = record.clues.every(({ feedbackAt }) => feedbackAt !== null);
  return [
    choice(isOpen && !isTold, right, (by) => work.sendFeedback(record, by)),
    choice(isOpen && !record.case, right, (by) => work.openCase(world, record, by)),
    choice(isOpen && record.case !== null && !isAsked, right, (by) =>
      work.askFromIntake(world, record, by, { stage: 'investigation', toUnit: COMPETENT.investigation[pick % 2]! })),
    choice(isOpen && record.case ? 0.3 : 0, right, (by) =>
      work.askFromIntake(world, record, by, { stage: 'rescue', toUnit: '532528-psb' })),
    choice(isOpen && isTaken && isTold, right, (by) => work.conclude(world, record, by, 'transferred')),
    choice(isOpen && isTold && !record.case ? 0.1 : 0, right, (by) => work.conclude(world, record, by, 'unfounded')),
    ...other ? [choice(isOpen && !isAsked ? 0.1 : 0, right, (by) => work.merge(world, record, other, by))] : [],
  ];
}

function investigationChoices(world: World, record: Investigation): Choice[] {
  const right = leaderOf(record);
  const isOpen = record.stage.state === 'open' && record.stage.taken;
  const force = record.taskForce;
  const heard = heardOf(world, 'investigation', record.caseId);
  const rescued = heard.victims().map(({ victimId }) => heard.rescuedAt(victimId));
  const isAllRescued = rescued.length > 0 && rescued.every((at) => at !== null);
  const isTold = record.lastContactAt !== null && rescued.every((at) => at !== null && record.lastContactAt! >= at);
  const comforter = force ? actorOf(force.holding('comfort').personId) : right;
  const open = force?.open ?? [];
  const ready = { solve: record.findings.isAnySuspectCaught, rescue: isAllRescued, comfort: isTold };
  return [
    choice(isOpen && !force, right, (by) => work.formTaskForce(world, record, by)),
    choice(isOpen && force !== null && !record.findings.isAnySuspectCaught, right, (by) => work.catchSuspect(world, record, by)),
    choice(isOpen && force ? (isAllRescued && !isTold ? LIKELY : 0.3) : 0, comforter, (by) =>
      work.contactRelatives(world, record, by)),
    choice(isOpen && force ? 0.3 : 0, right, (by) => work.suspendOrResume(world, record, by)),
    choice(isOpen && force ? 0.3 : 0, right, (by) => work.takeMeasure(world, record, by)),
    choice(isOpen && standing(record).length === 0 && rescued.length > 0, right, (by) =>
      work.askForRescue(world, record, by, '532528-psb')),
    ...PACKAGES.map((kind) =>
      choice(isOpen && open.includes(kind) && ready[kind], right, (by) => work.discharge(world, record, by, kind))),
    choice(isOpen && force !== null && open.length === 0, right, (by) => work.closeInvestigation(world, record, by)),
  ];
}

function rescueChoices(world: World, record: Rescue, pick: number): Choice[] {
  const right = leaderOf(record);
  const isOpen = record.stage.state === 'open' && record.stage.taken;
  const plan = record.plans[0];
  const approver = unitOf(right.unitId).people.find(({ personId }) => personId !== plan?.authorId) ?? right;
  const waiting = record.victimIds.filter((victimId) => !record.rescued.some((person) => person.victimId === victimId));
  const unchecked = record.rescued.filter(({ medicalCheck }) => !medicalCheck);
  const unasked = record.rescued.map(({ victimId }) => victimId)
    .filter((victimId) => !standing(record).some(({ victimIds }) => victimIds.includes(victimId)));
  const isDone = waiting.length === 0 && unchecked.length === 0 && unasked.length === 0;
  const [toUnit, toBorder] = [COMPETENT.placement[pick % 2]!, COMPETENT['cross-border'][pick % 2]!];
  return [
    choice(isOpen && !plan && record.victimIds.length > 0, right, (by) => care.draftPlan(world, record, by)),
    ...plan ? [choice(isOpen && !plan.approvedAt, approver, (by) => care.approvePlan(world, record, by, plan.planId))] : [],
    ...waiting.map((victimId) => choice(isOpen && Boolean(plan?.approvedAt), right, (by) =>
      care.free(world, record, by, { victimId, planId: plan?.approvedAt ? plan.planId : undefined }))),
    ...record.rescued.slice(0, 1).map(({ victimId }) => choice(0, right, (by) => care.free(world, record, by, { victimId }))),
    ...unchecked.map(({ victimId }) => choice(isOpen, right, (by) => care.checkMedically(world, record, by, victimId))),
    choice(isOpen && unasked.length > 0 ? 3 : 0, right, (by) =>
      care.askForNext(world, record, by, { stage: 'placement', toUnit, victimIds: unasked })),
    choice(isOpen && unasked.length > 0 ? 2 : 0, right, (by) =>
      care.askForNext(world, record, by, { stage: 'cross-border', toUnit: toBorder, victimIds: unasked })),
    choice(isOpen && isDone, right, (by) => care.closeRescue(world, record, by)),
    choice(isOpen ? 0.1 : 0, right, (by) => care.closeRescue(world, record, by, true)),
  ];
}

function custodyChoices(world: World, record: Custody, pick: number): Choice[] {
  const { holder, offer } = record;
  const keeper = holder?.kind === 'unit' ? actorOf(holder.personId) : PEOPLE[0]!;
  const isHeld = holder?.kind === 'unit';
  const placement = world.all(Placement).find(({ victimId, stage }) =>
    victimId === record.victimId && stage.state === 'open' && stage.taken);
  const home = placement?.stage.answers.unitId;
  const target = home && home !== keeper.unitId ? home : CARERS[pick % CARERS.length]!;
  const isHome = home === keeper.unitId;
  const receiver = offer ? receiverFor('placement', offer.toUnit, offer.toPerson) : keeper;
  return [
    choice(isHeld && !offer ? (isHome ? 0.2 : 3) : 0, keeper, (by) => care.offerCare(world, record, by, {
      unitId: target, personId: pick % 4 === 0 ? unitOf(target).people[0]!.personId : undefined, isBuyer: pick % 11 === 0,
    })),
    ...offer ? [
      choice(isHeld, receiver, (by) => care.answerCare(record, by, 'accept', offer.offerId)),
      choice(Number(isHeld) * 0.8, receiver, (by) => care.answerCare(record, by, 'decline', offer.offerId)),
    ] : [],
    choice(isHeld && record.kinship.length === 0 ? 0.4 : 0, keeper, (by) => care.proveKinship(world, record, by)),
    choice(isHeld && record.kinship.length > 0 ? 0.6 : 0, keeper, (by) => care.handToMother(world, record, by)),
    choice(isHeld ? 0.3 : 0, keeper, (by) => care.endCare(world, record, by, 'own-will')),
    ...relativeChoices(world, record, keeper),
    choice(keeper.unitId === '990010-border' ? 1 : 0, PEOPLE[0]!, (by) => care.endCare(world, record, by, 'received-abroad')),
  ];
}

function relativeChoices(world: World, record: Custody, keeper: Actor): Choice[] {
  const isWithRelative = record.relative !== null;
  const rescuer = actorOf(record.history[0]!.holder.personId);
  return [
    choice(record.holder?.kind === 'relative' ? 1 : 0, keeper, (by) => care.endCare(world, record, by, 'with-family')),
    choice(isWithRelative ? 1 : 0, rescuer, (by) => care.retake(world, record, by)),
  ];
}

function placementChoices(world: World, record: Placement): Choice[] {
  const right = leaderOf(record);
  const isOpen = record.stage.state === 'open' && record.stage.taken;
  const isHere = heardOf(world, 'placement', record.caseId).holder(record.victimId) === right.unitId;
  const welfare = unitOf('532500-welfare').people[0]!;
  const isAsked = record.placeRequests.includes(welfare.unitId);
  const isMinor = work.isMinor(world, record);
  const isPromised = !isMinor || right.unitId === welfare.unitId || record.promises.includes(welfare.unitId);
  const due = record.visits.filter(({ visitedAt }) => visitedAt === null);
  return [
    choice(isOpen && !record.receivedBy && isHere, right, (by) => work.receivePerson(world, record, by)),
    choice(isOpen && isMinor && !isAsked, right, (by) => work.askPlace(record, by, welfare.unitId)),
    choice(isOpen && isAsked && !record.promises.includes(welfare.unitId), welfare, (by) => work.promisePlace(record, by)),
    choice(isOpen && record.receivedBy !== null && !record.decision && isPromised, right, (by) => work.decide(world, record, by)),
    choice(isOpen && record.decision !== null && !record.inEffectSince, right, (by) => work.putInEffect(world, record, by)),
    ...due.map(({ visitId, month }) => choice(isOpen && isTimeFor(world, record, month), right, (by) =>
      work.visit(world, record, by, visitId))),
    choice(isOpen && record.inEffectSince !== null && due.length === 0, right, (by) => work.closePlacement(record, by)),
  ];
}

function borderChoices(
  world: World, { returns, handovers }: { returns: Return[]; handovers: Handover[] }, pick: number,
): Choice[] {
  const ready = returns.filter((record) => record.stage.state === 'open' && record.stage.taken && !record.handoverId
    && border.travellerOf(world, record, world.now).missing.length === 0);
  const together = ready.filter(({ stage }) => stage.answers.unitId === ready[0]!.stage.answers.unitId);
  return [
    ...returns.flatMap((record) => returnChoices(world, record, pick)),
    ...ready.length > 0 ? [choice(AT_THE_BORDER, leaderOf(ready[0]!), (by) => border.schedule(world, together, by))] : [],
    ...handovers.flatMap((record) => handoverChoices(world, record)),
  ];
}

function returnChoices(world: World, record: Return, pick: number): Choice[] {
  const right = leaderOf(record);
  const isOpen = record.stage.state === 'open' && record.stage.taken;
  const { identity, handedOver, handoverId, safety } = record;
  const [abroad] = unitOf(border.LAO_CAI).people;
  const [clinician] = unitOf('532500-hospital').people;
  const waiting = identity.requests.find((request) => request.waiting);
  const isFit = record.fitness.at(-1)?.fit === true && record.fitness.at(-1)!.validUntil! > world.now;
  const isReceived = record.receptionReports.length > 0;
  return [
    choice(next(isOpen && identity.requests.length === 0), right, (by) => border.askIdentity(world, record, by)),
    ...waiting ? [choice(next(isOpen), abroad!, (by) => border.answerIdentity(record, by, waiting.requestId))] : [],
    choice(next(isOpen && identity.isConfirmed && safety === null), right, (by) => border.prepare(world, record, by)),
    choice(next(isOpen && safety !== null && !isFit && !handedOver), clinician!, (by) =>
      border.examine(world, record, by, pick % 7 !== 0)),
    choice(isOpen && !handoverId ? 0.2 : 0, right, (by) =>
      border.askForPlacement(world, record, by, COMPETENT.placement[pick % 2]!)),
    choice(handedOver ? (isReceived ? 0.1 : LIKELY) : 0, abroad!, (by) => border.confirmReception(record, by)),
    choice(isOpen && (isReceived || standing(record).length > 0), right, (by) => border.closeReturn(world, record, by)),
  ];
}

function handoverChoices(world: World, record: Handover): Choice[] {
  const [escort] = unitOf(record.sendingUnit).people;
  const [abroad] = unitOf(record.counterpart).people;
  const { state } = record;
  const isOpen = state !== 'handed-over';
  const isAccepted = state === 'sealed' && record.items.every(({ accepted }) => accepted !== null);
  return [
    choice(next(state === 'scheduled'), escort!, (by) => border.seal(world, record, by)),
    choice(next(state === 'sealed' && !isAccepted), abroad!, (by) => border.acceptItems(record, by)),
    ...SIDES.map((side) => choice(next(isAccepted && !record.signatureOf(side)), side === 'sending' ? escort! : abroad!, (by) =>
      border.sign(world, record, by, side))),
    choice(isOpen ? 0.2 : 0, abroad!, (by) => border.refuseHandover(record, by)),
    choice(isOpen ? (state === 'refused' ? LIKELY : 0.2) : 0, escort!, (by) => border.postpone(world, record, by)),
    choice(isOpen && record.persons.length > 1 ? 2 : 0, escort!, (by) => border.split(world, record, by)),
  ];
}

const isTimeFor = ({ rules, now }: World, { inEffectSince }: Placement, month: number): boolean =>
  rules.series('follow-up-visit', inEffectSince!).some((planned) => planned.month === month && planned.opensAt <= now);
