import { context, SpanStatusCode, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { areTracesKept, begunSpan, keepTraces, SpanKind } from '#messaging';
import { traceparentOf } from './asking.js';

/** Traces from HTTP through the journal and Kafka to the reaction. Off, and free, where nobody collects them. */
export function startTracing(service: string, endpoint: string | undefined, extra: SpanProcessor[] = []): () => Promise<void> {
  const processors = [...extra];
  if (endpoint)
    processors.push(new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` })));
  if (processors.length === 0) return () => Promise.resolve();
  const resource = defaultResource().merge(resourceFromAttributes({ 'service.name': `guitu-${service}` }));
  const provider = new NodeTracerProvider({ resource, spanProcessors: processors });
  provider.register();
  keepTraces(true);
  return () => {
    keepTraces(false);
    return provider.shutdown();
  };
}

/** One span for each request, from its first byte to its answer: what it does becomes part of the same trace. */
export function traceRequests(server: FastifyInstance): void {
  if (!areTracesKept()) return;
  const spans = new WeakMap<FastifyRequest, Span>();
  server.addHook('onRequest', (request, _reply, done) => {
    const [method, route] = [request.method, request.routeOptions.url ?? 'none'];
    const { span, within } = begunSpan(`${method} ${route}`, {
      kind: SpanKind.SERVER, traceparent: traceparentOf(request),
      attributes: { 'http.request.method': method, 'http.route': route },
    });
    spans.set(request, span);
    context.with(within, done);
  });
  server.addHook('onResponse', (request, reply, done) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}
