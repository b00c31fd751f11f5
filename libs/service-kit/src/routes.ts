import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { accepted, exampleOf, fieldsOf, refTo, refusalText } from '#contracts';
import { ReceiptAnswer } from './answers.js';
import { CASE_OF, CHANGES, OPEN, PERMISSION, type CaseOf } from './asking.js';

type Schema = Parameters<typeof ApiBody>[0] extends infer O ? (O extends { schema: infer S } ? S : never) : never;

export interface RouteDoc {
  /** What it does, Chinese first: `登记线索 / Receives a clue`. */
  readonly says: string;
  /** The form, or a file as it is. */
  readonly input?: Type<object> | typeof FILE;
  /** Fields that the example of the input leaves out, because a rule takes only one of several. */
  readonly exampleWithout?: readonly string[];
  /** What may stand behind the question mark of the address. */
  readonly query?: Type<object>;
  /** Codes of the refusals that the rules of this route may give. */
  readonly refuses?: readonly string[];
  /** Which case it is about. Needed wherever the permission asks for a relation to the case. */
  readonly of?: CaseOf;
}

export interface ReadingDoc extends RouteDoc {
  /** What it answers with, field by field; tests compare every answer with it. */
  readonly answers: Answers;
}

/** The bytes of a file, of whatever kind. */
export const FILE = 'application/octet-stream';

/** A declared class, a paper, a file, a stream of events, or the way to another page. */
export type Answers = Type<object> | 'application/pdf' | typeof FILE | 'text/event-stream' | 'redirect';

/** What the document of a service must know of a route beyond Nest's own metadata. */
export type RouteClasses = Pick<RouteDoc, 'input' | 'query'> & { readonly answers: Answers };

export const ROUTE = 'guitu:route';

const ID = fieldsOf(ReceiptAnswer).get('commandId')!.schema as Schema;

const ALWAYS = ['input.invalid', 'record.busy', 'record.internal-error'];
const COMMON = [...ALWAYS, 'access.not-signed-in', 'access.not-permitted', 'access.no-post', 'access.choose-a-post'];
const COMMAND = [
  'input.command-id-missing', 'input.command-id-reused', 'input.too-large', 'record.not-found', 'record.stale-version',
  'time.in-future', 'access.no-post-then', 'clock.year-not-loaded', 'clock.no-rule-then',
];

/** A route that changes something: needs this permission and a command id, answers with a receipt. */
export const Commands = (permission: string, doc: RouteDoc): MethodDecorator => applyDecorators(
  SetMetadata(CHANGES, true),
  ...route(permission, { ...doc, answers: ReceiptAnswer }, doc),
  ApiHeader({
    name: 'Idempotency-Key', required: true, schema: ID,
    description: '命令编号(UUID):同一编号只生效一次 / command id: one effect however often it is sent',
  }),
  ApiHeader({
    name: 'If-Match', required: false, schema: { type: 'string', pattern: '^(W/)?"?\\d{1,9}"?$' },
    description: '所见版本 / the version that you have read; refused with 409 and what differs',
  }),
  SetMetadata(CASE_OF, doc.of),
  ...problems([...COMMON, ...COMMAND, ...(doc.of ? ['access.not-party'] : []), ...(doc.refuses ?? [])]),
);

/** A route that reads: needs this permission. */
export const Reads = (permission: string, doc: ReadingDoc): MethodDecorator => applyDecorators(
  ...route(permission, doc, doc),
  SetMetadata(CASE_OF, doc.of),
  ...problems([...COMMON, 'record.not-found', ...(doc.of ? ['access.not-party'] : []), ...(doc.refuses ?? [])]),
);

/** A route that anybody may read without signing in. */
export const Shows = (doc: ReadingDoc): MethodDecorator => applyDecorators(
  SetMetadata(OPEN, true), SetMetadata(ROUTE, { query: doc.query, answers: doc.answers } satisfies RouteClasses),
  ApiOperation({ summary: doc.says }), ...query(doc), ...problems([...ALWAYS, ...(doc.refuses ?? [])]),
);

const route = (permission: string, { input, query: asked, answers }: RouteClasses, doc: RouteDoc): MethodDecorator[] => [
  SetMetadata(PERMISSION, permission), SetMetadata(ROUTE, { input, query: asked, answers } satisfies RouteClasses),
  ApiOperation({ summary: doc.says, description: `Permission: \`${permission}\`` }),
  ApiBearerAuth(),
  ApiHeader({
    name: 'X-Unit', required: false, schema: { type: 'string', maxLength: 48 },
    description: '以哪个单位的岗位办理;只在一个单位任职时可不填 / the unit under whose post one acts; needed by who holds posts in several',
  }),
  ...body(doc), ...query(doc),
];

function body({ input, exampleWithout = [] }: RouteDoc): MethodDecorator[] {
  if (!input) return [];
  if (input === FILE) return [ApiConsumes(FILE), ApiBody({ schema: { type: 'string', format: 'binary' } })];
  const value = Object.fromEntries(Object.entries(exampleOf(input)).filter(([name]) => !exampleWithout.includes(name)));
  return [ApiBody({ schema: refTo(input) as Schema, examples: { example: { value } } })];
}

const query = ({ query: input }: RouteDoc): MethodDecorator[] => [...(input ? fieldsOf(input) : [])].map(([name, spec]) =>
  ApiQuery({ name, required: spec.required, schema: accepted(spec) as Schema, example: spec.example }));

function problems(codes: readonly string[]): MethodDecorator[] {
  const byStatus = new Map<number, string[]>();
  for (const code of new Set(codes)) {
    const { status } = refusalText(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return [...byStatus].map(([status, given]) => ApiResponse({
    status,
    description: given.map((code) => `\`${code}\` ${refusalText(code).zh} ${refusalText(code).en}`).join('\n\n'),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(given.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  }));
}
