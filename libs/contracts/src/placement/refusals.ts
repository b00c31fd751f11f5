import { declareRefusals } from '../refusal.js';

export const placementRefusals = declareRefusals('placement', {
  'buyer-household': { status: 409, zh: '收买家庭不得继续抚养或接收被拐卖受害人。', en: 'A buyer household may never keep or receive a victim.', clause: 'A 二(二); R-3, P-5' },
  'not-received': { status: 409, zh: '尚未接收该受害人。', en: 'The victim has not been received yet.', clause: 'P-1' },
  'already-received': { status: 409, zh: '该受害人已被接收。', en: 'The victim was already received.' },
  'not-in-our-care': { status: 409, zh: '该受害人目前不由本单位照料。', en: 'The victim is not in the care of this unit; accept the care first.', clause: 'R-4' },
  'household-identity-missing': { status: 422, zh: '请提供该家庭至少一名成员的身份证号,或亲缘关系已证明的亲属。', en: 'Name at least one person of the household by national id, or a relative of proven kinship: a buyer is recognised by that.', clause: 'R-3, P-5' },
  'household-not-assessed': { status: 409, zh: '该家庭尚未评估或评估为不适宜。', en: 'The household was not assessed, or was found unsuitable.', clause: 'P-5' },
  'kinship-not-proven': { status: 409, zh: '亲缘关系尚未证明。', en: 'Kinship is not proven.', clause: 'R-3' },
  'household-missing': { status: 422, zh: '请指明接收家庭。', en: 'Name the household that is to receive the person.' },
  'place-not-asked': { status: 403, zh: '未请您的单位接收此人。', en: 'Your unit was not asked to receive this person.', clause: 'P-5' },
  'not-an-institution': { status: 422, zh: '该单位不是安置机构。', en: 'That unit is not an institution that receives people.', clause: 'P-5' },
  'place-not-promised': { status: 409, zh: '该单位尚未承诺接收此人。', en: 'That unit has not promised to receive the person; it must say so itself.', clause: 'P-5, X-3' },
  'unit-missing': { status: 422, zh: '请指明接收单位。', en: 'Name the unit that is to receive the person.' },
  'not-decided': { status: 409, zh: '尚未作出安置决定。', en: 'No placement has been decided.' },
  'already-in-effect': { status: 409, zh: '安置已经落实。', en: 'The placement has taken effect already.' },
  'not-in-effect': { status: 409, zh: '安置尚未落实。', en: 'The placement has not taken effect yet.' },
  'adult-decides': { status: 409, zh: '成年人的去向由本人决定。', en: 'An adult decides for herself or himself where to live.', clause: 'R-3' },
  'minor-does-not-decide': { status: 409, zh: '未成年人的去向不由其本人决定。', en: 'A minor does not decide alone where to live; a placement is decided for the child.', clause: 'R-3, P-5' },
  'unknown-visit': { status: 404, zh: '没有这次回访安排。', en: 'No such follow-up visit is scheduled.' },
  'visits-open': { status: 409, zh: '尚有回访未完成,不能办结。', en: 'Follow-up visits are still due, so the stage cannot be closed.', clause: 'P-8' },
});
