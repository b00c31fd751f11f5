import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepMode } from './mode.js';

describe('the mode of a data folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'guitu-mode-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('stays what it was at the first start', () => {
    keepMode(folder, 'live');
    expect(() => keepMode(folder, 'live')).not.toThrow();
    expect(() => keepMode(folder, 'rehearsal')).toThrow(/存有真实案件[^]*holds real cases/);
    expect(() => keepMode(folder, 'live')).not.toThrow();
  });

  it('keeps real cases out of a folder for rehearsal', () => {
    keepMode(folder, 'rehearsal');
    expect(() => keepMode(folder, 'live')).toThrow(/用于演练[^]*belongs to rehearsal/);
  });
});
