import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from '#messaging';
import { kindOf, Log } from '#service-kit';
import { forgetExpired } from '../oidc/adapter.js';
import { forgetOldFailures } from './accounts.js';

const EVERY_MS = 60_000;

/** Removes what has expired: sessions, codes, tokens, and the memory of failed attempts. */
@Injectable()
export class Tidying implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly source: DataSource, private readonly log: Log) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.tidy(), EVERY_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async tidy(): Promise<void> {
    try {
      await forgetExpired(poolOf(this.source));
      await forgetOldFailures(poolOf(this.source));
    } catch (error) {
      this.log.warn('tidying waits', kindOf(error));
    }
  }
}
