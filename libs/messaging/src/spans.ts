import {
  context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Attributes, type Context, type Link, type Span,
} from '@opentelemetry/api';

/** Of a piece of work as a trace shows it. Names and attributes are codes and counts, never ids of people. */
export interface SpanGiven {
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
  /** The W3C trace that it continues; the one that is under way, where none is given. */
  readonly traceparent?: string;
  /** For work on many facts: the trace of the first, linked with those of the others. Asked for only when traces are kept. */
  readonly traceparents?: () => readonly (string | undefined)[];
}

const LINKS_MAX = 32;
let isKept = false;

/** Traces are kept from now on, or no longer. Until then a span costs one comparison. */
export function keepTraces(kept: boolean): void {
  isKept = kept;
}

export const areTracesKept = (): boolean => isKept;

/** Runs the work in a span. */
export function spanned<T>(name: string, given: SpanGiven, work: () => Promise<T>): Promise<T> {
  if (!isKept) return work();
  const { span, within } = begunSpan(name, given);
  return context.with(within, async () => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A span that somebody else ends, and the context in which its work runs. */
export function begunSpan(
  name: string, { kind, attributes, traceparent, traceparents }: SpanGiven,
): { span: Span; within: Context } {
  const [first, ...others] = traceparents ? [...new Set(traceparents().filter((one) => one !== undefined))] : [traceparent];
  const parent = first === undefined ? context.active() : contextOf(first);
  const links = others.slice(0, LINKS_MAX).flatMap((one): Link[] => {
    const spanContext = one === undefined ? undefined : trace.getSpanContext(contextOf(one));
    return spanContext ? [{ context: spanContext }] : [];
  });
  const span = trace.getTracer('guitu').startSpan(name, { kind, attributes, links }, parent);
  return { span, within: trace.setSpan(parent, span) };
}

/** The trace context to keep with a fact: of the work that is under way, else what came with the request. */
export function currentTraceparent(fallback?: string): string | undefined {
  if (!isKept) return fallback;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? fallback;
}

/** The trace context of a fact in its text, without reading the rest of it. */
export const traceparentIn = (text: string): string | undefined => /"traceparent":"([^"]+)"/.exec(text)?.[1];

const contextOf = (traceparent: string): Context => propagation.extract(ROOT_CONTEXT, { traceparent });

export { SpanKind };
