import { StageOpened, CustodyTaken, is, type Envelope, type Instant } from '#contracts';
import { Custody } from '../../services/rescue/src/domain/custody.js';
import { receiverOf, unitOf } from './cast.js';
import type { Deed, Effect } from './deeds.js';
import type { World } from './world.js';

export interface Since {
  readonly unitId: string;
  readonly personId: string;
  readonly at: Instant;
}

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

/** `nothing`: it is refused, or it is silent because it is so already. */
export type Verdict = 'done' | 'nothing' | 'either';

/**
 * What the rules promise, told as simply as it can be: whoever answers goes on answering until the receiver has accepted
 * in time. It knows nothing of aggregates or facts; it is told what somebody tries and says what must come of it.
 */
export class Model {
  readonly stages = new Map<string, Course & { taken: boolean }>();
  readonly care = new Map<string, Course>();

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
      const first = (): Course => ({ id: '', answers: [{ unitId: by.unitId, personId: by.personId, at }], endedAt: null, offer: null });
      if (is(fact, StageOpened)) this.stages.set(fact.data.stageId, { ...first(), id: fact.data.stageId, taken: !fact.data.requestId });
      if (is(fact, CustodyTaken)) this.care.set(fact.data.custodyId, { ...first(), id: fact.data.custodyId });
    }
    for (const effect of effects) if (effect.on !== 'nothing') this.move(effect, by, at);
    for (const fact of said) this.noteOffer(fact);
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
    if (effect.move === 'abroad') course.answers.push({ unitId: '990010-border', personId: effect.to, at });
    if (effect.move === 'close' || effect.move === 'end') course.endedAt = at;
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
    const { record: { stage }, type } = this.world.stages().find(({ record }) => record.id === effect.id)!;
    const { unitId, personId } = course.answers.at(-1)!;
    if (course.endedAt !== null) return effect.move === 'work' && effect.byTeam ? 'either' : 'nothing';
    const isLate = at < stage.since;
    switch (effect.move) {
      case 'work': return by.unitId !== unitId && !effect.byTeam ? 'nothing' : 'either';
      case 'close': return by.unitId !== unitId || course.offer || isLate ? 'nothing' : 'either';
      case 'offer': {
        const isSame = effect.toUnit === unitId && (effect.toPerson ?? personId) === personId;
        const suits = !effect.toPerson || this.mayLead(type.name, effect.id, { unitId: effect.toUnit, personId: effect.toPerson });
        return by.unitId !== unitId || course.offer || isLate || (isSame && course.taken) || !suits ? 'nothing' : 'done';
      }
      case 'accept': return this.isTheirs(course, effect.offerId, by, at) && !isLate && this.mayLead(type.name, effect.id, by)
        ? 'done' : 'nothing';
      case 'return': return this.isTheirs(course, effect.offerId, by, at) && !isLate ? 'done' : 'nothing';
    }
  }

  private ofCare(effect: Effect & { on: 'care' }, by: Deed['by'], at: Instant): Verdict {
    const course = this.care.get(effect.id)!;
    const holder = course.answers.at(-1)!;
    const isOver = course.endedAt !== null;
    const isTooEarly = at < (course.endedAt ?? holder.at);
    const isTheHolder = !isOver && holder.unitId === by.unitId;
    switch (effect.move) {
      case 'prove': return isOver ? 'nothing' : 'either';
      // Signed twice at the port is signed once; what has ended stays ended.
      case 'abroad': return isOver || holder.personId === effect.to || isTooEarly ? 'nothing' : 'done';
      case 'relative': return isTheHolder && !isTooEarly ? 'either' : 'nothing';
      case 'end': return isOver || isTooEarly ? 'nothing' : 'either';
      case 'offer': {
        const isSame = effect.toUnit === holder.unitId && (effect.toPerson ?? holder.personId) === holder.personId;
        const isAbroad = unitOf(effect.toUnit).kind === 'foreign-border' && holder.unitId !== effect.toUnit;
        return !isTheHolder || course.offer || isTooEarly || isSame || isAbroad ? 'nothing' : 'either';
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

  /** V-1: a child's case is led by a head of a bureau in whose jurisdiction it lies. */
  private mayLead(kind: string, id: string, to: { unitId: string; personId: string }): boolean {
    if (kind !== 'Investigation') return true;
    const { record } = this.world.stages().find((known) => known.record.id === id)!;
    const { isChildCase, taskForce, division } = record as unknown as {
      isChildCase: boolean; taskForce: { stands: boolean } | null; division: string | null;
    };
    if (!isChildCase && !taskForce?.stands) return true;
    const receiver = receiverOf(to.unitId, to.personId);
    const isInside = division === null || receiver.division === division || receiver.division === '532500';
    return receiver.isHeadOfBureau && isInside;
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
    }
    for (const { id, holder } of this.world.all(Custody)) {
      const { answers, endedAt } = this.care.get(id)!;
      const must = endedAt === null ? answers.at(-1)!.personId : undefined;
      if (holder?.personId !== must) found.push(`care ${id}: with ${holder?.personId}, must be with ${must}`);
    }
    return found;
  }
}
