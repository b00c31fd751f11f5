import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Pool } from 'pg';
import { OpenToAll } from './asking.js';

/** Figures of one process, for Prometheus. Labels are codes and routes, never ids of people or cases. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly sent: Counter;
  readonly received: Counter<'source' | 'outcome'>;

  constructor(service: string, pool: Pool) {
    const { registry } = this;
    registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: registry });
    this.requests = new Histogram({
      name: 'guitu_http_seconds', help: 'Time to answer a request', labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5], registers: [registry],
    });
    this.sent = new Counter({ name: 'guitu_facts_sent_total', help: 'Facts acknowledged by the broker', registers: [registry] });
    this.received = new Counter({
      name: 'guitu_facts_received_total', help: 'Facts taken from other services',
      labelNames: ['source', 'outcome'],
      registers: [registry],
    });
    countRows({ registry, pool, table: 'outbox' }, 'guitu_outbox_waiting', 'Facts committed and not yet acknowledged by the broker');
    countRows({ registry, pool, table: 'parked' }, 'guitu_parked', 'Messages that wait for a person');
  }
}

function countRows(of: { registry: Registry; pool: Pool; table: 'outbox' | 'parked' }, name: string, help: string): void {
  new Gauge({
    name, help, registers: [of.registry],
    async collect() {
      try {
        const { rows: [row] } = await of.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${of.table}`);
        this.set(row?.n ?? 0);
      } catch {
        this.remove(); // Without the database this figure is left out, and all others are shown.
      }
    },
  });
}

@ApiExcludeController()
@OpenToAll()
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  show(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
