import { CustodyTaken, StageOpened, StageRequested, is, type Envelope, type Instant } from '#contracts';
import type { Return } from '../../services/cross-border/src/domain/return.js';
import type { Investigation } from '../../services/investigation/src/domain/investigation.js';
import { Custody } from '../../services/rescue/src/domain/custody.js';
import { receiverOf, unitOf } from './cast.js';
import type { Deed, Effect } from './deeds.js';
import type { StagedAggregate } from '#stages';
import type { World } from './world.js';

export interface Since {
  readonly unitId: string;
  readonly personId: string;
  readonly at: Instant;
}

/** Stands between the end of care and a retaking: nobody had to answer. */
export const NOBODY = 'nobody';

interface Pending {
  readonly offerId: string;
  readonly toUnit: string;
  readonly toPerson?: string;
  readonly expiresAt: Instant;
  readonly at: Instant;
}

/** Who must answer for one matter: everybody in turn, the last one now. Nobody after `endedAt`. */
export interface Course {
  readonly id: string;
  readonly answers: Since[];
  endedAt: Instant | null;
  offer: Pending | null;
}

interface StageCourse extends Course {
  taken: boolean;
  readonly what: string;
  /** Whose rescue, placement or return it is: of one person one is open at a time. */
  readonly of: readonly string[];
}

/** `nothing`: it is refused, or it is silent because it is so already. */
export type Verdict = 'done' | 'nothing' | 'either';

/**
 * What the rules promise, told as simply as it can be: whoever answers goes on answering until the receiver has accepted
 * in time. It knows nothing of aggregates or facts; it is told what somebody tries and says what must come of it.
 */
export class Model {
  readonly stages = new Map<string, StageCourse>();
  readonly care = new Map<string, Course>();
  /** Of each request, whom it named. */
  private readonly asked = new Map<string, readonly string[]>();

  constructor(private readonly world: World) {}

  /** Must this be done, must it come to nothing, or does that depend on more than who answers? */
  expects({ by, effects }: Deed, at: Instant): Verdict {
    const verdicts = effects.map((effect): Verdict => {
      if (effect.on === 'nothing') return 'either';
      return effect.on === 'stage' ? this.ofStage(effect, by, at) : this.ofCare(effect, by, at);
    });
    if (verdicts.includes('nothing')) return 'nothing';
    return verdicts.includes('either') ? 'either' : 'done';
  }

  /** It was done: from now on this is how things stand. */
  apply({ by, effects }: Deed, at: Instant, said: readonly Envelope[]): void {
    for (const fact of said) {
      // The ids are the system's; who answers is not asked of it.
      const begun = (id: string): Course =>
        ({ id, answers: [{ unitId: by.unitId, personId: by.personId, at }], endedAt: null, offer: null });
      if (is(fact, StageRequested)) this.asked.set(fact.data.requestId, fact.data.victimIds);
      if (is(fact, StageOpened)) this.begin(fact, begun(fact.data.stageId));
      const taken = is(fact, CustodyTaken) ? fact.data.custodyId : null;
      if (taken !== null && !this.care.has(taken)) this.care.set(taken, begun(taken));
    }
    for (const effect of effects) if (effect.on !== 'nothing') this.move(effect, by, at);
    for (const fact of said) this.noteOffer(fact);
  }

  /** Who has such a stage already is in no second one, and a stage that is of nobody else ends at once. */
  private begin({ caseId, data: { stage, victimId, requestId } }: Envelope<StageOpened>, course: Course): void {
    const what = `${stage} ${caseId}`;
    const named = victimId ? [victimId] : stage === 'rescue' ? this.asked.get(requestId!) ?? [] : [];
    const others = [...this.stages.values()].flatMap((known) => (known.what === what && known.endedAt === null ? known.of : []));
    const of = requestId ? named.filter((one) => !others.includes(one)) : named;
    const isSecond = named.length > 0 && of.length === 0;
    this.stages.set(course.id, { ...course, what, of, taken: !requestId, endedAt: isSecond ? course.answers[0]!.at : null });
  }

