import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { aggregated, describeService, type Described } from '#service-kit';
import type { Generator } from './page.js';

/**
 * `web/src/api/answers.ts`: what may be asked of the services, and what they answer, as types. Taken from the same document
 * that programs read (`docs/api/guitu.json`), so that a screen which expects something else does not compile.
 */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly items?: Schema;
}

type Content = Readonly<Record<string, { schema: Schema }>>;

interface Question {
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses: Readonly<Record<string, { content?: Content } | undefined>>;
}

/** A line of the file, and the schemas that it names. */
type Typed = readonly [text: string, ...names: string[]];

const HEAD = `// Written by \`npm run generate\`, from the document of all services. Change the code of the services, not this file.\n\n`;
/** What openapi-typescript adds for documents with more in them. */
const EMPTY = new Set(['paths', 'webhooks', '$defs', 'operations']);
/** The administrator's upkeep has no screen. */
const WITHOUT_SCREEN = /\/(parked|rehearsal)(\/|$)/;

const MANY = 20;

const nameOf = ({ $ref = '' }: Schema): string => $ref.split('/').at(-1)!;

function typeOf(schema: Schema): string {
  if (schema.$ref) return nameOf(schema);
  // A list of every fact would only be long.
  if (schema.enum && schema.enum.length <= MANY) return schema.enum.map((code) => `'${code}'`).join(' | ');
  if (schema.type === 'array') return `readonly (${typeOf(schema.items ?? {})})[]`;
  return schema.type === 'integer' || schema.type === 'number' ? 'number' : 'string';
}

/** The address, what stands in it or behind its question mark, and the names of what is asked and answered. */
function questionIn(address: string, { parameters = [], responses }: Question): Typed | null {
  const answer = responses['200']?.content?.['application/json']?.schema;
  if (!answer?.$ref || WITHOUT_SCREEN.test(address)) return null;
  const inPath = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => `readonly ${name!}: string`);
  const asked = parameters.filter(({ in: place }) => place === 'query');
  const inQuery = asked.map(({ name, required, schema }) =>
    `readonly ${name}${required ? '' : '?'}: ${typeOf(schema)}${required ? '' : ' | undefined'}`);
  const all = [...inPath, ...inQuery];
  const asks = all.length > 0 ? `{ ${all.join('; ')} }` : 'Readonly<Record<string, never>>';
  return [
    `  readonly '${address}': { readonly asks: ${asks}; readonly answers: ${nameOf(answer)} };`, nameOf(answer),
    ...asked.flatMap(({ schema }) => (schema.$ref ? [nameOf(schema)] : [])),
  ];
}

/** What is asked in a form, so that it stands in no address, and changes no case: a search, a mark of one's own. */
function formIn(address: string, { parameters = [], requestBody, responses }: Question): Typed | null {
  const answer = responses['200']?.content?.['application/json']?.schema;
  const form = requestBody?.content?.['application/json']?.schema;
  const isCommand = parameters.some(({ name }) => name === 'Idempotency-Key');
  if (!answer?.$ref || !form?.$ref || isCommand || WITHOUT_SCREEN.test(address)) return null;
  return [`  readonly '${address}': { readonly asks: ${nameOf(form)}; readonly answers: ${nameOf(answer)} };`, nameOf(form), nameOf(answer)];
}

/** These schemas, and those that they name. */
function reached(names: Iterable<string>, schemas: Readonly<Record<string, object>>): Record<string, object> {
  const found = new Set(names);
  for (const name of found)
    for (const [, inner] of JSON.stringify(schemas[name]).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) found.add(inner!);
  return Object.fromEntries([...found].sort().map((name) => [name, schemas[name]!]));
}

export const webAnswers: Generator = async (services) => {
  const described = await Promise.all(services.filter(({ name }) => name !== 'gateway')
    .map(async ({ name, definition, parts }): Promise<Described> =>
      ({ name, document: JSON.parse(JSON.stringify(await describeService(definition, parts))) as Described['document'] })));
  const whole = aggregated(described);
  const questions = Object.entries(whole.paths).flatMap(([address, { get }]) =>
    get ? [questionIn(address, get as unknown as Question)] : []).filter((question) => question !== null);
  const forms = Object.entries(whole.paths).flatMap(([address, { post }]) =>
    post ? [formIn(address, post as unknown as Question)] : []).filter((form) => form !== null);
  const names = [...questions, ...forms].flatMap(([, ...named]) => named);
  const schemas = whole.components!.schemas as Readonly<Record<string, object>>;
  const nodes = await openapiTS({
    ...whole, paths: {}, components: { schemas: reached(names, schemas) },
  } as unknown as OpenAPI3, { immutable: true, rootTypes: true, rootTypesNoSchemaPrefix: true, silent: true });
  const kept = nodes.filter((node) =>
    !((ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && EMPTY.has(node.name.text)));
  return [{
    path: 'web/src/api/answers.ts',
    text: `${HEAD}/** What can be asked at each address, and what is answered. */\nexport interface Questions {\n`
      + `${questions.map(([text]) => text).join('\n')}\n}\n\n`
      + `/** What is asked in a form, and stands in no address. */\nexport interface Forms {\n${forms.map(([text]) => text).join('\n')}\n}\n\n`
      + astToString(kept),
  }];
};
