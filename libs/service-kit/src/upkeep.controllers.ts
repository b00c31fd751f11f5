import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CountInQuery, Id, Maybe, Moment, OneOf, Refusal, type Instant } from '#contracts';
import { Parking, type ParkedMessage } from '#messaging';
import { DataSource } from 'typeorm';
import { SystemClock } from './clock.js';
import { OpenToAll } from './asking.js';
import { Reads } from './routes.js';
import { Sweeper } from './sweeper.js';

class MoveClock {
  @Moment() now!: Instant;
}

class ParkedPage {
  @Maybe() @CountInQuery({ max: 2_000_000_000 }) after?: number;
  @Maybe() @CountInQuery({ min: 1, max: 200 }) limit?: number;
}

class ReleaseCase {
  @OneOf(['identity', 'intake', 'investigation', 'rescue', 'placement', 'cross-border', 'casebook']) source!: string;
  @Id() caseId!: string;
}

/** What waits for a person because it could not be applied, and the way out. */
@ApiTags('parked 待处理消息')
@Controller('parked')
export class ParkedController {
  constructor(private readonly parking: Parking) {}

  @Get()
  @Reads('upkeep.parked', { says: '列出搁置的消息 / Lists parked messages', query: ParkedPage })
  async list(@Query() page: ParkedPage): Promise<{ items: ParkedMessage[] }> {
    return { items: await this.parking.list(String(page.after ?? 0), page.limit) };
  }

  /** Tries the case's parked facts again, in order. */
  @Post('releases')
  @HttpCode(200)
  @Reads('upkeep.parked', { says: '按顺序放行某案的搁置消息 / Releases the parked facts of a case in order', input: ReleaseCase })
  async release(@Body() input: ReleaseCase): Promise<{ released: number }> {
    return { released: await this.parking.release(input.source, input.caseId) };
  }

  @Delete(':id')
  @Reads('upkeep.parked', { says: '确认一条无法辨认的消息 / Dismisses an unreadable message that belongs to no case' })
  async dismiss(@Param('id') id: string): Promise<{ dismissed: true }> {
    if (!/^\d{1,18}$/.test(id) || !(await this.parking.dismiss(id))) throw new Refusal('record.not-found', { id });
    return { dismissed: true };
  }
}

/** Exists in rehearsal mode only: the clock that can be moved. */
@ApiTags('rehearsal 演练')
@Controller('rehearsal')
export class RehearsalController {
  constructor(
    private readonly clock: SystemClock,
    private readonly source: DataSource,
    private readonly sweeper: Sweeper,
  ) {}

  @Get('clock')
  @OpenToAll()
  read(): { now: Instant } {
    return { now: this.clock.now() };
  }

  /** Moves the clock, forward or back, then fires everything that became due, in order of its time. */
  @Put('clock')
  @Reads('upkeep.rehearsal', { says: '拨动演练时钟,可前可后 / Moves the rehearsal clock, forward or back', input: MoveClock })
  async move(@Body() input: MoveClock): Promise<{ now: Instant; fired: number }> {
    await this.clock.move(input.now, this.source);
    const fired = await this.sweeper.sweep();
    return { now: this.clock.now(), fired };
  }
}
