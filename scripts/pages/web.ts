import { RULES } from '#clocks';
import { CASE_KINDS, declaredFacts, declaredRefusals, POSTS, STAGES, UNIT_KINDS } from '#contracts';
import { describeService } from '#service-kit';
import type { Command, Schema } from '../../web/src/api/command.js';
import type { Generator } from './page.js';

/**
 * `web/src/api/*.ts`: what the browser knows of the services. The forms come from the schemas of the commands, so that no
 * rule and no list of fields is kept twice; the lists of codes let the compiler find each word that is missing.
 */
export interface WebSchema extends Omit<Schema, 'properties' | 'items'> {
  readonly properties?: Readonly<Record<string, WebSchema>>;
  readonly items?: WebSchema;
  readonly $ref?: string;
}

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters?: readonly { name: string; in: string }[];
  readonly requestBody?: { content: Record<string, { schema: WebSchema }> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { schemas?: Record<string, WebSchema> };
}

const HEAD = '// Written by `npm run generate`. Change the code of the services, not this file.\n\n';
const KEPT = ['type', 'properties', 'required', 'items', 'enum', 'pattern', 'minItems', 'maxItems', 'minLength', 'maxLength',
  'minimum', 'maximum'] as const;

/** A schema without what only documents need, its references followed. */
function plain(schema: WebSchema, document: Document): WebSchema {
  if (schema.$ref) return plain(document.components!.schemas![schema.$ref.split('/').at(-1)!]!, document);
  const kept: Record<string, unknown> = {};
  for (const name of KEPT) if (schema[name] !== undefined) kept[name] = schema[name];
  if (schema.items) kept['items'] = plain(schema.items, document);
  if (schema.properties)
    kept['properties'] = Object.fromEntries(
      Object.entries(schema.properties).map(([name, field]) => [name, plain(field, document)]),
    );
  return kept;
}

/** `PUT /placements/{id}/reception` of placement is `placement/placements.receive`. */
function commandsOf(service: string, document: Document): [string, Command][] {
  return Object.entries(document.paths).flatMap(([path, operations]) => Object.entries(operations).flatMap(
    ([method, operation]): [string, Command][] => {
      // Upkeep is the administrator's, and has no form here.
      if (path.startsWith('/parked') || !operation.parameters?.some(({ name }) => name === 'Idempotency-Key')) return [];
      const [zh = '', en = ''] = (operation.summary ?? '').split(/\s*\/\s+(?=[A-Z])/);
      const schema = operation.requestBody?.content['application/json']?.schema;
      const name = operation.operationId.split(/[._]/).at(-1)!;
      return [[`${service}/${path.split('/')[1]!}.${name}`, {
        service, method: method.toUpperCase(), path, zh, en, body: schema ? plain(schema, document) : null,
      }]];
    },
  ));
}

/** Every name of a field, and every code of a list, that a form can show. */
function wordsIn(schema: WebSchema | null, found: { fields: Set<string>; codes: Set<string> }): void {
  if (!schema) return;
  schema.enum?.forEach((code) => found.codes.add(code));
  wordsIn(schema.items ?? null, found);
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    found.fields.add(name);
    wordsIn(field, found);
  }
}

const union = (name: string, says: string, codes: Iterable<string>): string =>
  `/** ${says} */\nexport type ${name} =\n${[...codes].sort().map((code) => `  | '${code}'`).join('\n')};\n`;

const constant = (name: string, type: string, value: unknown): string =>
  `export const ${name}: ${type} = ${JSON.stringify(value, undefined, 1)};\n`;

export const webPages: Generator = async (services) => {
  const documents = await Promise.all(services
    .filter(({ name }) => (STAGES as readonly string[]).includes(name))
    .map(async ({ name, definition, parts }) =>
      [name, await describeService(definition, parts) as unknown as Document] as const));
  const commands = documents.flatMap(([name, document]) => commandsOf(name, document));
  const found = { fields: new Set<string>(), codes: new Set<string>() };
  for (const [, { body }] of commands) wordsIn(body, found);
  const refusals = declaredRefusals();
  const rules = new Map(RULES.map((rule) => [rule.code, rule]));
  return [
    {
      path: 'web/src/api/codes.ts',
      text: HEAD + [
        union('CommandName', 'What people can do, by service, record and route.', commands.map(([name]) => name)),
        union('FieldName', 'What a form can ask for.', found.fields),
        union('ListedCode', 'What a form can offer to choose from.', found.codes),
        union('FactType', 'What can have happened.', declaredFacts().map(({ type }) => type)),
        union('RefusalCode', 'Why something cannot be done.', refusals.map(([code]) => code)),
        union('StageKind', 'One agency’s part of a case.', STAGES),
        union('UnitKind', 'What a unit is.', UNIT_KINDS),
        union('Post', 'What somebody is in a unit.', POSTS),
        union('CaseKind', 'What a case is about.', CASE_KINDS),
        union('ClockRuleName', 'What has a deadline.', rules.keys()),
      ].join('\n'),
    },
    {
      path: 'web/src/api/commands.ts',
      text: `${HEAD}import type { CommandName } from './codes.js';\nimport type { Command } from './command.js';\n\n`
        + constant('COMMANDS', 'Readonly<Record<CommandName, Command>>', Object.fromEntries(commands)),
    },
    {
      path: 'web/src/api/refusals.ts',
      text: `${HEAD}import type { RefusalCode } from './codes.js';\n\n`
        + constant('REFUSALS', 'Readonly<Record<RefusalCode, { zh: string; en: string; clause?: string }>>',
          Object.fromEntries(refusals.map(([code, { zh, en, clause }]) => [code, { zh, en, clause }]))),
    },
    {
      path: 'web/src/api/clock-rules.ts',
      text: `${HEAD}import type { ClockRuleName } from './codes.js';\n\n`
        + constant('CLOCK_RULES', 'Readonly<Record<ClockRuleName, readonly [zh: string, en: string]>>',
          Object.fromEntries([...rules].map(([code, { zh, en }]) => [code, [zh, en]])))
        + '\n/** What must have been done so that the deadline stops. */\n'
        + constant('CLOCK_STOPS', 'Readonly<Record<ClockRuleName, readonly [zh: string, en: string]>>',
          Object.fromEntries([...rules].map(([code, { stops: { zh, en } }]) => [code, [zh, en]]))),
    },
  ];
};
