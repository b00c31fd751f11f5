import { ClockRules } from '#clocks';
import { Refusal, type Actor, type Envelope, type Fact, type Instant, type StageKind } from '#contracts';
import { EMPTY_HEAD, isTimed, isWatched, linked, type Aggregate, type Head, type Timed } from '#messaging';
import { SYSTEM_ACTOR } from '#messaging';
import type { StagedAggregate } from '#stages';
import { HandoverTable } from '../../services/cross-border/src/db/handover.table.js';
import { ReturnTable } from '../../services/cross-border/src/db/return.table.js';
import { Handover } from '../../services/cross-border/src/domain/handover.js';
import { Return } from '../../services/cross-border/src/domain/return.js';
import { IntakeTable } from '../../services/intake/src/db/intake.table.js';
import { Intake } from '../../services/intake/src/domain/intake.js';
import { InvestigationTable } from '../../services/investigation/src/db/investigation.table.js';
import { Investigation } from '../../services/investigation/src/domain/investigation.js';
import { PlacementTable } from '../../services/placement/src/db/placement.table.js';
import { Placement } from '../../services/placement/src/domain/placement.js';
import { CustodyTable } from '../../services/rescue/src/db/custody.table.js';
import { RescueTable } from '../../services/rescue/src/db/rescue.table.js';
import { Custody } from '../../services/rescue/src/domain/custody.js';
import { Rescue } from '../../services/rescue/src/domain/rescue.js';
import { idOf, unitOf } from './cast.js';

export const SERVICES = ['intake', 'investigation', 'rescue', 'placement', 'cross-border'] as const satisfies StageKind[];
export type Service = (typeof SERVICES)[number];

/** Which records a service keeps, and as which columns: what a table does not name is lost, as in the database. */
const KEPT_BY = new Map<new () => Aggregate, { readonly service: Service; readonly table: typeof IntakeTable }>([
  [Intake, { service: 'intake', table: IntakeTable }],
  [Investigation, { service: 'investigation', table: InvestigationTable as never }],
  [Rescue, { service: 'rescue', table: RescueTable as never }],
  [Custody, { service: 'rescue', table: CustodyTable as never }],
  [Placement, { service: 'placement', table: PlacementTable as never }],
  [Return, { service: 'cross-border', table: ReturnTable as never }],
  [Handover, { service: 'cross-border', table: HandoverTable as never }],
]);

interface Row {
  readonly type: new () => Aggregate;
  readonly text: string;
  readonly nextFireAt: Instant | null;
}

export type Outcome = { readonly said: readonly Envelope[] } | { readonly refused: string };

const START_MS = Date.parse('2026-07-02T01:00:00.000Z');
const MINUTE_MS = 60_000;

/**
 * Five services in one process: the real aggregates, kept between commands as their tables keep them; journals written
 * by `linked`; facts heard by the others when a command lets them be heard. No database, no broker, no clock but ours.
 */
export class World {
  readonly rules = new ClockRules();
  /** Everything that was said, in the order in which it was committed. */
  readonly journal: Envelope[] = [];
  /** What a refusal or a silent rule has changed all the same: there must be nothing here. */
  readonly stains: string[] = [];
  readonly cases: string[] = [];
  private readonly rows = new Map<string, Row>();
  private readonly said = new Map<string, Envelope[]>();
  private readonly heads = new Map<string, Head>();
  private readonly taken = new Map<string, number>();
  private nowMs = START_MS;
  private ids = 0;

  get now(): Instant {
    return new Date(this.nowMs).toISOString();
  }

  before(minutes: number): Instant {
    return new Date(Math.max(START_MS, this.nowMs - minutes * MINUTE_MS)).toISOString();
  }

  pass(minutes: number): void {
    this.nowMs += minutes * MINUTE_MS;
  }

  readonly newId = (): string => idOf('1', this.ids += 1);

  /** One command of one service: what it says is kept with its state, or it is refused and nothing is. */
  run(service: Service, { by, at }: { by: Actor; at: Instant }, work: (turn: Turn) => void): Outcome {
    const turn = new Turn(this, by, at);
    try {
      if (at > this.now) throw new Refusal('time.in-future');
      work(turn);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.stains.push(...turn.stains().map((stain) => `${error.code} has changed ${stain}`));
      return { refused: error.code };
    }
    this.stains.push(...turn.stains().map((stain) => `without a word was changed ${stain}`));
    return { said: turn.saved.flatMap(({ aggregate, facts }) => this.keep(service, turn, { aggregate, facts })) };
  }

  load<T extends Aggregate>(type: new () => T, id: string): T {
    const row = this.rows.get(id);
    if (row?.type !== type) throw new Refusal('record.not-found', { id });
    return revived(type, row.text);
  }

  all<T extends Aggregate>(type: new () => T): T[] {
    return [...this.rows].filter(([, row]) => row.type === type).map(([id]) => this.load(type, id));
  }

  /** Every stage of every case, with the class that keeps it. */
  stages(): { readonly type: new () => StagedAggregate & Timed; readonly service: Service; readonly record: StagedAggregate }[] {
    return [Intake, Investigation, Rescue, Placement, Return].flatMap((type) =>
      this.all<StagedAggregate & Timed>(type).map((record) => ({ type, record, service: KEPT_BY.get(type)!.service })));
  }

