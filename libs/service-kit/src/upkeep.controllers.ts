import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Count, CountInQuery, Maybe, Moment, OneOf, Refusal, SET_ASIDE_REASONS, SPEAKERS, UnitId, type Actor, type Instant,
  type SetAsideReason,
} from '#contracts';
import {
  Dismissals, Parking, type ParkedMessage, type ProposedDismissal, type ProposedSetAside, type Receipt,
} from '#messaging';
import { DataSource } from 'typeorm';
import { SystemClock } from './clock.js';
import { listOf } from './answers.js';
import { ByActor, ByAsking, CommandInput, type Asking } from './asking.js';
import { Directory } from './directory.js';
import { Commands, Reads, Shows } from './routes.js';
import { Sweeper } from './sweeper.js';
import {
  ClockMoveAnswer, ParkedMessageAnswer, ProposedDismissalAnswer, ProposedSetAsideAnswer, RehearsalClockAnswer, ReleaseAnswer,
} from './upkeep.answers.js';

class MoveClock {
  @Moment() now!: Instant;
}

class ParkedPage {
  @Maybe() @CountInQuery({ max: 2_000_000_000 }) after?: number;
  @Maybe() @CountInQuery({ min: 1, max: 200 }) limit?: number;
}

class ReleaseCase {
  @OneOf(SPEAKERS) source!: string;
  /** A case, or the unit whose entry in the directory waits. */
  @UnitId() caseId!: string;
}

class ProposeSetAside extends CommandInput {
  @OneOf(SPEAKERS) source!: string;
  @UnitId() caseId!: string;
  @Count({ min: 1, max: 2_000_000_000 }) version!: number;
  @OneOf(SET_ASIDE_REASONS) reason!: SetAsideReason;
}

class ProposeDismissal extends CommandInput {
  /** Of the list of parked messages. */
  @Count({ min: 1, max: 2_000_000_000 }) messageId!: number;
}

/** What waits for a person because it could not be applied, and the way out. */
@ApiTags('parked 待处理消息')
@Controller('parked')
export class ParkedController {
  constructor(private readonly parking: Parking, private readonly unreadable: Dismissals) {}

  @Get()
  @Reads('upkeep.parked', { says: '列出搁置的消息 / Lists parked messages', query: ParkedPage, answers: listOf(ParkedMessageAnswer) })
  async list(@Query() page: ParkedPage): Promise<{ items: ParkedMessage[] }> {
    return { items: await this.parking.list(String(page.after ?? 0), page.limit) };
  }

  /** Tries the case's parked facts again, in order. */
  @Post('releases')
  @HttpCode(200)
  @Reads('upkeep.parked', {
    says: '按顺序放行某案的搁置消息 / Releases the parked facts of a case in order', input: ReleaseCase, answers: ReleaseAnswer,
    refuses: ['parked.still-refused'],
  })
  async release(@Body() input: ReleaseCase, @ByActor() by: Actor): Promise<{ released: number }> {
    return { released: await this.parking.release(input.source, input.caseId, by) };
  }

  @Get('dismissals')
  @Reads('upkeep.confirm-set-aside', {
    says: '列出等待确认的清除提议 / Lists the unreadable messages that somebody proposes to dismiss',
    answers: listOf(ProposedDismissalAnswer),
  })
  async dismissals(): Promise<{ items: ProposedDismissal[] }> {
    return { items: await this.unreadable.proposed() };
  }

  @Post('dismissals')
  @Commands('upkeep.set-aside', {
    says: '提议清除一条无法辨认、不属于任何案件的消息 / Proposes to dismiss an unreadable message that belongs to no case',
    input: ProposeDismissal,
  })
  proposeDismissal(@Body() { messageId }: ProposeDismissal, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.unreadable.propose(asking, String(messageId));
  }

  @Post('dismissals/:dismissalId/confirmation')
  @Commands('upkeep.confirm-set-aside', {
    says: '由另一人确认清除,留存该消息的摘要 / A second person confirms; the digest of the message stays on record', input: CommandInput,
    refuses: ['parked.dismissal-not-proposed', 'parked.same-person'],
  })
  confirmDismissal(
    @Param('dismissalId', ParseUUIDPipe) dismissalId: string, @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.unreadable.confirm(asking, dismissalId);
  }

  @Get('set-asides')
  @Reads('upkeep.confirm-set-aside', {
    says: '列出等待确认的搁置备案提议 / Lists the facts that somebody proposes to skip', answers: listOf(ProposedSetAsideAnswer),
  })
  async proposed(): Promise<{ items: ProposedSetAside[] }> {
    return { items: await this.parking.proposed() };
  }

  /** For a fact that will be refused for ever: without a way out its case would wait as long. */
  @Post('set-asides')
  @Commands('upkeep.set-aside', {
    says: '提议将无法办理的消息搁置备案 / Proposes to skip a fact for ever, on record', input: ProposeSetAside,
    refuses: ['parked.not-first', 'parked.not-tried'],
  })
  propose(@Body() input: ProposeSetAside, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.parking.propose(asking, input);
  }

  @Post('set-asides/:holdId/confirmation')
  @Commands('upkeep.confirm-set-aside', {
    says: '由另一人确认搁置备案,其后的消息依次放行 / A second person confirms; what waited goes on in order', input: CommandInput,
    refuses: ['parked.not-first', 'parked.not-proposed', 'parked.same-person'],
  })
  confirm(
    @Param('holdId', ParseUUIDPipe) holdId: string, @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.parking.confirm(asking, holdId);
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
    private readonly directory: Directory,
  ) {}

  @Get('clock')
  @Shows({ says: '演练时钟 / The rehearsal clock', answers: RehearsalClockAnswer })
  read(): { now: Instant } {
    return { now: this.clock.now() };
  }

  /**
   * Moves the clock, forward or back, then fires everything that became due, in order of its time. Not to a day on which
   * whoever moves it holds no post: nobody could move it back.
   */
  @Put('clock')
  @Reads('upkeep.rehearsal', {
    says: '拨动演练时钟,可前可后 / Moves the rehearsal clock, forward or back', input: MoveClock, answers: ClockMoveAnswer,
  })
  async move(@Body() input: MoveClock, @ByActor() by: Actor): Promise<{ now: Instant; fired: number }> {
    if ((await this.directory.postsOf(by.personId, input.now)).length === 0) throw new Refusal('access.no-post');
    await this.clock.move(input.now, this.source);
    const fired = await this.sweeper.sweep();
    return { now: this.clock.now(), fired };
  }
}
