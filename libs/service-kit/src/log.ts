import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * What a log line may carry. Ids, codes, counts and times only: a field that is not on this list is dropped,
 * so that no name, address or note of a person can reach a log by accident.
 */
const FIELDS = new Set([
  'caseId', 'commandId', 'causationId', 'traceId', 'service', 'source', 'type', 'version', 'code', 'status', 'method', 'route',
  'durationMs', 'count', 'attempt', 'reason', 'place', 'personId', 'unitId', 'post', 'permission', 'errorName', 'errorCode',
  'errorAt', 'port', 'mode', 'topic', 'partition', 'offset', 'parked', 'applied', 'repeated', 'sent', 'rule', 'id',
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

  /** An error's message may quote input, so only its kind, code and the first place in our code are kept. */
  error(event: string, error: unknown, fields: LogFields = {}): void {
    this.logger.error(known({ ...fields, ...kindOf(error) }), event);
  }
}

function known(fields: LogFields): LogFields {
  const kept: LogFields = {};
  for (const [name, value] of Object.entries(fields)) if (FIELDS.has(name) && value !== undefined) kept[name] = value;
  return kept;
}

function kindOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const place = error.stack?.split('\n').find((line) => line.includes('/dist/') && !line.includes('node_modules'));
  return {
    errorName: wordIn(error.name), errorCode: wordIn((error as { code?: unknown }).code),
    errorAt: place?.trim().replace(/^at /, '').replace(/\(?(file:\/\/)?\/.*?\/dist\//, '(dist/'),
  };
}

/** Names and codes are words; a sentence in their place could be anybody's. */
const wordIn = (given: unknown): string | undefined =>
  (typeof given === 'string' && /^[\w.:-]{1,60}$/.test(given) ? given : undefined);

/** Nest's own messages are written by the framework and name classes and routes only. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Log) {}
  log(message: unknown): void { this.lines.info(`nest: ${String(message)}`); }
  error(message: unknown): void { this.lines.error('nest', message instanceof Error ? message : new Error('framework')); }
  warn(message: unknown): void { this.lines.warn(`nest: ${String(message)}`); }
}
