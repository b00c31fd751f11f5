import { randomUUID } from 'node:crypto';
import { topicOf, type Envelope, type Fact, type Instant } from '#contracts';
import { EMPTY_HEAD, linked, type Head, type Message } from '#messaging';
import type { Said } from '../src/domain/said.js';

export interface Saying {
  readonly source: string;
  readonly caseId: string;
  readonly subjectId: string;
  readonly at: Instant;
  readonly facts: readonly Fact[];
}

/** What the services say about cases, numbered and linked as their journals do it. */
export class Sayings {
  readonly envelopes: Envelope[] = [];
  readonly messages = new Map<string, Message[]>();
  private readonly heads = new Map<string, Head>();

  say({ source, caseId, subjectId, at, facts }: Saying): this {
    const key = `${source} ${caseId}`;
    const { rows, head } = linked(this.heads.get(key) ?? EMPTY_HEAD, facts, {
      service: source, caseId, subjectId, occurredAt: at, recordedAt: at, exercise: false,
      actor: { personId: randomUUID(), unitId: '532503-psb', post: 'officer' }, commandId: randomUUID(),
    });
    this.heads.set(key, head);
    for (const { payload, version } of rows) {
      this.envelopes.push(JSON.parse(payload) as Envelope);
      const said = this.messages.get(source) ?? [];
      said.push({ key: caseId, value: payload, place: `${topicOf(source)}/0/${version}` });
      this.messages.set(source, said);
    }
    return this;
  }

  get facts(): Said[] {
    return this.envelopes.map(({ service: source, ...rest }) => ({ source, actorUnit: rest.actor.unitId, ...rest }));
  }
}

/** An id that is the same in every run. */
export const idOf = (number: number): string => `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Minutes after nine o'clock on the day on which the case was opened. */
export const minute = (minutes: number): Instant => new Date(Date.UTC(2019, 9, 4, 1) + minutes * 60_000).toISOString();
