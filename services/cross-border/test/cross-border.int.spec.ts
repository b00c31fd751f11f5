import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  BuyerIdentified, CustodyEnded, CustodyTaken, CustodyTransferred, fact, MedicalChecked, PlacementDecided, PlacementTakenEffect,
  StageAccepted, StageOpened, StageRequested, type CareEnding, type Envelope,
} from '#contracts';
import type { ActionState } from '#service-kit';
import type { Desk } from '#testing';
import {
  aCertificate, aKeyOf, anIdentityRequest, aPlan, aPort, at, code, dataOf, LISTED, of, type Port, type Woman,
} from './a-port.js';
import { digestOf, signatureOf } from './a-return.js';

jest.setTimeout(180_000);

let port: Port;

beforeAll(async () => { port = await aPort(); });
afterAll(() => port.stop());

interface Shown {
  version: number;
  stage: { state: string };
  fitness: { fit: boolean } | null;
  items: { n: number; itemId: string; returnId: string; accepted: object | null }[];
  state: string;
}
interface Sheet {
  manifest: string;
  digest: string;
  sealedDigest: string;
  signatures: { side: string; digest: string; x: string; y: string; signature: string }[];
}

/** The receiving side takes every item; it finds the second one damaged. */
async function acceptAll(handoverId: string, n: number, occurredAt: string): Promise<void> {
  for (let item = 1; item <= n; item += 1) {
    const remark = item === 2 ? { remark: 'damaged', note: '屏幕破损' } : { remark: 'as-listed' };
    expect((await port.by.border.put(`/handovers/${handoverId}/items/${item}/acceptance`, { ...remark, occurredAt })).status).toBe(200);
  }
}

