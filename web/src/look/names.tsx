import { useQuery } from '@tanstack/react-query';
import { personQuery, unitsQuery } from '../api/questions.js';
import { useSpeaking } from '../words/language.js';

/** A unit by its name; its id until the directory has answered. */
export function UnitName({ id }: { id: string | null | undefined }): React.ReactNode {
  const { language, say } = useSpeaking();
  const { data } = useQuery(unitsQuery);
  if (!id) return <>{say('(无)', '(none)')}</>;
  const unit = data?.get(id);
  return <span className="name">{unit ? unit[language === 'zh' ? 'nameZh' : 'nameEn'] : id}</span>;
}

/** A colleague by name. Victims never appear by name here. */
export function PersonName({ id }: { id: string | null | undefined }): React.ReactNode {
  const { language } = useSpeaking();
  const { data } = useQuery({ ...personQuery(id ?? ''), enabled: Boolean(id) });
  if (!id) return null;
  return <span className="name">{data ? data[language === 'zh' ? 'nameZh' : 'nameLatin'] : '…'}</span>;
}
