import { Button, Checkbox, Input, Radio, Select } from 'antd';
import type { Schema } from '../api/command.js';
import { CODE_WORDS, CODE_WORDS_IN, FIELD_WORDS } from '../words/fields.js';
import { fromInput, toInput } from '../words/beijing.js';
import { useSpeaking, type Words } from '../words/language.js';
import { useForm } from './context.js';
import { AgeWays } from './age-ways.js';
import { FileDigest } from './file-digest.js';
import { KnownId } from './known-id.js';
import { CountryPicker, DivisionPicker, PersonPicker, UnitPicker } from './pickers.js';
import { asksForUnit, chosen, keyOf, mayBeEmpty, valueAt, type Path, type Values } from './values.js';

interface Given {
  readonly name: string;
  readonly schema: Schema;
  readonly path: Path;
  readonly required: boolean;
  /** A unit is asked for beside it: then a person is somebody of that unit, else somebody whom the case knows. */
  readonly hasUnit: boolean;
}

/** Not for people: they tell two records of one person apart, or are made by the page itself. */
const HIDDEN = new Set(['occurredAt', 'personIds', 'keyId', 'signature']);

const UUID_LENGTH = 36;
const LONG_TEXT = 200;
const FEW = 5;

const isNeeded = (schema: Schema, name: string): boolean => schema.required?.includes(name) ?? false;

/** Every field of a part of a form: what is needed first, else in the order in which the service declares them. */
export function Fields({
  schema,
  path = [],
  without = [],
}: {
  schema: Schema;
  path?: Path;
  without?: readonly string[];
}): React.ReactNode {
  const properties = schema.properties ?? {};
  const isAged = 'birthDate' in properties && 'estimatedAge' in properties;
  const drawn = (name: string): React.ReactNode => (
    <Field
      key={name}
      name={name}
      schema={properties[name]!}
      path={[...path, name]}
      required={isNeeded(schema, name)}
      hasUnit={'unitId' in properties || 'toUnit' in properties}
    />
  );
  return Object.keys(properties)
    .filter((name) => !HIDDEN.has(name) && !without.includes(name) && !(isAged && name === 'estimatedAge'))
    .sort((a, b) => Number(isNeeded(schema, b)) - Number(isNeeded(schema, a)))
    .map((name) =>
      isAged && name === 'birthDate' ? (
        <AgeWays
          key="age"
          path={path}
          exact={drawn(name)}
          estimate={drawn('estimatedAge')}
          // A form that asks for nothing but the age is for somebody who knows it.
          mayBeUnknown={'sex' in properties}
        />
      ) : (
        drawn(name)
      ),
    );
}

function Field(given: Given): React.ReactNode {
  const { name, schema, path, required } = given;
  const { say, word } = useSpeaking();
  const { missing } = useForm();
  const label = word(FIELD_WORDS, name);
  const isMissing = missing.has(keyOf(path));
  const isGroup = Boolean(schema.properties) || schema.type === 'array' || isChoice(schema);
  const note = required && !mayBeEmpty(schema) ? '' : say('(可不填)', '(optional)');
  const inner = (
    <>
      <Control {...given} label={label} />
      {isMissing && <span className="field-missing">{say('请填写', 'Please fill in')}</span>}
    </>
  );
  return isGroup ? (
    <fieldset className={isMissing ? 'field missing' : 'field'} data-field={keyOf(path)}>
      <legend>
        {label} <small>{note}</small>
      </legend>
      {inner}
    </fieldset>
  ) : (
    <div className={isMissing ? 'field missing' : 'field'} data-field={keyOf(path)}>
      <label htmlFor={keyOf(path)}>
        {label} <small>{note}</small>
      </label>
      {inner}
    </div>
  );
}

const isChoice = ({ enum: codes, type }: Schema): boolean => type === 'boolean' || (codes !== undefined && codes.length <= FEW);

/** The way to fill in one field, chosen by what it may hold. */
function Control(given: Given & { label: string }): React.ReactNode {
  const { name, schema, path, label } = given;
  const { values, set } = useForm();
  const value = valueAt(values, path);
  const picking = { id: keyOf(path), label, value: value as string | undefined, onChange: (next: unknown) => set(path, next) };
  if (schema.type === 'array') return <ListControl {...given} />;
  if (schema.properties) return <Fields schema={schema} path={path} />;
  if (schema.type === 'boolean' || schema.enum) return <Choice {...given} value={value} />;
  if (name === 'documentDigest') return <FileDigest {...picking} />;
  if (name === 'nationality' || name === 'country') return <CountryPicker {...picking} />;
  if (name === 'division') return <DivisionPicker {...picking} />;
  if (given.hasUnit && (name === 'personId' || name === 'toPerson')) {
    const beside = valueAt(values, path.slice(0, -1)) as Values | undefined;
    return <PersonPicker {...picking} unitId={(beside?.['unitId'] ?? beside?.['toUnit']) as string | undefined} />;
  }
  if (asksForUnit(name)) return <UnitPicker {...picking} />;
  if (schema.maxLength === UUID_LENGTH) return <KnownId {...picking} name={name} />;
  return <Typed {...given} value={value} />;
}

