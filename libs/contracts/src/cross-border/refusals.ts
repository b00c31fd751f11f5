import { declareRefusals } from '../refusal.js';

/** What keeps a person from being handed over, in the order in which it is looked at. */
export const gateRefusals = declareRefusals('cross-border', {
  'buyer-household': { status: 409, zh: '收买家庭不得接收被拐卖受害人。', en: 'A buyer household may never receive a victim.', clause: 'A 二(二); R-3' },
  'return-closed': { status: 409, zh: '此人的送返阶段已办结,无单位负责,不得移交。', en: 'The return of this person is closed, so nobody answers for it; she or he is not handed over.', clause: 'X-4' },
  'not-in-care': { status: 409, zh: '此人已不由境内任何单位照料(自行离去、已交亲属,或已按本人意愿安置),不得移交;再由单位照料的,请先登记接收。', en: 'No unit in the country has this person in its care any more (gone of their own will, with a relative, or living where they chose), so nobody is handed over; if a unit has taken them in again, it records that first.', clause: 'R-4; X-4' },
  'investigation-not-heard': { status: 409, zh: '侦查就本案说过的内容在本服务尚有一条未能办理(可能涉及收买人);请先请管理员处理该条消息,再办理移交。', en: 'Something that investigation has said of this case could not be applied here yet, and may name a buyer; have an administrator see to that message first.', clause: 'R-3' },
  'identity-not-confirmed': { status: 409, zh: '对口单位尚未确认其身份。', en: 'The counterpart has not confirmed her or his identity.', clause: 'X-1' },
  'safety-not-assessed': { status: 409, zh: '尚未作送返前安全评估。', en: 'The safety of the return has not been assessed.', clause: 'X-3' },
  'return-unsafe': { status: 409, zh: '安全评估结论为不宜送返。', en: 'The safety assessment says that a return is unsafe.', clause: 'X-3' },
  'family-at-risk': { status: 409, zh: '安全评估结论为原籍家庭存在风险,不得送返原家庭。', en: 'The safety assessment says that the family is a risk; the person may not be returned to it.', clause: 'X-3' },
  'consent-missing': { status: 409, zh: '尚无知情同意。', en: 'Informed consent is missing.', clause: 'X-3' },
  'minor-own-choice': { status: 409, zh: '未成年人不能自行决定去向,须有接收家庭或机构。', en: 'A minor does not choose alone where to go; a family or an institution must receive her or him.', clause: 'R-3' },
  'document-missing': { status: 409, zh: '尚未取得旅行证件。', en: 'The travel document is missing.', clause: 'X-3' },
  'fitness-not-assessed': { status: 409, zh: '尚无医生作适宜出行评估。', en: 'No clinician has assessed whether the person is fit to travel.', clause: 'X-3' },
  'not-fit-to-travel': { status: 409, zh: '医生认定目前不适宜出行。', en: 'The clinician has found the person not fit to travel.', clause: 'X-3' },
  'fitness-expired': { status: 409, zh: '适宜出行证明已过有效期,请重新评估。', en: 'The certificate of fitness is no longer valid; she or he must be examined again.', clause: 'X-3' },
  'promise-missing': { status: 409, zh: '尚无社会保护中心的书面接收函。', en: 'The social protection centre has not promised in writing to receive the person.', clause: 'X-3' },
});

export type Gate = keyof typeof gateRefusals;
/** The full codes, as they stand in `details.missing`. */
export const GATES = Object.values(gateRefusals);

