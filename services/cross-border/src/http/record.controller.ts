import { Controller, Get, Header, Headers, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#contracts';
import { Transactions } from '#messaging';
import { printed } from '#paper';
import { ByActor, Reads, SystemClock } from '#service-kit';
import { KeepsDenials, reading, Vault } from '#vault';
import { readRecord } from '../commands/print-record.js';
import { Handover } from '../domain/handover.js';
import { DirectoryNames } from '../paper/directory-names.js';
import { handoverRecord } from '../paper/handover-record.js';

/** The printed record of a handover. */
@ApiTags('manifest 移交清单')
@Controller('handovers/:id')
export class RecordController {
  constructor(
    private readonly transactions: Transactions, private readonly vault: Vault, private readonly clock: SystemClock,
    private readonly names: DirectoryNames,
  ) {}

  @Get('record.pdf')
  @KeepsDenials()
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @Reads('cross-border.manifest.read', {
    says: '打印移交记录(中、越、英文)/ Prints the record of the handover in Chinese, Vietnamese and English (X-4)',
    answers: 'application/pdf', of: Handover, refuses: ['vault.key-destroyed', 'vault.damaged'],
  })
  async print(
    @Param('id', ParseUUIDPipe) id: string, @ByActor() actor: Actor, @Headers('authorization') authorization?: string,
  ): Promise<StreamableFile> {
    const record = await reading(this.transactions, actor, (tx) => readRecord(tx, this.vault, id));
    const names = await this.names.of({
      unitIds: Object.values(record.units).map(({ unitId }) => unitId),
      personIds: record.onRecord.signatures.map(({ personId }) => personId),
    }, authorization);
    const sheet = handoverRecord({ ...record, names, at: new Date(this.clock.now()), isExercise: this.clock.isRehearsal });
    return new StreamableFile(await printed(sheet), { type: 'application/pdf', disposition: `inline; filename="handover-${id}.pdf"` });
  }
}