  /** Offers that nobody has answered in time are gone; nothing else changes by itself. */
  sweep(now: Instant): void {
    for (const course of [...this.stages.values(), ...this.care.values()])
      if (course.offer && course.offer.expiresAt <= now) course.offer = null;
  }

  private move(effect: Exclude<Effect, { on: 'nothing' }>, by: Deed['by'], at: Instant): void {
    const course = (effect.on === 'stage' ? this.stages : this.care).get(effect.id)!;
    if (effect.move === 'accept') {
      course.answers.push({ unitId: by.unitId, personId: by.personId, at });
      if (effect.on === 'stage') this.stages.get(effect.id)!.taken = true;
    }
    if (effect.move === 'relative') course.answers.push({ unitId: '', personId: effect.to, at });
    if (effect.move === 'retake') {
      if (course.endedAt !== null) course.answers.push({ unitId: '', personId: NOBODY, at: course.endedAt });
      course.answers.push({ unitId: by.unitId, personId: by.personId, at });
      course.endedAt = null;
    }
    if (effect.move === 'abroad') course.answers.push({ unitId: '990010-border', personId: effect.to, at });
    if (['close', 'end', 'withdraw'].includes(effect.move)) course.endedAt = at;
    if (!['offer', 'work', 'prove'].includes(effect.move)) course.offer = null;
  }

  private noteOffer({ type, data, occurredAt: at }: Envelope): void {
    const { stageId, custodyId, offerId, toUnit, unitId, toPerson, personId, expiresAt } = data as Record<string, string>;
    if (type === 'stage.offered')
      this.stages.get(stageId!)!.offer = { offerId: offerId!, toUnit: toUnit!, toPerson, expiresAt: expiresAt!, at };
    if (type === 'rescue.custody-offered')
      this.care.get(custodyId!)!.offer = {
        offerId: offerId!, toUnit: unitId!, toPerson: personId, at,
        expiresAt: this.world.rules.start('custody-offer-answer', this.world.now).dueAt,
      };
  }

  private ofStage(effect: Effect & { on: 'stage' }, by: Deed['by'], at: Instant): Verdict {
    const course = this.stages.get(effect.id)!;
    const { record, service } = this.world.stages().find((known) => known.record.id === effect.id)!;
    const { unitId } = course.answers.at(-1)!;
    const suits = (to: { unitId: string; personId?: string }): boolean => {
      if (service === 'cross-border') return !isScheduled(record as Return) || to.unitId === unitId;
      return service !== 'investigation' || !to.personId || mayLead(record as Investigation, to);
    };
    const isTheirTurn = by.unitId === unitId && course.endedAt === null;
    if (effect.move === 'work') return isTheirTurn || effect.byTeam ? 'either' : 'nothing';
    // Whoever has taken it keeps it, and what is over is over.
    if (effect.move === 'withdraw') return course.taken || course.endedAt !== null ? 'nothing' : 'done';
    if (at < record.stage.since) return 'nothing';
    if (effect.move === 'offer') {
      const isFitting = suits({ unitId: effect.toUnit, personId: effect.toPerson });
      const isForAnother = !isSame(course, effect) || !course.taken;
      return isTheirTurn && !course.offer && isFitting && isForAnother ? 'done' : 'nothing';
    }
    if (!('offerId' in effect)) return isTheirTurn && !course.offer ? 'either' : 'nothing';
    const isTheirs = this.isTheirs(course, effect.offerId, by, at);
    return isTheirs && (effect.move === 'return' || suits(by)) ? 'done' : 'nothing';
  }

