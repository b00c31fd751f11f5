import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#contracts';
import { Log } from '#service-kit';
import { GatewaySettings } from '../settings.js';
import { pathOf, sendProblem } from './door.js';
import { newNonce, securityHeaders } from './headers.js';

/** A file whose name carries the digest of its content never changes. */
const HASHED = /^\/assets\/.*-[\w-]{8,}\.\w+$/;
const FILE = /\.[a-z0-9]{2,12}$/i;

/** The built web: files as they are, and for every other address the one page that finds its way itself. */
@Injectable()
export class Pages implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost, private readonly settings: GatewaySettings, private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.host.httpAdapter.getInstance<FastifyInstance>().register(async (scope) => {
      await scope.register(fastifyStatic, {
        root: this.settings.GATEWAY_WEB_FOLDER, serve: false, index: false, dotfiles: 'ignore', preCompressed: true,
        cacheControl: false,
      });
      // An address that cannot be read names no file of ours.
      scope.setErrorHandler((error: { statusCode?: number }, request, reply) => {
        const isOurs = !(error instanceof URIError) && (error.statusCode ?? 500) >= 500;
        if (isOurs) this.log.error('page failed', error, { method: request.method });
        return sendProblem(request, reply, new Refusal(isOurs ? 'record.internal-error' : 'record.not-found'));
      });
      scope.get('/*', async (request, reply) => this.show(request, reply));
    });
  }

  private show(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const path = pathOf(request);
    if (/^\/(api|session|events)(\/|$)/.test(path)) return sendProblem(request, reply, new Refusal('record.not-found'));
    if (!FILE.test(path)) return this.page(reply);
    const isHashed = HASHED.test(path);
    void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    return reply.sendFile(decodeURI(path).slice(1));
  }

  /** Read with every request: a new build is shown at once, and the page is small. */
  private page(reply: FastifyReply): FastifyReply {
    const nonce = newNonce();
    void reply.headers(securityHeaders(this.settings.isSecure, nonce)).header('cache-control', 'no-store')
      .type('text/html; charset=utf-8');
    const built = this.built();
    return reply.send(built?.replace(/(<meta name="csp-nonce" content=")[^"]*"/, `$1${nonce}"`).replaceAll('__CSP_NONCE__', nonce)
      ?? placeholder(nonce));
  }

  private built(): string | null {
    try {
      return readFileSync(join(this.settings.GATEWAY_WEB_FOLDER, 'index.html'), 'utf8');
    } catch {
      return null;
    }
  }
}

/** Until the web is built. */
const placeholder = (nonce: string): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>归途 Guitu</title>
  <style nonce="${nonce}">
    body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 15vh auto; max-width: 32rem; padding: 0 1rem }
  </style>
</head>
<body>
  <h1>归途</h1>
  <p>服务已启动,页面尚未构建。<a href="/session/sign-in?return=/">登录</a> · <a href="/api/docs">接口文档</a></p>
  <p lang="en">Guitu is running; its pages are not built yet. <a href="/session/sign-in?return=/">Sign in</a> ·
    <a href="/api/docs">API</a></p>
</body>
</html>
`;
