import type { PoolClient } from 'pg';
import { checkedEnvelope, ContractViolation, Refusal, parseEnvelope, type Envelope } from '#contracts';
import { mayDieAt } from './fault.js';
import { beginHolds } from './holding.js';
import { digestOf, EMPTY_HEAD, type Head } from './journal.js';
import { isOutage } from './outage.js';
import { insertParked, nameOf, whyParked, type Message, type Park, type ParkReason } from './parked.js';
import { reactTo, type Listening } from './reaction.js';
import { inOnePacket } from './packet.js';
import { poolOf, type Transactions } from './transactions.js';
import type { Tx } from './tx.js';

export interface Outcome {
  applied: number;
  repeated: number;
  parked: number;
}

const ATTEMPTS_MAX = 3;

interface CaseState extends Head {
  /** The lowest parked version of the case, or null: later facts wait behind it. */
  readonly heldAt: number | null;
  readonly onlyHole: boolean;
}

type Ready = { envelope: Envelope; text: string };

/**
 * Receives what other services say. State and inbox row commit together, so effects happen once; a repeat is dropped;
 * what cannot be applied is parked and the case waits behind it; other cases go on.
 * The row also keeps the digest of the last fact: every listener is a witness of the speaker's chain.
 */
export class Inbox {
  constructor(private readonly transactions: Transactions) {}

  /** @throws only when the machinery is down; then nothing was applied and the messages must be given again. */
  async receive(messages: readonly Message[], listening: Listening): Promise<Outcome> {
    try {
      return await this.batch(messages, listening);
    } catch (error) {
      if (isOutage(error)) throw error;
      // Something in the batch cannot be applied: find it, one message after another.
      const total: Outcome = { applied: 0, repeated: 0, parked: 0 };
      for (const message of messages) add(total, await this.alone(message, listening));
      return total;
    }
  }

  /** The message by itself, and after it, each by itself, what was only waiting for it. */
  private async alone(message: Message, listening: Listening, waited: Waited | null = null): Promise<Outcome> {
    const outcome = await this.attempt(message, listening, waited);
    if (outcome.applied === 0) return outcome;
    const next = await this.nextWaiting(listening.source, parseEnvelope(message.value).caseId);
    if (next) add(outcome, await this.alone(next.message, listening, next));
    return outcome;
  }

