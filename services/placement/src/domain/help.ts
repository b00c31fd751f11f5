import {
  HEALTH_PROVIDERS, RegistrationRestored, Refusal, SchoolConfirmed, SessionHeld, fact, type Fact, type Instant, type UnitKind,
} from '#contracts';

/** Of which placement and of whom. */
interface Concerning {
  readonly placementId: string;
  readonly victimId: string;
}

/** What the directory says about a unit that was named; nothing of one that it does not know. */
interface Named {
  readonly unitId: string;
  readonly unitKind: UnitKind | undefined;
}

interface School {
  readonly educationBureau: string;
  readonly grade: number;
  readonly confirmedAt: Instant;
}

interface Session {
  readonly number: number;
  readonly providerUnit: string;
  readonly heldAt: Instant;
}

const SESSIONS_MAX = 500;

/** What becomes of the help, and what is said about it. */
type Helped = readonly [Help, Fact[]];

/** What the person was helped to besides a home: registration, school, rehabilitation. That it was done, and nothing more. */
export class Help {
  readonly registrationRestoredAt: Instant | null = null;
  readonly school: School | null = null;
  readonly sessions: readonly Session[] = [];

  static from(stored?: unknown): Help {
    return Object.assign(new Help(), stored);
  }

  /** P-3: the person is registered as of a household again. Silent when it is on record. */
  restoreRegistration(of: Concerning, at: Instant): Helped {
    if (this.registrationRestoredAt) return [this, []];
    return [this.with({ registrationRestoredAt: at }), [fact(RegistrationRestored, { ...of })]];
  }

  /** P-6: the education bureau has confirmed a school place, in this grade. Silent when just that is on record. */
  confirmSchool(of: Concerning, { unitId, unitKind, grade, at }: Named & { grade: number; at: Instant }): Helped {
    if (unitKind !== 'education') throw new Refusal('placement.not-an-education-bureau', { unitId });
    if (this.school?.educationBureau === unitId && this.school.grade === grade) return [this, []];
    const school = { educationBureau: unitId, grade, confirmedAt: at };
    return [this.with({ school }), [fact(SchoolConfirmed, { ...of, educationBureau: unitId, grade })]];
  }

  /** P-4: a session took place at a designated provider. What was said there is the provider's. */
  holdSession(of: Concerning, { unitId, unitKind, at }: Named & { at: Instant }): Helped {
    if (!unitKind || !HEALTH_PROVIDERS.includes(unitKind)) throw new Refusal('placement.not-a-health-unit', { unitId });
    if (this.sessions.length >= SESSIONS_MAX) throw new Refusal('placement.too-many-sessions', { max: SESSIONS_MAX });
    const number = this.sessions.length + 1;
    const sessions = [...this.sessions, { number, providerUnit: unitId, heldAt: at }];
    return [this.with({ sessions }), [fact(SessionHeld, { ...of, number, providerUnit: unitId })]];
  }

  private with(change: Partial<Pick<Help, 'registrationRestoredAt' | 'school' | 'sessions'>>): Help {
    return Object.assign(new Help(), this, change);
  }
}
