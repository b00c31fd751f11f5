/** Days since 1970-01-01, the first and the last that come into question; the same day twice where it is known. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export type SexSeen = 'female' | 'male' | 'unknown';
export type BloodType = 'A' | 'B' | 'AB' | 'O';

export interface Place {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

/** As tall as that, on that day: a child has grown since. */
export interface Height {
  readonly cm: number;
  readonly on: number;
}

/**
 * What is known of a person who is missing, or who was found (V-9). Whatever is not known is left out: it counts neither for
 * nor against anybody.
 */
export interface Described {
  /** As it was said or written: in characters, in pinyin, or in another script of letters. */
  readonly name?: string;
  readonly sex?: SexSeen;
  /** Born between; of an estimated age the days that come into question. */
  readonly born?: Days;
  /** When the person was lost, or by their own account left home. */
  readonly lost?: Days;
  /** Where they were lost, or by their own account come from. */
  readonly place?: Place;
  readonly height?: Height;
  readonly blood?: BloodType;
  /** A code of the dialect that is spoken. */
  readonly dialect?: string;
  /** Codes of marks of the body: which, and where. */
  readonly marks?: readonly string[];
}
