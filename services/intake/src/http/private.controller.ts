import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ACCESS_PURPOSES, CountInQuery, Maybe, OneOf, type AccessPurpose, type Actor } from '#contracts';
import { Transactions } from '#messaging';
import { ByActor, ByCaller, knownStages, listOf, ReadingAnswer, Reads, type Caller } from '#service-kit';
import { KeepsDenials, reading, readingsOf, Vault, type Reading } from '#vault';
import type { Content } from '../commands/content.js';
import type { Person } from '../commands/person.js';
import type { Reporter } from '../commands/reporter.js';
import { Intake } from '../domain/intake.js';
import { ClueContentAnswer, NamedVictimAnswer, ReporterOfClueAnswer } from './answers.js';

class Purpose {
  @OneOf(ACCESS_PURPOSES) purpose!: AccessPurpose;
}

class PurposeOfTriage {
  @Maybe() @OneOf(['triage', 'feedback']) purpose?: 'triage' | 'feedback';
}

class ReadingsPage {
  @Maybe() @CountInQuery({ max: 2_000_000_000 }) after?: number;
}

type NamedVictim = Partial<Person> & { victimId: string; minor: boolean };

const NOT_OURS = ['access.not-answerable', 'vault.key-destroyed', 'vault.damaged'];

/** Everything of intake that is about people. Each reading and each refused try is on record. */
@ApiTags('intakes 受理')
@Controller('intakes/:id')
export class PrivateController {
  constructor(private readonly transactions: Transactions, private readonly vault: Vault) {}

  @Get('victims')
  @KeepsDenials()
  @Reads('intake.read-persons', {
    says: '查看受害人身份(留痕)/ Shows who the victims are; on record',
    answers: listOf(NamedVictimAnswer), query: Purpose, of: Intake, refuses: NOT_OURS,
  })
  victims(
    @Param('id', ParseUUIDPipe) id: string, @Query() { purpose }: Purpose, @ByCaller() { actor, relation }: Caller,
  ): Promise<{ items: NamedVictim[] }> {
    return reading(this.transactions, actor, async (tx) => {
      const intake = await tx.load(Intake, id);
      if (relation !== 'superior') intake.mustTakePart(actor, await knownStages(tx, intake.caseId));
      const items: NamedVictim[] = [];
      for (const { victimId, minor, personRecords } of intake.victims) {
        const known: NamedVictim = { victimId, minor };
        for (const record of personRecords) tell(known, await this.vault.read<Partial<Person>>(tx, { id: record, purpose }));
        items.push(known);
      }
      return { items };
    });
  }

  @Get('clues/:clueId/reporter')
  @KeepsDenials()
  @Reads('intake.triage', {
    says: '查看报告人身份(仅限研判岗位,留痕)/ Shows who reported: triage only, on record (I-1)',
    answers: ReporterOfClueAnswer, query: PurposeOfTriage, of: Intake,
    refuses: [...NOT_OURS, 'intake.unknown-clue', 'intake.no-reporter'],
  })
  reporter(
    @Param('id', ParseUUIDPipe) id: string, @Param('clueId', ParseUUIDPipe) clueId: string,
    @Query() { purpose = 'triage' }: PurposeOfTriage, @ByActor() actor: Actor,
  ): Promise<Reporter> {
    return reading(this.transactions, actor, async (tx) => {
      const intake = await tx.load(Intake, id);
      return this.vault.read<Reporter>(tx, { id: intake.reporterFor(actor, clueId), purpose });
    });
  }

  @Get('clues/:clueId/content')
  @KeepsDenials()
  @Reads('intake.read-clue', {
    says: '查看线索内容或失踪人最后出现的地点(留痕)/ Shows what was reported, or where the missing person was last seen; on record', answers: ClueContentAnswer, query: Purpose, of: Intake,
    refuses: [...NOT_OURS, 'intake.unknown-clue'],
  })
  content(
    @Param('id', ParseUUIDPipe) id: string, @Param('clueId', ParseUUIDPipe) clueId: string,
    @Query() { purpose }: Purpose, @ByCaller() { actor, relation }: Caller,
  ): Promise<Content> {
    return reading(this.transactions, actor, async (tx) => {
      const intake = await tx.load(Intake, id);
      if (relation !== 'superior') intake.mustTakePart(actor, await knownStages(tx, intake.caseId));
      const { contentRecord } = intake.toldIn(clueId);
      return contentRecord ? this.vault.read<Content>(tx, { id: contentRecord, purpose }) : {};
    });
  }

  @Get('readings')
  @Reads('intake.audit', {
    says: '谁查看过个人信息,含被拒绝的 / Who read personal data, refused tries included',
    answers: listOf(ReadingAnswer), query: ReadingsPage, of: Intake,
    refuses: ['access.not-answerable'],
  })
  readings(
    @Param('id', ParseUUIDPipe) id: string, @Query() { after }: ReadingsPage, @ByCaller() { actor, relation }: Caller,
  ): Promise<{ items: Reading[] }> {
    return reading(this.transactions, actor, async (tx) => {
      const intake = await tx.load(Intake, id);
      if (relation !== 'superior') intake.stage.mustAnswer(actor);
      const asked = [...intake.clues.map(({ clueId }) => clueId), ...intake.reports.map(({ reportId }) => reportId)];
      const things = [id, ...asked, ...intake.privateRecords()];
      return { items: await readingsOf(tx, { caseId: intake.caseId, things, after }) };
    });
  }
}

/** What was said later takes the place of what was said before, also a day of birth that of an estimate. */
function tell(known: NamedVictim, said: Partial<Person>): void {
  if (said.birthDate !== undefined || said.estimatedAge !== undefined) {
    delete known.birthDate;
    delete known.estimatedAge;
  }
  Object.assign(known, said);
}
