import { ServiceConfig } from '#service-kit';

export interface UnitNames {
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface PersonNames {
  readonly nameZh: string;
  readonly nameLatin: string;
}

/** What the directory calls some units and people; without an entry where it did not say. */
export interface Names {
  readonly units: ReadonlyMap<string, UnitNames>;
  readonly people: ReadonlyMap<string, PersonNames>;
}

interface Wanted {
  readonly unitIds: readonly string[];
  readonly personIds: readonly string[];
}

export const NO_NAMES: Names = { units: new Map(), people: new Map() };

const PATIENCE_MS = 3_000;

/**
 * The names for a paper, asked of the directory as whoever prints it: they get what they may read there. A directory that is
 * away, or says no, keeps nobody from printing: the paper then has numbers.
 */
export class DirectoryNames {
  constructor(private readonly address: string | undefined) {}

  async of({ unitIds, personIds }: Wanted, authorization: string | undefined): Promise<Names> {
    if (this.address === undefined || authorization === undefined) return NO_NAMES;
    const [units, people] = await Promise.all([
      Promise.all(unitIds.map((id) => this.asked<UnitNames>(`units/${encodeURIComponent(id)}`, authorization))),
      personIds.length === 0 ? null : this.asked<{ items: (PersonNames & { personId: string })[] }>(
        `people?ids=${personIds.map(encodeURIComponent).join(',')}`, authorization),
    ]);
    return {
      units: new Map(unitIds.flatMap((id, index) => (units[index] ? [[id, units[index]] as const] : []))),
      people: new Map((people?.items ?? []).map((person) => [person.personId, person])),
    };
  }

  private async asked<T>(path: string, authorization: string): Promise<T | null> {
    try {
      const answer = await fetch(`${this.address}/directory/${path}`, {
        headers: { authorization }, signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return answer.ok ? await answer.json() as T : null;
    } catch {
      return null;
    }
  }
}

export const directoryNames = {
  provide: DirectoryNames, inject: [ServiceConfig],
  useFactory: (config: ServiceConfig) => new DirectoryNames(config.GUITU_DIRECTORY),
};
