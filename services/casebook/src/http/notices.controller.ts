import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Bytes, CLOCK_RULES, Count, Id, Moment, OneOf, OrNull, Parts, STAGES, UnitId, Words, type Actor, type Instant,
} from '#contracts';
import { ByActor, Reads, SystemClock } from '#service-kit';
import { MARKS, markNotices, NOTICES, noticesOpen, noticesPage, type Mark } from '../queries/notices.js';
import { Reading } from '../queries/reading.js';
import { PageWithDataAsOf } from './answers.js';
import { PageAsked } from './cases.controller.js';

export class AcknowledgementAnswer {
  @Id() personId!: string;
  @Moment() at!: Instant;
}

/** Something that somebody here should know: what, since when, of what, and who has taken note of it. */
export class NoticeAnswer {
  @Bytes({ max: 100 }) key!: string;
  @OneOf(NOTICES) kind!: string;
  @Moment() at!: Instant;
  @Id() caseId!: string;
  @OrNull() @Words({ max: 40, example: 'A5325034300002019100001' }) caseNumber!: string | null;
  @OrNull() @OneOf(STAGES) stage!: string | null;
  @OrNull() @OneOf(CLOCK_RULES) rule!: string | null;
  /** What is asked, as the type of the fact that asks; of a package, which. */
  @OrNull() @Words({ max: 80, example: 'rescue.plan-drafted' }) what!: string | null;
  @OrNull() @Id() subjectId!: string | null;
  /** What of the record is meant, where it is a part of it: the file, the plan. */
  @OrNull() @Id() partId!: string | null;
  @OrNull() @UnitId() unitId!: string | null;
  @OrNull() @Moment() dueAt!: Instant | null;
  @OrNull() @Moment() readAt!: Instant | null;
  @OrNull() @Moment() acknowledgedAt!: Instant | null;
  /** The colleagues of the unit who have. */
  @Parts(() => AcknowledgementAnswer, { max: 20 }) acknowledgedBy!: AcknowledgementAnswer[];
}

export class NoticePageAnswer extends PageWithDataAsOf {
  @Parts(() => NoticeAnswer, { max: 200 }) items!: NoticeAnswer[];
  /** Which the asker has not opened. */
  @Count() unread!: number;
  /** Of which nobody of the unit has taken note. */
  @Count() open!: number;
}

class NoticeNamed {
  @Bytes({ max: 100 }) key!: string;
}

export class MarkNotices {
  @Parts(() => NoticeNamed, { min: 1, max: 200 }) notices!: NoticeNamed[];
  @OneOf(MARKS) mark!: Mark;
}

export class MarkedAnswer {
  /** How many had not been marked so before. */
  @Count() marked!: number;
}

const NONE = { items: [], next: null, unread: 0, open: 0 };

/** What a unit is told of, read and acknowledged by its people. Each mark is on record with its time, and stays. */
@ApiTags('notices 通知')
@Controller('notices')
export class NoticesController {
  constructor(private readonly reading: Reading, private readonly clock: SystemClock) {}

  @Get()
  @Reads('casebook.duties', {
    says: '本单位的通知,新的在前,并列明谁已知悉 / What the unit is told of, the newest first, and who has taken note',
    answers: NoticePageAnswer, query: PageAsked,
  })
  page(@Query() page: PageAsked, @ByActor() by: Actor): Promise<object> {
    return this.reading.other(by, async (client, sight) => {
      if (!sight || sight === 'figures') return NONE;
      return { ...await noticesPage(client, { by, sight }, page), ...await noticesOpen(client, { by, sight }) };
    });
  }

  @Post('marks')
  @HttpCode(200)
  @Reads('casebook.duties', {
    says: '登记已读或知悉,留痕且不可更改 / Puts on record that one has read notices or taken note of them',
    answers: MarkedAnswer, input: MarkNotices,
  })
  async mark(@Body() { notices, mark }: MarkNotices, @ByActor() by: Actor): Promise<object> {
    const keys = notices.map(({ key }) => key);
    const { marked } = await this.reading.other(by, async (client, sight) => ({
      marked: !sight || sight === 'figures' ? 0 : await markNotices(client, { by, sight }, { keys, mark, at: this.clock.now() }),
    }));
    return { marked };
  }
}
