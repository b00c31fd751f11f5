import type { Schema } from '../api/command.js';

/** What has been filled in so far; as deep as the form. */
export type Values = Readonly<Record<string, unknown>>;

export type Path = readonly (string | number)[];

export const keyOf = (path: Path): string => path.join('.');

export function valueAt(values: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, step) => (found as Record<string | number, unknown> | undefined)?.[step], values);
}

/** A copy in which one value is another. */
export function withValue<T>(values: T, path: Path, value: unknown): T {
  const [step, ...rest] = path;
  if (step === undefined) return value as T;
  const copy = (Array.isArray(values) ? [...(values as unknown[])] : { ...values }) as Record<string | number, unknown>;
  copy[step] = withValue(copy[step] ?? (typeof rest[0] === 'number' ? [] : {}), rest, value);
  return copy as T;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);

/** What is sent: nothing that was left open, and no part that holds nothing. A list that must be there may be empty. */
export function filled(value: unknown, schema?: Schema | null): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item, schema?.items)).filter((item) => !isEmpty(item));
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {}, required = [] } = schema ?? {};
  const sent = Object.entries(value)
    .map(([name, inner]) => [name, filled(inner, properties[name])] as const)
    .filter(([, inner]) => !isEmpty(inner) && !(Array.isArray(inner) && inner.length === 0));
  // A part of which nothing is filled in is left out as a whole.
  const lists = Object.entries(properties).filter(([name, field]) => required.includes(name) && mayBeEmpty(field));
  return Object.fromEntries([...(sent.length > 0 ? lists.map(([name]) => [name, []] as const) : []), ...sent]);
}

/** A list of which none need be named. */
export const mayBeEmpty = ({ type, minItems = 0 }: Schema): boolean => type === 'array' && minItems === 0;

/** What must still be filled in, in the order of the form. */
export function missingIn(schema: Schema | null, value: unknown, path: Path = []): Path[] {
  if (!schema) return [];
  if (schema.type === 'array')
    return ((value as unknown[] | undefined) ?? []).flatMap((item, index) =>
      missingIn(schema.items ?? null, item, [...path, index]),
    );
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const inner = (value as Values | undefined)?.[name];
    const needed = (schema.required?.includes(name) ?? false) || (name === 'birthDate' && isAgeOpen(schema, value));
    const isList = field.type === 'array';
    if (isList && needed && ((inner as unknown[] | undefined)?.length ?? 0) < (field.minItems ?? 0)) return [[...path, name]];
    if (field.properties || isList) return needed || !isEmpty(inner) ? missingIn(field, inner, [...path, name]) : [];
    return needed && isEmpty(inner) ? [[...path, name]] : [];
  });
}

/** Of somebody whose age may be judged or unknown: one of the three must be said, and null says that nobody knows. */
const isAgeOpen = ({ properties = {} }: Schema, value: unknown): boolean =>
  'estimatedAge' in properties && valueAt(value, ['birthDate']) !== null && valueAt(value, ['estimatedAge']) === undefined;

/**
 * What a form begins with: of a list with one place for each code (the three packages), every place is there already.
 */
export function begun(schema: Schema | null): Values {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema?.properties ?? {})) {
    const coded = Object.entries(field.items?.properties ?? {}).find(([, { enum: codes }]) => codes?.length === field.minItems);
    if (field.type === 'array' && coded && field.minItems === field.maxItems && field.minItems !== undefined)
      values[name] = coded[1].enum!.map((code) => ({ [coded[0]]: code }));
    else if (field.type === 'array' && field.items?.properties && (field.minItems ?? 0) > 0)
      values[name] = Array.from({ length: field.minItems! }, () => ({}));
  }
  return values;
}

const NONE = 'none-known';

/** "None known" stands alone: it goes when anything else is chosen, and the others go when it is. */
export function chosen(before: readonly string[], next: readonly string[]): readonly string[] {
  const [added] = next.filter((code) => !before.includes(code));
  return added === NONE ? [NONE] : next.filter((code) => code !== NONE || next.length === 1);
}

/** Everything in a record that carries an id of this name: its plans, visits, hits … to choose from. */
export function carriersOf(record: unknown, name: string, found: Values[] = []): Values[] {
  if (Array.isArray(record)) record.forEach((item) => carriersOf(item, name, found));
  else if (typeof record === 'object' && record !== null) {
    const carrier = record as Values;
    if (typeof carrier[name] === 'string' && !found.some((known) => known[name] === carrier[name])) found.push(carrier);
    Object.values(carrier).forEach((inner) => carriersOf(inner, name, found));
  }
  return found;
}

/** Does a field of this name ask for a unit of the directory? */
export const asksForUnit = (name: string): boolean => /[uU]nit(Id)?$|^(counterpart|educationBureau)$/.test(name);
