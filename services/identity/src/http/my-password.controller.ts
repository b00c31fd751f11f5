import { Body, Controller, HttpCode, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Refusal, Words, type Actor } from '#contracts';
import { poolOf } from '#messaging';
import { addressOf, ByActor, Reads } from '#service-kit';
import { changePassword } from '../people/accounts.js';
import { usernameOf } from '../people/people.js';
import { IdentitySettings } from '../settings.js';
import { PasswordChangeAnswer } from './answers.js';

export class ChangePassword {
  @Words({ max: 256 }) present!: string;
  @Words({ min: 8, max: 256, example: '八个字符以上的密码' }) next!: string;
}

@ApiTags('me 本人')
@Controller('me/password')
export class MyPasswordController {
  constructor(private readonly source: DataSource, private readonly settings: IdentitySettings) {}

  /** Not a command: its content must be kept nowhere, not even as a digest. */
  @Put()
  @HttpCode(200)
  @Reads('identity.read', {
    says: '更改本人密码,所有登录随即失效 / Changes my password and ends my sessions', answers: PasswordChangeAnswer, input: ChangePassword,
    refuses: ['identity.wrong-password', 'identity.too-many-attempts'],
  })
  async changePassword(
    @Body() { present, next }: ChangePassword, @ByActor() { personId }: Actor, @Req() request: FastifyRequest,
  ): Promise<{ changed: true }> {
    const pool = poolOf(this.source);
    const username = await usernameOf(pool, personId);
    if (username === null) throw new Refusal('record.not-found', { id: personId });
    const address = addressOf(request, this.settings.OIDC_TRUSTED_PROXIES);
    await changePassword(pool, { personId, username, present, next, address });
    return { changed: true };
  }
}
