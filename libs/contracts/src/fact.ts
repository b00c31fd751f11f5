import { Ajv, type ValidateFunction } from 'ajv';
import type { Instant } from './fields.js';
import { exampleOf, jsonSchemaOf } from './schemas.js';

type FactClass<T extends object = object> = new () => T;
type Upgrade = (older: Record<string, unknown>) => Record<string, unknown>;

interface Declaration {
  readonly type: string;
  readonly class: FactClass;
  readonly version: number;
  /** One sentence for people: what has happened when this is said. */
  readonly says: string;
  /** Who may say it: a service name, or several for the facts of a shared protocol. */
  readonly by: readonly string[];
  readonly upgrade: Readonly<Record<number, Upgrade>>;
}

/** A fact as a rule returns it: what happened, not yet who, when and in which order. */
export interface Fact<T extends object = object> {
  readonly type: string;
  readonly v: number;
  readonly data: T;
}

export interface Actor {
  readonly personId: string;
  readonly unitId: string;
  readonly post: string;
}

/** A fact on its way: this text is what the journal keeps, what the chain digests and what Kafka carries. */
export interface Envelope<T extends object = object> extends Fact<T> {
  readonly id: string;
  readonly service: string;
  readonly caseId: string;
  /** Counts 1, 2, 3 … per case and service, without a hole. */
  readonly version: number;
  /** The aggregate that said it. */
  readonly subjectId: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** True for everything recorded in rehearsal mode. */
  readonly exercise: boolean;
  readonly actor: Actor;
  readonly commandId: string;
  /** The envelope that this one reacts to. */
  readonly causationId?: string;
  /** W3C trace context. */
  readonly traceparent?: string;
}

/** The message breaks its contract: it is parked, never applied and never dropped. */
export class ContractViolation extends Error {
  constructor(readonly code: 'unreadable' | 'unknown-type' | 'newer-version' | 'invalid', message: string) {
    super(message);
    this.name = 'ContractViolation';
  }
}

const byType = new Map<string, Declaration>();
const byClass = new Map<unknown, Declaration>();
const validators = new Map<string, ValidateFunction>();
const ajv = new Ajv({ allErrors: false, strict: true, strictTypes: false });

/** Declares a fact: its Kafka name, who says it, one sentence for people, its version and the way up from older ones. */
export function SaidBy(
  by: string | readonly string[],
  type: string,
  says: string,
  { version = 1, upgrade = {} }: { version?: number; upgrade?: Record<number, Upgrade> } = {},
): ClassDecorator {
  return (target) => {
    if (byType.has(type)) throw new Error(`The fact ${type} is declared twice.`);
    const declaration: Declaration = {
      type, version, says, upgrade,
      class: target as unknown as FactClass,
      by: typeof by === 'string' ? [by] : by,
    };
    byType.set(type, declaration);
    byClass.set(target, declaration);
  };
}

/** Every declared fact, in order of its name. */
export const declaredFacts = (): Declaration[] => [...byType.values()].sort((a, b) => a.type.localeCompare(b.type));

export function declarationOf(type: string | FactClass): Declaration {
  const found = typeof type === 'string' ? byType.get(type) : byClass.get(type);
  if (!found) throw new ContractViolation('unknown-type', `No fact ${typeof type === 'string' ? type : type.name} is declared.`);
  return found;
}

function validatorOf(declaration: Declaration): ValidateFunction {
  let validator = validators.get(declaration.type);
  if (!validator) {
    validator = ajv.compile(jsonSchemaOf(declaration.class));
    validators.set(declaration.type, validator);
  }
  return validator;
}

/**
 * States a fact. Validated here, where it is made, and again where it is read: a bad one never reaches the journal.
 * @throws ContractViolation when the data do not fit the declaration: a mistake of ours.
 */
export function fact<T extends object>(type: FactClass<T>, data: T): Fact<T> {
  const declaration = declarationOf(type);
  const validate = validatorOf(declaration);
  // Undefined members vanish in JSON; they are absent for the validator too.
  const kept = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;
  if (!validate(kept)) throw new ContractViolation('invalid', `${declaration.type}: ${ajv.errorsText(validate.errors)}`);
  return { type: declaration.type, v: declaration.version, data: kept };
}

