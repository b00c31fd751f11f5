import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-node';
import type { Actor, Envelope } from '#contracts';
import { aRunningService, CANARY, tallyParts, tallyService, type RunningBench } from '#testing';
import { startTracing } from '../src/tracing.js';

const exporter = new InMemorySpanExporter();
const mark = randomBytes(4).toString('hex');
const SPEAKER = `speaker-${mark}`;
let stopTracing: () => Promise<void>;
let speaker: RunningBench;
let listener: RunningBench;
let officer: Actor;
beforeAll(async () => {
  stopTracing = startTracing('traced', undefined, [new SimpleSpanProcessor(exporter)]);
  speaker = await aRunningService(tallyService(SPEAKER), tallyParts);
  listener = await aRunningService(tallyService(`listener-${mark}`, [SPEAKER]), tallyParts);
  officer = await speaker.person('532528-psb', 'officer');
}, 60_000);
afterAll(async () => {
  await Promise.all([speaker.stop(), listener.stop()]);
  await stopTracing();
});

/** Waits until the listener has taken so many facts of the case: what comes next travels alone. */
async function heard(caseId: string, version: number): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    if ((await listener.query('SELECT 1 FROM inbox WHERE case_id = $1 AND version = $2', [caseId, version])).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It was not heard in time.');
}

const traceOf = (traceId: string): ReadableSpan[] =>
  exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
const named = (spans: readonly ReadableSpan[], name: string): ReadableSpan => {
  const found = spans.find((span) => span.name === name);
  if (!found) throw new Error(`No span ${name} among ${spans.map((span) => span.name).join(', ')}.`);
  return found;
};

async function added(headers: Record<string, string> = {}): Promise<Envelope> {
  const { body: { id } } = await speaker.as(officer).post('/tallies');
  await heard(id!, 1);
  const answer = await fetch(`${speaker.url}/tallies/${id}/additions`, {
    method: 'PUT', body: '{"by":1}', headers: {
      authorization: `Bearer ${await speaker.tokenOf(officer)}`, 'content-type': 'application/json',
      'idempotency-key': randomUUID(), ...headers,
    },
  });
  expect(answer.status).toBe(200);
  await heard(id!, 2);
  const [row] = await speaker.query<{ payload: string }>('SELECT payload FROM journal WHERE aggregateid = $1 AND version = 2', [id]);
  return JSON.parse(row!.payload) as Envelope;
}

describe('One trace', () => {
  it('runs from the request through journal and Kafka to the reaction of another service', async () => {
    const traceId = randomBytes(16).toString('hex');
    const { traceparent } = await added({ traceparent: `00-${traceId}-00f067aa0ba902b7-01` });
    const spans = traceOf(traceId);
    const request = named(spans, 'PUT /tallies/:id/additions');
    expect(traceparent).toBe(`00-${traceId}-${request.spanContext().spanId}-01`);
    expect(request.parentSpanContext?.spanId).toBe('00f067aa0ba902b7');
    expect(request.attributes).toEqual({
      'http.request.method': 'PUT', 'http.route': '/tallies/:id/additions', 'http.response.status_code': 200,
    });
    for (const name of ['journal append', 'relay send', `${SPEAKER} received`, 'reaction intake.clue-linked'])
      expect([name, named(spans, name).parentSpanContext?.spanId]).toEqual([name, request.spanContext().spanId]);
    expect(named(spans, 'relay send').attributes).toEqual({
      'messaging.destination.name': `${SPEAKER}.events`, 'messaging.batch.message_count': 1,
    });
  });

  it('begins with the request where nobody began it before', async () => {
    const { traceparent } = await added();
    const spans = traceOf(traceparent!.split('-')[1]!);
    expect(named(spans, 'PUT /tallies/:id/additions').parentSpanContext).toBeUndefined();
    named(spans, 'reaction intake.clue-linked');
  });

  it('is not begun by what is no trace context, and nothing of that is kept', async () => {
    const said = await added({ traceparent: 'Zhang San 13987654321' });
    expect(said.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it('is of the service that its resource names', async () => {
    await added();
    for (const { resource } of exporter.getFinishedSpans()) expect(resource.attributes['service.name']).toBe('guitu-traced');
  });

  it('shows where it failed, by code and never by message', async () => {
    exporter.reset();
    await speaker.as(officer).get('/tallies/failures/mistake');
    const span = named(exporter.getFinishedSpans(), 'GET /tallies/failures/:kind');
    expect([span.status.code, span.attributes['http.response.status_code'], span.events]).toEqual([2, 503, []]);
    expect(JSON.stringify([span.attributes, span.status])).not.toContain(CANARY);
  });
});

describe('Where no traces are kept', () => {
  it('facts keep the trace context that came with the request, and no span is made', async () => {
    await stopTracing();
    exporter.reset();
    const traceparent = `00-${randomBytes(16).toString('hex')}-00f067aa0ba902b7-01`;
    expect((await added({ traceparent })).traceparent).toBe(traceparent);
    expect((await added({ traceparent: 'Zhang San 13987654321' })).traceparent).toBeUndefined();
    expect(exporter.getFinishedSpans()).toEqual([]);
  });
});
