import type { CommandName } from '../api/codes.js';
import type { Words } from './language.js';

/** Said of everything that has no words of its own. */
export const USUAL_MEANING: Words = [
  '以您的名义、按现在的时间记录,不能撤销。',
  'It is recorded in your name, now, and cannot be undone.',
];

const OFFERED: Words = [
  '对方接收之前仍由您单位负责;逾期未答复的,告知其上级。',
  'Until the other unit has accepted, yours goes on answering; if nobody answers in time, its superior is told.',
];
const ACCEPTED: Words = [
  '从此刻起由您负责,时限开始计算,对方不再负责。',
  'From this moment you answer; the deadlines run, and the other unit no longer answers.',
];
const RETURNED: Words = [
  '退回后仍由对方负责;对方会看到退回理由。',
  'The other unit goes on answering, and reads your reason.',
];
const REQUESTED: Words = [
  '所选单位会在“等您答复”中看到;它接收之前,本阶段仍由您单位负责。',
  'The unit finds it among what waits for its answer; until it accepts, your unit goes on answering.',
];
const WITHDRAWN: Words = [
  '无人接收的,到此为止,对方不再看到;已有单位接收的,撤回不生效,仍由接收单位负责。',
  'What nobody has taken ends, and is asked of nobody any more; where a unit has taken it in the meantime, that unit goes on answering.',
];
const CLOSED: Words = [
  '只办结本阶段,其他阶段照常;此后本阶段不能再办理,经过永久保留。',
  'Closes this stage only; the others go on. Nothing can be done in it afterwards, and what happened stays on record for good.',
];
export const BUYER_BAN: Words = [
  '收买家庭一律不予:无论何人申请、以何种方式、期限多短(A 二(二))。系统按户和每名成员的身份核对,认出即拒。',
  'Never a buyer household: whoever asks, in whatever way, for however short a time (A 2(2)). The household and each of its members are compared, and refused when recognised.',
];