export const returnRefusals = declareRefusals('cross-border', {
  'not-a-counterpart': { status: 422, zh: '该单位不是境外对口单位。', en: 'That unit is not a counterpart abroad.', clause: 'X-1' },
  'not-the-counterpart': { status: 403, zh: '此事项须由所请求的对口单位办理。', en: 'Only the counterpart that was addressed does this.', clause: 'X-1, X-4' },
  'identity-already-confirmed': { status: 409, zh: '身份已经确认。', en: 'The identity is confirmed already.', clause: 'X-1' },
  'identity-request-pending': { status: 409, zh: '已有一份身份核实请求等待答复。', en: 'An identity request already waits for its answer.', clause: 'X-1' },
  'unknown-identity-request': { status: 404, zh: '没有这份身份核实请求。', en: 'There is no such identity request.' },
  'identity-answered': { status: 409, zh: '该身份核实请求已有答复。', en: 'The identity request was already answered.', clause: 'X-1' },
  'nothing-to-supplement': { status: 409, zh: '对口单位没有要求补充材料。', en: 'The counterpart has not asked for anything more.', clause: 'X-1' },
  'document-number-missing': { status: 422, zh: '代为登记须填写对方文书编号。', en: 'Who enters it on behalf of the other side gives the number of its letter.', clause: 'X-1, X-3' },
  'not-a-receiving-body': { status: 422, zh: '该单位不是境外接收机构。', en: 'That unit is not a receiving body abroad.', clause: 'X-3' },
  'not-a-clinic': { status: 422, zh: '该单位不是医疗机构。', en: 'That unit is not a hospital or health provider.', clause: 'X-3' },
  'not-the-examiner': { status: 403, zh: '适宜出行评估须由受托检查或曾检查此人的医疗机构作出。', en: 'Only the unit that was asked to examine this person, or has examined her or him, says whether she or he can travel.', clause: 'X-3' },
  'certificate-of-another': { status: 422, zh: '该证明所载人员不是此人。', en: 'The certificate is about another person.', clause: 'X-3' },
  'validity-missing': { status: 422, zh: '适宜出行证明须写明有效期限。', en: 'A certificate of fitness says until when it is valid.', clause: 'X-3' },
  'validity-too-long': { status: 422, zh: '适宜出行证明的有效期最长 30 天,到期请重新检查。', en: 'A certificate of fitness holds for 30 days at most; after that she or he is examined again.', clause: 'X-3' },
  'reception-not-asked': { status: 409, zh: '尚未请该机构接收此人。', en: 'That body was not asked to receive this person.', clause: 'X-3' },
  'guardian-consents': { status: 409, zh: '未成年人的同意须由监护人作出。', en: 'For a minor the guardian consents.', clause: 'R-3, X-3' },
  'adult-consents': { status: 409, zh: '成年人须由本人作出同意。', en: 'An adult consents herself or himself.', clause: 'R-3, X-3' },
  'already-scheduled': { status: 409, zh: '此人已列入一次移交。', en: 'The person is in a scheduled handover already.', clause: 'X-4' },
  'already-handed-over': { status: 409, zh: '此人已经移交。', en: 'The person is handed over already.', clause: 'X-4' },
  'not-handed-over': { status: 409, zh: '此人尚未移交。', en: 'The person is not handed over yet.', clause: 'X-4' },
  'reception-not-confirmed': { status: 409, zh: '对方尚未确认接收安置,不能办结。', en: 'The other side has not confirmed reception, so the stage cannot be closed.', clause: 'X-5' },
  'placement-requested': { status: 409, zh: '已请求由安置部门接收。', en: 'Placement was requested already.', clause: 'X-6' },
});

export const handoverRefusals = declareRefusals('cross-border', {
  'not-the-sending-unit': { status: 403, zh: '此移交由其他单位承办。', en: 'Another unit carries out this handover.', clause: 'X-4' },
  'not-of-one-case': { status: 422, zh: '一次移交只含同一案件的人员。', en: 'One handover holds persons of one case.', clause: 'X-4' },
  'time-passed': { status: 422, zh: '移交时间不能早于现在。', en: 'The time of the handover lies in the past.', clause: 'X-3' },
  'handover-done': { status: 409, zh: '此移交已经完成。', en: 'This handover is done.', clause: 'X-4' },
  'handover-refused': { status: 409, zh: '对方未接收,请先另定时间。', en: 'The other side has not taken the handover; fix a new time first.', clause: 'X-4' },
  'not-in-handover': { status: 422, zh: '此人不在该移交中。', en: 'The person is not in this handover.', clause: 'X-4' },
  'last-person': { status: 409, zh: '移交中只有此人,请改期而不必拆分。', en: 'Nobody else is in this handover: postpone it.', clause: 'X-4' },
  'manifest-sealed': { status: 409, zh: '清单已封定。', en: 'The manifest is sealed.', clause: 'X-4' },
  'manifest-not-sealed': { status: 409, zh: '清单尚未封定。', en: 'The manifest is not sealed yet.', clause: 'X-4' },
  'manifest-full': { status: 409, zh: '清单项数已达上限。', en: 'The manifest holds no more items.' },
  'person-already-listed': { status: 409, zh: '此人已在清单中。', en: 'The manifest lists this person already.', clause: 'X-4' },
  'person-item-missing': { status: 409, zh: '清单缺少人员项。', en: 'The manifest does not list every person of the handover.', clause: 'X-4' },
  'unknown-item': { status: 404, zh: '清单中没有这一项。', en: 'The manifest has no such item.' },
  'items-not-accepted': { status: 409, zh: '尚有清单项未经对方逐项接收。', en: 'The receiving side has not accepted every item yet.', clause: 'X-4' },
  'wrong-side': { status: 403, zh: '您的单位不是该签字方。', en: 'Your unit is not that side of the handover.', clause: 'X-4' },
  'one-person-two-sides': { status: 403, zh: '同一人不能代表双方签字。', en: 'One person does not sign for both sides.', clause: 'X-4' },
  'already-signed': { status: 409, zh: '已经签字。', en: 'It was signed already.', clause: 'X-4' },
  'unknown-key': { status: 422, zh: '签名密钥未登记,或签字时尚未登记。', en: 'The signing key is not registered, or was registered only after the time of signing.', clause: 'X-4' },
  'key-not-yours': { status: 403, zh: '签名密钥不属于签字人,或登记时不在此单位。', en: 'The signing key is not the signer’s own, or belongs to another unit of theirs.', clause: 'X-4' },
  'signature-invalid': { status: 422, zh: '签名与清单不符。', en: 'The signature does not fit the manifest.', clause: 'X-4' },
});

export const crossBorderRefusals = { ...gateRefusals, ...returnRefusals, ...handoverRefusals };
