import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact, StageAccepted, StageClosed, StageOpened } from '#contracts';
import { verifyJournal } from '#messaging';
import type { Reading } from '#vault';
import { anIntakeBench, code, dataOf, types, YUANYANG, type Clue, type IntakeBench } from './an-intake.js';

const PAPER = { ground: 'retention-over', documentNumber: 'YYGA-2031-17' };

let bench: IntakeBench;
beforeAll(async () => {
  bench = await anIntakeBench();
  await bench.moveClock('2026-07-05T00:00:00.000Z');
});
afterAll(() => bench.stop());

/** A matter that turned out to be nothing, with a clue whose reporter has been answered. */
async function aClosedMatter(): Promise<Clue> {
  const clue = await bench.aClue();
  await bench.duty.post(`/intakes/${clue.id}/feedbacks`, { clueId: clue.clueId });
  expect((await bench.duty.put(`/intakes/${clue.id}/closure`, { outcome: 'unfounded' })).status).toBe(200);
  return clue;
}

const erasures = async (caseId: string) =>
  (await bench.at('head').get<{ items: object[] }>(`/erasures?caseId=${caseId}`)).body.items;

describe('The personal data of a case', () => {
  it('are erased when a second person of another unit confirms; afterwards every reading says so', async () => {
    const { id, caseId, clueId } = await aClosedMatter();
    const reporter = `/intakes/${id}/clues/${clueId}/reporter`;
    expect((await bench.duty.get(reporter)).status).toBe(200);
    const proposed = await bench.at('head').post(`/cases/${caseId}/erasures`, PAPER);
    expect([proposed.status, types(proposed)]).toEqual([201, ['intake.erasure-proposed']]);
    const { erasureId } = dataOf(proposed.body, 'intake.erasure-proposed');
    const confirmation = `/cases/${caseId}/erasures/${erasureId}/confirmation`;
    expect((await bench.duty.get(reporter)).status).toBe(200);
    const paper = { documentNumber: PAPER.documentNumber };
    expect(await code(bench.at('head').put(confirmation, paper))).toBe('intake.erasure-same-person');
    const { body: { items: waiting } } = await bench.at('superior').get<{ items: object[] }>('/erasures');
    expect(waiting).toMatchObject([{ id: erasureId, ...PAPER }]);

    const ordered = await bench.at('superior').put(confirmation, paper);
    expect([ordered.status, types(ordered)]).toEqual([200, ['intake.erasure-ordered', 'record.personal-data-erased']]);
    expect(dataOf(ordered.body, 'record.personal-data-erased')).toEqual({ erasureId, records: 2 });
    expect(await erasures(caseId)).toMatchObject([{ state: 'ordered', proposedByUnit: YUANYANG }]);
    expect((await bench.duty.get<object>(reporter)).body).toMatchObject({ code: 'vault.key-destroyed',
      details: { caseId, erasedAt: expect.any(String) } });
    const log = (await bench.at('head').get<{ items: Reading[] }>(`/intakes/${id}/readings`)).body.items;
    expect(log.map(({ purpose, allowed }) => [purpose, allowed])).toEqual([
      ['triage', true], ['triage', true], ['erasure', true], ['unstated', false],
    ]);
  });

  it('leave a journal that anybody can verify, before and after', async () => {
    const { caseId } = await aClosedMatter();
    const { body } = await bench.at('superior').post(`/cases/${caseId}/erasures`, PAPER);
    const { erasureId } = dataOf(body, 'intake.erasure-proposed');
    await bench.at('head').put(`/cases/${caseId}/erasures/${erasureId}/confirmation`, { documentNumber: PAPER.documentNumber });
    const db = {
      query: async ({ text, values }: { text: string; values?: unknown[] }) => ({ rows: await bench.query(text, values) }),
    };
    const { facts, findings } = await verifyJournal({ service: 'intake', db: db as never }, []);
    expect(findings).toEqual([]);
    expect(facts).toBeGreaterThan(5);
  });

  it('stay while a stage of the case is open, here or elsewhere', async () => {
    const { caseId } = await bench.aClue();
    expect(await code(bench.at('head').post(`/cases/${caseId}/erasures`, PAPER))).toBe('intake.erasure-case-open');
    const other = await aClosedMatter();
    const stage = { stageId: randomUUID(), stage: 'rescue' as const };
    await bench.hear('rescue', other.caseId,
      fact(StageOpened, { ...stage, unitId: YUANYANG, personId: bench.actors.duty.personId }),
      fact(StageAccepted, { ...stage, offerId: randomUUID(), unitId: YUANYANG, personId: bench.actors.officer.personId }));
    const propose = () => bench.at('head').post(`/cases/${other.caseId}/erasures`, PAPER);
    expect(await code(propose())).toBe('intake.erasure-case-open');
    await bench.hear('rescue', other.caseId, fact(StageClosed, stage));
    expect((await propose()).status).toBe(201);
  });

  it('are erased by heads of police units that have to do with the case, and by nobody else', async () => {
    const { caseId } = await aClosedMatter();
    const strange = bench.as(await bench.person('532503-psb', 'head'));
    for (const [desk, because] of [
      [bench.duty, 'access.not-permitted'], [bench.at('relief'), 'access.not-permitted'], [strange, 'access.not-party'],
    ] as const) {
      expect(await code(desk.post(`/cases/${caseId}/erasures`, PAPER))).toBe(because);
      expect(await code(desk.put(`/cases/${caseId}/erasures/${randomUUID()}/confirmation`, { documentNumber: 'X-1' }))).toBe(because);
      expect(await code(desk.get(`/erasures?caseId=${caseId}`))).toBe(because);
    }
    expect(await code(bench.at('superior').put(`/cases/${caseId}/erasures/${randomUUID()}/confirmation`, { documentNumber: 'ABC-1' })))
      .toBe('record.not-found');
  });
});
