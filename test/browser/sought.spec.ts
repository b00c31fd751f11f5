import { describe, expect, it } from '@jest/globals';
import { meantBy } from '../../web/src/features/search/sought.js';

describe('What is written into the box for finding', () => {
  it.each([
    ['GT-532528-2026-0001', { is: 'number', caseNumber: 'GT-532528-2026-0001' }],
    [' ａ5325034300002019100001 ', { is: 'number', caseNumber: 'A5325034300002019100001' }],
    ['532528', { is: 'place', division: '532528' }],
    ['元阳', { is: 'words', words: '元阳' }],
    ['Nguyễn Thị Mai', { is: 'words', words: 'Nguyễn Thị Mai' }],
    ['01a2031a-fe4c-72ea-b8b2-ee0efc92b86b', { is: 'case', caseId: '01a2031a-fe4c-72ea-b8b2-ee0efc92b86b' }],
    ['  ', { is: 'nothing' }],
  ])('"%s" is understood', (text, meant) => {
    expect(meantBy(text)).toEqual(meant);
  });

  // Numbers of cases are asked for in an address; what could be a national id, also one that is mistyped, never is.
  it.each([
    '11010519491231002X', '11010519491231002x', '110105194912310021', '1101051949123100', '110105 19491231 002X',
    '110105-19491231-0021',
  ])('"%s" is a person, and stands in no address', (text) => {
    expect(meantBy(text)).toMatchObject({ is: 'person' });
  });
});
