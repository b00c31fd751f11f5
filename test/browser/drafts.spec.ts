import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { draftOf, dropOldDrafts, keepDraft } from '../../web/src/app/drafts.js';

const DAY_MS = 86_400_000;

/** The browser's own part, which Node does not have: what is kept can be listed like the names of an object. */
class Store {
  [name: string]: unknown;

  getItem(name: string): string | null {
    return Object.hasOwn(this, name) ? this[name] as string : null;
  }

  setItem(name: string, text: string): void {
    this[name] = text;
  }

  removeItem(name: string): void {
    delete this[name];
  }
}

describe('A draft', () => {
  beforeEach(() => void Object.assign(globalThis, { localStorage: new Store() }));
  afterEach(() => void Reflect.deleteProperty(globalThis, 'localStorage'));

  const draft = (daysOld: number) => ({ values: { description: '示例' }, commandId: 'c', savedAt: Date.now() - daysOld * DAY_MS });

  it('is there again for whoever wrote it, and for nobody else', () => {
    keepDraft('one', 'clue', draft(1));
    expect(draftOf('one', 'clue')).toMatchObject({ values: { description: '示例' } });
    expect(draftOf('other', 'clue')).toBeNull();
  });

  it('is gone from the machine after a week, whoever comes to it', () => {
    keepDraft('one', 'clue', draft(8));
    keepDraft('one', 'report', draft(6));
    localStorage.setItem('guitu.draft.one.broken', '{');
    localStorage.setItem('guitu.language', 'en');
    dropOldDrafts();
    expect(Object.keys(localStorage)).toEqual(['guitu.draft.one.report', 'guitu.language']);
  });
});
