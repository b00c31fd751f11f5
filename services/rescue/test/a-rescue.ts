import { ClockRules } from '#clocks';
import { Refusal, type Actor, type Fact, type Present } from '#contracts';
import { Rescue, type CareNow } from '../src/domain/rescue.js';
import { type Victim } from '../src/domain/presence.js';

export const at = (time: string): string => `2026-07-02T${time}:00.000Z`;
export const id = (n: number): string => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const rules = new ClockRules();
export const RESCUE = id(100);

export const officer: Actor = { personId: id(1), unitId: '532528-psb', post: 'officer' };
export const chief: Actor = { personId: id(2), unitId: '532528-psb', post: 'head' };
export const investigator: Actor = { personId: id(3), unitId: '532503-psb', post: 'officer' };
export const clinician: Actor = { personId: id(4), unitId: '532500-hospital', post: 'clinician' };
export const stranger: Actor = { personId: id(5), unitId: '532501-psb', post: 'head' };

export const hoa: Victim = { victimId: id(10), sex: 'female', isMinor: false, nationality: 'VN' };
export const mai: Victim = { victimId: id(11), sex: 'female', isMinor: true, nationality: 'VN' };
export const boy: Victim = { victimId: id(12), sex: 'male', isMinor: true, nationality: 'CN' };
export const man: Victim = { victimId: id(13), sex: 'male', isMinor: false, nationality: 'CN' };

export const EVERYBODY: Present[] = ['female-officer', 'social-worker', 'interpreter'];

export const types = (facts: readonly Fact[]): string[] => facts.map(({ type }) => type);

export function refusal(act: () => unknown): { code: string; details: Readonly<Record<string, unknown>> } {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return { code: 'no refusal', details: {} };
}
export const code = (act: () => unknown): string => refusal(act).code;

export function anOfferedRescue(victims: readonly Victim[] = [hoa, mai]): Rescue {
  const [rescue] = Rescue.open({
    id: RESCUE, caseId: id(101), victimIds: victims.map(({ victimId }) => victimId), by: investigator, at: at('13:00'),
    requestId: id(102),
  });
  rescue.offerStage(
    { offerId: id(103), toUnit: officer.unitId, by: investigator, at: at('13:00'), expiresAt: at('23:00') },
    { unitId: officer.unitId, unitKind: 'public-security', isHeadOfBureau: false },
  );
  return rescue;
}

export function aRescue(victims: readonly Victim[] = [hoa, mai]): Rescue {
  const rescue = anOfferedRescue(victims);
  rescue.acceptStage({ offerId: id(103), by: officer, at: at('13:10') },
    { unitId: officer.unitId, unitKind: 'public-security', isHeadOfBureau: false });
  return rescue;
}

export const draft = (
  rescue: Rescue, victims: readonly Victim[], given: Partial<Parameters<Rescue['draftPlan']>[0]> = {},
): Fact[] => rescue.draftPlan({
  by: officer, at: at('13:30'), planId: id(200), victims, placeVerified: true, risks: ['flight'], present: EVERYBODY, ...given,
});

export const approve = (rescue: Rescue, by = chief, when = at('13:40')): Fact[] =>
  rescue.approvePlan({ by, at: when, planId: id(200), victims: [hoa, mai] });

export function aPlannedRescue(): Rescue {
  const rescue = aRescue();
  draft(rescue, [hoa, mai]);
  approve(rescue);
  return rescue;
}

export const free = (rescue: Rescue, victim: Victim, given: Partial<Parameters<Rescue['free']>[0]> = {}): Fact[] => rescue.free({
  by: officer, at: at('15:50'), victim, present: EVERYBODY, planId: id(200),
  custodyId: id(300 + Number(victim.victimId.slice(-2))), clockId: id(400 + Number(victim.victimId.slice(-2))),
  rules, superiorUnit: '532500-psb', ...given,
});

export function aDoneRescue(): Rescue {
  const rescue = aPlannedRescue();
  free(rescue, hoa);
  free(rescue, mai);
  return rescue;
}

export const interview = (
  rescue: Rescue, victim: Victim, given: Partial<Parameters<Rescue['interview']>[0]> = {},
): Fact[] => rescue.interview({
  by: officer, at: at('17:00'), victim, interviewId: id(500), startedAt: at('16:00'), endedAt: at('16:40'),
  present: ['social-worker', 'camera-recording', 'female-officer', 'interpreter'], before: 0, answering: [investigator.unitId],
  ...given,
});

export const check = (rescue: Rescue, victim: Victim, by = officer, when = at('17:30')): Fact[] =>
  rescue.checkMedically({
    by, at: when, victimId: victim.victimId, checkId: id(600), atUnit: clinician.unitId, atKind: 'hospital',
  });

export const inCareOf = (unitId: string | null, victims: readonly Victim[] = [hoa, mai]): CareNow[] =>
  victims.map(({ victimId }) => ({ victimId, unitId, ending: null, rescueId: RESCUE, receivedAt: null }));

let watched = 9_000;
/** The deadlines under which it stands, when it is kept as it is now. */
export function under(rescue: Rescue, when: string): string[] {
  rescue.watch({ at: when, rules, newId: () => id(watched += 1) });
  return rescue.clocks.allRunning().map(({ rule }) => rule).sort();
}
