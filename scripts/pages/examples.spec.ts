import { describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { Ajv } from 'ajv';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { exampleOf, jsonSchemaOf } from '#contracts';
import { ROUTE, type RouteClasses } from '#service-kit';
import { listServices } from '../services.js';

/** Every class of which a document shows an example, with the route that shows it. */
const shown = (await listServices()).flatMap(({ parts }) => (parts.controllers ?? []).flatMap((controller) => {
  const methods = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(methods).flatMap((method) => {
    const route = Reflect.getMetadata(ROUTE, methods[method]!) as RouteClasses | undefined;
    return Object.entries({ input: route?.input, query: route?.query, answers: route?.answers })
      .filter((entry): entry is [string, Type<object>] => typeof entry[1] === 'function')
      .map(([place, type]) => ({ name: `${controller.name}.${method} ${place}`, place, type }));
  });
}));

describe('The example of', () => {
  const ajv = new Ajv({ strict: false });

  it.each(shown)('$name has the form that its schema promises', ({ type }) => {
    const validate = ajv.compile(jsonSchemaOf(type));
    expect([validate(exampleOf(type)), ajv.errorsText(validate.errors)]).toEqual([true, 'No errors']);
  });

  it.each(shown.filter(({ place }) => place !== 'answers'))('$name is taken by the service', ({ place, type }) => {
    const example = exampleOf(type);
    // Behind a question mark everything is text, and several values of one name are parted by commas.
    const asText = Object.fromEntries(Object.entries(example).map(([name, value]) => [name, String(value)]));
    const given = place === 'query' ? asText : example;
    const wrong = validateSync(plainToInstance(type, given), { whitelist: true, forbidNonWhitelisted: true });
    expect(wrong.map(({ property, constraints }) => [property, constraints])).toEqual([]);
  });
});
