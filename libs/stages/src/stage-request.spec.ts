import { describe, expect, it } from '@jest/globals';
import { isInHand, requestState, wasTaken, type StageElsewhere } from './stage-request.js';

const stage = (given: Partial<StageElsewhere> = {}): StageElsewhere =>
  ({ stage: 'placement', requestId: 'r', taken: false, closed: false, ...given });

describe('A request for a stage', () => {
  it.each([
    ['waiting', 'nothing is heard', []],
    ['waiting', 'another request is taken', [stage({ requestId: 'other', taken: true })]],
    ['waiting', 'nobody has taken it', [stage()]],
    ['waiting', 'one of its stages is not taken', [stage({ taken: true }), stage()]],
    ['taken', 'all are taken', [stage({ taken: true }), stage({ taken: true, closed: true })]],
    ['taken', 'what was not taken is gone', [stage({ taken: true }), stage({ closed: true })]],
    ['done', 'it was taken and is closed', [stage({ taken: true, closed: true })]],
    ['gone', 'it was closed before anybody took it', [stage({ closed: true })]],
  ] as const)('is %s when %s', (state, _when, elsewhere) => expect(requestState('r', elsewhere)).toBe(state));

  it('is asked about for one victim where each has a stage', () => {
    const elsewhere = [stage({ victimId: 'hoa', taken: true }), stage({ victimId: 'mai', closed: true })];
    expect(requestState('r', elsewhere, 'hoa')).toBe('taken');
    expect(requestState('r', elsewhere, 'mai')).toBe('gone');
    expect(requestState('r', [stage({ victimId: null, taken: true })], 'mai')).toBe('taken');
  });

  it('is in hand until it is closed, and was taken when somebody has answered for it', () => {
    expect((['waiting', 'taken', 'done', 'gone'] as const).map(isInHand)).toEqual([true, true, false, false]);
    expect((['waiting', 'taken', 'done', 'gone'] as const).map(wasTaken)).toEqual([false, true, true, false]);
  });
});
