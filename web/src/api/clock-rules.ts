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
