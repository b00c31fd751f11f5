import { describe, expect, it } from '@jest/globals';
import { ofPerson, type HandoverShown } from '../../web/src/features/cross-border/of-person.js';

describe('The handovers of a person', () => {
  const handover = (id: string, shown: Partial<HandoverShown>) => ({ id, ...shown }) as HandoverShown;
  const person = (returnId: string) => ({ returnId, victimId: 'v', destination: 'family' as const });

  it('are those in which she goes, as far as the reader is shown who goes; the others of the case stand apart', () => {
    const whole = [handover('split', { persons: [person('hoa')] }), handover('first', { persons: [person('mai')] })];
    expect(ofPerson('hoa', whole).map((some) => some.map(({ id }) => id))).toEqual([['split'], ['first']]);
    const named = [handover('split', { returnIds: ['hoa'] }), handover('first', { returnIds: ['mai'] })];
    expect(ofPerson('mai', named).map((some) => some.map(({ id }) => id))).toEqual([['first'], ['split']]);
  });
});
