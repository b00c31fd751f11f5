import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { dayOf } from '#clocks';
import { CountInQuery, Maybe, Refusal, Words } from '#contracts';
import { poolOf } from '#messaging';
import { Shows, SystemClock } from '#service-kit';
import { listAccounts, type DemoAccount } from '../people/people.js';
import { DemoAccountPageAnswer } from './answers.js';

class AccountPage {
  @Maybe() @Words({ max: 64 }) after?: string;
  @Maybe() @CountInQuery({ min: 1, max: 1000 }) limit?: number;
}

/** In rehearsal mode only: with whom one can sign in to try the system. */
@ApiTags('rehearsal 演练')
@Controller('directory/demo-accounts')
export class DemoAccountsController {
  constructor(private readonly source: DataSource, private readonly clock: SystemClock) {}

  @Get()
  @Shows({ says: '可试用登录的人员(仅演练)/ With whom one can sign in, in rehearsal', query: AccountPage, answers: DemoAccountPageAnswer })
  async list(@Query() { after = '', limit = 1000 }: AccountPage): Promise<{ items: DemoAccount[]; next: string | null }> {
    if (!this.clock.isRehearsal) throw new Refusal('record.not-found');
    const items = await listAccounts(poolOf(this.source), { after, limit, day: dayOf(this.clock.now()) });
    return { items, next: items.length === limit ? items.at(-1)!.username : null };
  }
}
