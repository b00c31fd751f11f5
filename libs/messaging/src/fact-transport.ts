import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { isObservable, lastValueFrom } from 'rxjs';
import { topicOf } from '#contracts';
import { isOutage } from './outage.js';
import type { Message } from './inbox.js';

export interface FactTransportOptions {
  readonly service: string;
  readonly kafka: () => Kafka;
  readonly chunkMax?: number;
  readonly onError?: (error: unknown) => void;
  /** Consumers of a test or a replay use a group of their own. */
  readonly groupId?: string;
}

const RETRY_MS_MAX = 5_000;

/**
 * Nest's `@EventPattern(<source>)` over a runner of ours. Nest's own Kafka transport lets one throwing handler block
 * its partition for ever, and kafkajs gives up after a raw TypeError; here a handler gets a chunk of messages, an outage
 * is waited out in place, and the consumer is built anew whenever it crashes.
 */
export class FactTransport extends Server implements CustomTransportStrategy {
  private consumer: Consumer | null = null;
  private stopped = false;
  private rebuilding: Promise<void> | null = null;
  /** True while the consumer is a member of its group. */
  isListening = false;

  constructor(private readonly options: FactTransportOptions) {
    super();
  }

  /** Returns at once; the broker may come up later. */
  listen(callback: () => void): void {
    this.rebuilding = this.rebuild();
    callback();
  }

  async close(): Promise<void> {
    this.stopped = true;
    await this.consumer?.disconnect().catch(() => undefined);
    await this.rebuilding;
  }

  on(): never {
    throw new Error('The fact transport has no events of its own; see isListening.');
  }

  unwrap<T>(): T {
    return this.consumer as T;
  }

  private async rebuild(): Promise<void> {
    const sources = [...this.getHandlers().keys()];
    if (sources.length === 0) {
      this.isListening = true; // There is nothing to hear, and nothing to wait for.
      return;
    }
    for (let failures = 0; !this.stopped; failures += 1) {
      try {
        await this.begin(sources);
        return;
      } catch (error) {
        this.options.onError?.(error);
        await pause(Math.min(200 * 2 ** failures, RETRY_MS_MAX));
      }
    }
  }

  private async begin(sources: readonly string[]): Promise<void> {
    const consumer = this.options.kafka().consumer({
      groupId: this.options.groupId ?? this.options.service,
      sessionTimeout: 10_000, rebalanceTimeout: 20_000, heartbeatInterval: 2_000,
      maxWaitTimeInMs: 20, maxBytesPerPartition: 2 * 1024 * 1024,
      retry: { retries: 3, restartOnFailure: () => Promise.resolve(false) },
    });
    this.consumer = consumer;
    consumer.on(consumer.events.GROUP_JOIN, () => { this.isListening = true; });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.isListening = false;
      if (this.stopped || this.consumer !== consumer) return;
      this.options.onError?.(payload.error);
      this.rebuilding = consumer.disconnect().catch(() => undefined).then(() => this.rebuild());
    });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: sources.map(topicOf), fromBeginning: true });
      await consumer.run({ autoCommit: true, eachBatchAutoResolve: false, eachBatch: (payload) => this.eachBatch(payload) });
    } catch (error) {
      this.consumer = null;
      await consumer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const source = batch.topic.replace(/\.events$/, '');
    const size = this.options.chunkMax ?? 500;
    for (let from = 0; from < batch.messages.length; from += size) {
      if (!payload.isRunning() || payload.isStale() || this.stopped) return;
      const chunk = batch.messages.slice(from, from + size);
      const done = await this.give(source, chunk.map((message): Message => ({
        key: message.key?.toString() ?? null,
        value: message.value?.toString() ?? '',
        place: `${batch.topic}/${batch.partition}/${message.offset}`,
      })), payload);
      if (!done) return; // The offset stays: these messages come again.
      payload.resolveOffset(chunk.at(-1)!.offset);
      await payload.heartbeat();
    }
  }

  /** Gives a chunk to its handler until it is taken. The membership in the group is kept up meanwhile. */
  private async give(source: string, messages: Message[], payload: EachBatchPayload): Promise<boolean> {
    for (let failures = 0; payload.isRunning() && !payload.isStale() && !this.stopped; failures += 1) {
      try {
        const handler = this.getHandlerByPattern(source);
        if (!handler) throw new Error(`Nobody listens to ${source}.`);
        // Nest answers with a stream that carries the handler's failure: unread, a failure would pass for success.
        const answer: unknown = await handler(messages);
        if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
        return true;
      } catch (error) {
        // The inbox parks what cannot be applied. What comes here is an outage, or a mistake of ours: wait, try again.
        this.options.onError?.(error);
        const waitMs = Math.min(100 * 2 ** failures, isOutage(error) ? 2_000 : RETRY_MS_MAX);
        await pause(waitMs);
        await payload.heartbeat();
      }
    }
    return false;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
