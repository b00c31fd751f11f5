import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { attachmentControllers } from '#attachments';
import { Transactions, type Receipt } from '#messaging';
import {
  ByAsking, ByCaller, CommandInput, Commands, listOf, PageOfCase, pageOfCase, Reads, seenWithActions, stageController,
  withActions, withdrawalController, WORKING,
  type ActionState, type Asking, type Caller,
} from '#service-kit';
import { closeInvestigation } from '../commands/close-investigation.js';
import {
  ResumeInvestigation, resumeInvestigation, reviewInvestigation, SuspendInvestigation, suspendInvestigation,
} from '../commands/cold-case.js';
import { RequestStage, requestStage } from '../commands/request-stage.js';
import { Investigation } from '../domain/investigation.js';
import { investigationPermissions } from '../permissions.js';
import { investigationActions as actions } from './actions.js';
import { InvestigationAnswer } from './answers.js';
import { EvidenceController } from './evidence.controller.js';
import { TaskForceController } from './task-force.controller.js';

export const InvestigationFiles = attachmentControllers(Investigation, 'investigation', investigationPermissions);

export const InvestigationOffers = stageController(Investigation, 'investigations', {
  service: 'investigation', own: ['investigation.leader-not-head', 'investigation.wrong-jurisdiction'],
});
export const InvestigationWithdrawals = withdrawalController(
  Investigation, 'investigations', { permission: 'investigation.request' });

@ApiTags('investigations 侦查')
@Controller('investigations')
export class InvestigationsController {
  constructor(private readonly transactions: Transactions, private readonly source: DataSource) {}

  @Get()
  @Reads('investigation.read', {
    says: '某案的侦查 / The investigations of a case',
    answers: listOf(InvestigationAnswer), query: PageOfCase, of: 'case',
  })
  async ofCase(@Query() page: PageOfCase): Promise<{ items: Investigation[] }> {
    return { items: await this.source.getRepository(Investigation).find(pageOfCase(page)) };
  }

  @Get(':id')
  @Reads('investigation.read', {
    says: '查看侦查,以及本人现在可以做什么 / Shows an investigation, and what the reader can do with it now',
    answers: withActions(InvestigationAnswer), of: Investigation,
  })
  one(@Param('id', ParseUUIDPipe) id: string, @ByCaller() caller: Caller): Promise<Investigation & { actions: ActionState[] }> {
    return seenWithActions(this.transactions, caller, {
      type: Investigation, id, actions,
      routes: [
        InvestigationsController, TaskForceController, EvidenceController, InvestigationOffers, InvestigationWithdrawals,
        ...InvestigationFiles,
      ],
    });
  }

  @Put(':id/suspension')
  @HttpCode(200)
  @Commands('investigation.cold-case', {
    says: '转入积案,责任不撤销 / Carries the case on as a cold one; everybody stays answerable (V-1, V-5)',
    input: SuspendInvestigation, refuses: [...WORKING, 'investigation.no-task-force'],
  })
  suspend(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: SuspendInvestigation, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => suspendInvestigation(tx, id, input));
  }

  @Put(':id/resumption')
  @HttpCode(200)
  @Commands('investigation.cold-case', {
    says: '积案重启侦查 / Works on a cold case again (V-5)', input: ResumeInvestigation,
    refuses: [...WORKING, 'investigation.unknown-hit'],
  })
  resume(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: ResumeInvestigation, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => resumeInvestigation(tx, id, input));
  }

  @Post(':id/reviews')
  @Commands('investigation.cold-case', {
    says: '登记积案复核 / Records a review of the cold case (V-5)', input: CommandInput,
    refuses: [...WORKING, 'investigation.not-cold'],
  })
  review(@Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => reviewInvestigation(tx, id));
  }

  @Post(':id/stage-requests')
  @Commands('investigation.request', {
    says: '请求下一阶段:解救、安置或送返 / Asks for the next stage: rescue, placement or repatriation', input: RequestStage,
    refuses: [
      ...WORKING, 'stage.unknown-unit', 'stage.unit-not-competent', 'stage.already-requested',
      'stage.too-many-requests', 'investigation.unknown-victim',
    ],
  })
  request(@Param('id', ParseUUIDPipe) id: string, @Body() input: RequestStage, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => requestStage(tx, id, input));
  }

  @Put(':id/closure')
  @HttpCode(200)
  @Commands('investigation.close', {
    says: '办结侦查阶段,解散特侦组 / Closes the stage and dissolves the task force (V-1)', input: CommandInput,
    refuses: [
      ...WORKING, 'stage.offer-pending', 'stage.next-not-accepted', 'investigation.no-task-force', 'investigation.packages-open',
    ],
  })
  close(@Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => closeInvestigation(tx, id));
  }
}
