import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  BuyerIdentified, DnaHitConfirmed, DnaHitRecorded, fact, HandedOver, ReceptionConfirmed, StageRequested,
} from '#contracts';
import type { ActionState } from '#service-kit';
import {
  aRescueBench, code, dataOf, EVERYBODY, HOSPITAL, LAO_CAI, MENGZI, RELIEF, types, YUANYANG, type RescueBench, type Rescuing,
} from './a-rescue-bench.js';

interface Shown {
  readonly history: { holder: { kind: string; unitId?: string; personId: string }; from: string; to: string | null }[];
  readonly kinship: object[];
  readonly namedParents: object[];
  readonly holder: { unitId?: string } | null;
  readonly ending: string | null;
}

/** Invented; the check digits are right. */
const [MOTHER_ID, BUYER_ID, LATE_BUYER_ID] = ['532503199104120027', '341226197911040026', '532503199011070040'];

let bench: RescueBench;

beforeAll(async () => {
  bench = await aRescueBench();
});
afterAll(() => bench.stop());
beforeEach(() => bench.moveClock('2026-09-16T07:30:00.000Z'));

const shown = async (custodyId: string): Promise<Shown> =>
  (await bench.at('officer').get<Shown>(`/custodies/${custodyId}`)).body;

async function atTheStation(victim: 'hoa' | 'mai' = 'mai'): Promise<Rescuing & { custodyId: string; victimId: string }> {
  const custody = await bench.aCustody(victim);
  const offerId = await bench.offer(custody.custodyId, bench.at('officer'), RELIEF);
  expect((await bench.at('relief').put(`/custodies/${custody.custodyId}/offers/${offerId}/acceptance`)).status).toBe(200);
  return custody;
}

