import { Body, Controller, HttpCode, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Refusal, Words, type Actor } from '#contracts';
import { poolOf, Transactions } from '#messaging';
import { addressOf, ByActor, Reads } from '#service-kit';
import { changeOwnPassword } from '../commands/change-own-password.js';
import { checkPassword } from '../people/accounts.js';
import { usernameOf } from '../people/people.js';
import { endOfThisSecond, untilThen } from '../people/sign-ins.js';
import { IdentitySettings } from '../settings.js';
import { PasswordChangeAnswer } from './answers.js';

export class ChangePassword {
  @Words({ max: 256 }) present!: string;
  @Words({ min: 8, max: 256, example: '八个字符以上的密码' }) next!: string;
}

@ApiTags('me 本人')
@Controller('me/password')
export class MyPasswordController {
  constructor(
    private readonly source: DataSource, private readonly settings: IdentitySettings, private readonly transactions: Transactions,
  ) {}

  /** Not a command: its content must be kept nowhere, not even as a digest. */
  @Put()
  @HttpCode(200)
  @Reads('identity.read', {
    says: '更改本人密码,所有登录随即失效 / Changes my password and ends my sessions', answers: PasswordChangeAnswer, input: ChangePassword,
    refuses: ['identity.wrong-password', 'identity.too-many-attempts'],
  })
  async changePassword(
    @Body() { present, next }: ChangePassword, @ByActor() actor: Actor, @Req() request: FastifyRequest,
  ): Promise<{ changed: true }> {
    const { personId } = actor;
    const pool = poolOf(this.source);
    const username = await usernameOf(pool, personId);
    if (username === null) throw new Refusal('record.not-found', { id: personId });
    const address = addressOf(request, this.settings.OIDC_TRUSTED_PROXIES);
    const known = await checkPassword(pool, { username, password: present, address });
    if (known?.personId !== personId) throw new Refusal('identity.wrong-password');
    const before = endOfThisSecond();
    await this.transactions.run({ actor, commandId: newId() }, (tx) => changeOwnPassword(tx, { next, before }));
    await untilThen(before);
    return { changed: true };
  }
}
