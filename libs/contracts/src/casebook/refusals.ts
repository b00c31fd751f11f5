import { declareRefusals } from '../refusal.js';

export const casebookRefusals = declareRefusals('casebook', {
  'not-visible': { status: 403, zh: '贵单位的职责不涉及该案的内容。', en: 'The duties of your kind of unit do not extend to what this case holds.', clause: 'P-10' },
  'figures-only': { status: 403, zh: '联席会议办公室只看汇总数字,不看个案。', en: 'The joint conference sees figures, not single cases.', clause: 'C-6, C-7' },
  'not-your-unit': { status: 403, zh: '只能查看本单位及下级单位的看板。', en: 'Boards are shown of your own unit and of those below it.' },
  'rebuild-running': { status: 409, zh: '案卷正在重建。', en: 'The casebook is being rebuilt already.' },
});
