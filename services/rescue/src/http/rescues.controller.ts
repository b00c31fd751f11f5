import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { attachmentControllers } from '#attachments';
import { ACCESS_PURPOSES, OneOf, type AccessPurpose, type Actor } from '#contracts';
import { Transactions, type Receipt } from '#messaging';
import {
  ByActor, ByAsking, ByCaller, CommandInput, Commands, Directory, listOf, PageOfCase, pageOfCase, Reads, seenWithActions,
  stageController, withActions, withdrawalController, WORKING, type ActionState, type Asking, type Caller,
} from '#service-kit';
import { KeepsDenials, reading, Vault } from '#vault';
import { AskMedicalCheck, askMedicalCheck } from '../commands/ask-medical-check.js';
import { approvePlan } from '../commands/approve-plan.js';
import { CloseRescue, closeRescue } from '../commands/close-rescue.js';
import { DraftPlan, draftPlan, readPlanNote } from '../commands/draft-plan.js';
import { FreePerson, freePerson } from '../commands/free-person.js';
import { RecordInterview, recordInterview } from '../commands/record-interview.js';
import { RecordMedicalCheck, recordMedicalCheck } from '../commands/record-medical-check.js';
import { RequestStage, requestStage } from '../commands/request-stage.js';
import { Rescue } from '../domain/rescue.js';
import { rescuePermissions } from '../permissions.js';
import { rescueActions as actions } from './actions.js';
import { PlanNoteAnswer, RescueAnswer } from './answers.js';
import { shownTo, type ShownRescue } from './shown-rescue.js';

class Purpose {
  @OneOf(ACCESS_PURPOSES) purpose!: AccessPurpose;
}

export const RescueFiles = attachmentControllers(Rescue, 'rescue', rescuePermissions);

export const RescueOffers = stageController(Rescue, 'rescues', { service: 'rescue' });
export const RescueWithdrawals = withdrawalController(Rescue, 'rescues', { permission: 'rescue.request' });

@ApiTags('rescues 解救')
@Controller('rescues')
export class RescuesController {
  constructor(
    private readonly transactions: Transactions, private readonly source: DataSource, private readonly vault: Vault,
    private readonly directory: Directory,
  ) {}

  @Get()
  @Reads('rescue.read', { says: '某案的解救 / The rescues of a case', answers: listOf(RescueAnswer), query: PageOfCase, of: 'case' })
  async ofCase(@Query() page: PageOfCase, @ByActor() actor: Actor): Promise<{ items: ShownRescue[] }> {
    const [found, unit] = await Promise.all([
      this.source.getRepository(Rescue).find(pageOfCase(page)), this.directory.unit(actor.unitId),
    ]);
    return { items: found.map((rescue) => shownTo(unit, rescue)) };
  }

  @Get(':id')
  @Reads('rescue.read', {
    says: '查看解救:方案、获救人员、询问次数,以及本人现在可以做什么 / Shows a rescue: plans, persons, how often each was asked, and what the reader can do now',
    answers: withActions(RescueAnswer), of: Rescue,
  })
  async one(
    @Param('id', ParseUUIDPipe) id: string, @ByCaller() caller: Caller,
  ): Promise<ShownRescue & { actions: ActionState[] }> {
    const routes = [RescuesController, RescueOffers, RescueWithdrawals, ...RescueFiles];
    const { actions: states, ...found } = await seenWithActions(this.transactions, caller, { type: Rescue, id, actions, routes });
    const shown = shownTo(await this.directory.unit(caller.actor.unitId), found);
    const isShown = (of: string): boolean => shown.rescued.some(({ victimId }) => victimId === of);
    return { ...shown, actions: states.filter(({ action, of = '' }) => !/[cC]heck$/.test(action) || isShown(of)) };
  }