function Choice({ name, schema, path, label, value }: Given & { label: string; value: unknown }): React.ReactNode {
  const { say } = useSpeaking();
  const { set } = useForm();
  const words = useCodes(name);
  if (schema.type === 'boolean')
    return (
      <Radio.Group
        aria-label={label}
        value={value}
        onChange={({ target }) => set(path, target.value)}
        options={[
          { value: true, label: say('是', 'Yes') },
          { value: false, label: say('否', 'No') },
        ]}
      />
    );
  const options = schema.enum!.map((code) => ({ value: code, label: words(code), 'data-value': code }));
  return options.length <= FEW ? (
    <Radio.Group aria-label={label} value={value} onChange={({ target }) => set(path, target.value)} options={options} />
  ) : (
    <Select
      id={keyOf(path)}
      aria-label={label}
      className="wide"
      virtual={false}
      showSearch={{ optionFilterProp: 'label' }}
      value={value as string | undefined}
      onChange={(next) => set(path, next)}
      options={options}
    />
  );
}

function useCodes(name: string): (code: string) => string {
  const { word } = useSpeaking();
  const here: Readonly<Record<string, Words>> = { ...CODE_WORDS, ...CODE_WORDS_IN[name] };
  return (code) => word(here, code);
}

function Typed({ schema, path, value }: Given & { value: unknown }): React.ReactNode {
  const { set } = useForm();
  const id = keyOf(path);
  const text = (value ?? '') as string;
  if (schema.pattern?.includes('T\\d{2}'))
    return (
      <input
        id={id}
        className="plain-input"
        type="datetime-local"
        value={text ? toInput(text) : ''}
        onChange={({ target }) => set(path, target.value ? fromInput(target.value) : undefined)}
      />
    );
  if (schema.pattern === '^\\d{4}-\\d{2}-\\d{2}$')
    return (
      <input
        id={id}
        className="plain-input"
        type="date"
        value={text}
        onChange={({ target }) => set(path, target.value || undefined)}
      />
    );
  if (schema.type === 'integer')
    return (
      <input
        id={id}
        className="plain-input"
        type="number"
        min={schema.minimum}
        max={schema.maximum}
        value={text}
        onChange={({ target }) => set(path, target.value === '' ? undefined : Number(target.value))}
      />
    );
  return (schema.maxLength ?? 0) > LONG_TEXT ? (
    <Input.TextArea
      id={id}
      rows={4}
      maxLength={schema.maxLength}
      value={text}
      onChange={({ target }) => set(path, target.value)}
    />
  ) : (
    <Input
      id={id}
      maxLength={schema.maxLength}
      value={text}
      autoComplete="off"
      onChange={({ target }) => set(path, target.value)}
    />
  );
}

function ListControl({ name, schema, path, label }: Given & { label: string }): React.ReactNode {
  const { say } = useSpeaking();
  const { values, set } = useForm();
  const words = useCodes(name);
  const items = (valueAt(values, path) as unknown[] | undefined) ?? [];
  const item = schema.items ?? {};
  if (item.enum)
    return (
      <Checkbox.Group
        aria-label={label}
        value={items as string[]}
        onChange={(next) => set(path, chosen(items as string[], next))}
        options={item.enum.map((code) => ({ value: code, label: words(code) }))}
      />
    );
  if (!item.properties)
    return (
      <KnownId
        id={keyOf(path)}
        label={label}
        name={name}
        several
        value={items as string[]}
        onChange={(next) => set(path, next)}
      />
    );
  const isFixed = schema.minItems !== undefined && schema.minItems === schema.maxItems;
  return (
    <>
      {items.map((_, index) => (
        <ListItem
          key={index}
          schema={item}
          path={[...path, index]}
          isFixed={isFixed}
          onRemove={() =>
            set(
              path,
              items.filter((_item, at) => at !== index),
            )
          }
        />
      ))}
      {!isFixed && items.length < (schema.maxItems ?? 20) && (
        <Button size="small" onClick={() => set(path, [...items, {}])}>
          {say(`添加${label}`, `Add: ${label.toLowerCase()}`)}
        </Button>
      )}
    </>
  );
}

function ListItem({
  schema,
  path,
  isFixed,
  onRemove,
}: {
  schema: Schema;
  path: Path;
  isFixed: boolean;
  onRemove: () => void;
}): React.ReactNode {
  const { say } = useSpeaking();
  const { values } = useForm();
  const coded = isFixed ? Object.entries(schema.properties ?? {}).find(([, { enum: codes }]) => codes) : undefined;
  const words = useCodes(coded?.[0] ?? '');
  return (
    <div className="list-item">
      {coded && <h4>{words(valueAt(values, [...path, coded[0]]) as string)}</h4>}
      <Fields schema={schema} path={path} without={coded ? [coded[0]] : []} />
      {!isFixed && (
        <Button size="small" type="text" danger onClick={onRemove}>
          {say('删去', 'Remove')}
        </Button>
      )}
    </div>
  );
}
