import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { GATES, Refusal, type Actor } from '#contracts';
import { Transactions, type Receipt } from '#messaging';
import {
  actionsOn, ByActor, ByAsking, ByCaller, Commands, Directory, listOf, PageOfCase, pageOfCase, Reads, withActions, type Asking,
  type Caller,
} from '#service-kit';
import { PostponeHandover, postponeHandover } from '../commands/postpone-handover.js';
import { RefuseHandover, refuseHandover } from '../commands/refuse-handover.js';
import { ScheduleHandover, scheduleHandover } from '../commands/schedule-handover.js';
import { SplitHandover, splitHandover } from '../commands/split-handover.js';
import { Handover } from '../domain/handover.js';
import { HandoverAnswer } from './answers.js';
import { handoverActions as actions } from './handover-actions.js';
import { ManifestController } from './manifest.controller.js';
import { handoverFor, readerOf } from './readers.js';

const OURS = ['cross-border.not-the-sending-unit', 'cross-border.handover-done', 'time.before-last-change'];
const JOINING = ['stage.closed', 'stage.not-accepted', 'access.not-answerable', 'cross-border.placement-requested'];

@ApiTags('handovers 口岸移交')
@Controller('handovers')
export class HandoversController {
  constructor(
    private readonly transactions: Transactions, private readonly source: DataSource, private readonly directory: Directory,
  ) {}

  @Get()
  @Reads('cross-border.read', {
    says: '某案的移交 / The handovers of a case, as far as the reader may see them',
    answers: listOf(HandoverAnswer), query: PageOfCase, of: 'case',
  })
  async ofCase(@Query() page: PageOfCase, @ByActor() actor: Actor): Promise<{ items: object[] }> {
    const reader = readerOf(await this.directory.unit(actor.unitId));
    const found = await this.source.getRepository(Handover).find(pageOfCase(page));
    return { items: found.map((one) => handoverFor(reader, one)).filter((shown) => shown !== null) };
  }

  @Get(':id')
  @Reads('cross-border.read', {
    says: '查看移交,以及本人现在可以做什么 / Shows a handover and what the reader can do now; the words of its manifest are read at …/manifest',
    answers: withActions(HandoverAnswer), of: Handover,
  })
  one(@Param('id', ParseUUIDPipe) id: string, @ByCaller() caller: Caller): Promise<object> {
    return this.transactions.look(caller.actor, async (tx) => {
      const record = await tx.load(Handover, id);
      const shown = handoverFor(readerOf(await tx.directory.unit(caller.actor.unitId)), record);
      if (!shown) throw new Refusal('access.not-permitted', { id });
      const routes = [HandoversController, ManifestController];
      return { ...shown, actions: await actionsOn(tx, caller, { record, actions, routes }) };
    });
  }

  @Post()
  @Commands('cross-border.handover', {
    says: '排定移交 / Fixes port and time of a handover (X-3)', input: ScheduleHandover,
    refuses: [
      ...GATES, ...JOINING, 'time.before-last-change', 'cross-border.not-a-counterpart', 'cross-border.not-of-one-case',
      'cross-border.already-scheduled', 'cross-border.already-handed-over', 'cross-border.time-passed',
    ],
  })
  schedule(@Body() input: ScheduleHandover, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => scheduleHandover(tx, input));
  }

  @Put(':id/postponement')
  @HttpCode(200)
  @Commands('cross-border.handover', {
    says: '改期 / Gives the handover a new time (X-4)', input: PostponeHandover, refuses: [...OURS, 'cross-border.time-passed'],
  })
  postpone(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: PostponeHandover, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => postponeHandover(tx, id, input));
  }

  @Post(':id/splits')
  @Commands('cross-border.handover', {
    says: '拆分移交,其人另行移交 / One person leaves for a handover of her own, with her items (X-4)', input: SplitHandover,
    refuses: [
      ...OURS, ...JOINING, 'cross-border.not-in-handover', 'cross-border.last-person', 'cross-border.time-passed',
      'cross-border.already-scheduled',
    ],
  })
  split(@Param('id', ParseUUIDPipe) id: string, @Body() input: SplitHandover, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => splitHandover(tx, id, input));
  }

  @Put(':id/refusal')
  @HttpCode(200)
  @Commands('cross-border.receive', {
    says: '对方不予接收,须另定时间 / The receiving side does not take the handover; it waits for a new time (X-4)',
    input: RefuseHandover, refuses: ['cross-border.not-the-counterpart', 'cross-border.handover-done', 'time.before-last-change'],
  })
  refuse(@Param('id', ParseUUIDPipe) id: string, @Body() input: RefuseHandover, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => refuseHandover(tx, id, input));
  }
}
