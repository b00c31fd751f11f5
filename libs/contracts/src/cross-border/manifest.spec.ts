import { describe, expect, it } from '@jest/globals';
import { canonicalManifest, type Manifest } from './manifest.js';

const aManifest = (): Manifest => ({
  scheduledAt: '2026-07-29T02:00:00.000Z', format: 'guitu-manifest/1', handoverId: 'h', caseId: 'c', port: 'hekou',
  sendingUnit: '532532-border', receivingUnit: 'vn-lc-border',
  persons: [{ victimId: 'v', returnId: 'r', destination: 'social-protection-centre' }],
  items: [{
    n: 1, itemId: 'i', kind: 'belonging', returnId: 'r', documentDigest: undefined,
    description: { zh: '手机"一"部', vi: 'Mo\u0302\u0323t điện thoại', en: 'One telephone' },
    remark: { note: '屏幕破损', code: 'damaged' },
  }],
});

describe('The text of a manifest (X-4)', () => {
  it('is the same whatever the order of members and the form of letters', () => {
    const text = canonicalManifest(aManifest());
    expect(text).toBe(
      '{"caseId":"c","format":"guitu-manifest/1","handoverId":"h","items":[{"description":{"en":"One telephone",'
      + '"vi":"Một điện thoại","zh":"手机\\"一\\"部"},"itemId":"i","kind":"belonging","n":1,'
      + '"remark":{"code":"damaged","note":"屏幕破损"},"returnId":"r"}],"persons":[{"destination":"social-protection-centre",'
      + '"returnId":"r","victimId":"v"}],"port":"hekou","receivingUnit":"vn-lc-border","scheduledAt":"2026-07-29T02:00:00.000Z",'
      + '"sendingUnit":"532532-border"}');
    const { caseId, items, ...rest } = aManifest();
    expect(canonicalManifest({ caseId, ...rest, items })).toBe(text);
    expect(canonicalManifest(JSON.parse(text) as Manifest)).toBe(text);
  });

  it('keeps the order of its lists', () => {
    const manifest = aManifest();
    const two = [manifest.items[0]!, { ...manifest.items[0]!, n: 2 }];
    expect(canonicalManifest({ ...manifest, items: two }))
      .not.toBe(canonicalManifest({ ...manifest, items: [...two].reverse() }));
  });

  it('holds whole numbers only', () => {
    const manifest = aManifest();
    expect(() => canonicalManifest({ ...manifest, items: [{ ...manifest.items[0]!, n: 1.5 }] })).toThrow(/whole numbers/);
  });
});
