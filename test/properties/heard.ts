import {
  CaseOpened, CustodyEnded, CustodyTaken, CustodyTransferred, PersonReceived, PersonRescued, StageAccepted, StageClosed,
  StageOpened, StageRequested, VictimAdded, is, type CaseKind, type Envelope, type Sex, type VictimInCase,
} from '#contracts';
import type { Care } from '../../services/placement/src/domain/decision.js';
import { unitOf } from './cast.js';
import { SERVICES, type Service, type World } from './world.js';

export interface KnownStage {
  readonly stageId: string;
  readonly stage: Service;
  readonly requestId: string | null;
  readonly victimId: string | null;
  readonly victimIds: readonly string[] | null;
  unitId: string;
  taken: boolean;
  closed: boolean;
}

export interface HeardVictim {
  readonly victimId: string;
  readonly sex: Sex;
  readonly isMinor: boolean;
  readonly nationality: string;
}

/** What one service knows of a case from the others, from the facts that have reached it and from nothing else. */
export interface Heard {
  stages(): KnownStage[];
  victims(): HeardVictim[];
  victim(victimId: string): HeardVictim | undefined;
  caseNow(): { caseKind: CaseKind | null; division: string | null };
  rescuedAt(victimId: string): string | null;
  /** When a placement last received the person. */
  receivedAt(victimId: string): string | null;
  /** The unit that has the person, as the care facts say; null with a relative or with nobody. */
  holder(victimId: string): string | null;
  care(victimId: string): Care | null;
}

export function heardOf(world: World, service: Service, caseId: string): Heard {
  const from = (source: Service) => world.heard(service, caseId, source);
  const victims = (): HeardVictim[] => from('intake').flatMap((said) => {
    if (is(said, CaseOpened)) return said.data.victims.map(victimOf);
    return is(said, VictimAdded) ? [victimOf(said.data)] : [];
  });
  const named = (requestId?: string): readonly string[] | null => SERVICES.filter((source) => source !== service).flatMap(from)
    .flatMap((said) => (is(said, StageRequested) && said.data.requestId === requestId ? [said.data.victimIds] : []))[0] ?? null;
  return {
    victims,
    stages: () => SERVICES.filter((source) => source !== service).flatMap((source) => {
      const known = new Map<string, KnownStage>();
      for (const said of from(source)) {
        if (is(said, StageOpened)) known.set(said.data.stageId, {
          stageId: said.data.stageId, stage: source, requestId: said.data.requestId ?? null,
          victimId: said.data.victimId ?? null, victimIds: named(said.data.requestId),
          unitId: said.data.unitId, taken: false, closed: false,
        });
        if (is(said, StageAccepted)) Object.assign(known.get(said.data.stageId)!, { taken: true, unitId: said.data.unitId });
        if (is(said, StageClosed)) Object.assign(known.get(said.data.stageId)!, { closed: true });
      }
      return [...known.values()];
    }),
    victim: (victimId) => victims().find((known) => known.victimId === victimId),
    caseNow: () => {
      const opened = from('intake').find((said) => is(said, CaseOpened))?.data as CaseOpened | undefined;
      return { caseKind: opened?.kind ?? null, division: opened?.division ?? null };
    },
    rescuedAt: (victimId) => from('rescue')
      .flatMap((said) => (is(said, PersonRescued) && said.data.victimId === victimId ? [said.occurredAt] : []))
      .sort().at(-1) ?? null,
    receivedAt: (victimId) => from('placement')
      .flatMap((said) => (is(said, PersonReceived) && said.data.victimId === victimId ? [said.occurredAt] : []))
      .sort().at(-1) ?? null,
    holder: (victimId) => careIn(from('rescue'), victimId)?.unitId ?? null,
    care: (victimId) => careIn(from('rescue'), victimId),
  };
}

function careIn(facts: readonly Envelope[], victimId: string): Care | null {
  let care: Care | null = null;
  for (const said of facts) {
    if ((is(said, CustodyTaken) || is(said, CustodyTransferred)) && said.data.victimId === victimId) {
      const { unitId = null, kind, personId } = said.data;
      care = {
        unitId, ending: null, since: said.occurredAt, relativeMarks: kind === 'relative' ? [personId!] : [],
        isAbroad: unitId !== null && unitOf(unitId).kind.startsWith('foreign-'),
      };
    }
    if (is(said, CustodyEnded) && said.data.victimId === victimId)
      care = {
        unitId: null, ending: said.data.reason, since: said.occurredAt, relativeMarks: care?.relativeMarks ?? [], isAbroad: false,
      };
  }
  return care;
}

const victimOf = ({ victimId, sex, minor, nationality }: VictimInCase | VictimAdded): HeardVictim =>
  ({ victimId, sex, isMinor: minor, nationality });
