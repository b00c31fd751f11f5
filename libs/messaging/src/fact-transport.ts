import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Consumer, EachBatchPayload, Kafka, TopicPartitionOffset } from 'kafkajs';
import { isObservable, lastValueFrom } from 'rxjs';
import { topicOf } from '#contracts';
import { isOutage } from './outage.js';
import type { Message } from './parked.js';

export interface FactTransportOptions {
  readonly service: string;
  readonly kafka: () => Kafka;
  readonly chunkMax?: number;
  readonly onError?: (error: unknown) => void;
  /** Consumers of a test or a replay use a group of their own. */
  readonly groupId?: string;
  /** Only what is said from now on, for somebody who keeps nothing. */
  readonly fromNow?: boolean;
}

const RETRY_MS_MAX = 5_000;
const OFFSETS_EVERY_MS = 1_000;
const HEARTBEAT_MS = 1_000;
/** How long somebody who stops waits for a consumer that is about to join: a broker that is away does not let it. */
const JOINING_MS_MAX = 5_000;
const CHUNK_MAX = 500;
/** Partitions whose messages may wait to be taken together. */
const PARTITIONS_MAX = 64;

/** A piece of one partition, and how far the partition is taken with it. */
interface Piece {
  readonly source: string;
  readonly messages: readonly Message[];
  readonly reached: TopicPartitionOffset;
}

/**
 * Nest's `@EventPattern(<source>)` over a runner of ours. Nest's own Kafka transport lets one throwing handler block
 * its partition for ever, and kafkajs gives up after a raw TypeError; here a handler gets a chunk of messages, an outage
 * is waited out in place, and the consumer is built anew whenever it crashes.
 */
export class FactTransport extends Server implements CustomTransportStrategy {
  private consumer: Consumer | null = null;
  private stopped = false;
  private rebuilding: Promise<void> | null = null;
  private readonly pieces: Piece[] = [];
  private waiting = 0;
  private taking: Promise<void> | null = null;
  private readonly roomFor: (() => void)[] = [];
  private readonly offsets = new Map<string, TopicPartitionOffset>();
  private timer: NodeJS.Timeout | null = null;
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
    await this.taking;
    await this.keepOffsets();
    // A consumer that is told to end while it joins its group forgets that it was told, joins, and goes on fetching.
    await Promise.race([this.rebuilding, pause(JOINING_MS_MAX)]);
    await this.consumer?.disconnect().catch(() => undefined);
    if (this.timer) clearInterval(this.timer);
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
      maxWaitTimeInMs: 250, maxBytesPerPartition: 2 * 1024 * 1024,
      retry: { retries: 3, restartOnFailure: () => Promise.resolve(false) },
    });
    this.consumer = consumer;
    this.offsets.clear();
    consumer.on(consumer.events.GROUP_JOIN, () => { this.isListening = true; });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.isListening = false;
      if (this.stopped || this.consumer !== consumer) return;
      this.options.onError?.(payload.error);
      this.rebuilding = consumer.disconnect().catch(() => undefined).then(() => this.rebuild());
    });
    try {
      await consumer.connect();
      if (this.stopped) return;
      await consumer.subscribe({ topics: sources.map(topicOf), fromBeginning: this.options.fromNow !== true });
      // kafkajs would keep the offsets after every batch of every partition, and wait for the answer.
      await consumer.run({
        autoCommit: false, eachBatchAutoResolve: false, partitionsConsumedConcurrently: PARTITIONS_MAX,
        eachBatch: (payload) => this.eachBatch(payload),
      });
      if (!this.stopped) this.timer ??= setInterval(() => void this.keepOffsets(), OFFSETS_EVERY_MS).unref();
    } catch (error) {
      this.consumer = null;
      await consumer.disconnect().catch(() => undefined);
      throw error;
    }
  }

  /**
   * Puts what was fetched into the queue, and lets the next fetch begin as soon as there is room: fetching goes on while
   * the inbox works. What a crash leaves in the queue was not kept as taken, comes again, and is dropped where it was.
   */
  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch: { topic, partition, messages } } = payload;
    const source = topic.replace(/\.events$/, '');
    const size = this.options.chunkMax ?? CHUNK_MAX;
    for (let from = 0; from < messages.length; from += size) {
      while (this.waiting >= size) {
        if (!payload.isRunning() || payload.isStale() || this.stopped) return; // The offset stays: these messages come again.
        await this.room();
        await payload.heartbeat();
      }
      const chunk = messages.slice(from, from + size);
      const { offset } = chunk.at(-1)!;
      this.pieces.push({
        source, reached: { topic, partition, offset: String(BigInt(offset) + 1n) },
        messages: chunk.map((message): Message => ({
          key: message.key?.toString() ?? null,
          value: message.value?.toString() ?? '',
          place: `${topic}/${partition}/${message.offset}`,
        })),
      });
      this.waiting += chunk.length;
      this.taking ??= this.take(size).finally(() => { this.taking = null; });
      payload.resolveOffset(offset);
    }
  }

  /** When something was taken, and a heartbeat later at the latest. */
  private room(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, HEARTBEAT_MS);
      this.roomFor.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /**
   * Gives what waits to its handlers, one handler at a time: what one fetch has brought from several partitions of a
   * source goes into one transaction and not into several.
   */
  private async take(size: number): Promise<void> {
    await new Promise(setImmediate); // The other partitions of the same fetch come within this turn.
    while (this.pieces.length > 0) {
      const pieces = this.together(size);
      const messages = pieces.flatMap((piece) => piece.messages);
      if (!await this.give(pieces[0]!.source, messages)) return;
      for (const { reached } of pieces) this.offsets.set(`${reached.topic}/${reached.partition}`, reached);
      this.waiting -= messages.length;
      for (const go of this.roomFor.splice(0)) go();
    }
  }

  /** The piece that has waited longest, and those of its source after it that fit: those of a partition stay in their order. */
  private together(size: number): Piece[] {
    const [{ source }] = this.pieces as [Piece];
    const chosen: Piece[] = [];
    let count = 0;
    for (const piece of this.pieces.filter((one) => one.source === source)) {
      count += piece.messages.length;
      if (chosen.length > 0 && count > size) break;
      chosen.push(piece);
    }
    for (const piece of chosen) this.pieces.splice(this.pieces.indexOf(piece), 1);
    return chosen;
  }

  /** Tells the broker how far we are, now and then: what it was not told comes again, and the inbox drops repeats. */
  private async keepOffsets(): Promise<void> {
    const offsets = [...this.offsets.values()];
    this.offsets.clear();
    if (offsets.length > 0) await this.consumer?.commitOffsets(offsets).catch(() => undefined);
  }

  /** Gives a chunk to its handler until it is taken. @returns false when it was not, because we stop. */
  private async give(source: string, messages: readonly Message[]): Promise<boolean> {
    for (let failures = 0; !this.stopped; failures += 1) {
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
      }
    }
    return false;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
