/** How one likes the page: kept on this machine, for whoever sits here. */
export interface Looks {
  readonly theme: 'system' | 'light' | 'dark';
  readonly size: 'normal' | 'large';
}

const KEY = 'guitu.looks';
const USUAL: Looks = { theme: 'system', size: 'normal' };

export function rememberedLooks(): Looks {
  try {
    return { ...USUAL, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Looks>) };
  } catch {
    return USUAL;
  }
}

export const prefersDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

export const isDark = ({ theme }: Looks): boolean => (theme === 'system' ? prefersDark().matches : theme === 'dark');

/** Puts the looks on the page; the style sheet does the rest. */
export function wear(looks: Looks): void {
  document.documentElement.dataset['theme'] = isDark(looks) ? 'dark' : 'light';
  document.documentElement.dataset['size'] = looks.size;
}

export function rememberLooks(looks: Looks): void {
  localStorage.setItem(KEY, JSON.stringify(looks));
  wear(looks);
}
