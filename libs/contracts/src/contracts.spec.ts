import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ContractViolation, declarationOf, declaredFacts, declaredRefusals, Digest, exampleFact, fact, fieldsOf, Id, jsonSchemaOf, Maybe,
  OneOf, parseEnvelope, Part, partiesIn, PARTY_PATHS, readEnvelope, SaidBy, STAGES, UnitId, Words, type FieldSpec,
} from './index.js';

const SAMPLES = join(import.meta.dirname, '..', 'samples');
const SERVICES = ['identity', ...STAGES, 'casebook'];
const FACTS = declaredFacts().map(({ type }) => type);

const samples = readdirSync(SAMPLES).sort().map((file) => ({ file, text: readFileSync(join(SAMPLES, file), 'utf8') }));

/** Every field of a class and of its parts, with its path. */
function deepFields(type: abstract new (...args: never[]) => object, path = ''): [string, FieldSpec][] {
  return [...fieldsOf(type)].flatMap(([name, spec]): [string, FieldSpec][] => [
    [path + name, spec], ...(spec.part ? deepFields(spec.part.of(), `${path}${name}.`) : []),
  ]);
}

/** Every schema inside a schema. */
function deepSchemas(schema: Record<string, unknown>): Record<string, unknown>[] {
  const inner = [
    ...Object.values((schema.properties ?? {}) as Record<string, Record<string, unknown>>),
    ...(schema.items ? [schema.items] : []),
  ];
  return [schema, ...inner.flatMap((each) => deepSchemas(each as Record<string, unknown>))];
}

const violation = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof ContractViolation) return error.code;
    throw error;
  }
  return undefined;
};

const example = (type: string, change: Record<string, unknown> = {}): string => JSON.stringify({
  ...JSON.parse(samples.find(({ file }) => file.startsWith(`${type}.v`))!.text) as object, ...change,
});

/** Units that a fact names and that take no part by it: who is told, who answers for a clock, who has given something back. */
const NO_PARTY = [
  'clock.started unitId', 'clock.warned unitId', 'clock.overdue unitId', 'clock.overdue toldUnit', 'stage.offered escalateTo',
  'stage.returned byUnit', 'stage.expired toUnit', 'stage.expired unitId', 'stage.expired toldUnit',
  // Who adds a file answers for its stage, and who hands an original on has had it.
  'attachment.announced originalWith', 'attachment.original-offered fromUnit', 'attachment.original-accepted fromUnit',
  'attachment.original-declined fromUnit', 'attachment.original-declined toUnit',
  'rescue.custody-declined unitId', 'rescue.custody-offer-expired toUnit', 'record.fact-set-aside proposedByUnit',
  'intake.erasure-ordered proposedByUnit', 'record.message-dismissed proposedByUnit',
];

class Named {
  @UnitId() unitId!: string;
}

describe('the parties of a case', () => {
  const UNIT = fieldsOf(Named).get('unitId')!.schema.pattern;
  const named = FACTS.filter((type) => !type.startsWith('identity.')).flatMap((type) =>
    deepFields(declarationOf(type).class)
      .filter(([, { schema }]) => [schema, schema.items as typeof schema | undefined].some((of) => of?.pattern === UNIT))
      .map(([path]) => ({ type, path })));

  it('are the units that its facts name; each is a party or left out on purpose', () => {
    const decided = named.filter(({ type, path }) =>
      (PARTY_PATHS[type] ?? []).includes(`data.${path}`) === NO_PARTY.includes(`${type} ${path}`));
    expect(decided).toEqual([]);
    const known = Object.entries(PARTY_PATHS).flatMap(([type, paths]) => paths.map((path) => ({ type, path })));
    expect(known.filter(({ type, path }) => path !== 'actor.unitId'
      && !named.some((one) => one.type === type && `data.${one.path}` === path))).toEqual([]);
  });

  it('are read from a fact once each, also out of its lists', () => {
    const actor = { unitId: '532500-hospital' };
    const packages = [{ unitId: '532503-psb' }, { unitId: '532503-ps' }];
    expect(partiesIn({ type: 'investigation.task-force-formed', data: { leaderUnit: '532503-psb', packages }, actor }))
      .toEqual(['532503-psb', '532503-ps']);
    expect(partiesIn({ type: 'rescue.custody-taken', data: { kind: 'relative' }, actor })).toEqual([]);
    expect(partiesIn({ type: 'cross-border.fitness-assessed', data: {}, actor })).toEqual(['532500-hospital']);
    expect(partiesIn({ type: 'clock.started', data: { unitId: '532503-psb' }, actor })).toEqual([]);
  });
});

describe('people’s data', () => {
  it.each(FACTS)('%s carries no free text, in any of its parts', (type) => {
    const words = deepFields(declarationOf(type).class).filter(([, { freeText }]) => freeText).map(([path]) => path);
    expect(words).toEqual([]);
  });

  it.each(FACTS)('%s bounds every text, number and list that it holds', (type) => {
    for (const schema of deepSchemas(jsonSchemaOf(declarationOf(type).class))) {
      if (schema.enum || schema.type === 'boolean' || schema.type === 'object') continue;
      const bound = { string: schema.pattern && schema.maxLength, integer: schema.maximum, array: schema.maxItems }[
        schema.type as string
      ];
      expect(bound).toBeTruthy();
    }
  });

  it('finds words that hide in a part of a part', () => {
    class Inner { @Words() told!: string; }
    class Middle { @Part(() => Inner) inner!: Inner; }
    class Outer { @Part(() => Middle) middle!: Middle; }
    expect(deepFields(Outer).filter(([, { freeText }]) => freeText).map(([path]) => path)).toEqual(['middle.inner.told']);
  });
});

