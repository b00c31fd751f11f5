import { context, propagation, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';

let enabled = false;

/** Traces from HTTP through the journal and Kafka to the reaction. Off, and free, where nobody collects them. */
export function startTracing(service: string, endpoint: string | undefined, extra: SpanProcessor[] = []): () => Promise<void> {
  const processors = [...extra];
  if (endpoint)
    processors.push(new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })));
  if (processors.length === 0) return () => Promise.resolve();
  const provider = new NodeTracerProvider({ spanProcessors: processors });
  provider.register();
  enabled = true;
  void service;
  return () => provider.shutdown();
}

/** Runs the work in a span that continues the given W3C trace. */
export async function spanned<T>(
  name: string,
  options: { traceparent?: string; kind?: SpanKind; attributes?: Record<string, string | number> },
  work: () => Promise<T>,
): Promise<T> {
  if (!enabled) return work();
  const parent = options.traceparent
    ? propagation.extract(context.active(), { traceparent: options.traceparent })
    : context.active();
  return trace
    .getTracer('guitu')
    .startActiveSpan(name, { kind: options.kind, attributes: options.attributes }, parent, async (span: Span) => {
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

/** The trace context to keep with a fact. */
export function currentTraceparent(fallback?: string): string | undefined {
  if (!enabled) return fallback;
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? fallback;
}

export { SpanKind };
