import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import {
  ACCESS_PURPOSES, Day, Division, Maybe, NationalId, OneOf, Refusal, Words, type AccessPurpose, type CalendarDate,
} from '#contracts';
import { Transactions } from '#messaging';
import { ByCaller, Directory, Reads, Relations, type Caller } from '#service-kit';
import { KeepsDenials, reading, Vault } from '#vault';
import { peopleLike, type PersonFound } from '../queries/people-like.js';
import { PeopleFoundAnswer } from './answers.js';

export class SearchIntakes {
  @Maybe() @Words({ max: 100, example: '李某' }) name?: string;
  @Maybe() @NationalId() nationalId?: string;
  @Maybe() @Day() birthDate?: CalendarDate;
  /** Where it happened: this division or one within it. A national id is looked for everywhere. */
  @Maybe() @Division() division?: string;
  /** `triage`, where nothing is said. */
  @Maybe() @OneOf(ACCESS_PURPOSES) purpose?: AccessPurpose;
}

@ApiTags('intakes 受理')
@Controller('intakes/searches')
export class SearchController {
  private readonly relations: Relations;

  constructor(
    private readonly transactions: Transactions, private readonly vault: Vault, source: DataSource, directory: Directory,
  ) {
    this.relations = new Relations(source, directory);
  }

  /** Sent as a form, though it only reads: addresses are written into logs, and a name must not stand in one. */
  @Post()
  @HttpCode(200)
  @KeepsDenials()
  @Reads('intake.search', {
    says: '登记前查重:按姓名、证件号、出生日期、地点查找已知受害人(留痕)/ Looks for a person before registering; on record (I-3)',
    input: SearchIntakes, answers: PeopleFoundAnswer, refuses: ['intake.search-too-wide'],
  })
  searchIntakes(
    @Body() { purpose = 'triage', ...sought }: SearchIntakes, @ByCaller() { actor, as }: Caller,
  ): Promise<{ items: PersonFound[]; isMore: boolean }> {
    return reading(this.transactions, actor, async (tx) => peopleLike(
      tx, { vault: this.vault, relations: this.relations, mayBeHinted: await mayRegister(as) }, { ...sought, purpose }));
  }
}

/** Whoever may open a case must learn that somebody has opened it. */
async function mayRegister(as: Caller['as']): Promise<boolean> {
  try {
    await as('intake.receive');
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