  /** Fires what is due, in order of its time, each as of its own moment: the sweeper's way. @returns how many fired. */
  sweep(): number {
    for (let fired = 0; ; fired += 1) {
      const due = [...this.rows].filter(([, { nextFireAt }]) => nextFireAt !== null && nextFireAt <= this.now)
        .sort(([, a], [, b]) => (a.nextFireAt! < b.nextFireAt! ? -1 : Number(a.nextFireAt! > b.nextFireAt!)))[0];
      if (!due) return fired;
      const [id, { type, nextFireAt: at }] = due;
      const outcome = this.run(KEPT_BY.get(type)!.service, { by: SYSTEM_ACTOR, at: at! }, (turn) => {
        const record = turn.load(type as new () => Timed & { tick(upTo: Instant): Fact[] }, id);
        turn.save(record, record.tick(at!));
      });
      if (!('said' in outcome) || outcome.said.length === 0) throw new Error(`${id} was due at ${at} and had nothing to say.`);
    }
  }

  /** What this service has taken of a case from another one so far. */
  heard(service: Service, caseId: string, source: Service): Envelope[] {
    return this.saidBy(source, caseId).slice(0, this.taken.get(`${service} ${source} ${caseId}`) ?? 0);
  }

  /** The next fact that a service has not heard, or nothing; it counts as heard from now on. */
  hear(service: Service, caseId: string, source: Service): Envelope | undefined {
    const key = `${service} ${source} ${caseId}`;
    const next = this.saidBy(source, caseId)[this.taken.get(key) ?? 0];
    if (next) this.taken.set(key, (this.taken.get(key) ?? 0) + 1);
    return next;
  }

  /** Everything that a service has said of a case. */
  saidBy(source: Service, caseId: string): readonly Envelope[] {
    return this.said.get(`${source} ${caseId}`) ?? [];
  }

  private keep(service: Service, turn: Turn, { aggregate, facts: ruled }: Saved): Envelope[] {
    const facts = [...ruled, ...this.watched(aggregate, turn.at)];
    const key = `${service} ${aggregate.caseId}`;
    const { rows, head } = linked(this.heads.get(key) ?? EMPTY_HEAD, facts, {
      service, caseId: aggregate.caseId, subjectId: aggregate.id, occurredAt: turn.at, recordedAt: this.now,
      exercise: true, actor: turn.by, commandId: this.newId(),
    });
    this.heads.set(key, head);
    aggregate.version = head.version;
    if (isTimed(aggregate)) aggregate.nextFireAt = aggregate.whenNext();
    const type = aggregate.constructor as new () => Aggregate;
    this.rows.set(aggregate.id, { type, text: stored(aggregate), nextFireAt: isTimed(aggregate) ? aggregate.nextFireAt : null });
    const said = rows.map(({ payload }) => JSON.parse(payload) as Envelope);
    this.journal.push(...said);
    this.said.set(key, [...this.said.get(key) ?? [], ...said]);
    return said;
  }

  /** As `Tx.save` does. */
  private watched(aggregate: Aggregate, at: Instant): Fact[] {
    if (!isWatched(aggregate)) return [];
    const unwatched = aggregate.unwatched();
    return aggregate.watch({
      at, rules: this.rules, newId: this.newId, superiorUnit: unwatched === null ? undefined : unitOf(unwatched).superiorUnit,
    });
  }
}

interface Saved {
  readonly aggregate: Aggregate;
  readonly facts: readonly Fact[];
}

/** A transaction as a rule test needs it: `load`, `save`, and a look at what was changed without being saved. */
export class Turn {
  readonly saved: Saved[] = [];
  private readonly loaded = new Map<Aggregate, string>();

  constructor(readonly world: World, readonly by: Actor, readonly at: Instant) {}

  load<T extends Aggregate>(type: new () => T, id: string): T {
    const aggregate = this.world.load(type, id);
    this.loaded.set(aggregate, stored(aggregate));
    return aggregate;
  }

  save(aggregate: Aggregate, facts: readonly Fact[]): void {
    if (facts.length > 0) this.saved.push({ aggregate, facts });
  }

  /** Records that were changed though nothing was said about them. */
  stains(): string[] {
    const unsaid = [...this.loaded].filter(([aggregate]) => !this.saved.some((saved) => saved.aggregate === aggregate));
    return unsaid.flatMap(([aggregate, before]) => {
      const changed = differing(before, stored(aggregate));
      return changed.length > 0 ? [`${aggregate.constructor.name}: ${changed.join(', ')}`] : [];
    });
  }
}

function columnsOf(type: new () => Aggregate) {
  return KEPT_BY.get(type)!.table.options.columns as unknown as
    Record<string, { transformer?: { from(stored: unknown): unknown; to(value: unknown): unknown } }>;
}

function stored(aggregate: Aggregate): string {
  const columns = columnsOf(aggregate.constructor as new () => Aggregate);
  return JSON.stringify(Object.fromEntries(Object.entries(columns).map(([property, { transformer }]) => {
    const value = aggregate[property as keyof Aggregate] as unknown;
    return [property, (transformer ? transformer.to(value) : value) ?? null];
  })));
}

function revived<T extends Aggregate>(type: new () => T, text: string): T {
  const row = JSON.parse(text) as Record<string, unknown>;
  const columns = columnsOf(type);
  const aggregate = new type() as unknown as Record<string, unknown>;
  for (const [property, { transformer }] of Object.entries(columns))
    aggregate[property] = transformer ? transformer.from(row[property]) : row[property];
  return aggregate as unknown as T;
}

/** The columns in which two states of a record differ, but for the time up to which the stage has moved. */
function differing(before: string, after: string): string[] {
  if (before === after) return [];
  const [one, other] = [before, after].map((text) => {
    const row = JSON.parse(text) as Record<string, unknown>;
    return row.stage ? { ...row, stage: { ...row.stage, since: null } } : row;
  }) as Record<string, unknown>[];
  return Object.keys(one!).filter((name) => JSON.stringify(one![name]) !== JSON.stringify(other![name]));
}
