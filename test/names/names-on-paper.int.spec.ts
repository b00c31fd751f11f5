import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DirectoryNames, NO_NAMES } from '../../services/cross-border/src/paper/directory-names.js';
import { demoPersonId } from '../../services/identity/src/seed/seed.js';
import { IdentityBench } from '../../services/identity/test/bench.js';

jest.setTimeout(60_000);

let identity: IdentityBench;
beforeAll(async () => { identity = await IdentityBench.begin(); });
afterAll(() => identity?.stop());

const BORDER = '532500-border-management';
const GUARD = 'vn-laocai-border-guard';
const SIGNER = demoPersonId(`${BORDER}.border`);

describe('The names on a paper', () => {
  it('are what the directory calls units and people, for whoever may read it', async () => {
    const names = new DirectoryNames(identity.url);
    const reader = `Bearer ${await identity.tokenOf(`${BORDER}.border`)}`;
    const found = await names.of({ unitIds: [BORDER, GUARD, 'nobody'], personIds: [SIGNER] }, reader);
    expect(found.units.get(BORDER)).toMatchObject({ nameZh: '红河边境管理支队', nameEn: 'Honghe Border Management Detachment' });
    expect(found.units.get(GUARD)!.nameEn).toContain('Bộ đội Biên phòng tỉnh Lào Cai');
    expect(found.units.has('nobody')).toBe(false);
    expect(found.people.get(SIGNER)!.nameZh).not.toBe('');
  });

  it('are left out for whom the directory does not know, and where it is away or fails', async () => {
    const wanted = { unitIds: [BORDER], personIds: [SIGNER] };
    expect(await new DirectoryNames(identity.url).of(wanted, 'Bearer nobody')).toEqual(NO_NAMES);
    expect(await new DirectoryNames(undefined).of(wanted, 'Bearer nobody')).toEqual(NO_NAMES);
    const failing = createServer((_, response) => { response.writeHead(200).end('no JSON'); });
    await new Promise<void>((done) => failing.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(failing.address() as AddressInfo).port}`;
    expect(await new DirectoryNames(address).of(wanted, 'Bearer nobody')).toEqual(NO_NAMES);
    await new Promise((done) => failing.close(done));
    expect(await new DirectoryNames(address).of(wanted, 'Bearer nobody')).toEqual(NO_NAMES);
  });
});
