import { v7 as newId } from 'uuid';
import { Id, Maybe, Refusal, UnitId } from '#contracts';
import type { Tx } from '#messaging';
import { servesIn } from '#service-kit';
import type { Carer } from '../domain/care.js';
import { Custody } from '../domain/custody.js';
import { Naming, namesBuyer } from './claimant.js';

export class OfferCare extends Naming {
  @UnitId() toUnit!: string;
  @Maybe() @Id() toPerson?: string;
}

export async function offerCare(tx: Tx, custodyId: string, input: OfferCare): Promise<void> {
  const custody = await tx.load(Custody, custodyId);
  // The ban comes before what the directory says about the receiver.
  const names = await namesBuyer(tx, input, { personIds: [input.toPerson] });
  const carer = names ? { unitId: input.toUnit, unitKind: 'member-unit' as const } : await carerOf(tx, input);
  await tx.save(custody, custody.offerTo({
    by: tx.actor, at: tx.at, now: tx.now, offerId: newId(), carer, isBuyer: names, rules: tx.rules,
    holderKind: custody.holder?.kind === 'unit' ? (await tx.directory.unit(custody.holder.unitId))?.kind : undefined,
  }));
}

async function carerOf(tx: Tx, { toUnit, toPerson }: OfferCare): Promise<Carer> {
  const unit = await tx.directory.unit(toUnit);
  if (!unit) throw new Refusal('stage.unknown-unit', { unitId: toUnit });
  if (toPerson && !(await servesIn(tx, toPerson, toUnit)))
    throw new Refusal('stage.unknown-person', { personId: toPerson, unitId: toUnit });
  return { unitId: toUnit, personId: toPerson, unitKind: unit.kind, superiorUnit: unit.superiorUnit ?? undefined };
}
