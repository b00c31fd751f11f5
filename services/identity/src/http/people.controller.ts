import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { dayOf } from '#clocks';
import { Ids, Refusal, Words, type Actor } from '#contracts';
import { poolOf, Transactions } from '#messaging';
import { ByActor, Directory, listOf, Reads, SystemClock } from '#service-kit';
import { setPasswordOf } from '../commands/set-password.js';
import { hasPassword } from '../people/accounts.js';
import { FIRST_ADMINISTRATOR } from '../people/first-administrator.js';
import { askForPassword } from '../people/passwords-asked.js';
import { enteredWithin, findPeople, worksWithin, type PersonEntry } from '../people/people.js';
import { endOfThisSecond, untilThen } from '../people/sign-ins.js';
import { PasswordChangeAnswer, PersonEntryAnswer } from './answers.js';

/** Several people at once: `?ids=<id>,<id>`. */
class ThesePeople {
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',') : (value as unknown)))
  @Ids({ min: 1, max: 100 })
  ids!: string[];
}

export class FirstPassword {
  @Words({ min: 8, max: 256, example: '八个字符以上的密码' }) password!: string;
}

@ApiTags('directory 名录')
@Controller('directory/people')
export class PeopleController {
  constructor(
    private readonly source: DataSource, private readonly clock: SystemClock, private readonly transactions: Transactions,
    private readonly directory: Directory,
  ) {}

  @Get()
  @Reads('identity.read', {
    says: '查询若干人员的姓名与任职(至多 100 人)/ Names and posts of several people, 100 at most',
    answers: listOf(PersonEntryAnswer), query: ThesePeople,
  })
  async several(@Query() { ids }: ThesePeople): Promise<{ items: PersonEntry[] }> {
    return { items: await findPeople(poolOf(this.source), ids) };
  }

  @Get(':id')
  @Reads('identity.read', { says: '查看人员的姓名与任职 / Name and posts of a person', answers: PersonEntryAnswer })
  async one(@Param('id', ParseUUIDPipe) id: string): Promise<PersonEntry> {
    const [person] = await findPeople(poolOf(this.source), [id]);
    if (!person) throw new Refusal('record.not-found', { id });
    return person;
  }

  /**
   * A new password means signing in as that person: one asks for it, another one sets it. The first one is asked for by the
   * appointment.
   */
  @Post(':id/password-requests')
  @HttpCode(200)
  @Reads('identity.confirm', {
    says: '为他人申请新密码,由另一人设定 / Asks that somebody gets a new password, which another one sets',
    answers: PasswordChangeAnswer, refuses: ['identity.unknown-person', 'identity.own-password', 'identity.not-your-unit'],
  })
  async askPassword(@Param('id', ParseUUIDPipe) id: string, @ByActor() actor: Actor): Promise<{ changed: false }> {
    if (actor.personId === id) throw new Refusal('identity.own-password');
    await this.mustAnswerFor(id, actor, await hasPassword(poolOf(this.source), id));
    await this.transactions.run({ actor, commandId: newId() }, async (tx) =>
      askForPassword(tx, { personId: id, askedBy: actor.personId }));
    return { changed: false };
  }

  /**
   * Not a command: its content must be kept nowhere, not even as a digest. For those who answer for all that the person
   * does, and never for the one who asked for it, nor for the one who proposed the person.
   */
  @Put(':id/password')
  @HttpCode(200)
  @Reads('identity.confirm', {
    says: '设定他人的密码,其各处登录随即失效 / Sets the password of another person and ends their sessions',
    answers: PasswordChangeAnswer, input: FirstPassword,
    refuses: [
      'identity.unknown-person', 'identity.own-password', 'identity.not-your-unit', 'identity.second-person-needed',
    ],
  })
  async setPassword(
    @Param('id', ParseUUIDPipe) id: string, @Body() { password }: FirstPassword, @ByActor() actor: Actor,
  ): Promise<{ changed: true }> {
    if (actor.personId === id) throw new Refusal('identity.own-password');
    const pool = poolOf(this.source);
    await this.mustAnswerFor(id, actor, await hasPassword(pool, id));
    const before = endOfThisSecond();
    await this.transactions.run({ actor, commandId: newId() }, (tx) => setPasswordOf(tx, { personId: id, password, before }));
    await untilThen(before);
    return { changed: true };
  }

  private async mustAnswerFor(personId: string, { personId: byPerson, unitId }: Actor, isReplaced: boolean): Promise<void> {
    const pool = poolOf(this.source);
    const units = await this.directory.below(unitId);
    const answers = isReplaced
      ? await worksWithin(pool, { personId, units, day: dayOf(this.clock.now()) })
      : byPerson === FIRST_ADMINISTRATOR || await enteredWithin(pool, { personId, units });
    if (!answers) throw new Refusal('identity.not-your-unit', { personId, unitId });
  }
}
