import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { declaredRefusals, Refusal } from '#contracts';
import { OpenToAll } from './asking.js';
import { ServiceConfig } from './config.js';
import { ServiceName } from './service-name.js';

const HEADERS = {
  'content-security-policy': `default-src 'none'; frame-ancestors 'none'; base-uri 'none'`, 'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer', 'cache-control': 'no-cache',
};

/** Where the type of a problem leads: what a refusal means, for people and for programs. */
@ApiExcludeController()
@OpenToAll()
@Controller('problems')
export class ProblemsController {
  @Get(':code')
  show(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const found = declaredRefusals().find(([known]) => known === code);
    if (!found) throw new Refusal('record.not-found');
    const { status, zh, en, clause } = found[1];
    answer(request, reply, {
      data: { type: `/problems/${code}`, code, status, zh, en, clause }, title: code,
      lines: [zh, en, `HTTP ${status}${clause ? ` · 条款 / clause ${clause}` : ''}`],
    });
  }
}

/** What this address is, and where its documents and its health are. */
@ApiExcludeController()
@OpenToAll()
@Controller()
export class FrontController {
  constructor(private readonly service: ServiceName, private readonly config: ServiceConfig) {}

  @Get()
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const links = { docs: '/docs', openapi: '/openapi.json', live: '/health/live', ready: '/health/ready', metrics: '/metrics' };
    answer(request, reply, {
      data: { service: this.service.name, mode: this.config.GUITU_MODE, ...links }, title: `归途 Guitu: ${this.service.name}`,
      lines: [
        '这是归途系统的一个服务,供程序调用;办案请打开系统首页。', 'A service of Guitu, for programs; people work through the web.',
        this.config.isRehearsal ? '演练 / rehearsal' : '正式 / live',
      ],
      links: Object.values(links),
    });
  }
}

interface Told {
  readonly data: object;
  readonly title: string;
  readonly lines: readonly string[];
  readonly links?: readonly string[];
}

function answer({ headers }: FastifyRequest, reply: FastifyReply, { data, title, lines, links = [] }: Told): void {
  void reply.headers(HEADERS).header('vary', 'accept');
  if (!(headers.accept ?? '').includes('text/html')) return void reply.send(data);
  void reply.type('text/html; charset=utf-8').send(`<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body>
<h1>${title}</h1>
${lines.map((line) => `<p>${line}</p>`).join('\n')}
${links.map((link) => `<p><a href="${link}">${link}</a></p>`).join('\n')}
</body>
</html>
`);
}
