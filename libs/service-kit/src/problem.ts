import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { invalid, Refusal, refusalText, unreadable } from '#contracts';
import { isOutage } from '#messaging';
import type { Log } from './log.js';
import { unreadableBody } from './violations.js';

/** RFC 9457, with the code that programs compare and the sentence in both languages that people read. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly clause?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly instance?: string;
}

export function problemOf(refusal: Refusal, instance?: string): Problem {
  const { status, zh, en, clause } = refusalText(refusal.code);
  const details = Object.keys(refusal.details).length > 0 ? refusal.details : undefined;
  return { type: `/problems/${refusal.code}`, title: zh, status, code: refusal.code, zh, en, clause, details, instance };
}

/** The one place that knows how a "no" looks in HTTP. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = this.refusalFor(error, request);
    const problem = problemOf(refusal, request.url.split('?')[0]);
    if (problem.status === 503) void reply.header('retry-after', '2');
    void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
  }

  private refusalFor(error: unknown, request: FastifyRequest): Refusal {
    if (error instanceof Refusal) return error;
    if (isOutage(error)) {
      this.log.warn('outage', { errorCode: (error as { code?: string }).code, method: request.method });
      return new Refusal('record.busy');
    }
    if (error instanceof HttpException) return fromHttp(error, request);
    const status = (error as { statusCode?: number }).statusCode;
    if (status === 413) return new Refusal('input.too-large');
    if (status && status < 500) return invalid(unreadableBody(status));
    this.log.error('failed', error, { method: request.method });
    return new Refusal('record.internal-error');
  }
}

function fromHttp(error: HttpException, request: FastifyRequest): Refusal {
  const status = error.getStatus();
  if (status === 404) return new Refusal('record.not-found');
  if (status === 413) return new Refusal('input.too-large');
  if (status >= 500) return new Refusal('record.busy');
  // So Nest hands on what Fastify says of a body; its own refusals are of classes of their own.
  if (error.constructor === HttpException) return invalid(unreadableBody(status, request.headers['content-length'] === '0'));
  return invalid(unreadable('request', { zh: '请求无法辨认。', en: 'The request cannot be read.' }));
}
