const INITIALS = ['', ...'b p m f d t n l g k h j q x r z c s y w'.split(' '), 'zh', 'ch', 'sh'];
const FINALS = 'a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang v ve er'.split(' ');
const BEFORE_O = new Set(['', 'b', 'p', 'm', 'f', 'w', 'y']);
const AFTER_JQX = new Set('i ia ie iao iu ian in iang ing iong u ue uan un'.split(' '));
const LENGTH_MAX = 6;

const SYLLABLES: ReadonlySet<string> = new Set([
  ...INITIALS.filter((initial) => !/[jqx]/.test(initial))
    .flatMap((initial) => FINALS.filter((final) => final !== 'o' || BEFORE_O.has(initial)).map((final) => initial + final)),
  ...['j', 'q', 'x'].flatMap((initial) => [...AFTER_JQX].map((final) => initial + final)),
  'yue', 'nve', 'lve', 'nue', 'lue', 'yuan', 'yun',
]);

/** The syllables of pinyin that was typed without spaces, as few as it can be; null where it is no pinyin. */
export function syllablesIn(word: string): string[] | null {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - LENGTH_MAX); start < end; start += 1) {
      const [before, last] = [best[start], word.slice(start, end)];
      if (!before || !SYLLABLES.has(last)) continue;
      if ((best[end]?.length ?? LENGTH_MAX * word.length) > before.length + 1) best[end] = [...before, last];
    }
  }
  return best[word.length] ?? null;
}
