import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Maybe, UnitId } from '#contracts';
import { poolOf, Transactions, type Receipt } from '#messaging';
import { ByAsking, CommandInput, Commands, Reads, SystemClock, type Asking } from '#service-kit';
import { confirmUnit } from '../commands/confirm-unit.js';
import { listProposals, PAGE_MAX } from '../people/units-proposed.js';
import { UnitProposalPageAnswer } from './answers.js';

class ProposalPage {
  @Maybe() @UnitId() after?: string;
}

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
    query: ProposalPage,
  })
  async list(@Query() { after = '' }: ProposalPage): Promise<UnitProposalPageAnswer> {
    const found = await listProposals(poolOf(this.source), { after, at: this.clock.now() });
    const items = found.map(({ is, at, ...proposal }) => ({ ...proposal, ...is, at: at.toISOString() }));
    return { items, next: items.length === PAGE_MAX ? items.at(-1)!.unitId : null };
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
