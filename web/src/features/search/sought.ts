import { createContext } from 'react';

/** What somebody looks for lives in the open page only: a name stands in no address, no history and no store. */
export const SoughtContext = createContext<{
  readonly sought: string;
  readonly seek: (text: string) => void;
}>({ sought: '', seek: () => undefined });

const CASE_ID = /^[0-9A-F]{8}-[0-9A-F]{4}-[1-8][0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/;
/** Anything like a national id, also one that is mistyped: it must never stand in an address. */
const LIKE_NATIONAL_ID = /^(?:\d[ -]?){14,}[\dX]$/;
const DIVISION = /^[1-9]\d{5}$/;
const NUMBER = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{2,39}$/;

export type Meant =
  | { readonly is: 'case'; readonly caseId: string }
  | { readonly is: 'number'; readonly caseNumber: string }
  | { readonly is: 'person'; readonly nationalId: string }
  | { readonly is: 'place'; readonly division: string }
  | { readonly is: 'words'; readonly words: string }
  | { readonly is: 'nothing' };

/** What one who writes this looks for. Words may be a name, or the name of a place. */
export function meantBy(text: string): Meant {
  const words = text.normalize('NFKC').trim();
  const code = words.toUpperCase();
  if (words === '') return { is: 'nothing' };
  if (CASE_ID.test(code)) return { is: 'case', caseId: code.toLowerCase() };
  if (LIKE_NATIONAL_ID.test(code)) return { is: 'person', nationalId: code.replace(/[ -]/g, '') };
  if (DIVISION.test(code)) return { is: 'place', division: code };
  if (NUMBER.test(code)) return { is: 'number', caseNumber: code };
  return { is: 'words', words };
}
