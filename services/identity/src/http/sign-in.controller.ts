import { Body, Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errors, Provider } from 'oidc-provider';
import { DataSource } from 'typeorm';
import { Refusal, refusalText } from '#contracts';
import { poolOf } from '#messaging';
import { addressOf, Log, OpenToAll } from '#service-kit';
import { noticePage, pageHeaders, signInPage } from '../oidc/pages.js';
import { signInPath } from '../oidc/provider.js';
import { checkPassword, isUnchanged } from '../people/accounts.js';
import { IdentitySettings } from '../settings.js';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** The login page. Only somebody whom the provider has sent here sees a form. */
@ApiExcludeController()
@OpenToAll()
@Controller('oidc-login')
export class SignInController {
  constructor(
    private readonly provider: Provider,
    private readonly source: DataSource,
    private readonly settings: IdentitySettings,
    private readonly log: Log,
  ) {}

  @Get(':uid')
  async form(@Param('uid') uid: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const interaction = await this.pending(uid, request, reply);
    if (!interaction) return tellExpired(reply);
    const { login_hint: hint } = interaction.params;
    // Everybody in an exercise is invented, and shares a password that the documentation prints.
    const password = this.settings.GUITU_SEED === 'demo' ? this.settings.GUITU_DEMO_PASSWORD : undefined;
    void reply.headers(headersFor(interaction))
      .send(signInPage({ action: signInPath(uid), username: textOf(hint, 64), password }));
  }

  @Post(':uid')
  @Header('cache-control', 'no-store')
  async signIn(
    @Param('uid') uid: string, @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest, @Res() reply: FastifyReply,
  ): Promise<void> {
    const interaction = await this.pending(uid, request, reply);
    if (!interaction) return tellExpired(reply);
    const [username, password] = [textOf(body?.['username'], 64).trim(), textOf(body?.['password'], 256)];
    try {
      const known = await checkPassword(poolOf(this.source), {
        username, password, address: addressOf(request, this.settings.OIDC_TRUSTED_PROXIES),
      });
      if (known === null) throw new Refusal('identity.wrong-credentials');
      const { personId } = known;
      const returnTo = await this.provider.interactionResult(request.raw, reply.raw, { login: { accountId: personId } });
      if (!(await isUnchanged(poolOf(this.source), known))) {
        await interaction.destroy();
        return tellExpired(reply);
      }
      this.log.info('signed in', { personId });
      void reply.status(303).header('location', returnTo).send();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.log.info('sign-in refused', { code: error.code });
      if (!(request.headers.accept ?? '').includes('text/html')) throw error;
      const { status, zh, en } = refusalText(error.code);
      if (status === 429) void reply.header('retry-after', '60');
      void reply.status(status).headers(headersFor(interaction))
        .send(signInPage({ action: signInPath(uid), username, notice: { code: error.code, zh, en } }));
    }
  }

  /** What the provider waits for in this browser. The signed cookie must name the same sign-in as the address. */
  private async pending(uid: string, request: FastifyRequest, reply: FastifyReply): Promise<Interaction | null> {
    try {
      const interaction = await this.provider.interactionDetails(request.raw, reply.raw);
      return interaction.uid === uid && interaction.prompt.name === 'login' ? interaction : null;
    } catch (error) {
      if (error instanceof errors.SessionNotFound) return null;
      throw error;
    }
  }
}

function headersFor({ params }: Interaction): Record<string, string> {
  return pageHeaders(typeof params['redirect_uri'] === 'string' ? params['redirect_uri'] : undefined);
}

function tellExpired(reply: FastifyReply): void {
  void reply.status(400).headers(pageHeaders()).send(noticePage({
    code: 'sign-in-expired', zh: '本次登录已过期或已完成,请从应用重新进入。', en: 'This sign-in has expired or is done; start again from the application.',
  }));
}

const textOf = (value: unknown, max: number): string => (typeof value === 'string' ? value.slice(0, max) : '');
