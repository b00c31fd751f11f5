import { useMemo } from 'react';
import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { personQuery, unitQuery, unitsQuery } from '../api/questions.js';
import { useDesk } from '../app/desk.js';
import { PersonName } from '../look/names.js';
import { countryWords, POST_WORDS } from '../words/codes.js';
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

/** Somebody who holds a post in that unit. */
export function PersonPicker({ unitId, ...picking }: Picking & { unitId: string | undefined }): React.ReactNode {
  const { say, word } = useSpeaking();
  const { data } = useQuery(unitQuery(unitId ?? ''));
  if (!unitId) return <p className="quiet">{say('请先选择单位。', 'Choose the unit first.')}</p>;
  const options = (data?.posts ?? [])
    .filter(({ to }) => to === null)
    .map(({ personId, post }) => ({
      value: personId,
      label: (
        <>
          <PersonName id={personId} /> · {word(POST_WORDS, post)}
        </>
      ),
    }));
  return <People {...picking} options={options} />;
}

/** Found by name as well: the names are asked for together. */
function People({ options, ...picking }: Picking & { options: readonly Option[] }): React.ReactNode {
  const { data: chosen } = useQuery({ ...personQuery(picking.value ?? ''), enabled: Boolean(picking.value) });
  return (
    <OneOfMany
      {...picking}
      options={options.map((option) => ({ ...option, search: option.value === picking.value ? chosen?.nameZh : '' }))}
    />
  );
}

/** A county or prefecture (GB/T 2260), named after the bureau that is there. */
export function DivisionPicker(picking: Picking): React.ReactNode {
  const { language } = useSpeaking();
  const { data, isPending } = useQuery(unitsQuery);
  const options = [...(data?.values() ?? [])]
    .filter(({ kind, division, country }) => kind === 'public-security' && division && country === 'CN')
    .map(({ division, nameZh, nameEn }) => ({
      value: division!,
      label: `${division} ${language === 'zh' ? nameZh.replace('公安局', '') : nameEn.replace(/ Public Security Bureau.*/, '')}`,
      search: `${nameZh} ${nameEn}`,
    }));
  return <OneOfMany {...picking} options={options} loading={isPending} />;
}

const COUNTRIES = ['CN', 'VN', 'LA', 'MM', 'KH', 'TH', 'MY', 'PH', 'ID', 'BD', 'NP', 'IN', 'PK', 'KP', 'MN', 'RU'];

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
