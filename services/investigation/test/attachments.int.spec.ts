import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseOpened, ClueReceived, ErasureOrdered, fact, FILE_BYTES_MAX, StageRequested, type Actor } from '#contracts';
import type { Attachment } from '#attachments';
import { aServiceBench, type Answer, type ServiceBench } from '#testing';
import type { Investigation } from '../src/domain/investigation.js';
import { investigationParts, investigationService } from '../src/investigation.module.js';

const BUREAU = '532503-psb';
const OTHER = '341226-psb';
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(40_000)]);

const digestOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

describe('Files of an investigation', () => {
  let bench: ServiceBench;
  let head: Actor, stranger: Actor;
  let caseId: string, recordId: string;

  beforeAll(async () => {
    bench = await aServiceBench(investigationService, investigationParts);
    await bench.unit(BUREAU, 'public-security');
    await bench.unit(OTHER, 'public-security');
    head = await bench.person(BUREAU, 'head');
    stranger = await bench.person(OTHER, 'officer');
    ({ caseId, recordId } = await aCase());
  });
  afterAll(() => bench.stop());

  function ok(answer: Answer): Answer {
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    return answer;
  }

  /** A case that the bureau investigates. */
  async function aCase(): Promise<{ caseId: string; recordId: string }> {
    const [opened, victimId] = [randomUUID(), randomUUID()];
    await bench.hear('intake', opened, fact(CaseOpened, {
      caseNumber: 'MZ-2019-0001', kind: 'woman-trafficking', division: '532503',
      victims: [{ victimId, sex: 'female', minor: false, nationality: 'CN' }],
    }), fact(StageRequested, { requestId: randomUUID(), stage: 'investigation', toUnit: BUREAU, victimIds: [victimId] }));
    const { body: { items: [found] } } = await bench.as(head).get<{ items: Investigation[] }>(`/investigations?caseId=${opened}`);
    ok(await bench.as(head).put(`/investigations/${found!.id}/offers/${found!.stage.offer!.offerId}/acceptance`));
    return { caseId: opened, recordId: found!.id };
  }

  async function announced(content: Buffer = JPEG, given: object = {}): Promise<string> {
    const { body } = ok(await bench.as(head).post('/attachments', {
      recordId, kind: 'photograph', mediaType: 'image/jpeg', bytes: content.length, digest: digestOf(content), hasOriginal: true,
      ...given,
    }));
    return body.id!;
  }

  async function bring(id: string, content: Buffer, { by = head, commandId = randomUUID() as string } = {}): Promise<Answer> {
    const response = await fetch(`${bench.url}/attachments/${id}/content`, {
      method: 'PUT', body: new Uint8Array(content),
      headers: {
        authorization: `Bearer ${await bench.tokenOf(by)}`, 'idempotency-key': commandId, 'content-type': 'application/octet-stream',
      },
    });
    return { status: response.status, body: await response.json() as Answer['body'] };
  }

  async function read(id: string, by: Actor = head): Promise<{ status: number; content: Buffer; headers: Headers }> {
    const response = await fetch(`${bench.url}/attachments/${id}/content?purpose=investigation`, {
      headers: { authorization: `Bearer ${await bench.tokenOf(by)}` },
    });
    return { status: response.status, content: Buffer.from(await response.arrayBuffer()), headers: response.headers };
  }

  const shown = async (id: string): Promise<Attachment & { actions: { action: string; open: boolean }[] }> =>
    (await bench.as(head).get<Attachment & { actions: { action: string; open: boolean }[] }>(`/attachments/${id}`)).body;

  const sealedPath = (id: string): string => {
    const folder = bench.filesFolder;
    return join(folder, id.slice(-2), id);
  };

  it('come back as they were brought, and are nowhere readable meanwhile', async () => {
    const id = await announced();
    ok(await bring(id, JPEG));
    const { status, content, headers } = await read(id);
    expect([status, content.equals(JPEG), headers.get('content-type')]).toEqual([200, true, 'image/jpeg']);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(readFileSync(sealedPath(id)).includes(JPEG.subarray(100, 200))).toBe(false);
    const said = await bench.said(caseId);
    expect(said.filter(({ subjectId }) => subjectId === id).map(({ type }) => type))
      .toEqual(['attachment.announced', 'attachment.kept']);
  });

  it('put each reading on record, and each refused try', async () => {
    const id = await announced();
    ok(await bring(id, JPEG));
    await read(id);
    expect((await read(id, stranger)).status).toBe(403);
    const rows = await bench.query<{ unit_id: string; purpose: string; allowed: boolean }>(
      'SELECT unit_id, purpose, allowed FROM access_log WHERE record_id = $1 ORDER BY id', [id]);
    expect(rows).toEqual([
      { unit_id: BUREAU, purpose: 'investigation', allowed: true }, { unit_id: OTHER, purpose: 'investigation', allowed: false },
    ]);
  });

  it.each([
    ['attachment.digest-differs', (content: Buffer) =>
      content.map((byte, index) => (index === 9_000 ? byte ^ 1 : byte)) as Buffer],
    ['attachment.size-differs', (content: Buffer) => content.subarray(1)],
  ])('are refused with %s, and nothing is kept', async (code, changed) => {
    const id = await announced();
    expect((await bring(id, changed(JPEG))).body.code).toBe(code);
    expect((await shown(id)).keptAt).toBeNull();
    expect(() => readFileSync(sealedPath(id))).toThrow(/ENOENT/);
    expect((await read(id)).status).toBe(409);
  });

  it('are told by their first bytes and not by what somebody says', async () => {
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const id = await announced(script);
    expect((await bring(id, script)).body.code).toBe('attachment.type-differs');
  });

  it('are not taken beyond their limit, however long somebody goes on sending', async () => {
    const id = await announced(JPEG, { bytes: FILE_BYTES_MAX });
    expect((await bring(id, Buffer.alloc(FILE_BYTES_MAX + 1))).body.code).toBe('input.too-large');
    expect((await bench.as(head).post('/attachments', {
      recordId, kind: 'photograph', mediaType: 'image/jpeg', bytes: FILE_BYTES_MAX + 1, digest: digestOf(JPEG),
      hasOriginal: false,
    })).body.code).toBe('input.invalid');
  });

  it('that are too large do not hold up whoever comes next on the same connection', async () => {
    const [id, agent] = [await announced(), new Agent({ keepAlive: true, maxSockets: 1 })];
    const authorization = `Bearer ${await bench.tokenOf(head)}`;
    const status = (method: string, path: string, sent?: Buffer): Promise<number> => new Promise((done, failed) => {
      const type = sent && { 'content-type': 'application/octet-stream' };
      const headers = { authorization, 'idempotency-key': randomUUID(), ...type };
      const asked = request(`${bench.url}${path}`, { method, agent, headers, timeout: 5_000 }, (answer) => {
        answer.resume().on('end', () => done(answer.statusCode!));
      });
      asked.on('error', failed).on('timeout', () => asked.destroy(new Error('held up'))).end(sent);
    });
    const answers = Promise.all([
      status('PUT', `/attachments/${id}/content`, Buffer.alloc(FILE_BYTES_MAX + 2_000_000)), status('GET', `/attachments/${id}`)]);
    expect(await answers.finally(() => agent.destroy())).toEqual([400, 200]);
  });

  it('are the same under an id in capitals', async () => {
    const id = await announced();
    expect((await bring(id.toUpperCase(), JPEG)).status).toBe(200);
    expect((await read(id)).content.equals(JPEG)).toBe(true);
    expect((await read(id.toUpperCase())).content.equals(JPEG)).toBe(true);
  });

  it('are kept once, whoever sends them twice or at the same time', async () => {
    const id = await announced();
    const answers = await Promise.all(Array.from({ length: 6 }, () => bring(id, JPEG)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    const said = (await bench.said(caseId)).filter(({ subjectId, type }) => subjectId === id && type === 'attachment.kept');
    expect(said).toHaveLength(1);
    expect((await read(id)).content.equals(JPEG)).toBe(true);
  });

  it('are said to be missing where the store has lost them, and can be brought again', async () => {
    const id = await announced();
    ok(await bring(id, JPEG));
    rmSync(sealedPath(id));
    expect((await read(id)).status).toBe(503);
    ok(await bring(id, JPEG));
    expect((await read(id)).content.equals(JPEG)).toBe(true);
  });

  it('do not open when somebody has changed or exchanged them in the store', async () => {
    const [one, other] = [await announced(), await announced()];
    for (const id of [one, other]) ok(await bring(id, JPEG));
    writeFileSync(sealedPath(one), readFileSync(sealedPath(other)));
    const { status, content } = await read(one);
    expect([status, (JSON.parse(content.toString()) as { code: string }).code]).toEqual([409, 'vault.damaged']);
  });

  it('are added by the unit that answers and seen by those who take part', async () => {
    expect((await bench.as(stranger).post('/attachments', {
      recordId, kind: 'photograph', mediaType: 'image/jpeg', bytes: 10, digest: digestOf(JPEG), hasOriginal: false,
    })).body.code).toBe('access.not-answerable');
    const id = await announced();
    expect((await bring(id, JPEG, { by: stranger })).body.code).toBe('access.not-answerable');
    expect((await bench.as(stranger).get<{ code: string }>(`/attachments?caseId=${caseId}`)).body.code).toBe('access.not-party');
    const pages = await bench.as(head).get<{ items: Attachment[] }>(`/attachments?caseId=${caseId}&limit=2`);
    expect(pages.body.items).toHaveLength(2);
    const next = await bench.as(head).get<{ items: Attachment[] }>(`/attachments?caseId=${caseId}&after=${pages.body.items[1]!.id}`);
    expect(next.body.items.map((item) => item.id)).toContain(id);
  });

  it('are refused as a form, and a form is refused as a file', async () => {
    const id = await announced();
    expect((await bench.as(head).put(`/attachments/${id}/content`, {})).body.code).toBe('input.invalid');
    const response = await fetch(`${bench.url}/attachments`, {
      method: 'POST', body: new Uint8Array(JPEG),
      headers: {
        authorization: `Bearer ${await bench.tokenOf(head)}`, 'idempotency-key': randomUUID(), 'content-type': 'application/octet-stream',
      },
    });
    expect((await response.json() as { code: string }).code).toBe('input.invalid');
  });

  it('say what can be done with them', async () => {
    const open = async (id: string): Promise<string[]> =>
      (await shown(id)).actions.filter((action) => action.open).map(({ action }) => action).sort();
    const id = await announced();
    expect(await open(id)).toEqual(['bring', 'offerOriginal', 'withdraw']);
    ok(await bench.as(head).put(`/attachments/${id}/withdrawal`, { reason: 'wrong-file' }));
    expect(await open(id)).toEqual(['offerOriginal']);
  });

  it('are for those who answer or have the original, and not for everybody who takes part', async () => {
    const [id, other] = [await announced(), await announced()];
    for (const one of [id, other]) ok(await bring(one, JPEG));
    const offered = async (one: string): Promise<string> => (ok(await bench.as(head).post(
      `/attachments/${one}/original-offers`, { toUnit: OTHER })).body.facts[0]!.data as { offerId: string }).offerId;
    const offerId = await offered(id);
    await bench.hear('intake', caseId, fact(ClueReceived, {
      clueId: randomUUID(), channel: 'citizen', boundToReport: false, discoveredAt: '2026-01-01T00:00:00.000Z', delayMinutes: 0,
      late: false, division: '532503', receivedBy: OTHER,
    }));
    expect((await read(id, stranger)).status).toBe(200);
    expect((await read(other, stranger)).status).toBe(403);
    ok(await bench.as(stranger).put(`/attachments/${id}/original-offers/${offerId}/return`));
    expect((await read(id, stranger)).status).toBe(403);
  });

  it('have an original that is offered to nobody who could not take it', async () => {
    await bench.unit('532500-hospital', 'hospital');
    const id = await announced();
    expect((await bench.as(head).post(`/attachments/${id}/original-offers`, { toUnit: '532500-hospital' })).body.code)
      .toBe('attachment.cannot-keep');
  });

  it('have an original that changes hands when the receiver accepts', async () => {
    const id = await announced();
    const { body } = ok(await bench.as(head).post(`/attachments/${id}/original-offers`, { toUnit: OTHER }));
    const { offerId } = body.facts[0]!.data as { offerId: string };
    expect((await shown(id)).holdings.at(-1)).toMatchObject({ unitId: BUREAU, to: null });
    ok(await bench.as(stranger).put(`/attachments/${id}/original-offers/${offerId}/acceptance`));
    const { holdings } = await shown(id);
    expect(holdings.map(({ unitId }) => unitId)).toEqual([BUREAU, OTHER]);
    expect(holdings[0]!.to).toBe(holdings[1]!.from);
  });

  it('cannot be read nor brought any more once the case is erased', async () => {
    const erased = await aCase();
    const id = await announced(JPEG, { recordId: erased.recordId });
    ok(await bring(id, JPEG));
    await bench.hear('intake', erased.caseId, fact(ErasureOrdered, {
      erasureId: randomUUID(), ground: 'ordered-by-law', documentNumber: 'MZ-2026-0001', proposedBy: head.personId,
      proposedByUnit: head.unitId,
    }));
    const { status, content } = await read(id);
    expect([status, (JSON.parse(content.toString()) as { code: string }).code]).toEqual([409, 'vault.key-destroyed']);
    const later = await announced(JPEG, { recordId: erased.recordId });
    expect((await bring(later, JPEG)).body.code).toBe('vault.key-destroyed');
  });

  it('leave no half-written file behind', () => {
    const folders = readdirSync(bench.filesFolder);
    const files = folders.flatMap((folder) => readdirSync(join(bench.filesFolder, folder)));
    expect(files.every((name) => /^[0-9a-f-]{36}$/.test(name))).toBe(true);
  });
});
