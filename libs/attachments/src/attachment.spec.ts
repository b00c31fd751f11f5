import { describe, expect, it } from '@jest/globals';
import { Refusal, type Actor } from '#contracts';
import { Attachment } from './attachment.js';

const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = (hour: number): string => `2026-07-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const officer: Actor = { personId: id(1), unitId: '532503-psb', post: 'officer' };
const laboratory: Actor = { personId: id(2), unitId: '530000-psb', post: 'verifier' };
const stranger: Actor = { personId: id(3), unitId: '341226-psb', post: 'officer' };

const DIGEST = 'a'.repeat(64);
const FOUND = { bytes: 1_000, digest: DIGEST, mediaType: 'image/jpeg' } as const;

const announced = (hasOriginal = true): Attachment => Attachment.announce({
  id: id(10), caseId: id(20), recordId: id(30), kind: 'photograph', mediaType: 'image/jpeg', bytes: 1_000, digest: DIGEST,
  hasOriginal, by: officer, at: at(8),
})[0];

function code(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'no refusal';
}

describe('A file', () => {
  it('is kept when what comes is what was announced, once', () => {
    const attachment = announced();
    expect(code(() => attachment.mustBeKept())).toBe('attachment.not-kept-yet');
    expect(attachment.bring({ by: officer, at: at(9), found: FOUND }).map(({ type }) => type)).toEqual(['attachment.kept']);
    expect(attachment.bring({ by: officer, at: at(10), found: FOUND })).toEqual([]);
    expect(attachment.keptAt).toBe(at(9));
    attachment.mustBeKept();
  });

  it.each([
    ['attachment.size-differs', { ...FOUND, bytes: 999 }],
    ['attachment.digest-differs', { ...FOUND, digest: 'b'.repeat(64) }],
    ['attachment.type-differs', { ...FOUND, mediaType: 'image/png' as const }],
    ['attachment.type-differs', { ...FOUND, mediaType: null }],
  ])('is refused with %s', (refusal, found) => {
    const attachment = announced();
    expect(code(() => attachment.bring({ by: officer, at: at(9), found }))).toBe(refusal);
    expect(attachment.keptAt).toBeNull();
  });

  it('that differs is refused also when the right one has come before', () => {
    const attachment = announced();
    attachment.bring({ by: officer, at: at(9), found: FOUND });
    expect(code(() => attachment.bring({ by: officer, at: at(10), found: { ...FOUND, digest: 'b'.repeat(64) } })))
      .toBe('attachment.digest-differs');
  });

  it('is for those who answer, have added it, have the original or are to take it, and stand above', () => {
    const attachment = announced();
    const may = (by: Actor, isAbove = false): string => code(() => attachment.mayRead({ by, answers: '532501-psb', isAbove }));
    expect([may(officer), may(stranger, true), may({ ...stranger, unitId: '532501-psb' })])
      .toEqual(['attachment.not-kept-yet', 'attachment.not-kept-yet', 'attachment.not-kept-yet']);
    attachment.bring({ by: officer, at: at(9), found: FOUND });
    expect([may(officer), may(laboratory)]).toEqual(['no refusal', 'access.not-answerable']);
    attachment.offerOriginal({ by: officer, at: at(10), offerId: id(40), toUnit: laboratory.unitId });
    expect(may(laboratory)).toBe('no refusal');
    attachment.declineOriginal({ by: laboratory, offerId: id(40) });
    expect(may(laboratory)).toBe('access.not-answerable');
  });

  it('is brought and withdrawn by the unit that announced it', () => {
    const attachment = announced();
    expect(code(() => attachment.bring({ by: stranger, at: at(9), found: FOUND }))).toBe('access.not-answerable');
    expect(code(() => attachment.withdraw({ by: stranger, at: at(9), reason: 'wrong-file' }))).toBe('access.not-answerable');
    attachment.withdraw({ by: officer, at: at(9), reason: 'wrong-file' });
    expect(code(() => attachment.bring({ by: officer, at: at(10), found: FOUND }))).toBe('attachment.withdrawn');
    expect(code(() => attachment.withdraw({ by: officer, at: at(10), reason: 'unreadable' }))).toBe('attachment.withdrawn');
  });

  it('is withdrawn neither before it was announced nor before it had come', () => {
    const attachment = announced();
    const withdraw = (hour: number): string =>
      code(() => attachment.withdraw({ by: officer, at: at(hour), reason: 'wrong-file' }));
    expect(withdraw(7)).toBe('time.before-last-change');
    attachment.bring({ by: officer, at: at(10), found: FOUND });
    expect(withdraw(9)).toBe('time.before-last-change');
    expect(attachment.withdrawn).toBeNull();
    expect(withdraw(10)).toBe('no refusal');
  });

  it('can still be seen after it was withdrawn', () => {
    const attachment = announced();
    attachment.bring({ by: officer, at: at(9), found: FOUND });
    attachment.withdraw({ by: officer, at: at(10), reason: 'obtained-unlawfully' });
    expect(code(() => attachment.mustBeKept())).toBe('no refusal');
  });
});

describe('An original', () => {
  const offered = (): Attachment => {
    const attachment = announced();
    attachment.offerOriginal({ by: officer, at: at(9), offerId: id(40), toUnit: laboratory.unitId });
    return attachment;
  };

  it('stays with its holder until the receiver has accepted, and then has no gap', () => {
    const attachment = offered();
    expect(attachment.holder!.unitId).toBe(officer.unitId);
    attachment.acceptOriginal({ by: laboratory, at: at(12), offerId: id(40) });
    expect(attachment.holdings).toEqual([
      { unitId: officer.unitId, personId: officer.personId, from: at(8), to: at(12) },
      { unitId: laboratory.unitId, personId: laboratory.personId, from: at(12), to: null },
    ]);
    expect(attachment.handingOver).toBeNull();
  });

  it('stays with its holder when it is declined, and can be offered again', () => {
    const attachment = offered();
    attachment.declineOriginal({ by: laboratory, offerId: id(40) });
    expect(code(() => attachment.acceptOriginal({ by: laboratory, at: at(12), offerId: id(40) }))).toBe('attachment.no-offer');
    attachment.offerOriginal({ by: officer, at: at(13), offerId: id(41), toUnit: laboratory.unitId });
    expect(attachment.handingOver!.offerId).toBe(id(41));
  });

  it('is offered by its holder and taken by the receiver, and by nobody else', () => {
    const attachment = offered();
    expect(code(() => attachment.acceptOriginal({ by: stranger, at: at(12), offerId: id(40) })))
      .toBe('attachment.not-the-receiver');
    expect(code(() => attachment.offerOriginal({ by: stranger, at: at(12), offerId: id(42), toUnit: laboratory.unitId })))
      .toBe('attachment.not-the-holder');
    expect(code(() => attachment.offerOriginal({ by: officer, at: at(12), offerId: id(42), toUnit: officer.unitId })))
      .toBe('attachment.same-holder');
    expect(code(() => announced(false).offerOriginal({ by: officer, at: at(12), offerId: id(42), toUnit: laboratory.unitId })))
      .toBe('attachment.no-original');
  });

  it('goes to the latest offer only, and not back in time', () => {
    const attachment = offered();
    attachment.offerOriginal({ by: officer, at: at(10), offerId: id(41), toUnit: stranger.unitId });
    expect(code(() => attachment.acceptOriginal({ by: laboratory, at: at(12), offerId: id(40) }))).toBe('attachment.no-offer');
    expect(code(() => attachment.acceptOriginal({ by: stranger, at: at(9), offerId: id(41) }))).toBe('time.before-last-change');
  });
});
