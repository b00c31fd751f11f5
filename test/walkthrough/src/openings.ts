import { acceptOffered, factIn, onceKnown, PLACEMENTS, RESCUES } from './moves.js';
import type { Person } from './people.js';
import { inBeijing, type Stagecraft } from './story.js';

/*
 * What every rescue begins with, whoever does it: asked for, planned, carried out, and handed to those who take care.
 */

const hour = (at: string): string => inBeijing(at).slice(5);

/** Rescue is asked for, and the unit that is asked accepts. @returns the id of the rescue. */
export async function askForRescue(stage: Stagecraft, given: {
  asks: Person; accepts: Person; investigationId: string; toUnit: string; caseId: string; victimIds: readonly string[];
  at: string;
}): Promise<string> {
  const { asks, accepts, investigationId, toUnit, caseId, victimIds, at } = given;
  await stage.step(`${hour(at)} 请 ${toUnit} 解救 / ${toUnit} is asked to rescue`, () =>
    asks.post('investigation', `/investigations/${investigationId}/stage-requests`, { stage: 'rescue', toUnit, victimIds }, { at }));
  const { id } = await stage.step('解救阶段被接收 / rescue is accepted', () => acceptOffered(RESCUES, { caseId, by: accepts, at }));
  return id;
}

/** A plan is drafted by one and approved by another. @returns its id. */
export async function planRescue(stage: Stagecraft, given: {
  drafts: Person; approves: Person; rescueId: string; victimIds: readonly string[]; risks: readonly string[];
  present: readonly string[]; at: string;
}): Promise<string> {
  const { drafts, approves, rescueId, victimIds, risks, present, at } = given;
  const plan = await stage.step(`${hour(at)} 解救方案 / the plan`, () => onceKnown(['rescue.unknown-victim'], () =>
    drafts.post('rescue', `/rescues/${rescueId}/plans`, { victimIds, placeVerified: true, risks, present }, { at })));
  const { planId } = factIn(plan, 'rescue.plan-drafted');
  await stage.step('方案批准 / the plan is approved', () =>
    approves.put('rescue', `/rescues/${rescueId}/plans/${planId}/approval`, {}, { at }));
  return planId!;
}

/** Somebody is rescued, and in the care of the rescuers from that minute. @returns the id of the custody. */
export async function free(stage: Stagecraft, given: {
  by: Person; rescueId: string; planId: string; victimId: string; present: readonly string[]; at: string;
}): Promise<string> {
  const { by, rescueId, planId, victimId, present, at } = given;
  const receipt = await stage.step(`${hour(at)} 解救 / rescued`, () =>
    by.post('rescue', `/rescues/${rescueId}/rescued-persons`, { victimId, planId, present }, { at }));
  return factIn(receipt, 'rescue.custody-taken').custodyId!;
}

/** The rescuers hand somebody to those who take care; they accept the care and the stage. @returns the id of the placement. */
export async function handToCare(stage: Stagecraft, given: {
  gives: Person; takes: Person; toUnit: string; custodyId: string; caseId: string; victimId: string; at: string;
}): Promise<string> {
  const { gives, takes, toUnit, custodyId, caseId, victimId, at } = given;
  const offer = await stage.step(`${hour(at)} 移交照料 / care is offered`, () =>
    gives.post('rescue', `/custodies/${custodyId}/offers`, { toUnit }, { at }));
  const { offerId } = factIn(offer, 'rescue.custody-offered');
  await stage.step('救助站接收照料 / the relief station takes the person in its care', () =>
    takes.put('rescue', `/custodies/${custodyId}/offers/${offerId}/acceptance`, {}, { at }));
  const { id } = await stage.step('安置阶段被接收 / placement is accepted', () =>
    acceptOffered(PLACEMENTS, { caseId, by: takes, at, victimId }));
  await stage.step('接收入站 / received', () => onceKnown(['placement.not-in-our-care'], () =>
    takes.put('placement', `/placements/${id}/reception`, {}, { at })));
  return id;
}
