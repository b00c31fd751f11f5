import { REFUSALS } from '../api/refusals.js';
import { CODE_WORDS } from './fields.js';
import type { Words } from './language.js';

const RULES: Readonly<Record<string, { zh: string; en: string } | undefined>> = REFUSALS;

/**
 * What a refusal says besides its sentence, each thing once: what is missing as a list in words, a rule by its sentence and a
 * person by what they are called; then the rest. One rule alone is the sentence of the refusal itself.
 */
export function saidOnce(details: Readonly<Record<string, unknown>>): {
  listed: Words[];
  rest: Readonly<Record<string, unknown>>;
} {
  const { missing, ...rest } = details;
  if (!Array.isArray(missing)) return { listed: [], rest: details };
  const listed = missing.map(String).map((code): Words => {
    const rule = RULES[code];
    return rule ? [rule.zh, rule.en] : (CODE_WORDS[code] ?? [code, code]);
  });
  return { listed: missing.length === 1 && RULES[String(missing[0])] ? [] : listed, rest };
}
