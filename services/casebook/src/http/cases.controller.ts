import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Bytes, CountInQuery, Division, Maybe, MomentInQuery, OneOf, PaperNumber, declaredFacts, type Actor, type Instant,
} from '#contracts';
import { ByActor, Reads, SystemClock } from '#service-kit';
import { PAGE_MAX } from '../queries/ask.js';
import { caseNowOf, casesPage, timelinePage } from '../queries/cases.js';
import { answerableAt, ledgerOf } from '../queries/ledger.js';
import { locatedCase } from '../queries/locate.js';
import { readersPage } from '../queries/readers.js';
import { Reading } from '../queries/reading.js';
import {
  AnswerableThenAnswer, CaseNowAnswer, CasePageAnswer, CaseReadingPageAnswer, LedgerAnswer, LocatedCaseAnswer, TimelinePageAnswer,
} from './answers.js';

/** Where a page begins and how long it is. */
export class PageAsked {
  /** What the page before gave as `next`. */
  @Maybe() @Bytes({ max: 200 }) after?: string;
  @Maybe() @CountInQuery({ min: 1, max: PAGE_MAX }) limit?: number;
}

class CasesAsked extends PageAsked {
  @Maybe() @Division() division?: string;
  @Maybe() @OneOf(['open', 'closed']) state?: 'open' | 'closed';
  @Maybe() @PaperNumber() caseNumber?: string;
}

class CaseNumbered {
  @PaperNumber() caseNumber!: string;
}

const FACT_TYPES = declaredFacts().map(({ type }) => type);

class TimelineAsked extends PageAsked {
  @Maybe() @OneOf(FACT_TYPES) type?: string;
}

class AnswerableAsked {
  /** Now, where nothing is said. */
  @Maybe() @MomentInQuery() at?: Instant;
}

export const TURNED_AWAY = ['casebook.not-visible', 'casebook.figures-only'];

/** Cases as the kind of the asker's unit may see them. Every reading is on record, and every try that was turned away. */
@ApiTags('cases 案卷')
@Controller('cases')
export class CasesController {
  constructor(private readonly reading: Reading, private readonly clock: SystemClock) {}

  @Get()
  @Reads('casebook.read', {
    says: '案件列表,新案在前 / The cases, the newest first',
    answers: CasePageAnswer, query: CasesAsked, of: 'itself', refuses: TURNED_AWAY,
  })
  list(@Query() page: CasesAsked, @ByActor() by: Actor): Promise<object> {
    return this.reading.cases({ by, route: 'GET /cases' }, (client, _sight, scope) => casesPage(client, scope, page));
  }

  @Get('located')
  @Reads('casebook.locate', {
    says: '凭案号查找案件是否存在、由谁负责,不含个人信息 / Does a case of this number exist and who answers: no person, nothing else (I-3)',
    answers: LocatedCaseAnswer, query: CaseNumbered,
  })
  located(@Query() { caseNumber }: CaseNumbered, @ByActor() by: Actor): Promise<object> {
    return this.reading.located({ by, route: 'GET /cases/located' }, (client) => locatedCase(client, caseNumber));
  }

  @Get(':caseId')
  @Reads('casebook.read', { says: '案件现状 / A case as it stands now', answers: CaseNowAnswer, of: 'itself', refuses: TURNED_AWAY })
  now(@Param('caseId', ParseUUIDPipe) caseId: string, @ByActor() by: Actor): Promise<object> {
    return this.reading.cases({ by, route: 'GET /cases/:caseId', caseId }, (client, sight) => caseNowOf(client, sight, caseId));
  }

  @Get(':caseId/timeline')
  @Reads('casebook.read', {
    says: '案件经过 / What happened, in the order in which it happened',
    answers: TimelinePageAnswer, query: TimelineAsked, of: 'itself', refuses: TURNED_AWAY,
  })
  timeline(@Param('caseId', ParseUUIDPipe) caseId: string, @Query() page: TimelineAsked, @ByActor() by: Actor): Promise<object> {
    return this.reading.cases({ by, route: 'GET /cases/:caseId/timeline', caseId },
      (client, sight) => timelinePage(client, sight, caseId, page));
  }

  @Get(':caseId/ledger')
  @Reads('casebook.read', {
    says: '责任台账:何时由谁负责、由谁照料,并核验无空档、无重叠 / Who answered when, proven to have no gap and no overlap (R-4)',
    answers: LedgerAnswer, of: 'itself', refuses: TURNED_AWAY,
  })
  ledger(@Param('caseId', ParseUUIDPipe) caseId: string, @ByActor() by: Actor): Promise<object> {
    return this.reading.cases({ by, route: 'GET /cases/:caseId/ledger', caseId },
      (client, sight) => ledgerOf(client, sight, caseId));
  }

  @Get(':caseId/answerable')
  @Reads('casebook.read', {
    says: '某一时刻由谁负责,不指明时间即为现在 / Who was answerable at a moment; now, where none is named',
    answers: AnswerableThenAnswer, query: AnswerableAsked, of: 'itself', refuses: TURNED_AWAY,
  })
  answerable(
    @Param('caseId', ParseUUIDPipe) caseId: string, @Query() { at = this.clock.now() }: AnswerableAsked, @ByActor() by: Actor,
  ): Promise<object> {
    return this.reading.cases({ by, route: 'GET /cases/:caseId/answerable', caseId },
      (client, sight) => answerableAt(client, sight, caseId, at));
  }

  @Get(':caseId/readings')
  @Reads('casebook.audit', {
    says: '谁查阅过此案,含被拒绝的 / Who has read this case, and who was turned away',
    answers: CaseReadingPageAnswer, query: PageAsked, of: 'itself', refuses: TURNED_AWAY,
  })
  readings(@Param('caseId', ParseUUIDPipe) caseId: string, @Query() page: PageAsked, @ByActor() by: Actor): Promise<object> {
    return this.reading.cases({ by, route: 'GET /cases/:caseId/readings', caseId, relations: ['owner', 'superior'] },
      (client) => readersPage(client, caseId, page));
  }
}
