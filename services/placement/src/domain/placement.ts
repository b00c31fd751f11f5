import {
  BuyerInHousehold, FollowUpScheduled, FollowUpVisited, HouseholdAssessed, PersonReceived, PlacementDecided, PlacementFallen,
  PlacementTakenEffect, PlaceAsked, PlacePromised, Refusal, fact,
  type Actor, type ClockRuleCode, type Fact, type Instant, type Relation, type UnitKind,
} from '#contracts';
import type { ClockRules } from '#clocks';
import { Stage, StagedAggregate } from '#stages';
import {
  mustBeInstitution, mustBePromised, mustBeTheirs, mustBeThere, mustFit, refuseBuyer, type Care, type Decision, type Named,
  type Naming,
} from './decision.js';
import { Help } from './help.js';

export interface Visit {
  readonly visitId: string;
  readonly month: number;
  readonly dueAt: Instant;
  visitedAt: Instant | null;
}

interface TakingEffect {
  readonly by: Actor;
  readonly isBuyer: boolean;
  readonly isBuyerBehind: boolean;
  readonly isMinor: boolean;
  readonly care: Care | null;
}

/** Somewhere safe to live, for one victim: from reception to the last follow-up visit. */
export class Placement extends StagedAggregate {
  victimId!: string;
  receivedBy: string | null = null;
  suitableHouseholds: string[] = [];
  decision: Decision | null = null;
  inEffectSince: Instant | null = null;
  visits: Visit[] = [];
  help: Help = Help.from();
  /** Of which somebody in the household was found to be. */
  buyerHouseholds: string[] = [];
  /** P-5: institutions that were asked for a place. */
  placeRequests: string[] = [];
  /** P-5: those that have promised one; each for itself. */
  promises: string[] = [];
  /** Kept, so that a household can be looked up again when the placement takes effect. For no reader. */
  named: Named[] = [];

  /** Another stage asks for a placement; whoever asks answers until a unit has accepted. */
  static open(given: {
    id: string; caseId: string; victimId: string; by: Actor; at: Instant; requestId: string;
  }): [Placement, Fact[]] {
    const [stage, facts] = Stage.open({
      stageId: given.id, kind: 'placement', answers: given.by, at: given.at, taken: false,
      requestId: given.requestId, victimId: given.victimId,
    });
    const placement = Object.assign(new Placement(), {
      id: given.id, caseId: given.caseId, victimId: given.victimId, stage,
    });
    return [placement, facts];
  }

  /** P-1, P-5: the person is received, and what was decided is done; between the two the decision has its own deadline. */
  protected override get awaited(): ClockRuleCode | null {
    if (!this.receivedBy) return 'person-reception';
    return this.decision && !this.inEffectSince ? 'placement-effect' : null;
  }

  mayReceive({ by, holder }: { by: Actor; holder: string | null }): void {
    this.mayWork({ by });
    if (this.receivedBy) throw new Refusal('placement.already-received', { unitId: this.receivedBy });
    if (holder !== by.unitId) throw new Refusal('placement.not-in-our-care', { holder });
  }

