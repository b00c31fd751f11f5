/** What a clerk reads when the rules say no, and how HTTP says it. */
export interface RefusalText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 422 | 423 | 429 | 503 | 504;
  readonly zh: string;
  readonly en: string;
  /** The clause (docs/coverage.md) or the place in the sources that the rule serves. */
  readonly clause?: string;
}

const declared = new Map<string, RefusalText>();

/** Declares the refusal codes of one service. The keys are the codes without the service's name. */
export function declareRefusals<P extends string, K extends string>(
  prefix: P,
  texts: Record<K, RefusalText>,
): Record<K, `${P}.${K}`> {
  const codes = {} as Record<K, `${P}.${K}`>;
  for (const key of Object.keys(texts) as K[]) {
    const code = `${prefix}.${key}` as const;
    declared.set(code, texts[key]);
    codes[key] = code;
  }
  return codes;
}

export function refusalText(code: string): RefusalText {
  const text = declared.get(code);
  if (!text) throw new Error(`The refusal ${code} is not declared.`);
  return text;
}

export const declaredRefusals = (): [string, RefusalText][] => [...declared].sort(([a], [b]) => a.localeCompare(b));

/**
 * The rules said no. Carries a declared code, which people read in their language and programs compare;
 * `details` says what is missing or in the way, in ids, codes and times only.
 */
export class Refusal extends Error {
  constructor(readonly code: string, readonly details: Readonly<Record<string, unknown>> = {}) {
    super(`${code}: ${refusalText(code).en}`);
    this.name = 'Refusal';
  }
}
