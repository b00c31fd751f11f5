import {
  Bytes, Count, Country, Day, Division, Flag, Id, Moment, OneOf, OrNull, Part, Parts, POSTS, UNIT_KINDS, UNIT_LEVELS, UnitId,
  Words, type CalendarDate, type Instant,
} from '#contracts';
import { PageAnswer } from '#service-kit';

class NamedPerson {
  @Id() personId!: string;
  @Words({ min: 0, max: 100, example: '李某' }) nameZh!: string;
  @Words({ min: 0, max: 100, example: 'Li' }) nameLatin!: string;
}

class UnitWithNames {
  @UnitId() unitId!: string;
  @OneOf(UNIT_KINDS) kind!: string;
  @OneOf(UNIT_LEVELS) level!: string;
  @Division() division!: string;
  @Country() country!: string;
  @OrNull() @UnitId() superiorUnit!: string | null;
  @Words({ max: 200, example: '蒙自市公安局' }) nameZh!: string;
  @Words({ max: 200, example: 'Mengzi Public Security Bureau' }) nameEn!: string;
}

export class MyUnitAnswer extends UnitWithNames {}

export class MyPostAnswer {
  @OneOf(POSTS) post!: string;
  @Day() from!: CalendarDate;
  @OrNull() @Day() to!: CalendarDate | null;
  @Part(() => MyUnitAnswer) unit!: MyUnitAnswer;
}

export class MySigningKeyAnswer {
  @Id() keyId!: string;
  @UnitId() unitId!: string;
  @Bytes() x!: string;
  @Bytes() y!: string;
  @Moment() validFrom!: Instant;
}

export class MeAnswer extends NamedPerson {
  @Words({ max: 64, example: '532528-psb.duty' }) username!: string;
  @Parts(() => MyPostAnswer, { max: 1_000 }) posts!: MyPostAnswer[];
  @Parts(() => MySigningKeyAnswer) signingKeys!: MySigningKeyAnswer[];
}

export class PersonPostAnswer {
  @Id() assignmentId!: string;
  @UnitId() unitId!: string;
  @OneOf(POSTS) post!: string;
  @Day() from!: CalendarDate;
  @OrNull() @Day() to!: CalendarDate | null;
}

export class PersonEntryAnswer extends NamedPerson {
  @Parts(() => PersonPostAnswer, { max: 1_000 }) posts!: PersonPostAnswer[];
}

export class PasswordChangeAnswer {
  @Flag() changed!: boolean;
}

export class UnitEntryAnswer extends UnitWithNames {
  @Count({ min: 1, max: 2_147_483_647 }) version!: number;
}

export class UnitPageAnswer extends PageAnswer {
  @Parts(() => UnitEntryAnswer, { max: 500 }) items!: UnitEntryAnswer[];
}

export class AssignmentAnswer {
  @Id() assignmentId!: string;
  @Id() personId!: string;
  @OneOf(POSTS) post!: string;
  @Day() from!: CalendarDate;
  @OrNull() @Day() to!: CalendarDate | null;
}

class ProposerAnswer {
  @Id() personId!: string;
  @UnitId() unitId!: string;
}

export class ProposalAnswer {
  @Id() proposalId!: string;
  @Id() personId!: string;
  @OneOf(POSTS) post!: string;
  @Day() from!: CalendarDate;
  @OrNull() @Day() to!: CalendarDate | null;
  @Part(() => ProposerAnswer) by!: ProposerAnswer;
  @Moment() at!: Instant;
}

export class UnitProposalAnswer extends UnitWithNames {
  @Id() proposalId!: string;
  @Part(() => ProposerAnswer) by!: ProposerAnswer;
  @Moment() at!: Instant;
}

export class UnitProposalPageAnswer extends PageAnswer {
  @Parts(() => UnitProposalAnswer, { max: 100 }) items!: UnitProposalAnswer[];
}

export class RegisteredKeyAnswer {
  @Id() keyId!: string;
  @Id() personId!: string;
  @Bytes() x!: string;
  @Bytes() y!: string;
  @Moment() validFrom!: Instant;
}

export class UnitAnswer extends UnitEntryAnswer {
  @Parts(() => AssignmentAnswer, { max: 10_000 }) posts!: AssignmentAnswer[];
  @Parts(() => ProposalAnswer, { max: 10_000 }) proposals!: ProposalAnswer[];
  @Parts(() => RegisteredKeyAnswer, { max: 10_000 }) keys!: RegisteredKeyAnswer[];
}

export class DemoAccountAnswer extends NamedPerson {
  @Words({ max: 64, example: '532528-psb.duty' }) username!: string;
  @UnitId() unitId!: string;
  @Words({ max: 200, example: '蒙自市公安局' }) unitNameZh!: string;
  @Words({ max: 200, example: 'Mengzi Public Security Bureau' }) unitNameEn!: string;
  @OneOf(UNIT_KINDS) unitKind!: string;
  @OneOf(POSTS) post!: string;
}

export class DemoAccountPageAnswer extends PageAnswer {
  @Parts(() => DemoAccountAnswer, { max: 1_000 }) items!: DemoAccountAnswer[];
}
