import { fieldsOf, type Class, type FieldSpec, type JsonSchema } from './fields.js';

/** JSON Schema (draft 2020-12 subset) of a declared class, its parts within it. */
export const jsonSchemaOf = (type: Class): JsonSchema => objectOf(type, jsonSchemaOf);

/** An instance filled with the example of each field: for documentation and for frozen samples. */
export function exampleOf(type: Class): Record<string, unknown> {
  const example: Record<string, unknown> = {};
  for (const [name, spec] of fieldsOf(type)) {
    if (!spec.part) example[name] = spec.example;
    else example[name] = spec.part.many ? examplesOf(spec.part.of(), Number(spec.schema.minItems)) : exampleOf(spec.part.of());
  }
  return example;
}

const examplesOf = (type: Class, min: number): unknown[] => Array.from({ length: Math.max(1, min) }, () => exampleOf(type));

const vocabularies = new Map<string, string>();

/** A closed list of codes with the name under which documents show it. */
export function vocabulary<const T extends readonly string[]>(name: string, codes: T): T {
  const key = codes.join(' ');
  if (vocabularies.has(key)) throw new Error(`${name} and ${vocabularies.get(key)} are one list of codes.`);
  vocabularies.set(key, name);
  return codes;
}

/** What is published of a field that is sent to us. */
export const accepted = ({ accepts, schema }: Pick<FieldSpec, 'accepts' | 'schema'>): JsonSchema => accepts ?? schema;

/** Under which name documents show a class; `PlacementAnswer` is what others know as a `Placement`. */
export const schemaName = (type: Class): string => type.name.replace(/Answer$/, '');

export const refTo = (type: Class): JsonSchema => ref(schemaName(type));

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/**
 * These classes, their parts and the code lists in them as the named schemas of an OpenAPI document.
 * @param given.inputs what is sent to us: published as it is taken, which may be more than is kept and answered.
 * @throws Error where two classes have one name.
 */
export function namedSchemas(given: { inputs: Iterable<Class>; answers: Iterable<Class> }): Record<string, JsonSchema> {
  const classes = new Map<string, Class>();
  const schemas: Record<string, JsonSchema> = {};
  const naming = (schemaOf: (spec: FieldSpec) => JsonSchema) => function named(type: Class): JsonSchema {
    const name = schemaName(type);
    if (classes.has(name) && classes.get(name) !== type) throw new Error(`Two classes are named ${name}.`);
    if (!classes.has(name)) {
      classes.set(name, type);
      schemas[name] = objectOf(type, named, (spec) => withVocabulary(schemaOf(spec), schemas));
    }
    return ref(name);
  };
  for (const type of given.inputs) naming(accepted)(type);
  for (const type of given.answers) naming(({ schema }) => schema)(type);
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The schema with each closed list of codes that has a name under that name. */
export function withVocabulary(schema: JsonSchema, schemas: Record<string, JsonSchema>): JsonSchema {
  const items = schema.items as JsonSchema | undefined;
  if (items) return { ...schema, items: withVocabulary(items, schemas) };
  const name = Array.isArray(schema.enum) ? vocabularies.get(schema.enum.join(' ')) : undefined;
  if (name === undefined) return schema;
  schemas[name] = schema;
  return ref(name);
}

function objectOf(
  type: Class, partOf: (type: Class) => JsonSchema, own = ({ schema }: FieldSpec): JsonSchema => schema,
): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const [name, spec] of fieldsOf(type)) {
    const schema = spec.part ? schemaOfPart(spec, partOf) : own(spec);
    properties[name] = spec.nullable ? orNull(schema) : schema;
    if (spec.required) required.push(name);
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

function schemaOfPart({ part, schema }: FieldSpec, partOf: (type: Class) => JsonSchema): JsonSchema {
  const inner = partOf(part!.of());
  return part!.many ? { type: 'array', items: inner, ...schema } : inner;
}

function orNull(schema: JsonSchema): JsonSchema {
  if (typeof schema.type !== 'string' || schema.properties) return { anyOf: [schema, { type: 'null' }] };
  const codes = Array.isArray(schema.enum) ? { enum: [...schema.enum as unknown[], null] } : {};
  return { ...schema, type: [schema.type, 'null'], ...codes };
}