describe('Custody (R-4)', () => {
  it('shows who had the victim, without a gap', async () => {
    const { custodyId, caseId } = await atTheStation();
    const { history, holder } = await shown(custodyId);
    expect(history.map((interval) => interval.holder.unitId)).toEqual([YUANYANG, RELIEF]);
    expect(history[0]!.to).toBe(history[1]!.from);
    expect(history[1]!.to).toBeNull();
    expect(holder).toMatchObject({ unitId: RELIEF });
    const { body } = await bench.at('relief').get<{ items: object[] }>(`/custodies?caseId=${caseId}`);
    expect(body.items).toHaveLength(1);
  });

  it('passes once when two people of the receiving unit accept at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { custodyId } = await bench.aCustody();
      const offerId = await bench.offer(custodyId, bench.at('officer'), RELIEF);
      const accept = (who: 'relief' | 'reliefColleague') => bench.at(who).put(`/custodies/${custodyId}/offers/${offerId}/acceptance`);
      const answers = await Promise.all([accept('relief'), accept('reliefColleague')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
        code: 'rescue.offer-answered', details: { outcome: 'accepted' },
      });
      expect((await shown(custodyId)).history).toHaveLength(2);
    }
  });

  it('is accepted or declined, never both, when two units\' answers cross', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { custodyId } = await bench.aCustody();
      const offerId = await bench.offer(custodyId, bench.at('officer'), RELIEF);
      const path = `/custodies/${custodyId}/offers/${offerId}`;
      const [accepted, declined, other] = await Promise.all([
        bench.at('relief').put(`${path}/acceptance`), bench.at('reliefColleague').put(`${path}/decline`),
        bench.at('clinician').put(`${path}/acceptance`),
      ]);
      expect([accepted.status, declined.status].sort()).toEqual([200, 409]);
      expect([403, 409]).toContain(other.status);
      expect((await shown(custodyId)).holder!.unitId).toBe(accepted.status === 200 ? RELIEF : YUANYANG);
    }
  });

  it('is accepted once, however often the acceptance is sent', async () => {
    const { custodyId } = await bench.aCustody();
    const offerId = await bench.offer(custodyId, bench.at('officer'), RELIEF);
    const commandId = randomUUID();
    const accept = () => bench.at('relief').put(`/custodies/${custodyId}/offers/${offerId}/acceptance`, {}, { commandId });
    const [first, again] = [await accept(), await accept()];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body.repeated).toBe(true);
  });

  it('stays where it is when nobody answers for four hours, and the superior of the receiver is told', async () => {
    const { custodyId, caseId } = await bench.aCustody();
    const offerId = await bench.offer(custodyId, bench.at('officer'), RELIEF);
    await bench.moveClock('2026-09-16T11:31:00.000Z');
    const said = (await bench.said(caseId)).slice(-3);
    expect(said.map(({ type }) => type)).toEqual(['clock.overdue', 'rescue.custody-offer-expired', 'clock.stopped']);
    expect(said[0]!.data).toMatchObject({ rule: 'custody-offer-answer', unitId: RELIEF, toldUnit: '532500-civil-affairs' });
    expect((await shown(custodyId)).holder).toMatchObject({ unitId: YUANYANG });
    expect(await code(bench.at('relief').put(`/custodies/${custodyId}/offers/${offerId}/acceptance`))).toBe('rescue.offer-answered');
  });

  it('is refused to who may not, and to whom the directory does not know', async () => {
    const { custodyId } = await bench.aCustody();
    const offer = (toUnit: string, given: object = {}) => bench.at('officer').post(`/custodies/${custodyId}/offers`, { toUnit, ...given });
    expect(await code(offer('999999-psb'))).toBe('stage.unknown-unit');
    expect(await code(offer(RELIEF, { toPerson: randomUUID() }))).toBe('stage.unknown-person');
    expect(await code(offer('532528-school'))).toBe('rescue.unit-cannot-care');
    expect(await code(offer(LAO_CAI))).toBe('rescue.border-handover-needed');
    expect(await code(offer(YUANYANG))).toBe('rescue.same-holder');
    expect(await code(bench.at('mengzi').post(`/custodies/${custodyId}/offers`, { toUnit: RELIEF }))).toBe('rescue.not-the-holder');
    expect(await code(bench.at('teacher').post(`/custodies/${custodyId}/offers`, { toUnit: RELIEF }))).toBe('access.not-permitted');
  });

  it('follows the handover at the port, and who was never rescued here is nobody\'s', async () => {
    const { custodyId, caseId, victimId, hoa } = await atTheStation();
    await bench.moveClock('2026-09-20T02:40:00.000Z');
    const handedOver = (who: string) => fact(HandedOver, {
      returnId: randomUUID(), victimId: who, handoverId: randomUUID(), toUnit: LAO_CAI, toPerson: bench.actors.abroad.personId,
    });
    expect(await bench.hear('cross-border', caseId, handedOver(victimId), handedOver(hoa)))
      .toEqual({ applied: 2, repeated: 0, parked: 0 });
    const { history } = await shown(custodyId);
    expect(history.at(-1)).toMatchObject({ holder: { unitId: LAO_CAI, personId: bench.actors.abroad.personId }, to: null });
    expect(history.at(-1)!.from).toMatch(/^2026-09-20T02:40/);
    expect(await code(bench.at('relief').put(`/custodies/${custodyId}/ending`, { reason: 'received-abroad' }))).toBe('rescue.not-involved');
    expect(types(await bench.at('officer').put(`/custodies/${custodyId}/ending`, { reason: 'received-abroad' })))
      .toEqual(['rescue.custody-ended']);
  });

  it('follows it from its own last change on, where somebody took over after the signatures and before they were heard of', async () => {
    const { custodyId, caseId, victimId } = await bench.aCustody();
    await bench.moveClock('2026-09-20T02:40:00.000Z');
    const offerId = await bench.offer(custodyId, bench.at('officer'), RELIEF);
    await bench.at('relief').put(`/custodies/${custodyId}/offers/${offerId}/acceptance`);
    await bench.moveClock('2026-09-20T02:00:00.000Z');
    const toPerson = bench.actors.abroad.personId;
    expect(await bench.hear('cross-border', caseId, fact(HandedOver, {
      returnId: randomUUID(), victimId, handoverId: randomUUID(), toUnit: LAO_CAI, toPerson,
    }))).toEqual({ applied: 1, repeated: 0, parked: 0 });
    const { history } = await shown(custodyId);
    expect(history.map(({ holder }) => holder.unitId)).toEqual([YUANYANG, RELIEF, LAO_CAI]);
    expect(history[2]).toMatchObject({ from: history[1]!.from, to: null });
    expect((await bench.said(caseId)).at(-1)).toMatchObject({ type: 'rescue.custody-transferred', occurredAt: history[2]!.from });
  });

  it('ends when the reception abroad is confirmed (X-5), and not before the person is there', async () => {
    const { custodyId, caseId, victimId } = await atTheStation();
    const ofReturn = { returnId: randomUUID(), victimId };
    const confirmed = (report: number) => fact(ReceptionConfirmed, { ...ofReturn, report, situation: 'settling' });
    await bench.moveClock('2026-09-20T02:40:00.000Z');
    await bench.hear('cross-border', caseId, confirmed(1), fact(HandedOver, {
      ...ofReturn, handoverId: randomUUID(), toUnit: LAO_CAI, toPerson: bench.actors.abroad.personId,
    }));
    expect((await shown(custodyId)).holder).toMatchObject({ unitId: LAO_CAI });
    await bench.moveClock('2026-09-25T01:00:00.000Z');
    expect(await bench.hear('cross-border', caseId, confirmed(2), confirmed(3))).toEqual({ applied: 2, repeated: 0, parked: 0 });
    const { holder, ending, history } = await shown(custodyId);
    expect({ holder, ending }).toEqual({ holder: null, ending: 'received-abroad' });
    expect(history.at(-1)).toMatchObject({ holder: { unitId: LAO_CAI } });
    expect(history.at(-1)!.to).toMatch(/^2026-09-25T01:00/);
    const said = await bench.said(caseId);
    expect(said.filter(({ type }) => type === 'rescue.custody-ended')).toHaveLength(1);
  });

  it('is shown to a hospital or a unit abroad only while it is theirs', async () => {
    const { custodyId, caseId } = await atTheStation();
    const see = (who: 'clinician' | 'abroad') => bench.at(who).get<{ items: Shown[] }>(`/custodies?caseId=${caseId}`);
    for (const who of ['clinician', 'abroad'] as const) {
      expect(await code(see(who))).toBe('access.not-party');
      expect(await code(bench.at(who).get(`/custodies/${custodyId}`))).toBe('access.not-party');
    }
    await bench.offer(custodyId, bench.at('relief'), HOSPITAL);
    expect((await see('clinician')).body.items).toMatchObject([{ holder: { unitId: RELIEF }, history: [], kinship: [] }]);
  });
});