  /**
   * P-1: the victim is here. The care itself is accepted in the rescue service; `holder` is who has it, `heldSince` since when.
   */
  receive(given: {
    by: Actor; at: Instant; holder: string | null; heldSince: Instant | null; clockId: string; rules: ClockRules;
    superiorUnit?: string;
  }): Fact[] {
    this.mayReceive(given);
    const { heldSince } = given;
    if (heldSince && given.at < heldSince) throw new Refusal('time.before-last-change', { lastChange: heldSince });
    this.stage.moveTo(given.at);
    this.receivedBy = given.by.unitId;
    return [
      fact(PersonReceived, { ...this.name(), unitId: given.by.unitId }),
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
    this.keepMarks(given.householdId, given.marks);
    this.suitableHouseholds = this.suitableHouseholds.filter((known) => known !== given.householdId);
    if (given.suitable) this.suitableHouseholds.push(given.householdId);
    return [fact(HouseholdAssessed, { placementId: this.id, householdId: given.householdId, suitable: given.suitable })];
  }

  mayAskPlace({ by }: { by: Actor }): void {
    this.mayWork({ by });
    if (this.inEffectSince) throw new Refusal('placement.already-in-effect');
  }

  /** P-5: an institution is asked whether it has a place for the person. Silent when it was asked. */
  askPlace(given: { by: Actor; at: Instant; toUnit: string; unitKind: UnitKind | undefined }): Fact[] {
    this.mayAskPlace(given);
    const { toUnit, unitKind } = given;
    mustBeInstitution(toUnit, unitKind);
    if (this.placeRequests.includes(toUnit)) return [];
    this.stage.moveTo(given.at);
    this.placeRequests.push(toUnit);
    return [fact(PlaceAsked, { ...this.name(), toUnit })];
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
    return [fact(PlacePromised, { ...this.name(), byUnit: unitId })];
  }

  mayDecide({ by }: { by: Actor }): void {
    this.mayWork({ by });
    if (!this.receivedBy) throw new Refusal('placement.not-received');
    if (this.inEffectSince) throw new Refusal('placement.already-in-effect');
  }

  /**
   * P-5: where the person will live. Birth family only with a proven parent; with a unit only when that unit has promised it;
   * never a buyer household, whoever asks.
   * @param given.isMinor at this moment: whoever has come of age meanwhile decides herself or himself.
   * @param given.relations of the relatives of proven kinship who live in the household.
   * @param given.promisedAbroad the unit abroad that has promised to receive the person, as cross-border said.
   */
  decide(given: Naming & {
    by: Actor; at: Instant; decision: Decision; isMinor: boolean; relations: readonly Relation[]; promisedAbroad: string | null;
  }): Fact[] {
    const { decision, marks, relations } = given;
    refuseBuyer(given.isBuyer, decision.householdId);
    this.mayDecide(given);
    mustBeTheirs(decision, given.isMinor);
    const isAssessed = decision.householdId !== undefined && this.suitableHouseholds.includes(decision.householdId);
    mustFit(decision, { marks, relations, isAssessed });
    mustBePromised(decision, { deciding: given.by.unitId, promises: this.promises, promisedAbroad: given.promisedAbroad });
    this.stage.moveTo(given.at);
    this.keepMarks(decision.householdId, marks);
    this.decision = decision;
    return [
      fact(PlacementDecided, { ...this.name(), ...decision }),
      ...this.clocks.stop('placement-decision', given.at),
    ];
  }

  /**
   * @param given.isBuyer asked anew, by the household and by everybody who was named with it: who buys may be found out late.
   * @param given.isBuyerBehind something that investigation has said of the case could not be applied here, and may name one.
   * @param given.isMinor asked anew as well: what was decided for a child is decided anew by the adult that she has become.
   */
  mayTakeEffect({ by, isBuyer, isBuyerBehind, isMinor, care }: TakingEffect): void {
    this.mayWork({ by });
    const { decision } = this;
    if (!decision) throw new Refusal('placement.not-decided');
    if (this.inEffectSince) throw new Refusal('placement.already-in-effect');
    refuseBuyer(isBuyer, decision.householdId);
    if (isBuyerBehind) throw new Refusal('placement.investigation-not-heard', { caseId: this.caseId });
    mustBeTheirs(decision, isMinor);
    mustBeThere(decision, care, { placing: this.stage.answers.unitId, marks: this.marksOf(decision.householdId) });
  }

  /** The person lives where the decision said; the follow-up visits are fixed (P-8). */
  takeEffect(given: TakingEffect & {
    at: Instant; rules: ClockRules; newId: () => string; superiorUnit?: string;
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
    return [fact(PlacementTakenEffect, this.name()), ...scheduled];
  }

  /** A visit that was made before its time is no visit of that month: one day's visit does not stand for a year's. */
  mayVisit({ by, at, visitId, rules }: { by: Actor; at: Instant; visitId: string; rules: ClockRules }): Visit {
    this.mayWork({ by });
    const visit = this.visits.find((known) => known.visitId === visitId);
    if (!visit) throw new Refusal('placement.unknown-visit', { visitId });
    const { opensAt } = rules.series('follow-up-visit', this.inEffectSince!).find(({ month }) => month === visit.month)!;
    if (!visit.visitedAt && at < opensAt) throw new Refusal('placement.visit-too-early', { month: visit.month, opensAt });
    return visit;
  }

  /**
   * P-8: a visit took place. It counts for its month from a week before the planned day on (the rule `follow-up-visit` of the
   * clock table; the sources name the months and no window). Silent when it is already on record.
   */
  visit(given: { by: Actor; at: Instant; visitId: string; rules: ClockRules; furtherHelpNeeded: boolean }): Fact[] {
    const visit = this.mayVisit(given);
    if (visit.visitedAt) return [];
    this.stage.moveTo(given.at);
    visit.visitedAt = given.at;
    return [
      fact(FollowUpVisited, { placementId: this.id, visitId: visit.visitId, furtherHelpNeeded: given.furtherHelpNeeded }),
      ...this.clocks.stop(visit.visitId, given.at),
    ];
  }

  mayHelp({ by }: { by: Actor }): void {
    this.mayWork({ by });
    if (!this.receivedBy) throw new Refusal('placement.not-received');
  }

  /** P-3. */
  restoreRegistration(given: { by: Actor; at: Instant }): Fact[] {
    this.mayHelp(given);
    return this.helped(given.at, this.help.restoreRegistration(this.name(), given.at));
  }

  mayConfirmSchool({ by, isMinor }: { by: Actor; isMinor: boolean }): void {
    this.mayHelp({ by });
    if (!isMinor) throw new Refusal('placement.not-of-school-age', { victimId: this.victimId });
  }

  /** P-6: for every rescued child. */
  confirmSchool(given: {
    by: Actor; at: Instant; isMinor: boolean; unitId: string; unitKind: UnitKind | undefined; grade: number;
  }): Fact[] {
    this.mayConfirmSchool(given);
    return this.helped(given.at, this.help.confirmSchool(this.name(), given));
  }

  /** P-4. */
  holdSession(given: { by: Actor; at: Instant; unitId: string; unitKind: UnitKind | undefined }): Fact[] {
    this.mayHelp(given);
    return this.helped(given.at, this.help.holdSession(this.name(), given));
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

  /** who buys may be found out late. Silent where they live elsewhere, where nobody lives there, and where it was said. */
  recogniseBuyer({ householdId, marks }: { householdId: string; marks: readonly string[] }): Fact[] {
    const lived = this.inEffectSince ? this.decision : null;
    const isTheirs = lived !== null
      && (lived.householdId === householdId || this.marksOf(lived.householdId).some((mark) => marks.includes(mark)));
    if (!isTheirs || this.buyerHouseholds.includes(householdId)) return [];
    this.buyerHouseholds.push(householdId);
    return [fact(BuyerInHousehold, { ...this.name(), householdId })];
  }

  /**
   * the person was taken back: while the stage is open they are received and decided anew; what is closed holds no
   * longer either. Silent where nobody was received.
   */
  fall(at: Instant): Fact[] {
    const { decision } = this;
    if (!decision && !this.receivedBy) return [];
    if (at > this.stage.since && this.stage.state === 'open') this.stage.moveTo(at);
    const unmade = this.visits.filter(({ visitedAt }) => visitedAt === null);
    this.visits = this.visits.filter(({ visitedAt }) => visitedAt !== null);
    this.suitableHouseholds = this.suitableHouseholds.filter((known) => known !== decision?.householdId);
    Object.assign(this, { decision: null, inEffectSince: null, receivedBy: null });
    const awaited = ['placement-decision', ...unmade.map(({ visitId }) => visitId)];
    return [fact(PlacementFallen, this.name()), ...awaited.flatMap((clock) => this.clocks.stop(clock, at))];
  }

  /** By what the people of a household, or those whom a decision named without one, can be recognised. */
  marksOf(householdId: string | undefined): string[] {
    return this.named.filter((known) => known.householdId === (householdId ?? null)).flatMap(({ marks }) => marks);
  }

  private keepMarks(householdId: string | undefined, marks: readonly string[]): void {
    const known = this.marksOf(householdId);
    const rest = this.named.filter((other) => other.householdId !== (householdId ?? null));
    this.named = [...rest, { householdId: householdId ?? null, marks: [...new Set([...known, ...marks])] }];
  }

  private helped(at: Instant, [help, said]: readonly [Help, Fact[]]): Fact[] {
    if (said.length === 0) return [];
    this.stage.moveTo(at);
    this.help = help;
    return said;
  }

  private name(): { placementId: string; victimId: string } {
    return { placementId: this.id, victimId: this.victimId };
  }
}
