import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsDefined, IsIn, IsInt, IsISO31661Alpha2, IsOptional, IsString,
  IsUUID, Matches, Max, MaxLength, Min, MinLength, ValidateBy, ValidateNested,
} from 'class-validator';

/** A moment, ISO 8601 in UTC with milliseconds (`2019-10-03T09:05:00.000Z`): such strings compare as times do. */
export type Instant = string;

/** A day in the calendar of Beijing, `YYYY-MM-DD`. */
export type CalendarDate = string;

export type JsonSchema = Record<string, unknown>;
export type Class = abstract new (...args: never[]) => object;

/**
 * What one field may hold. Declared once by a decorator of this file, read by everybody who needs to know:
 * class-validator (HTTP input), Ajv (facts, on both sides), OpenAPI and AsyncAPI.
 */
export interface FieldSpec {
  readonly schema: JsonSchema;
  readonly required: boolean;
  /** Words that a person typed. Allowed in input, refused in facts by a test over every contract. */
  readonly freeText: boolean;
  readonly example: unknown;
  /** Null says that there is none. Answers only: a fact leaves such a field out. */
  readonly nullable?: boolean;
  readonly part?: { of: () => Class; many: boolean };
  /** What input may look like, where more is taken than is kept: published for input in place of `schema`. */
  readonly accepts?: JsonSchema;
  /** What is said to whoever has filled it in otherwise, where the schema does not say it all. */
  readonly form?: { readonly zh: string; readonly en: string };
}

const specs = new Map<object, Map<string, FieldSpec>>();

/** The fields of a class and of the classes that it extends, in order of declaration. */
export function fieldsOf(type: Class): Map<string, FieldSpec> {
  const inherited = Object.getPrototypeOf(type.prototype) as object | null;
  const parent = inherited && inherited !== Object.prototype
    ? fieldsOf((inherited as { constructor: Class }).constructor)
    : new Map<string, FieldSpec>();
  return new Map([...parent, ...(specs.get(type.prototype as object) ?? [])]);
}

function field(spec: Partial<FieldSpec> & { schema: JsonSchema }, ...rules: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    const known = specs.get(target) ?? new Map<string, FieldSpec>();
    const before = known.get(String(property));
    known.set(String(property), {
      required: before?.required ?? true, freeText: false, example: undefined, ...spec,
    });
    specs.set(target, known);
    rules.forEach((rule) => rule(target, property));
  };
}

/** The field may be absent. Stands above the decorator that says what it holds. */
export function Maybe(): PropertyDecorator {
  return (target, property) => {
    const known = specs.get(target)?.get(String(property));
    if (!known) throw new Error(`@Maybe() stands above the decorator of ${String(property)}, not below it.`);
    specs.get(target)!.set(String(property), { ...known, required: false });
    // Who sends null says nothing: what lies behind need not tell the two apart.
    Transform(({ value }: { value: unknown }) => value ?? undefined)(target, property);
    IsOptional()(target, property);
  };
}

/** The field is always there and may be null. Stands above the decorator that says what it holds. */
export function OrNull(): PropertyDecorator {
  return (target, property) => {
    const known = specs.get(target)?.get(String(property));
    if (!known) throw new Error(`@OrNull() stands above the decorator of ${String(property)}, not below it.`);
    specs.get(target)!.set(String(property), { ...known, nullable: true });
    IsOptional()(target, property);
  };
}

function pattern(source: string, example: string, maxLength: number): PropertyDecorator {
  const schema = { type: 'string', pattern: source, maxLength };
  return field({ schema, example }, IsString(), MaxLength(maxLength), Matches(new RegExp(source)));
}

const UNIT = '^[a-z0-9]+(-[a-z0-9]+)*$';
const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';
const INSTANT_IN = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$';
const INSTANT = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$';

const IS_ID = new RegExp(UUID);

/** Is this an id, as `Id` asks for it? */
export const isId = (given: unknown): given is string => typeof given === 'string' && IS_ID.test(given);

/** The id of a case, person, stage …: a UUID in lower case. */
export const Id = (): PropertyDecorator =>
  field({ schema: { type: 'string', pattern: UUID, maxLength: 36 }, example: '0198c0de-0000-7000-8000-000000000001' },
    IsUUID(), Matches(new RegExp(UUID)));

