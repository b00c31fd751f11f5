import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredFacts, fieldsOf, type FieldSpec } from '#contracts';
import { projectRoot } from '#embedded';
import { listeningsOf } from '#service-kit';
import type { ListedService } from '../services.js';
import { code, page, table, type Generator, type Page } from './page.js';

type Declared = ReturnType<typeof declaredFacts>[number];

const START = '<!-- facts:start -->';
const END = '<!-- facts:end -->';

/** Who does something when this is said. A batch view hears everything that its source says. */
export function listenersOf(fact: Declared, services: readonly ListedService[]): string[] {
  return services
    .filter(({ definition }) =>
      listeningsOf(definition).some(
        ({ source, reactions, view }) =>
          fact.by.includes(source) && (view !== undefined || reactions.some(({ type }) => type === fact.type)),
      ),
    )
    .map(({ name }) => name);
}

/** `docs/facts.md`: the whole language that the services speak. */
export const factsPage: Generator = (services) => {
  const facts = declaredFacts();
  const families = new Map<string, Declared[]>();
  for (const fact of facts) {
    const family = fact.type.slice(0, fact.type.indexOf('.'));
    families.set(family, [...(families.get(family) ?? []), fact]);
  }
  return [page('docs/facts.md', '事实 Facts', [
    '服务之间只通过这些事实相互告知(打印移交记录时向名录查询名称除外,见下)。事实不含姓名和自由文字(每次检查都逐条核对)。',
    '',
    'What the services tell one another, and nothing else. No fact carries a name or free text; a test walks them all.',
    'One question is asked besides: for the names on the printed record of a handover cross-border asks the directory, as whoever prints,',
    'and has the form of those answers written down by hand ([decision 31](decisions/0031-names-on-paper-are-asked-of-the-directory.md)).',
    `Declared once in \`libs/contracts\`; ${facts.length} facts. How to add one: [add-a-fact](checklists/add-a-fact.md).`,
    '',
    ...[...families].flatMap(([family, members]) => [`## ${family}`, '', ...members.flatMap((fact) => section(fact, services))]),
  ])];
};

function section(fact: Declared, services: readonly ListedService[]): string[] {
  const heard = listenersOf(fact, services).filter((name) => fact.by.length > 1 || !fact.by.includes(name));
  return [
    `### ${fact.type}`,
    '',
    `${fact.says}`,
    '',
    `Version ${fact.version}. Said by: ${fact.by.join(', ')}. Heard by: ${heard.join(', ') || '–'}.`,
    '',
    table(['field', 'holds'], [...fieldsOf(fact.class)].map(([name, spec]) =>
      [code(name) + (spec.required ? '' : ' (may be absent)'), holds(spec)])),
    '',
  ];
}

function holds(spec: FieldSpec): string {
  if (spec.part) {
    const inner = [...fieldsOf(spec.part.of())].map(([name, part]) => `${code(name)}: ${holds(part)}`).join('; ');
    return `${spec.part.many ? 'list of ' : ''}{ ${inner} }`;
  }
  return described(spec.schema);
}

function described(schema: Record<string, unknown>): string {
  if (Array.isArray(schema.enum)) return `one of ${(schema.enum as string[]).map(code).join(', ')}`;
  if (schema.type === 'array')
    return `list, at most ${String(schema.maxItems)}, of ${described(schema.items as Record<string, unknown>)}`;
  if (schema.type === 'integer') return `whole number, ${String(schema.minimum)} to ${String(schema.maximum)}`;
  return KINDS.find(([mark]) => String(schema.pattern ?? '').startsWith(mark))?.[1] ?? String(schema.type);
}

/** By the beginning of the pattern that the field decorators of libs/contracts give. */
const KINDS: [mark: string, name: string][] = [
  ['^[0-9a-f]{8}-', 'id (UUID)'], ['^[a-z0-9]+(-', 'unit of the directory'], ['^\\d{4}-\\d{2}-\\d{2}T', 'moment (UTC)'],
  ['^\\d{4}-\\d{2}-\\d{2}$', 'day'], ['^[0-9a-f]{64}', 'digest'], ['^[A-Za-z0-9_-]{', 'bytes (base64url)'],
  ['^[1-9]\\d{5}$', 'division (GB/T 2260)'], ['^[A-Z]{2}$', 'country (ISO 3166)'], ['^[A-Z0-9]', 'paper number'],
];

/** The table of each service's README, between its two markers: what it says, and what it hears. */
export const readmeTables: Generator = (services) => services.flatMap(({ name, definition }): Page[] => {
  const path = `services/${name}/README.md`;
  const file = join(projectRoot(), path);
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${path} lacks the markers ${START} and ${END}.`);
  const facts = declaredFacts();
  const said = facts.filter(({ by }) => by.includes(name));
  const heard = listeningsOf(definition).filter(({ source }) => source !== name).map(({ source, reactions, view }) => [
    source, view ? 'everything 全部' : [...new Set(reactions.map(({ type }) => type))].map(code).join(', '),
  ]);
  const tables = [
    table(['says 说出', 'meaning', 'heard by'], said.map((fact) =>
      [code(fact.type), fact.says, listenersOf(fact, services).filter((listener) => listener !== name).join(', ') || '–'])),
    table(['hears 听取', 'facts'], heard),
  ];
  return [{ path, text: `${text.slice(0, start + START.length)}\n\n${tables.join('\n\n')}\n\n${text.slice(end)}` }];
});
