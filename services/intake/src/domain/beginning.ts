import type { ClockAnswers, ClockRules } from '#clocks';
import { MissingPersonReported, Refusal, fact, type Actor, type Fact, type Instant } from '#contracts';
import { Stage } from '#stages';
import { clueFrom, clueReceived, type NewClue } from './clue.js';
import { Intake } from './intake.js';
import { mustBeKnown, type NewPlace } from './jurisdiction.js';
import { asVictim, type Described, type MissingReport } from './victim.js';

interface Beginning extends NewPlace {
  readonly by: Actor;
  readonly at: Instant;
  readonly id: string;
  readonly caseId: string;
  readonly triageClockId: string;
  readonly rules: ClockRules;
  readonly superiorUnit?: string;
}

/** I-1: a clue is received; whoever receives it answers for it from then on. */
export function fromClue(given: Beginning & { clue: NewClue }): [Intake, Fact[]] {
  const [intake, opened] = begin(given);
  const clue = clueFrom(given.clue, given.at);
  intake.clues.push(clue);
  return [intake, [
    clueReceived(clue, { division: given.division, unitId: given.by.unitId }), ...opened,
    ...intake.clocks.start(given.rules, {
      clockId: clue.feedbackClockId, rule: 'clue-feedback', at: given.at, answers: answersOf(given),
    }),
  ]];
}

/** I-2: somebody is reported missing; the unit first approached accepts at once, wherever the person was lost. */
export function fromMissingReport(given: Beginning & {
  report: Omit<MissingReport, 'receivedAt' | 'victimId'>; person: Described; ageYears: number | undefined;
  reportedAt: Instant; acceptClockId: string;
}): [Intake, Fact[]] {
  const { report, at, reportedAt, ageYears } = given;
  const person = asVictim(given.person);
  if ((ageYears !== undefined && ageYears < 0) || report.missingSince > reportedAt || reportedAt > at)
    throw new Refusal('intake.times-contradict', { missingSince: report.missingSince, reportedAt, receivedAt: at });
  const [intake, opened] = begin(given);
  intake.reports.push({ ...report, victimId: person.victimId, receivedAt: at });
  intake.victims.push(person);
  const accepted = person.minor ? acceptChild(intake, given) : [];
  return [intake, [
    fact(MissingPersonReported, {
      reportId: report.reportId, victimId: person.victimId, sex: person.sex, ageYears,
      missingSince: report.missingSince, division: given.division, receivedBy: given.by.unitId,
    }),
    ...opened, ...accepted,
  ]];
}

function begin(given: Beginning): [Intake, Fact[]] {
  mustBeKnown(given);
  const { id, caseId, division, at } = given;
  const [stage, opened] = Stage.open({ stageId: id, kind: 'intake', answers: given.by, at, taken: true });
  const intake = Object.assign(new Intake(), { id, caseId, division, stage });
  const triage = intake.clocks.start(given.rules, {
    clockId: given.triageClockId, rule: 'clue-triage', at, answers: answersOf(given),
  });
  return [intake, [...opened, ...triage]];
}

/** I-2: from the words of the family to the acceptance; over in the same command, and measured. */
function acceptChild(intake: Intake, given: Beginning & { acceptClockId: string; reportedAt: Instant }): Fact[] {
  return [
    ...intake.clocks.start(given.rules, {
      clockId: given.acceptClockId, rule: 'missing-child-accept', at: given.reportedAt, answers: answersOf(given),
    }),
    ...intake.clocks.stop(given.acceptClockId, given.at),
  ];
}

const answersOf = ({ by, superiorUnit }: Beginning): ClockAnswers => ({ unitId: by.unitId, personId: by.personId, superiorUnit });
