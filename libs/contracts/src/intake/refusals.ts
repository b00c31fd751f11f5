import { declareRefusals } from '../refusal.js';

export const intakeRefusals = declareRefusals('intake', {
  'times-contradict': { status: 422, zh: '所填时间前后矛盾。', en: 'The times given contradict one another.' },
  'unknown-clue': { status: 404, zh: '本受理事项中没有这条线索。', en: 'No such clue belongs to this matter.' },
  'unknown-victim': { status: 404, zh: '本受理事项中没有这名受害人。', en: 'No such victim belongs to this matter.' },
  'no-reporter': { status: 404, zh: '报告人未留身份信息。', en: 'The reporter left no identity.', clause: 'I-1' },
  'search-too-wide': { status: 422, zh: '请填写姓名或证件号,或同时填写出生日期与地点。', en: 'Give a name or a national id, or else both a day of birth and a place.', clause: 'I-3' },
  'merge-into-itself': { status: 409, zh: '不能与自身并案。', en: 'A matter cannot be merged into itself.', clause: 'I-3' },
  'stage-requested': { status: 409, zh: '已请求其他阶段接收,不能并案或以此结果办结。', en: 'Other stages were already requested, so the matter cannot be merged away or end like this.', clause: 'I-3' },
  'case-already-opened': { status: 409, zh: '该事项已立案。', en: 'A case was already opened for this matter.', clause: 'I-4' },
  'case-not-opened': { status: 409, zh: '尚未立案。', en: 'No case has been opened yet.', clause: 'I-4' },
  'no-victim': { status: 422, zh: '立案须至少登记一名受害人。', en: 'A case needs at least one victim.', clause: 'I-4' },
  'too-many-victims': { status: 409, zh: '一案受害人不得超过二十名,请另立案件。', en: 'A case holds twenty victims at most; open another one.', clause: 'I-4' },
  'unknown-division': { status: 422, zh: '名录中没有该行政区划的单位,或没有公安机关管辖,请核对区划代码。', en: 'No unit of the directory lies in that division, or no bureau has jurisdiction there; check the code.', clause: 'I-3' },
  'wrong-jurisdiction': { status: 422, zh: '该公安机关对本案没有管辖权,请另选单位或更正案发地区划。', en: 'The bureau has no jurisdiction over the place of the case: ask another one, or correct the division.', clause: 'I-3; V-1' },
  'feedback-missing': { status: 409, zh: '尚有线索未反馈,不能办结。', en: 'Clues still lack feedback, so the matter cannot be closed.', clause: 'I-3' },
  'outcome-does-not-fit': { status: 409, zh: '该结果与受理事项不符。', en: 'That outcome does not fit the matter.', clause: 'I-4' },
  'erasure-case-open': { status: 409, zh: '案件尚有未办结的阶段,不能删除个人信息。', en: 'Stages of the case are still open, so its personal data are not erased.' },
  'erasure-done': { status: 409, zh: '该案个人信息已决定删除。', en: 'The erasure of the personal data of this case is ordered already.' },
  'erasure-document-differs': { status: 422, zh: '文书编号与提议所依据的不一致。', en: 'The document is not the one on which the proposal rests.' },
  'erasure-same-person': { status: 403, zh: '须由提议人以外的人确认。', en: 'Somebody else than the one who proposed it must confirm it.' },
  'erasure-same-unit': { status: 403, zh: '须由提议单位以外的单位确认。', en: 'Another unit than the one that proposed it must confirm it.' },
});
