import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { SYSTEM_ACTOR, Transactions } from '#messaging';
import { Vault } from '#vault';
import { marksKept, type Person } from './person.js';

/** Before anybody is looked for, everybody is marked under the present key: else a person is registered twice unseen (I-3). */
@Injectable()
export class MarkPeopleAnew implements OnApplicationBootstrap {
  private marked: Promise<void> | undefined;

  constructor(private readonly transactions: Transactions, private readonly vault: Vault) {}

  /** Once in a run, however many wait for it. */
  onApplicationBootstrap(): Promise<void> {
    return this.marked ??= this.markAll();
  }

  async markAll(): Promise<void> {
    const asking = { kind: 'person', marksOf: (person: object) => marksKept(this.vault, person as Person) };
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      await this.transactions.run({ actor: SYSTEM_ACTOR, commandId: newId() }, async (tx) => {
        after = await this.vault.markAnew(tx, { ...asking, after: from });
      });
    }
  }
}
