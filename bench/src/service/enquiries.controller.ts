import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Count, Day, Division, Id, Ids, OneOf, PaperNumber, UnitId } from '#contracts';
import { Transactions, type Receipt } from '#messaging';
import { ByAsking, CommandInput, Commands, type Asking } from '#service-kit';
import { Enquiry, ENQUIRY_KINDS, type EnquiryKind } from './enquiry.js';

export class OpenEnquiry extends CommandInput {
  @Id() caseId!: string;
  @PaperNumber() number!: string;
  @OneOf(ENQUIRY_KINDS) kind!: EnquiryKind;
  @Division() division!: string;
  @UnitId() toUnit!: string;
  @Day() dueOn!: string;
  @Ids({ min: 1, max: 20 }) victimIds!: string[];
}

export class AnswerEnquiry extends CommandInput {
  @Count({ max: 1000 }) findings!: number;
}

@Controller('enquiries')
export class EnquiriesController {
  constructor(private readonly transactions: Transactions) {}

  @Post()
  @Commands('bench.enquiry', { says: '发出协查 / Opens an enquiry', input: OpenEnquiry })
  open(@Body() input: OpenEnquiry, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => {
      const { number, kind, division, toUnit, dueOn, victimIds, caseId } = input;
      const asked = { number, kind, division, toUnit, dueOn, victimIds };
      return tx.save(...Enquiry.open({ id: newId(), caseId, asked, by: tx.actor, at: tx.at }));
    });
  }

  @Put(':id/answer')
  @HttpCode(200)
  @Commands('bench.enquiry', { says: '答复协查 / Answers an enquiry', input: AnswerEnquiry })
  answer(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { findings }: AnswerEnquiry,
    @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, async (tx) => {
      const enquiry = await tx.load(Enquiry, id);
      await tx.save(enquiry, enquiry.answer({ by: tx.actor, at: tx.at, findings }));
    });
  }
}
