import {
  ConsentRecorded, DocumentObtained, FitnessAsked, FitnessAssessed, HandedOver, PersonScheduled, ReceptionAsked,
  ReceptionConfirmed, ReceptionPromised, Refusal, ReturnBegun, SafetyAssessed, fact,
  type Actor, type Destination, type Fact, type IdentityAnswer, type Instant, type SafetyOutcome, type Situation,
  type TravelDocument, type UnitKind,
} from '#contracts';
import type { ClockRules } from '#clocks';
import { Stage, type NewOffer, type Receiver, type StageElsewhere } from '#stages';
import { mustBeClinic, mustBeCounterpart, mustBeReceivingBody } from './asked-units.js';
import type { Traveller } from './gates.js';
import { ReturnState, type Promised, type ReceptionRequest } from './return-state.js';

interface Act {
  readonly by: Actor;
  readonly at: Instant;
}

interface Clocked extends Act {
  readonly clockId: string;
  readonly rules: ClockRules;
  readonly superiorUnit?: string;
}

/**
 * how long a certificate of fitness holds at most. A default, since no source names a number: what a body can do changes
 * within weeks, and a month covers the 15 working days that a counterpart has to answer.
 */
const FITNESS_HOLDS_DAYS = 30;
const DAY_MS = 86_400_000;

/** Assessments that stay in the row; the journal keeps them all. */
const FITNESS_KEPT = 50;

/** A victim's way back across the border: from the first question to the counterpart until reception is confirmed. */
export class Return extends ReturnState {
  /** Another stage asks for the return; whoever asks answers until a border unit has accepted. */
  static open(given: Act & {
    id: string; caseId: string; victimId: string; country?: string; requestId: string;
  }): [Return, Fact[]] {
    const { id, caseId, victimId, country, requestId, by, at } = given;
    const [stage, facts] = Stage.open({ stageId: id, kind: 'cross-border', answers: by, at, taken: false, requestId, victimId });
    const opened = Object.assign(new Return(), { id, caseId, victimId, stage });
    return [opened, [...facts, fact(ReturnBegun, { returnId: id, victimId, country })]];
  }

  /** the counterpart is asked; its 15 working days begin. */
  requestIdentity(given: Clocked & { requestId: string; counterpart: string; unitKind: UnitKind | undefined }): Fact[] {
    this.mayRequestIdentity(given);
    mustBeCounterpart({ unitId: given.counterpart, kind: given.unitKind });
    this.stage.moveTo(given.at);
    const started = this.startClock('identity-verification', given);
    return [...this.identity.ask(this.named(), given), ...started];
  }

  /** the counterpart itself answers, or our liaison officer enters its letter. */
  answerIdentity(
    given: Act & { requestId: string; answer: IdentityAnswer; onBehalf?: boolean; documentNumber?: string },
  ): Fact[] {
    this.stage.mustBeTaken();
    const { counterpart, clockId } = this.identity.request(given.requestId);
    const documentNumber = this.lettered(given, counterpart);
    if (this.identity.isSameAnswer(given)) return [];
    this.mayAnswerIdentity(given);
    this.stage.moveTo(given.at);
    return [
      ...this.identity.answer(this.named(), { ...given, documentNumber }), ...this.clocks.stop(clockId, given.at),
    ];
  }

  /** what was missing is sent; the counterpart's time begins anew. */
  supplementIdentity(given: Clocked & { requestId: string }): Fact[] {
    this.mayPrepare(given);
    if (this.identity.isSupplemented(given.requestId)) return [];
    this.identity.maySupplement(given.requestId);
    this.stage.moveTo(given.at);
    const started = this.startClock('identity-supplement', given);
    return [...this.identity.supplement(this.named(), given), ...started];
  }

  /** before a return, whether it is safe, and whether the family is. */
  assessSafety(given: Act & { outcome: SafetyOutcome }): Fact[] {
    this.mayPrepare(given);
    if (this.safety === given.outcome) return [];
    this.stage.moveTo(given.at);
    this.safety = given.outcome;
    return [fact(SafetyAssessed, { ...this.named(), outcome: given.outcome })];
  }

  /** a body abroad is asked to take her in. Silent when it was asked. */
  askReception(given: Act & ReceptionRequest & { unitKind: UnitKind | undefined }): Fact[] {
    this.mayPrepare(given);
    const { toUnit, destination } = given;
    mustBeReceivingBody({ unitId: toUnit, kind: given.unitKind });
    if (this.wasAskedToReceive({ toUnit, destination })) return [];
    this.stage.moveTo(given.at);
    this.receptionRequests.push({ toUnit, destination });
    return [fact(ReceptionAsked, { ...this.named(), toUnit, destination })];
  }

