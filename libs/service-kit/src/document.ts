import type { INestApplication, PipeTransform, Type } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ParseEnumPipe, ParseIntPipe, ParseUUIDPipe, RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { fieldsOf, namedSchemas, refTo, refusalText, withVocabulary, type JsonSchema } from '#contracts';
import { ProblemAnswer, ReceiptAnswer } from './answers.js';
import { ROUTE, type Answers, type RouteClasses } from './routes.js';

/** One route as the document shows it, and the method behind it. */
interface Documented extends RouteClasses {
  readonly status: number;
  /** Schemas of what stands in the address, by name. */
  readonly places: Readonly<Record<string, JsonSchema>>;
}

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; schema: JsonSchema }[];
  responses: Record<string, unknown>;
  summary?: string;
}

/**
 * The routes of a service as OpenAPI: every operation under a name that stays (`placement.receive`), every form and every
 * answer as a named schema.
 */
export function describedBy(app: INestApplication, { name }: { readonly name: string }): OpenAPIObject {
  const operationIdOf = (controller: string, method: string): string => operationId(name, controller, method);
  const document = SwaggerModule.createDocument(app,
    new DocumentBuilder().setOpenAPIVersion('3.1.0').setTitle(`归途 Guitu: ${name}`).setVersion('1').addBearerAuth().build(),
    { operationIdFactory: operationIdOf });
  const routes = routesOf(app, operationIdOf);
  const classes = (of: 'input' | 'answers'): Type<object>[] =>
    [...routes.values()].map((route) => route[of]).filter((type) => typeof type === 'function');
  const schemas = namedSchemas({ inputs: classes('input'), answers: [ProblemAnswer, ReceiptAnswer, ...classes('answers')] });
  for (const operation of operationsOf(document)) {
    const route = routes.get(operation.operationId);
    if (route) complete(operation, route, schemas);
  }
  const codes = [...JSON.stringify(document.paths).matchAll(/#\/components\/examples\/([^"]+)"/g)].map(([, code]) => code!);
  Object.assign(document.components!, { schemas, examples: problemExamples(new Set(codes)) });
  return document;
}

export const operationsOf = ({ paths }: OpenAPIObject): Operation[] =>
  Object.values(paths).flatMap((path) => Object.values(path) as Operation[]);

/** `placement.receive`; where a service has several groups of routes, with the group's name: `rescue.custodies.offer`. */
export function operationId(service: string, controller: string, method: string): string {
  const group = controller.replace(/Controller$/, '').replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return group === `${service}s` ? `${service}.${method}` : `${service}.${group}.${method}`;
}

function complete(operation: Operation, { answers, status, places }: Documented, schemas: Record<string, JsonSchema>): void {
  const problems = Object.entries(operation.responses).filter(([given]) => Number(given) >= 400);
  const answered = { description: operation.summary ?? '', ...shapeOf(answers) };
  operation.responses = { [answers === 'redirect' ? 302 : status]: answered, ...Object.fromEntries(problems) };
  for (const parameter of operation.parameters ?? []) {
    const place = parameter.in === 'path' ? places[parameter.name] : undefined;
    parameter.schema = withVocabulary(place ?? parameter.schema, schemas);
  }
}

function shapeOf(answers: Answers): object {
  if (answers === 'redirect') return { headers: { location: { required: true, schema: { type: 'string' } } } };
  const [form, schema] = typeof answers === 'string' ? [answers, {}] : ['application/json', refTo(answers)];
  return { content: { [form]: { schema } } };
}

function routesOf(app: INestApplication, operationIdOf: (controller: string, method: string) => string): Map<string, Documented> {
  const controllers = new Set([...app.get(ModulesContainer).values()].flatMap(({ controllers: all }) =>
    [...all.values()].map(({ metatype }) => metatype as Type<object>)));
  return new Map([...controllers].flatMap((controller) => {
    const methods = controller.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(methods).flatMap((method): [string, Documented][] => {
      const handler = Object.getOwnPropertyDescriptor(methods, method)!.value as object;
      const classes = Reflect.getMetadata(ROUTE, handler) as RouteClasses | undefined;
      if (!classes) return [];
      const documented = { ...classes, status: statusOf(handler), places: placesOf(controller, method) };
      return [[operationIdOf(controller.name, method), documented]];
    });
  }));
}

function statusOf(handler: object): number {
  const isPost = Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.POST;
  return (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? (isPost ? 201 : 200);
}

/** What a pipe lets through is what the document promises. */
export function placesOf(controller: Type<object>, method: string): Readonly<Record<string, JsonSchema>> {
  const all = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) as
    Record<string, { data?: string; pipes: (PipeTransform | Type<PipeTransform>)[] }> | undefined;
  return Object.fromEntries(Object.values(all ?? {}).flatMap(({ data, pipes }) => {
    const schema = pipes.map(schemaOfPipe).find((found) => found !== undefined);
    return typeof data === 'string' && schema ? [[data, schema]] : [];
  }));
}

const PLACES = fieldsOf(ReceiptAnswer);

function schemaOfPipe(pipe: unknown): JsonSchema | undefined {
  if (pipe === ParseUUIDPipe || pipe instanceof ParseUUIDPipe) return PLACES.get('commandId')!.schema;
  if (pipe === ParseIntPipe || pipe instanceof ParseIntPipe) return { type: 'integer', minimum: 0, maximum: 2_147_483_647 };
  if (pipe instanceof ParseEnumPipe)
    return { type: 'string', enum: Object.values((pipe as unknown as { enumType: Record<string, string> }).enumType) };
  return undefined;
}

/** The answer behind each code that the routes of a document may give. */
const problemExamples = (codes: Iterable<string>): Record<string, { value: object }> =>
  Object.fromEntries([...codes].sort().map((code) => {
    const { status, zh, en } = refusalText(code);
    return [code, { value: { type: `/problems/${code}`, title: zh, status, code, zh, en } }];
  }));
