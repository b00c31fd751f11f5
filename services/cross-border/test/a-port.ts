import { randomUUID } from 'node:crypto';
import { CaseOpened, fact, SigningKeyRegistered, StageRequested, UnitRegistered, type Actor, type UnitKind } from '#contracts';
import { aServiceBench, type Answer, type Desk, type ServiceBench } from '#testing';
import { crossBorderParts, crossBorderService } from '../src/cross-border.module.js';
import { aKeyPair, signatureOf, type KeyPair } from './a-return.js';

export const at = (local: string): string => `${local.replace(' ', 'T')}:00+08:00`;

const UNITS: readonly [string, UnitKind, string?][] = [
  ['532528-psb', 'public-security'], ['532500-border', 'border-management'],
  ['532532-border', 'border-management', '532500-border'],
  ['532500-hospital', 'hospital'], ['532500-relief', 'relief-station'], ['532530-border', 'border-management'],
  ['vn-lc-police', 'foreign-police'], ['vn-lc-border', 'foreign-border'], ['vn-lc-centre', 'foreign-social-protection'],
  ['vn-hg-border', 'foreign-border'],
];

const PEOPLE = {
  officer: ['532528-psb', 'officer'], liaison: ['532532-border', 'liaison-officer'], escort: ['532532-border', 'border-officer'],
  otherPort: ['532530-border', 'border-officer'], clinician: ['532500-hospital', 'clinician'],
  relief: ['532500-relief', 'placement-worker'],
  police: ['vn-lc-police', 'liaison-officer'], policeColleague: ['vn-lc-police', 'officer'],
  border: ['vn-lc-border', 'border-officer'],
  centre: ['vn-lc-centre', 'social-worker'], otherBorder: ['vn-hg-border', 'border-officer'],
} as const;

export type Name = keyof typeof PEOPLE;

/** The service with its people on both sides of the border, two women whose return was asked for, and real keys. */
export interface Port extends ServiceBench {
  readonly people: Record<Name, Actor>;
  readonly by: Record<Name, Desk>;
  readonly keys: Record<'escort' | 'border', KeyPair & { keyId: string }>;
  aCase(): Promise<{ caseId: string; hoa: Woman; mai: Woman }>;
  /** Everything up to a handover of both that is scheduled and listed: two items for each of the two. */
  aScheduledHandover(): Promise<{ caseId: string; hoa: Woman; mai: Woman; handoverId: string }>;
  sign(handoverId: string, name: 'escort' | 'border', occurredAt: string, given?: object): Promise<Answer>;
}

export interface Woman {
  readonly victimId: string;
  readonly returnId: string;
}

export const LISTED = ['person', 'belonging'] as const;

export async function aPort(): Promise<Port> {
  const bench = await aServiceBench(crossBorderService, crossBorderParts);
  await bench.moveClock('2026-07-01T00:00:00.000Z');
  for (const [unitId, kind, superiorUnit] of UNITS) {
    await bench.hear('identity', unitId, fact(UnitRegistered, {
      unitId, kind, level: 'county', division: '532500', country: unitId.startsWith('vn') ? 'VN' : 'CN', superiorUnit,
    }));
  }
  const people = {} as Record<Name, Actor>;
  const by = {} as Record<Name, Desk>;
  for (const [name, [unitId, post]] of Object.entries(PEOPLE) as [Name, (typeof PEOPLE)[Name]][]) {
    people[name] = await bench.person(unitId, post);
    by[name] = bench.as(people[name]);
  }
  const keys = { escort: await aKeyOf(bench, people.escort), border: await aKeyOf(bench, people.border) };
  const port = { ...bench, people, by, keys };
  return {
    ...port,
    aCase: () => aCase(port),
    aScheduledHandover: () => aScheduledHandover(port),
    async sign(handoverId, name, occurredAt, given = {}) {
      const { body: { manifest } } = await by[name].get<{ manifest: string }>(`/handovers/${handoverId}/manifest`);
      const signature = signatureOf(keys[name], manifest);
      return by[name].put(`/handovers/${handoverId}/signatures/${name === 'escort' ? 'sending' : 'receiving'}`,
        { keyId: keys[name].keyId, signature, occurredAt, ...given });
    },
  };
}

export async function aKeyOf({ hear }: ServiceBench, { personId, unitId }: Actor): Promise<KeyPair & { keyId: string }> {
  const [pair, keyId] = [aKeyPair(), randomUUID()];
  await hear('identity', unitId, fact(SigningKeyRegistered, {
    keyId, personId, unitId, x: pair.x, y: pair.y, validFrom: '2026-07-01T00:00:00.000Z',
  }));
  return { ...pair, keyId };
}

interface OfferedReturn {
  readonly id: string;
  readonly victimId: string;
  readonly stage: { offer: { offerId: string } };
}

type Bare = Pick<Port, 'by' | 'people' | 'keys'> & ServiceBench;

