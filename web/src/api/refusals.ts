// Written by `npm run generate`. Change the code of the services, not this file.

import type { RefusalCode } from './codes.js';

export const REFUSALS: Readonly<Record<RefusalCode, { zh: string; en: string; clause?: string }>> = {
 "access.choose-a-post": {
  "zh": "您在几个单位任职,请选定以哪个单位的岗位办理。",
  "en": "You hold posts in several units that would do: choose the unit for which you act."
 },
 "access.no-post": {
  "zh": "您目前没有在任岗位。",
  "en": "You hold no post at this time."
 },
 "access.no-post-then": {
  "zh": "事情发生时,您还不在(或已不在)该单位任职;请由当时在任的人登记,或改正发生时间。",
  "en": "You held no post in this unit when it happened; somebody who did records it, or the time is mended."
 },
 "access.not-answerable": {
  "zh": "此阶段现由其他单位或人员负责。",
  "en": "Another unit or person answers for this stage now."
 },
 "access.not-party": {
  "zh": "本单位及下级单位未参与此案,不能查看;请与负责单位联系。",
  "en": "Neither your unit nor one below it takes part in this case, so it is not shown; turn to the unit that answers for it.",
  "clause": "P-4"
 },
 "access.not-permitted": {
  "zh": "本单位不承担此类事项,或您的岗位无权办理。",
  "en": "Units like yours do no such work, or your post in it does not permit this."
 },
 "access.not-signed-in": {
  "zh": "请先登录。",
  "en": "Sign in first: the request carries no valid token."
 },
 "attachment.cannot-keep": {
  "zh": "该类单位不接收此类原件。",
  "en": "A unit of that kind does not take such an original."
 },
 "attachment.digest-differs": {
  "zh": "文件摘要与登记的不符,未保存。",
  "en": "The file has another digest than was announced; nothing was kept."
 },
 "attachment.file-missing": {
  "zh": "文件库中暂时找不到该文件,已记录。",
  "en": "The store does not have the file at this time; this is on record."
 },
 "attachment.no-offer": {
  "zh": "没有等待接收的原件移交。",
  "en": "No handover of the original waits for an answer."
 },
 "attachment.no-original": {
  "zh": "该附件没有原件。",
  "en": "There is no original of this attachment."
 },
 "attachment.not-kept-yet": {
  "zh": "文件尚未上传。",
  "en": "The file was announced and has not come yet."
 },
 "attachment.not-the-holder": {
  "zh": "原件不在本单位。",
  "en": "Your unit does not have the original."
 },
 "attachment.not-the-receiver": {
  "zh": "原件不是移交给本单位的。",
  "en": "The original was offered to another unit."
 },
 "attachment.original-on-offer": {
  "zh": "有附件原件正在移交,待对方接收或退回后再并案。",
  "en": "An original of this matter is on offer: merge it once that was taken or declined.",
  "clause": "I-3"
 },
 "attachment.same-holder": {
  "zh": "原件已在该单位。",
  "en": "That unit has the original already."
 },
 "attachment.size-differs": {
  "zh": "文件大小与登记的不符,未保存。",
  "en": "The file has another size than was announced; nothing was kept."
 },
 "attachment.type-differs": {
  "zh": "文件不是所登记的格式,未保存。",
  "en": "The file is not of the announced type; nothing was kept."
 },
 "attachment.withdrawn": {
  "zh": "该附件已撤回。",
  "en": "The attachment was withdrawn."
 },
 "casebook.figures-only": {
  "zh": "联席会议办公室只看汇总数字,不看个案。",
  "en": "The joint conference sees figures, not single cases.",
  "clause": "C-6, C-7"
 },
 "casebook.not-visible": {
  "zh": "贵单位的职责不涉及该案的内容。",
  "en": "The duties of your kind of unit do not extend to what this case holds.",
  "clause": "P-10"
 },
 "casebook.not-your-unit": {
  "zh": "只能查看本单位及下级单位的看板。",
  "en": "Boards are shown of your own unit and of those below it."
 },
 "casebook.rebuild-running": {
  "zh": "案卷正在重建。",
  "en": "The casebook is being rebuilt already."
 },
 "clock.no-rule-then": {
  "zh": "该时间早于时限规则的生效日期,不能起算期限;请核对发生时间。",
  "en": "No version of the deadline is valid at that time, so none can start; check when it happened."
 },
 "clock.not-running": {
  "zh": "该时限未在计时。",
  "en": "That clock is not running."
 },
 "clock.year-not-loaded": {
  "zh": "该年度工作日表尚未导入,不能推算期限。",
  "en": "The working-day table of that year is not loaded; a deadline is never guessed."
 },
 "cross-border.adult-consents": {
  "zh": "成年人须由本人作出同意。",
  "en": "An adult consents herself or himself.",
  "clause": "R-3, X-3"
 },
 "cross-border.already-handed-over": {
  "zh": "此人已经移交。",
  "en": "The person is handed over already.",
  "clause": "X-4"
 },
 "cross-border.already-scheduled": {
  "zh": "此人已列入一次移交。",
  "en": "The person is in a scheduled handover already.",
  "clause": "X-4"
 },
 "cross-border.already-signed": {
  "zh": "已经签字。",
  "en": "It was signed already.",
  "clause": "X-4"
 },
 "cross-border.buyer-household": {
  "zh": "收买家庭不得接收被拐卖受害人。",
  "en": "A buyer household may never receive a victim.",
  "clause": "A 二(二); R-3"
 },
 "cross-border.certificate-of-another": {
  "zh": "该证明所载人员不是此人。",
  "en": "The certificate is about another person.",
  "clause": "X-3"
 },
 "cross-border.consent-missing": {
  "zh": "尚无知情同意。",
  "en": "Informed consent is missing.",
  "clause": "X-3"
 },
 "cross-border.document-missing": {
  "zh": "尚未取得旅行证件。",
  "en": "The travel document is missing.",
  "clause": "X-3"
 },
 "cross-border.document-number-missing": {
  "zh": "代为登记须填写对方文书编号。",
  "en": "Who enters it on behalf of the other side gives the number of its letter.",
  "clause": "X-1, X-3"
 },
 "cross-border.family-at-risk": {
  "zh": "安全评估结论为原籍家庭存在风险,不得送返原家庭。",
  "en": "The safety assessment says that the family is a risk; the person may not be returned to it.",
  "clause": "X-3"
 },
 "cross-border.fitness-expired": {
  "zh": "适宜出行证明已过有效期,请重新评估。",
  "en": "The certificate of fitness is no longer valid; she or he must be examined again.",
  "clause": "X-3"
 },
 "cross-border.fitness-not-assessed": {
  "zh": "尚无医生作适宜出行评估。",
  "en": "No clinician has assessed whether the person is fit to travel.",
  "clause": "X-3"
 },
 "cross-border.guardian-consents": {
  "zh": "未成年人的同意须由监护人作出。",
  "en": "For a minor the guardian consents.",
  "clause": "R-3, X-3"
 },
 "cross-border.handover-done": {
  "zh": "此移交已经完成。",
  "en": "This handover is done.",
  "clause": "X-4"
 },
 "cross-border.handover-refused": {
  "zh": "对方未接收,请先另定时间。",
  "en": "The other side has not taken the handover; fix a new time first.",
  "clause": "X-4"
 },
 "cross-border.identity-already-confirmed": {
  "zh": "身份已经确认。",
  "en": "The identity is confirmed already.",
  "clause": "X-1"
 },
 "cross-border.identity-answered": {
  "zh": "该身份核实请求已有答复。",
  "en": "The identity request was already answered.",
  "clause": "X-1"
 },
 "cross-border.identity-not-confirmed": {
  "zh": "对口单位尚未确认其身份。",
  "en": "The counterpart has not confirmed her or his identity.",
  "clause": "X-1"
 },
 "cross-border.identity-request-pending": {
  "zh": "已有一份身份核实请求等待答复。",
  "en": "An identity request already waits for its answer.",
  "clause": "X-1"
 },
 "cross-border.investigation-not-heard": {
  "zh": "侦查就本案说过的内容在本服务尚有一条未能办理(可能涉及收买人);请先请管理员处理该条消息,再办理移交。",
  "en": "Something that investigation has said of this case could not be applied here yet, and may name a buyer; have an administrator see to that message first.",
  "clause": "R-3"
 },
 "cross-border.items-not-accepted": {
  "zh": "尚有清单项未经对方逐项接收。",
  "en": "The receiving side has not accepted every item yet.",
  "clause": "X-4"
 },
 "cross-border.key-not-yours": {
  "zh": "签名密钥不属于签字人,或登记时不在此单位。",
  "en": "The signing key is not the signer’s own, or belongs to another unit of theirs.",
  "clause": "X-4"
 },
 "cross-border.last-person": {
  "zh": "移交中只有此人,请改期而不必拆分。",
  "en": "Nobody else is in this handover: postpone it.",
  "clause": "X-4"
 },
 "cross-border.manifest-full": {
  "zh": "清单项数已达上限。",
  "en": "The manifest holds no more items."
 },
 "cross-border.manifest-not-sealed": {
  "zh": "清单尚未封定。",
  "en": "The manifest is not sealed yet.",
  "clause": "X-4"
 },
 "cross-border.manifest-sealed": {
  "zh": "清单已封定。",
  "en": "The manifest is sealed.",
  "clause": "X-4"
 },
 "cross-border.minor-own-choice": {
  "zh": "未成年人不能自行决定去向,须有接收家庭或机构。",
  "en": "A minor does not choose alone where to go; a family or an institution must receive her or him.",
  "clause": "R-3"
 },
 "cross-border.not-a-clinic": {
  "zh": "该单位不是医疗机构。",
  "en": "That unit is not a hospital or health provider.",
  "clause": "X-3"
 },
 "cross-border.not-a-counterpart": {
  "zh": "该单位不是境外对口单位。",
  "en": "That unit is not a counterpart abroad.",
  "clause": "X-1"
 },
 "cross-border.not-a-receiving-body": {
  "zh": "该单位不是境外接收机构。",
  "en": "That unit is not a receiving body abroad.",
  "clause": "X-3"
 },
 "cross-border.not-fit-to-travel": {
  "zh": "医生认定目前不适宜出行。",
  "en": "The clinician has found the person not fit to travel.",
  "clause": "X-3"
 },
 "cross-border.not-handed-over": {
  "zh": "此人尚未移交。",
  "en": "The person is not handed over yet.",
  "clause": "X-4"
 },
 "cross-border.not-in-care": {
  "zh": "此人已不由境内任何单位照料(自行离去、已交亲属,或已按本人意愿安置),不得移交;再由单位照料的,请先登记接收。",
  "en": "No unit in the country has this person in its care any more (gone of their own will, with a relative, or living where they chose), so nobody is handed over; if a unit has taken them in again, it records that first.",
  "clause": "R-4; X-4"
 },
 "cross-border.not-in-handover": {
  "zh": "此人不在该移交中。",
  "en": "The person is not in this handover.",
  "clause": "X-4"
 },
 "cross-border.not-of-one-case": {
  "zh": "一次移交只含同一案件的人员。",
  "en": "One handover holds persons of one case.",
  "clause": "X-4"
 },
 "cross-border.not-the-counterpart": {
  "zh": "此事项须由所请求的对口单位办理。",
  "en": "Only the counterpart that was addressed does this.",
  "clause": "X-1, X-4"
 },
 "cross-border.not-the-examiner": {
  "zh": "适宜出行评估须由受托检查或曾检查此人的医疗机构作出。",
  "en": "Only the unit that was asked to examine this person, or has examined her or him, says whether she or he can travel.",
  "clause": "X-3"
 },
 "cross-border.not-the-sending-unit": {
  "zh": "此移交由其他单位承办。",
  "en": "Another unit carries out this handover.",
  "clause": "X-4"
 },
 "cross-border.nothing-to-supplement": {
  "zh": "对口单位没有要求补充材料。",
  "en": "The counterpart has not asked for anything more.",
  "clause": "X-1"
 },
 "cross-border.one-person-two-sides": {
  "zh": "同一人不能代表双方签字。",
  "en": "One person does not sign for both sides.",
  "clause": "X-4"
 },
 "cross-border.person-already-listed": {
  "zh": "此人已在清单中。",
  "en": "The manifest lists this person already.",
  "clause": "X-4"
 },
 "cross-border.person-item-missing": {
  "zh": "清单缺少人员项。",
  "en": "The manifest does not list every person of the handover.",
  "clause": "X-4"
 },
 "cross-border.placement-requested": {
  "zh": "已请求由安置部门接收。",
  "en": "Placement was requested already.",
  "clause": "X-6"
 },
 "cross-border.promise-missing": {
  "zh": "尚无社会保护中心的书面接收函。",
  "en": "The social protection centre has not promised in writing to receive the person.",
  "clause": "X-3"
 },
 "cross-border.reception-not-asked": {
  "zh": "尚未请该机构接收此人。",
  "en": "That body was not asked to receive this person.",
  "clause": "X-3"
 },
 "cross-border.reception-not-confirmed": {
  "zh": "对方尚未确认接收安置,不能办结。",
  "en": "The other side has not confirmed reception, so the stage cannot be closed.",
  "clause": "X-5"
 },
 "cross-border.return-closed": {
  "zh": "此人的送返阶段已办结,无单位负责,不得移交。",
  "en": "The return of this person is closed, so nobody answers for it; she or he is not handed over.",
  "clause": "X-4"
 },
 "cross-border.return-unsafe": {
  "zh": "安全评估结论为不宜送返。",
  "en": "The safety assessment says that a return is unsafe.",
  "clause": "X-3"
 },
 "cross-border.safety-not-assessed": {
  "zh": "尚未作送返前安全评估。",
  "en": "The safety of the return has not been assessed.",
  "clause": "X-3"
 },
 "cross-border.signature-invalid": {
  "zh": "签名与清单不符。",
  "en": "The signature does not fit the manifest.",
  "clause": "X-4"
 },
 "cross-border.time-passed": {
  "zh": "移交时间不能早于现在。",
  "en": "The time of the handover lies in the past.",
  "clause": "X-3"
 },
 "cross-border.unknown-identity-request": {
  "zh": "没有这份身份核实请求。",
  "en": "There is no such identity request."
 },
 "cross-border.unknown-item": {
  "zh": "清单中没有这一项。",
  "en": "The manifest has no such item."
 },
 "cross-border.unknown-key": {
  "zh": "签名密钥未登记,或签字时尚未登记。",
  "en": "The signing key is not registered, or was registered only after the time of signing.",
  "clause": "X-4"
 },
 "cross-border.validity-missing": {
  "zh": "适宜出行证明须写明有效期限。",
  "en": "A certificate of fitness says until when it is valid.",
  "clause": "X-3"
 },
 "cross-border.validity-too-long": {
  "zh": "适宜出行证明的有效期最长 30 天,到期请重新检查。",
  "en": "A certificate of fitness holds for 30 days at most; after that she or he is examined again.",
  "clause": "X-3"
 },
 "cross-border.wrong-side": {
  "zh": "您的单位不是该签字方。",
  "en": "Your unit is not that side of the handover.",
  "clause": "X-4"
 },
 "gateway.bad-path": {
  "zh": "地址的写法不被接受。",
  "en": "The address is not written in a way that is accepted."
 },
 "gateway.service-away": {
  "zh": "该服务暂时没有应答,请稍后以同一命令编号重试。",
  "en": "The service does not answer at the moment; try again with the same command id."
 },
 "gateway.too-many-requests": {
  "zh": "请求过于频繁,请稍候再试。",
  "en": "Too many requests; wait a moment."
 },
 "gateway.too-many-sign-ins": {
  "zh": "登录过于频繁,请一分钟后再试。",
  "en": "Too many sign-ins; try again in a minute."
 },
 "gateway.too-many-streams": {
  "zh": "打开的页面过多,请关闭一些再试。",
  "en": "Too many open pages; close some of them."
 },
 "gateway.too-slow": {
  "zh": "该服务未能及时应答,结果未知;请以同一命令编号重试。",
  "en": "The service has not answered in time, so the outcome is unknown; try again with the same command id."
 },
 "gateway.unknown-service": {
  "zh": "没有这项服务。",
  "en": "There is no such service."
 },
 "identity.head-taken": {
  "zh": "该期间本单位已有负责人。",
  "en": "The unit has a head already in that time.",
  "clause": "V-1"
 },
 "identity.key-invalid": {
  "zh": "这不是有效的签名公钥(P-256)。",
  "en": "This is no valid public key (a point of P-256).",
  "clause": "X-4"
 },
 "identity.key-taken": {
  "zh": "该签名公钥已登记在他人或其他单位名下。",
  "en": "That public key is registered for somebody else, or for another unit.",
  "clause": "X-4"
 },
 "identity.no-second-person": {
  "zh": "须经第二人确认,而目前无人可以确认:请先任命第二名管理员。",
  "en": "This needs a second person, and nobody is there to confirm it: appoint a second administrator first."
 },
 "identity.not-above-the-unit": {
  "zh": "单位情况须由提议人以外、其上级单位的负责人或管理员确认。",
  "en": "What a unit is, is confirmed by somebody else than the one who proposed it, who leads or administers a unit above it."
 },
 "identity.not-the-confirmer": {
  "zh": "任命须由提议人与被任命人以外、该单位(或其上级)的负责人或管理员确认。",
  "en": "An appointment is confirmed by somebody else than the one who proposed it and the one appointed: who leads or administers the unit, or stands above it."
 },
 "identity.not-your-unit": {
  "zh": "管理员只能管理本单位及下级单位:任免、单位情况与重设密码均在此范围内。",
  "en": "An administrator manages the own unit and those below it, within its division: posts, units and new passwords."
 },
 "identity.own-password": {
  "zh": "本人密码请在“本人”处更改,需提供原密码。",
  "en": "Change your own password as yourself: the present one is asked for."
 },
 "identity.own-post": {
  "zh": "不能给自己安排岗位。",
  "en": "Nobody gives a post to herself or himself."
 },
 "identity.person-missing": {
  "zh": "请指明人员:已有人员或新人员,二者选一。",
  "en": "Name the person: either one who is known, or a new one."
 },
 "identity.post-ended": {
  "zh": "该任职已经结束,离任日期不能再改。",
  "en": "The post has ended already; its last day cannot be moved."
 },
 "identity.post-held": {
  "zh": "此人在该期间已担任该岗位。",
  "en": "The person holds that post already in that time."
 },
 "identity.post-period": {
  "zh": "离任日期必须晚于到任日期。",
  "en": "A post ends after the day on which it begins."
 },
 "identity.post-prolonged": {
  "zh": "任期只能提前结束;延长须重新任命,由两人办理。",
  "en": "An appointment can only be ended sooner; to prolong it is to appoint anew, which two people do."
 },
 "identity.post-too-long-ago": {
  "zh": "离任日期不得早于三十天前:此后以该岗位办理的事项将无岗位可依。",
  "en": "A post ends thirty days ago at the earliest: what was done in it since would be of no post."
 },
 "identity.second-person-needed": {
  "zh": "设定他人密码须先由另一人提出。",
  "en": "The password of another person is set by one after a second one has asked for it."
 },
 "identity.superior-too-low": {
  "zh": "上级单位不能是本单位,级别也不能低于本单位。",
  "en": "A superior is another unit, of the same or a wider level."
 },
 "identity.too-many-attempts": {
  "zh": "登录失败次数过多,请一分钟后再试。",
  "en": "Too many failed attempts to sign in; try again in a minute."
 },
 "identity.unknown-person": {
  "zh": "名录中没有此人。",
  "en": "There is no such person in the directory."
 },
 "identity.unknown-post": {
  "zh": "本单位没有这项任职。",
  "en": "There is no such post assignment in this unit."
 },
 "identity.unknown-proposal": {
  "zh": "没有这项提议,或已过期。",
  "en": "No such thing is proposed, or not any more."
 },
 "identity.unknown-superior": {
  "zh": "上级单位不在名录中。",
  "en": "The superior unit is not in the directory."
 },
 "identity.username-taken": {
  "zh": "该登录名已被使用。",
  "en": "That user name is taken."
 },
 "identity.wrong-credentials": {
  "zh": "登录名或密码不正确。",
  "en": "The user name or the password is not right."
 },
 "identity.wrong-password": {
  "zh": "原密码不正确。",
  "en": "The present password is not right."
 },
 "input.command-id-missing": {
  "zh": "请求缺少 Idempotency-Key(命令编号)。",
  "en": "The request lacks its Idempotency-Key (the command id, a UUID)."
 },
 "input.command-id-reused": {
  "zh": "这个命令编号已用于另一份内容。",
  "en": "This command id was already used for another content."
 },
 "input.invalid": {
  "zh": "填写的内容不符合要求,请看各项说明。",
  "en": "The input does not have the required form; see the violations."
 },
 "input.too-large": {
  "zh": "提交的内容超过上限。",
  "en": "The input exceeds the limit."
 },
 "intake.age-contradicts": {
  "zh": "出生日期与估计年龄只填一种;日期不得晚于今天,最大年龄不得小于最小年龄。",
  "en": "Give a day of birth or an estimate, and not both; no day lies after today, and the highest age is not below the lowest."
 },
 "intake.age-missing": {
  "zh": "请填写出生日期或估计年龄。",
  "en": "Give a day of birth or an estimate of the age."
 },
 "intake.birth-date-known": {
  "zh": "该受害人的出生日期已有记录,不能改为估计年龄;如有误,请登记正确的出生日期。",
  "en": "The day of birth of this victim is on record, so the age is not judged any more: where it is wrong, give the right day of birth.",
  "clause": "R-3"
 },
 "intake.case-already-opened": {
  "zh": "该事项已立案。",
  "en": "A case was already opened for this matter.",
  "clause": "I-4"
 },
 "intake.case-not-opened": {
  "zh": "尚未立案。",
  "en": "No case has been opened yet.",
  "clause": "I-4"
 },
 "intake.child-is-missing": {
  "zh": "案中有人报失踪的未成年人,案件类型须为儿童被拐骗、拐卖或儿童失踪;已查明成年的,请先登记其年龄。",
  "en": "A minor of this case was reported missing: its kind must be that of an abducted or missing child. If the person is of age, say the age first.",
  "clause": "V-1"
 },
 "intake.erasure-case-open": {
  "zh": "案件尚有未办结的阶段,不能删除个人信息。",
  "en": "Stages of the case are still open, so its personal data are not erased."
 },
 "intake.erasure-document-differs": {
  "zh": "文书编号与提议所依据的不一致。",
  "en": "The document is not the one on which the proposal rests."
 },
 "intake.erasure-done": {
  "zh": "该案个人信息已决定删除。",
  "en": "The erasure of the personal data of this case is ordered already."
 },
 "intake.erasure-merged": {
  "zh": "该事项已并入另一案,其个人信息随该案一并删除。",
  "en": "The matter was merged into another case: its personal data are erased with that one."
 },
 "intake.erasure-same-person": {
  "zh": "须由提议人以外的人确认。",
  "en": "Somebody else than the one who proposed it must confirm it."
 },
 "intake.erasure-same-unit": {
  "zh": "须由提议单位以外的单位确认。",
  "en": "Another unit than the one that proposed it must confirm it."
 },
 "intake.feedback-missing": {
  "zh": "尚有线索未反馈,不能办结。",
  "en": "Clues still lack feedback, so the matter cannot be closed.",
  "clause": "I-3"
 },
 "intake.merge-into-itself": {
  "zh": "不能与自身并案。",
  "en": "A matter cannot be merged into itself.",
  "clause": "I-3"
 },
 "intake.no-reporter": {
  "zh": "报告人未留身份信息。",
  "en": "The reporter left no identity.",
  "clause": "I-1"
 },
 "intake.no-victim": {
  "zh": "立案须至少登记一名受害人。",
  "en": "A case needs at least one victim.",
  "clause": "I-4"
 },
 "intake.outcome-does-not-fit": {
  "zh": "该结果与受理事项不符。",
  "en": "That outcome does not fit the matter.",
  "clause": "I-4"
 },
 "intake.search-too-wide": {
  "zh": "请填写姓名或证件号,或同时填写出生日期与地点(至州市)。",
  "en": "Give a name or a national id, or else both a day of birth and a place, a prefecture at the widest.",
  "clause": "I-3"
 },
 "intake.stage-requested": {
  "zh": "已请求其他阶段接收,不能并案或以此结果办结。",
  "en": "Other stages were already requested, so the matter cannot be merged away or end like this.",
  "clause": "I-3"
 },
 "intake.times-contradict": {
  "zh": "所填时间前后矛盾。",
  "en": "The times given contradict one another."
 },
 "intake.too-many-person-records": {
  "zh": "该受害人的年龄已登记五十次,请先核对已登记的内容。",
  "en": "The age of this victim was said fifty times: look at what is on record first.",
  "clause": "I-4"
 },
 "intake.too-many-victims": {
  "zh": "一案受害人不得超过二十名,请另立案件。",
  "en": "A case holds twenty victims at most; open another one.",
  "clause": "I-4"
 },
 "intake.unknown-clue": {
  "zh": "本受理事项中没有这条线索。",
  "en": "No such clue belongs to this matter."
 },
 "intake.unknown-division": {
  "zh": "名录中没有该行政区划的单位,或没有公安机关管辖,请核对区划代码。",
  "en": "No unit of the directory lies in that division, or no bureau has jurisdiction there; check the code.",
  "clause": "I-3"
 },
 "intake.unknown-victim": {
  "zh": "本受理事项中没有这名受害人。",
  "en": "No such victim belongs to this matter."
 },
 "intake.wrong-jurisdiction": {
  "zh": "该公安机关对本案没有管辖权,请另选单位或更正案发地区划。",
  "en": "The bureau has no jurisdiction over the place of the case: ask another one, or correct the division.",
  "clause": "I-3; V-1"
 },
 "investigation.hit-differs": {
  "zh": "该比中已登记为其他人员。",
  "en": "This hit is on record for other people.",
  "clause": "V-3"
 },
 "investigation.holder-not-in-unit": {
  "zh": "责任人未在该单位任职。",
  "en": "The person holds no post in that unit.",
  "clause": "V-1"
 },
 "investigation.holder-not-police": {
  "zh": "三包责任人须为公安机关人员。",
  "en": "A package is held by somebody of the police.",
  "clause": "V-1"
 },
 "investigation.leader-not-head": {
  "zh": "特侦组组长须由县级以上公安机关负责人担任。",
  "en": "The leader of a task force must be a head of a public security bureau of county level or above.",
  "clause": "A 三; V-1"
 },
 "investigation.no-own-sample": {
  "zh": "比中样本中没有本案登记的样本。",
  "en": "None of the samples of the hit belongs to this case.",
  "clause": "V-3"
 },
 "investigation.no-suspect-caught": {
  "zh": "尚无犯罪嫌疑人归案,侦查破案包不能完成。",
  "en": "No suspect is caught yet, so solving cannot be discharged.",
  "clause": "V-1"
 },
 "investigation.no-task-force": {
  "zh": "本案尚未成立特侦组。",
  "en": "The case has no task force.",
  "clause": "V-1"
 },
 "investigation.not-cold": {
  "zh": "本案未转入积案。",
  "en": "The case is not carried on as a cold case.",
  "clause": "V-5"
 },
 "investigation.not-package-person": {
  "zh": "只有该包责任人或组长可以办理。",
  "en": "Only the person who holds the package, or the leader, may do this.",
  "clause": "V-1"
 },
 "investigation.package-discharged": {
  "zh": "该包已完成,不再更换责任人。",
  "en": "The package is discharged; nobody else can take it.",
  "clause": "V-1"
 },
 "investigation.packages-not-three": {
  "zh": "侦查破案、解救、安抚三包须各有一名责任人。",
  "en": "Solving, rescue and comfort must each be given to exactly one person.",
  "clause": "V-1"
 },
 "investigation.packages-open": {
  "zh": "三包尚未全部完成,特侦组不得解散,案件不得办结。",
  "en": "Not all three packages are discharged: the task force cannot be dissolved, nor the case closed.",
  "clause": "V-1"
 },
 "investigation.parents-do-not-fit": {
  "zh": "请按比中类型写明父、母及其样本。",
  "en": "Name the parents whom this kind of hit is about, each with the sample that was compared.",
  "clause": "V-3"
 },
 "investigation.relatives-not-contacted": {
  "zh": "最后一名受害人解救后尚未联系亲属。",
  "en": "The relatives were not contacted since the last victim was rescued.",
  "clause": "V-1"
 },
 "investigation.sample-differs": {
  "zh": "该样本号已登记为另一类对象。",
  "en": "The sample number is on record for another kind of subject.",
  "clause": "V-3"
 },
 "investigation.samples-do-not-fit": {
  "zh": "样本数与比中类型不符:三联体三份,二联体两份,且不得重复。",
  "en": "The samples do not fit the relation: three different ones for a trio, two for a duo.",
  "clause": "V-3"
 },
 "investigation.second-person-needed": {
  "zh": "比中须由另一名核查员确认。",
  "en": "A hit is confirmed by another person than the one who recorded it.",
  "clause": "V-3"
 },
 "investigation.subject-does-not-fit": {
  "zh": "样本登记的对象与比中不符:父母须用父母的样本,儿童须用儿童的样本。",
  "en": "A sample of the hit is on record for another kind of subject: a parent is compared by a parent's sample, a child by a child's.",
  "clause": "V-3"
 },
 "investigation.task-force-exists": {
  "zh": "特侦组已经成立。",
  "en": "A task force stands already.",
  "clause": "V-1"
 },
 "investigation.unknown-hit": {
  "zh": "没有这条比中记录。",
  "en": "No such hit is on record.",
  "clause": "V-3"
 },
 "investigation.unknown-suspect": {
  "zh": "没有这名嫌疑人的记录。",
  "en": "No such suspect is on record.",
  "clause": "V-7"
 },
 "investigation.unknown-victim": {
  "zh": "该受害人不属于本案。",
  "en": "The victim does not belong to this case."
 },
 "investigation.victims-not-rescued": {
  "zh": "尚有受害人未解救。",
  "en": "Victims of the case are not rescued yet.",
  "clause": "V-1"
 },
 "investigation.wrong-jurisdiction": {
  "zh": "该公安机关对本案没有管辖权,其负责人不能担任组长。",
  "en": "The bureau has no jurisdiction over the place of the case, so its head cannot lead it.",
  "clause": "V-1"
 },
 "parked.dismissal-not-proposed": {
  "zh": "没有等待确认的清除提议。",
  "en": "No proposal to dismiss this message waits for a confirmation."
 },
 "parked.not-first": {
  "zh": "只能搁置该案排在最前、等待处理的那一条。",
  "en": "Only the first fact for which the case waits can be set aside; this one is not, or no longer."
 },
 "parked.not-proposed": {
  "zh": "没有等待确认的搁置提议。",
  "en": "No proposal to set this fact aside waits for a confirmation."
 },
 "parked.not-tried": {
  "zh": "这一条只是在等前面的消息,请先放行。",
  "en": "This fact only waits for those before it: release the case first."
 },
 "parked.same-person": {
  "zh": "须由提议人以外的人确认。",
  "en": "Somebody else than the one who proposed it must confirm it."
 },
 "parked.still-refused": {
  "zh": "这一条仍无法办理,其后的继续等待。",
  "en": "This fact still cannot be applied; those behind it go on waiting."
 },
 "placement.adult-decides": {
  "zh": "成年人的去向由本人决定。",
  "en": "An adult decides for herself or himself where to live.",
  "clause": "R-3"
 },
 "placement.already-in-effect": {
  "zh": "安置已经落实。",
  "en": "The placement has taken effect already."
 },
 "placement.already-received": {
  "zh": "该受害人已被接收。",
  "en": "The victim was already received."
 },
 "placement.buyer-household": {
  "zh": "收买家庭不得继续抚养或接收被拐卖受害人。",
  "en": "A buyer household may never keep or receive a victim.",
  "clause": "A 二(二); R-3, P-5"
 },
 "placement.household-identity-missing": {
  "zh": "请提供该家庭至少一名成员的身份证号,或亲缘关系已证明的亲属。",
  "en": "Name at least one person of the household by national id, or a relative of proven kinship: a buyer is recognised by that.",
  "clause": "R-3, P-5"
 },
 "placement.household-missing": {
  "zh": "请指明接收家庭。",
  "en": "Name the household that is to receive the person."
 },
 "placement.household-not-assessed": {
  "zh": "该家庭尚未评估或评估为不适宜。",
  "en": "The household was not assessed, or was found unsuitable.",
  "clause": "P-5"
 },
 "placement.investigation-not-heard": {
  "zh": "侦查就本案说过的内容在本服务尚有一条未能办理(可能涉及收买人);请先请管理员处理该条消息,再落实安置。",
  "en": "Something that investigation has said of this case could not be applied here yet, and may name a buyer; have an administrator see to that message first.",
  "clause": "R-3, P-5"
 },
 "placement.kinship-not-proven": {
  "zh": "亲缘关系尚未证明。",
  "en": "Kinship is not proven.",
  "clause": "R-3"
 },
 "placement.minor-does-not-decide": {
  "zh": "未成年人的去向不由其本人决定。",
  "en": "A minor does not decide alone where to live; a placement is decided for the child.",
  "clause": "R-3, P-5"
 },
 "placement.not-a-health-unit": {
  "zh": "康复须在定点医疗卫生机构进行。",
  "en": "Rehabilitation takes place at a health unit.",
  "clause": "P-4"
 },
 "placement.not-an-education-bureau": {
  "zh": "学位须由教育局确认。",
  "en": "A school place is confirmed by an education bureau.",
  "clause": "P-6"
 },
 "placement.not-an-institution": {
  "zh": "该单位不是安置机构。",
  "en": "That unit is not an institution that receives people.",
  "clause": "P-5"
 },
 "placement.not-decided": {
  "zh": "尚未作出安置决定。",
  "en": "No placement has been decided."
 },
 "placement.not-in-effect": {
  "zh": "安置尚未落实。",
  "en": "The placement has not taken effect yet."
 },
 "placement.not-in-our-care": {
  "zh": "该受害人目前不由本单位照料。",
  "en": "The victim is not in the care of this unit; accept the care first.",
  "clause": "R-4"
 },
 "placement.not-of-school-age": {
  "zh": "该受害人是成年人,不属于义务教育对象。",
  "en": "The person is of age: compulsory schooling does not concern them.",
  "clause": "P-6"
 },
 "placement.not-received": {
  "zh": "尚未接收该受害人。",
  "en": "The victim has not been received yet.",
  "clause": "P-1"
 },
 "placement.not-where-decided": {
  "zh": "该受害人既不由本单位照料,也不在所决定的去处,安置不能落实。",
  "en": "The person is neither in the care of the unit that places nor where the decision leads, so the placement cannot take effect.",
  "clause": "P-5, R-4"
 },
 "placement.parent-not-proven": {
  "zh": "该家庭中没有亲缘关系已证明的父亲或母亲;其他亲属请按亲属安置。",
  "en": "No father or mother of proven parentage lives in this household; other relatives receive a person as kin.",
  "clause": "R-3, P-5"
 },
 "placement.place-not-asked": {
  "zh": "未请您的单位接收此人。",
  "en": "Your unit was not asked to receive this person.",
  "clause": "P-5"
 },
 "placement.place-not-promised": {
  "zh": "该单位尚未承诺接收此人。",
  "en": "That unit has not promised to receive the person; it must say so itself.",
  "clause": "P-5, X-3"
 },
 "placement.too-many-sessions": {
  "zh": "康复次数已达记录上限。",
  "en": "No more sessions can be recorded for this placement.",
  "clause": "P-4"
 },
 "placement.unit-missing": {
  "zh": "请指明接收单位。",
  "en": "Name the unit that is to receive the person."
 },
 "placement.unknown-visit": {
  "zh": "没有这次回访安排。",
  "en": "No such follow-up visit is scheduled."
 },
 "placement.visit-too-early": {
  "zh": "尚未到本次回访的时间,提前的回访不计入该月。",
  "en": "It is too early for this follow-up visit: one made before its time does not count for its month.",
  "clause": "P-8"
 },
 "placement.visits-open": {
  "zh": "尚有回访未完成,不能办结。",
  "en": "Follow-up visits are still due, so the stage cannot be closed.",
  "clause": "P-8"
 },
 "record.already-exists": {
  "zh": "该记录已存在。",
  "en": "The record exists already."
 },
 "record.busy": {
  "zh": "系统繁忙,请稍后以同一命令编号重试。",
  "en": "The system is busy; try again with the same command id."
 },
 "record.internal-error": {
  "zh": "系统内部出错,已记录;可用同一命令编号重试。",
  "en": "Something failed inside; it is on record. Try again with the same command id."
 },
 "record.not-found": {
  "zh": "没有找到该记录。",
  "en": "There is no such record."
 },
 "record.stale-version": {
  "zh": "他人已更新此记录,请比较差异后再提交。",
  "en": "Somebody has changed the record since you read it; compare what differs."
 },
 "rescue.adult-decides": {
  "zh": "成年人的去向由本人决定,不得移交他人。",
  "en": "An adult decides for herself or himself, and is not handed over to anybody.",
  "clause": "R-3"
 },
 "rescue.already-rescued": {
  "zh": "该受害人已登记解救。",
  "en": "The victim was already rescued."
 },
 "rescue.border-handover-needed": {
  "zh": "照料越境移交须经口岸移交程序;境外单位不得自行交回境内单位。",
  "en": "Care crosses the border only by the handover at the port; a unit abroad does not offer it back to one here.",
  "clause": "X-3, X-4"
 },
 "rescue.buyer-household": {
  "zh": "收买家庭不得继续抚养或接收被拐卖受害人,无论何人提出、以何种方式、期限多短。",
  "en": "A buyer household may never keep or receive a victim: whoever asks, in whatever way, for however short a time.",
  "clause": "A 二(二); R-3, P-5"
 },
 "rescue.custody-ended": {
  "zh": "对该受害人的照料已结束。",
  "en": "Care of this victim has ended."
 },
 "rescue.emergency-needs-commander": {
  "zh": "无方案的紧急解救须由现场指挥员(局、队领导)登记并负责。",
  "en": "A rescue without a plan is recorded, and answered for, by the commander on the spot (a head, a deputy or a squad leader).",
  "clause": "R-1"
 },
 "rescue.ending-does-not-fit": {
  "zh": "照料结束的原因与目前的照料人不符。",
  "en": "The reason for the end of care does not fit who has the victim now."
 },
 "rescue.held-by-another": {
  "zh": "该受害人由本案另一解救负责,请由该解救登记。",
  "en": "Another open rescue of the case is to free this victim; it is recorded there.",
  "clause": "R-4"
 },
 "rescue.interview-times": {
  "zh": "询问的起止时间不合理。",
  "en": "The times of the interview do not fit.",
  "clause": "R-2"
 },
 "rescue.investigation-not-heard": {
  "zh": "侦查就本案说过的内容在本服务尚有一条未能办理(可能涉及收买人);请先请管理员处理该条消息,再移交亲属。",
  "en": "Something that investigation has said of this case could not be applied here yet, and may name a buyer; have an administrator see to that message first.",
  "clause": "R-3"
 },
 "rescue.kinship-not-proven": {
  "zh": "亲缘关系尚未证明。",
  "en": "Kinship is not proven.",
  "clause": "R-3"
 },
 "rescue.medical-check-missing": {
  "zh": "尚有受害人未体检,不能办结。",
  "en": "A rescued victim was not examined yet, so the stage cannot be closed.",
  "clause": "R-2"
 },
 "rescue.minor-cannot-decide": {
  "zh": "未成年人不能自行决定离开。",
  "en": "A minor does not decide alone to leave.",
  "clause": "R-3"
 },
 "rescue.no-approved-plan": {
  "zh": "没有涵盖该受害人的已批准方案。",
  "en": "No approved plan covers this victim.",
  "clause": "R-1"
 },
 "rescue.no-confirmed-hit": {
  "zh": "本案没有经第二人确认、能证明该亲缘关系的DNA比中。",
  "en": "No hit of this case that a second person has confirmed proves this kinship.",
  "clause": "V-3, R-3"
 },
 "rescue.no-known-buyer": {
  "zh": "照料该儿童的亲属未被认定为收买人,请以其他理由登记或先由侦查认定。",
  "en": "The relative who has the child is not known as a buyer; name another ground, or let investigation say so first.",
  "clause": "R-3"
 },
 "rescue.no-offer": {
  "zh": "没有等待答复的照料移交。",
  "en": "No offer of care waits for an answer."
 },
 "rescue.not-a-health-unit": {
  "zh": "体检须在医疗卫生机构进行。",
  "en": "A medical check takes place at a health unit.",
  "clause": "R-2"
 },
 "rescue.not-involved": {
  "zh": "您单位不负责本案的任何阶段,也不照料该受害人。",
  "en": "Your unit answers for no stage of this case and does not have the victim in its care."
 },
 "rescue.not-rescued": {
  "zh": "该受害人尚未解救。",
  "en": "The victim has not been rescued."
 },
 "rescue.not-the-holder": {
  "zh": "该受害人目前不由您单位照料。",
  "en": "The victim is not in the care of your unit.",
  "clause": "R-4"
 },
 "rescue.not-the-receiver": {
  "zh": "该照料移交不是给您或您单位的。",
  "en": "The offer of care is addressed to somebody else."
 },
 "rescue.not-with-relative": {
  "zh": "该儿童目前不由亲属照料;单位之间的移交须提出并经接收。",
  "en": "The child is not with a relative; from a unit the care passes by offer and acceptance.",
  "clause": "R-4"
 },
 "rescue.offer-answered": {
  "zh": "该照料移交已被答复或已过期。",
  "en": "The offer of care was already answered or has expired.",
  "clause": "R-4"
 },
 "rescue.offer-pending": {
  "zh": "已有一份照料移交等待答复。",
  "en": "An offer of care already waits for an answer.",
  "clause": "R-4"
 },
 "rescue.own-plan": {
  "zh": "方案须由制定人以外的负责人批准。",
  "en": "A plan is approved by somebody other than its author.",
  "clause": "R-1"
 },
 "rescue.place-not-verified": {
  "zh": "解救地点尚未核实。",
  "en": "The place of the rescue is not verified yet.",
  "clause": "R-1"
 },
 "rescue.present-missing": {
  "zh": "缺少必须在场的人员或录音录像。",
  "en": "Somebody who must be present, or the recording, is missing.",
  "clause": "A 二(二) 避免遭受二次伤害; R-1, R-2"
 },
 "rescue.relative-identity-differs": {
  "zh": "该亲属此前核对的是另一身份证号,请先查明身份。",
  "en": "This relative has shown another national id before; find out first who they are.",
  "clause": "R-3"
 },
 "rescue.relative-not-identified": {
  "zh": "证明亲缘关系,须核对亲属身份证号;境外亲属须填国籍和证件号码。",
  "en": "Kinship needs the national id of the relative, or the country and number of the paper of a relative from abroad.",
  "clause": "R-3"
 },
 "rescue.repeat-needs-reason": {
  "zh": "对未成年人再次询问须说明理由。",
  "en": "Asking a minor once more needs a reason.",
  "clause": "A 二(二) 避免遭受二次伤害; R-2"
 },
 "rescue.risks-contradict": {
  "zh": "“未发现”风险不能与其他风险同时选择。",
  "en": "A plan that names a risk cannot say that none is known.",
  "clause": "R-1"
 },
 "rescue.same-holder": {
  "zh": "接收方就是现在的照料人。",
  "en": "The receiver has the victim in their care already."
 },
 "rescue.second-person-needed": {
  "zh": "凭文书,或凭未载明身份证号的比中证明的亲缘关系,须由登记人以外的另一人办理移交。",
  "en": "Where kinship rests on a document, or on a hit that names no national id, somebody else than whoever recorded it hands the child over.",
  "clause": "R-3"
 },
 "rescue.still-in-care": {
  "zh": "受害人仍由本单位照料,移交后方可办结。",
  "en": "A victim is still in the care of this unit; hand the care on before the stage is closed.",
  "clause": "R-4"
 },
 "rescue.unit-cannot-care": {
  "zh": "该类单位不承担受害人照料。",
  "en": "A unit of that kind does not care for victims."
 },
 "rescue.unknown-plan": {
  "zh": "没有这份解救方案。",
  "en": "There is no such plan."
 },
 "rescue.unknown-victim": {
  "zh": "本案没有登记该受害人。",
  "en": "The victim is not known in this case."
 },
 "rescue.with-relative": {
  "zh": "受害人已由亲属照料。",
  "en": "The victim is in the care of a relative."
 },
 "session.cross-site": {
  "zh": "不接受来自其他网站的请求。",
  "en": "Requests that another site has made are not accepted."
 },
 "session.locked": {
  "zh": "因长时间未操作,已锁定。请重新登录,未提交的内容仍在。",
  "en": "Locked after a time without work. Sign in again; what you have not sent yet is still there."
 },
 "session.no-person": {
  "zh": "登录服务没有说明您在名录中的身份,请联系管理员。",
  "en": "The sign-in service does not say who you are in the directory; ask your administrator."
 },
 "session.not-confirmed": {
  "zh": "请求未经本页面确认,请刷新页面后重试。",
  "en": "The request does not come from this page of yours; reload it and try again."
 },
 "session.not-fresh": {
  "zh": "登录服务没有重新核对您的身份,请重新登录并输入密码。",
  "en": "The sign-in service has not asked who you are anew; sign in again with your password."
 },
 "session.sign-in-expired": {
  "zh": "本次登录已过期或已完成,请重新登录。",
  "en": "This sign-in has expired or is done; sign in again."
 },
 "stage.already-requested": {
  "zh": "已提请过这一阶段,尚未办结。",
  "en": "That stage was asked for already, and is not closed yet."
 },
 "stage.closed": {
  "zh": "该阶段已办结。",
  "en": "The stage is closed."
 },
 "stage.next-not-accepted": {
  "zh": "下一阶段尚未被接收,本阶段不能办结。",
  "en": "The next stage is not accepted yet, so this one cannot be closed."
 },
 "stage.no-offer": {
  "zh": "没有等待答复的移交。",
  "en": "No offer waits for an answer."
 },
 "stage.not-accepted": {
  "zh": "尚无单位接收该阶段。",
  "en": "No unit has accepted the stage yet."
 },
 "stage.not-the-receiver": {
  "zh": "该移交不是给您或您单位的。",
  "en": "The offer is addressed to somebody else."
 },
 "stage.offer-answered": {
  "zh": "该移交已被答复或已过期。",
  "en": "The offer was already answered or has expired."
 },
 "stage.offer-pending": {
  "zh": "已有一份移交等待答复。",
  "en": "An offer already waits for an answer."
 },
 "stage.request-taken": {
  "zh": "该请求已被接收,不能撤回;请与接收单位联系。",
  "en": "Somebody has taken the stage, so the request cannot be withdrawn; turn to the unit that has it."
 },
 "stage.same-receiver": {
  "zh": "接收方就是现在的负责人。",
  "en": "The receiver already answers for the stage."
 },
 "stage.too-many-requests": {
  "zh": "该记录提请的阶段已达上限,请从案件的其他阶段提请。",
  "en": "This record holds as many requests as it can; ask from another stage of the case."
 },
 "stage.unit-not-competent": {
  "zh": "接收单位不承担该阶段职责。",
  "en": "The receiving unit does not do this stage."
 },
 "stage.unknown-person": {
  "zh": "接收人员不在名录中或不在该单位任职。",
  "en": "The receiving person is not in the directory or holds no post in that unit."
 },
 "stage.unknown-request": {
  "zh": "没有这项请求。",
  "en": "There is no such request."
 },
 "stage.unknown-unit": {
  "zh": "接收单位不在名录中。",
  "en": "The receiving unit is not in the directory."
 },
 "time.before-last-change": {
  "zh": "发生时间早于上一次变更。",
  "en": "The time of occurrence lies before the last change."
 },
 "time.in-future": {
  "zh": "发生时间晚于现在。",
  "en": "The time of occurrence lies in the future."
 },
 "vault.damaged": {
  "zh": "该加密记录已损坏或被改动。",
  "en": "The encrypted record is damaged or was changed."
 },
 "vault.key-destroyed": {
  "zh": "该案个人信息已依法删除(密钥已销毁),无法再读取或登记。",
  "en": "The personal data of this case were erased (its key is destroyed); they can neither be read nor added to."
 }
};
