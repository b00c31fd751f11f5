import {
  FollowUpScheduled, FollowUpVisited, HouseholdAssessed, PersonReceived, PlacementDecided, PlacementTakenEffect, PlaceAsked,
  PlacePromised, Refusal, fact,
  type Actor, type Fact, type Instant, type PlacementKind,
} from '#contracts';
import type { ClockRules } from '#clocks';
import { Stage, StagedAggregate } from '#stages';

export interface Decision {
  readonly kind: PlacementKind;
  readonly householdId?: string;
  readonly unitId?: string;
}

/** What is known of the people who are to receive the person. */
interface Naming {
  /** one of them, or their household, has bought a person. */
  readonly isBuyer: boolean;
  /**
   * By what a buyer among them would be recognised: keyed digests of their national ids, and the ids of persons who are
   * known here. An id that anybody can invent is no mark.
   */
  readonly marks: readonly string[];
}

/** Who was named with a household; with none, where a decision named people and no household. */
interface Named {
  readonly householdId: string | null;
  readonly marks: readonly string[];
}

export interface Visit {
  readonly visitId: string;
  readonly month: number;
  readonly dueAt: Instant;
  visitedAt: Instant | null;
}

const FAMILY_KINDS: readonly PlacementKind[] = ['birth-family', 'kin', 'foster-family'];
const UNIT_KINDS: readonly PlacementKind[] = ['child-welfare-institution', 'foreign-counterpart'];

/** Somewhere safe to live, for one victim: from reception to the last follow-up visit. */
export class Placement extends StagedAggregate {
  victimId!: string;
  isMinor!: boolean;
  receivedBy: string | null = null;
  suitableHouseholds: string[] = [];
  decision: Decision | null = null;
  inEffectSince: Instant | null = null;
  visits: Visit[] = [];
  /** P-5: institutions that were asked for a place. */
  placeRequests: string[] = [];
  /** P-5: those that have promised one; each for itself. */
  promises: string[] = [];
  /** Kept, so that a household can be looked up again when the placement takes effect. For no reader. */
  named: Named[] = [];

  /** Another stage asks for a placement; whoever asks answers until a unit has accepted. */
  static open(given: {
    id: string; caseId: string; victimId: string; isMinor: boolean; by: Actor; at: Instant; requestId: string;
  }): [Placement, Fact[]] {
    const [stage, facts] = Stage.open({
      stageId: given.id, kind: 'placement', answers: given.by, at: given.at, taken: false,
      requestId: given.requestId, victimId: given.victimId,
    });
    const placement = Object.assign(new Placement(), {
      id: given.id, caseId: given.caseId, victimId: given.victimId, isMinor: given.isMinor, stage,
    });
    return [placement, facts];
  }

  mayReceive({ by, holder }: { by: Actor; holder: string | null }): void {
    this.mayWork({ by });
    if (this.receivedBy) throw new Refusal('placement.already-received', { unitId: this.receivedBy });
    if (holder !== by.unitId) throw new Refusal('placement.not-in-our-care', { holder });
  }

  /** P-1: the victim is here. The care itself is accepted in the rescue service; `holder` is who has it. */
  receive(given: {
    by: Actor; at: Instant; holder: string | null; clockId: string; rules: ClockRules; superiorUnit?: string;
  }): Fact[] {
    this.mayReceive(given);
    this.stage.moveTo(given.at);
    this.receivedBy = given.by.unitId;
    return [
      fact(PersonReceived, { placementId: this.id, victimId: this.victimId, unitId: given.by.unitId }),
      ...this.clocks.start(given.rules, {
        clockId: given.clockId, rule: 'placement-decision', at: given.at,
        answers: { ...this.stage.answers, superiorUnit: given.superiorUnit },
      }),
    ];
  }

  /**
   * P-5: a household is looked at before anybody is placed with it, and its people are named. A buyer household is not
   * looked at, it is refused.
   */
  assessHousehold(given: Naming & { by: Actor; at: Instant; householdId: string; suitable: boolean }): Fact[] {
    this.mayWork(given);
    refuseBuyer(given.isBuyer, given.householdId);
    if (given.marks.length === 0) throw new Refusal('placement.household-identity-missing', { householdId: given.householdId });
    const isKnown = this.suitableHouseholds.includes(given.householdId);
    const known = this.marksOf(given.householdId);
    if (isKnown && given.suitable && given.marks.every((mark) => known.includes(mark))) return [];
    this.stage.moveTo(given.at);
    this.name(given.householdId, given.marks);
    this.suitableHouseholds = this.suitableHouseholds.filter((known) => known !== given.householdId);
    if (given.suitable) this.suitableHouseholds.push(given.householdId);
    return [fact(HouseholdAssessed, { placementId: this.id, householdId: given.householdId, suitable: given.suitable })];
  }

