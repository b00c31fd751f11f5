import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { exampleOf, fieldsOf, jsonSchemaOf, refusalText } from '#contracts';
import { CASE_OF, CHANGES, PERMISSION, type CaseOf } from './asking.js';

type Schema = Parameters<typeof ApiBody>[0] extends infer O ? (O extends { schema: infer S } ? S : never) : never;

export interface RouteDoc {
  /** What it does, Chinese first: `登记线索 / Receives a clue`. */
  readonly says: string;
  readonly input?: Type<object>;
  /** What may stand behind the question mark of the address. */
  readonly query?: Type<object>;
  readonly answers?: Type<object>;
  /** Of a reading: which case is read. Needed wherever the permission asks for a relation to the case. */
  readonly of?: CaseOf;
  /** Codes of the refusals that the rules of this route may give. */
  readonly refuses?: readonly string[];
}

const COMMON = ['input.invalid', 'access.not-signed-in', 'access.not-permitted', 'access.no-post', 'record.busy'];
const COMMAND = [
  'input.command-id-missing', 'input.command-id-reused', 'input.too-large', 'record.not-found', 'record.stale-version',
  'time.in-future',
];

/** A route that changes something: needs this permission and a command id, answers with a receipt. */
export const Commands = (permission: string, doc: RouteDoc): MethodDecorator => applyDecorators(
  SetMetadata(PERMISSION, permission),
  SetMetadata(CHANGES, true),
  ApiOperation({ summary: doc.says, description: `Permission: \`${permission}\`` }),
  ApiBearerAuth(),
  ApiHeader({ name: 'Idempotency-Key', required: true, description: '命令编号(UUID):同一编号只生效一次 / command id: one effect however often it is sent' }),
  ApiHeader({ name: 'If-Match', required: false, description: '所见版本 / the version that you have read; refused with 409 and what differs' }),
  ...body(doc),
  ...query(doc),
  ApiResponse({ status: '2XX', description: '回执 / receipt', schema: { $ref: '#/components/schemas/Receipt' } }),
  ...problems([...COMMON, ...COMMAND, ...(doc.refuses ?? [])]),
);

/** A route that reads: needs this permission. */
export const Reads = (permission: string, doc: RouteDoc): MethodDecorator => applyDecorators(
  SetMetadata(PERMISSION, permission),
  SetMetadata(CASE_OF, doc.of),
  ApiOperation({ summary: doc.says, description: `Permission: \`${permission}\`` }),
  ApiBearerAuth(),
  ...body(doc),
  ...query(doc),
  ...(doc.answers ? [ApiResponse({ status: 200, schema: jsonSchemaOf(doc.answers) })] : [ApiResponse({ status: 200 })]),
  ...problems([...COMMON, 'record.not-found', ...(doc.of ? ['access.not-party'] : []), ...(doc.refuses ?? [])]),
);

const body = ({ input }: RouteDoc): MethodDecorator[] =>
  input ? [ApiBody({ schema: { ...jsonSchemaOf(input), example: exampleOf(input) } as Schema })] : [];

const query = ({ query: input }: RouteDoc): MethodDecorator[] => [...(input ? fieldsOf(input) : [])].map(([name, spec]) =>
  ApiQuery({ name, required: spec.required, schema: spec.schema as Schema, example: spec.example }));

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

/** The answer behind each code that the routes of a document may give. */
export const problemExamples = (codes: Iterable<string>): Record<string, { value: object }> =>
  Object.fromEntries([...codes].sort().map((code) => {
    const { status, zh, en } = refusalText(code);
    return [code, { value: { type: `/problems/${code}`, title: zh, status, code, zh, en } }];
  }));

/** What every document of a service carries, so that its routes need only point at it. */
export const COMMON_SCHEMAS: Record<string, Schema> = {
  Problem: {
    type: 'object', required: ['type', 'title', 'status', 'code', 'zh', 'en'],
    properties: {
      type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' },
      zh: { type: 'string' }, en: { type: 'string' }, clause: { type: 'string' }, instance: { type: 'string' },
      details: { type: 'object', additionalProperties: true },
    },
  },
  Receipt: {
    type: 'object', required: ['commandId', 'id', 'caseId', 'version', 'recordedAt', 'facts', 'repeated'],
    properties: {
      commandId: { type: 'string', format: 'uuid' }, id: { type: 'string', nullable: true },
      caseId: { type: 'string', nullable: true }, version: { type: 'integer' },
      recordedAt: { type: 'string', format: 'date-time' },
      repeated: { type: 'boolean' },
      facts: {
        type: 'array', maxItems: 1000,
        items: {
          type: 'object',
          required: ['type', 'version', 'data'],
          properties: {
            type: { type: 'string' }, version: { type: 'integer' }, data: { type: 'object', additionalProperties: true },
          },
        },
      },
    },
  },
};
