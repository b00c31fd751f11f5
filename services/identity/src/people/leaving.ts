import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { dayOf } from '#clocks';
import type { CalendarDate } from '#contracts';
import { poolOf, SYSTEM_ACTOR, Transactions } from '#messaging';
import { kindOf, Log, SystemClock } from '#service-kit';
import { signOutLeaver } from '../commands/sign-out-leaver.js';
import { leaversBy, seenOffBy } from './leavers.js';

const EVERY_MS = 1_000;

/**
 * Signs out whose post has ended with the day before: nobody does anything at midnight when it was ended ahead of time. What was
 * broken off is done again.
 */
@Injectable()
export class Leaving implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  /** The day up to which everybody was seen off: nobody leaves between one midnight and the next. */
  private upTo: CalendarDate | null = null;

  constructor(
    private readonly source: DataSource, private readonly transactions: Transactions, private readonly clock: SystemClock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => { this.looking ??= this.look().finally(() => { this.looking = null; }); }, EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private async look(): Promise<void> {
    const [pool, today] = [poolOf(this.source), dayOf(this.clock.now())];
    if (today === this.upTo) return;
    try {
      for (const leaver of await leaversBy(pool, today))
        await this.transactions.run({ actor: SYSTEM_ACTOR, commandId: newId() }, (tx) => signOutLeaver(tx, leaver));
      await seenOffBy(pool, today);
      this.upTo = today;
    } catch (error) {
      this.log.warn('signing out leavers waits', kindOf(error));
    }
  }
}
