import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { draftOf, dropOldDrafts, keepDraft, underItsOwnId } from '../../web/src/app/drafts.js';

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

describe('The id under which a form is sent', () => {
  const refused = (code: string) => Object.assign(new Error(code), { problem: { code } });
  const sending = (...answers: (Error | string)[]) => {
    const ids: string[] = [];
    const send = (commandId: string): Promise<string> => {
      ids.push(commandId);
      const answer = answers.shift()!;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    };
    return { ids, send };
  };
  const form = { commandId: 'shared', seen: 3 as number | undefined, renew: () => 'own' };

  it('is its own where another window has sent other content under it, and what that did is a conflict', async () => {
    const { ids, send } = sending(refused('input.command-id-reused'), refused('record.stale-version'));
    await expect(underItsOwnId(form, send)).rejects.toThrow('record.stale-version');
    expect(ids).toEqual(['shared', 'own']);
  });

  it('stays the same while it is not known what became of it, and after any other refusal', async () => {
    for (const error of [new Error('away'), refused('rescue.present-missing')]) {
      const { ids, send } = sending(error);
      await expect(underItsOwnId(form, send)).rejects.toBe(error);
      expect(ids).toEqual(['shared']);
    }
  });

  it('is not changed unseen where no version would stop it from being done twice', async () => {
    const { ids, send } = sending(refused('input.command-id-reused'));
    await expect(underItsOwnId({ ...form, seen: undefined }, send)).rejects.toThrow('input.command-id-reused');
    expect(ids).toEqual(['shared']);
  });
});