/** What the inbox can keep: a case's id (identity's are unit ids), a fact's name, a number that counts. */
const CASE_ID = /^[a-z0-9-]{1,64}$/;
const TYPE = /^[a-z0-9.-]{1,100}$/;
const VERSION_MAX = 2 ** 31;
const ENVELOPE_TEXT = ['id', 'service', 'caseId', 'subjectId', 'occurredAt', 'recordedAt', 'commandId', 'type'] as const;

/**
 * Reads a message: parses, upgrades older versions step by step, drops fields that it does not know, validates.
 * @throws ContractViolation with the reason for which the message must be parked.
 */
export const readEnvelope = (text: string): Envelope => checkedEnvelope(parseEnvelope(text));

/** As `readEnvelope`, for an envelope that was parsed already: nothing is parsed twice. */
export function checkedEnvelope(envelope: Envelope): Envelope {
  const declaration = byType.get(envelope.type);
  if (!declaration) throw new ContractViolation('unknown-type', `${envelope.type} is not declared here.`);
  if (envelope.v > declaration.version)
    throw new ContractViolation('newer-version', `${envelope.type} v${envelope.v}; v${declaration.version} is known here.`);
  const data = withoutUnknownFields(declaration, upgraded(declaration, envelope));
  const validate = validatorOf(declaration);
  if (!validate(data)) throw new ContractViolation('invalid', `${envelope.type}: ${ajv.errorsText(validate.errors)}`);
  return { ...envelope, v: declaration.version, data };
}

/** Reads who said what about which case, without looking at the data: enough to know whose turn it is. */
export function parseEnvelope(text: string): Envelope {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new ContractViolation('unreadable', 'The message is not JSON.');
  }
  const envelope = parsed as Envelope;
  const whole = typeof parsed === 'object' && parsed !== null
    && ENVELOPE_TEXT.every((name) => typeof envelope[name] === 'string' && envelope[name].length > 0)
    && CASE_ID.test(envelope.caseId) && TYPE.test(envelope.type)
    && Number.isInteger(envelope.version) && envelope.version > 0 && envelope.version < VERSION_MAX
    && Number.isInteger(envelope.v) && envelope.v > 0 && envelope.v < VERSION_MAX
    && typeof envelope.data === 'object' && envelope.data !== null
    && typeof envelope.actor?.personId === 'string' && typeof envelope.actor.unitId === 'string';
  if (!whole) throw new ContractViolation('unreadable', 'The message is not an envelope.');
  return envelope;
}

function upgraded(declaration: Declaration, envelope: Envelope): Record<string, unknown> {
  let data = envelope.data as Record<string, unknown>;
  for (let v = envelope.v; v < declaration.version; v += 1) {
    const step = declaration.upgrade[v];
    if (!step) throw new ContractViolation('invalid', `${declaration.type} has no way up from v${v}.`);
    data = step(data);
  }
  return data;
}

function withoutUnknownFields(declaration: Declaration, data: Record<string, unknown>): Record<string, unknown> {
  const known = (jsonSchemaCache(declaration).properties ?? {}) as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const name in data) if (name in known) kept[name] = data[name];
  return kept;
}

const schemas = new Map<string, Record<string, unknown>>();
function jsonSchemaCache(declaration: Declaration): Record<string, unknown> {
  let schema = schemas.get(declaration.type);
  if (!schema) schemas.set(declaration.type, (schema = jsonSchemaOf(declaration.class)));
  return schema;
}

/** An example of a declared fact: what its first frozen sample is made from. */
export const exampleFact = (type: string): Fact => {
  const declaration = declarationOf(type);
  return { type, v: declaration.version, data: exampleOf(declaration.class) };
};

/** True when the envelope carries this fact; narrows its data. */
export function is<T extends object>(envelope: Fact, type: FactClass<T>): envelope is Envelope<T> {
  return envelope.type === declarationOf(type).type;
}

/** Where a service says its facts. */
export const topicOf = (service: string): string => `${service}.events`;
