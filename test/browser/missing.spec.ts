import { describe, expect, it } from '@jest/globals';
import { saidOnce } from '../../web/src/words/missing.js';

describe('What a refusal names as missing', () => {
  it('is said once, in words', () => {
    expect(saidOnce({ missing: ['female-officer', 'interpreter'], at: 'x' }))
      .toEqual({ listed: [['女民警', 'Female officer'], ['翻译', 'Interpreter']], rest: { at: 'x' } });
    expect(saidOnce({ missing: ['interpreter'] })).toEqual({ listed: [['翻译', 'Interpreter']], rest: {} });
  });

  it('is the sentence of each rule, and of one alone nothing besides the refusal', () => {
    const rules = ['rescue.present-missing', 'rescue.place-not-verified'];
    expect(saidOnce({ missing: rules }).listed.map(([zh]) => zh)).toEqual(['缺少必须在场的人员或录音录像。', '解救地点尚未核实。']);
    expect(saidOnce({ missing: [rules[0]], at: 'x' })).toEqual({ listed: [], rest: { at: 'x' } });
    expect(saidOnce({ at: 'x' })).toEqual({ listed: [], rest: { at: 'x' } });
  });
});
