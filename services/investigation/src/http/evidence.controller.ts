import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Transactions, type Receipt } from '#messaging';
import { ByAsking, CommandInput, Commands, WORKING, type Asking } from '#service-kit';
import { Vault } from '#vault';
import { confirmHit, EnterSample, enterSample, RecordHit, recordHit } from '../commands/dna.js';
import { arrestSuspect, IdentifyBuyer, identifyBuyer, RecordSuspect, recordSuspect } from '../commands/suspects.js';
import { SEALED } from './refusals.js';

@ApiTags('evidence 证据')
@Controller('investigations/:id')
export class EvidenceController {
  constructor(private readonly transactions: Transactions, private readonly vault: Vault) {}

  @Post('dna-samples')
  @Commands('investigation.work', {
    says: '登记已录入全国库的血样 / Records a blood sample entered in the national database (V-3)', input: EnterSample,
    refuses: [...WORKING, 'investigation.sample-differs'],
  })
  sample(@Param('id', ParseUUIDPipe) id: string, @Body() input: EnterSample, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => enterSample(tx, id, input));
  }

  @Post('dna-hits')
  @Commands('investigation.dna', {
    says: '登记全国库反馈的比中 / Records a hit that the national database reported (V-3)', input: RecordHit,
    refuses: [
      ...WORKING, 'investigation.no-own-sample', 'investigation.samples-do-not-fit', 'investigation.parents-do-not-fit',
      'investigation.subject-does-not-fit', 'investigation.unknown-victim', 'investigation.hit-differs',
    ],
  })
  hit(@Param('id', ParseUUIDPipe) id: string, @Body() input: RecordHit, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => recordHit(tx, id, input));
  }

  @Put('dna-hits/:hitId/confirmation')
  @HttpCode(200)
  @Commands('investigation.dna', {
    says: '第二名核查员确认比中 / A second person confirms the hit (V-3)', input: CommandInput,
    refuses: [...WORKING, 'investigation.unknown-hit', 'investigation.second-person-needed'],
  })
  confirm(
    @Param('id', ParseUUIDPipe) id: string, @Param('hitId', ParseUUIDPipe) hitId: string,
    @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => confirmHit(tx, id, hitId));
  }

  @Post('suspects')
  @Commands('investigation.work', {
    says: '登记犯罪嫌疑人 / Records a suspect (V-7)', input: RecordSuspect, refuses: [...WORKING, ...SEALED],
  })
  suspect(@Param('id', ParseUUIDPipe) id: string, @Body() input: RecordSuspect, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => recordSuspect(tx, this.vault, id, input));
  }

  @Put('suspects/:suspectId/arrest')
  @HttpCode(200)
  @Commands('investigation.work', {
    says: '嫌疑人归案 / Records that a suspect is in custody (V-7)', input: CommandInput,
    refuses: [...WORKING, 'investigation.unknown-suspect'],
  })
  arrest(
    @Param('id', ParseUUIDPipe) id: string, @Param('suspectId', ParseUUIDPipe) suspectId: string,
    @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => arrestSuspect(tx, id, suspectId));
  }

  @Post('buyers')
  @Commands('investigation.work', {
    says: '认定收买家庭,不得安置或移交 / Identifies a buyer household; it never receives anybody (R-3, P-5)', input: IdentifyBuyer,
    refuses: [...WORKING, ...SEALED],
  })
  buyer(@Param('id', ParseUUIDPipe) id: string, @Body() input: IdentifyBuyer, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => identifyBuyer(tx, this.vault, id, input));
  }
}
