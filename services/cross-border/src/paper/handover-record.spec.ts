import { describe, expect, it } from '@jest/globals';
import { canonicalManifest, type Manifest, type Side } from '#contracts';
import { handoverRecord, type RecordToPrint } from './handover-record.js';

const manifest: Manifest = {
  format: 'guitu-manifest/1', handoverId: 'h-1', caseId: 'c-1', port: 'hekou', scheduledAt: '2026-07-29T02:00:00.000Z',
  sendingUnit: '532532-border', receivingUnit: 'vn-lc-border',
  persons: [{ returnId: 'r-1', victimId: 'v-1', destination: 'social-protection-centre' }],
  items: [
    {
      n: 1, itemId: 'i-1', kind: 'person', returnId: 'r-1',
      description: { zh: '阮氏梅', vi: 'Nguyễn Thị Mai', en: 'Nguyen Thi Mai' }, remark: { code: 'as-listed' },
    },
    {
      n: 2, itemId: 'i-2', kind: 'belonging', returnId: 'r-1',
      description: { zh: '手机', vi: 'Điện thoại', en: 'Telephone' }, remark: { code: 'damaged', note: '屏幕破损' },
    },
  ],
};
const signature = (side: Side): RecordToPrint['onRecord']['signatures'][number] => ({
  side, personId: `p-${side}`, keyId: `k-${side}`, x: '', y: '',
  signature: 's'.repeat(86), digest: 'd', at: '2026-07-29T02:40:00.000Z',
});
const toPrint = (given: Partial<RecordToPrint> = {}, signed: readonly Side[] = ['sending', 'receiving']): RecordToPrint => ({
  onRecord: {
    manifest: canonicalManifest(manifest), digest: 'd'.repeat(64), sealedDigest: null, signatures: signed.map(signature),
  },
  units: {
    sending: {
      unitId: '532532-border', kind: 'border-management', level: 'county', division: '532532', country: 'CN', superiorUnit: null,
    },
    receiving: {
      unitId: 'vn-lc-border', kind: 'foreign-border', level: 'county', division: 'VN-02', country: 'VN', superiorUnit: null,
    },
  },
  isExercise: false, at: new Date('2026-07-29T03:00:00Z'), ...given,
});
const words = (given: RecordToPrint): string => JSON.stringify(handoverRecord(given).content);

describe('The printed record of a handover (X-4)', () => {
  it('says who, what and with which remark in three languages', () => {
    const page = words(toPrint());
    for (const said of [
      '阮氏梅', 'Nguyễn Thị Mai', 'Nguyen Thi Mai', '有损坏', 'Bị hư hỏng', 'Damaged', '屏幕破损',
      '社会保护中心', 'Trung tâm bảo trợ xã hội', 'Social protection centre', '河口口岸', 'Cửa khẩu Hà Khẩu', 'Port of Hekou',
      '2026-07-29 10:00 (UTC+8) = 2026-07-29 09:00 (UTC+7)', 'p-sending', 'k-receiving',
    ]) expect(page).toContain(said);
    expect(page).not.toContain('尚未');
  });

  it('says on its face that it proves nothing while a signature is missing', () => {
    for (const signed of [[], ['sending'], ['receiving']] as Side[][])
      expect(words(toPrint({}, signed))).toContain('本件尚未经双方签字');
  });

  it('carries the digest in full, to read and to scan', () => {
    const page = words(toPrint());
    expect(page).toContain(`"qr":"${'d'.repeat(64)}"`);
    expect(page).toContain(`${'d'.repeat(32)}\\n${'d'.repeat(32)}`);
  });

  it('is marked across every page in an exercise, and only then', () => {
    expect(handoverRecord(toPrint({ isExercise: true })).watermark).toBe('演练 DIỄN TẬP EXERCISE');
    expect(handoverRecord(toPrint()).watermark).toBeUndefined();
  });
});
