import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Put, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OneOf, StageAccepted, StageClosed, WITHDRAWAL_REASONS, type Envelope, type WithdrawalReason } from '#contracts';
import { on, Transactions, type Reaction, type Receipt, type Tx } from '#messaging';
import type { AskingStage } from '#stages';
import type { Check } from './actions.js';
import { ByAsking, CommandInput, type Asking } from './asking.js';
import { knownStages } from './known-stages.js';
import { Commands } from './routes.js';
import { saidOf } from './stage-commands.js';
import { WORKING } from './stage.controller.js';

export class WithdrawRequest extends CommandInput {
  @OneOf(WITHDRAWAL_REASONS) reason!: WithdrawalReason;
}

export async function withdrawRequest(
  tx: Tx, type: new () => AskingStage, id: string, { requestId, reason }: { requestId: string; reason: WithdrawalReason },
): Promise<void> {
  const stage = await tx.load(type, id);
  await tx.save(stage, stage.withdrawRequest({
    by: tx.actor, at: tx.at, requestId, reason, elsewhere: await knownStages(tx, stage.caseId),
  }));
}

/** A stage that hears what has become of what it asked for: nothing is said of a request that stands as it was thought to. */
export function heeding(type: new () => AskingStage): Reaction[] {
  const heed = async ({ caseId, data: { stageId } }: Envelope<{ stageId: string }>, tx: Tx): Promise<void> => {
    const elsewhere = await knownStages(tx, caseId);
    const requestId = elsewhere.find((known) => known.stageId === stageId)?.requestId;
    if (!requestId) return;
    const [asked] = await saidOf(tx, 'stage.requested', { caseId, requestId });
    if (!asked) return;
    const stage = await tx.load(type, asked);
    await tx.save(stage, stage.heedRequest({ requestId, elsewhere, at: tx.at }));
  };
  return [on(StageAccepted, heed), on(StageClosed, heed)];
}

/** The withdrawal of what a stage has asked for, among the actions on its record. */
export const WITHDRAWAL = {
  checks: {
    withdraw: async (stage, { by, of }, tx) =>
      void stage.mayWithdraw({ by, requestId: of, elsewhere: await knownStages(tx, stage.caseId) }),
  } satisfies Record<string, Check<AskingStage>>,
  each: {
    withdraw: ({ requests: { all } }: AskingStage): string[] =>
      all.filter(({ withdrawnAt }) => withdrawnAt === undefined).map(({ requestId }) => requestId),
  },
};

/** `PUT /<path>/:id/stage-requests/:requestId/withdrawal`, for whoever may ask for the next stage. */
export function withdrawalController(
  type: new () => AskingStage, path: string, { permission }: { permission: string },
): Type<object> {
  @ApiTags('stage 阶段移交')
  @Controller(`${path}/:id/stage-requests`)
  class WithdrawalController {
    constructor(readonly transactions: Transactions) {}

    @Put(':requestId/withdrawal')
    @HttpCode(200)
    @Commands(permission, {
      says: '撤回无人接收的请求 / Withdraws a request that nobody has taken', input: WithdrawRequest,
      refuses: [...WORKING, 'stage.unknown-request', 'stage.request-taken'],
    })
    withdraw(
      @Param('id', ParseUUIDPipe) id: string, @Param('requestId', ParseUUIDPipe) requestId: string,
      @Body() { reason }: WithdrawRequest, @ByAsking() asking: Asking,
    ): Promise<Receipt> {
      return this.transactions.run(asking, (tx) => withdrawRequest(tx, type, id, { requestId, reason }));
    }
  }
  return WithdrawalController;
}