/** What happens if one does it: said before it is done. */
export const MEANINGS: Readonly<Partial<Record<CommandName, Words>>> = {
  'intake/intakes.merge': [
    '本件并入所选案件,此后只在那里办理;两件的线索和经过都保留。',
    'This becomes part of the other, and goes on only there; the clues and the history of both stay.',
  ],
  'intake/intakes.sendFeedback': [
    '登记已向报告人反馈;该线索的反馈时限停止。',
    'Records that the reporter was told; the deadline for the feedback stops.',
  ],
  'intake/intakes.openCase': [
    '取得案号,受害人登记入案;此后可以提请侦查、解救等阶段。',
    'The case gets its number and its victims; the next stages can then be asked for.',
  ],
  'intake/intakes.sayAge': [
    '从此按所登记的年龄适用规则:未成年人须有监护人、社工等;成年人由本人决定。以后查明的可再次登记。',
    'From now on the rules go by this age: a minor has guardians and social workers, an adult decides for herself or himself. What is found out later is said again.',
  ],
  'intake/intakes.requestStage': REQUESTED,
  'intake/intakes.withdraw': WITHDRAWN,
  'intake/intakes.conclude': [
    '只结束受理阶段,不是结案:案件由已接收的单位继续办理。受理阶段此后不能再办理,经过永久保留。',
    'Ends the receiving only, and not the case: the units that have accepted go on with it. What happened stays on record for good.',
  ],
  'intake/intakes.offer': OFFERED,
  'intake/intakes.accept': ACCEPTED,
  'intake/intakes.giveBack': RETURNED,
  'investigation/investigations.form': [
    '组长由接收侦查阶段的人担任。三包责任人从此各负其责,联系亲属的时限开始计算;三包全部完成前不得解散。',
    'Whoever accepted the investigation leads. Each package has its person from now on, and the deadline for contact with the relatives runs; it is not dissolved before all three are discharged.',
  ],
  'investigation/investigations.reassign': [
    '该包从此由新的责任人负责;前任的经过保留。',
    'The package has a new person from now on; what the former one did stays on record.',
  ],
  'investigation/investigations.contact': [
    '登记刚刚联系过亲属;下次联系的时限重新计算。',
    'Records that the relatives were contacted just now; the deadline for the next time begins anew.',
  ],
  'investigation/investigations.discharge': [
    '该包标为完成,不能撤回。三包全部完成后方可办结侦查。',
    'The package counts as discharged, for good. The investigation can be closed only after all three.',
  ],
  'investigation/investigations.suspend': [
    '转为积案:责任不撤销,按季度复核。',
    'It becomes a cold case: everybody goes on answering, and it is reviewed every quarter.',
  ],
  'investigation/investigations.hit': [
    '须由另一名核查员确认;确认之前不得告知家属。',
    'Another verifier must confirm it; the family is not told before that.',
  ],
  'investigation/investigations.confirm': [
    '您以第二名核查员的身份确认;从此可据此证明亲缘关系、通知两地公安。',
    'You confirm as the second verifier; kinship can be proven on it, and both bureaus are told.',
  ],
  'investigation/investigations.buyer': [
    '该户及其每名成员从此在所有环节被禁止接收、照料任何被拐卖受害人。',
    'From now on this household and each of its members is barred everywhere from receiving or keeping a victim.',
  ],
  'investigation/investigations.request': REQUESTED,
  'investigation/investigations.withdraw': WITHDRAWN,
  'investigation/investigations.close': CLOSED,
  'investigation/investigations.offer': OFFERED,
  'investigation/investigations.accept': ACCEPTED,
  'investigation/investigations.giveBack': RETURNED,
  'rescue/rescues.draft': [
    '提交后由您以外的负责人批准;批准后方可解救。未成年人须有社工到场。',
    'Somebody other than you approves it; the rescue follows the approval. For a minor a social worker is there.',
  ],
  'rescue/rescues.approve': [
    '您批准他人制定的方案,从此可以按方案解救。',
    'You approve the plan of somebody else; the rescue may now be carried out.',
  ],
  'rescue/rescues.free': [
    '从此刻起由您单位照料受害人,直到有人确认接到;体检时限开始计算。',
    'From this minute the victim is in the care of your unit, until somebody confirms having taken over; the deadline for the medical check runs.',
  ],
  'rescue/rescues.interview': [
    '询问次数记入受害人名下;未成年人再次询问须说明理由。',
    'It is counted for the victim; to ask a minor once more needs a reason.',
  ],
  'rescue/rescues.askCheck': [
    '该医疗机构可以看到受害人和体检时限,看不到案情。',
    'The health unit sees whom to examine and by when, and nothing of the case.',
  ],
  'rescue/rescues.check': [
    '只登记已体检;检查结果留在医疗机构。体检时限停止。',
    'Only that the check was made; what was found stays with the health unit. The deadline stops.',
  ],
  'rescue/rescues.request': REQUESTED,
  'rescue/rescues.withdraw': WITHDRAWN,
  'rescue/rescues.close': [
    '每名受害人均已获救、体检、由其他单位或亲属照料,且下一阶段已被接收,方可办结;还有人未获救的,只能勾选“放弃本阶段”办结。经过永久保留。',
    'It closes when every victim is free, examined, in somebody else’s care, and the next stage is accepted; while somebody is not free, only by giving the stage up. What happened stays on record for good.',
  ],
  'rescue/rescues.offer': OFFERED,
  'rescue/rescues.accept': ACCEPTED,
  'rescue/rescues.giveBack': RETURNED,
  'rescue/custodies.offer': [
    '对方确认接到人之前,仍由您单位照料。',
    'Until the other unit confirms that the person is there, yours has the care.',
  ],
  'rescue/custodies.accept': [
    '从此刻起受害人由您照料。人已到您处才可确认。',
    'From this minute the victim is in your care. Confirm only when the person is with you.',
  ],
  'rescue/custodies.retake': [
    '从此刻起由您照料这名儿童,并由您负责为其新开的解救阶段;体检时限开始计算。',
    'From this minute the child is in your care, and you answer for a new rescue that is opened for them; the deadline for the medical check runs.',
  ],
  'rescue/custodies.prove': BUYER_BAN,
  'rescue/custodies.relative': BUYER_BAN,
  'placement/placements.assess': BUYER_BAN,
  'placement/placements.decide': BUYER_BAN,
  'placement/placements.takeEffect': [
    '安置从此生效,回访按时限自动排定。',
    'The placement is in effect from now on; the follow-up visits are scheduled.',
  ],
  'placement/placements.close': CLOSED,
  'placement/placements.offer': OFFERED,
  'placement/placements.accept': ACCEPTED,
  'placement/placements.giveBack': RETURNED,
  'cross-border/returns.requestIdentity': [
    '对方开始核实,答复时限开始计算(工作日,节假日除外)。',
    'The counterpart begins to verify; its deadline runs, in working days.',
  ],
  'cross-border/returns.answerIdentity': [
    '答复送达对方,核实时限停止。姓名不符的,等待补充材料。',
    'The answer reaches the other side, and the deadline stops. Where it does not match, a supplement is awaited.',
  ],
  'cross-border/returns.askReception': [
    '所选机构会看到请求;取得其承诺后方可排定移交。',
    'The body sees the request; a handover can be scheduled once it has promised.',
  ],
  'cross-border/returns.askFitness': [
    '该医疗机构可以出具是否适宜出行的结论,看不到案情。',
    'The health unit may say whether the person is fit to travel, and sees nothing of the case.',
  ],
  'cross-border/returns.assessFitness': [
    '只登记结论与日期。不宜出行期间,任何移交都不能排定。',
    'Only the outcome and the dates. While not fit to travel, no handover can be scheduled.',
  ],
  'cross-border/returns.withdraw': WITHDRAWN,
  'cross-border/returns.close': CLOSED,
  'cross-border/returns.offer': OFFERED,
  'cross-border/returns.accept': ACCEPTED,
  'cross-border/returns.giveBack': RETURNED,
  'cross-border/handovers.schedule': [
    '逐人核对:身份、安全评估、同意、证件、适宜出行、对方承诺;缺一项即不能排定,并说明缺什么。',
    'Each person is checked: identity, safety, consent, document, fitness, the promise of reception; if one is missing it is refused, and says which.',
  ],
  'cross-border/handovers.split': [
    '所选的人另行移交,时间另定;其余的人按原计划。',
    'The person goes by a handover of their own, at another time; the others go as planned.',
  ],
  'cross-border/handovers.seal': [
    '封定后清单不能再增删;对方从此逐项接收。',
    'Nothing is added or struck afterwards; the other side then accepts item by item.',
  ],
  'cross-border/handovers.refuse': [
    '移交不成立,人员仍由我方照料,须另定时间。',
    'The handover does not take place; the persons stay with the sending side, and another time is set.',
  ],
};
