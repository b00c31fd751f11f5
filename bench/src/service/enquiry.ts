import {
  Count, Day, Division, fact, Id, Ids, Maybe, OneOf, PaperNumber, SaidBy, UnitId, type Actor, type Fact, type Instant,
} from '#contracts';

export const ENQUIRY_KINDS = ['residence', 'border', 'transport', 'telecom'] as const;
export type EnquiryKind = (typeof ENQUIRY_KINDS)[number];

@SaidBy('bench', 'bench.enquiry-opened', 'A unit has asked another one to find something out.')
export class EnquiryOpened {
  @Id() enquiryId!: string;
  @PaperNumber() number!: string;
  @OneOf(ENQUIRY_KINDS) kind!: EnquiryKind;
  @Division() division!: string;
  @UnitId() toUnit!: string;
  @Day() dueOn!: string;
  @Ids({ min: 1, max: 20 }) victimIds!: string[];
}

@SaidBy('bench', 'bench.enquiry-answered', 'The unit that was asked has answered.')
export class EnquiryAnswered {
  @Id() enquiryId!: string;
  @UnitId() byUnit!: string;
  @Count({ max: 1000 }) findings!: number;
  @Maybe() @Day() nextOn?: string;
}

export type Asked = Pick<EnquiryOpened, 'number' | 'kind' | 'division' | 'toUnit' | 'dueOn' | 'victimIds'>;

/** The smallest thing that has everything which a command costs: state, a rule, facts. It stands for a stage. */
export class Enquiry {
  id!: string;
  caseId!: string;
  version = 0;
  number!: string;
  kind!: EnquiryKind;
  division!: string;
  toUnit!: string;
  dueOn!: string;
  victimIds!: string[];
  openedAt!: Instant;
  openedBy!: string;
  answeredAt: Instant | null = null;
  findings: number | null = null;

  static open(given: { id: string; caseId: string; asked: Asked; by: Actor; at: Instant }): [Enquiry, Fact[]] {
    const { id, caseId, asked, by, at } = given;
    const enquiry = Object.assign(new Enquiry(), { id, caseId, ...asked, openedAt: at, openedBy: by.unitId });
    return [enquiry, [fact(EnquiryOpened, { enquiryId: id, ...asked })]];
  }

  answer(given: { by: Actor; at: Instant; findings: number }): Fact[] {
    if (this.answeredAt !== null) return [];
    this.answeredAt = given.at;
    this.findings = given.findings;
    return [fact(EnquiryAnswered, { enquiryId: this.id, byUnit: given.by.unitId, findings: given.findings })];
  }
}
