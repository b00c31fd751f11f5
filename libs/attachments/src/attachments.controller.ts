import {
  Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req, StreamableFile, type Provider,
  type Type,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { ACCESS_PURPOSES, OneOf, UNIT_KINDS, type AccessPurpose, type UnitKind } from '#contracts';
import { Transactions, type Receipt } from '#messaging';
import {
  ByAsking, ByCaller, CommandInput, Commands, FILE, listOf, PageOfCase, pageOfCase, Reads, seenWithActions,
  ServiceConfig, withActions, WORKING, type Actions, type ActionState, type Asking, type Caller, type Check,
  type PermissionTable,
} from '#service-kit';
import type { StagedAggregate } from '#stages';
import { KeepsDenials, reading, Vault } from '#vault';
import { AttachmentAnswer } from './answers.js';
import { Attachment } from './attachment.js';
import { readBrought } from './brought.js';
import {
  acceptOriginal, announce, AnnounceAttachment, bring, declineOriginal, OfferOriginal, offerOriginal, readFile, withdraw,
  WithdrawAttachment,
} from './commands.js';
import { FileStore, FolderStore } from './file-store.js';

/** Where a service keeps the files, for its module. */
export const fileStore: Provider = {
  provide: FileStore, inject: [ServiceConfig],
  useFactory: ({ GUITU_FILES: folder }: ServiceConfig): FileStore => {
    if (folder) return new FolderStore(folder);
    throw new Error('启动参数缺少 GUITU_FILES(附件目录)/ GUITU_FILES is missing: the folder for files that people attach.');
  },
};

const SEALED = ['vault.key-destroyed', 'vault.damaged'];
const ADDING = ['attachment.withdrawn', 'access.not-answerable'];
const ANSWERING = ['attachment.no-offer', 'attachment.not-the-receiver'];

class Purpose {
  @OneOf(ACCESS_PURPOSES) purpose!: AccessPurpose;
}

/** What can be done with an attachment; each rule begins with the same check. */
const actions: Actions<Attachment> = {
  path: 'attachments',
  checks: {
    bring: (attachment, { by }) => attachment.mayBring({ by }),
    withdraw: (attachment, { by }) => attachment.mayWithdraw({ by }),
    offerOriginal: (attachment, { by }) => attachment.mayOfferOriginal({ by }),
    acceptOriginal: (attachment, { by }) => void attachment.mayAnswerForOriginal({ by }),
    declineOriginal: (attachment, { by }) => void attachment.mayAnswerForOriginal({ by }),
  },
};

/** A file is announced with the record that it belongs to: whether it can be is said there. */
export const FILE_CHECKS = {
  announce: (record, { by }) => record.mayWork({ by }),
} satisfies Record<string, Check<StagedAggregate>>;

/**
 * Files with the records of one stage service, under its permissions `<service>.attach` and `<service>.read-files`.
 * @param type the record that a file belongs to; the unit that answers for its stage adds files.
 */
export function attachmentControllers(type: new () => StagedAggregate, service: string, table: PermissionTable): Type<object>[] {
  const rights = { work: `${service}.attach`, read: `${service}.read-files` };
  const keepers = table[rights.work]!.flatMap(({ kinds }) => (kinds === 'any' ? UNIT_KINDS : kinds));
  const parts = [contentController(type, rights), originalsController(rights, keepers)];
  return [attachmentsController(type, rights, parts), ...parts];
}

interface Rights {
  readonly work: string;
  readonly read: string;
}

function attachmentsController(
  type: new () => StagedAggregate, { work, read }: Rights, parts: readonly Type<object>[],
): Type<object> {
  @ApiTags('attachments 附件')
  @Controller('attachments')
  class AttachmentsController {
    constructor(readonly transactions: Transactions, readonly source: DataSource) {}

    @Get()
    @Reads(read, { says: '某案的附件 / The files of a case', answers: listOf(AttachmentAnswer), query: PageOfCase, of: 'case' })
    async ofCase(@Query() page: PageOfCase): Promise<{ items: Attachment[] }> {
      return { items: await this.source.getRepository(Attachment).find(pageOfCase(page)) };
    }

    @Get(':id')
    @Reads(read, {
      says: '一份附件,以及本人现在可以做什么 / One file, where its original is, and what the reader can do with it now',
      answers: withActions(AttachmentAnswer), of: Attachment,
    })
    one(
      @Param('id', ParseUUIDPipe) id: string, @ByCaller() caller: Caller,
    ): Promise<Attachment & { actions: ActionState[] }> {
      const routes = [AttachmentsController, ...parts];
      return seenWithActions(this.transactions, caller, { type: Attachment, id, actions, routes });
    }

    @Post()
    @Commands(work, {
      says: '登记附件,随后上传 / Announces a file, which is brought afterwards', input: AnnounceAttachment, refuses: WORKING,
    })
    announce(@Body() input: AnnounceAttachment, @ByAsking() asking: Asking): Promise<Receipt> {
      return this.transactions.run(asking, (tx) => announce(tx, type, input));
    }

    @Put(':id/withdrawal')
    @HttpCode(200)
    @Commands(work, {
      says: '撤回附件,已保存的仍留存 / Withdraws a file; what was kept stays', input: WithdrawAttachment,
      refuses: [...ADDING, 'time.before-last-change'],
    })
    withdraw(
      @Param('id', ParseUUIDPipe) id: string, @Body() input: WithdrawAttachment, @ByAsking() asking: Asking,
    ): Promise<Receipt> {
      return this.transactions.run(asking, (tx) => withdraw(tx, id, input));
    }
  }
  return AttachmentsController;
}

/** The bytes: brought once, given out on record. */
function contentController(type: new () => StagedAggregate, { work, read }: Rights): Type<object> {
  @ApiTags('attachments 附件')
  @Controller('attachments/:id/content')
  class ContentController {
    constructor(readonly transactions: Transactions, readonly vault: Vault, readonly files: FileStore) {}

    @Get()
    @KeepsDenials()
    @Header('cache-control', 'no-store')
    @Header('x-content-type-options', 'nosniff')
    @Header('content-security-policy', "default-src 'none'; sandbox")
    @ApiProduces(FILE)
    @Reads(read, {
      says: '查看附件内容(留痕)/ Gives out the file itself; on record', answers: FILE, query: Purpose, of: Attachment,
      refuses: ['access.not-answerable', 'attachment.not-kept-yet', 'attachment.file-missing', ...SEALED],
    })
    async content(
      @Param('id', ParseUUIDPipe) id: string, @Query() { purpose }: Purpose, @ByCaller() { actor, relation }: Caller,
    ): Promise<StreamableFile> {
      const asked = { id, purpose, isAbove: relation === 'superior' };
      const { vault, files } = this;
      const { attachment: { mediaType, bytes }, content } =
        await reading(this.transactions, actor, (tx) => readFile(tx, { vault, files, type }, asked));
      const name = `${id}.${mediaType.split('/')[1]!}`;
      return new StreamableFile(content, { type: mediaType, length: bytes, disposition: `inline; filename="${name}"` });
    }

    @Put()
    @HttpCode(200)
    @Commands(work, {
      says: '上传已登记的附件 / Brings the file that was announced', input: FILE,
      refuses: [
        ...ADDING, ...SEALED, 'attachment.size-differs', 'attachment.digest-differs', 'attachment.type-differs',
        'time.before-last-change',
      ],
    })
    async bring(
      @Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest, @ByAsking() asking: Asking,
    ): Promise<Receipt> {
      const brought = await readBrought(request.body as Readable);
      return this.transactions.run(asking, (tx) => bring(tx, this, id, brought));
    }
  }
  return ContentController;
}

/** The paper or the thing itself: who has it, and how it changes hands. */
function originalsController({ work }: Rights, kinds: readonly UnitKind[]): Type<object> {
  @ApiTags('attachments 附件')
  @Controller('attachments/:id/original-offers')
  class OriginalsController {
    constructor(readonly transactions: Transactions) {}

    @Post()
    @Commands(work, {
      says: '移交原件 / Offers the original to another unit; until it is accepted the holder keeps it', input: OfferOriginal,
      refuses: [
        'attachment.no-original', 'attachment.not-the-holder', 'attachment.same-holder', 'attachment.cannot-keep',
        'stage.unknown-unit', 'time.before-last-change',
      ],
    })
    offerOriginal(
      @Param('id', ParseUUIDPipe) id: string, @Body() input: OfferOriginal, @ByAsking() asking: Asking,
    ): Promise<Receipt> {
      return this.transactions.run(asking, (tx) => offerOriginal(tx, id, { ...input, kinds }));
    }

    @Put(':offerId/acceptance')
    @HttpCode(200)
    @Commands(work, {
      says: '接收原件 / Takes the original from the holder', input: CommandInput, refuses: [...ANSWERING, 'time.before-last-change'],
    })
    acceptOriginal(
      @Param('id', ParseUUIDPipe) id: string, @Param('offerId', ParseUUIDPipe) offerId: string,
      @Body() _input: CommandInput, @ByAsking() asking: Asking,
    ): Promise<Receipt> {
      return this.transactions.run(asking, (tx) => acceptOriginal(tx, id, offerId));
    }

    @Put(':offerId/return')
    @HttpCode(200)
    @Commands(work, { says: '不接收原件 / Does not take the original; the holder keeps it', input: CommandInput, refuses: ANSWERING })
    declineOriginal(
      @Param('id', ParseUUIDPipe) id: string, @Param('offerId', ParseUUIDPipe) offerId: string,
      @Body() _input: CommandInput, @ByAsking() asking: Asking,
    ): Promise<Receipt> {
      return this.transactions.run(asking, (tx) => declineOriginal(tx, id, offerId));
    }
  }
  return OriginalsController;
}
