import { createContext, use } from 'react';
import type { CaseVictim } from '../api/answers.js';
import type { ServiceRecord } from '../api/records.js';
import type { Path, Values } from './values.js';

/** What the fields of one form know together. */
export interface FormContent {
  readonly values: Values;
  readonly set: (path: Path, value: unknown) => void;
  /** What must still be filled in; shown after the first try to send. */
  readonly missing: ReadonlySet<string>;
  readonly victims: readonly CaseVictim[];
  readonly caseId: string | undefined;
  /** The record on which the command works: its plans, visits, hits are offered to choose from. */
  readonly record: ServiceRecord | undefined;
}

export const FormContext = createContext<FormContent | null>(null);

export function useForm(): FormContent {
  const form = use(FormContext);
  if (!form) throw new Error('A field stands in a form.');
  return form;
}
