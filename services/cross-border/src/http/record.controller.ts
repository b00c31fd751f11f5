import { Controller, Get, Header, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#contracts';
import { Transactions } from '#messaging';
import { printed } from '#paper';
import { ByActor, Reads, SystemClock } from '#service-kit';
import { KeepsDenials, reading, Vault } from '#vault';
import { printRecord } from '../commands/print-record.js';
import { Handover } from '../domain/handover.js';

/** The printed record of a handover. */
@ApiTags('manifest 移交清单')
@Controller('handovers/:id')
export class RecordController {
  constructor(
    private readonly transactions: Transactions, private readonly vault: Vault, private readonly clock: SystemClock,
  ) {}

  @Get('record.pdf')
  @KeepsDenials()
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @Reads('cross-border.manifest.read', {
    says: '打印移交记录(中、越、英文)/ Prints the record of the handover in Chinese, Vietnamese and English (X-4)',
    answers: 'application/pdf', of: Handover, refuses: ['vault.key-destroyed', 'vault.damaged'],
  })
  async print(@Param('id', ParseUUIDPipe) id: string, @ByActor() actor: Actor): Promise<StreamableFile> {
    const asked = { handoverId: id, at: new Date(this.clock.now()), isExercise: this.clock.isRehearsal };
    const sheet = await reading(this.transactions, actor, (tx) => printRecord(tx, this.vault, asked));
    return new StreamableFile(await printed(sheet), { type: 'application/pdf', disposition: `inline; filename="handover-${id}.pdf"` });
  }
}