  private ofCare(effect: Effect & { on: 'care' }, by: Deed['by'], at: Instant): Verdict {
    const course = this.care.get(effect.id)!;
    const holder = course.answers.at(-1)!;
    if (effect.move === 'retake') return isWithRelative(course, at) ? 'either' : 'nothing';
    if (course.endedAt !== null) return 'nothing';
    if (effect.move === 'prove') return 'either';
    if (at < holder.at) return 'nothing';
    switch (effect.move) {
      // Signed twice at the port is signed once.
      case 'abroad': return holder.personId === effect.to ? 'nothing' : 'done';
      case 'relative': return holder.unitId === by.unitId ? 'either' : 'nothing';
      case 'end': return 'either';
      case 'offer': {
        const isOverTheBorder = unitOf(effect.toUnit).kind === 'foreign-border' && holder.unitId !== effect.toUnit;
        const mayOffer = holder.unitId === by.unitId && !course.offer && !isSame(course, effect) && !isOverTheBorder;
        return mayOffer ? 'either' : 'nothing';
      }
      case 'accept': case 'decline':
        return this.isTheirs(course, effect.offerId, by, at) && at >= course.offer!.at ? 'done' : 'nothing';
    }
  }

  /** The offer is there, is theirs, and is not too old. */
  private isTheirs({ offer, endedAt }: Course, offerId: string, by: Deed['by'], at: Instant): boolean {
    return endedAt === null && offer?.offerId === offerId && offer.toUnit === by.unitId
      && (offer.toPerson ?? by.personId) === by.personId && at < offer.expiresAt;
  }

  /** Where what the records say differs from what was predicted. */
  differences(): string[] {
    const found: string[] = [];
    for (const { record, service } of this.world.stages()) {
      const course = this.stages.get(record.id)!;
      const { unitId, personId } = course.answers.at(-1)!;
      const { answers, state, offer } = record.stage;
      if (answers.unitId !== unitId || answers.personId !== personId)
        found.push(`${service} ${record.id}: ${answers.unitId}/${answers.personId} answers, ${unitId}/${personId} must`);
      if ((state === 'closed') !== (course.endedAt !== null)) found.push(`${service} ${record.id} is ${state}`);
      if (state === 'open' && offer?.offerId !== course.offer?.offerId)
        found.push(`${service} ${record.id}: ${offer?.offerId} is offered, ${course.offer?.offerId} must be`);
      if (state === 'open' && !isUnderDeadline(record)) found.push(`${service} ${record.id} is under no deadline`);
    }
    for (const { id, holder } of this.world.all(Custody)) {
      const { answers, endedAt } = this.care.get(id)!;
      const must = endedAt === null ? answers.at(-1)!.personId : undefined;
      if (holder?.personId !== must) found.push(`care ${id}: with ${holder?.personId}, must be with ${must}`);
    }
    return found;
  }
}

/** An offer waits, or a deadline of whoever answers runs: contact with the relatives is the comforter's. */
const isUnderDeadline = ({ stage, clocks }: StagedAggregate): boolean => stage.offer !== null
  || clocks.toJSON().running.some(({ rule, suspendedAt, answers }) => suspendedAt === undefined && rule !== 'relatives-contact'
    && answers.unitId === stage.answers.unitId && answers.personId === stage.answers.personId);

/** Also after the end of care, and not before either. */
function isWithRelative({ answers, endedAt }: Course, at: Instant): boolean {
  const last = answers.at(-1)!;
  return at >= (endedAt ?? last.at) && last.unitId === '';
}

/** An offer to whoever answers already. */
function isSame({ answers }: Course, { toUnit, toPerson }: { toUnit: string; toPerson?: string }): boolean {
  const { unitId, personId } = answers.at(-1)!;
  return toUnit === unitId && (toPerson ?? personId) === personId;
}

/** until it is done, the unit that has scheduled a handover keeps the return. */
const isScheduled = ({ handoverId, handedOver }: Return): boolean => handoverId !== null && handedOver === null;

/** V-1: a child's case is led by a head of a bureau in whose jurisdiction it lies. */
function mayLead({ isChildCase, taskForce, division }: Investigation, to: { unitId: string; personId?: string }): boolean {
  if (!isChildCase && !taskForce?.stands) return true;
  const receiver = receiverOf(to.unitId, to.personId);
  const isInside = division === null || receiver.division === division || receiver.division === '532500';
  return receiver.isHeadOfBureau && isInside;
}