describe('declarations', () => {
  it.each(declaredFacts())('$type is said by a service that exists, in one sentence', ({ type, by, says, version }) => {
    expect(by.length).toBeGreaterThan(0);
    expect(by.filter((service) => !SERVICES.includes(service))).toEqual([]);
    const family = type.slice(0, type.indexOf('.'));
    // A fact of one service carries its name; a shared one carries the name of its protocol.
    if (by.length === 1) expect(family).toBe(by[0]);
    else expect(SERVICES).not.toContain(family);
    expect(type).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    expect(says).toMatch(/^[A-Z].*\.$/);
    expect(version).toBeGreaterThan(0);
  });

  it.each(declaredFacts())('$type has a way up from every older version', ({ version, upgrade }) => {
    expect(Object.keys(upgrade).map(Number)).toEqual(Array.from({ length: version - 1 }, (_, index) => index + 1));
  });

  it.each(declaredRefusals())('the refusal %s speaks to people in both languages', (code, { status, zh, en }) => {
    expect(zh).toMatch(/[\u4e00-\u9fff].*[。!?！？]$/);
    expect(en).toMatch(/^[A-Z"'].*[.!?]$/);
    expect([400, 401, 403, 404, 409, 422, 423, 429, 503, 504]).toContain(status);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/);
  });
});

describe('frozen samples', () => {
  it('exist for the present version of every fact', () => {
    const missing = FACTS.map((type) => `${type}.v${declarationOf(type).version}.json`)
      .filter((name) => !samples.some(({ file }) => file === name));
    expect(missing).toEqual([]);
  });

  it.each(samples)('$file still reads', ({ file, text }) => {
    const written = parseEnvelope(text);
    expect(file).toBe(`${written.type}.v${written.v}.json`);
    const read = readEnvelope(text);
    expect(read.v).toBe(declarationOf(written.type).version);
    expect(declarationOf(written.type).by).toContain(read.service);
    // Nothing that it said is lost on the way, unless a newer version says it in other words.
    if (read.v === written.v) expect(read.data).toEqual(written.data);
  });
});

describe('reading', () => {
  @SaidBy('contract-tests', 'contract-tests.moved', 'Something moved.', {
    version: 3, upgrade: { 1: ({ to, ...rest }) => ({ ...rest, place: to }), 2: (older) => ({ ...older, way: 'road' }) },
  })
  class Moved {
    @Id() id!: string;
    @OneOf(['north', 'south']) place!: string;
    @OneOf(['road', 'rail']) way!: string;
    @Maybe() @Digest() seal?: string;
  }

  const id = '0198c0de-0000-7000-8000-000000000001';
  const moved = (v: number, data: object): string => example('stage.closed', { type: 'contract-tests.moved', v, data });

  it('takes older versions up, step by step', () => {
    expect(readEnvelope(moved(1, { id, to: 'north' }))).toMatchObject({ v: 3, data: { id, place: 'north', way: 'road' } });
    expect(readEnvelope(moved(2, { id, place: 'south' }))).toMatchObject({ v: 3, data: { id, place: 'south', way: 'road' } });
    expect(readEnvelope(moved(3, { id, place: 'south', way: 'rail' })).data).toEqual({ id, place: 'south', way: 'rail' });
  });

  it('drops fields that it does not know, so that a contract can grow', () => {
    expect(readEnvelope(moved(3, { id, place: 'north', way: 'rail', speed: 90 })).data).toEqual({
      id, place: 'north', way: 'rail',
    });
  });

  it.each<[string, string, string]>([
    ['unreadable', 'no JSON', '{"id":'],
    ['unreadable', 'not an object', '[]'],
    ['unreadable', 'null', 'null'],
    ['unreadable', 'without a case', example('stage.closed', { caseId: '' })],
    ['unreadable', 'with a version below 1', example('stage.closed', { version: 0 })],
    ['unreadable', 'with half a version', example('stage.closed', { version: 1.5 })],
    ['unreadable', 'without data', example('stage.closed', { data: null })],
    ['unreadable', 'without an actor', example('stage.closed', { actor: undefined })],
    ['unknown-type', 'a fact that is not declared', example('stage.closed', { type: 'stage.vanished' })],
    ['newer-version', 'a version from the future', example('stage.closed', { v: 99 })],
    ['invalid', 'data that lack a field', example('stage.closed', { data: { stageId: id } })],
    ['invalid', 'data with a wrong code', example('stage.closed', { data: { stageId: id, stage: 'lunch' } })],
    ['invalid', 'an older version of which too much is missing', moved(2, { id })],
  ])('refuses as %s: %s', (code, _what, text) => {
    expect(violation(() => readEnvelope(text))).toBe(code);
  });

  it('refuses to state what the declaration does not allow', () => {
    expect(violation(() => fact(Moved, { id, place: 'up', way: 'road' }))).toBe('invalid');
    expect(violation(() => fact(class Undeclared {}, {}))).toBe('unknown-type');
    expect(fact(Moved, { id, place: 'north', way: 'road', seal: undefined }).data).toEqual({ id, place: 'north', way: 'road' });
  });

  it.each(FACTS)('%s has an example that it allows itself', (type) => {
    expect(violation(() => fact(declarationOf(type).class, exampleFact(type).data))).toBeUndefined();
  });
});
