import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { aggregated, type Described } from '#service-kit';
import { GatewaySettings } from '../settings.js';

const FRESH_MS = 60_000;
const PATIENCE_MS = 5_000;

/** The API of all services in one document, as they say it themselves at this moment, and a page to read it. */
@Injectable()
export class WholeApi implements OnModuleInit {
  private known: { readonly until: number; readonly document: Promise<object> } | null = null;

  constructor(private readonly host: HttpAdapterHost, private readonly settings: GatewaySettings) {}

  async onModuleInit(): Promise<void> {
    const swagger = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'));
    const root = dirname(swagger.resolve('swagger-ui-dist/package.json'));
    await this.host.httpAdapter.getInstance<FastifyInstance>().register(async (scope) => {
      await scope.register(fastifyStatic, { root, serve: false, index: false, cacheControl: false });
      scope.get('/api/openapi.json', () => this.whole());
      scope.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
      scope.get('/api/docs/start.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(START));
      scope.get('/api/docs/:file', (request, reply) => reply.sendFile((request.params as { file: string }).file));
    });
  }

  private whole(): Promise<object> {
    if (!this.known || this.known.until < Date.now()) this.known = { until: Date.now() + FRESH_MS, document: this.gather() };
    return this.known.document;
  }

  /** A service that does not answer is named as missing; the others are shown all the same. */
  private async gather(): Promise<object> {
    const services = [...this.settings.services];
    const found = await Promise.all(services.map(([name, address]) => documentOf(name, address)));
    const missing = services.filter((_, index) => found[index] === null).map(([name]) => name);
    const says = missing.length > 0 ? `暂缺 / not answering: ${missing.join(', ')}` : '全部服务的接口 / The API of all services';
    return aggregated(found.filter((described) => described !== null), says);
  }
}

async function documentOf(name: string, address: string): Promise<Described | null> {
  try {
    const answer = await fetch(`${address}/openapi.json`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return { name, document: await answer.json() as Described['document'] };
  } catch {
    return null;
  }
}

const PAGE = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>归途接口 · Guitu API</title>
  <link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
  <div id="api"></div>
  <script src="/api/docs/swagger-ui-bundle.js"></script>
  <script src="/api/docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', docExpansion: 'none', filter: true, supportedSubmitMethods: [] });
`;