async function aCase({ hear, by, moveClock }: Bare): Promise<{ caseId: string; hoa: Woman; mai: Woman }> {
  const [caseId, hoa, mai] = [randomUUID(), randomUUID(), randomUUID()];
  await moveClock('2026-07-03T00:00:00.000Z');
  await hear('intake', caseId, fact(CaseOpened, {
    caseNumber: 'GT-532528-2026-0001', kind: 'woman-trafficking', division: '532528',
    victims: [
      { victimId: hoa, sex: 'female', minor: false, nationality: 'VN' },
      { victimId: mai, sex: 'female', minor: true, nationality: 'VN' },
    ],
  }));
  await hear('rescue', caseId, fact(StageRequested, {
    requestId: randomUUID(), stage: 'cross-border', toUnit: '532532-border', victimIds: [hoa, mai],
  }));
  await moveClock('2026-07-03T02:00:00.000Z');
  const { body: { items } } = await by.liaison.get<{ items: OfferedReturn[] }>(`/returns?caseId=${caseId}`);
  for (const { id, stage } of items) await by.liaison.put(`/returns/${id}/offers/${stage.offer.offerId}/acceptance`);
  await moveClock('2026-07-04T03:00:00.000Z');
  const womanOf = (victimId: string): Woman => ({ victimId, returnId: items.find((item) => item.victimId === victimId)!.id });
  return { caseId, hoa: womanOf(hoa), mai: womanOf(mai) };
}

/** Fit to travel, for a fortnight. */
export const aCertificate = ({ victimId }: Woman, occurredAt?: string): object =>
  ({ victimId, fit: true, validUntil: at('2026-08-12 00:00'), ...(occurredAt && { occurredAt }) });

/** The path of a return. */
export const of = ({ returnId }: Woman, what = ''): string => `/returns/${returnId}${what && `/${what}`}`;

async function done(answer: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** The data of the first fact of this type that a command has said. */
export const dataOf = (body: { facts: { type: string; data: object }[] }, type: string): Record<string, string> =>
  body.facts.find((said) => said.type === type)!.data as Record<string, string>;

export async function anIdentityRequest({ by }: Pick<Port, 'by'>, woman: Woman): Promise<string> {
  const request = { counterpart: 'vn-lc-police', occurredAt: at('2026-07-04 10:00') };
  const asked = await done(by.liaison.post(of(woman, 'identity-requests'), request));
  return dataOf(asked, 'cross-border.identity-requested').requestId!;
}

async function prepared(port: Bare, woman: Woman, isMinor: boolean): Promise<void> {
  const { by } = port;
  const requestId = await anIdentityRequest(port, woman);
  await done(by.police.put(of(woman, `identity-requests/${requestId}/answer`), { answer: 'confirmed', occurredAt: at('2026-07-16 10:00') }));
  const occurredAt = at('2026-07-20 10:00');
  await done(by.liaison.put(of(woman, 'safety-assessment'), { outcome: isMinor ? 'family-at-risk' : 'family-safe', occurredAt }));
  await done(by.liaison.put(of(woman, 'consent'), { language: 'vi', byGuardian: isMinor, occurredAt }));
  await done(by.liaison.post(of(woman, 'fitness-requests'), { toUnit: '532500-hospital', occurredAt }));
  if (isMinor) await done(by.liaison.post(of(woman, 'reception-requests'),
    { toUnit: 'vn-lc-centre', destination: 'social-protection-centre', occurredAt }));
  if (isMinor) await done(by.centre.put(of(woman, 'reception-promise'),
    { destination: 'social-protection-centre', byUnit: 'vn-lc-centre', occurredAt: at('2026-07-27 10:00') }));
  await done(by.liaison.put(of(woman, 'travel-document'), { document: 'return-permit', occurredAt: at('2026-07-28 09:00') }));
  await done(by.clinician.put(of(woman, 'fitness'), aCertificate(woman, at('2026-07-28 09:30'))));
}

async function aScheduledHandover(port: Bare): ReturnType<Port['aScheduledHandover']> {
  const { caseId, hoa, mai } = await aCase(port);
  await port.moveClock('2026-07-28T08:00:00.000Z');
  await prepared(port, hoa, false);
  await prepared(port, mai, true);
  const scheduled = await done(port.by.liaison.post('/handovers', {
    ...aPlan(hoa, mai), occurredAt: at('2026-07-28 11:00'),
  }));
  const handoverId = dataOf(scheduled, 'cross-border.handover-scheduled').handoverId!;
  for (const { returnId } of [hoa, mai]) for (const kind of LISTED) await done(port.by.escort.post(`/handovers/${handoverId}/items`, {
    kind, returnId, description: { zh: `物品 ${kind}`, vi: `Vật phẩm ${kind}`, en: `Item ${kind}` }, occurredAt: at('2026-07-28 15:00'),
  }));
  return { caseId, hoa, mai, handoverId };
}

export const aPlan = (hoa: Woman, mai: Woman, destinationOfMai = 'social-protection-centre'): object => ({
  persons: [{ returnId: hoa.returnId, destination: 'family' }, { returnId: mai.returnId, destination: destinationOfMai }],
  port: 'hekou', at: at('2026-07-29 10:00'), counterpart: 'vn-lc-border',
});

/** The code of a refusal, or the status of what was done. */
export const code = async (answer: Promise<{ status: number; body: { code?: string } }>): Promise<string> => {
  const { status, body } = await answer;
  return body.code ?? `answered ${status}`;
};