  mayAskPlace({ by }: { by: Actor }): void {
    this.mayWork({ by });
    if (this.inEffectSince) throw new Refusal('placement.already-in-effect');
  }

  /** P-5: an institution is asked whether it has a place for the person. Silent when it was asked. */
  askPlace(given: { by: Actor; at: Instant; toUnit: string }): Fact[] {
    this.mayAskPlace(given);
    const { toUnit } = given;
    if (this.placeRequests.includes(toUnit)) return [];
    this.stage.moveTo(given.at);
    this.placeRequests.push(toUnit);
    return [fact(PlaceAsked, { placementId: this.id, victimId: this.victimId, toUnit })];
  }

  mayPromisePlace({ by }: { by: Actor }): void {
    this.stage.mustBeTaken();
    if (!this.placeRequests.includes(by.unitId)) throw new Refusal('placement.place-not-asked', { asked: this.placeRequests });
    if (this.inEffectSince) throw new Refusal('placement.already-in-effect');
  }

  /** P-5: who was asked has a place for the person; nobody says so for another. Silent when it was said. */
  promisePlace(given: { by: Actor; at: Instant }): Fact[] {
    this.mayPromisePlace(given);
    const { unitId } = given.by;
    if (this.promises.includes(unitId)) return [];
    this.stage.moveTo(given.at);
    this.promises.push(unitId);
    return [fact(PlacePromised, { placementId: this.id, victimId: this.victimId, byUnit: unitId })];
  }

  mayDecide({ by }: { by: Actor }): void {
    this.mayWork({ by });
    if (!this.receivedBy) throw new Refusal('placement.not-received');
    if (this.inEffectSince) throw new Refusal('placement.already-in-effect');
  }

  /**
   * P-5: where the person will live. Birth family only on proven kinship; with a unit only when that unit has promised it;
   * never a buyer household, whoever asks.
   * @param given.promisedAbroad the unit abroad that has promised to receive the person, as cross-border said.
   */
  decide(given: Naming & {
    by: Actor; at: Instant; decision: Decision; kinshipProven: boolean; promisedAbroad: string | null;
  }): Fact[] {
    const { decision } = given;
    refuseBuyer(given.isBuyer, decision.householdId);
    this.mayDecide(given);
    if (!this.isMinor && decision.kind !== 'own-choice' && decision.kind !== 'foreign-counterpart')
      throw new Refusal('placement.adult-decides', { kind: decision.kind });
    if (this.isMinor && decision.kind === 'own-choice') throw new Refusal('placement.minor-does-not-decide');
    this.mustFit(decision, given);
    this.mustBePromised(decision, given);
    this.stage.moveTo(given.at);
    this.name(decision.householdId, given.marks);
    this.decision = decision;
    return [
      fact(PlacementDecided, { placementId: this.id, victimId: this.victimId, ...decision }),
      ...this.clocks.stop('placement-decision', given.at),
    ];
  }

  /** @param given.isBuyer asked anew, by the household and by everybody who was named with it: who buys may be found out late. */
  mayTakeEffect({ by, isBuyer }: { by: Actor; isBuyer: boolean }): void {
    this.mayWork({ by });
    if (!this.decision) throw new Refusal('placement.not-decided');
    if (this.inEffectSince) throw new Refusal('placement.already-in-effect');
    refuseBuyer(isBuyer, this.decision.householdId);
  }

