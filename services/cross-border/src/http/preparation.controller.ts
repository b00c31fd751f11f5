import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Transactions, type Receipt } from '#messaging';
import { ByAsking, CommandInput, Commands, type Asking } from '#service-kit';
import { AnswerIdentity, answerIdentity } from '../commands/answer-identity.js';
import { AskFitness, askFitness } from '../commands/ask-fitness.js';
import { AskReception, askReception } from '../commands/ask-reception.js';
import { AssessFitness, assessFitness } from '../commands/assess-fitness.js';
import { AssessSafety, assessSafety } from '../commands/assess-safety.js';
import { ObtainDocument, obtainDocument } from '../commands/obtain-document.js';
import { PromiseReception, promiseReception } from '../commands/promise-reception.js';
import { RecordConsent, recordConsent } from '../commands/record-consent.js';
import { RequestIdentity, requestIdentity } from '../commands/request-identity.js';
import { supplementIdentity } from '../commands/supplement-identity.js';

const TIMED = ['stage.closed', 'stage.not-accepted', 'time.before-last-change', 'cross-border.already-handed-over'];
const PREPARING = [...TIMED, 'access.not-answerable'];
const LETTER = ['cross-border.not-the-counterpart', 'cross-border.document-number-missing'];
const CLOCK = ['clock.year-not-loaded'];

/** What must be there before anybody may be handed over. */
@ApiTags('returns 送返准备')
@Controller('returns/:id')
export class PreparationController {
  constructor(private readonly transactions: Transactions) {}

  @Post('identity-requests')
  @Commands('cross-border.prepare', {
    says: '向对口单位发出身份核实请求 / Asks the counterpart to verify the identity (X-1)', input: RequestIdentity,
    refuses: [
      ...PREPARING, ...CLOCK, 'cross-border.not-a-counterpart', 'cross-border.identity-already-confirmed',
      'cross-border.identity-request-pending',
    ],
  })
  requestIdentity(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: RequestIdentity, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => requestIdentity(tx, id, input));
  }

  @Put('identity-requests/:requestId/answer')
  @HttpCode(200)
  @Commands('cross-border.identity.answer', {
    says: '答复身份核实请求 / Answers the identity request (X-1)', input: AnswerIdentity,
    refuses: [
      'stage.closed', 'stage.not-accepted', 'time.before-last-change', ...LETTER,
      'cross-border.unknown-identity-request', 'cross-border.identity-answered',
    ],
  })
  answerIdentity(
    @Param('id', ParseUUIDPipe) id: string, @Param('requestId', ParseUUIDPipe) requestId: string,
    @Body() input: AnswerIdentity, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => answerIdentity(tx, id, requestId, input));
  }

  @Post('identity-requests/:requestId/supplements')
  @Commands('cross-border.prepare', {
    says: '补充身份材料,时限重新起算 / Sends what was missing; the time begins anew (X-1)', input: CommandInput,
    refuses: [
      ...PREPARING, ...CLOCK, 'cross-border.unknown-identity-request', 'cross-border.nothing-to-supplement',
      'cross-border.identity-request-pending',
    ],
  })
  supplementIdentity(
    @Param('id', ParseUUIDPipe) id: string, @Param('requestId', ParseUUIDPipe) requestId: string,
    @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => supplementIdentity(tx, id, requestId));
  }

  @Put('safety-assessment')
  @HttpCode(200)
  @Commands('cross-border.prepare', {
    says: '送返前安全评估 / Assesses the safety of the return (X-3)', input: AssessSafety, refuses: PREPARING,
  })
  assessSafety(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: AssessSafety, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => assessSafety(tx, id, input));
  }

  @Post('reception-requests')
  @Commands('cross-border.prepare', {
    says: '请境外机构接收 / Asks a receiving body abroad to take the person in (X-3)', input: AskReception,
    refuses: [...PREPARING, 'cross-border.not-a-receiving-body'],
  })
  askReception(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: AskReception, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => askReception(tx, id, input));
  }

  @Put('reception-promise')
  @HttpCode(200)
  @Commands('cross-border.promise', {
    says: '境外机构书面承诺接收 / A receiving body abroad promises to take the person in (X-3)', input: PromiseReception,
    refuses: [...TIMED, ...LETTER, 'cross-border.reception-not-asked'],
  })
  promiseReception(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: PromiseReception, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => promiseReception(tx, id, input));
  }

  @Put('consent')
  @HttpCode(200)
  @Commands('cross-border.prepare', {
    says: '登记知情同意 / Records the informed consent (X-3)', input: RecordConsent,
    refuses: [...PREPARING, 'cross-border.guardian-consents', 'cross-border.adult-consents'],
  })
  recordConsent(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: RecordConsent, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => recordConsent(tx, id, input));
  }

  @Put('travel-document')
  @HttpCode(200)
  @Commands('cross-border.prepare', {
    says: '登记旅行证件 / Records the travel document (X-3)', input: ObtainDocument, refuses: PREPARING,
  })
  obtainDocument(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: ObtainDocument, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => obtainDocument(tx, id, input));
  }

  @Post('fitness-requests')
  @Commands('cross-border.prepare', {
    says: '委托医疗机构评估是否适宜出行 / Asks a hospital whether the person is fit to travel (X-3)', input: AskFitness,
    refuses: [...PREPARING, 'cross-border.not-a-clinic'],
  })
  askFitness(@Param('id', ParseUUIDPipe) id: string, @Body() input: AskFitness, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => askFitness(tx, id, input));
  }

  @Put('fitness')
  @HttpCode(200)
  @Commands('cross-border.fitness', {
    says: '受托或曾检查此人的医疗机构出具适宜出行证明(仅结论与日期)/ The unit that examined the person certifies fit or not fit, and nothing of the diagnosis (X-3)',
    input: AssessFitness,
    refuses: [
      ...TIMED, ...CLOCK, 'cross-border.not-the-examiner', 'cross-border.certificate-of-another', 'cross-border.validity-missing',
      'cross-border.validity-too-long',
    ],
  })
  assessFitness(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: AssessFitness, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => assessFitness(tx, id, input));
  }
}
