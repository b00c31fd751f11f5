import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CustodyOffered, fact } from '#contracts';
import { aCertificate, aPort, code, LISTED, of, type Port } from './a-port.js';

let port: Port;

beforeAll(async () => { port = await aPort(); });
afterAll(() => port.stop());

interface Shown {
  fitness: { fit: boolean } | null;
}

describe('What others may see', () => {
  it('ends for hospitals and relief stations at fit or not fit', async () => {
    const { caseId, hoa } = await port.aScheduledHandover();
    expect(await code(port.by.relief.get(of(hoa)))).toBe('access.not-party');
    await port.hear('rescue', caseId, fact(CustodyOffered, {
      custodyId: randomUUID(), victimId: hoa.victimId, offerId: randomUUID(), kind: 'unit', unitId: '532500-relief',
    }));
    for (const by of [port.by.clinician, port.by.relief]) {
      const { body } = await by.get<Shown>(of(hoa));
      expect(Object.keys(body).sort()).toEqual(['actions', 'caseId', 'fitness', 'id', 'version', 'victimId']);
      expect(body.fitness).toMatchObject({ fit: true });
      expect((await by.get<{ items: object[] }>(`/handovers?caseId=${caseId}`)).body.items).toEqual([]);
    }
  });

  it('is for a unit abroad what it was asked, and for another one nothing', async () => {
    const { hoa, mai, caseId, handoverId } = await port.aScheduledHandover();
    const { body } = await port.by.police.get<Shown>(of(hoa));
    expect(body).toMatchObject({ identityRequests: [{ counterpart: 'vn-lc-police' }] });
    expect(body).not.toHaveProperty('safety');
    expect((await port.by.border.get<object>(of(hoa))).body).toMatchObject({ identityRequests: [] });
    expect(await code(port.by.otherBorder.get(of(hoa)))).toBe('access.not-party');
    expect(await code(port.by.centre.get(of(hoa)))).toBe('access.not-permitted');
    expect(await code(port.by.centre.get(of(mai)))).toBe('answered 200');
    for (const path of [`/returns?caseId=${caseId}`, `/handovers?caseId=${caseId}`, `/handovers/${handoverId}`])
      expect(await code(port.by.otherBorder.get(path))).toBe('access.not-party');
    for (const path of [of(hoa), `/returns?caseId=${caseId}`, `/handovers/${handoverId}`])
      expect(await code(port.by.otherPort.get(path))).toBe('access.not-party');
  });

  it('of a manifest is for its two sides; every reading and every refused try is on record, and no word lies open', async () => {
    const { handoverId, caseId } = await port.aScheduledHandover();
    const others = ['officer', 'otherPort', 'otherBorder'] as const;
    for (const name of others)
      expect(await code(port.by[name].get(`/handovers/${handoverId}/manifest`)))
        .toBe(name === 'officer' ? 'access.not-permitted' : 'access.not-party');
    expect((await port.by.border.get<{ manifest: string }>(`/handovers/${handoverId}/manifest`)).body.manifest).toContain('Vật phẩm person');
    const log = await port.query<{ allowed: boolean; person_id: string }>(
      'SELECT allowed, person_id FROM access_log WHERE case_id = $1 OR record_id = $2', [caseId, handoverId]);
    const refused = log.filter(({ allowed }) => !allowed).map(({ person_id: personId }) => personId);
    expect(refused).toEqual(others.map((name) => port.people[name].personId));
    expect(log.filter(({ allowed }) => allowed)).toHaveLength(2 * LISTED.length);
    const rows = await port.query(`SELECT payload AS text FROM journal UNION ALL SELECT handover::text FROM handover
      UNION ALL SELECT private_record::text FROM private_record UNION ALL SELECT victim_return::text FROM victim_return`);
    for (const word of ['Vật phẩm', '物品', 'Item']) expect(JSON.stringify(rows)).not.toContain(word);
  });

  it('is nothing where the post does not permit it', async () => {
    const { hoa } = await port.aCase();
    const assess = (name: 'border' | 'otherPort') =>
      code(port.by[name].put(of(hoa, 'safety-assessment'), { outcome: 'family-safe' }));
    expect(await code(port.by.liaison.put(of(hoa, 'fitness'), aCertificate(hoa)))).toBe('access.not-permitted');
    expect(await assess('border')).toBe('access.not-permitted');
    expect(await assess('otherPort')).toBe('access.not-answerable');
  });
});
