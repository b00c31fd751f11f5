import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { SYSTEM_ACTOR, Transactions } from '#messaging';
import { Vault } from '#vault';
import { marksOf, type Marked } from './person.js';

/** Before anybody is looked for, everybody is marked under the present key: else a person is registered twice unseen (I-3). */
@Injectable()
export class MarkPeopleAnew implements OnApplicationBootstrap {
  constructor(private readonly transactions: Transactions, private readonly vault: Vault) {}

  async onApplicationBootstrap(): Promise<void> {
    const asking = { kind: 'person', marksOf: (person: Marked) => Object.values(marksOf(this.vault, person)) };
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      await this.transactions.run({ actor: SYSTEM_ACTOR, commandId: newId() }, async (tx) => {
        after = await this.vault.markAnew(tx, { ...asking, after: from });
      });
    }
  }
}
