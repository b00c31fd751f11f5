// Written by `npm run generate`. Change the code of the services, not this file.

import type { ClockRuleName } from './codes.js';

export const CLOCK_RULES: Readonly<Record<ClockRuleName, readonly [zh: string, en: string]>> = {
 "missing-child-accept": [
  "儿童失踪报案受理",
  "Accepting a missing-child report"
 ],
 "clue-triage": [
  "线索研判分流",
  "Triage of a clue"
 ],
 "clue-feedback": [
  "线索反馈",
  "Feedback on a clue"
 ],
 "next-stage-request": [
  "提请下一阶段",
  "Asking for the next stage"
 ],
 "task-force-formation": [
  "成立特侦组",
  "Forming the task force"
 ],
 "relatives-contact": [
  "联系亲属",
  "Contact with the relatives"
 ],
 "cold-case-review": [
  "积案复核",
  "Review of a cold case"
 ],
 "investigation-measure": [
  "侦查措施",
  "Measures of the investigation"
 ],
 "rescue-plan": [
  "解救方案",
  "Plan of the rescue"
 ],
 "medical-check-after-rescue": [
  "解救后体检",
  "Medical check after rescue"
 ],
 "custody-offer-answer": [
  "答复人员移交",
  "Answer to the handing-over of a person"
 ],
 "person-reception": [
  "接收人员",
  "Receiving the person"
 ],
 "placement-decision": [
  "安置决定",
  "Placement decision"
 ],
 "placement-effect": [
  "安置落实",
  "Putting the placement in effect"
 ],
 "follow-up-visit": [
  "安置后回访",
  "Follow-up visit"
 ],
 "identity-request": [
  "请求核实身份",
  "Asking for the identity"
 ],
 "return-handover": [
  "准备送返并移交",
  "Preparing the return and handing over"
 ],
 "identity-verification": [
  "身份核实",
  "Identity verification"
 ],
 "identity-supplement": [
  "补充材料再核实",
  "Verification on supplementary papers"
 ],
 "fitness-review": [
  "适宜出行复查",
  "Review of fitness to travel"
 ],
 "handover-reception-confirmation": [
  "接收安置确认",
  "Confirmation of reception"
 ],
 "stage-offer-answer": [
  "答复阶段移交",
  "Answer to the offer of a stage"
 ],
 "stage-next-step": [
  "推进下一步",
  "Taking the next step"
 ]
};

/** What must have been done so that the deadline stops. */
export const CLOCK_STOPS: Readonly<Record<ClockRuleName, readonly [zh: string, en: string]>> = {
 "missing-child-accept": [
  "首接单位受理",
  "the unit approached first accepts the report"
 ],
 "clue-triage": [
  "定级并分流、并案或立案",
  "it is graded and routed, merged or made a case"
 ],
 "clue-feedback": [
  "向报告单位或报告人反馈",
  "the reporting unit or person has its feedback"
 ],
 "next-stage-request": [
  "提请侦查或其他阶段",
  "an investigation, or another stage, is asked for"
 ],
 "task-force-formation": [
  "组长到位、三包到人",
  "the leader and the three package holders are named"
 ],
 "relatives-contact": [
  "联系亲属并记录",
  "the relatives were contacted, on record"
 ],
 "cold-case-review": [
  "完成复核并记录",
  "the review is done, on record"
 ],
 "investigation-measure": [
  "采取措施并记录;转入积案;三包全部完成",
  "a measure is taken, on record; the case becomes cold; all packages are done"
 ],
 "rescue-plan": [
  "方案获批准,或紧急解救",
  "a plan is approved, or somebody is freed in an emergency"
 ],
 "medical-check-after-rescue": [
  "体检完成",
  "the medical check is done"
 ],
 "custody-offer-answer": [
  "对方接收或退回",
  "the other side takes or returns it"
 ],
 "person-reception": [
  "受害人到达接收单位",
  "the victim has arrived at the receiving unit"
 ],
 "placement-decision": [
  "作出安置决定",
  "the placement is decided"
 ],
 "placement-effect": [
  "安置落实,或安置失效",
  "the placement has taken effect, or it fell"
 ],
 "follow-up-visit": [
  "当次回访完成",
  "this visit was made"
 ],
 "identity-request": [
  "向对口单位发出核实请求,或改请安置",
  "the request goes to the counterpart, or placement is asked for"
 ],
 "return-handover": [
  "口岸移交完成,或改请安置",
  "the handover at the port is complete, or placement is asked for"
 ],
 "identity-verification": [
  "对口单位答复",
  "the counterpart has answered"
 ],
 "identity-supplement": [
  "对口单位答复",
  "the counterpart has answered"
 ],
 "fitness-review": [
  "复查完成",
  "the review is done"
 ],
 "handover-reception-confirmation": [
  "对方反馈已接收安置",
  "the other side confirms reception"
 ],
 "stage-offer-answer": [
  "对方接收或退回",
  "the receiver accepts or returns it"
 ],
 "stage-next-step": [
  "另一时限起算,或阶段办结",
  "another deadline begins, or the stage is closed"
 ]
};
