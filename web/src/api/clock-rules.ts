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
 "medical-check-after-rescue": [
  "解救后体检",
  "Medical check after rescue"
 ],
 "custody-offer-answer": [
  "答复人员移交",
  "Answer to the handing-over of a person"
 ],
 "placement-decision": [
  "安置决定",
  "Placement decision"
 ],
 "follow-up-visit": [
  "安置后回访",
  "Follow-up visit"
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
 ]
};
