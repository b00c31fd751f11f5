import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BadRequestException, Controller, ForbiddenException, Get, Module, Param, ServiceUnavailableException,
} from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { declaredRefusals, invalid, Refusal, wrongForm } from '#contracts';
import { Log } from './log.js';
import { ProblemFilter, problemOf, type Problem } from './problem.js';

const CANARY = '张三 13987654321';
const THROWN: Record<string, () => unknown> = {
  refusal: () => new Refusal('stage.offer-pending', { offerId: 'o1' }),
  mistake: () => new TypeError(CANARY),
  thing: () => ({ name: CANARY }),
  nothing: () => undefined,
  down: () => Object.assign(new Error(CANARY), { code: 'ECONNREFUSED' }),
  restarting: () => Object.assign(new Error(CANARY), { code: '57P01' }),
  'no-connection': () => new Error('timeout exceeded when trying to connect'),
  query: () => Object.assign(new Error(CANARY), { code: '22P02' }),
  validation: () => invalid(wrongForm('toUnit', { zh: '格式须如 532503-psb。', en: 'It must be written as 532503-psb.' })),
  pipe: () => new BadRequestException(CANARY),
  forbidden: () => new ForbiddenException(CANARY),
  unready: () => new ServiceUnavailableException({ status: 'error', details: { database: CANARY } }),
};

@Controller()
class ThrowingController {
  @Get('throw/:what')
  fail(@Param('what') what: string): never {
    throw THROWN[what]!();
  }
}

let written = '';
const log = new Log('x', 'debug', { write: (line) => { written += line; } });

@Module({ controllers: [ThrowingController], providers: [{ provide: APP_FILTER, useValue: new ProblemFilter(log) }] })
class Throwing {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(Throwing, new FastifyAdapter(), { logger: false });
  await app.init();
});
afterAll(() => app.close());

async function asked(url: string): Promise<{ status: number; problem: Problem; headers: Record<string, unknown>; text: string }> {
  const { statusCode, headers, payload } = await app.inject({ url });
  return { status: statusCode, headers, text: payload, problem: JSON.parse(payload) as Problem };
}

describe('A "no" over HTTP', () => {
  it('is a problem with its code, its sentence in both languages, and what is in the way', async () => {
    const { status, headers, problem } = await asked('/throw/refusal?name=secret');
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect({ status, problem }).toEqual({
      status: 409,
      problem: {
        type: '/problems/stage.offer-pending', title: '已有一份移交等待答复。', status: 409, code: 'stage.offer-pending',
        zh: '已有一份移交等待答复。', en: 'An offer already waits for an answer.', details: { offerId: 'o1' },
        instance: '/throw/refusal',
      },
    });
  });

  it('is there for every declared refusal', () => {
    for (const [code, { status, zh, en }] of declaredRefusals())
      expect(problemOf(new Refusal(code))).toMatchObject({ code, status, zh, en, type: `/problems/${code}` });
  });

  it.each([
    ['validation', 400, 'input.invalid'], ['pipe', 400, 'input.invalid'], ['forbidden', 400, 'input.invalid'],
    ['unready', 503, 'record.busy'],
    ['down', 503, 'record.busy'], ['restarting', 503, 'record.busy'], ['no-connection', 503, 'record.busy'],
    ['mistake', 503, 'record.internal-error'], ['query', 503, 'record.internal-error'], ['thing', 503, 'record.internal-error'],
    ['nothing', 503, 'record.internal-error'],
  ])('%s is answered with %i %s', async (what, status, code) => {
    const { problem, headers, text, ...answer } = await asked(`/throw/${what}`);
    expect({ status: answer.status, code: problem.code }).toEqual({ status, code });
    expect(headers['retry-after']).toBe(status === 503 ? '2' : undefined);
    expect(text).not.toContain('张三');
    expect(text).not.toMatch(/stack|\.ts:|Error/);
  });

  it('tells which fields are wrong', async () => {
    expect((await asked('/throw/validation')).problem.details).toEqual({ violations: [
      { field: 'toUnit', code: 'wrong-form', zh: '格式须如 532503-psb。', en: 'It must be written as 532503-psb.' }] });
    expect((await asked('/throw/pipe')).problem.details).toEqual({ violations: [
      { field: 'request', code: 'unreadable', zh: '请求无法辨认。', en: 'The request cannot be read.' }] });
  });

  it('is the same for a route that does not exist', async () => {
    const { status, problem } = await asked('/no/such/route?who=secret');
    expect({ status, code: problem.code, instance: problem.instance })
      .toEqual({ status: 404, code: 'record.not-found', instance: '/no/such/route' });
  });

  it('leaves no message in the log either', async () => {
    written = '';
    await asked('/throw/mistake');
    await asked('/throw/query');
    expect(written).toMatch(/"errorName":"TypeError".*\n.*"errorCode":"22P02"/);
    expect(written).not.toContain('张三');
  });
});
