import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { attachmentControllers } from '#attachments';
import { CountInQuery, Id, Maybe, type Actor } from '#contracts';
import { Transactions, type Receipt } from '#messaging';
import {
  ByActor, ByAsking, ByCaller, Commands, listOf, Reads, seenWithActions, stageController, withActions, withdrawalController,
  WORKING,
  type ActionState, type Asking, type Caller,
} from '#service-kit';
import { Vault } from '#vault';
import { AddVictim, addVictim } from '../commands/add-victim.js';
import { CorrectDivision, correctDivision } from '../commands/correct-division.js';
import { ConcludeIntake, concludeIntake } from '../commands/conclude-intake.js';
import { GradeRisk, gradeRisk } from '../commands/grade-risk.js';
import { MergeIntake, mergeIntake } from '../commands/merge-intakes.js';
import { OpenCase, openCase } from '../commands/open-case.js';
import { ReceiveClue, receiveClue } from '../commands/receive-clue.js';
import { ReceiveMissingReport, receiveMissingReport } from '../commands/receive-missing-report.js';
import { RequestStage, requestStage } from '../commands/request-stage.js';
import { SayAge, sayAge } from '../commands/say-age.js';
import { SendFeedback, sendFeedback } from '../commands/send-feedback.js';
import { Intake } from '../domain/intake.js';
import { intakePermissions } from '../permissions.js';
import { intakeActions as actions } from './actions.js';
import { IntakeAnswer } from './answers.js';

const PAGE_MAX = 200;

class IntakesPage {
  @Maybe() @Id() caseId?: string;
  /** The last id of the page before; the newest come first. */
  @Maybe() @Id() before?: string;
  @Maybe() @CountInQuery({ min: 1, max: PAGE_MAX }) limit?: number;
}

const REQUESTING = ['stage.unknown-unit', 'stage.unit-not-competent', 'intake.wrong-jurisdiction'];

export const IntakeOffers = stageController(Intake, 'intakes', { service: 'intake' });
export const IntakeFiles = attachmentControllers(Intake, 'intake', intakePermissions);
export const IntakeWithdrawals = withdrawalController(Intake, 'intakes', { permission: 'intake.request-stage' });

@ApiTags('intakes 受理')
@Controller('intakes')
export class IntakesController {
  constructor(
    private readonly transactions: Transactions, private readonly source: DataSource, private readonly vault: Vault,
  ) {}

  @Get()
  @Reads('intake.read', {
    says: '某案的受理;不指明案件时为本单位的受理事项 / The receiving of a case, or what the own unit answers for',
    answers: listOf(IntakeAnswer), query: IntakesPage, of: 'case',
  })
  async list(
    @Query() { caseId, before, limit = PAGE_MAX }: IntakesPage, @ByActor() { unitId }: Actor,
  ): Promise<{ items: Intake[] }> {
    const found = this.source.getRepository(Intake).createQueryBuilder('intake').orderBy('intake.id', 'DESC').limit(limit);
    if (caseId) found.where('intake.caseId = :caseId', { caseId });
    else found.where(`(intake.stage->'answers'->>'unitId' = :unitId OR intake.stage->'offer'->>'toUnit' = :unitId)`, { unitId });
    if (before) found.andWhere('intake.id < :before', { before });
    return { items: await found.getMany() };
  }

  @Get(':id')
  @Reads('intake.read', {
    says: '查看受理事项,以及本人现在可以做什么 / Shows a matter received, and what the reader can do with it now',
    answers: withActions(IntakeAnswer), of: Intake,
  })
  one(@Param('id', ParseUUIDPipe) id: string, @ByCaller() caller: Caller): Promise<Intake & { actions: ActionState[] }> {
    const routes = [IntakesController, IntakeOffers, IntakeWithdrawals, ...IntakeFiles];
    return seenWithActions(this.transactions, caller, { type: Intake, id, actions, routes });
  }

