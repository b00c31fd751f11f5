import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource, MoreThan } from 'typeorm';
import { CountInQuery, Maybe, Refusal } from '#contracts';
import { Transactions, type Receipt } from '#messaging';
import { ByAsking, CommandInput, Commands, Reads, type Asking } from '#service-kit';
import { AssignPost, assignPost } from '../commands/assign-post.js';
import { confirmPost } from '../commands/confirm-post.js';
import { EndPost, endPost } from '../commands/end-post.js';
import { mustAdminister, mustDescribe } from '../commands/must-administer.js';
import { proposeUnit } from '../commands/propose-unit.js';
import { RegisterUnit } from '../commands/register-unit.js';
import { UnitRecord, type UnitDescription } from '../domain/unit-record.js';
import { UnitAnswer, UnitPageAnswer } from './answers.js';
import { UnitIdPipe } from './unit-id.pipe.js';
import { pageOf, UnitsAfter } from './units-after.js';

const PAGE_MAX = 500;

class UnitPage extends UnitsAfter {
  @Maybe() @CountInQuery({ min: 1, max: PAGE_MAX }) limit?: number;
}

interface UnitEntry extends UnitDescription {
  readonly unitId: string;
  readonly version: number;
}

type FullUnit = UnitEntry & Pick<UnitRecord, 'posts' | 'proposals' | 'keys'>;

@ApiTags('directory 名录')
@Controller('directory/units')
export class UnitsController {
  constructor(private readonly transactions: Transactions, private readonly source: DataSource) {}

  @Get()
  @Reads('identity.read', { says: '单位名录,按编号排列 / The units, in order of their ids', answers: UnitPageAnswer, query: UnitPage })
  async list(@Query() { after, limit: take = 100 }: UnitPage): Promise<{ items: UnitEntry[]; next: string | null }> {
    const units = await this.source.getRepository(UnitRecord).find({
      where: after ? { caseId: MoreThan(after) } : {}, order: { caseId: 'ASC' }, take,
    });
    return pageOf(units.map(entryOf), take);
  }

  @Get(':id')
  @Reads('identity.read', { says: '查看单位及其任职与签名公钥 / Shows a unit, its posts and signing keys', answers: UnitAnswer })
  async one(@Param('id', UnitIdPipe) id: string): Promise<FullUnit> {
    const unit = await this.source.getRepository(UnitRecord).findOneBy({ caseId: id });
    if (!unit) throw new Refusal('record.not-found', { id });
    return { ...entryOf(unit), posts: unit.posts, proposals: unit.proposals, keys: unit.keys };
  }

  @Put(':id')
  @HttpCode(200)
  @Commands('identity.administer', {
    says: '提议登记单位或更改其情况,经第二人确认后生效;名称可由一人更正 / Proposes a unit, or what a unit is: a second person confirms it; names are corrected by one',
    input: RegisterUnit,
    refuses: ['identity.unknown-superior', 'identity.superior-too-low', 'identity.not-your-unit', 'record.already-exists',
      'identity.no-second-person'],
  })
  register(@Param('id', UnitIdPipe) id: string, @Body() input: RegisterUnit, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, async (tx) => {
      await mustDescribe(tx, id, { ...input, superiorUnit: input.superiorUnit ?? null });
      await proposeUnit(tx, id, input);
    });
  }

  @Post(':id/posts')
  @Commands('identity.administer', {
    says: '提议任命,经第二人确认后生效 / Proposes that a person gets a post; a second person confirms it', input: AssignPost,
    exampleWithout: ['personId', 'to'],
    refuses: [
      'identity.person-missing', 'identity.unknown-person', 'identity.username-taken', 'identity.own-post',
      'identity.post-period', 'identity.post-held', 'identity.head-taken', 'identity.not-your-unit',
      'identity.no-second-person',
    ],
  })
  assign(@Param('id', UnitIdPipe) id: string, @Body() input: AssignPost, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, async (tx) => {
      await mustAdminister(tx, id);
      await assignPost(tx, id, input);
    });
  }

  @Put(':id/proposals/:proposalId/confirmation')
  @HttpCode(200)
  @Commands('identity.confirm', {
    says: '第二人确认任命 / A second person confirms an appointment', input: CommandInput,
    refuses: [
      'identity.unknown-proposal', 'identity.not-the-confirmer', 'identity.own-post', 'identity.post-period',
      'identity.post-held', 'identity.head-taken', 'identity.not-your-unit',
    ],
  })
  confirm(
    @Param('id', UnitIdPipe) id: string, @Param('proposalId', ParseUUIDPipe) proposalId: string,
    @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => confirmPost(tx, id, proposalId));
  }

  @Put(':id/posts/:assignmentId/end')
  @HttpCode(200)
  @Commands('identity.administer', {
    says: '免职:所给日期为离任后的第一天 / Ends a post; the day is the first one without it', input: EndPost,
    refuses: [
      'identity.unknown-post', 'identity.post-period', 'identity.post-ended', 'identity.post-prolonged',
      'identity.post-too-long-ago', 'identity.not-your-unit',
    ],
  })
  end(
    @Param('id', UnitIdPipe) id: string, @Param('assignmentId', ParseUUIDPipe) assignmentId: string,
    @Body() input: EndPost, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, async (tx) => {
      await mustAdminister(tx, id);
      await endPost(tx, id, assignmentId, input);
    });
  }
}

const entryOf = (unit: UnitRecord): UnitEntry => ({
  unitId: unit.caseId, version: unit.version, kind: unit.kind, level: unit.level, division: unit.division,
  country: unit.country, superiorUnit: unit.superiorUnit, nameZh: unit.nameZh, nameEn: unit.nameEn,
});
