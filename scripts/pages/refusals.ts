import { declaredRefusals } from '#contracts';
import { code, page, table, type Generator } from './page.js';

/** `docs/refusals.md`: every "no", as people read it and as programs compare it. */
export const refusalsPage: Generator = () => {
  const prefixes = new Map<string, string[][]>();
  for (const [refusal, { status, zh, en, clause }] of declaredRefusals()) {
    const prefix = refusal.slice(0, refusal.indexOf('.'));
    prefixes.set(prefix, [...(prefixes.get(prefix) ?? []), [code(refusal), String(status), zh, en, clause ?? '']]);
  }
  return [page('docs/refusals.md', '不予办理的理由 Refusals', [
    '每个理由有固定代码,随 HTTP 应答以 `application/problem+json` 返回;`details` 只含编号、代码和时间。',
    '',
    'Each has a fixed code and comes as `application/problem+json`; `details` carries ids, codes and times only.',
    '409: the state does not allow it; 422: the content; 403: the person or unit; 404: no such record; 503: try again.',
    '',
    ...[...prefixes].flatMap(([prefix, rows]) =>
      [`## ${prefix}`, '', table(['代码 code', 'HTTP', '中文', 'English', '依据 clause'], rows), '']),
  ])];
};
