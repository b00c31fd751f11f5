import type { QueryResult, QueryResultRow } from 'pg';
import type { Instant, Post, UnitKind, UnitLevel } from '#contracts';

/** A connection or a pool: whatever answers a query. */
export interface Queryable {
  query<R extends QueryResultRow>(query: { name?: string; text: string; values?: unknown[] }): Promise<QueryResult<R>>;
}

export interface Unit {
  readonly unitId: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly division: string;
  readonly country: string;
  readonly superiorUnit: string | null;
}

export interface HeldPost {
  readonly personId: string;
  readonly unitId: string;
  readonly post: Post;
  /** First day in the post. */
  readonly from: string;
  /** First day after it, or null. */
  readonly to: string | null;
}

export interface SigningKey {
  readonly keyId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly x: string;
  readonly y: string;
  readonly validFrom: Instant;
}

/** Who holds which post in which unit, at which time. */
export interface DirectoryReader {
  unit(unitId: string): Promise<Unit | null>;
  postsOf(personId: string, at: Instant): Promise<HeldPost[]>;
  holds(personId: string, unitId: string, at: Instant): Promise<HeldPost | null>;
  isHeadOfBureau(personId: string, unitId: string, at: Instant): Promise<boolean>;
  /** Whether units lie in this division, and a bureau has jurisdiction there. */
  isInJurisdiction(division: string): Promise<boolean>;
  signingKey(keyId: string): Promise<SigningKey | null>;
}
