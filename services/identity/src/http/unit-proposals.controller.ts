import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { poolOf, Transactions, type Receipt } from '#messaging';
import { ByAsking, CommandInput, Commands, Reads, SystemClock, type Asking } from '#service-kit';
import { confirmUnit } from '../commands/confirm-unit.js';
import { listProposals, PAGE_MAX } from '../people/units-proposed.js';
import { UnitProposalPageAnswer } from './answers.js';
import { pageOf, UnitsAfter } from './units-after.js';

/** What units are proposed to be, and the second person who agrees. */
@ApiTags('directory 名录')
@Controller('directory/unit-proposals')
export class UnitProposalsController {
  constructor(
    private readonly transactions: Transactions, private readonly source: DataSource, private readonly clock: SystemClock,
  ) {}

  @Get()
  @Reads('identity.read', {
    says: '待第二人确认的单位情况 / What units are proposed to be, waiting for a second person', answers: UnitProposalPageAnswer,
    query: UnitsAfter,
  })
  async list(@Query() { after = '' }: UnitsAfter): Promise<UnitProposalPageAnswer> {
    const found = await listProposals(poolOf(this.source), { after, at: this.clock.now() });
    return pageOf(found.map(({ is, at, ...proposal }) => ({ ...proposal, ...is, at: at.toISOString() })), PAGE_MAX);
  }

  @Put(':proposalId/confirmation')
  @HttpCode(200)
  @Commands('identity.confirm', {
    says: '第二人确认单位情况 / A second person confirms what a unit is', input: CommandInput,
    refuses: [
      'identity.unknown-proposal', 'identity.not-above-the-unit', 'identity.unknown-superior', 'identity.superior-too-low',
      'identity.not-your-unit',
    ],
  })
  confirm(
    @Param('proposalId', ParseUUIDPipe) proposalId: string, @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => confirmUnit(tx, proposalId));
  }
}
