import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Refusal } from '#contracts';
import { Log, OpenToAll, ServiceConfig, Shows, SystemClock } from '#service-kit';
import { Cookies } from '../door/cookies.js';
import type { Visitor } from '../door/door.js';
import { LiveStreams } from '../live/streams.js';
import { IdentityProvider, type SignIn } from '../sessions/provider.js';
import { Sealing, Sessions, type Session } from '../sessions/sessions.js';
import { Whois } from '../sessions/whois.js';
import { GatewaySettings } from '../settings.js';
import { LockedAnswer, ProviderSays, SessionAnswer, SignedOutAnswer, SignInAsked } from './answers.js';

/** A sign-in takes no longer. */
const SIGN_IN_SECONDS = 600;
const SIGNED_IN = ['access.not-signed-in', 'session.locked', 'session.cross-site', 'session.not-confirmed'];

/** Being signed in, for browsers: they hold a cookie and never a token. */
@ApiTags('session 登录状态')
@OpenToAll()
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions, private readonly provider: IdentityProvider, private readonly sealing: Sealing,
    private readonly cookies: Cookies, private readonly streams: LiveStreams, private readonly whois: Whois,
    private readonly settings: GatewaySettings, private readonly config: ServiceConfig, private readonly clock: SystemClock,
    private readonly log: Log,
  ) {}

  @Get()
  @Shows({
    says: '当前登录:姓名、岗位、锁定与到期时间 / Who is signed in, with which posts, and until when', answers: SessionAnswer,
    refuses: SIGNED_IN,
  })
  async show(@Req() { session }: Visitor): Promise<SessionAnswer> {
    const { personId, csrf, activeAt, expiresAt } = mustHave(session);
    const { name, nameLatin, posts } = await this.whois.of(session!);
    return {
      personId, name, nameLatin, posts: [...posts], mode: this.config.GUITU_MODE, now: this.clock.now(), csrf,
      idleLockAt: new Date(activeAt.getTime() + this.settings.GATEWAY_IDLE_SECONDS * 1000).toISOString(),
      expiresAt: expiresAt.toISOString(),
    };
  }

  @Get('sign-in')
  @Shows({
    says: '开始登录,完成后回到 return 指明的页面 / Begins to sign in, and leads back to the page that `return` names',
    answers: 'redirect', query: SignInAsked,
  })
  async begin(
    @Query() { return: wanted, hint }: SignInAsked, @Req() request: Visitor, @Res() reply: FastifyReply,
  ): Promise<void> {
    // The cookies belong to one host: whoever has come by another name of this machine is led to the right one first.
    if (!this.settings.origin.endsWith(`//${request.headers.host}`)) {
      void reply.redirect(`${this.settings.origin}${request.url}`, 302);
      return;
    }
    const mustBeFresh = request.session?.isLocked ?? false;
    await this.leadToProvider(reply, { returnTo: safeReturn(wanted, this.settings.origin), hint, mustBeFresh });
  }

  /**
   * A locked session of the same person is opened again; of another person it ends. Whoever has a locked one, in whichever
   * browser, gives the password anew: it is not the machine that has left.
   */
  @Get('callback')
  @Shows({
    says: '登录服务返回处 / Where the provider sends the browser back to', answers: 'redirect', query: ProviderSays,
    refuses: ['session.sign-in-expired', 'session.not-fresh', 'session.no-person'],
  })
  async finish(@Req() request: Visitor, @Res() reply: FastifyReply): Promise<void> {
    const at = request.url.indexOf('?');
    const search = at < 0 ? '' : request.url.slice(at);
    const signIn = this.pending(request, new URLSearchParams(search).get('state') ?? '');
    this.cookies.forgetSignIn(reply, signIn.state);
    const { personId, tokens, isFresh } = await this.provider.finish(search, signIn);
    if (!isFresh && await this.sessions.hasLocked(personId)) {
      await this.provider.revoke(tokens);
      return this.leadToProvider(reply, { returnTo: signIn.returnTo, mustBeFresh: true });
    }
    const present = request.session;
    const isSame = present?.personId === personId;
    if (present && !isSame) await this.end([present], () => this.sessions.end(present.id));
    if (isSame) await this.provider.revoke(present!.tokens);
    const secret = isSame ? await this.sessions.renew(present!, tokens) : await this.sessions.begin(personId, tokens);
    this.cookies.keepSession(reply, secret);
    this.log.info('signed in', { personId });
    void reply.redirect(signIn.returnTo, 302);
  }

  @Post('sign-out')
  @HttpCode(200)
  @Shows({ says: '退出本浏览器的登录 / Signs out of this browser', answers: SignedOutAnswer, refuses: SIGNED_IN })
  async signOut(@Req() { session }: Visitor, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedOutAnswer> {
    const present = mustHave(session);
    return this.leave(present, reply, () => this.sessions.end(present.id));
  }

  @Post('sign-out-everywhere')
  @HttpCode(200)
  @Shows({ says: '退出本人在所有浏览器的登录 / Signs out of all browsers', answers: SignedOutAnswer, refuses: SIGNED_IN })
  async signOutEverywhere(
    @Req() { session }: Visitor, @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedOutAnswer> {
    const present = mustHave(session);
    return this.leave(present, reply, () => this.sessions.endAllOf(present.personId));
  }

  @Post('lock')
  @HttpCode(200)
  @Shows({ says: '立即锁定,重新登录后继续 / Locks at once; signing in again goes on', answers: LockedAnswer, refuses: SIGNED_IN })
  async lock(@Req() { session }: Visitor): Promise<LockedAnswer> {
    const { id } = mustHave(session);
    await this.sessions.lock(id);
    this.streams.endOf([id]);
    return { locked: true };
  }

  private async leadToProvider(reply: FastifyReply, asked: Parameters<IdentityProvider['begin']>[0]): Promise<void> {
    const { address, signIn } = await this.provider.begin(asked);
    this.cookies.keepSignIn(reply, signIn.state, this.sealing.seal(signIn, 'sign-in').toString('base64url'));
    void reply.redirect(address.href, 302);
  }

  private async leave(
    session: Session, reply: FastifyReply, end: () => Promise<Session[]>,
  ): Promise<SignedOutAnswer> {
    await this.end([session], end);
    this.cookies.forgetSession(reply);
    return { providerSignOut: await this.provider.signOutAddress(session.tokens) };
  }

  private async end(present: readonly Session[], end: () => Promise<Session[]>): Promise<void> {
    const ended = await end();
    this.streams.endOf([...present, ...ended].map(({ id }) => id));
    await Promise.all(ended.map(({ tokens }) => this.provider.revoke(tokens)));
  }

  private pending(request: Visitor, state: string): SignIn {
    const sealed = this.cookies.signInIn(request, state);
    if (!sealed) throw new Refusal('session.sign-in-expired');
    try {
      const signIn = this.sealing.open<SignIn>(Buffer.from(sealed, 'base64url'), 'sign-in');
      if (signIn.state === state && signIn.begunAt > Date.now() / 1000 - SIGN_IN_SECONDS) return signIn;
    } catch {
      // Not of our making: as if there were none.
    }
    throw new Refusal('session.sign-in-expired');
  }
}

function mustHave(session: Session | undefined): Session {
  if (!session) throw new Refusal('access.not-signed-in');
  return session;
}

/** A page of ours, or the first one: nobody is led to another site from here. */
export function safeReturn(wanted: string | undefined, origin: string): string {
  if (!wanted || !/^\/(?!\/)[^\\\s]*$/.test(wanted)) return '/';
  const address = URL.parse(wanted, origin);
  // `/.//other.example` is shortened to `//other.example`, and that is another site.
  if (address?.origin !== origin || /^\/(\/|(api|session|events)(\/|$))/.test(address.pathname)) return '/';
  return address.pathname + address.search + address.hash;
}
