import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#contracts';
import { Log, problemOf, ServiceConfig } from '#service-kit';
import { Sessions, type Session } from '../sessions/sessions.js';
import { GatewaySettings } from '../settings.js';
import { Cookies } from './cookies.js';
import { securityHeaders } from './headers.js';
import { Limits } from './limits.js';

/** Somebody at the door, and the session that the cookie has led to. */
export type Visitor = FastifyRequest & { session?: Session };

/** What may be asked without being signed in. */
const OPEN = [/^\/session\/(sign-in|callback)$/, /^\/api\/(openapi\.json|docs(\/.*)?)$/];
const OPEN_IN_REHEARSAL = [/^\/api\/identity\/directory\/demo-accounts$/];
const BEGINS = /^\/session\/sign-in$/;
const GUARDED = /^\/(api|session|events)(\/|$)/;
/** For those who run the system, on its own network. */
const UPKEEP = /^\/(metrics|docs|openapi\.json|parked|rehearsal)(\/|$|-)/;
/** The router would take an encoded first step, or a whole address, for a place that is guarded here under its plain name. */
const PLAIN = /^\/[^/%]*(\/|$)/;
const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** A page that refreshes itself is not a person at work. */
const NO_DEED = /^\/(session|events)$/;

/** Every request passes here first: headers, counting, the session, and proof that a page of ours has made it. */
@Injectable()
export class Door implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost, private readonly sessions: Sessions, private readonly cookies: Cookies,
    private readonly settings: GatewaySettings, private readonly config: ServiceConfig, private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const limits = await Limits.in(server, this.settings);
    server.addHook('onRequest', async (request: Visitor, reply) => {
      void reply.headers(securityHeaders(this.settings.isSecure));
      try {
        await this.admit(request, reply, limits);
      } catch (error) {
        return this.refuse(request, reply, error);
      }
      return undefined;
    });
  }

  private async admit(request: Visitor, reply: FastifyReply, limits: Limits): Promise<void> {
    const path = pathOf(request);
    if (!PLAIN.test(path)) throw new Refusal('record.not-found');
    if (UPKEEP.test(path) && this.isFromOutside(request)) throw new Refusal('record.not-found');
    if (!GUARDED.test(path)) return;
    void reply.header('cache-control', 'no-store');
    const secret = this.cookies.sessionIn(request);
    const session = secret ? await this.sessions.find(secret) : null;
    await limits.ofRequest(request, reply, session?.id);
    if (BEGINS.test(path)) await limits.ofSignIn(request, reply);
    if (session) request.session = session;
    if (this.isOpen(request, path)) return;
    this.mustBeOurPage(request);
    if (!session) throw new Refusal('access.not-signed-in');
    if (CHANGES.has(request.method)) mustBeConfirmed(request, session);
    if (session.isLocked && !this.maySignOut(path)) throw new Refusal('session.locked', { personId: session.personId });
    if (!NO_DEED.test(path) && request.headers['x-guitu-background'] === undefined) await this.sessions.touch(session);
  }

  /** Where the provider lets people in without asking, whoever signs out and in again would open the lock. */
  private maySignOut(path: string): boolean {
    return this.settings.OIDC_SIGN_IN === 'login' && /^\/session\/sign-out/.test(path);
  }

  private isOpen({ method }: FastifyRequest, path: string): boolean {
    if (method !== 'GET' && method !== 'HEAD') return false;
    return OPEN.some((way) => way.test(path)) || (this.config.isRehearsal && OPEN_IN_REHEARSAL.some((way) => way.test(path)));
  }

  /** What the browser itself says about who has made the request; a page cannot make it say otherwise. */
  private mustBeOurPage({ headers, method }: FastifyRequest): void {
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('session.cross-site');
    if (CHANGES.has(method) && headers.origin !== undefined && headers.origin !== this.settings.origin)
      throw new Refusal('session.cross-site');
  }

  /** It has come through the proxy that stands before us. */
  private isFromOutside(request: FastifyRequest): boolean {
    return this.settings.GATEWAY_TRUSTED_PROXIES.includes(request.socket.remoteAddress ?? '');
  }

  private refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
    if (!(error instanceof Refusal)) this.log.error('door failed', error, { method: request.method });
    return sendProblem(request, reply, error instanceof Refusal ? error : new Refusal('record.busy'));
  }
}

export const pathOf = ({ url }: FastifyRequest): string => url.split(/[?#]/, 1)[0]!;

export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const problem = problemOf(refusal, pathOf(request));
  if (problem.status === 503) void reply.header('retry-after', '2');
  return reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
}

/** Of one length, whatever was given. */
const digestOf = (word: string): Buffer => createHash('sha256').update(word).digest();

function mustBeConfirmed({ headers }: FastifyRequest, { csrf }: Session): void {
  const given = headers['x-guitu-csrf'];
  if (typeof given !== 'string' || !timingSafeEqual(digestOf(given), digestOf(csrf))) throw new Refusal('session.not-confirmed');
}