  private async attempt(message: Message, listening: Listening, waited: Waited | null): Promise<Outcome> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.batch([message], listening, { alone: true, waited });
      } catch (error) {
        if (isOutage(error)) throw error;
        const isFinal = error instanceof Refusal || error instanceof ContractViolation;
        if (!isFinal && attempt < ATTEMPTS_MAX) continue;
        return this.park(message, listening.source, { ...whyParked(error), attempts: attempt });
      }
    }
  }

  private park(message: Message, source: string, why: Pick<Park, 'reason' | 'detail' | 'attempts'>): Promise<Outcome> {
    const envelope = parseEnvelope(message.value);
    return this.transactions.inOne(async (client) => {
      const state = (await lockStates(client, source, [{ envelope }])).get(envelope.caseId)!;
      // Somebody else has applied it meanwhile; parked now, nothing would ever release it.
      if (envelope.version <= state.version) return { applied: 0, repeated: 1, parked: 0 };
      const park = { message, envelope, ...why };
      await insertParked(client, source, [park]);
      await beginHolds(this.transactions, client, source, [park]);
      return { applied: 0, repeated: 0, parked: 1 };
    }).then((outcome) => this.said(outcome));
  }

  /** The fact that arrived early and whose turn has come, if there is one. */
  private async nextWaiting(source: string, caseId: string): Promise<Waited | null> {
    const { rows: [row] } = await poolOf(this.transactions.source).query<WaitingRow>(
      `SELECT p.id, p.payload, p.detail FROM parked p JOIN inbox i ON i.source = p.source AND i.case_id = p.case_id
       WHERE p.source = $1 AND p.case_id = $2 AND p.reason = 'out-of-order' AND p.version = i.version + 1`, [source, caseId]);
    return row ? waitedOf(row) : null;
  }

  private async batch(
    messages: readonly Message[], listening: Listening, how: { alone?: boolean; waited?: Waited | null } = {},
  ): Promise<Outcome> {
    const done = await this.transactions.inOne(async (client, last) => {
      const { parsed, broken } = parse(messages, listening.source);
      const states = await lockStates(client, listening.source, parsed);
      const early = how.alone ? [] : await earlyOnes(client, listening.source, states);
      const gone = [...early, ...(how.waited ? [how.waited] : [])].map(({ id }) => id);
      const sorted = sort(inOrder([...parsed, ...early.map(asParsed)]), states);
      for (const [caseId, head] of sorted.heads) states.set(caseId, { ...states.get(caseId)!, ...head });
      const txs = await this.apply(client, sorted.ready, listening);
      await beginHolds(this.transactions, client, listening.source, sorted.parked);
      inOnePacket(client);
      if (gone.length > 0) last(client.query('DELETE FROM parked WHERE id = ANY($1::bigint[])', [gone]));
      last(saveStates(client, listening.source, states, sorted.ready));
      last(insertParked(client, listening.source, [...broken, ...sorted.parked]));
      for (const tx of txs) last(tx.settled());
      mayDieAt('inbox:before-commit');
      return { applied: sorted.ready.length, repeated: sorted.repeated, parked: broken.length + sorted.parked.length };
    });
    mayDieAt('inbox:after-commit');
    return this.said(done);
  }

  private said(outcome: Outcome): Outcome {
    if (outcome.applied + outcome.parked > 0) this.transactions.onCommit();
    return outcome;
  }

  /** @returns what was written through, to be waited for with the commit: statements on a connection run in their order. */
  private async apply(client: PoolClient, ready: readonly Ready[], listening: Listening): Promise<Tx[]> {
    const txs: Tx[] = [];
    const open = (envelope: Envelope): Tx => {
      txs.push(this.transactions.on(client, contextOf(envelope)));
      return txs.at(-1)!;
    };
    if (listening.view && ready.length > 0)
      await listening.view.apply(ready.map(({ envelope }) => envelope), ready.map(({ text }) => text), open(ready[0]!.envelope));
    for (const { envelope } of ready)
      for (const reaction of listening.reactions)
        if (reaction.type === envelope.type) await reactTo(envelope, reaction, open(envelope));
    return txs;
  }
}

/** Who stands behind the effects of a fact: the same person, at the same time, caused by that fact. */
export const contextOf = (envelope: Envelope) => ({
  actor: envelope.actor, occurredAt: envelope.occurredAt, commandId: envelope.id,
  causationId: envelope.id, traceparent: envelope.traceparent,
});

/** A fact that arrived before the one that precedes it: parked as `out-of-order` until that one is there. */
interface Waited {
  readonly id: string;
  readonly message: Message;
}

interface WaitingRow {
  readonly id: string;
  readonly payload: string;
  readonly detail: string;
}

const waitedOf = ({ id, payload, detail }: WaitingRow): Waited =>
  ({ id, message: { key: null, value: payload, place: detail.split(' @ ').at(-1)! } });

const asParsed = ({ message }: Waited): Parsed => ({ message, envelope: parseEnvelope(message.value) });

interface Parsed {
  readonly message: Message;
  readonly envelope: Envelope;
}

/** What waits in these cases for nothing but its turn: judged again together with what has come now. */
async function earlyOnes(client: PoolClient, source: string, states: Map<string, CaseState>): Promise<Waited[]> {
  const cases = [...states].filter(([, { heldAt, onlyHole }]) => heldAt !== null && onlyHole).map(([caseId]) => caseId);
  if (cases.length === 0) return [];
  const { rows } = await client.query<WaitingRow>(
    'SELECT id, payload, detail FROM parked WHERE source = $1 AND case_id = ANY($2::text[]) ORDER BY version', [source, cases]);
  return rows.map(waitedOf);
}

/** As they came where each case is in order, which is the rule; by version where one is not. */
function inOrder(parsed: readonly Parsed[]): readonly Parsed[] {
  const latest = new Map<string, number>();
  for (const { envelope } of parsed) {
    if (envelope.version < (latest.get(envelope.caseId) ?? 0))
      return [...parsed].sort((a, b) => a.envelope.version - b.envelope.version);
    latest.set(envelope.caseId, envelope.version);
  }
  return parsed;
}