  @Post('clues')
  @Commands('intake.receive', {
    says: '登记线索 / Receives a clue (I-1)', input: ReceiveClue, refuses: ['intake.times-contradict', 'intake.unknown-division'],
  })
  receiveClue(@Body() input: ReceiveClue, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => receiveClue(tx, this.vault, input));
  }

  @Post('missing-reports')
  @Commands('intake.receive', {
    says: '受理失踪报案(首接责任)/ Accepts a missing-person report at once (I-2)', input: ReceiveMissingReport,
    refuses: ['intake.times-contradict', 'intake.age-contradicts', 'intake.unknown-division'],
  })
  receiveMissingReport(@Body() input: ReceiveMissingReport, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => receiveMissingReport(tx, this.vault, input));
  }

  @Put(':id/risk')
  @HttpCode(200)
  @Commands('intake.grade', { says: '风险定级 / Grades the risk (I-3)', input: GradeRisk, refuses: WORKING })
  grade(@Param('id', ParseUUIDPipe) id: string, @Body() input: GradeRisk, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => gradeRisk(tx, id, input));
  }

  @Put(':id/merge')
  @HttpCode(200)
  @Commands('intake.merge', {
    says: '并案 / Merges the matter into another one (I-3)', input: MergeIntake,
    refuses: [
      ...WORKING, 'intake.merge-into-itself', 'intake.stage-requested', 'intake.too-many-victims', 'stage.offer-pending',
      'attachment.original-on-offer', 'vault.key-destroyed', 'vault.damaged',
    ],
  })
  merge(@Param('id', ParseUUIDPipe) id: string, @Body() input: MergeIntake, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => mergeIntake(tx, this.vault, id, input));
  }

  @Post(':id/feedbacks')
  @Commands('intake.feedback', {
    says: '线索反馈 / Tells the reporter what became of the clue (I-3)', input: SendFeedback,
    refuses: [...WORKING, 'intake.unknown-clue'],
  })
  sendFeedback(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: SendFeedback, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => sendFeedback(tx, id, input));
  }

  @Put(':id/case')
  @HttpCode(200)
  @Commands('intake.open-case', {
    says: '立案 / Opens a case (I-4)', input: OpenCase,
    refuses: [
      ...WORKING, 'intake.case-already-opened', 'intake.no-victim', 'intake.child-is-missing', 'intake.too-many-victims',
      'intake.unknown-victim', 'intake.age-contradicts', 'intake.birth-date-known', 'vault.key-destroyed', 'vault.damaged',
    ],
  })
  openCase(@Param('id', ParseUUIDPipe) id: string, @Body() input: OpenCase, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => openCase(tx, this.vault, id, input));
  }

  @Post(':id/victims')
  @Commands('intake.open-case', {
    says: '补登受害人 / Adds a victim to the case (I-4)', input: AddVictim,
    refuses: [
      ...WORKING, 'intake.case-not-opened', 'intake.too-many-victims', 'intake.age-contradicts',
      'vault.key-destroyed', 'vault.damaged',
    ],
  })
  addVictim(@Param('id', ParseUUIDPipe) id: string, @Body() input: AddVictim, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => addVictim(tx, this.vault, id, input));
  }

  @Put(':id/victims/:victimId/age')
  @HttpCode(200)
  @Commands('intake.say-age', {
    says: '登记已查明或估计的年龄 / Says how old a victim is, found out or judged (I-4)', input: SayAge,
    refuses: [
      'intake.unknown-victim', 'intake.age-missing', 'intake.age-contradicts', 'intake.birth-date-known',
      'intake.too-many-person-records', 'access.not-answerable',
      'vault.key-destroyed', 'vault.damaged',
    ],
  })
  sayAge(
    @Param('id', ParseUUIDPipe) intakeId: string, @Param('victimId', ParseUUIDPipe) victimId: string,
    @Body() input: SayAge, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => sayAge(tx, this.vault, { intakeId, victimId }, input));
  }

  @Post(':id/stage-requests')
  @Commands('intake.request-stage', {
    says: '请求下一阶段 / Asks for the next stage (I-4)', input: RequestStage,
    refuses: [
      ...WORKING, 'intake.case-not-opened', 'intake.unknown-victim', 'stage.already-requested',
      'stage.too-many-requests', ...REQUESTING,
    ],
  })
  requestStage(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: RequestStage, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => requestStage(tx, id, input));
  }

  @Put(':id/division')
  @HttpCode(200)
  @Commands('intake.correct', {
    says: '更正案发地区划并改派 / Corrects where the matter lies, and asks the bureau that is competent there (I-3)',
    input: CorrectDivision, refuses: [...WORKING, 'intake.unknown-division', ...REQUESTING],
  })
  correct(@Param('id', ParseUUIDPipe) id: string, @Body() input: CorrectDivision, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => correctDivision(tx, id, input));
  }

  @Put(':id/closure')
  @HttpCode(200)
  @Commands('intake.close', {
    says: '结束受理阶段:须下一阶段已被接收,且每条线索均已反馈 / Ends the receiving: the next stage is accepted and every clue has feedback (I-4)',
    input: ConcludeIntake,
    refuses: [
      ...WORKING, 'stage.offer-pending', 'stage.next-not-accepted', 'intake.feedback-missing', 'intake.case-not-opened',
      'intake.stage-requested', 'intake.outcome-does-not-fit',
    ],
  })
  conclude(@Param('id', ParseUUIDPipe) id: string, @Body() input: ConcludeIntake, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => concludeIntake(tx, id, input));
  }
}
