import { declaredFacts, exampleFact, type Envelope, type Fact } from '#contracts';
import { json, type Generator } from './page.js';

/** `libs/contracts/samples`: one message of every version of every fact, frozen when it is first written. */
export const samplePages: Generator = () => declaredFacts().map(({ type, version }) => ({
  path: `libs/contracts/samples/${type}.v${version}.json`, text: json(sampleEnvelope(exampleFact(type))), frozen: true,
}));

const id = (last: number): string => `0198c0de-0000-7000-8000-${String(last).padStart(12, '0')}`;

export function sampleEnvelope({ type, v, data }: Fact): Envelope {
  return {
    id: id(10), service: declaredFacts().find((fact) => fact.type === type)!.by[0]!, caseId: id(1), version: 1, subjectId: id(2),
    type, v, occurredAt: '2026-07-02T13:12:00.000Z', recordedAt: '2026-07-02T13:12:00.000Z', exercise: true,
    actor: { personId: id(3), unitId: '532503-psb', post: 'officer' }, commandId: id(4), data,
  };
}
