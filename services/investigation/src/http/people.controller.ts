import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ACCESS_PURPOSES, CountInQuery, Maybe, OneOf, type AccessPurpose, type Actor } from '#contracts';
import { Transactions } from '#messaging';
import { ByActor, ByCaller, listOf, ReadingAnswer, Reads, type Caller } from '#service-kit';
import { KeepsDenials, reading, readingsOf, Vault, type Reading } from '#vault';
import { readPeople, type People } from '../commands/read-people.js';
import { Investigation } from '../domain/investigation.js';
import { PeopleOfCaseAnswer } from './answers.js';
import { SEALED } from './refusals.js';

class Purpose {
  @OneOf(ACCESS_PURPOSES) purpose!: AccessPurpose;
}

class ReadingsPage {
  @Maybe() @CountInQuery({ max: 2_000_000_000 }) after?: number;
}

/** Who the suspects and the buyers are. Each reading and each refused try is on record. */
@ApiTags('evidence 证据')
@Controller('investigations/:id')
export class PeopleController {
  constructor(private readonly transactions: Transactions, private readonly vault: Vault) {}

  @Get('people')
  @KeepsDenials()
  @Reads('investigation.read-persons', {
    says: '查看嫌疑人与收买人身份(留痕)/ Shows who suspects and buyers are; on record',
    answers: PeopleOfCaseAnswer, query: Purpose, of: Investigation,
    refuses: ['access.not-answerable', ...SEALED],
  })
  people(@Param('id', ParseUUIDPipe) id: string, @Query() { purpose }: Purpose, @ByActor() actor: Actor): Promise<People> {
    return reading(this.transactions, actor, (tx) => readPeople(tx, this.vault, id, purpose));
  }

  @Get('readings')
  @Reads('investigation.audit', {
    says: '谁查看过个人信息,含被拒绝的 / Who read personal data, refused tries included',
    answers: listOf(ReadingAnswer), query: ReadingsPage, of: Investigation,
    refuses: ['access.not-answerable'],
  })
  readings(
    @Param('id', ParseUUIDPipe) id: string, @Query() { after }: ReadingsPage, @ByCaller() { actor, relation }: Caller,
  ): Promise<{ items: Reading[] }> {
    return reading(this.transactions, actor, async (tx) => {
      const investigation = await tx.load(Investigation, id);
      if (relation !== 'superior') investigation.stage.mustAnswer(actor);
      return { items: await readingsOf(tx, { caseId: investigation.caseId, things: [id], after }) };
    });
  }
}