  /** the body that was asked promises by itself, or its letter is entered with the letter's number. */
  promiseReception(given: Act & Promised): Fact[] {
    this.mayPromiseReception(given);
    const { destination, byUnit } = given;
    if (!this.wasAskedToReceive({ toUnit: byUnit, destination }))
      throw new Refusal('cross-border.reception-not-asked', { returnId: this.id, byUnit, destination });
    const letterNumber = this.lettered(
      { by: given.by, onBehalf: given.by.unitId !== byUnit, documentNumber: given.letterNumber }, byUnit);
    const isSame = this.promise?.destination === destination && this.promise.byUnit === byUnit
      && this.promise.letterNumber === letterNumber;
    if (isSame) return [];
    this.stage.moveTo(given.at);
    this.promise = { destination, byUnit, letterNumber };
    return [fact(ReceptionPromised, { ...this.named(), ...this.promise })];
  }

  /** an adult consents in person; for a minor the guardian does. */
  recordConsent(given: Act & { language: string; byGuardian: boolean; isMinor: boolean }): Fact[] {
    this.mayPrepare(given);
    if (given.isMinor && !given.byGuardian) throw new Refusal('cross-border.guardian-consents');
    if (!given.isMinor && given.byGuardian) throw new Refusal('cross-border.adult-consents');
    const { language, byGuardian, at } = given;
    if (this.consent?.language === language && this.consent.byGuardian === byGuardian) return [];
    this.stage.moveTo(at);
    this.consent = { language, byGuardian, at };
    return [fact(ConsentRecorded, { ...this.named(), language, byGuardian })];
  }

  obtainDocument(given: Act & { document: TravelDocument }): Fact[] {
    this.mayPrepare(given);
    if (this.document === given.document) return [];
    this.stage.moveTo(given.at);
    this.document = given.document;
    return [fact(DocumentObtained, { ...this.named(), document: given.document })];
  }

  /** a hospital is asked to examine her. Silent when it was asked. */
  askFitness(given: Act & { toUnit: string; unitKind: UnitKind | undefined }): Fact[] {
    this.mayPrepare(given);
    const { toUnit } = given;
    mustBeClinic({ unitId: toUnit, kind: given.unitKind });
    if (this.fitnessRequests.includes(toUnit)) return [];
    this.stage.moveTo(given.at);
    this.fitnessRequests.push(toUnit);
    return [fact(FitnessAsked, { ...this.named(), toUnit })];
  }

  /**
   * the unit that examined her says fit or not fit, of her and nobody else, and until when, or when to look again.
   * Each certificate is a fact of its own, with its time.
   */
  assessFitness(given: Clocked & {
    victimId: string; fit: boolean; validUntil?: Instant; reviewAt?: Instant; examiners: readonly string[];
  }): Fact[] {
    this.mayAssessFitness(given);
    const { by, at, fit } = given;
    if (given.victimId !== this.victimId)
      throw new Refusal('cross-border.certificate-of-another', { victimId: given.victimId, returnId: this.id });
    if (fit) mustHold(given.validUntil, at);
    const [validUntil, reviewAt] = fit ? [given.validUntil, undefined] : [undefined, given.reviewAt];
    const next = { fit, byUnit: by.unitId, assessedAt: at, validUntil: validUntil ?? null, reviewAt: reviewAt ?? null };
    if (JSON.stringify(this.fitness.at(-1)) === JSON.stringify(next)) return [];
    this.stage.moveTo(at);
    const timed = [
      ...this.clocks.stop('fitness-review', at),
      ...(fit ? [] : this.startClock('fitness-review', { ...given, override: reviewAt ? { dueAt: reviewAt } : undefined })),
    ];
    this.fitness = [...this.fitness, next].slice(-FITNESS_KEPT);
    return [fact(FitnessAssessed, { ...this.named(), fit, byUnit: by.unitId, validUntil, reviewAt }), ...timed];
  }

  /**
   * What a handover sees of this person: the gates that are shut, in their order. A certificate must have held at that
   * moment; what has been learnt since shuts a gate all the same, for nobody goes who is known not to be fit.
   * @param given.isBuyerBehind something that investigation has said of the case could not be applied here, and may name one.
   */
  asTraveller(given: {
    destination: Destination; isMinor: boolean; isBuyer: boolean; isBuyerBehind: boolean; hasLeftCare: boolean; at: Instant;
    householdId?: string; personIds?: readonly string[]; marks?: readonly string[];
  }): Traveller {
    const { destination, at } = given;
    const fitness = this.fitness.findLast(({ assessedAt }) => assessedAt <= at);
    const shut: [string, boolean][] = [
      ['buyer-household', given.isBuyer],
      ['return-closed', this.stage.state === 'closed'],
      ['not-in-care', given.hasLeftCare],
      ['investigation-not-heard', given.isBuyerBehind],
      ['identity-not-confirmed', !this.identity.isConfirmed],
      ['safety-not-assessed', this.safety === null],
      ['return-unsafe', this.safety === 'return-unsafe'],
      ['family-at-risk', this.safety === 'family-at-risk' && destination === 'family'],
      ['consent-missing', this.consent === null || this.consent.byGuardian !== given.isMinor],
      ['minor-own-choice', given.isMinor && destination === 'own-choice'],
      ['document-missing', this.document === null],
      ['fitness-not-assessed', fitness === undefined],
      ['not-fit-to-travel', fitness?.fit === false || this.fitness.some(({ fit, assessedAt }) => !fit && assessedAt > at)],
      ['fitness-expired', fitness?.fit === true && (fitness.validUntil ?? at) <= at],
      ['promise-missing', destination === 'social-protection-centre' && this.promise?.destination !== destination],
    ];
    return {
      returnId: this.id, victimId: this.victimId, destination, householdId: given.householdId, personIds: given.personIds,
      marks: given.marks,
      missing: shut.filter(([, isShut]) => isShut).map(([gate]) => `cross-border.${gate}`),
    };
  }

