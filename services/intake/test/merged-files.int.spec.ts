import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Attachment } from '#attachments';
import { anIntakeBench, code, dataOf, type Clue, type IntakeBench } from './an-intake.js';

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(2_000)]);
const DOCUMENT = { documentNumber: 'YYGA-2031-18' };

let bench: IntakeBench;
beforeAll(async () => {
  bench = await anIntakeBench();
  await bench.moveClock('2026-07-05T00:00:00.000Z');
});
afterAll(() => bench.stop());

async function aFileOf(recordId: string): Promise<string> {
  const { body } = await bench.duty.post('/attachments', {
    recordId, kind: 'photograph', mediaType: 'image/jpeg', bytes: JPEG.length, hasOriginal: true,
    digest: createHash('sha256').update(JPEG).digest('hex'),
  });
  return body.id!;
}

const headers = async (): Promise<Record<string, string>> =>
  ({ authorization: `Bearer ${await bench.tokenOf(bench.actors.duty)}`, 'idempotency-key': randomUUID() });

async function brought(id: string): Promise<number> {
  const { status } = await fetch(`${bench.url}/attachments/${id}/content`, {
    method: 'PUT', body: new Uint8Array(JPEG), headers: { ...await headers(), 'content-type': 'application/octet-stream' },
  });
  return status;
}

async function readOf(id: string): Promise<{ status: number; content: Buffer }> {
  const response = await fetch(`${bench.url}/attachments/${id}/content?purpose=investigation`, { headers: await headers() });
  return { status: response.status, content: Buffer.from(await response.arrayBuffer()) };
}

const merge = (from: Clue, into: Clue) => bench.duty.put(`/intakes/${from.id}/merge`, { intoIntakeId: into.id });
const filesOf = async ({ caseId }: Clue) =>
  (await bench.duty.get<{ items: Attachment[] }>(`/attachments?caseId=${caseId}`)).body.items;

describe('The files of a matter that is merged into another one (I-3)', () => {
  it('are shown and given out there, whenever they came, and are erased with it, also by way of a third', async () => {
    const [first, second, last] = [await bench.aClue(), await bench.aClue(), await bench.aClue()];
    const [before, after] = [await aFileOf(first.id), await aFileOf(first.id)];
    expect(await brought(before)).toBe(200);
    await merge(first, second);
    expect((await merge(second, last)).status).toBe(200);
    expect(await filesOf(first)).toEqual([]);
    expect(await filesOf(last)).toMatchObject([before, after].map((id) => ({ id, recordId: last.id, sealedFor: first.caseId })));
    expect(await brought(after)).toBe(200);
    for (const id of [before, after]) expect(await readOf(id)).toEqual({ status: 200, content: JPEG });
    expect(await bench.query('SELECT DISTINCT case_id FROM access_log WHERE record_id = ANY($1)', [[before, after]]))
      .toEqual([{ case_id: last.caseId }]);

    for (const { clueId } of [first, second, last]) await bench.duty.post(`/intakes/${last.id}/feedbacks`, { clueId });
    expect((await bench.duty.put(`/intakes/${last.id}/closure`, { outcome: 'unfounded' })).status).toBe(200);
    const propose = ({ caseId }: Clue) =>
      bench.at('head').post(`/cases/${caseId}/erasures`, { ground: 'retention-over', ...DOCUMENT });
    expect(await code(propose(first))).toBe('intake.erasure-merged');
    const { erasureId } = dataOf((await propose(last)).body, 'intake.erasure-proposed');
    expect((await bench.at('superior').put(`/cases/${last.caseId}/erasures/${erasureId}/confirmation`, DOCUMENT)).status).toBe(200);
    for (const id of [before, after]) {
      const { status, content } = await readOf(id);
      expect([status, JSON.parse(content.toString())]).toMatchObject([409, { code: 'vault.key-destroyed' }]);
    }
  });

  it('wait for the answer to whom an original is offered', async () => {
    const [from, into] = [await bench.aClue(), await bench.aClue()];
    const id = await aFileOf(from.id);
    const { body } = await bench.duty.post(`/attachments/${id}/original-offers`, { toUnit: '532503-psb' });
    expect(await code(merge(from, into))).toBe('attachment.original-on-offer');
    const { offerId } = dataOf(body, 'attachment.original-offered');
    await bench.at('stranger').put(`/attachments/${id}/original-offers/${offerId}/return`);
    expect((await merge(from, into)).status).toBe(200);
    expect(await filesOf(into)).toMatchObject([{ id, holdings: [{ unitId: bench.actors.duty.unitId, to: null }] }]);
  });
});
