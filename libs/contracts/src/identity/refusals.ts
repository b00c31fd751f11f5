import { declareRefusals } from '../refusal.js';

export const identityRefusals = declareRefusals('identity', {
  'unknown-superior': { status: 422, zh: '上级单位不在名录中。', en: 'The superior unit is not in the directory.' },
  'superior-too-low': { status: 422, zh: '上级单位不能是本单位,级别也不能低于本单位。', en: 'A superior is another unit, of the same or a wider level.' },
  'unknown-person': { status: 404, zh: '名录中没有此人。', en: 'There is no such person in the directory.' },
  'person-missing': { status: 422, zh: '请指明人员:已有人员或新人员,二者选一。', en: 'Name the person: either one who is known, or a new one.' },
  'username-taken': { status: 409, zh: '该登录名已被使用。', en: 'That user name is taken.' },
  'own-post': { status: 403, zh: '不能给自己安排岗位。', en: 'Nobody gives a post to herself or himself.' },
  'post-period': { status: 422, zh: '离任日期必须晚于到任日期。', en: 'A post ends after the day on which it begins.' },
  'post-held': { status: 409, zh: '此人在该期间已担任该岗位。', en: 'The person holds that post already in that time.' },
  'head-taken': { status: 409, zh: '该期间本单位已有负责人。', en: 'The unit has a head already in that time.', clause: 'V-1' },
  'no-second-person': { status: 409, zh: '任命须经第二人确认,而目前无人可以确认:请先任命第二名管理员。', en: 'An appointment needs a second person, and nobody is there to confirm it: appoint a second administrator first.' },
  'unknown-proposal': { status: 404, zh: '没有这项任命提议,或已过期。', en: 'No such appointment is proposed, or not any more.' },
  'not-the-confirmer': { status: 403, zh: '任命须由提议人与被任命人以外、该单位(或其上级)的负责人或管理员确认。', en: 'An appointment is confirmed by somebody else than the one who proposed it and the one appointed: who leads or administers the unit, or stands above it.' },
  'second-person-needed': { status: 403, zh: '设定他人密码须先由另一人提出。', en: 'The password of another person is set by one after a second one has asked for it.' },
  'unknown-post': { status: 404, zh: '本单位没有这项任职。', en: 'There is no such post assignment in this unit.' },
  'post-ended': { status: 409, zh: '该任职已经结束,离任日期不能再改。', en: 'The post has ended already; its last day cannot be moved.' },
  'key-invalid': { status: 422, zh: '这不是有效的签名公钥(P-256)。', en: 'This is no valid public key (a point of P-256).', clause: 'X-4' },
  'key-taken': { status: 409, zh: '该签名公钥已登记在他人或其他单位名下。', en: 'That public key is registered for somebody else, or for another unit.', clause: 'X-4' },
  'wrong-password': { status: 422, zh: '原密码不正确。', en: 'The present password is not right.' },
  'own-password': { status: 403, zh: '本人密码请在“本人”处更改,需提供原密码。', en: 'Change your own password as yourself: the present one is asked for.' },
  'not-your-unit': {
    status: 403, zh: '管理员只能管理本单位及下级单位:任免、单位情况与重设密码均在此范围内。',
    en: 'An administrator manages the own unit and those below it, within its division: posts, units and new passwords.',
  },
  'wrong-credentials': { status: 401, zh: '登录名或密码不正确。', en: 'The user name or the password is not right.' },
  'too-many-attempts': { status: 429, zh: '登录失败次数过多,请一分钟后再试。', en: 'Too many failed attempts to sign in; try again in a minute.' },
});
