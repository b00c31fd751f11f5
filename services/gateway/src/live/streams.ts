import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { Refusal, type Instant } from '#contracts';
import type { Directory, SystemClock } from '#service-kit';
import type { Session, Sessions } from '../sessions/sessions.js';

/**
 * That something has changed, and where; never what, not even as a code: the casebook shows each kind of unit only what is
 * meant for it, and a type of fact says already that there is a suspect.
 */
export interface Change {
  readonly caseId: string;
  readonly at: Instant;
}

/** One open page that listens. */
interface Stream {
  readonly session: Pick<Session, 'id' | 'personId'>;
  /** The unit in whose name it listens; without one, all of the person's. */
  readonly unitId: string | undefined;
  /** The cases that it shows, and that its person may see. */
  readonly cases: ReadonlySet<string>;
  units: ReadonlySet<string>;
  readonly response: ServerResponse;
}

interface Remembered {
  readonly number: number;
  readonly change: Change;
  readonly units: ReadonlySet<string>;
}

const HEARTBEAT_MS = 15_000;
const STREAMS_PER_SESSION = 6;
const STREAMS_MAX = 5_000;
const REMEMBERED_MAX = 2_000;
const UNREAD_BYTES_MAX = 512 * 1024;

/**
 * The pages that listen at this process. A page hears of the cases that it shows, and, as `worklist`, of cases with
 * which the unit has to do in whose name it listens. A session that ends or is locked takes its streams along.
 */
export class LiveStreams implements OnModuleInit, OnModuleDestroy {
  private readonly open = new Set<Stream>();
  private readonly recent: Remembered[] = [];
  /** Numbers mean something at this process only. */
  private readonly mark = randomBytes(6).toString('base64url');
  private last = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: Sessions, private readonly directory: Directory, private readonly clock: SystemClock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.beat().catch(() => undefined), HEARTBEAT_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    for (const { response } of this.open) response.end();
  }

  /** @throws Refusal gateway.too-many-streams */
  mustHaveRoom({ id }: Session): void {
    const own = [...this.open].filter(({ session }) => session.id === id).length;
    if (own >= STREAMS_PER_SESSION || this.open.size >= STREAMS_MAX) throw new Refusal('gateway.too-many-streams');
  }

  /** From now on the page hears; what it has missed since `lastId` comes at once, or word that it has to read anew. */
  async add(asked: Pick<Stream, 'unitId' | 'cases' | 'response'> & { session: Session; lastId?: string }): Promise<void> {
    const { session, unitId, cases, response, lastId } = asked;
    const stream: Stream = { session, unitId, cases, response, units: await this.unitsOf(session.personId) };
    // Whoever has gone meanwhile says so no second time.
    if (response.destroyed) return;
    response.write(`retry: 2000\nevent: ready\nid: ${this.mark}.${this.last}\ndata: ${this.time()}\n\n`);
    this.catchUp(stream, lastId);
    this.open.add(stream);
    response.on('close', () => this.open.delete(stream));
  }

  tell(change: Change, units: ReadonlySet<string>): void {
    const remembered = { number: (this.last += 1), change, units };
    this.recent.push(remembered);
    if (this.recent.length > REMEMBERED_MAX) this.recent.shift();
    for (const stream of this.open) this.send(stream, remembered);
  }

  endOf(sessionIds: readonly string[]): void {
    for (const { session, response } of this.open) if (sessionIds.includes(session.id)) response.end();
  }

  endOfPerson(personId: string): void {
    for (const { session, response } of this.open) if (session.personId === personId) response.end();
  }

  private catchUp(stream: Stream, lastId: string | undefined): void {
    if (lastId === undefined) return;
    const [mark, number] = lastId.split('.');
    const from = Number(number);
    const isKnown = mark === this.mark && Number.isInteger(from) && from >= (this.recent[0]?.number ?? this.last + 1) - 1;
    if (!isKnown) stream.response.write('event: resync\ndata: {}\n\n');
    else for (const missed of this.recent) if (missed.number > from) this.send(stream, missed);
  }

  private send({ unitId, cases, units, response }: Stream, { number, change, units: concerned }: Remembered): void {
    const text = `id: ${this.mark}.${number}\ndata: ${JSON.stringify(change)}\n\n`;
    if (cases.has(change.caseId)) response.write(text);
    if ([...concerned].some((unit) => units.has(unit) && (unitId === undefined || unit === unitId))) response.write(`event: worklist\n${text}`);
    // A page that does not read is let go; it comes again and reads anew.
    if (response.writableLength > UNREAD_BYTES_MAX) response.destroy();
  }

  /** A page goes by the time of the system: a machine's own clock may be wrong, and in rehearsal the time is moved. */
  private time(): string {
    return JSON.stringify({ now: this.clock.now() });
  }

  /** Keeps connections alive and in time, ends those whose session has ended, and notices posts that were gained or lost. */
  private async beat(): Promise<void> {
    const streams = [...this.open];
    if (streams.length === 0) return;
    const stillOpen = await this.sessions.stillOpen([...new Set(streams.map(({ session }) => session.id))]);
    for (const stream of streams) {
      if (!stillOpen.has(stream.session.id)) stream.response.end();
      else stream.response.write(`event: time\ndata: ${this.time()}\n\n`);
      stream.units = await this.unitsOf(stream.session.personId);
    }
  }

  /** Where somebody holds a post now. */
  async unitsOf(personId: string): Promise<Set<string>> {
    return new Set((await this.directory.postsOf(personId, this.clock.now())).map(({ unitId }) => unitId));
  }
}
