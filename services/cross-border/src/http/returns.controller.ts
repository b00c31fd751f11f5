import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource, In } from 'typeorm';
import { attachmentControllers } from '#attachments';
import { Refusal, type Actor } from '#contracts';
import { Transactions, type Receipt } from '#messaging';
import {
  actionsOn, ByActor, ByAsking, ByCaller, CommandInput, Commands, Directory, listOf, PageOfCase, pageOfCase, Reads,
  stageController, withActions, withdrawalController, type Asking, type Caller,
} from '#service-kit';
import { closeReturn } from '../commands/close-return.js';
import { ConfirmReception, confirmReception } from '../commands/confirm-reception.js';
import { requestPlacement, RequestStage } from '../commands/request-placement.js';
import { Handover } from '../domain/handover.js';
import { Return } from '../domain/return.js';
import { crossBorderPermissions } from '../permissions.js';
import { ReturnAnswer } from './answers.js';
import { HandoversController } from './handovers.controller.js';
import { PreparationController } from './preparation.controller.js';
import { readerOf, returnFor } from './readers.js';
import { returnActions as actions } from './return-actions.js';

export const ReturnFiles = attachmentControllers(Return, 'cross-border', crossBorderPermissions);

export const ReturnOffers = stageController(Return, 'returns', {
  service: 'cross-border', own: ['cross-border.already-scheduled'],
});
export const ReturnWithdrawals = withdrawalController(Return, 'returns', { permission: 'cross-border.prepare' });

@ApiTags('returns 送返')
@Controller('returns')
export class ReturnsController {
  constructor(
    private readonly transactions: Transactions, private readonly source: DataSource, private readonly directory: Directory,
  ) {}

  @Get()
  @Reads('cross-border.read', {
    says: '某案的送返 / The returns of a case, as far as the reader may see them',
    answers: listOf(ReturnAnswer), query: PageOfCase, of: 'case',
  })
  async ofCase(@Query() page: PageOfCase, @ByActor() actor: Actor): Promise<{ items: object[] }> {
    const found = await this.source.getRepository(Return).find(pageOfCase(page));
    return { items: (await this.shown(found, actor)).filter((shown) => shown !== null) };
  }

  @Get(':id')
  @Reads('cross-border.read', {
    says: '查看送返,以及本人现在可以做什么 / Shows a return as far as the reader may see it, and what the reader can do now',
    answers: withActions(ReturnAnswer), of: Return,
  })
  one(@Param('id', ParseUUIDPipe) id: string, @ByCaller() caller: Caller): Promise<object> {
    return this.transactions.look(caller.actor, async (tx) => {
      const record = await tx.load(Return, id);
      const handover = record.handoverId ? await tx.load(Handover, record.handoverId) : null;
      const shown = returnFor(readerOf(await tx.directory.unit(caller.actor.unitId)), record, handover);
      if (!shown) throw new Refusal('access.not-permitted', { id });
      const routes = [
        PreparationController, ReturnsController, ReturnOffers, ReturnWithdrawals, HandoversController, ...ReturnFiles,
      ];
      return { ...shown, actions: await actionsOn(tx, caller, { record, actions, routes }) };
    });
  }

  @Put(':id/reception-confirmations')
  @HttpCode(200)
  @Commands('cross-border.reception', {
    says: '对方确认接收安置 / The other side confirms the reception and how the person is settled (X-5)', input: ConfirmReception,
    refuses: ['cross-border.not-handed-over', 'cross-border.not-the-counterpart', 'time.before-last-change'],
  })
  confirmReception(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: ConfirmReception, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => confirmReception(tx, id, input));
  }

  @Post(':id/stage-requests')
  @Commands('cross-border.prepare', {
    says: '请安置部门接收 / Asks for the placement stage: for who comes in or cannot go back (X-6)', input: RequestStage,
    refuses: [
      'stage.closed', 'stage.not-accepted', 'access.not-answerable', 'time.before-last-change', 'stage.unknown-unit',
      'stage.unit-not-competent', 'cross-border.already-handed-over', 'cross-border.already-scheduled',
      'cross-border.placement-requested', 'stage.already-requested', 'stage.too-many-requests',
    ],
  })
  requestStage(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: RequestStage, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => requestPlacement(tx, id, input));
  }

  @Put(':id/closure')
  @HttpCode(200)
  @Commands('cross-border.close', {
    says: '办结送返阶段 / Closes the stage, after reception is confirmed (X-5)', input: CommandInput,
    refuses: [
      'stage.closed', 'stage.not-accepted', 'stage.offer-pending', 'stage.next-not-accepted', 'access.not-answerable',
      'time.before-last-change', 'cross-border.not-handed-over', 'cross-border.reception-not-confirmed',
      'cross-border.already-scheduled',
    ],
  })
  close(@Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => closeReturn(tx, id));
  }

  private async shown(found: readonly Return[], actor: Actor): Promise<(object | null)[]> {
    const reader = readerOf(await this.directory.unit(actor.unitId));
    const ids = found.flatMap(({ handoverId }) => (handoverId ? [handoverId] : []));
    const handovers = await this.source.getRepository(Handover).findBy({ id: In(ids) });
    return found.map((one) => returnFor(reader, one, handovers.find(({ id }) => id === one.handoverId) ?? null));
  }
}
