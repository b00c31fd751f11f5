import type { Language } from './language.js';

const BEIJING_MS = 8 * 3_600_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** The parts of a moment as a clock in Beijing shows them, wherever the browser stands. */
function partsOf(at: string | number): Parts {
  const local = new Date(new Date(at).getTime() + BEIJING_MS);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as official papers write it: 2026年7月2日, without leading zeros (GB/T 15835). */
export function dayWords(at: string | number, language: Language): string {
  const { year, month, day } = partsOf(at);
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]!} ${year}`;
}

/** A moment: 2026年7月2日21:12. */
export function momentWords(at: string | number, language: Language): string {
  const { hour, minute } = partsOf(at);
  return `${dayWords(at, language)}${language === 'zh' ? '' : ', '}${two(hour)}:${two(minute)}`;
}

/** A deadline at midnight is the end of the day before, as papers say it: 7月24日24时. */
export function deadlineWords(at: string, language: Language): string {
  const { hour, minute } = partsOf(at);
  if (hour !== 0 || minute !== 0) return momentWords(at, language);
  const before = new Date(at).getTime() - MINUTE;
  return language === 'zh' ? `${dayWords(before, 'zh')}24时` : `end of ${dayWords(before, 'en')}`;
}

/** How much time is left or gone, as one would say it. */
export function spanWords(ms: number, language: Language): string {
  const size = Math.abs(ms);
  const [days, hours, minutes] = [Math.floor(size / DAY), Math.floor((size % DAY) / HOUR), Math.floor((size % HOUR) / MINUTE)];
  if (size < MINUTE) return language === 'zh' ? '不到1分钟' : 'under a minute';
  if (language === 'zh') {
    if (days >= 3) return `${days}天`;
    if (days > 0) return `${days}天${hours}小时`;
    return hours > 0 ? `${hours}小时${minutes}分` : `${minutes}分钟`;
  }
  if (days >= 3) return `${days} days`;
  if (days > 0) return `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`;
}

/** What an input for date and time holds: 2026-07-02T21:12, in Beijing. */
export function toInput(at: string | number): string {
  const { year, month, day, hour, minute } = partsOf(at);
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

export const fromInput = (value: string): string => `${value.slice(0, 16)}:00.000+08:00`;
