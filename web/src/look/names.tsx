import { useQuery } from '@tanstack/react-query';
import { personQuery, unitsQuery } from '../api/questions.js';
import { useSpeaking, type Language } from '../words/language.js';

/** A unit by its name; its id where the directory has none. */
export function UnitName({ id }: { id: string | null | undefined }): React.ReactNode {
  const { language, say } = useSpeaking();
  const { data, isPending } = useQuery(unitsQuery);
  if (!id) return <>{say('(无)', '(none)')}</>;
  const unit = data?.get(id);
  return <span className="name">{unit ? unit[language === 'zh' ? 'nameZh' : 'nameEn'] : isPending ? '…' : id}</span>;
}

/** A county or prefecture (GB/T 2260), called after the bureau that is there; its code where none is known. */
export function DivisionName({ code }: { code: string }): React.ReactNode {
  const { language } = useSpeaking();
  const { data } = useQuery(unitsQuery);
  const bureau = [...(data?.values() ?? [])].find(({ kind, division }) => kind === 'public-security' && division === code);
  return <span className="name">{bureau ? placeOf(bureau)[language] : code}</span>;
}

/** The place in the name of its bureau. */
export const placeOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }): Record<Language, string> => ({
  zh: nameZh.replace(/公安局$/, ''),
  en: nameEn.replace(/ Public Security Bureau.*/, ''),
});

/** A colleague by name, or the end of the id of somebody whom the directory does not know. Victims never appear by name here. */
export function PersonName({ id }: { id: string | null | undefined }): React.ReactNode {
  const { language } = useSpeaking();
  const { data, isPending } = useQuery({ ...personQuery(id ?? ''), enabled: Boolean(id) });
  if (!id) return null;
  return <span className="name">{data ? data[language === 'zh' ? 'nameZh' : 'nameLatin'] : isPending ? '…' : id.slice(-4)}</span>;
}
