import { randomUUID } from 'node:crypto';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { declarationOf, parseEnvelope, SignInsEnded, STAGES, type Envelope } from '#contracts';
import { FactTransport, type Message } from '#messaging';
import { kafkaFor, kindOf, Log, ServiceConfig } from '#service-kit';
import { Involvement } from './involvement.js';
import { LiveStreams } from './streams.js';

/** The casebook hears of it at the same moment, and needs a little to write it down: a page that asks at once must find it. */
const HOLD_MS = 200;
const SIGNED_OUT = declarationOf(SignInsEnded).type;
const UNIT = /(^unitId|Unit|^escalateTo)$/;

/**
 * Hears what is said from now on, and tells the open pages. Every process of the gateway hears all of it, since pages are
 * spread over them: so each has a group of its own and keeps nothing.
 */
@Injectable()
export class LiveFacts implements OnModuleInit, OnModuleDestroy {
  private readonly transport: FactTransport;

  constructor(
    config: ServiceConfig, private readonly log: Log, private readonly involvement: Involvement,
    private readonly streams: LiveStreams,
  ) {
    this.transport = new FactTransport({
      service: 'gateway', groupId: `gateway-live-${randomUUID()}`, fromNow: true, kafka: () => kafkaFor('gateway', config),
      onError: (error) => log.warn('live changes wait', kindOf(error)),
    });
  }

  onModuleInit(): void {
    for (const source of STAGES)
      this.transport.addHandler(source, (messages: Message[]) => this.hear(messages), true);
    this.transport.addHandler('identity', (messages: Message[]) => Promise.resolve(this.hearDirectory(messages)), true);
    this.transport.listen(() => undefined);
  }

  onModuleDestroy(): Promise<void> {
    return this.transport.close();
  }

  private async hear(messages: readonly Message[]): Promise<void> {
    const said = messages.flatMap(({ value }) => this.read(value));
    const known = await this.involvement.unitsOf([...new Set(said.map(({ caseId }) => caseId))]).catch(() => new Map());
    setTimeout(() => {
      for (const { caseId, recordedAt: at, data, actor } of said) {
        const named = Object.entries(data).filter(([name]) => UNIT.test(name)).map(([, value]) => String(value));
        this.streams.tell({ caseId, at }, new Set([...(known.get(caseId) ?? []), ...named, actor.unitId]));
      }
    }, HOLD_MS);
  }

  /** Their sessions are gone in a moment; a page that comes again is told so. */
  private hearDirectory(messages: readonly Message[]): void {
    const gone = messages.flatMap(({ value }) => this.read(value)).filter(({ type }) => type === SIGNED_OUT);
    if (gone.length === 0) return;
    setTimeout(() => { for (const { data } of gone) this.streams.endOfPerson((data as SignInsEnded).personId); }, HOLD_MS);
  }

  private read(text: string): Envelope[] {
    try {
      return [parseEnvelope(text)];
    } catch {
      this.log.warn('a message that cannot be read');
      return [];
    }
  }
}