  /** this person goes in that handover. A split moves her from one to the next: `from` names the one she leaves. */
  join(given: Act & {
    handoverId: string; destination: Destination; from?: string; elsewhere: readonly StageElsewhere[];
  }): Fact[] {
    this.mayPrepare(given);
    if (this.handoverId === given.handoverId) return [];
    this.mayJoin(given);
    this.stage.moveTo(given.at);
    this.handoverId = given.handoverId;
    return [fact(PersonScheduled, { ...this.named(), handoverId: given.handoverId, destination: given.destination })];
  }

  /** both sides have signed. What was done at the port off line is told late: it never comes too late to be true. */
  handOver(given: Clocked & { toUnit: string; toPerson: string }): Fact[] {
    const { toUnit, toPerson, at } = given;
    const started = this.startClock('handover-reception-confirmation', given);
    this.handedOver = { toUnit, toPerson, at };
    if (at > this.stage.since) this.stage.since = at;
    return [
      fact(HandedOver, { ...this.named(), handoverId: this.handoverId!, toUnit, toPerson }),
      ...this.clocks.stop('fitness-review', at), ...started,
    ];
  }

  /** the other side says how she is settled; the first such word stops the clock. More may follow for years. */
  confirmReception(given: Act & { situation: Situation }): Fact[] {
    this.mayConfirmReception(given);
    const { by, at, situation } = given;
    if (at < this.handedOver!.at) throw new Refusal('time.before-last-change', { lastChange: this.handedOver!.at });
    const last = this.receptionReports.at(-1);
    if (last && last.at === at && last.situation === situation) return [];
    const report = (last?.report ?? 0) + 1;
    this.receptionReports.push({ report, situation, byUnit: by.unitId, at });
    if (at > this.stage.since) this.stage.since = at;
    return [
      fact(ReceptionConfirmed, { ...this.named(), report, situation }),
      ...this.clocks.stop('handover-reception-confirmation', at),
    ];
  }

  /** who comes in, or cannot go back, goes on to placement; once more where nobody took the first request. */
  requestPlacement(given: Act & { requestId: string; toUnit: string; elsewhere: readonly StageElsewhere[] }): Fact[] {
    this.mayRequestPlacement(given);
    const { requestId, toUnit } = given;
    this.stage.moveTo(given.at);
    return this.requests.ask({ requestId, stage: 'placement', toUnit, victimIds: [this.victimId] });
  }

  /** Done when reception abroad is confirmed, or when placement here has accepted. Clocks need no more answer. */
  close(given: Act & { elsewhere: readonly StageElsewhere[] }): Fact[] {
    this.mayClose(given);
    const closed = this.stage.close(given);
    return [...closed, ...this.clocks.allRunning().flatMap(({ clockId }) => this.clocks.stop(clockId, given.at))];
  }

  override offerStage(given: NewOffer, receiver: Receiver): Fact[] {
    this.stage.mayOffer(given);
    this.mustSuit(receiver);
    return super.offerStage(given, receiver);
  }

  private wasAskedToReceive(asked: ReceptionRequest): boolean {
    return this.receptionRequests.some(({ toUnit, destination }) => toUnit === asked.toUnit && destination === asked.destination);
  }

  /** The unit that was addressed needs no letter; our own unit enters a letter, with its number. */
  private lettered(given: { by: Actor; onBehalf?: boolean; documentNumber?: string }, addressed: string): string | undefined {
    if (given.by.unitId === addressed) return undefined;
    if (!given.onBehalf || given.by.unitId !== this.stage.answers.unitId)
      throw new Refusal('cross-border.not-the-counterpart', { counterpart: addressed });
    if (!given.documentNumber) throw new Refusal('cross-border.document-number-missing');
    return given.documentNumber;
  }

  private startClock(
    rule: Parameters<ClockRules['rule']>[0], given: Clocked & { override?: { dueAt: Instant } },
  ): Fact[] {
    const { clockId, at, override, rules, superiorUnit } = given;
    return this.clocks.start(rules, { clockId, rule, at, override, answers: { ...this.stage.answers, superiorUnit } });
  }

  private named(): { returnId: string; victimId: string } {
    return { returnId: this.id, victimId: this.victimId };
  }
}

function mustHold(validUntil: Instant | undefined, at: Instant): void {
  if (!validUntil || validUntil <= at) throw new Refusal('cross-border.validity-missing', { at });
  const latest = new Date(Date.parse(at) + FITNESS_HOLDS_DAYS * DAY_MS).toISOString();
  if (validUntil > latest) throw new Refusal('cross-border.validity-too-long', { latest, days: FITNESS_HOLDS_DAYS });
}
