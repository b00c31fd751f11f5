import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Id, Maybe, type Actor } from '#contracts';
import { Transactions, type Receipt } from '#messaging';
import { ByActor, ByAsking, Commands, Directory, listOf, Reads, type Asking } from '#service-kit';
import { ConfirmErasure, confirmErasure, ProposeErasure, proposeErasure } from '../commands/erase-case.js';
import { ErasureOrder } from '../domain/erasure-order.js';
import { ErasureOrderAnswer } from './answers.js';

const PAGE_MAX = 200;

class ErasuresOf {
  @Maybe() @Id() caseId?: string;
}

/** Lawful erasure: every service that keeps personal data of the case destroys its key when two people have ordered it. */
@ApiTags('erasures 依法删除')
@Controller()
export class ErasuresController {
  constructor(
    private readonly transactions: Transactions, private readonly source: DataSource, private readonly directory: Directory,
  ) {}

  @Get('erasures')
  @Reads('intake.read-erasures', {
    says: '某案的删除决定;不指明案件时为本单位及下级单位提出、待确认的提议 / The erasure of a case, or what the own unit and those below propose',
    answers: listOf(ErasureOrderAnswer), query: ErasuresOf, of: 'case',
  })
  async list(@Query() { caseId }: ErasuresOf, @ByActor() { unitId }: Actor): Promise<{ items: ErasureOrder[] }> {
    const found = this.source.getRepository(ErasureOrder).createQueryBuilder('erasure').orderBy('erasure.id').limit(PAGE_MAX);
    if (caseId) found.where('erasure.caseId = :caseId', { caseId });
    else
      found.where(`erasure.state = 'proposed' AND erasure.proposedByUnit = ANY(:units)`,
        { units: await this.directory.below(unitId) });
    return { items: await found.getMany() };
  }

  @Post('cases/:caseId/erasures')
  @Commands('intake.propose-erasure', {
    says: '提议依法删除某案的个人信息 / Proposes to erase the personal data of a case, on a ground of the law', input: ProposeErasure,
    of: 'case', refuses: ['intake.erasure-case-open', 'intake.erasure-done', 'intake.erasure-merged'],
  })
  propose(
    @Param('caseId', ParseUUIDPipe) caseId: string, @Body() input: ProposeErasure, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => proposeErasure(tx, caseId, input));
  }

  @Put('cases/:caseId/erasures/:erasureId/confirmation')
  @HttpCode(200)
  @Commands('intake.confirm-erasure', {
    says: '由另一单位的另一人确认;各服务随即销毁该案密钥,不可恢复 / A second person of another unit confirms; every service destroys the key of the case',
    input: ConfirmErasure, of: 'case',
    refuses: [
      'intake.erasure-case-open', 'intake.erasure-done', 'intake.erasure-merged', 'intake.erasure-document-differs',
      'intake.erasure-same-person', 'intake.erasure-same-unit',
    ],
  })
  confirm(
    @Param('caseId', ParseUUIDPipe) caseId: string, @Param('erasureId', ParseUUIDPipe) erasureId: string,
    @Body() input: ConfirmErasure, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => confirmErasure(tx, { caseId, erasureId }, input));
  }
}
