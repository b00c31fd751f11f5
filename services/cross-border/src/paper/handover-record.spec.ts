import { describe, expect, it } from '@jest/globals';
import { canonicalManifest, type Manifest, type Side } from '#contracts';
import { NO_NAMES } from './directory-names.js';
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
  caseNumber: 'GT-532528-2026-0001', names: NO_NAMES,
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

  it('names the case by its number, whoever goes as the manifest does, and units and signers as the directory does', () => {
    const names: RecordToPrint['names'] = {
      units: new Map([
        ['532532-border', { nameZh: '红河边境管理支队', nameEn: 'Honghe Border Management Detachment' }],
        ['vn-lc-border', { nameZh: '越南老街省边防部队指挥部', nameEn: 'Bộ đội Biên phòng tỉnh Lào Cai · Lao Cai Border Guard' }],
      ]),
      people: new Map([['p-sending', { nameZh: '刘绍华', nameLatin: 'Liu Shaohua' }]]),
    };
    const page = words(toPrint({ names }));
    for (const said of [
      'GT-532528-2026-0001', '红河边境管理支队', 'Honghe Border Management Detachment', 'Bộ đội Biên phòng tỉnh Lào Cai',
      'Cơ quan quản lý biên giới', '刘绍华 · Liu Shaohua\\np-sending', 'p-receiving',
    ]) expect(page).toContain(said);
    for (const id of ['c-1', 'v-1']) expect(page).not.toContain(`"${id}"`);
  });

  it('has ids where nobody said a name or a number', () => {
    const { items: _unlisted, ...rest } = manifest;
    const nobody = { ...toPrint().onRecord, manifest: canonicalManifest({ ...rest, items: [] }) };
    const page = words(toPrint({ caseNumber: null, onRecord: nobody }));
    for (const id of ['c-1', 'v-1']) expect(page).toContain(`"${id}"`);
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
