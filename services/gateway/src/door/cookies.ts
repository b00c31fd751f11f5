import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GatewaySettings } from '../settings.js';

const SIGN_IN_SECONDS = 600;

/** The cookies of this door. With TLS their names bind them to this host and no path: a neighbour cannot plant one. */
export class Cookies {
  private readonly prefix: string;

  constructor(private readonly settings: GatewaySettings) {
    this.prefix = settings.isSecure ? '__Host-' : '';
  }

  sessionIn(request: FastifyRequest): string | undefined {
    return this.of(request, 'guitu');
  }

  keepSession(reply: FastifyReply, secret: string): void {
    this.set(reply, 'guitu', secret, this.settings.GATEWAY_SESSION_SECONDS);
  }

  forgetSession(reply: FastifyReply): void {
    this.set(reply, 'guitu', '', 0);
  }

  /** Each sign-in under way has a cookie of its own: two tabs may sign in at once. */
  signInIn(request: FastifyRequest, state: string): string | undefined {
    return this.of(request, nameOf(state));
  }

  keepSignIn(reply: FastifyReply, state: string, sealed: string): void {
    this.set(reply, nameOf(state), sealed, SIGN_IN_SECONDS);
  }

  forgetSignIn(reply: FastifyReply, state: string): void {
    this.set(reply, nameOf(state), '', 0);
  }

  private of(request: FastifyRequest, name: string): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[this.prefix + name];
  }

  /** Lax and not strict: the browser comes back from the provider, which is another site. Changes need more than a cookie. */
  private set(reply: FastifyReply, name: string, value: string, maxAge: number): void {
    void reply.header('set-cookie', stringifySetCookie({
      name: this.prefix + name, value, maxAge, path: '/', httpOnly: true, sameSite: 'lax', secure: this.settings.isSecure,
    }));
  }
}

const nameOf = (state: string): string => `guitu-sign-in-${state.replace(/[^\w-]/g, '').slice(0, 12)}`;
