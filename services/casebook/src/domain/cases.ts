import {
  CaseOpened, ClueReceived, declarationOf, DivisionCorrected, partiesIn, VictimAdded, type Instant, type VictimInCase,
} from '#contracts';
import type { Said } from './said.js';
import type { StageLedger } from './stages.js';

/** What some facts add to a case. Shares of one case add up to the same whole in whatever order they come. */
export interface CaseShare {
  readonly caseId: string;
  readonly caseNumber: string | null;
  readonly kind: string | null;
  readonly division: string | null;
  readonly openedAt: Instant | null;
  readonly victims: number;
  readonly stages: number;
  readonly openStages: number;
  /** Of the stage that was opened last, by the time at which it happened. */
  readonly lastOpenedAt: Instant | null;
}

export interface VictimOfCase {
  readonly caseId: string;
  readonly victimId: string;
  readonly sex: string;
  readonly minor: boolean;
  readonly nationality: string;
}

/** A unit that takes part in a case: it may read it, and so may the units above it. */
export interface PartyOfCase {
  readonly caseId: string;
  readonly unitId: string;
}

/** A clue as the figures count it: where it came from, and whether somebody bound to report was late (I-1). */
export interface ClueCounted {
  readonly caseId: string;
  readonly clueId: string;
  readonly channel: string;
  readonly boundToReport: boolean;
  readonly late: boolean;
  readonly division: string;
  readonly receivedBy: string;
  readonly receivedAt: Instant;
}

const OPENED = declarationOf(CaseOpened).type;
const ADDED = declarationOf(VictimAdded).type;
const CLUE = declarationOf(ClueReceived).type;
const CORRECTED = declarationOf(DivisionCorrected).type;

export const CASE_TYPES: readonly string[] = [OPENED, ADDED, CLUE, CORRECTED];

/** The victims that these facts bring into cases. */
export const victimsIn = (facts: readonly Said[]): VictimOfCase[] => facts.flatMap(({ type, caseId, data }) => {
  if (type === OPENED) return (data as CaseOpened).victims.map((victim) => victimOf(caseId, victim));
  return type === ADDED ? [victimOf(caseId, data as VictimAdded)] : [];
});

/** The clues that were received. */
export const cluesIn = (facts: readonly Said[]): ClueCounted[] => facts.flatMap(({ type, caseId, occurredAt, data }) => {
  if (type !== CLUE) return [];
  const { clueId, channel, boundToReport, late, division, receivedBy } = data as ClueReceived;
  return [{ caseId, clueId, channel, boundToReport, late, division, receivedBy, receivedAt: occurredAt }];
});

/** The units that these facts name as parties, each once. */
export function partiesOfCases(facts: readonly Said[]): PartyOfCase[] {
  const parties = new Map<string, PartyOfCase>();
  for (const { type, caseId, actorUnit, data } of facts)
    for (const unitId of partiesIn({ type, data, actor: { unitId: actorUnit } }))
      parties.set(`${caseId} ${unitId}`, { caseId, unitId });
  return [...parties.values()];
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Adds up what facts say about their cases; a fact that changes nothing about its case adds nothing. */
export class CaseShares {
  private readonly shares = new Map<string, Open<CaseShare>>();

  get all(): ReadonlyMap<string, CaseShare> {
    return this.shares;
  }

  add({ caseId, type, occurredAt, data }: Said): void {
    if (type === ADDED) this.of(caseId).victims += 1;
    if (type === CORRECTED) this.of(caseId).division = (data as DivisionCorrected).to;
    if (type !== OPENED) return;
    const { caseNumber, kind, division, victims } = data as CaseOpened;
    const share = this.of(caseId);
    Object.assign(share, { caseNumber, kind, division, openedAt: occurredAt, victims: share.victims + victims.length });
  }

  /** A stage that was opened, closed or taken up again. */
  addStage(before: StageLedger | undefined, { now }: StageLedger): void {
    if (before?.now.state === now.state) return;
    const share = this.of(now.caseId);
    if (!before) share.stages += 1;
    if (share.lastOpenedAt === null || now.openedAt > share.lastOpenedAt) share.lastOpenedAt = now.openedAt;
    share.openStages += openIn(now.state) - (before ? openIn(before.now.state) : 0);
  }

  private of(caseId: string): Open<CaseShare> {
    let share = this.shares.get(caseId);
    if (!share) {
      share = {
        caseId, caseNumber: null, kind: null, division: null, openedAt: null, victims: 0, stages: 0, openStages: 0,
        lastOpenedAt: null,
      };
      this.shares.set(caseId, share);
    }
    return share;
  }
}

const openIn = (state: 'open' | 'closed'): number => (state === 'open' ? 1 : 0);

const victimOf = (caseId: string, { victimId, sex, minor, nationality }: VictimInCase | VictimAdded): VictimOfCase =>
  ({ caseId, victimId, sex, minor, nationality });
