import { createContext, use } from 'react';

export type Language = 'zh' | 'en';

/** What people read: Chinese first, English complete. There is no third place where a word could be missing. */
export type Words = readonly [zh: string, en: string];

export interface Speaking {
  readonly language: Language;
  /** Chooses between the two ways to say one thing. */
  readonly say: (zh: string, en: string) => string;
  /** The same for a pair from a table. A code that the table does not know is shown as it is. */
  readonly word: (table: Readonly<Partial<Record<string, Words>>>, code: string | null | undefined) => string;
}

export function speaking(language: Language): Speaking {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  return {
    language,
    say,
    word: (table, code) => {
      const words = code ? table[code] : undefined;
      return words ? say(...words) : (code ?? '');
    },
  };
}

export const SpeakingContext = createContext<Speaking>(speaking('zh'));

export const useSpeaking = (): Speaking => use(SpeakingContext);

const KEY = 'guitu.language';

export const rememberedLanguage = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh');

export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
