import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { kindOf, Log } from '#service-kit';
import { Sessions } from './sessions.js';

const EVERY_MS = 60_000;

/** Removes the sessions whose time is over. */
@Injectable()
export class Tidying implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sessions: Sessions, private readonly log: Log) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.sessions.forgetExpired().catch((error: unknown) =>
      this.log.warn('tidying waits', kindOf(error))), EVERY_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