describe('Identity (X-1)', () => {
  it('answered by two people at once is answered by one of them', async () => {
    const { caseId, hoa } = await port.aCase();
    const requestId = await anIdentityRequest(port, hoa);
    const path = of(hoa, `identity-requests/${requestId}/answer`);
    await port.moveClock('2026-07-16T03:00:00.000Z');
    const answers = await Promise.all([
      port.by.police.put(path, { answer: 'confirmed' }), port.by.policeColleague.put(path, { answer: 'not-matching' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('cross-border.identity-answered');
    expect((await port.said(caseId)).filter(({ type }) => type === 'cross-border.identity-answered')).toHaveLength(1);
  });

  it('has a clock that escalates by itself, to the unit above', async () => {
    const { caseId, mai } = await port.aCase();
    await anIdentityRequest(port, mai);
    await port.moveClock('2026-07-24T15:59:59.000Z');
    const isLate = ({ type, data }: Envelope): boolean =>
      type === 'clock.overdue' && (data as { rule: string }).rule === 'identity-verification';
    expect((await port.said(caseId)).some(isLate)).toBe(false);
    await port.moveClock('2026-07-24T16:00:01.000Z');
    expect((await port.said(caseId)).at(-1)).toMatchObject({
      type: 'clock.overdue', occurredAt: '2026-07-24T16:00:00.000Z',
      data: { rule: 'identity-verification', toldUnit: '532500-border' },
    });
  });

  it('is entered on behalf of the counterpart by the liaison officer alone, with the letter’s number', async () => {
    const { hoa } = await port.aCase();
    const path = of(hoa, `identity-requests/${await anIdentityRequest(port, hoa)}/answer`);
    await port.moveClock('2026-07-16T03:00:00.000Z');
    const answer = (name: 'escort' | 'liaison' | 'otherBorder', given: object = {}) =>
      code(port.by[name].put(path, { answer: 'confirmed', ...given }));
    const letter = { onBehalf: true, documentNumber: 'LC-16' };
    expect(await answer('escort', letter)).toBe('access.not-permitted');
    expect(await answer('liaison')).toBe('cross-border.not-the-counterpart');
    expect(await answer('liaison', { onBehalf: true })).toBe('cross-border.document-number-missing');
    expect(await answer('otherBorder')).toBe('cross-border.not-the-counterpart');
    expect(await answer('liaison', letter)).toBe('answered 200');
  });

  it('is asked of a counterpart abroad only', async () => {
    const { hoa } = await port.aCase();
    const ask = (counterpart: string) => code(port.by.liaison.post(of(hoa, 'identity-requests'), { counterpart }));
    expect(await ask('532500-hospital')).toBe('cross-border.not-a-counterpart');
    expect(await ask('vn-lc-centre')).toBe('cross-border.not-a-counterpart');
    expect(await ask('nowhere')).toBe('cross-border.not-a-counterpart');
  });
});

describe('Scheduling (X-3)', () => {
  it('is refused while Hoa is not fit and to Mai’s family, and says why', async () => {
    const { hoa, mai } = await port.aScheduledHandover();
    expect(await code(port.by.liaison.post('/handovers', aPlan(hoa, mai)))).toBe('cross-border.already-scheduled');

    const { hoa: nextHoa, mai: nextMai } = await port.aCase();
    await port.moveClock('2026-07-28T08:00:00.000Z');
    await port.by.liaison.post(of(nextHoa, 'fitness-requests'), { toUnit: '532500-hospital' });
    await port.by.clinician.put(of(nextHoa, 'fitness'),
      { victimId: nextHoa.victimId, fit: false, reviewAt: at('2026-08-05 09:00') });
    await port.by.liaison.put(of(nextMai, 'safety-assessment'), { outcome: 'family-at-risk' });
    const { status, body } = await port.by.liaison.post('/handovers', aPlan(nextHoa, nextMai, 'family'));
    const { persons } = body.details as { persons: { returnId: string; missing: string[] }[] };
    const missingOf = (woman: Woman): unknown => persons.find(({ returnId }) => returnId === woman.returnId)?.missing;
    expect([status, body.code]).toEqual([409, 'cross-border.identity-not-confirmed']);
    expect(missingOf(nextHoa)).toContain('cross-border.not-fit-to-travel');
    expect(missingOf(nextMai)).toContain('cross-border.family-at-risk');
    expect((await port.by.liaison.get<Shown>(of(nextHoa))).body).toMatchObject({ handoverId: null });
  });

  it('is refused for a buyer household, before anything else', async () => {
    const { caseId, hoa } = await port.aCase();
    const householdId = randomUUID();
    await port.hear('investigation', caseId, fact(BuyerIdentified, { householdId, personIds: [randomUUID()], identities: [] }));
    await port.moveClock('2026-07-28T08:00:00.000Z');
    const persons = [{ returnId: hoa.returnId, destination: 'family', householdId }];
    expect(await code(port.by.liaison.post('/handovers', { ...aPlan(hoa, hoa), persons }))).toBe('cross-border.buyer-household');
  });

  it('is refused, as sealing is, while something that investigation has said of the case waits here', async () => {
    const other = await port.aCase();
    const { caseId, hoa, handoverId } = await port.aScheduledHandover();
    const wrong = fact(StageRequested, {
      requestId: randomUUID(), stage: 'cross-border', toUnit: '532500-hospital', victimIds: [hoa.victimId] });
    const buyer = fact(BuyerIdentified, { householdId: randomUUID(), personIds: [randomUUID()], identities: [] });
    expect(await port.hear('investigation', caseId, wrong, buyer)).toMatchObject({ applied: 0, parked: 2 });
    const seal = (): Promise<string> => code(port.by.escort.put(`/handovers/${handoverId}/manifest/seal`));
    expect(await seal()).toBe('cross-border.investigation-not-heard');
    expect((await actionsFor(port.by.escort, `/handovers/${handoverId}`))['seal']).toBe('cross-border.investigation-not-heard');
    await port.hear('investigation', other.caseId, wrong, buyer);
    expect(await code(port.by.liaison.post('/handovers', aPlan(other.hoa, other.mai))))
      .toBe('cross-border.investigation-not-heard');
    await port.query('DELETE FROM parked WHERE case_id = $1', [caseId]);
    expect(await seal()).toBe('answered 200');
  });

  it('is refused for persons of two cases', async () => {
    const [one, other] = [await port.aCase(), await port.aCase()];
    await port.moveClock('2026-07-28T08:00:00.000Z');
    expect(await code(port.by.liaison.post('/handovers', aPlan(one.hoa, other.mai)))).toBe('cross-border.not-of-one-case');
  });
});

/** For each action: `open`, or the code of the refusal. */
async function actionsFor(desk: Desk, path: string): Promise<Record<string, string>> {
  const { body: { actions } } = await desk.get<{ actions: ActionState[] }>(path);
  return Object.fromEntries(actions.map(({ action, of: which, open, refusal }) =>
    [which === undefined ? action : `${action} ${which}`, open ? 'open' : refusal!.code]));
}

describe('What can be done', () => {
  it('with a return is said to each side, and what keeps it from being scheduled', async () => {
    const { caseId, hoa, mai } = await port.aCase();
    const early = await actionsFor(port.by.liaison, of(hoa));
    expect(early).toMatchObject({
      'requestIdentity': 'open', 'askReception': 'open', 'promiseReception': 'cross-border.reception-not-asked',
      'assessFitness': 'access.not-permitted', 'schedule family': 'cross-border.identity-not-confirmed',
      'confirmReception': 'access.not-permitted', 'close': 'cross-border.not-handed-over', 'accept': 'stage.no-offer',
    });
    await port.by.liaison.post(of(hoa, 'fitness-requests'), { toUnit: '532500-hospital' });
    expect(await actionsFor(port.by.clinician, of(hoa))).toMatchObject({ assessFitness: 'open' });
    expect(await actionsFor(port.by.clinician, of(mai))).toMatchObject({ assessFitness: 'cross-border.not-the-examiner' });
    await port.hear('rescue', caseId, fact(MedicalChecked, {
      checkId: randomUUID(), victimId: mai.victimId, atUnit: '532500-hospital', inTime: true,
    }));
    expect(await actionsFor(port.by.clinician, of(mai))).toMatchObject({ assessFitness: 'open' });
  });

  it('with a return and a handover that are ready', async () => {
    const { mai, hoa, handoverId } = await port.aScheduledHandover();
    expect(await actionsFor(port.by.liaison, of(mai))).toMatchObject({ 'schedule family': 'cross-border.already-scheduled' });
    const path = `/handovers/${handoverId}`;
    expect(await actionsFor(port.by.liaison, path)).toMatchObject({
      'split': 'open', 'seal': 'open', 'strike 1': 'open', 'accept 1': 'access.not-permitted', 'refuse': 'access.not-permitted',
      'sign sending': 'cross-border.manifest-not-sealed', 'sign receiving': 'cross-border.wrong-side',
    });
    await port.by.clinician.put(of(hoa, 'fitness'), { victimId: hoa.victimId, fit: false });
    expect(await actionsFor(port.by.liaison, path)).toMatchObject({ split: 'open', seal: 'cross-border.not-fit-to-travel' });
    await port.by.clinician.put(of(hoa, 'fitness'), aCertificate(hoa));
    await port.by.escort.put(`${path}/manifest/seal`);
    expect(await actionsFor(port.by.border, path)).toMatchObject({
      'accept 1': 'open', 'refuse': 'open', 'sign receiving': 'cross-border.items-not-accepted', 'split': 'access.not-permitted',
    });
    expect(Object.keys(await actionsFor(port.by.liaison, path))).not.toContain('seal');
  });
});

describe('The handover of the story (X-4, X-5)', () => {
  it('splits, is accepted and signed on both sides, and closes for each woman when reception is confirmed', async () => {
    const { caseId, hoa, mai, handoverId } = await port.aScheduledHandover();
    await port.moveClock('2026-07-29T03:00:00.000Z');
    const unfit = { victimId: hoa.victimId, fit: false, reviewAt: at('2026-08-05 09:00'), occurredAt: at('2026-07-29 08:30') };
    await port.by.clinician.put(of(hoa, 'fitness'), unfit);
    const seal = (id: string, local: string) => port.by.escort.put(`/handovers/${id}/manifest/seal`, { occurredAt: at(local) });
    expect(await code(seal(handoverId, '2026-07-29 09:00'))).toBe('cross-border.not-fit-to-travel');

    const before = (await port.by.escort.get<Shown>(`/handovers/${handoverId}`)).body.items.map(({ itemId }) => itemId);
    const split = await port.by.liaison.post(`/handovers/${handoverId}/splits`, {
      returnId: hoa.returnId, reason: 'not-fit-to-travel', at: at('2026-08-06 09:30'), occurredAt: at('2026-07-29 09:10'),
    });
    const ownId = dataOf(split.body, 'cross-border.handover-split').newHandoverId!;
    const both = await Promise.all([handoverId, ownId].map(async (id) => (await port.by.escort.get<Shown>(`/handovers/${id}`)).body.items));
    expect(both.flat().map(({ itemId }) => itemId).sort()).toEqual([...before].sort());
    expect(both.map((items) => [...new Set(items.map(({ returnId }) => returnId))])).toEqual([[mai.returnId], [hoa.returnId]]);

    // Off line from 10:00 to 10:40; told at 11:00, in order, with the times at which it happened.
    await seal(handoverId, '2026-07-29 10:00');
    expect(await code(port.sign(handoverId, 'escort', at('2026-07-29 10:05')))).toBe('cross-border.items-not-accepted');
    await acceptAll(handoverId, LISTED.length, at('2026-07-29 10:20'));
    expect((await port.sign(handoverId, 'escort', at('2026-07-29 10:38'))).status).toBe(200);
    expect((await port.by.liaison.get<Shown>(of(mai))).body).toMatchObject({ handedOver: null });
    expect((await port.sign(handoverId, 'border', at('2026-07-29 10:40'))).status).toBe(200);
    const again = await port.sign(handoverId, 'border', at('2026-07-29 10:40'));
    expect([again.status, again.body.facts]).toEqual([200, []]);

    const handed = (await port.said(caseId)).filter(({ type }) => type === 'cross-border.handed-over');
    expect(handed).toMatchObject([{
      occurredAt: '2026-07-29T02:40:00.000Z', subjectId: mai.returnId,
      data: { handoverId, victimId: mai.victimId, toUnit: 'vn-lc-border', toPerson: port.people.border.personId },
    }]);

    await port.moveClock('2026-08-06T03:00:00.000Z');
    await port.by.clinician.put(of(hoa, 'fitness'), aCertificate(hoa, at('2026-08-06 08:00')));
    await seal(ownId, '2026-08-06 09:30');
    await acceptAll(ownId, LISTED.length, at('2026-08-06 09:40'));
    await port.sign(ownId, 'border', at('2026-08-06 09:50'));
    await port.sign(ownId, 'escort', at('2026-08-06 09:55'));
    expect((await port.by.liaison.get<Shown>(`/handovers/${ownId}`)).body.state).toBe('handed-over');

    await port.moveClock('2026-09-05T03:00:00.000Z');
    const close = (woman: Woman) => code(port.by.liaison.put(of(woman, 'closure')));
    expect(await close(mai)).toBe('cross-border.reception-not-confirmed');
    expect(await code(port.by.otherBorder.put(of(mai, 'reception-confirmations'), { situation: 'at-school' })))
      .toBe('cross-border.not-the-counterpart');
    await port.by.centre.put(of(mai, 'reception-confirmations'), { situation: 'at-school' });
    expect(await close(mai)).toBe('answered 200');
    expect(await close(hoa)).toBe('cross-border.reception-not-confirmed');
    await port.by.border.put(of(hoa, 'reception-confirmations'), { situation: 'with-family' });
    expect(await close(hoa)).toBe('answered 200');
    await verifies(ownId, handoverId);
    await prints(ownId);
  });

  /** The record of it is printed for its two sides and for nobody else. */
  async function prints(id: string): Promise<void> {
    const print = (desk: Desk) => desk.get<string>(`/handovers/${id}/record.pdf`);
    for (const { status, body } of [await print(port.by.escort), await print(port.by.border)])
      expect([status, body.slice(0, 8)]).toEqual([200, '%PDF-1.7']);
    for (const stranger of [port.by.otherBorder, port.by.otherPort, port.by.clinician, port.by.officer])
      expect((await print(stranger)).status).toBe(403);
  }

  /** Both manifests verify, each with its own two signatures, and neither verifies as the other or with one byte changed. */
  async function verifies(...handovers: readonly string[]): Promise<void> {
    const sheets = await Promise.all(handovers.map(async (id) => (await port.by.border.get<Sheet>(`/handovers/${id}/manifest`)).body));
    const verify = async (id: string, manifest: string) =>
      (await port.by.border.post(`/handovers/${id}/manifest/verification`, { manifest })).body as unknown as
        { valid: boolean; digest: string; signatures: { side: string; valid: boolean }[] };
    for (const [index, id] of handovers.entries()) {
      const { manifest, digest, sealedDigest, signatures } = sheets[index]!;
      expect(digest).toBe(digestOf(manifest));
      expect(sealedDigest).not.toBe(digest);
      expect(signatures.map((one) => one.digest)).toEqual([digest, digest]);
      expect(await verify(id, manifest)).toMatchObject({ valid: true, digest, signatures: [{ valid: true }, { valid: true }] });
      for (const changed of [manifest.replace('屏幕破损', '屏幕破裂'), `${manifest} `, sheets[1 - index]!.manifest])
        expect(await verify(id, changed)).toMatchObject({ valid: false, signatures: [{ valid: false }, { valid: false }] });
    }
  }
});

describe('Somebody who is not there (R-4, X-4)', () => {
  const gate = 'cross-border.not-in-care';
  const sealed = async (handoverId: string): Promise<string | undefined> =>
    (await actionsFor(port.by.escort, `/handovers/${handoverId}`)).seal;

  it('is not handed over: with a relative, or gone of her own will, until a unit takes her in again', async () => {
    const { caseId, hoa: { victimId }, handoverId } = await port.aScheduledHandover();
    const care = { custodyId: randomUUID(), victimId };
    const unit = { ...care, kind: 'unit', unitId: '532500-relief', personId: port.people.relief.personId } as const;
    const hear = async (...said: Parameters<typeof fact>): Promise<string | undefined> => {
      await port.hear('rescue', caseId, fact(...said));
      return sealed(handoverId);
    };
    const ended = (reason: CareEnding) => hear(CustodyEnded, { ...care, reason });
    expect(await hear(CustodyTaken, unit)).toBe('open');
    expect(await hear(CustodyTransferred, { ...care, kind: 'relative', personId: randomUUID(), relation: 'mother' })).toBe(gate);
    expect(await ended('with-family')).toBe(gate);
    expect(await hear(CustodyTransferred, unit)).toBe('open');
    expect(await ended('received-abroad')).toBe('open');
    expect(await ended('own-will')).toBe(gate);
    expect(await code(port.by.escort.put(`/handovers/${handoverId}/manifest/seal`))).toBe(gate);
  });

  it('is not signed for once her own choice of a placement has taken effect', async () => {
    const { caseId, hoa: { victimId }, handoverId } = await port.aScheduledHandover();
    await port.moveClock('2026-07-29T03:00:00.000Z');
    await port.by.escort.put(`/handovers/${handoverId}/manifest/seal`, { occurredAt: at('2026-07-29 09:30') });
    await acceptAll(handoverId, LISTED.length * 2, at('2026-07-29 10:10'));
    const placement = { placementId: randomUUID(), victimId };
    await port.hear('placement', caseId, fact(PlacementDecided, { ...placement, kind: 'foreign-counterpart' }),
      fact(PlacementTakenEffect, placement));
    const signing = async (): Promise<string | undefined> =>
      (await actionsFor(port.by.escort, `/handovers/${handoverId}`))['sign sending'];
    expect(await signing()).toBe('open');
    await port.hear('placement', caseId, fact(PlacementDecided, { ...placement, kind: 'own-choice' }));
    expect(await signing()).toBe('open');
    await port.hear('placement', caseId, fact(PlacementTakenEffect, placement));
    expect(await code(port.sign(handoverId, 'escort', at('2026-07-29 10:40')))).toBe(gate);
  });
});

describe('A signature (X-4)', () => {
  async function accepted(): Promise<{ handoverId: string; hoa: Woman }> {
    const { handoverId, hoa } = await port.aScheduledHandover();
    await port.moveClock('2026-07-29T03:00:00.000Z');
    await port.by.escort.put(`/handovers/${handoverId}/manifest/seal`, { occurredAt: at('2026-07-29 10:00') });
    await acceptAll(handoverId, 2 * LISTED.length, at('2026-07-29 10:20'));
    return { handoverId, hoa };
  }

  it('is refused over another text, with another’s key or an unknown one, and on the wrong side', async () => {
    const { handoverId } = await accepted();
    const when = at('2026-07-29 10:30');
    const other = { signature: signatureOf(port.keys.escort, 'another text') };
    expect(await code(port.sign(handoverId, 'escort', when, other))).toBe('cross-border.signature-invalid');
    const signedWith = (keyId: string) => code(port.sign(handoverId, 'escort', when, { keyId }));
    expect(await signedWith(port.keys.border.keyId)).toBe('cross-border.key-not-yours');
    expect(await signedWith(randomUUID())).toBe('cross-border.unknown-key');
    const own = await aKeyOf(port, port.people.liaison);
    const { body: { manifest } } = await port.by.liaison.get<Sheet>(`/handovers/${handoverId}/manifest`);
    const signed = { keyId: own.keyId, signature: signatureOf(own, manifest), occurredAt: when };
    expect(await code(port.by.liaison.put(`/handovers/${handoverId}/signatures/receiving`, signed))).toBe('cross-border.wrong-side');
    expect(await code(port.by.liaison.put(`/handovers/${handoverId}/signatures/elsewhere`, signed))).toBe('input.invalid');
    expect(await code(port.by.liaison.put(`/handovers/${handoverId}/signatures/sending`, signed))).toBe('answered 200');
  });

  it('is refused while somebody in the handover has become unfit, until she is split off', async () => {
    const { handoverId, hoa } = await accepted();
    await port.by.clinician.put(of(hoa, 'fitness'), { victimId: hoa.victimId, fit: false, occurredAt: at('2026-07-29 10:25') });
    expect(await code(port.sign(handoverId, 'escort', at('2026-07-29 10:30')))).toBe('cross-border.not-fit-to-travel');
    const when = { at: at('2026-08-06 09:30'), occurredAt: at('2026-07-29 10:31') };
    const split = { returnId: hoa.returnId, reason: 'not-fit-to-travel', ...when };
    expect(await code(port.by.escort.post(`/handovers/${handoverId}/splits`, split))).toBe('answered 201');
    expect(await code(port.by.escort.put(`/handovers/${handoverId}/manifest/seal`))).toBe('answered 200');
  });

  it('of both sides at once hands over once', async () => {
    const { handoverId, hoa } = await accepted();
    const when = at('2026-07-29 10:40');
    const answers = await Promise.all([port.sign(handoverId, 'escort', when), port.sign(handoverId, 'border', when)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { caseId } = answers[0]!.body;
    const said = (await port.said(caseId!)).map(({ type }) => type);
    expect(said.filter((type) => type === 'cross-border.handed-over')).toHaveLength(2);
    expect(await code(port.by.escort.put(`/handovers/${handoverId}/manifest/seal`))).toBe('cross-border.handover-done');
    expect((await port.by.liaison.get<Shown>(of(hoa))).body).toMatchObject({ handedOver: { toUnit: 'vn-lc-border' } });
  });

  it('sent twice under one command id is one signature', async () => {
    const { handoverId } = await accepted();
    const { body: { manifest } } = await port.by.escort.get<Sheet>(`/handovers/${handoverId}/manifest`);
    const { keyId } = port.keys.escort;
    const commandId = randomUUID();
    const body = { keyId, signature: signatureOf(port.keys.escort, manifest), occurredAt: at('2026-07-29 10:30') };
    const send = () => port.by.escort.put(`/handovers/${handoverId}/signatures/sending`, body, { commandId });
    expect([(await send()).body.repeated, (await send()).body.repeated]).toEqual([false, true]);
  });
});

describe('A return', () => {
  it('is one at a time for a victim, also of two requests at once; whoever asked for the second hears that it ended', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [caseId, victimId] = [randomUUID(), randomUUID()];
      const ask = (source: 'investigation' | 'rescue') => port.hear(source, caseId, fact(StageRequested, {
        requestId: randomUUID(), stage: 'cross-border', toUnit: '532532-border', victimIds: [victimId] }));
      const outcomes = await Promise.all([ask('investigation'), ask('rescue')]);
      expect(outcomes.map(({ applied, parked }) => [applied, parked])).toEqual([[1, 0], [1, 0]]);
      const begun = ['stage.opened', 'cross-border.return-begun'];
      expect((await port.said(caseId)).map(({ type }) => type)).toEqual([...begun, 'stage.offered', ...begun, 'stage.closed']);
      expect(await port.query(`SELECT stage->>'state' AS state FROM victim_return WHERE case_id = $1 ORDER BY 1`, [caseId]))
        .toEqual([{ state: 'closed' }, { state: 'open' }]);
    }
  });
});

describe('Placement in place of a return (X-6)', () => {
  it('stands where it was taken while it was withdrawn', async () => {
    const { caseId, hoa } = await port.aCase();
    const asked = await port.by.liaison.post(of(hoa, 'stage-requests'), { stage: 'placement', toUnit: '532500-relief' });
    const { requestId } = dataOf(asked.body, 'stage.requested');
    await port.by.liaison.put(of(hoa, `stage-requests/${requestId}/withdrawal`), { reason: 'not-needed' });
    const { unitId, personId } = port.people.relief;
    const taken = { stageId: randomUUID(), stage: 'placement', unitId, personId } as const;
    await port.hear('placement', caseId, fact(StageOpened, { ...taken, requestId }),
      fact(StageAccepted, { ...taken, offerId: randomUUID() }));
    expect((await port.said(caseId)).at(-1)).toMatchObject({ type: 'stage.request-stands', data: { requestId } });
    expect(await code(port.by.liaison.put(of(hoa, 'closure')))).toBe('answered 200');
  });

  it('closes the return when the placement that was asked for is accepted', async () => {
    const { caseId, hoa } = await port.aCase();
    expect(await code(port.by.liaison.post(of(hoa, 'stage-requests'), { stage: 'placement', toUnit: '532500-hospital' })))
      .toBe('stage.unit-not-competent');
    const { body } = await port.by.liaison.post(of(hoa, 'stage-requests'), { stage: 'placement', toUnit: '532500-relief' });
    const first = dataOf(body, 'stage.requested').requestId!;
    expect(await code(port.by.liaison.put(of(hoa, 'closure')))).toBe('stage.next-not-accepted');
    const withdraw = (requestId: string) =>
      port.by.liaison.put(of(hoa, `stage-requests/${requestId}/withdrawal`), { reason: 'wrong-unit' });
    expect(await code(withdraw(randomUUID()))).toBe('stage.unknown-request');
    // The deadline of her first step has gone on meanwhile.
    expect((await withdraw(first)).body.facts).toMatchObject([{ type: 'stage.request-withdrawn', data: { requestId: first } }]);
    const again = await port.by.liaison.post(of(hoa, 'stage-requests'), { stage: 'placement', toUnit: '532500-relief' });
    const { requestId } = dataOf(again.body, 'stage.requested');
    const stage = { stageId: randomUUID(), stage: 'placement' } as const;
    const { unitId, personId } = port.people.relief;
    await port.hear('placement', caseId, fact(StageOpened, { ...stage, unitId, personId, requestId }),
      fact(StageAccepted, { ...stage, offerId: randomUUID(), unitId, personId }));
    expect(await code(withdraw(requestId!))).toBe('stage.request-taken');
    expect(await code(port.by.liaison.put(of(hoa, 'closure')))).toBe('answered 200');
    expect((await port.by.liaison.get<Shown>(of(hoa))).body.stage.state).toBe('closed');
  });
});
