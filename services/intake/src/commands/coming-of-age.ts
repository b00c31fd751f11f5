import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { dayOf } from '#clocks';
import type { CalendarDate } from '#contracts';
import { poolOf, SYSTEM_ACTOR, Transactions } from '#messaging';
import { kindOf, Log, SystemClock } from '#service-kit';
import { Vault } from '#vault';
import { lookedOn, ofAge, type OfAge } from '../queries/of-age.js';
import { comeOfAge } from './come-of-age.js';
import { MarkPeopleAnew } from './mark-people-anew.js';

const EVERY_MS = 1_000;

/** says of every victim, on the day after the eighteenth birthday, who is of age now. What failed is done again. */
@Injectable()
export class ComingOfAge implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private lookedOn: CalendarDate | null = null;

  constructor(
    private readonly source: DataSource, private readonly transactions: Transactions, private readonly clock: SystemClock,
    private readonly vault: Vault, private readonly marks: MarkPeopleAnew, private readonly log: Log,
  ) {}

  /** Whoever bears the marks of another key yet would be found by nobody. */
  async onApplicationBootstrap(): Promise<void> {
    await this.marks.onApplicationBootstrap();
    this.timer = setInterval(() => { this.looking ??= this.look().finally(() => { this.looking = null; }); }, EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private async look(): Promise<void> {
    const [pool, now] = [poolOf(this.source), this.clock.now()];
    if (this.lookedOn === dayOf(now)) return;
    try {
      let isAllSaid = true;
      for await (const found of ofAge(pool, this.vault, now)) isAllSaid = (await this.say(found)) && isAllSaid;
      if (!isAllSaid) return;
      await lookedOn(pool, dayOf(now));
      this.lookedOn = dayOf(now);
    } catch (error) {
      this.log.warn('saying who is of age waits', kindOf(error));
    }
  }

  /** One matter that fails holds up nobody else; the day is looked at again until it is said there too. */
  private async say(found: OfAge): Promise<boolean> {
    try {
      await this.transactions.run({ actor: SYSTEM_ACTOR, commandId: newId() }, (tx) => comeOfAge(tx, found));
      return true;
    } catch (error) {
      this.log.warn('saying who is of age waits', { ...kindOf(error), id: found.intakeId });
      return false;
    }
  }
}