export const Ids = ({ min = 0, max = 50 } = {}): PropertyDecorator =>
  field(
    {
      schema: { type: 'array', items: { type: 'string', pattern: UUID, maxLength: 36 }, minItems: min, maxItems: max },
      example: Array.from(
        { length: Math.max(1, min) },
        (_, index) => `0198c0de-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
      ),
    },
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsUUID(undefined, { each: true }),
    Matches(new RegExp(UUID), { each: true }), // In lower case: ids are compared as text.
  );

/** A unit of the directory: division code and kind, as `532503-psb`. */
export const UnitId = (): PropertyDecorator => pattern(UNIT, '532503-psb', 48);

export const UnitIds = ({ max = 50 } = {}): PropertyDecorator => field(
  { schema: { type: 'array', items: { type: 'string', pattern: UNIT, maxLength: 48 }, maxItems: max }, example: ['532503-psb'] },
  IsArray(), ArrayMaxSize(max), Matches(new RegExp(UNIT), { each: true }),
);

/** A moment. Input may carry an offset (`2019-10-03T17:05+08:00`); it is kept in UTC with milliseconds. */
export const Moment = (): PropertyDecorator => momentBy(toInstant);

/** A moment behind the question mark of an address, where a `+` that nobody has written as `%2B` arrives as a space. */
export const MomentInQuery = (): PropertyDecorator =>
  momentBy((value) => toInstant(typeof value === 'string' ? value.replace(/ (?=\d{2}:\d{2}$)/, '+') : value));

const momentBy = (read: (value: unknown) => unknown): PropertyDecorator =>
  field({
    schema: { type: 'string', pattern: INSTANT, maxLength: 24 }, example: '2026-07-02T13:12:00.000Z',
    accepts: { type: 'string', pattern: INSTANT_IN, maxLength: 29 },
    form: {
      zh: '须为 1900 至 2100 年间带时区的时间,如 2026-07-02T21:12:00+08:00。',
      en: 'It must be a moment from 1900 to 2100 with its offset, as 2026-07-02T21:12:00+08:00.',
    },
  },
    Transform(({ value }) => read(value)),
    ValidateBy({
      name: 'isMoment',
      validator: {
        validate: (value) => typeof value === 'string' && new RegExp(INSTANT).test(value) && exists(value) && isOfOurTime(value),
      },
    }));

const MOMENT_IN = new RegExp(INSTANT_IN);

/** JavaScript takes the 30th of February for the 2nd of March, and 24:00 for the next day. */
function exists(moment: string): boolean {
  const [day, hour] = [moment.slice(0, 10), Number(moment.slice(11, 13))];
  const midnight = new Date(`${day}T00:00:00.000Z`);
  return hour < 24 && !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

function toInstant(value: unknown): unknown {
  if (typeof value !== 'string' || !MOMENT_IN.test(value) || !exists(value)) return value;
  const parsed = new Date(value);
  return Number.isNaN(parsed.getTime()) ? value : parsed.toISOString();
}

export const Day = (): PropertyDecorator =>
  field({
    schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', maxLength: 10 }, example: '2026-07-02',
    form: {
      zh: '须为 1900 至 2100 年间存在的日期,如 2026-07-02。', en: 'It must be a day that exists, from 1900 to 2100, as 2026-07-02.',
    },
  },
    ValidateBy({
      name: 'isDay',
      validator: {
        validate: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
          && isOfOurTime(value) && isRealDay(value),
      },
    }));

/** Whoever is in a case was born after 1900, and nothing is planned for the next century. */
const isOfOurTime = (value: string): boolean => value >= '1900' && value < '2101';

function isRealDay(value: string): boolean {
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

/** One code of a closed list. */
export const OneOf = (codes: readonly string[]): PropertyDecorator =>
  field({ schema: { type: 'string', enum: [...codes] }, example: codes[0] }, IsIn([...codes]));

export const SomeOf = (codes: readonly string[], { min = 0, max = codes.length } = {}): PropertyDecorator =>
  field({
    schema: { type: 'array', items: { type: 'string', enum: [...codes] }, minItems: min, maxItems: max, uniqueItems: true },
    example: codes.slice(0, Math.max(1, min)),
  }, IsArray(), ArrayMinSize(min), ArrayMaxSize(max), ArrayUnique(), IsIn([...codes], { each: true }));

/** A whole number with its bounds, both included. */
export const Count = ({ min = 0, max = 1_000_000 } = {}): PropertyDecorator =>
  field({ schema: { type: 'integer', minimum: min, maximum: max }, example: min }, IsInt(), Min(min), Max(max));

/** Several whole numbers. */
export const Counts = ({ max = 100 } = {}): PropertyDecorator =>
  field({ schema: { type: 'array', items: { type: 'integer' }, maxItems: max }, example: [1] }, IsArray(), ArrayMaxSize(max));

/** A whole number in a query string, where everything is text. */
export const CountInQuery = ({ min = 0, max = 1_000_000 } = {}): PropertyDecorator => (target, property) => {
  Count({ min, max })(target, property);
  Transform(({ value }) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : (value as unknown)))(
    target,
    property,
  );
};

export const Flag = (): PropertyDecorator => field({ schema: { type: 'boolean' }, example: true }, IsBoolean());

/** SHA-256 (or SM3) in lower-case hexadecimal. */
export const Digest = (): PropertyDecorator => pattern('^[0-9a-f]{64}$', 'a'.repeat(64), 64);

/** Bytes in base64url, for keys and signatures; `max` counts characters. */
export const Bytes = ({ min = 1, max = 128 } = {}): PropertyDecorator =>
  pattern(`^[A-Za-z0-9_-]{${min},${max}}$`, 'A'.repeat(min), max);

/** A division of GB/T 2260, six digits. */
export const Division = (): PropertyDecorator => pattern('^[1-9]\\d{5}$', '532503', 6);

/** A country of ISO 3166-1, two letters. What was once said in a fact is read by its form alone: countries come and go. */
export const Country = (): PropertyDecorator => field({
  schema: { type: 'string', pattern: '^[A-Z]{2}$', maxLength: 2 }, example: 'CN',
  form: { zh: '须为 ISO 3166-1 的两字母国家或地区代码,如 CN。', en: 'It must be a country of ISO 3166-1 in two letters, as CN.' },
}, IsString(), Matches(/^[A-Z]{2}$/), IsISO31661Alpha2());

/**
 * A number that papers carry: case, sample, document. Letters, digits and dashes only, and nothing of the form of a
 * national id (GB 11643), however its digits are parted: such a number is personal data and must not slip into a fact.
 */
export const PaperNumber = (): PropertyDecorator =>
  pattern('^(?!(?:\\d-*){17}[\\dX]-*$)[A-Z0-9][A-Z0-9-]{2,39}$', 'MZ-2019-0147', 40);

/** Several numbers that papers carry. Answers only. */
export const PaperNumbers = ({ max = 100 } = {}): PropertyDecorator => field({
  schema: { type: 'array', items: { type: 'string', maxLength: 40 }, maxItems: max }, example: ['MZ-2019-0147'],
}, IsArray(), ArrayMaxSize(max));

/**
 * A national id of GB 11643, its checksum verified. Input only: personal data. Written in wide characters, with a small x
 * or with blanks around it, it is the same id.
 */
export const NationalId = (): PropertyDecorator =>
  field({
    schema: { type: 'string', maxLength: 18 }, freeText: true, example: '11010519491231002X',
    form: {
      zh: '须为校验码正确的 18 位公民身份号码(GB 11643)。',
      en: 'It must be a national id of 18 characters with a right check digit (GB 11643).',
    },
  },
    Transform(({ value }) => (typeof value === 'string' ? normalNationalId(value) : (value as unknown))),
    ValidateBy({
      name: 'isNationalId',
      validator: {
        validate: (value) => typeof value === 'string' && isNationalId(value),
      },
    }));

/** One way to write a name: without blanks, points, accents and capitals, so that it is found however it was typed. */
export const normalName = (value: string): string => value.normalize('NFKD').replace(/[\p{M}\p{P}\p{Z}\s]/gu, '')
  .toLowerCase().replaceAll('đ', 'd');

export const normalNationalId = (value: string): string => value.normalize('NFKC').trim().toUpperCase();

/** True when the 18 characters carry the check digit of GB 11643 (ISO 7064, MOD 11-2). */
export function isNationalId(value: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(value[index]), 0);
  return '10X98765432'[sum % 11] === value[17];
}

/** Words that a person typed, `max` characters at most. Input only; never in a fact. */
export const Words = ({ min = 1, max = 200, example = '…' } = {}): PropertyDecorator =>
  field({ schema: { type: 'string', minLength: min, maxLength: max }, freeText: true, example },
    IsString(), MinLength(min), MaxLength(max));

/** Values by a name that is not known beforehand; `of` says what each value is. Answers only. */
export const Named = (of: JsonSchema, example: Record<string, unknown> = {}): PropertyDecorator =>
  field({ schema: { type: 'object', additionalProperties: of }, example });

/** The data of a fact, whichever it is: docs/facts.md has the form of each. Answers only. */
export const FactData = (): PropertyDecorator => field({ schema: { type: 'object', additionalProperties: true }, example: {} });

/** Another declared class as part of this one. */
export const Part = (of: () => Class): PropertyDecorator =>
  // ValidateNested alone is content with nothing at all.
  field({ schema: {}, part: { of, many: false } }, IsDefined(), ValidateNested(), Type(of),
    Transform(({ value }) => (isWhole(value) ? value as unknown : NO_PART)));

export const Parts = (of: () => Class, { min = 0, max = 100 } = {}): PropertyDecorator =>
  field({ schema: { minItems: min, maxItems: max }, part: { of, many: true } },
    IsArray(), ArrayMinSize(min), ArrayMaxSize(max), ValidateNested({ each: true }), Type(of),
    Transform(({ value }) => (isListOfWhole(value, max) ? value as unknown : NO_PART)));

/** Stands in for what is no part, or for too many of them, so that the validators need not walk through it. */
const NO_PART = 'not of this form';

const isWhole = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value));

const isListOfWhole = (value: unknown, max: number): boolean =>
  value === undefined || value === null
  || (Array.isArray(value) && value.length <= max && value.every((item) => item !== null && isWhole(item)));
