import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { formOf, invalid, Refusal, unreadable, wrongForm, type JsonSchema, type Violation } from '#contracts';
import { problemOf } from './problem.js';
import { placesOf } from './document.js';
import { FILE, ROUTE, type RouteClasses } from './routes.js';

const DEPTH_MAX = 16;
const FORBIDDEN_NAMES: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const PROBLEM = 'application/problem+json; charset=utf-8';

/**
 * Nothing that a form can hold, whatever the form: refused before anybody asks what it means.
 * @throws Refusal input.invalid
 */
export function mustBeSound(given: unknown): void {
  const open: [value: unknown, depth: number][] = [[given, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value === 'string') mustBeText(value);
    else if (typeof value === 'number') mustBeExact(value);
    else if (isOpenable(value)) {
      if (depth >= DEPTH_MAX) refuse({ zh: '嵌套过深。', en: 'It is nested too deeply.' });
      for (const [name, item] of Object.entries(value)) {
        if (FORBIDDEN_NAMES.includes(name)) refuse({ zh: '有一项的名称不能使用。', en: 'A field has a forbidden name.' });
        mustBeText(name);
        open.push([item, depth + 1]);
      }
    }
  }
}

/** A list or a plain object: what JSON and forms can hold, and no stream or file on its way through. */
const isOpenable = (value: unknown): value is object => typeof value === 'object' && value !== null
  && (Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null));

function mustBeExact(value: number): void {
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) refuse({ zh: '有一个数过大。', en: 'A number is too large.' });
}

function mustBeText(text: string): void {
  if (text.includes('\0')) refuse({ zh: '文字中含有空字符(NUL)。', en: 'A text holds a NUL character.' });
  if (!text.isWellFormed()) refuse({ zh: '文字中含有不完整的字符。', en: 'A text holds half a character.' });
}

function refuse(says: { zh: string; en: string }): never {
  throw invalid(unreadable('request', says));
}

/** Looks at every request before its route does. */
export function demandSoundness(server: FastifyInstance): void {
  server.addHook('preValidation', (request, reply, done) => {
    try {
      for (const part of [{ ...request.params as object }, { ...request.query as object }, request.body]) mustBeSound(part);
      done();
    } catch (error) {
      if (error instanceof Refusal) answer(reply, error, request.url);
      else done(error as Error);
    }
  });
}

/** What the server itself says no to, before there is a route: an address that cannot be decoded. */
export function refuseBadAddress(_error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  answer(reply, invalid(unreadable('address', { zh: '地址无法辨认。', en: 'The address cannot be read.' })));
}

function answer(reply: FastifyReply, refusal: Refusal, address?: string): void {
  const problem = problemOf(refusal, address?.split('?')[0]);
  void reply.status(problem.status).type(PROBLEM).send(problem);
}

/** What is no HTTP at all is told so in the same form, and the connection ends. */
export function refuseBadRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const text = JSON.stringify(problemOf(invalid(unreadable('request', { zh: '请求无法辨认。', en: 'The request cannot be read.' }))));
  socket.end(`HTTP/1.1 400 Bad Request\r\ncontent-type: ${PROBLEM}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`
    + `connection: close\r\n\r\n${text}`);
}

/** A file is not read before somebody who may send it has been let in: the route gets it as a stream, and counts it. */
export function letFilesThrough(server: FastifyInstance): void {
  server.addContentTypeParser(FILE, (_request, file, done) => done(null, file));
}

/**
 * What stands in the address has the form that the document promises; a question that the route does not know is refused: a
 * misspelt filter would show everything; and so is a file where a form is expected, and the other way round.
 */
@Injectable()
export class KnownQuestions implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const { params, query, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const places = Object.entries(placesOf(context.getClass(), context.getHandler().name));
    const wrong = places.filter(([name, schema]) => !fits((params as Record<string, unknown>)[name], schema));
    if (wrong.length > 0)
      throw invalid(...wrong.map(([name, schema]) => wrongForm(name, formOf({ schema, example: EXAMPLE_ID }))));
    const route = this.reflector.get<RouteClasses | undefined>(ROUTE, context.getHandler());
    const takesFile = route?.input === FILE;
    if ((body instanceof Readable) !== takesFile) throw invalid(wrongForm('body', takesFile ? A_FILE : A_FORM));
    const asked = Object.keys(query as object);
    if (!route || route.query || asked.length === 0) return true;
    throw invalid(...asked.map((name): Violation => ({
      field: name, code: 'unknown-field', zh: '此地址不接受问号后的参数。', en: 'This address takes nothing behind its question mark.',
    })));
  }
}

const A_FILE = { zh: `须为文件(${FILE})。`, en: `It must be a file (${FILE}).` };
const A_FORM = { zh: '须为表单(application/json)。', en: 'It must be a form (application/json).' };
const EXAMPLE_ID = '0198c0de-0000-7000-8000-000000000001';

function fits(given: unknown, { pattern, enum: codes, maximum }: JsonSchema): boolean {
  if (typeof given !== 'string') return false;
  if (Array.isArray(codes)) return codes.includes(given);
  if (typeof maximum === 'number') return /^\d{1,10}$/.test(given) && Number(given) <= maximum;
  return new RegExp(String(pattern), 'i').test(given);
}
