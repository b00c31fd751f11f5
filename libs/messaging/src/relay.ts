import type { Producer } from 'kafkajs';
import type { Pool, PoolClient } from 'pg';
import { topicOf } from '#contracts';
import { mayDieAt } from './fault.js';
import { SpanKind, spanned, traceparentIn } from './spans.js';
import { inOnePacket } from './packet.js';

export interface RelayOptions {
  /** Facts in one request to Kafka. */
  readonly batchMax?: number;
  /** How long to wait for a nudge before looking anyway. */
  readonly pollMs?: number;
  readonly onError?: (error: unknown) => void;
  readonly onSent?: (count: number) => void;
}

const LEADER_LOCK = 0x67756974; // 'guit'
const BACKOFF_MS_MAX = 5_000;

/**
 * The outbox is empty whenever anybody counts it, so the planner knows nothing of it, and a plan that was made over a
 * young journal would read all of an old one at every look. Only one way is always right: the pointers in their order by
 * their index, and the journal row of each by its primary key. These settings and the form of the query leave no other.
 * And a deleted pointer that a crash brings back is sent once more: nobody need wait until the disk has its deletion.
 */
const BY_INDEX_AND_LAZILY = 'SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off; SET synchronous_commit = off';

/** A broker takes a mebibyte at once for one partition, and all of a batch may belong to one case. */
const BYTES_MAX = 768 * 1024;

interface Pointed {
  readonly seq: string;
  readonly key: string;
  readonly value: string;
}

interface Read {
  readonly batch: readonly Pointed[];
  readonly hasMore: boolean;
}

/**
 * Carries what was committed to Kafka: everything unsent in order, deleted from the outbox after the broker has
 * acknowledged it. One relay per service works at a time; the advisory lock lives on the connection that also deletes
 * the pointers, so a relay that lost its lock can delete nothing. A crash between the two repeats some facts, and
 * the inbox drops repeats by version.
 */
export class Relay {
  private stopped = false;
  private running: Promise<void> | null = null;
  private wake: () => void = () => undefined;
  private nudged = false;

  constructor(
    private readonly service: string,
    private readonly pool: Pool,
    private readonly producer: Producer,
    private readonly options: RelayOptions = {},
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Something was committed: look now. */
  nudge(): void {
    this.nudged = true;
    this.wake();
  }

  /** Finishes the batch in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.nudge();
    await this.running;
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.stopped) {
      const client = await this.leaderConnection();
      if (!client) {
        await this.pause(1_000);
        continue;
      }
      let broken: Error | undefined;
      try {
        await this.carry(client, () => { failures = 0; });
      } catch (error) {
        broken = error instanceof Error ? error : new Error(String(error));
        failures += 1;
        this.options.onError?.(error);
      }
      client.release(broken ?? true); // Thrown away, and with it its lock and what was set on it.
      if (broken) await this.pause(Math.min(100 * 2 ** failures, BACKOFF_MS_MAX));
    }
  }

  private async leaderConnection(): Promise<PoolClient | null> {
    try {
      const client = await this.pool.connect();
      try {
        const { rows: [row] } = await client.query<{ leads: boolean }>('SELECT pg_try_advisory_lock($1) AS leads', [LEADER_LOCK]);
        if (row?.leads) {
          await client.query(BY_INDEX_AND_LAZILY);
          return client;
        }
        client.release();
      } catch (error) {
        client.release(error as Error);
        throw error;
      }
    } catch (error) {
      this.options.onError?.(error);
    }
    return null;
  }

  /**
   * Deletes only what was acknowledged. While one batch is on its way, the pointers of the one before are deleted and,
   * where more is known to wait, the next one is read.
   */
  private async carry(client: PoolClient, onProgress: () => void): Promise<void> {
    let deleting: Promise<void> = Promise.resolve();
    let { batch, hasMore } = await this.look(client);
    while (!this.stopped) {
      if (batch.length === 0) {
        await deleting;
        await this.idle();
        ({ batch, hasMore } = await this.look(client));
        continue;
      }
      mayDieAt('relay:after-read');
      const sending = this.send(batch);
      sending.catch(() => undefined);
      const ahead = hasMore ? await this.unsent(client, batch) : null;
      await sending;
      mayDieAt('relay:after-send');
      await deleting;
      inOnePacket(client);
      deleting = this.forget(client, batch).then(onProgress);
      deleting.catch(() => undefined);
      ({ batch, hasMore } = ahead && ahead.batch.length > 0 ? ahead : await this.look(client));
    }
    await deleting;
  }

  private async forget(client: PoolClient, batch: readonly Pointed[]): Promise<void> {
    await client.query({
      name: 'relay sent', text: 'DELETE FROM outbox WHERE seq = ANY($1::bigint[])', values: [batch.map(({ seq }) => seq)],
    });
    this.options.onSent?.(batch.length);
  }

  private look(client: PoolClient): Promise<Read> {
    this.nudged = false;
    return this.unsent(client, []);
  }

  /**
   * Everything that waits, from the start, but for the batch in hand. From the start, because a low number may have been
   * committed late: read past it, and the case that it belongs to would have its later facts sent before it.
   */
  private async unsent(client: PoolClient, inHand: readonly Pointed[]): Promise<Read> {
    const batchMax = this.options.batchMax ?? 1_000;
    const { rows } = await client.query<Pointed>({
      name: 'relay unsent',
      text: `SELECT o.seq, j.key, j.value FROM (
               SELECT seq FROM (SELECT seq FROM outbox ORDER BY seq LIMIT $2) f EXCEPT SELECT unnest($1::bigint[])
               ORDER BY seq LIMIT $3) o,
             LATERAL (SELECT aggregateid AS key, payload AS value FROM journal WHERE seq = o.seq OFFSET 0) j ORDER BY o.seq`,
      values: [inHand.map(({ seq }) => seq), batchMax + inHand.length, batchMax],
    });
    const batch = withinBytes(rows);
    return { batch, hasMore: batch.length === batchMax || batch.length < rows.length };
  }

  private send(batch: readonly Pointed[]): Promise<unknown> {
    const topic = topicOf(this.service);
    const given = {
      kind: SpanKind.PRODUCER, attributes: { 'messaging.destination.name': topic, 'messaging.batch.message_count': batch.length },
      traceparents: () => batch.map(({ value }) => traceparentIn(value)),
    };
    return spanned('relay send', given, () => this.producer.send({
      topic, acks: -1, timeout: 15_000, messages: batch.map(({ key, value }) => ({ key, value })),
    }));
  }

  private async idle(): Promise<void> {
    if (!this.nudged) await this.pause(this.options.pollMs ?? 200);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopped) this.wake();
    });
  }
}

/** As many from the front as the broker takes; one at least. */
function withinBytes(rows: readonly Pointed[]): readonly Pointed[] {
  let bytes = 0;
  const tooMany = rows.findIndex(({ value }, index) => (bytes += Buffer.byteLength(value)) > BYTES_MAX && index > 0);
  return tooMany < 0 ? rows : rows.slice(0, tooMany);
}
