import { describe, expect, it } from '@jest/globals';
import { Refusal, type Actor } from '#contracts';
import { Stage } from './stage.js';

const at = (hour: number): string => `2026-07-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const tao: Actor = { personId: id(1), unitId: '532528-psb', post: 'officer' };
const zhou: Actor = { personId: id(2), unitId: '532500-relief', post: 'placement-worker' };
const colleague: Actor = { ...tao, personId: id(3) };

function anOpenStage(): Stage {
  return Stage.open({ stageId: id(10), kind: 'placement', answers: tao, at: at(1), taken: false })[0];
}

function anOfferedStage(): Stage {
  const stage = anOpenStage();
  stage.offerTo({ offerId: id(20), by: tao, toUnit: zhou.unitId, at: at(2), expiresAt: at(12), escalateTo: '532500-ca' });
  return stage;
}

const code = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'no refusal';
};

describe('A stage', () => {
  it('is answered for by the one who opened it', () => {
    const [stage, facts] = Stage.open({ stageId: id(10), kind: 'placement', answers: tao, at: at(1), taken: false });
    expect(stage.answers).toEqual({ unitId: tao.unitId, personId: tao.personId });
    expect(facts.map((fact) => fact.type)).toEqual(['stage.opened']);
  });

  it('stays with the offerer until the receiver has accepted', () => {
    const stage = anOfferedStage();
    expect(stage.answers.unitId).toBe(tao.unitId);
    const facts = stage.accept({ offerId: id(20), by: zhou, at: at(3) });
    expect(stage.answers).toEqual({ unitId: zhou.unitId, personId: zhou.personId });
    expect(stage.taken).toBe(true);
    expect(facts).toEqual([{ type: 'stage.accepted', v: 1, data: {
      stageId: id(10), stage: 'placement', offerId: id(20), unitId: zhou.unitId, personId: zhou.personId,
    } }]);
  });

  it('stays with the offerer when it is returned, and may be offered again', () => {
    const stage = anOfferedStage();
    const facts = stage.return({ offerId: id(20), by: zhou, at: at(3), reason: 'no-capacity' });
    expect(facts[0]).toMatchObject({ type: 'stage.returned', data: { reason: 'no-capacity', byUnit: zhou.unitId } });
    expect(stage.answers.unitId).toBe(tao.unitId);
    stage.offerTo({ offerId: id(21), by: colleague, toUnit: '532501-ca', at: at(4), expiresAt: at(14) });
    expect(stage.offer?.offerId).toBe(id(21));
  });

  it('expires unanswered, tells the superior unit, and does so once', () => {
    const stage = anOfferedStage();
    expect(stage.tick(at(11))).toEqual([]);
    expect(stage.tick(at(12))[0]).toMatchObject({
      type: 'stage.expired', data: { unitId: tao.unitId, personId: tao.personId, toldUnit: '532500-ca' },
    });
    expect(stage.tick(at(13))).toEqual([]);
    expect(stage.nextFireAt).toBeNull();
    expect(stage.answers.unitId).toBe(tao.unitId);
  });

  it('expires also when somebody has worked on it since, before anybody looked at the clock', () => {
    const stage = anOfferedStage();
    stage.moveTo(at(13));
    expect(stage.tick(at(14)).map(({ type }) => type)).toEqual(['stage.expired']);
    expect(stage.since).toBe(at(13));
    expect(stage.offer).toBeNull();
  });

  it('is not accepted or returned too late, whether or not somebody has said that the offer expired', () => {
    const stage = anOfferedStage();
    expect(code(() => stage.accept({ offerId: id(20), by: zhou, at: at(12) }))).toBe('stage.offer-answered');
    expect(code(() => stage.return({ offerId: id(20), by: zhou, at: at(13), reason: 'no-capacity' }))).toBe(
      'stage.offer-answered',
    );
    expect(stage.tick(at(13)).map(({ type }) => type)).toEqual(['stage.expired']);
    expect(stage.answers.unitId).toBe(tao.unitId);
  });

  it('refuses a second answer to one offer and says how the first one went', () => {
    const stage = anOfferedStage();
    stage.accept({ offerId: id(20), by: zhou, at: at(3) });
    expect(code(() => stage.accept({ offerId: id(20), by: zhou, at: at(4) }))).toBe('stage.offer-answered');
    expect(code(() => stage.return({ offerId: id(20), by: zhou, at: at(4), reason: 'no-capacity' }))).toBe(
      'stage.offer-answered',
    );
  });

  it('refuses an answer from anybody but the receiver', () => {
    expect(code(() => anOfferedStage().accept({ offerId: id(20), by: tao, at: at(3) }))).toBe('stage.not-the-receiver');
    const toOnePerson = anOpenStage();
    toOnePerson.offerTo({ offerId: id(22), by: tao, toUnit: zhou.unitId, toPerson: id(9), at: at(2), expiresAt: at(9) });
    expect(code(() => toOnePerson.accept({ offerId: id(22), by: zhou, at: at(3) }))).toBe('stage.not-the-receiver');
  });

  it('refuses an offer by a unit that does not answer, a second offer, and an offer to the one who has it', () => {
    const stage = anOpenStage();
    expect(code(() => stage.offerTo({ offerId: id(20), by: zhou, toUnit: 'x', at: at(2), expiresAt: at(9) }))).toBe(
      'access.not-answerable',
    );
    expect(code(() => anOfferedStage().offerTo({ offerId: id(21), by: tao, toUnit: 'y', at: at(3), expiresAt: at(9) }))).toBe(
      'stage.offer-pending',
    );
    stage.taken = true;
    expect(code(() => stage.offerTo({ offerId: id(20), by: tao, toUnit: tao.unitId, at: at(2), expiresAt: at(9) }))).toBe(
      'stage.same-receiver',
    );
  });

  it('refuses what would have happened before its last change', () => {
    expect(code(() => anOfferedStage().accept({ offerId: id(20), by: zhou, at: at(1) }))).toBe('time.before-last-change');
  });

  it('closes only after somebody accepted it, and then refuses everything', () => {
    expect(code(() => anOpenStage().close({ by: tao, at: at(2) }))).toBe('stage.not-accepted');
    expect(code(() => anOfferedStage().close({ by: tao, at: at(3), abandoned: true }))).toBe('stage.offer-pending');
    const stage = anOfferedStage();
    stage.accept({ offerId: id(20), by: zhou, at: at(3) });
    expect(stage.close({ by: zhou, at: at(5) })).toEqual([
      { type: 'stage.closed', v: 1, data: { stageId: id(10), stage: 'placement' } },
    ]);
    expect(code(() => stage.close({ by: zhou, at: at(6) }))).toBe('stage.closed');
    expect(code(() => stage.mustBeTaken())).toBe('stage.closed');
  });

  it('ends with its offer when whoever asked withdraws before anybody took it, and goes on when somebody has', () => {
    const stage = anOfferedStage();
    expect(stage.withdraw(at(3))).toEqual([
      { type: 'stage.closed', v: 1, data: { stageId: id(10), stage: 'placement', abandoned: true } }]);
    expect(stage).toMatchObject({ state: 'closed', offer: null, nextFireAt: null });
    expect(stage.withdraw(at(4))).toEqual([]);
    const taken = anOfferedStage();
    taken.accept({ offerId: id(20), by: zhou, at: at(3) });
    expect(taken.withdraw(at(4))).toEqual([]);
    expect(anOfferedStage().withdraw(at(0))).toHaveLength(1);
  });

  it('survives being stored and revived', () => {
    const stage = anOfferedStage();
    const revived = Stage.from(JSON.parse(JSON.stringify(stage)));
    expect(revived.accept({ offerId: id(20), by: zhou, at: at(3) })).toHaveLength(1);
  });
});
