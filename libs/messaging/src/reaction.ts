import { declarationOf, type Envelope } from '#contracts';
import { SpanKind, spanned } from './spans.js';
import type { Tx } from './tx.js';

/** When that service says this, we do that. All of a service's reactions stand in tables, one per source. */
export interface Reaction {
  readonly type: string;
  readonly run: (envelope: never, tx: Tx) => Promise<unknown>;
}

export function on<T extends object>(
  type: new () => T,
  run: (envelope: Envelope<T>, tx: Tx) => Promise<unknown>,
): Reaction {
  return { type: declarationOf(type).type, run };
}

/** Reacts to one fact, as a part of the trace in which it was said. */
export const reactTo = (envelope: Envelope, { run }: Reaction, tx: Tx): Promise<unknown> =>
  spanned(`reaction ${envelope.type}`, { kind: SpanKind.CONSUMER, traceparent: envelope.traceparent }, () => run(envelope as never, tx));

/** A view that takes whole batches: one round trip for many facts. It sees every fact of its source, in order. */
export interface BatchView {
  apply(envelopes: readonly Envelope[], texts: readonly string[], tx: Tx): Promise<void>;
}

/** What one service does with one source. */
export interface Listening {
  readonly source: string;
  readonly reactions: readonly Reaction[];
  readonly view?: BatchView;
}
