import { Ajv, type ValidateFunction } from 'ajv';
import type { OpenAPIObject } from '@nestjs/swagger';

interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

interface Content {
  readonly schema?: object;
  readonly examples?: Readonly<Record<string, object>>;
}

type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>;

interface Route {
  readonly method: string;
  readonly path: string;
  readonly pattern: RegExp;
  readonly responses: Responses;
}

/** Compares an answer with what the document promises. @throws Error that says where they differ. */
export type Promises = (answered: Answered) => void;

/**
 * What a service's own document says of its answers: the status, every field and no other, and of a refusal that its code
 * is among those that the route names. Addresses that the document does not know are let pass.
 */
export function promisesOf(document: Pick<OpenAPIObject, 'paths' | 'components'>): Promises {
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addSchema({ $id: 'document', components: JSON.parse(JSON.stringify(document.components)) as object });
  const routes = routesOf(document);
  const compiled = new Map<string, ValidateFunction>();
  const validatorFor = (schema: object): ValidateFunction => {
    const text = JSON.stringify(schema).replaceAll('"#/', '"document#/');
    if (!compiled.has(text)) compiled.set(text, ajv.compile(JSON.parse(text) as object));
    return compiled.get(text)!;
  };
  return ({ method, path, status, body }) => {
    const route = routes.find((known) => known.method === method && known.pattern.test(path.split('?')[0]!));
    if (!route) return;
    const broken = (why: string): Error => new Error(`${method} ${route.path} answered ${status}: ${why}`);
    const content = Object.values(route.responses[status]?.content ?? {})[0]; // A route answers in one form.
    if (!content?.schema) throw broken(`the document knows no such answer: ${JSON.stringify(body).slice(0, 500)}`);
    const validate = validatorFor(content.schema);
    if (!validate(body)) throw broken(`${ajv.errorsText(validate.errors)}: ${JSON.stringify(body).slice(0, 2_000)}`);
    const { code } = body as { code?: string };
    if (status >= 400 && !(code! in (content.examples ?? {}))) throw broken(`the document does not name ${code} here`);
  };
}

/** Addresses without a place for an id are tried first, as the router does. */
function routesOf({ paths }: Pick<OpenAPIObject, 'paths'>): Route[] {
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, { responses: Responses }>).map(([method, { responses }]): Route => ({
      method: method.toUpperCase(), path, responses: JSON.parse(JSON.stringify(responses)) as Responses,
      pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`),
    })));
  const places = ({ path }: Route): number => path.split('{').length;
  return routes.sort((a, b) => places(a) - places(b));
}