  /** The person lives where the decision said; the follow-up visits are fixed (P-8). */
  takeEffect(given: {
    isBuyer: boolean; by: Actor; at: Instant; rules: ClockRules; newId: () => string; superiorUnit?: string;
  }): Fact[] {
    this.mayTakeEffect(given);
    this.stage.moveTo(given.at);
    this.inEffectSince = given.at;
    const answers = { ...this.stage.answers, superiorUnit: given.superiorUnit };
    // Abroad the counterpart's reports take the place of our visits.
    const series = this.decision!.kind === 'foreign-counterpart' ? [] : given.rules.series('follow-up-visit', given.at);
    const scheduled = series.flatMap(({ month, dueAt }) => {
      const visitId = given.newId();
      this.visits.push({ visitId, month, dueAt, visitedAt: null });
      return [
        fact(FollowUpScheduled, { placementId: this.id, visitId, month, dueAt }),
        ...this.clocks.start(given.rules, {
          clockId: visitId, rule: 'follow-up-visit', at: given.at, answers, override: { dueAt },
        }),
      ];
    });
    return [fact(PlacementTakenEffect, { placementId: this.id, victimId: this.victimId }), ...scheduled];
  }

  mayVisit({ by, visitId }: { by: Actor; visitId: string }): Visit {
    this.mayWork({ by });
    const visit = this.visits.find((known) => known.visitId === visitId);
    if (!visit) throw new Refusal('placement.unknown-visit', { visitId });
    return visit;
  }

  /** P-8: a visit took place. Silent when it is already on record. */
  visit(given: { by: Actor; at: Instant; visitId: string; furtherHelpNeeded: boolean }): Fact[] {
    const visit = this.mayVisit(given);
    if (visit.visitedAt) return [];
    this.stage.moveTo(given.at);
    visit.visitedAt = given.at;
    return [
      fact(FollowUpVisited, { placementId: this.id, visitId: visit.visitId, furtherHelpNeeded: given.furtherHelpNeeded }),
      ...this.clocks.stop(visit.visitId, given.at),
    ];
  }

  mayClose({ by }: { by: Actor }): void {
    this.stage.mustAnswer(by);
    if (!this.inEffectSince) throw new Refusal('placement.not-in-effect');
    const open = this.visits.filter(({ visitedAt }) => visitedAt === null).map(({ month }) => month);
    if (open.length > 0) throw new Refusal('placement.visits-open', { months: open });
    this.stage.mayClose({ by });
  }

  /** The stage is done when the person is settled and every follow-up visit was made. */
  close(given: { by: Actor; at: Instant }): Fact[] {
    this.mayClose(given);
    return this.stage.close(given);
  }

  /** By what the people of a household, or those whom a decision named without one, can be recognised. */
  marksOf(householdId: string | undefined): string[] {
    return this.named.filter((known) => known.householdId === (householdId ?? null)).flatMap(({ marks }) => marks);
  }

  private name(householdId: string | undefined, marks: readonly string[]): void {
    const known = this.marksOf(householdId);
    const rest = this.named.filter((other) => other.householdId !== (householdId ?? null));
    this.named = [...rest, { householdId: householdId ?? null, marks: [...new Set([...known, ...marks])] }];
  }

  /** Nobody promises for another: the unit that decides for itself, the institution here, the receiving body abroad. */
  private mustBePromised(
    { kind, unitId }: Decision, { by, promisedAbroad }: { by: Actor; promisedAbroad: string | null },
  ): void {
    if (!UNIT_KINDS.includes(kind) || !unitId) return;
    const isPromised = kind === 'foreign-counterpart'
      ? promisedAbroad === unitId
      : unitId === by.unitId || this.promises.includes(unitId);
    if (!isPromised) throw new Refusal('placement.place-not-promised', { unitId });
  }

  private mustFit(
    { kind, householdId, unitId }: Decision, { marks, kinshipProven }: Pick<Naming, 'marks'> & { kinshipProven: boolean },
  ): void {
    if (FAMILY_KINDS.includes(kind)) {
      if (!householdId) throw new Refusal('placement.household-missing');
      const isAssessed = this.suitableHouseholds.includes(householdId);
      // An id of a household says nothing of who lives there; an assessment has named them.
      if (marks.length === 0 && !isAssessed) throw new Refusal('placement.household-identity-missing', { householdId });
      if ((kind === 'birth-family' || kind === 'kin') && !kinshipProven) throw new Refusal('placement.kinship-not-proven');
      if (kind !== 'birth-family' && !isAssessed) throw new Refusal('placement.household-not-assessed', { householdId });
    }
    if (UNIT_KINDS.includes(kind) && !unitId) throw new Refusal('placement.unit-missing');
  }
}

/** R-3, P-5: whatever the kind of the placement and however the household is called. */
function refuseBuyer(isBuyer: boolean, householdId?: string): void {
  if (isBuyer) throw new Refusal('placement.buyer-household', { householdId });
}
