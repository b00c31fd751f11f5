import type { Actor, Fact, Side } from '#contracts';
import { Handover } from '../../services/cross-border/src/domain/handover.js';
import type { Traveller } from '../../services/cross-border/src/domain/gates.js';
import { Return } from '../../services/cross-border/src/domain/return.js';
import { idOf, unitOf } from './cast.js';
import { workOn, type Deed } from './deeds.js';
import { heardOf } from './heard.js';
import type { Turn, World } from './world.js';

export const LAO_CAI = '990010-border';
const DAY_MS = 24 * 60 * 60 * 1_000;

const daysAfter = (at: string, days: number): string => new Date(Date.parse(at) + days * DAY_MS).toISOString();
const isMinor = (world: World, { caseId, victimId }: Return): boolean =>
  heardOf(world, 'cross-border', caseId).victim(victimId)?.isMinor ?? true;
const clocked = (world: World, { unitId }: { unitId: string }) =>
  ({ clockId: world.newId(), rules: world.rules, superiorUnit: unitOf(unitId).superiorUnit });

/** How a handover sees this person now. */
export const travellerOf = (world: World, person: Return, at: string): Traveller =>
  person.asTraveller({
    destination: 'family', isMinor: isMinor(world, person), isBuyer: false, isBuyerBehind: false, hasLeftCare: false, at,
  });

const returning = (record: Return, name: string, by: Actor, work: (person: Return, turn: Turn) => void): Deed =>
  workOn({ service: 'cross-border', record }, name, by, (turn) => work(turn.load(Return, record.id), turn));

/** Somebody who was asked, and does not answer for the stage. */
const askedOf = (record: Return, name: string, by: Actor, work: (person: Return, turn: Turn) => void): Deed =>
  ({ ...returning(record, name, by, work), effects: [{ on: 'stage', move: 'work', id: record.id, byTeam: true }] });

export const askIdentity = (world: World, record: Return, by: Actor): Deed =>
  returning(record, 'ask who she is', by, (person, turn) => turn.save(person, person.requestIdentity({
    by, at: turn.at, requestId: world.newId(), counterpart: LAO_CAI, unitKind: unitOf(LAO_CAI).kind, ...clocked(world, by),
  })));

export const answerIdentity = (record: Return, by: Actor, requestId: string): Deed =>
  askedOf(record, 'say who she is', by, (person, turn) =>
    turn.save(person, person.answerIdentity({ by, at: turn.at, requestId, answer: 'confirmed' })));

export const prepare = (world: World, record: Return, by: Actor): Deed =>
  returning(record, 'prepare the return', by, (person, turn) => {
    const minor = isMinor(world, record);
    turn.save(person, person.assessSafety({ by, at: turn.at, outcome: 'family-safe' }));
    turn.save(person, person.recordConsent({ by, at: turn.at, language: 'vi', byGuardian: minor, isMinor: minor }));
    turn.save(person, person.obtainDocument({ by, at: turn.at, document: 'return-permit' }));
  });

export const examine = (world: World, record: Return, by: Actor, fit: boolean): Deed =>
  askedOf(record, 'examine her for the journey', by, (person, turn) => turn.save(person, person.assessFitness({
    by, at: turn.at, victimId: record.victimId, fit, validUntil: daysAfter(turn.at, 10), examiners: ['532500-hospital'],
    ...clocked(world, by),
  })));

export const schedule = (world: World, records: readonly Return[], by: Actor): Deed => ({
  name: 'schedule a handover', service: 'cross-border', by,
  effects: records.map(({ id }) => ({ on: 'stage', move: 'work', id })),
  work: (turn) => {
    const persons = records.map(({ id }) => turn.load(Return, id));
    const { caseId } = persons[0]!;
    const handoverId = world.newId();
    const travellers = persons.map((person) => travellerOf(world, person, turn.at));
    const elsewhere = heardOf(world, 'cross-border', caseId).stages();
    const [handover, facts] = Handover.schedule({
      by, at: turn.at, id: handoverId, caseId, port: 'hekou', scheduledAt: daysAfter(world.now, 1), counterpart: LAO_CAI,
      unitKind: unitOf(LAO_CAI).kind, travellers,
    });
    turn.save(handover, facts);
    for (const person of persons)
      turn.save(person, person.join({ by, at: turn.at, handoverId, destination: 'family', elsewhere }));
  },
});

const atThePort = (record: Handover, name: string, by: Actor, work: (handover: Handover, turn: Turn) => void): Deed => ({
  name, service: 'cross-border', by, effects: [{ on: 'nothing' }], work: (turn) => work(turn.load(Handover, record.id), turn),
});

