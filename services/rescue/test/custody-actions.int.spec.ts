import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { BuyerIdentified, fact, HandedOver } from '#contracts';
import { agreementIn, broughtOn, timeAt, walk, type Looking, type Sending } from '#testing';
import { custodyActions } from '../src/http/actions.js';
import type { ShownCustody } from '../src/http/shown-custody.js';
import { aRescueBench, HOSPITAL, LAO_CAI, RELIEF, YUANYANG, type RescueBench } from './a-rescue-bench.js';

jest.setTimeout(240_000);

const START = '2026-09-16T07:30:00.000Z';
const WHO = ['officer', 'stranger', 'relief', 'reliefColleague', 'clinician', 'abroad'] as const;
const CENTRE = '990010-centre';
/** Invented; the check digit is right. */
const MOTHER_ID = '532503199104120027';

let bench: RescueBench;
let looking: Looking<ShownCustody>;
const { pass } = timeAt(() => bench, START);

beforeAll(async () => {
  bench = await aRescueBench();
  await bench.unit(CENTRE, 'foreign-social-protection');
  await bench.moveClock(START);
  looking = {
    bench, actions: custodyActions, desks: Object.fromEntries(WHO.map((who) => [who, bench.at(who)])), sendings,
    beforeEveryCheck: 'rescue.buyer-household',
  };
});
afterAll(() => bench.stop());

function sendings({ id, holder, offer, kinship }: ShownCustody): Record<string, Sending> {
  const path = `/custodies/${id}`;
  const offerPath = `${path}/offers/${offer?.offerId ?? randomUUID()}`;
  const unitId = holder?.kind === 'unit' ? holder.unitId : YUANYANG;
  const mother = { relativeId: kinship[0]?.relativeId ?? randomUUID(), relation: 'mother' };
  return {
    offer: ['post', `${path}/offers`, { toUnit: { [RELIEF]: HOSPITAL, [LAO_CAI]: CENTRE }[unitId] ?? RELIEF }],
    accept: ['put', `${offerPath}/acceptance`],
    decline: ['put', `${offerPath}/decline`],
    prove: ['post', `${path}/kinship-proofs`, { ...mother, proof: 'document', personNationalId: MOTHER_ID }],
    relative: ['put', `${path}/handover-to-relative`, { ...mother, witnesses: ['social-worker'] }],
    ownWill: ['put', `${path}/own-will`],
    end: ['put', `${path}/ending`, { reason: holder?.kind === 'relative' ? 'with-family' : 'received-abroad' }],
    retake: ['put', `${path}/retaking`, { grounds: 'in-danger', documentNumber: 'YY-2026-7' }],
  };
}

/** Somebody who has just been freed, and what others say about her. */
async function freed(victim: 'hoa' | 'mai' = 'mai') {
  const { caseId, victimId, custodyId } = await bench.aCustody(victim);
  const path = `/custodies/${custodyId}`;
  return {
    path,
    handedOver: () => bench.hear('cross-border', caseId, fact(HandedOver, {
      returnId: randomUUID(), victimId, handoverId: randomUUID(), toUnit: LAO_CAI, toPerson: bench.actors.abroad.personId,
    })),
    /** the relative to whom the child went has bought one, as it turns out. */
    bought: async () => {
      const { kinship } = (await bench.at('officer').get<ShownCustody>(path)).body;
      if (kinship.length > 0) await bench.hear('investigation', caseId, fact(BuyerIdentified, {
        householdId: randomUUID(), personIds: kinship.map(({ relativeId }) => relativeId), identities: [],
      }));
    },
  };
}

type Freed = Awaited<ReturnType<typeof freed>>;
type Step = string | (() => Promise<unknown>);

const AT_THE_STATION: readonly Step[] = ['offer', 'accept'];
const HOME: readonly Step[] = [...AT_THE_STATION, 'prove by relief', 'relative by reliefColleague'];

/** How the care of a child may stand, and that of a woman. */
const STATES: readonly (readonly Step[])[] = [
  [], ['offer'], ['offer', 'decline'], ['offer', pass(1)], AT_THE_STATION, [...AT_THE_STATION, 'offer'],
  [...AT_THE_STATION, 'prove by relief'], [...AT_THE_STATION, 'prove by officer'], HOME, [...HOME, 'bought'], [...HOME, 'end'],
  [...HOME, 'end', 'retake'], [...HOME, 'retake'], ['handedOver'], ['handedOver', 'offer'], ['handedOver', 'end'],
];
const OF_AGE: readonly (readonly Step[])[] = [[], ['ownWill'], [...AT_THE_STATION, 'prove by relief'], ['handedOver']];

describe('What can be done about the care of somebody (decision 11)', () => {
  const broughtTo = (steps: readonly Step[], victim?: 'hoa') => async (): Promise<string> => {
    const care = await freed(victim);
    return broughtOn(looking, care.path, steps.map((step) => care[step as Exclude<keyof Freed, 'path'>] ?? step));
  };

  it('is what its commands do, however it stands: closed is refused with that refusal, open is done', async () => {
    const states = [...STATES.map((steps) => broughtTo(steps)), ...OF_AGE.map((steps) => broughtTo(steps, 'hoa'))];
    expect(await agreementIn(looking, states)).toEqual({ wrong: [], neverClosed: [], neverOpen: [] });
  });

  it('is so after whatever people do, and others meanwhile', async () => {
    const picked = fc.array(fc.nat(10_000), { minLength: 3, maxLength: 8 });
    await fc.assert(fc.asyncProperty(fc.constantFrom('hoa', 'mai'), picked, async (victim, picks) => {
      const { path, handedOver, bought } = await freed(victim);
      expect(await walk(looking, path, { picks, meanwhile: [handedOver, bought, pass(0), pass(1)] })).toEqual([]);
    }), { numRuns: 6, endOnFailure: true });
  });
});
