import type { CasebookLedger, Finding } from '../../api/answers.js';

type Fault = Pick<Finding | CasebookLedger['uncovered'][number], 'kind' | 'fromAt' | 'toAt'>;

/** Everything that the proof of a ledger has found, each with the line that it was found in; the earliest comes first. */
export const foundIn = (lines: readonly { readonly label: string; readonly findings: readonly Fault[] }[]) =>
  lines
    .flatMap(({ label, findings }) => findings.map(({ kind, fromAt, toAt }) => ({ label, kind, fromAt, toAt })))
    .sort((a, b) => Date.parse(a.fromAt) - Date.parse(b.fromAt));
