import { randomUUID } from 'node:crypto';
import { ClockRules } from '#clocks';
import { readEnvelope, type Actor, type Fact, type Instant } from '#contracts';
import { EMPTY_HEAD, linked, type Head, type Message } from '#messaging';
import { Placement } from '../../../services/placement/src/domain/placement.js';

const rules = new ClockRules();
const OFFERER: Actor = { personId: '0198c0de-0000-7000-8000-0000000000a1', unitId: '532503-psb', post: 'officer' };
const WORKER: Actor = { personId: '0198c0de-0000-7000-8000-0000000000a2', unitId: '532503-relief', post: 'placement-worker' };
const RECEIVER = { unitId: WORKER.unitId, personId: WORKER.personId, unitKind: 'relief-station', isHeadOfBureau: false } as const;

/** The n-th minute of the story. */
const minute = (n: number): Instant => new Date(Date.UTC(2026, 5, 1) + n * 60_000).toISOString();

/** What the placement service says about one victim, from the first offer to the first visits: its own rules say it. */
function facts(caseId: string): { id: string; steps: [Instant, Actor, Fact[]][] } {
  const [id, offerId, householdId, victimId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [placement, opened] = Placement.open({
    id, caseId, victimId, by: OFFERER,
    at: minute(0),
    requestId: randomUUID(),
  });
  const offer = { offerId, toUnit: WORKER.unitId, toPerson: WORKER.personId, expiresAt: minute(1440), escalateTo: '530000-psb' };
  const [by, superiorUnit] = [WORKER, '530000-civil-affairs'];
  const steps: [Instant, Actor, Fact[]][] = [
    [minute(0), OFFERER, [...opened, ...placement.offerStage({ ...offer, by: OFFERER, at: minute(0) }, RECEIVER)]],
    [minute(5), WORKER, placement.acceptStage({ offerId, by, at: minute(5) }, { ...RECEIVER, superiorUnit })],
    [minute(9), WORKER, placement.receive({
      by, at: minute(9), holder: by.unitId, heldSince: minute(6), clockId: randomUUID(), rules, superiorUnit,
    })],
    [
      minute(20),
      WORKER,
      placement.assessHousehold({ by, at: minute(20), householdId, suitable: true, isBuyer: false, marks: [householdId] }),
    ],
    [
      minute(30),
      WORKER,
      placement.decide({
        by,
        at: minute(30),
        decision: { kind: 'foster-family', householdId }, isBuyer: false, isMinor: true, marks: [], relations: [],
        promisedAbroad: null,
      }),
    ],
    [
      minute(40),
      WORKER,
      placement.takeEffect({
        by, at: minute(40), isBuyer: false, isBuyerBehind: false, isMinor: true, rules, newId: randomUUID, superiorUnit,
        care: { unitId: by.unitId, since: minute(6), isAbroad: false, relativeMarks: [], ending: null },
      }),
    ],
  ];
  for (const { month, opensAt: at } of rules.series('follow-up-visit', minute(40)).slice(0, 3)) {
    const { visitId } = placement.visits.find((visit) => visit.month === month)!;
    steps.push([at, WORKER, placement.visit({ by, at, visitId, rules, furtherHelpNeeded: false })]);
  }
  return { id, steps };
}

/** The facts of one case as messages, numbered and chained as the service would. */
function messages(caseId: string): Message[] {
  const { id, steps } = facts(caseId);
  let head: Head = EMPTY_HEAD;
  return steps.flatMap(([at, actor, said]) => {
    const { rows, head: next } = linked(head, said, {
      service: 'placement', caseId, subjectId: id, occurredAt: at, recordedAt: at, exercise: false, actor,
      commandId: randomUUID(),
    });
    head = next;
    return rows.map(({ payload }): Message => ({ key: caseId, value: payload, place: 'bench' }));
  });
}

const SIDE_BY_SIDE = 100;

/** So many facts or a few more, of many cases that go on side by side: each case in order, a hundred of them mixed. */
export function placementMessages(count: number): Message[] {
  const all: Message[] = [];
  while (all.length < count) {
    const cases = Array.from({ length: SIDE_BY_SIDE }, () => messages(randomUUID()));
    const longest = Math.max(...cases.map(({ length }) => length));
    for (let turn = 0; turn < longest; turn += 1) all.push(...cases.flatMap((ofCase) => ofCase.slice(turn, turn + 1)));
  }
  readEnvelope(all[0]!.value); // The contract holds.
  return all;
}
