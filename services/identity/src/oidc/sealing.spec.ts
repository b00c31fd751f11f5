import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Sealing } from './sealing.js';

const [former, present, other] = [1, 2, 3].map(() => randomBytes(32).toString('base64')) as [string, string, string];

describe('What identity seals', () => {
  it('opens under its key, and under the former one while the key is being changed', () => {
    const sealed = new Sealing([former]).seal({ kid: 'one' });
    const both = new Sealing([present, former]);
    expect(both.open(sealed)).toEqual({ kid: 'one' });
    expect(new Sealing([present]).open(both.seal({ kid: 'two' }))).toEqual({ kid: 'two' });
  });

  it('opens under no other key', () => {
    const sealed = new Sealing([former]).seal({ kid: 'one' });
    for (const keks of [[other], [present, other]]) expect(() => new Sealing(keks).open(sealed)).toThrow();
  });
});
