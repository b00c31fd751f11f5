import type { FieldSpec, JsonSchema } from './fields.js';
import { Refusal } from './refusal.js';
import './protocol/refusals.js';

/** What of a request has not the required form: where, in a code for programs and in a sentence for people. */
export interface Violation {
  /** The path of the field: `victims.0.birthDate`, a name in the address or behind its question mark, or `body` as a whole. */
  readonly field: string;
  readonly code: ViolationCode;
  readonly zh: string;
  readonly en: string;
}

/** `missing`: it must be there. `unknown-field`: nobody asked for it. `unreadable`: it cannot be taken apart at all. */
export type ViolationCode = 'missing' | 'unknown-field' | 'wrong-form' | 'unreadable';

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const VIOLATIONS_MAX = 50;

/** The one "no" to a request of a wrong form, wherever that is noticed. */
export const invalid = (...violations: readonly Violation[]): Refusal =>
  new Refusal('input.invalid', { violations: violations.slice(0, VIOLATIONS_MAX) });

export const wrongForm = (field: string, says: Sentence): Violation => ({ field, code: 'wrong-form', ...says });

export const unreadable = (field: string, says: Sentence): Violation => ({ field, code: 'unreadable', ...says });

/** What a field must look like, said to whoever has filled it in otherwise. */
export function formOf(spec: Pick<FieldSpec, 'schema' | 'part' | 'example' | 'form'>): Sentence {
  const { schema, part, example, form } = spec;
  if (form) return form;
  if (part && !part.many) return { zh: '须为一个对象。', en: 'It must be an object.' };
  if (part || schema.type === 'array') return listForm(schema, example);
  if (Array.isArray(schema.enum)) return { zh: `须为下列之一:${schema.enum.join('、')}。`, en: `It must be one of: ${schema.enum.join(', ')}.` };
  if (schema.type === 'boolean') return { zh: '须为 true 或 false。', en: 'It must be true or false.' };
  const { minimum, maximum } = schema as { minimum?: number; maximum?: number };
  if (schema.type === 'integer')
    return { zh: `须为 ${minimum} 至 ${maximum} 的整数。`, en: `It must be a whole number from ${minimum} to ${maximum}.` };
  if (schema.pattern) return { zh: `格式须如 ${String(example)}。`, en: `It must be written as ${String(example)}.` };
  const { minLength = 0, maxLength } = schema as { minLength?: number; maxLength?: number };
  return { zh: `须为 ${minLength} 至 ${maxLength} 个字符的文字。`, en: `It must be a text of ${minLength} to ${maxLength} characters.` };
}

function listForm({ minItems = 0, maxItems, items }: JsonSchema, example: unknown): Sentence {
  const [zh, en] = [`须为列表,${String(minItems)} 至 ${String(maxItems)} 项`, `It must be a list of ${String(minItems)} to ${String(maxItems)}`];
  if (!items) return { zh: `${zh}。`, en: `${en}.` };
  const each = formOf({ schema: items as JsonSchema, example: Array.isArray(example) ? example[0] as unknown : example });
  return { zh: `${zh};每项${each.zh}`, en: `${en}. Of each: ${each.en}` };
}
