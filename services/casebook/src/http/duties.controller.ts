import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Division, invalid, Maybe, OneOf, Refusal, UnitId, wrongForm, type Actor } from '#contracts';
import { ByActor, Directory, Reads } from '#service-kit';
import { alarmsPage } from '../queries/alarms.js';
import { boardOf } from '../queries/board.js';
import { figuresOf } from '../queries/figures.js';
import { Reading } from '../queries/reading.js';
import { PARTS, worklistPart, type PartOfWorklist } from '../queries/worklist.js';
import { AlarmPageAnswer, BoardAnswer, FiguresAnswer, WorklistAnswer } from './duties.answers.js';
import { PageAsked, TURNED_AWAY } from './cases.controller.js';

class WorklistAsked extends PageAsked {
  /** One part and its pages; without it every part's first page. */
  @Maybe() @OneOf(PARTS) part?: PartOfWorklist;
}

class OfUnit {
  @UnitId() unitId!: string;
}

class FiguresAsked {
  @Maybe() @Division() division?: string;
}

/** What waits for somebody: worklists, boards, alarms and figures. */
@ApiTags('duties 待办')
@Controller()
export class DutiesController {
  constructor(private readonly reading: Reading, private readonly directory: Directory) {}

  @Get('worklist')
  @Reads('casebook.duties', {
    says: '我与本单位的待办:待答复、请办、负责的三包与阶段、到期、照料中、等待他人 / What waits for me and my unit, and what we wait for',
    answers: WorklistAnswer, query: WorklistAsked,
  })
  worklist(@Query() { part, after, limit }: WorklistAsked, @ByActor() by: Actor): Promise<object> {
    if (after !== undefined && part === undefined)
      throw invalid(wrongForm('part', { zh: '翻页(after)须指明 part。', en: 'Whoever names after names the part as well.' }));
    return this.reading.other(by, async (client) => {
      const parts = part ? [part] : PARTS;
      const pages = await Promise.all(parts.map((name) => worklistPart(client, by, { part: name, after, limit })));
      return { parts: Object.fromEntries(parts.map((name, index) => [name, pages[index]])) };
    });
  }

  @Get('units/:unitId/board')
  @Reads('casebook.duties', {
    says: '单位看板 / How a unit stands, in counts',
    answers: BoardAnswer, refuses: [...TURNED_AWAY, 'casebook.not-your-unit'],
  })
  board(@Param() { unitId }: OfUnit, @ByActor() by: Actor): Promise<object> {
    return this.reading.other(by, (client, sight, units) => {
      if (!sight) throw new Refusal('casebook.not-visible');
      return boardOf(client, { sight, units }, unitId);
    });
  }

  @Get('alarms')
  @Reads('casebook.duties', {
    says: '责任空档、重叠、逾期与搁置 / Gaps, overlaps, what is overdue and what is parked',
    answers: AlarmPageAnswer, query: PageAsked, refuses: TURNED_AWAY,
  })
  alarms(@Query() page: PageAsked, @ByActor() by: Actor): Promise<object> {
    return this.reading.other(by, (client, sight, units) => {
      if (!sight) throw new Refusal('casebook.not-visible');
      if (sight === 'figures') throw new Refusal('casebook.figures-only');
      return alarmsPage(client, { sight, units }, page);
    });
  }

  @Get('figures')
  @Reads('casebook.duties', {
    says: '汇总数字,不含姓名与编号 / Figures without names and ids (C-6, C-7)',
    answers: FiguresAnswer, query: FiguresAsked, refuses: TURNED_AWAY,
  })
  figures(@Query() { division }: FiguresAsked, @ByActor() by: Actor): Promise<object> {
    return this.reading.other(by, async (client, sight) => {
      if (!sight) throw new Refusal('casebook.not-visible');
      return figuresOf(client, { sight, unit: await this.directory.on(client).unit(by.unitId) }, division);
    });
  }
}
