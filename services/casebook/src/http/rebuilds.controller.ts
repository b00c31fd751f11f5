import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Reads, ServiceConfig } from '#service-kit';
import { rebuild, type RebuildReport } from '../rebuild/rebuild.js';
import { RebuildAnswer } from './duties.answers.js';

@ApiTags('rebuilds 重建')
@Controller('rebuilds')
export class RebuildsController {
  constructor(private readonly config: ServiceConfig) {}

  /** Answers when it is done; reading goes on meanwhile, new facts wait. */
  @Post()
  @HttpCode(200)
  @Reads('casebook.rebuild', {
    says: '由经过重建全部案卷 / Builds everything anew from the timeline', answers: RebuildAnswer, refuses: ['casebook.rebuild-running'],
  })
  rebuild(): Promise<RebuildReport> {
    return rebuild(this.config.DATABASE_URL);
  }
}
