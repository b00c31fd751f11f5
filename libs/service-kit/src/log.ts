import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * What a log line may carry. Ids, codes, counts and times only: a field that is not on this list is dropped,
 * so that no name, address or note of a person can reach a log by accident.
 */
const FIELDS = new Set([
  'caseId', 'commandId', 'causationId', 'traceId', 'service', 'source', 'type', 'version', 'code', 'status', 'method', 'route',
  'durationMs', 'count', 'attempt', 'reason', 'place', 'personId', 'unitId', 'post', 'permission', 'errorName', 'errorCode',
  'errorAt', 'errorFrames', 'errorCause',
  'port', 'mode', 'topic', 'partition', 'offset', 'parked', 'applied', 'repeated', 'sent', 'rule', 'id',
]);

export type LogFields = Record<string, unknown>;

/** Structured log lines: a fixed event name and known fields. */
export class Log {
  private readonly logger: Logger;

  /** @param to where the lines go: to the standard output, unless somebody wants to read them. */
  constructor(service: string, level: string, to?: DestinationStream) {
    this.logger = pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime }, to ?? pino.destination());
  }

  info(event: string, fields: LogFields = {}): void {
    this.logger.info(known(fields), event);
  }

  warn(event: string, fields: LogFields = {}): void {
    this.logger.warn(known(fields), event);
  }

  /** An error's message may quote input: only its kind, its code, where it came from and the kind of its cause are kept. */
  error(event: string, error: unknown, fields: LogFields = {}): void {
    this.logger.error(known({ ...fields, ...kindOf(error) }), event);
  }
}

function known(fields: LogFields): LogFields {
  const kept: LogFields = {};
  for (const [name, value] of Object.entries(fields)) if (FIELDS.has(name) && value !== undefined) kept[name] = value;
  return kept;
}

const FRAMES_MAX = 12;

/** What a log may say of an error. */
export function kindOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frames = framesOf(error.stack ?? '');
  const { cause } = error;
  return {
    errorName: wordIn(error.name), errorCode: codeIn(error), errorAt: frames.find((frame) => OURS.test(frame)),
    errorFrames: frames.slice(0, FRAMES_MAX),
    errorCause: cause instanceof Error ? [wordIn(cause.name), codeIn(cause)].filter(Boolean).join(' ') : undefined,
  };
}

const codeIn = (error: Error): string | undefined =>
  wordIn((error as { code?: unknown }).code) ?? wordIn((error as { type?: unknown }).type);

/** A frame of a stack, and nothing else that may stand there: `    at Inbox.batch (file:///…/dist/libs/x.js:101:7)`. */
const FRAME = /^ {4}at (?:(?:async |new )*[\w$.<>[\] ]{1,80} \()?(?:file:\/\/)?[\w/.@:+-]{1,300}\)?$/;

const OURS = /(?<![\w@/-])(dist|libs|services|deploy)\//;

/** Where it happened, without the machine's own folders. A message above the frames may quote anybody and is left out. */
const framesOf = (stack: string): string[] => stack.split('\n').filter((line) => FRAME.test(line))
  .map((line) => line.trim().replace(/^at /, '').replace(/(?:file:\/\/)?\/[^() ]*?\/(?=(?:dist|node_modules|libs|services|deploy)\/)/, ''));

/** Names and codes are words; a sentence in their place could be anybody's. */
const wordIn = (given: unknown): string | undefined =>
  (typeof given === 'string' && /^[\w.:-]{1,60}$/.test(given) ? given : undefined);

/** Nest's own messages are written by the framework and name classes and routes only. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Log) {}
  log(message: unknown): void { this.lines.info(`nest: ${String(message)}`); }
  error(message: unknown, ...more: unknown[]): void {
    this.lines.error('nest', message instanceof Error ? message : told([...more, message]));
  }

  warn(message: unknown): void { this.lines.warn(`nest: ${String(message)}`); }
}

/** Nest hands an error over as the text of its stack, by itself or after a sentence. */
function told(given: unknown[]): Error {
  const text = given.find((each): each is string => typeof each === 'string' && each.includes('\n    at '));
  if (text === undefined) return Object.assign(new Error('framework'), { stack: '' });
  return Object.assign(new Error('framework'), { stack: text, name: /^[\w.]{1,60}(?=:|\n)/.exec(text)?.[0] ?? 'Error' });
}
