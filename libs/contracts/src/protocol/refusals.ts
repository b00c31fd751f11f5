import { declareRefusals } from '../refusal.js';

export const inputRefusals = declareRefusals('input', {
  invalid: { status: 400, zh: '填写的内容不符合要求,请看各项说明。', en: 'The input does not have the required form; see the violations.' },
  'command-id-missing': { status: 400, zh: '请求缺少 Idempotency-Key(命令编号)。', en: 'The request lacks its Idempotency-Key (the command id, a UUID).' },
  'command-id-reused': { status: 422, zh: '这个命令编号已用于另一份内容。', en: 'This command id was already used for another content.' },
  'too-large': { status: 400, zh: '提交的内容超过上限。', en: 'The input exceeds the limit.' },
});

export const accessRefusals = declareRefusals('access', {
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Sign in first: the request carries no valid token.' },
  'not-permitted': {
    status: 403, zh: '本单位不承担此类事项,或您的岗位无权办理。', en: 'Units like yours do no such work, or your post in it does not permit this.',
  },
  'choose-a-post': {
    status: 409, zh: '您在几个单位任职,请选定以哪个单位的岗位办理。',
    en: 'You hold posts in several units that would do: choose the unit for which you act.',
  },
  'not-answerable': { status: 403, zh: '此阶段现由其他单位或人员负责。', en: 'Another unit or person answers for this stage now.' },
  'not-party': {
    status: 403, zh: '本单位及下级单位未参与此案,不能查看;请与负责单位联系。',
    en: 'Neither your unit nor one below it takes part in this case, so it is not shown; turn to the unit that answers for it.',
    clause: 'P-4',
  },
  'no-post-then': {
    status: 422, zh: '事情发生时,您还不在(或已不在)该单位任职;请由当时在任的人登记,或改正发生时间。',
    en: 'You held no post in this unit when it happened; somebody who did records it, or the time is mended.',
  },
  'no-post': { status: 403, zh: '您目前没有在任岗位。', en: 'You hold no post at this time.' },
});

export const recordRefusals = declareRefusals('record', {
  'not-found': { status: 404, zh: '没有找到该记录。', en: 'There is no such record.' },
  'stale-version': { status: 409, zh: '他人已更新此记录,请比较差异后再提交。', en: 'Somebody has changed the record since you read it; compare what differs.' },
  'already-exists': { status: 409, zh: '该记录已存在。', en: 'The record exists already.' },
  busy: { status: 503, zh: '系统繁忙,请稍后以同一命令编号重试。', en: 'The system is busy; try again with the same command id.' },
  'internal-error': { status: 503, zh: '系统内部出错,已记录;可用同一命令编号重试。', en: 'Something failed inside; it is on record. Try again with the same command id.' },
});

export const parkedRefusals = declareRefusals('parked', {
  'not-first': { status: 409, zh: '只能搁置该案排在最前、等待处理的那一条。', en: 'Only the first fact for which the case waits can be set aside; this one is not, or no longer.' },
  'not-tried': { status: 409, zh: '这一条只是在等前面的消息,请先放行。', en: 'This fact only waits for those before it: release the case first.' },
  'still-refused': { status: 409, zh: '这一条仍无法办理,其后的继续等待。', en: 'This fact still cannot be applied; those behind it go on waiting.' },
  'same-person': { status: 403, zh: '须由提议人以外的人确认。', en: 'Somebody else than the one who proposed it must confirm it.' },
  'dismissal-not-proposed': { status: 409, zh: '没有等待确认的清除提议。', en: 'No proposal to dismiss this message waits for a confirmation.' },
  'not-proposed': { status: 409, zh: '没有等待确认的搁置提议。', en: 'No proposal to set this fact aside waits for a confirmation.' },
});

export const timeRefusals = declareRefusals('time', {
  'in-future': { status: 422, zh: '发生时间晚于现在。', en: 'The time of occurrence lies in the future.' },
  'before-last-change': { status: 409, zh: '发生时间早于上一次变更。', en: 'The time of occurrence lies before the last change.' },
});

export const stageRefusals = declareRefusals('stage', {
  'already-requested': { status: 409, zh: '已提请过这一阶段,尚未办结。', en: 'That stage was asked for already, and is not closed yet.' },
  'too-many-requests': {
    status: 409, zh: '该记录提请的阶段已达上限,请从案件的其他阶段提请。',
    en: 'This record holds as many requests as it can; ask from another stage of the case.',
  },
  'unknown-request': { status: 404, zh: '没有这项请求。', en: 'There is no such request.' },
  'request-taken': {
    status: 409, zh: '该请求已被接收,不能撤回;请与接收单位联系。',
    en: 'Somebody has taken the stage, so the request cannot be withdrawn; turn to the unit that has it.',
  },
  closed: { status: 409, zh: '该阶段已办结。', en: 'The stage is closed.' },
  'offer-pending': { status: 409, zh: '已有一份移交等待答复。', en: 'An offer already waits for an answer.' },
  'no-offer': { status: 409, zh: '没有等待答复的移交。', en: 'No offer waits for an answer.' },
  'offer-answered': { status: 409, zh: '该移交已被答复或已过期。', en: 'The offer was already answered or has expired.' },
  'not-the-receiver': { status: 403, zh: '该移交不是给您或您单位的。', en: 'The offer is addressed to somebody else.' },
  'not-accepted': { status: 409, zh: '尚无单位接收该阶段。', en: 'No unit has accepted the stage yet.' },
  'next-not-accepted': { status: 409, zh: '下一阶段尚未被接收,本阶段不能办结。', en: 'The next stage is not accepted yet, so this one cannot be closed.' },
  'same-receiver': { status: 409, zh: '接收方就是现在的负责人。', en: 'The receiver already answers for the stage.' },
  'unknown-unit': { status: 422, zh: '接收单位不在名录中。', en: 'The receiving unit is not in the directory.' },
  'unknown-person': { status: 422, zh: '接收人员不在名录中或不在该单位任职。', en: 'The receiving person is not in the directory or holds no post in that unit.' },
  'unit-not-competent': { status: 422, zh: '接收单位不承担该阶段职责。', en: 'The receiving unit does not do this stage.' },
});

export const clockRefusals = declareRefusals('clock', {
  'year-not-loaded': { status: 422, zh: '该年度工作日表尚未导入,不能推算期限。', en: 'The working-day table of that year is not loaded; a deadline is never guessed.' },
  'no-rule-then': { status: 422, zh: '该时间早于时限规则的生效日期,不能起算期限;请核对发生时间。', en: 'No version of the deadline is valid at that time, so none can start; check when it happened.' },
  'not-running': { status: 409, zh: '该时限未在计时。', en: 'That clock is not running.' },
});

export const vaultRefusals = declareRefusals('vault', {
  'key-destroyed': {
    status: 409, zh: '该案个人信息已依法删除(密钥已销毁),无法再读取或登记。',
    en: 'The personal data of this case were erased (its key is destroyed); they can neither be read nor added to.',
  },
  damaged: { status: 409, zh: '该加密记录已损坏或被改动。', en: 'The encrypted record is damaged or was changed.' },
});
