import { describe, expect, it } from '@jest/globals';
import { absentFrom } from '../../web/src/features/rescue/absent.js';

describe('Who was absent from a rescue', () => {
  const plan = {
    planId: 'p', authorId: 'a', victimIds: ['v'], risks: [], noteRecord: null, draftedAt: 'x', approvedBy: 'b', approvedAt: 'x',
  };

  it('is whom the plan had named and who was not there', () => {
    const plans: Parameters<typeof absentFrom>[0] = [{ ...plan, present: ['female-officer', 'interpreter'] }];
    expect(absentFrom(plans, { planId: 'p', present: ['female-officer', 'clinician'] })).toEqual(['interpreter']);
    expect(absentFrom(plans, { planId: 'p', present: ['interpreter', 'female-officer'] })).toEqual([]);
    expect(absentFrom(plans, { planId: null, present: [] })).toEqual([]);
  });
});
