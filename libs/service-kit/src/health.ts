import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthCheck, HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { FactTransport, poolOf } from '#messaging';
import { OpenToAll } from './asking.js';

@ApiExcludeController()
@OpenToAll()
@Controller('health')
export class HealthController {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly source: DataSource,
    private readonly transport: FactTransport,
  ) {}

  /** The process answers. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It can do its work: the database answers and the listener is a member of its group. */
  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.checks.check([
      async () => {
        const indicator = this.indicators.check('database');
        try {
          await poolOf(this.source).query('SELECT 1');
          return indicator.up();
        } catch {
          return indicator.down();
        }
      },
      () => {
        const indicator = this.indicators.check('listener');
        return this.transport.isListening ? indicator.up() : indicator.down();
      },
    ]);
  }
}