describe('What can be done', () => {
  interface WithActions {
    readonly actions: { action: string; of?: string; open: boolean; refusal?: { code: string } }[];
  }
  const actionsOf = async (who: Parameters<RescueBench['at']>[0], path: string): Promise<Record<string, string>> => {
    const { body: { actions } } = await bench.at(who).get<WithActions>(path);
    return Object.fromEntries(actions.map(({ action, of, open, refusal }) =>
      [of ? `${action} ${of}` : action, open ? 'open' : refusal!.code]));
  };

  it('about the care of a victim is said to each person', async () => {
    const { custodyId, ...custody } = await bench.aCustody();
    const path = `/custodies/${custodyId}`;
    expect(await actionsOf('officer', path)).toEqual({
      offer: 'open', accept: 'rescue.no-offer', decline: 'rescue.no-offer', prove: 'open', relative: 'rescue.kinship-not-proven',
      ownWill: 'rescue.minor-cannot-decide', end: 'rescue.ending-does-not-fit', retake: 'rescue.not-with-relative',
    });
    await bench.offer(custodyId, bench.at('officer'), RELIEF);
    expect(await actionsOf('officer', path)).toMatchObject({ offer: 'rescue.offer-pending', accept: 'rescue.not-the-receiver' });
    expect(await actionsOf('relief', path)).toMatchObject({
      offer: 'rescue.not-the-holder', accept: 'open', decline: 'open', prove: 'rescue.not-involved',
      retake: 'access.not-permitted',
    });
    expect(await actionsOf('officer', `/rescues/${custody.id}`)).toEqual({
      offer: 'open', accept: 'stage.no-offer', giveBack: 'stage.no-offer', draft: 'open', free: 'open', interview: 'open',
      [`askCheck ${custody.victimId}`]: 'open', [`check ${custody.victimId}`]: 'open', request: 'open',
      close: 'rescue.medical-check-missing', announce: 'open',
    });
    expect(await actionsOf('relief', `/rescues/${custody.id}`)).toMatchObject({
      draft: 'access.not-permitted', close: 'access.not-permitted', [`check ${custody.victimId}`]: 'access.not-permitted',
      announce: 'access.not-permitted',
    });
  });

  it('with a rescue names each plan that waits, and says its author why not', async () => {
    const { id, hoa } = await bench.aRescue();
    const plan = { victimIds: [hoa], placeVerified: true, risks: ['none-known'], present: EVERYBODY };
    const drafted = await bench.at('chief').post(`/rescues/${id}/plans`, plan);
    const { planId } = drafted.body.facts[0]!.data as { planId: string };
    expect((await actionsOf('chief', `/rescues/${id}`))[`approve ${planId}`]).toBe('rescue.own-plan');
    expect((await actionsOf('officer', `/rescues/${id}`))[`approve ${planId}`]).toBe('access.not-permitted');
    expect(await actionsOf('officer', `/rescues/${id}`)).toMatchObject({ interview: 'rescue.not-rescued', request: 'rescue.not-rescued' });
  });
});