function parse(
  messages: readonly Message[],
  source: string,
): { parsed: Parsed[]; broken: Park[] } {
  const parsed: Parsed[] = [];
  const broken: Park[] = [];
  for (const message of messages) {
    try {
      const envelope = parseEnvelope(message.value);
      if (envelope.service !== source)
        throw new ContractViolation('unreadable', `Said by ${envelope.service}, found at ${source}.`);
      parsed.push({ message, envelope });
    } catch (error) {
      broken.push({ message, envelope: null, reason: 'unreadable', detail: nameOf(error), attempts: 1 });
    }
  }
  return { parsed, broken };
}

async function lockStates(
  client: PoolClient, source: string, parsed: readonly { envelope: Envelope }[],
): Promise<Map<string, CaseState>> {
  const cases = [...new Set(parsed.map(({ envelope }) => envelope.caseId))].sort();
  if (cases.length === 0) return new Map();
  const { rows } = await client.query<{
    case_id: string; version: number; digest: Buffer; held_at: number | null; only_hole: boolean;
  }>({
    name: 'lock inbox',
    text: `WITH begun AS (
        INSERT INTO inbox (source, case_id, version, digest) SELECT $1, c, 0, $3 FROM unnest($2::text[]) AS c
        ON CONFLICT (source, case_id) DO UPDATE SET version = inbox.version RETURNING case_id, version, digest)
      SELECT b.case_id, b.version, b.digest, p.held_at, coalesce(p.only_hole, false) AS only_hole FROM begun b
      LEFT JOIN LATERAL (SELECT min(version) AS held_at, bool_and(reason = 'out-of-order') AS only_hole
        FROM parked WHERE source = $1 AND case_id = b.case_id) p ON true`,
    values: [source, cases, EMPTY_HEAD.digest],
  });
  return new Map(rows.map((row) => [row.case_id,
    { version: row.version, digest: row.digest, heldAt: row.held_at, onlyHole: row.only_hole }]));
}

interface Sorted {
  ready: Ready[];
  parked: Park[];
  repeated: number;
  heads: Map<string, Head>;
}

/** Whose turn is it? Repeats are dropped, what came too early or behind a parked fact waits, the rest is ready. */
function sort(parsed: readonly Parsed[], states: Map<string, CaseState>): Sorted {
  const sorted: Sorted = { ready: [], parked: [], repeated: 0, heads: new Map() };
  const held = new Set<string>();
  for (const { message, envelope } of parsed) {
    const { caseId } = envelope;
    const state = states.get(caseId)!;
    const head = sorted.heads.get(caseId) ?? state;
    const wait = (reason: ParkReason, detail: string): void => {
      sorted.parked.push({ message, envelope, reason, detail, attempts: 1 });
      if (reason !== 'out-of-order') held.add(caseId);
    };
    if (envelope.version <= head.version) sorted.repeated += 1;
    else if (held.has(caseId) || (state.heldAt !== null && !state.onlyHole))
      wait('behind', `held at ${state.heldAt ?? 'this batch'}`);
    else if (envelope.version > head.version + 1) wait('out-of-order', `expected ${head.version + 1}`);
    else {
      try {
        sorted.ready.push({ envelope: checkedEnvelope(envelope), text: message.value });
        sorted.heads.set(caseId, { version: envelope.version, digest: digestOf(head.digest, message.value) });
      } catch (error) {
        if (!(error instanceof ContractViolation)) throw error;
        wait(error.code, error.message);
      }
    }
  }
  return sorted;
}

async function saveStates(
  client: PoolClient, source: string, states: Map<string, CaseState>, ready: readonly Ready[],
): Promise<void> {
  const changed = [...new Set(ready.map(({ envelope }) => envelope.caseId))];
  if (changed.length === 0) return;
  await client.query({
    name: 'save inbox',
    text: `UPDATE inbox SET version = n.version, digest = n.digest
      FROM unnest($2::text[], $3::integer[], $4::bytea[]) AS n(case_id, version, digest)
      WHERE inbox.source = $1 AND inbox.case_id = n.case_id`,
    values: [source, changed, changed.map((id) => states.get(id)!.version), changed.map((id) => states.get(id)!.digest)],
  });
}

function add(total: Outcome, more: Outcome): void {
  total.applied += more.applied;
  total.repeated += more.repeated;
  total.parked += more.parked;
}
