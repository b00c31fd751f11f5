import { useMemo } from 'react';
import { Select } from 'antd';
import { useQueries, useQuery } from '@tanstack/react-query';
import { personQuery, unitQuery, unitsQuery } from '../api/questions.js';
import { useDesk, useNow } from '../app/desk.js';
import { PersonName, placeOf } from '../look/names.js';
import { toInput } from '../words/beijing.js';
import { countryWords, postWords } from '../words/codes.js';
import { useSpeaking } from '../words/language.js';

export interface Picking {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

interface Option {
  readonly value: string;
  readonly label: React.ReactNode;
  readonly search?: string;
}

/** One of many, found by typing. */
export function OneOfMany({
  id,
  label,
  value,
  onChange,
  options,
  loading,
}: Picking & { options: readonly Option[]; loading?: boolean }) {
  return (
    <Select
      id={id}
      aria-label={label}
      className="wide"
      showSearch={{
        filterOption: (typed, option) =>
          `${option?.search ?? ''} ${String(option?.value)}`.toLowerCase().includes(typed.toLowerCase()),
      }}
      allowClear
      loading={loading}
      value={value}
      onChange={(next?: string) => onChange(next)}
      options={options.map((option) => ({ ...option, 'data-value': option.value }))}
    />
  );
}

/** A unit of the directory; those of one's own county and prefecture come first. */
export function UnitPicker(picking: Picking): React.ReactNode {
  const { language } = useSpeaking();
  const { post } = useDesk();
  const { data, isPending } = useQuery(unitsQuery);
  const options = useMemo(() => {
    const own = post.division ?? '';
    const nearness = (division: string | null): number =>
      division === own ? 0 : division?.slice(0, 4) === own.slice(0, 4) ? 1 : 2;
    return [...(data?.values() ?? [])]
      .sort((a, b) => nearness(a.division) - nearness(b.division) || a.unitId.localeCompare(b.unitId))
      .map(({ unitId, nameZh, nameEn }) => ({
        value: unitId,
        label: language === 'zh' ? nameZh : nameEn,
        search: `${nameZh} ${nameEn}`,
      }));
  }, [data, language, post.division]);
  return <OneOfMany {...picking} options={options} loading={isPending} />;
}

/** Somebody who holds a post in that unit now; found by name. */
export function PersonPicker({ unitId, ...picking }: Picking & { unitId: string | undefined }): React.ReactNode {
  const { say } = useSpeaking();
  const { data, isPending } = useQuery(unitQuery(unitId ?? ''));
  const today = toInput(useNow()).slice(0, 10);
  const posts = (data?.posts ?? []).filter(({ from, to }) => from <= today && (to === null || today < to));
  const people = [...Map.groupBy(posts, ({ personId }) => personId)];
  const names = useQueries({ queries: people.map(([personId]) => personQuery(personId)) });
  if (!unitId) return <p className="quiet">{say('请先选择单位。', 'Choose the unit first.')}</p>;
  const options = people.map(([personId, held], index) => ({
    value: personId,
    search: `${names[index]?.data?.nameZh ?? ''} ${names[index]?.data?.nameLatin ?? ''}`,
    label: (
      <>
        <PersonName id={personId} /> · {held.map(({ post }) => say(...postWords(post, data?.kind))).join(say('、', ', '))}
      </>
    ),
  }));
  return <OneOfMany {...picking} options={options} loading={isPending} />;
}

/** A county or prefecture (GB/T 2260), named after the bureau that is there. */
export function DivisionPicker(picking: Picking): React.ReactNode {
  const { language } = useSpeaking();
  const { data, isPending } = useQuery(unitsQuery);
  const options = [...(data?.values() ?? [])]
    .filter(({ kind, division, country }) => kind === 'public-security' && division && country === 'CN')
    .map(({ division, nameZh, nameEn }) => ({
      value: division!,
      label: `${division} ${placeOf({ nameZh, nameEn })[language]}`,
      search: `${nameZh} ${nameEn}`,
    }));
  return <OneOfMany {...picking} options={options} loading={isPending} />;
}

/** Where most people come from or are taken to, and then every other country (ISO 3166-1). */
const COUNTRIES = [
  ...['CN', 'VN', 'LA', 'MM', 'KH', 'TH', 'MY', 'PH', 'ID', 'BD', 'NP', 'IN', 'PK', 'KP', 'MN', 'RU'],
  ...(
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD ' +
  'CF CG CH CI CK CL CM CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF ' +
  'GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU IE IL IM IO IQ IR IS IT JE JM JO JP KE KG KI KM KN KR KW ' +
  'KY KZ LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MO MP MQ MR MS MT MU MV MW MX MZ NA NC NE NF NG NI NL ' +
  'NO NR NU NZ OM PA PE PF PG PL PM PN PR PS PT PW PY QA RE RO RS RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST ' +
  'SV SX SY SZ TC TD TF TG TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
];

export function CountryPicker(picking: Picking): React.ReactNode {
  const { language } = useSpeaking();
  return (
    <OneOfMany
      {...picking}
      options={COUNTRIES.map((code) => ({
        value: code,
        label: countryWords(code, language),
        search: countryWords(code, language),
      }))}
    />
  );
}
