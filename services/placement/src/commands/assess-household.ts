import { Flag, Id } from '#contracts';
import type { Tx } from '#messaging';
import { Placement } from '../domain/placement.js';
import { HouseholdPeople, namingOf } from './household-people.js';

export class AssessHousehold extends HouseholdPeople {
  @Id() householdId!: string;
  @Flag() suitable!: boolean;
}

export async function assessHousehold(tx: Tx, placementId: string, input: AssessHousehold): Promise<void> {
  const placement = await tx.load(Placement, placementId);
  const { householdId, suitable } = input;
  await tx.save(placement, placement.assessHousehold({
    by: tx.actor, at: tx.at, householdId, suitable, ...(await namingOf(tx, placement, input)),
  }));
}
