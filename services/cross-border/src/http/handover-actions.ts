import { SIDES, type Side } from '#contracts';
import type { Actions } from '#service-kit';
import { travellersOf } from '../commands/travellers.js';
import type { Handover } from '../domain/handover.js';

/** What can be done with a handover and its manifest; each rule begins with the same check. */
export const handoverActions: Actions<Handover> = {
  path: 'handovers',
  checks: {
    postpone: (handover, { by }) => handover.mustBeOurs(by),
    split: (handover, { by }) => handover.maySplit({ by }),
    refuse: (handover, { by }) => handover.mayRefuse({ by }),
    list: (handover, { by }) => handover.mayList({ by }),
    strike: (handover, { by, of }) => void handover.mayStrike({ by, n: Number(of) }),
    seal: async (handover, { by }, tx) => handover.maySeal({ by, ...(await travellersOf(tx, handover)) }),
    accept: (handover, { by, of }) => handover.mayAccept({ by, n: Number(of) }),
    sign: async (handover, { by, of }, tx) => handover.maySign({ by, side: of as Side, ...(await travellersOf(tx, handover)) }),
  },
  each: {
    strike: ({ items }) => items.map(({ n }) => String(n)),
    // Sealed is sealed, taken is taken, and signed is signed: who sends it again is not refused.
    seal: ({ state }) => (state === 'sealed' ? [] : ['']),
    accept: ({ items, signatures }) =>
      items.filter(({ accepted }) => !accepted || signatures.length === 0).map(({ n }) => String(n)),
    sign: (handover) => SIDES.filter((side) => !handover.signatureOf(side)),
  },
};