/** Everybody is listed, and the list is final. */
export const seal = (world: World, record: Handover, by: Actor): Deed =>
  atThePort(record, 'seal the manifest', by, (handover, turn) => {
    for (const { returnId } of handover.persons.filter((person) => !isListed(handover, person)))
      turn.save(handover, handover.listItem({ by, at: turn.at, itemId: world.newId(), kind: 'person', returnId }));
    turn.save(handover, handover.seal({
      by, at: turn.at, digest: 'a'.repeat(64), travellers: travellersOf(world, handover, turn).map(([, traveller]) => traveller),
    }));
  });

const isListed = ({ items }: Handover, { returnId }: { returnId: string }): boolean =>
  items.some((item) => item.kind === 'person' && item.returnId === returnId);

export const acceptItems = (record: Handover, by: Actor): Deed =>
  atThePort(record, 'accept the items', by, (handover, turn) => {
    for (const { n } of handover.items.filter(({ accepted }) => !accepted))
      turn.save(handover, handover.acceptItem({ by, at: turn.at, n, remark: 'as-listed' }));
  });

/** With the second signature, and with nothing else, everybody is handed over. */
export const sign = (world: World, record: Handover, by: Actor, side: Side): Deed =>
  atThePort(record, `sign for the ${side} side`, by, (handover, turn) => {
    const going = travellersOf(world, handover, turn);
    const said = handover.sign({
      by, at: turn.at, side, keyId: idOf('7', 1), key: { ...by, validFrom: world.before(Infinity) }, digest: 'b'.repeat(64),
      signature: 'A'.repeat(86), isGenuine: true, textId: world.newId(), travellers: going.map(([, traveller]) => traveller),
    });
    turn.save(handover, said);
    if (said.length === 0 || !handover.isSignedByBoth) return;
    for (const [person] of going) turn.save(person, handOver(world, handover, person, turn));
  });

const handOver = (world: World, { counterpart, receiver }: Handover, person: Return, { by, at }: Turn): Fact[] =>
  person.handOver({ by, at, toUnit: counterpart, toPerson: receiver, ...clocked(world, person.stage.answers) });

const travellersOf = (world: World, { persons }: Handover, turn: Turn): [Return, Traveller][] => persons.map(({ returnId }) => {
  const person = turn.load(Return, returnId);
  return [person, travellerOf(world, person, turn.at)];
});

export const refuseHandover = (record: Handover, by: Actor): Deed =>
  atThePort(record, 'refuse the handover', by, (handover, turn) =>
    turn.save(handover, handover.refuse({ by, at: turn.at, reason: 'port-closed' })));

export const postpone = (world: World, record: Handover, by: Actor): Deed =>
  atThePort(record, 'postpone the handover', by, (handover, turn) =>
    turn.save(handover, handover.postpone({ by, at: turn.at, scheduledAt: daysAfter(world.now, 1) })));

export const split = (world: World, record: Handover, by: Actor): Deed =>
  atThePort(record, 'split the handover', by, (handover, turn) => {
    const { returnId, destination } = handover.persons.at(-1)!;
    const newId = world.newId();
    const [own, said, scheduled] = handover.split({
      by, at: turn.at, returnId, reason: 'own-wish', scheduledAt: daysAfter(world.now, 1), newId,
    });
    turn.save(handover, said);
    turn.save(own, scheduled);
    const person = turn.load(Return, returnId);
    const elsewhere = heardOf(world, 'cross-border', handover.caseId).stages();
    turn.save(person, person.join({ by, at: turn.at, handoverId: newId, from: handover.id, destination, elsewhere }));
  });

export const confirmReception = (record: Return, by: Actor): Deed =>
  askedOf(record, 'confirm the reception', by, (person, turn) =>
    turn.save(person, person.confirmReception({ by, at: turn.at, situation: 'with-family' })));

export const askForPlacement = (world: World, record: Return, by: Actor, toUnit: string): Deed =>
  returning(record, 'ask for placement after all', by, (person, turn) => turn.save(person, person.requestPlacement({
    by, at: turn.at, requestId: world.newId(), toUnit, elsewhere: heardOf(world, 'cross-border', record.caseId).stages(),
  })));

export const closeReturn = (world: World, record: Return, by: Actor): Deed => ({
  name: 'close the return', service: 'cross-border', by, effects: [{ on: 'stage', move: 'close', id: record.id }],
  work: (turn) => {
    const person = turn.load(Return, record.id);
    turn.save(person, person.close({ by, at: turn.at, elsewhere: heardOf(world, 'cross-border', record.caseId).stages() }));
  },
});
