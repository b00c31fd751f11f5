import { declaredFacts, exampleFact, jsonSchemaOf, topicOf } from '#contracts';
import { listeningsOf } from '#service-kit';
import type { ListedService } from '../services.js';
import { json, type Generator } from './page.js';
import { sampleEnvelope } from './samples.js';

type Declared = ReturnType<typeof declaredFacts>[number];

const PARTITIONS = 6;
const ref = (path: string): { $ref: string } => ({ $ref: `#/${path}` });
const text = (description: string): Record<string, unknown> => ({ type: 'string', minLength: 1, description });

/** `docs/asyncapi.json`: topics, messages and who says and hears them, for programs outside this project. */
export const asyncApiPage: Generator = (services) => {
  const facts = declaredFacts();
  return [
    {
      path: 'docs/asyncapi.json',
      text: json({
        asyncapi: '3.0.0',
        info: {
          title: '归途 Guitu: facts', version: '1.0.0', license: { name: 'Apache-2.0' },
          description:
            'One topic per service. The key of every message is its case, so that the facts of a case keep their order. '
            + 'Delivery is at least once: drop what (service, caseId, version) shows to be a repeat.',
        },
        defaultContentType: 'application/json',
        channels: Object.fromEntries(services.map(({ name }) => [name, channelOf(name, facts)])),
        operations: Object.assign({}, ...services.map((service) => operationsOf(service, services, facts))) as Record<
          string,
          unknown
        >,
        components: {
          messages: Object.fromEntries(facts.map((fact) => [fact.type, messageOf(fact)])),
          schemas: { CaseId: text('The case; for identity, the unit or person.'), Envelope: ENVELOPE },
        },
      }),
    },
  ];
};

const channelOf = (service: string, facts: readonly Declared[]): object => ({
  address: topicOf(service),
  description: `What ${service} says.`,
  messages: Object.fromEntries(
    facts.filter(({ by }) => by.includes(service)).map(({ type }) => [type, ref(`components/messages/${type}`)]),
  ),
  bindings: { kafka: { topic: topicOf(service), partitions: PARTITIONS, bindingVersion: '0.5.0' } },
});

function operationsOf(
  { name, definition }: ListedService,
  services: readonly ListedService[],
  facts: readonly Declared[],
): object {
  const messages = (source: string, types: (type: string) => boolean): object[] =>
    facts
      .filter(({ by, type }) => by.includes(source) && types(type))
      .map(({ type }) => ref(`channels/${source}/messages/${type}`));
  const heard = listeningsOf(definition).filter(({ source }) => services.some((service) => service.name === source));
  return Object.fromEntries([
    [`${name}.says`, { action: 'send', channel: ref(`channels/${name}`), messages: messages(name, () => true) }],
    ...heard.map(({ source, reactions, view }) => [`${name}.hears.${source}`, {
      action: 'receive', channel: ref(`channels/${source}`),
      bindings: { kafka: { groupId: { type: 'string', enum: [name] }, bindingVersion: '0.5.0' } },
      messages: messages(source, (type) => view !== undefined || reactions.some((reaction) => reaction.type === type)),
    }]),
  ]);
}

const messageOf = ({ type, version, says, class: declared }: Declared): object => ({
  name: type,
  title: says,
  contentType: 'application/json',
  bindings: { kafka: { key: ref('components/schemas/CaseId'), bindingVersion: '0.5.0' } },
  payload: {
    allOf: [
      ref('components/schemas/Envelope'),
      { type: 'object', properties: { type: { const: type }, v: { const: version }, data: jsonSchemaOf(declared) } },
    ],
  },
  examples: [{ name: 'example', payload: sampleEnvelope(exampleFact(type)) }],
});

const ENVELOPE = {
  type: 'object',
  required: [
    'id', 'service', 'caseId', 'version', 'subjectId', 'type', 'v', 'occurredAt', 'recordedAt', 'exercise', 'actor',
    'commandId', 'data',
  ],
  properties: {
    id: text('Of this message.'), service: text('Who says it.'), caseId: text('The case that it is about.'),
    version: { type: 'integer', minimum: 1, description: 'Counts 1, 2, 3 … per case and service, without a hole.' },
    subjectId: text('The record that said it.'), type: text('Which fact.'),
    v: { type: 'integer', minimum: 1, description: 'Version of the form of this fact.' },
    occurredAt: text('When it happened, UTC.'), recordedAt: text('When it was written down, UTC.'),
    exercise: { type: 'boolean', description: 'True for everything recorded in rehearsal mode.' },
    actor: {
      type: 'object', required: ['personId', 'unitId', 'post'],
      properties: { personId: { type: 'string' }, unitId: { type: 'string' }, post: { type: 'string' } },
    },
    commandId: text('The command that it came from.'),
    causationId: text('The message that it reacts to.'), traceparent: text('W3C trace context.'),
    data: { type: 'object' },
  },
};
