import type { DataSource } from 'typeorm';
import { Refusal, type Actor } from '#contracts';
import { poolOf, type Queryable, type Unit } from '#messaging';
import type { Directory } from './directory.js';
import { partiesOf, type Party } from './parties.js';
import { relationOf, type CaseRelation } from './relation.js';

/** Asks what the unit of a person has to do with a case. Every reading of a case goes through here. */
export class Relations {
  constructor(
    private readonly source: DataSource,
    private readonly directory: Directory,
    private readonly partiesKnown: (connection: Queryable, caseId: string) => Promise<Party[]> = partiesOf,
  ) {}

  /**
   * The relation of the asker's unit to the case, where it is one of those that may.
   * @throws Refusal access.not-party, with the units that answer: whoever is turned away knows whom to turn to.
   */
  async must(by: Actor, caseId: string, allowed: readonly CaseRelation[], connection?: Queryable): Promise<CaseRelation> {
    const asked = connection ?? poolOf(this.source);
    const directory = this.directory.on(asked);
    const [unit, parties] = [await directory.unit(by.unitId), await this.partiesKnown(asked, caseId)];
    const relation = by.post === 'administrator' || !unit ? null : await this.between(unit, parties, directory);
    if (relation && allowed.includes(relation)) return relation;
    const owners = parties.filter(({ isOwner }) => isOwner).map(({ unitId }) => unitId).sort();
    throw new Refusal('access.not-party', { caseId, answerable: owners });
  }

  private async between(unit: Unit, parties: readonly Party[], directory: Directory): Promise<CaseRelation | null> {
    const above = await directory.above(parties.map(({ unitId }) => unitId));
    return relationOf(unit, await Promise.all(parties.map(async ({ unitId, isOwner }) =>
      ({ unitId, isOwner, unit: await directory.unit(unitId), above: above.get(unitId) ?? [] }))));
  }
}
