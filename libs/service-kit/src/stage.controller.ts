import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#messaging';
import { Transactions } from '#messaging';
import type { StagedAggregate } from '#stages';
import { ByAsking, CommandInput, type Asking } from './asking.js';
import { Commands } from './routes.js';
import { acceptStage, OfferStage, offerStage, returnStage, ReturnStage } from './stage-commands.js';

/** What every command on an accepted stage may be refused for. */
export const WORKING = ['stage.closed', 'stage.not-accepted', 'access.not-answerable', 'time.before-last-change'];

const ANSWERING = [
  'stage.closed', 'stage.no-offer', 'stage.offer-answered', 'stage.not-the-receiver', 'stage.unknown-unit',
  'stage.unit-not-competent', 'stage.unknown-person', 'time.before-last-change',
];

/**
 * The three moves of the stage protocol as routes of one service: `POST /<path>/:id/offers` and the two answers.
 * @param own codes with which the service's own rules may refuse a receiver.
 */
export function stageController(
  type: new () => StagedAggregate, path: string, { service, own = [] }: { service: string; own?: readonly string[] },
): Type<object> {
  @ApiTags('stage 阶段移交')
  @Controller(`${path}/:id/offers`)
  class StageController {
    constructor(readonly transactions: Transactions) {}

    @Post()
    @Commands(`${service}.stage.offer`, {
      says: '把本阶段移交给其他单位或人员 / Offers the stage to another unit or person', input: OfferStage,
      refuses: [...ANSWERING, 'stage.offer-pending', 'stage.same-receiver', 'access.not-answerable', ...own],
    })
    offer(@Param('id', ParseUUIDPipe) id: string, @Body() input: OfferStage, @ByAsking() asking: Asking): Promise<Receipt> {
      return this.transactions.run(asking, (tx) => offerStage(tx, type, id, input));
    }

    @Put(':offerId/acceptance')
    @HttpCode(200)
    @Commands(`${service}.stage.answer`, {
      says: '接收移交,从此负责 / Accepts the offer and answers from now on', input: CommandInput, refuses: [...ANSWERING, ...own],
    })
    accept(
      @Param('id', ParseUUIDPipe) id: string, @Param('offerId', ParseUUIDPipe) offerId: string,
      @Body() _input: CommandInput, @ByAsking() asking: Asking,
    ): Promise<Receipt> {
      return this.transactions.run(asking, (tx) => acceptStage(tx, type, id, offerId));
    }

    @Put(':offerId/return')
    @HttpCode(200)
    @Commands(`${service}.stage.answer`, {
      says: '退回移交并说明理由 / Returns the offer with a reason', input: ReturnStage, refuses: ANSWERING,
    })
    giveBack(
      @Param('id', ParseUUIDPipe) id: string, @Param('offerId', ParseUUIDPipe) offerId: string,
      @Body() input: ReturnStage, @ByAsking() asking: Asking,
    ): Promise<Receipt> {
      return this.transactions.run(asking, (tx) => returnStage(tx, type, id, { offerId, reason: input.reason }));
    }
  }
  return StageController;
}