  @Post(':id/plans')
  @Commands('rescue.plan', {
    says: '制定解救方案 / Drafts a plan (R-1)', input: DraftPlan,
    refuses: [
      ...WORKING, 'rescue.place-not-verified', 'rescue.risks-contradict', 'rescue.present-missing', 'rescue.unknown-victim',
    ],
  })
  draft(@Param('id', ParseUUIDPipe) id: string, @Body() input: DraftPlan, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => draftPlan(tx, this.vault, id, input));
  }

  @Get(':id/plans/:planId/note')
  @KeepsDenials()
  @Reads('rescue.read-note', {
    says: '查看方案说明(留痕)/ Shows the words of a plan; on record', answers: PlanNoteAnswer, query: Purpose, of: Rescue,
    refuses: ['rescue.unknown-plan', 'rescue.not-involved', 'vault.key-destroyed', 'vault.damaged'],
  })
  note(
    @Param('id', ParseUUIDPipe) id: string, @Param('planId', ParseUUIDPipe) planId: string,
    @Query() { purpose }: Purpose, @ByActor() actor: Actor,
  ): Promise<{ note: string | null }> {
    return reading(this.transactions, actor, (tx) => readPlanNote(tx, this.vault, { rescueId: id, planId, purpose }));
  }

  @Put(':id/plans/:planId/approval')
  @HttpCode(200)
  @Commands('rescue.approve', {
    says: '批准解救方案 / Approves a plan that somebody else has drafted (R-1)', input: CommandInput,
    refuses: [...WORKING, 'rescue.unknown-plan', 'rescue.own-plan', 'rescue.present-missing', 'rescue.unknown-victim'],
  })
  approve(
    @Param('id', ParseUUIDPipe) id: string, @Param('planId', ParseUUIDPipe) planId: string,
    @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => approvePlan(tx, id, planId));
  }

  @Post(':id/rescued-persons')
  @Commands('rescue.execute', {
    says: '登记获救人员,照料责任同时开始 / Records that a victim is free; the care begins in the same act (R-2, R-4)',
    input: FreePerson,
    refuses: [
      ...WORKING, 'rescue.unknown-victim', 'rescue.unknown-plan', 'rescue.no-approved-plan', 'rescue.already-rescued',
      'rescue.held-by-another', 'rescue.emergency-needs-commander',
    ],
  })
  free(@Param('id', ParseUUIDPipe) id: string, @Body() input: FreePerson, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => freePerson(tx, id, input));
  }

  @Post(':id/interviews')
  @Commands('rescue.interview', {
    says: '登记询问 / Records an interview and counts it (R-2)', input: RecordInterview,
    refuses: [
      ...WORKING, 'rescue.unknown-victim', 'rescue.not-rescued', 'rescue.interview-times', 'rescue.present-missing',
      'rescue.repeat-needs-reason',
    ],
  })
  interview(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: RecordInterview, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => recordInterview(tx, id, input));
  }

  @Post(':id/victims/:victimId/medical-check-requests')
  @Commands('rescue.execute', {
    says: '请医疗机构体检 / Asks a health unit to examine a victim; it can then see whom, and by when (R-2)',
    input: AskMedicalCheck,
    refuses: [...WORKING, 'stage.unknown-unit', 'rescue.not-a-health-unit', 'rescue.not-rescued'],
  })
  askCheck(
    @Param('id', ParseUUIDPipe) id: string, @Param('victimId', ParseUUIDPipe) victimId: string,
    @Body() input: AskMedicalCheck, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => askMedicalCheck(tx, id, victimId, input));
  }

  @Put(':id/victims/:victimId/medical-check')
  @HttpCode(200)
  @Commands('rescue.medical-check', {
    says: '登记体检完成 / Records that a victim was examined; the result stays with the health unit (R-2)',
    input: RecordMedicalCheck,
    refuses: [...WORKING, 'stage.unknown-unit', 'rescue.not-a-health-unit', 'rescue.not-rescued'],
  })
  check(
    @Param('id', ParseUUIDPipe) id: string, @Param('victimId', ParseUUIDPipe) victimId: string,
    @Body() input: RecordMedicalCheck, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => recordMedicalCheck(tx, id, victimId, input));
  }

  @Post(':id/stage-requests')
  @Commands('rescue.request', {
    says: '提请下一阶段(安置或跨境移交) / Asks for the next stage (R-3)', input: RequestStage,
    refuses: [
      ...WORKING, 'stage.unknown-unit', 'stage.unit-not-competent', 'stage.already-requested',
      'stage.too-many-requests', 'rescue.not-rescued',
    ],
  })
  request(@Param('id', ParseUUIDPipe) id: string, @Body() input: RequestStage, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => requestStage(tx, id, input));
  }

  @Put(':id/closure')
  @HttpCode(200)
  @Commands('rescue.close', {
    says: '办结解救阶段 / Closes the stage', input: CloseRescue,
    refuses: [
      ...WORKING, 'stage.offer-pending', 'stage.next-not-accepted', 'rescue.not-rescued', 'rescue.medical-check-missing',
      'rescue.still-in-care',
    ],
  })
  close(@Param('id', ParseUUIDPipe) id: string, @Body() input: CloseRescue, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => closeRescue(tx, id, input));
  }
}