describe('The way home (R-3)', () => {
  const prove = (custodyId: string, given: object, who: 'relief' | 'mengzi' = 'relief') =>
    bench.at(who).post(`/custodies/${custodyId}/kinship-proofs`, { relativeId: randomUUID(), relation: 'mother', proof: 'dna', ...given });
  const handOver = (custodyId: string, given: object, who: 'relief' | 'reliefColleague' = 'relief') => bench.at(who).put(
    `/custodies/${custodyId}/handover-to-relative`,
    { relativeId: randomUUID(), relation: 'mother', witnesses: ['social-worker'], ...given });

  it('leads over a hit that a second person has confirmed to the birth parents', async () => {
    const { custodyId, caseId, victimId } = await atTheStation();
    const [hitId, relativeId] = [randomUUID(), randomUUID()];
    const samples = [{ sampleNumber: 'YS-2026-0031' }, { sampleNumber: 'MZ-2019-0147' }, { sampleNumber: 'MZ-2019-0148' }];
    await bench.hear('investigation', caseId, fact(DnaHitRecorded, {
      hitId, samples, relation: 'trio', victimId,
      parents: [{ personId: relativeId, relation: 'mother', sampleNumber: 'MZ-2019-0148' }],
    }));
    expect(await code(prove(custodyId, { relativeId }))).toBe('rescue.no-confirmed-hit');
    expect((await shown(custodyId)).namedParents).toEqual([]);
    expect(await code(handOver(custodyId, { relativeId }))).toBe('rescue.kinship-not-proven');
    await bench.hear('investigation', caseId,
      fact(DnaHitConfirmed, { hitId, firstPerson: randomUUID(), secondPerson: randomUUID() }));
    const named = { relativeId, relation: 'mother', hitId, confirmedAt: expect.any(String) };
    expect((await shown(custodyId)).namedParents).toEqual([named]);
    expect(await code(prove(custodyId, { relativeId: randomUUID(), personNationalId: MOTHER_ID })))
      .toBe('rescue.no-confirmed-hit');
    expect(await code(prove(custodyId, { relativeId }, 'mengzi'))).toBe('rescue.not-involved');
    expect(await code(prove(custodyId, { relativeId }))).toBe('rescue.relative-not-identified');
    const proven = await prove(custodyId, { relativeId, personNationalId: MOTHER_ID });
    expect(proven.body.facts).toMatchObject([{ type: 'rescue.kinship-proven', data: { relativeId, hitId } }]);
    expect((await prove(custodyId, { relativeId, personNationalId: ` ${MOTHER_ID} ` })).body.facts).toEqual([]);
    // The hit names no national id: whose paper it is, one person alone has said.
    expect(await code(handOver(custodyId, { relativeId }))).toBe('rescue.second-person-needed');
    expect(await code(handOver(custodyId, { relativeId, witnesses: [] }, 'reliefColleague'))).toBe('rescue.present-missing');
    expect(types(await handOver(custodyId, { relativeId }, 'reliefColleague'))).toEqual(['rescue.custody-transferred']);
    expect((await shown(custodyId)).history.at(-1)).toMatchObject({ holder: { kind: 'relative', personId: relativeId } });
    expect(types(await bench.at('relief').put(`/custodies/${custodyId}/ending`, { reason: 'with-family' }))).toEqual(['rescue.custody-ended']);
  });

  it('never leads to a buyer household: refused at every door, until the end of term or for an hour', async () => {
    const { custodyId, caseId } = await atTheStation();
    const [householdId, buyer, honest] = [randomUUID(), randomUUID(), randomUUID()];
    // Bought under a forged certificate, and believed: only then does investigation find out.
    const believed = await prove(custodyId, { relativeId: honest, proof: 'document', personNationalId: BUYER_ID });
    expect(types(believed)).toEqual(['rescue.kinship-proven']);
    const [{ digest }] = await bench.query<{ digest: string }>(
      `SELECT kinship->0->>'identityDigest' AS digest FROM custody WHERE id = $1`, [custodyId]) as [{ digest: string }];
    await bench.hear('investigation', caseId,
      fact(BuyerIdentified, { householdId, personIds: [buyer], identities: [{ digest }] }));

    const doors = [
      handOver(custodyId, { householdId }), handOver(custodyId, { relativeId: buyer }),
      handOver(custodyId, { personIds: [buyer] }),
      handOver(custodyId, { personNationalId: BUYER_ID }), handOver(custodyId, { relativeId: honest }),
      prove(custodyId, { householdId }), prove(custodyId, { relativeId: buyer }),
      prove(custodyId, { proof: 'document', personNationalId: BUYER_ID }, 'mengzi'),
      bench.at('relief').post(`/custodies/${custodyId}/offers`, { toUnit: MENGZI, householdId }),
      bench.at('stranger').post(`/custodies/${custodyId}/offers`, { toUnit: '999999-psb', toPerson: buyer }),
    ];
    for (const answer of await Promise.all(doors))
      expect(answer).toMatchObject({ status: 409, body: { code: 'rescue.buyer-household' } });
    const told = (await doors[0]!).body;
    expect([told.zh, told.en, told.clause].every((text) => (text ?? '').length > 5)).toBe(true);
    expect((await shown(custodyId)).holder).toMatchObject({ unitId: RELIEF });
    expect(types(await prove(custodyId, { proof: 'document', personNationalId: MOTHER_ID }))).toEqual(['rescue.kinship-proven']);
  });

  it('leads nowhere while something that investigation has said of the case waits here', async () => {
    const { custodyId, caseId } = await atTheStation();
    const relativeId = randomUUID();
    await prove(custodyId, { relativeId, proof: 'document', personNationalId: MOTHER_ID });
    const wrong = fact(StageRequested, { requestId: randomUUID(), stage: 'rescue', toUnit: RELIEF, victimIds: [randomUUID()] });
    const buyer = fact(BuyerIdentified, { householdId: randomUUID(), personIds: [relativeId], identities: [] });
    expect(await bench.hear('investigation', caseId, wrong, buyer)).toMatchObject({ applied: 0, parked: 2 });
    expect(await handOver(custodyId, { relativeId }, 'reliefColleague'))
      .toMatchObject({ status: 409, body: { code: 'rescue.investigation-not-heard' } });
    const { actions } = (await bench.at('reliefColleague').get<{ actions: ActionState[] }>(`/custodies/${custodyId}`)).body;
    expect(actions.find(({ action }) => action === 'relative'))
      .toMatchObject({ refusal: { code: 'rescue.investigation-not-heard' } });
    await bench.query('DELETE FROM parked WHERE case_id = $1', [caseId]);
    expect(types(await handOver(custodyId, { relativeId }, 'reliefColleague'))).toEqual(['rescue.custody-transferred']);
  });

  it('leads back when the relative turns out to be a buyer: the child is taken into care again, also after the end', async () => {
    const { custodyId, caseId } = await atTheStation();
    const relativeId = randomUUID();
    await prove(custodyId, { relativeId, proof: 'document', personNationalId: LATE_BUYER_ID });
    expect(await code(handOver(custodyId, { relativeId }))).toBe('rescue.second-person-needed');
    await handOver(custodyId, { relativeId }, 'reliefColleague');
    await bench.at('relief').put(`/custodies/${custodyId}/ending`, { reason: 'with-family' });
    const retake = (who: 'officer' | 'stranger' | 'relief', given: object = {}) => bench.at(who).put(
      `/custodies/${custodyId}/retaking`, { grounds: 'buyer-recognised', documentNumber: 'YY-2026-9', ...given });
    expect(await code(retake('relief'))).toBe('access.not-permitted');
    expect(await code(retake('stranger'))).toBe('rescue.not-involved');
    expect(await code(retake('officer', { documentNumber: undefined }))).toBe('input.invalid');
    expect(await code(retake('officer'))).toBe('rescue.no-known-buyer');
    await bench.hear('investigation', randomUUID(), fact(BuyerIdentified, {
      householdId: randomUUID(), personIds: [randomUUID()], identities: [{ digest: bench.identityDigest(LATE_BUYER_ID) }],
    }));
    expect((await bench.said(caseId)).at(-1)).toMatchObject({ type: 'rescue.buyer-has-victim', data: { custodyId } });
    expect((await retake('officer')).body.facts).toMatchObject([
      { type: 'rescue.protection-taken', data: { grounds: 'buyer-recognised', documentNumber: 'YY-2026-9' } },
      { type: 'rescue.custody-taken', data: { unitId: YUANYANG } },
      { type: 'stage.opened', data: { stage: 'rescue', unitId: YUANYANG } },
      { type: 'clock.started', data: { rule: 'medical-check-after-rescue' } },
    ]);
    const { history, holder } = await shown(custodyId);
    expect(holder).toMatchObject({ unitId: YUANYANG });
    expect(history.map(({ to }) => to === null)).toEqual([false, false, false, true]);
    expect(await bench.query('SELECT count(*)::int AS n FROM custody WHERE case_id = $1', [caseId])).toEqual([{ n: 1 }]);
    expect(await code(retake('officer'))).toBe('rescue.not-with-relative');
  });

  it('leads to a new placement: whoever took the child back answers until somebody has taken it', async () => {
    const { custodyId, victimId, ...rescuing } = await atTheStation();
    const [relativeId, officer] = [randomUUID(), bench.at('officer')];
    await prove(custodyId, { relativeId, proof: 'document', personNationalId: MOTHER_ID });
    await handOver(custodyId, { relativeId }, 'reliefColleague');
    const retaken = await officer.put(`/custodies/${custodyId}/retaking`, { grounds: 'in-danger', documentNumber: 'YY-2026-10' });
    const rescueId = dataOf(retaken.body, 'stage.opened').stageId!;
    const path = `/rescues/${rescueId}`;
    const close = () => code(officer.put(`${path}/closure`));
    expect(await close()).toBe('rescue.medical-check-missing');
    await officer.put(`${path}/victims/${victimId}/medical-check`, { atUnit: HOSPITAL });
    expect(await close()).toBe('rescue.still-in-care');
    const offerId = await bench.offer(custodyId, officer, RELIEF);
    await bench.at('relief').put(`/custodies/${custodyId}/offers/${offerId}/acceptance`);
    expect(await close()).toBe('stage.next-not-accepted');
    const asked = await officer.post(`${path}/stage-requests`, { stage: 'placement', toUnit: RELIEF, victimIds: [victimId] });
    expect(await close()).toBe('stage.next-not-accepted');
    await bench.accepted('placement', { ...rescuing, id: rescueId }, asked.body);
    // After the examination the general deadline ran: no minute without one.
    expect(types(await officer.put(`${path}/closure`))).toEqual(['stage.closed', 'clock.stopped']);
  });

  it('knows a relative from abroad by the country and number of their paper', async () => {
    const { custodyId } = await atTheStation();
    const claim = { relativeId: randomUUID(), proof: 'document', country: 'VN' };
    expect(await code(prove(custodyId, claim))).toBe('rescue.relative-not-identified');
    expect(types(await prove(custodyId, { ...claim, paperNumber: 'B1234567' }))).toEqual(['rescue.kinship-proven']);
    expect(await code(prove(custodyId, { ...claim, paperNumber: 'B7654321' }))).toBe('rescue.relative-identity-differs');
  });

  it('keeps no national id, and shows no digest of one', async () => {
    const { custodyId } = await atTheStation();
    await prove(custodyId, { proof: 'document', personNationalId: MOTHER_ID });
    const rows = await bench.query('SELECT payload AS text FROM journal UNION ALL SELECT custody::text FROM custody');
    expect(JSON.stringify(rows)).not.toContain(MOTHER_ID);
    expect(JSON.stringify((await shown(custodyId)).kinship)).not.toContain('Digest');
  });

  it('is an adult\'s own to choose', async () => {
    const [woman, girl] = [await atTheStation('hoa'), await atTheStation('mai')];
    expect(await code(handOver(woman.custodyId, {}))).toBe('rescue.adult-decides');
    expect(await code(bench.at('relief').put(`/custodies/${girl.custodyId}/own-will`))).toBe('rescue.minor-cannot-decide');
    expect(await code(bench.at('officer').put(`/custodies/${woman.custodyId}/own-will`))).toBe('rescue.not-the-holder');
    expect(types(await bench.at('relief').put(`/custodies/${woman.custodyId}/own-will`))).toEqual(['rescue.custody-ended']);
    expect((await bench.at('relief').put(`/custodies/${woman.custodyId}/own-will`)).body.facts).toEqual([]);
  });
});
