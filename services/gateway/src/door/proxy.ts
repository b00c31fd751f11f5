import { Transform } from 'node:stream';
import replyFrom from '@fastify/reply-from';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { invalid, Refusal } from '#contracts';
import { Log, unreadableBody } from '#service-kit';
import { Access } from '../sessions/access.js';
import { GatewaySettings } from '../settings.js';
import { sendProblem, type Visitor } from './door.js';

/** What a service is told of the request, and the browser of the answer; all else stays outside. */
const TOWARDS = [
  'accept', 'accept-language', 'content-type', 'content-length', 'idempotency-key', 'if-match', 'if-none-match', 'range',
  'traceparent', 'x-unit',
];
const BACK = [
  'content-type', 'content-length', 'content-disposition', 'content-encoding', 'content-range', 'accept-ranges', 'etag',
  'last-modified', 'retry-after', 'cache-control',
];
/** Not for browsers: figures of processes, and the provider's own pages, which live at the issuer's address. */
const CLOSED = /^\/(metrics|health|docs|oidc|oidc-login)(\/|$)/;
const PATH = /^(\/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+)+\/?$/;
const PATIENCE_MS = 30_000;

/** `/api/<service>/<path>` is asked of that service, on behalf of the person and with her token. */
@Injectable()
export class Proxy implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost, private readonly access: Access, private readonly settings: GatewaySettings,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    const { services, GATEWAY_BODY_BYTES: bodyMax } = this.settings;
    await this.host.httpAdapter.getInstance<FastifyInstance>().register(async (scope) => {
      // What is sent through is neither read nor kept here.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (request, body, parsed) => {
        const declared = Number(request.headers['content-length'] ?? 0);
        if (declared > bodyMax) parsed(new Refusal('input.too-large'));
        else parsed(null, body.pipe(atMost(bodyMax)));
      });
      scope.setErrorHandler((error, request, reply) => this.refuse(request, reply, error));
      await scope.register(replyFrom, {
        undici: {
          connections: 64, pipelining: 1, headersTimeout: PATIENCE_MS, bodyTimeout: PATIENCE_MS, connect: { timeout: 3_000 },
        },
        disableRequestLogging: true,
      });
      scope.route({
        method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'], url: '/api/:service/*', bodyLimit: bodyMax,
        handler: async (request, reply) => this.forward(request, reply, services),
      });
    });
  }

  private async forward(request: Visitor, reply: FastifyReply, services: ReadonlyMap<string, string>): Promise<FastifyReply> {
    const { service } = request.params as { service: string };
    const address = services.get(service);
    if (!address) throw new Refusal('gateway.unknown-service', { service: service.slice(0, 40) });
    const path = pathBehind(request, service);
    const token = request.session && await this.access.tokenOf(request.session);
    return reply.from(`${address}${path}`, {
      rewriteRequestHeaders: (_, headers) => ({
        ...only(headers, TOWARDS), ...(token && { authorization: `Bearer ${token}` }),
      }),
      rewriteHeaders: (headers) => ({ 'cache-control': 'no-store', ...only(headers, BACK) }),
      retryDelay: () => null,
      onError: (_reply, { error }) => void this.refuse(request, reply, away(error, service)),
    });
  }

  private refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
    if (error instanceof Refusal) return sendProblem(request, reply, error);
    const status = (error as { statusCode?: number }).statusCode;
    if (status === 413) return sendProblem(request, reply, new Refusal('input.too-large'));
    if (status && status < 500) return sendProblem(request, reply, invalid(unreadableBody(status)));
    this.log.error('proxy failed', error, { method: request.method });
    return sendProblem(request, reply, new Refusal('record.internal-error'));
  }
}

/**
 * The rest of the address, exactly as it was written. An address that could mean another place once somebody decodes
 * or shortens it (`..`, an encoded slash, an empty step) is refused.
 */
function pathBehind({ raw }: FastifyRequest, service: string): string {
  const [path, query] = [raw.url!.split('?', 1)[0]!.slice(`/api/${service}`.length), raw.url!.split('?').slice(1).join('?')];
  if (!raw.url!.startsWith(`/api/${service}/`) || !PATH.test(path)) throw new Refusal('gateway.bad-path');
  const steps = path.slice(1).split('/').map(decoded);
  if (steps.some((step) => step === '.' || step === '..' || /[/\\\0]/.test(step))) throw new Refusal('gateway.bad-path');
  if (CLOSED.test(`/${steps.join('/')}`)) throw new Refusal('record.not-found');
  return query ? `${path}?${query}` : path;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    throw new Refusal('gateway.bad-path');
  }
}

function only<T>(headers: Record<string, T>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(names.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]!]));
}

/** A service that does not answer, or not in time: then nobody knows whether it has done it. */
function away(error: Error & { code?: string; statusCode?: number }, service: string): Refusal {
  if (error instanceof Refusal) return error;
  if ((error.cause as unknown) instanceof Refusal) return error.cause as Refusal;
  const isSlow = error.statusCode === 504 || /TIMEOUT/.test(error.code ?? '');
  return new Refusal(isSlow ? 'gateway.too-slow' : 'gateway.service-away', { service });
}

/** Lets so many bytes pass and no more, whatever the request has said about its length. */
function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, passed) {
      seen += chunk.length;
      if (seen > bytes) passed(new Refusal('input.too-large'));
      else passed(null, chunk);
    },
  });
}
