import {
  Body, Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, ParseIntPipe, ParseUUIDPipe, Post, Put,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GATES, type Actor, type Side } from '#contracts';
import { Transactions, type Receipt } from '#messaging';
import { ByActor, ByAsking, CommandInput, Commands, Reads, type Asking } from '#service-kit';
import { KeepsDenials, reading, Vault } from '#vault';
import { AcceptItem, acceptItem } from '../commands/accept-item.js';
import { ListItem, listItem } from '../commands/list-item.js';
import {
  ManifestInHand, readManifest, verifyManifest, type ManifestOnRecord, type Verification,
} from '../commands/read-manifest.js';
import { sealManifest } from '../commands/seal-manifest.js';
import { SignManifest, signManifest } from '../commands/sign-manifest.js';
import { strikeItem } from '../commands/strike-item.js';
import { Handover } from '../domain/handover.js';
import { ManifestOnRecordAnswer, VerificationAnswer } from './answers.js';

const OURS = ['cross-border.not-the-sending-unit', 'cross-border.handover-done', 'time.before-last-change'];
const DRAFTING = [...OURS, 'cross-border.manifest-sealed'];
const SEALED = [
  'cross-border.manifest-not-sealed', 'cross-border.handover-refused', 'cross-border.handover-done', 'time.before-last-change',
];
const VAULT = ['vault.key-destroyed', 'vault.damaged'];

const SIDE = { sending: 'sending', receiving: 'receiving' } as const;

/** The manifest of a handover: listed, sealed, accepted item by item, signed by both sides. */
@ApiTags('manifest 移交清单')
@Controller('handovers/:id')
export class ManifestController {
  constructor(private readonly transactions: Transactions, private readonly vault: Vault) {}

  @Post('items')
  @Commands('cross-border.handover', {
    says: '清单加一项(中、越、英文)/ Lists an item, in Chinese, Vietnamese and English (X-4)', input: ListItem,
    refuses: [
      ...DRAFTING, 'cross-border.not-in-handover', 'cross-border.manifest-full', 'cross-border.person-already-listed', ...VAULT,
    ],
  })
  list(@Param('id', ParseUUIDPipe) id: string, @Body() input: ListItem, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => listItem(tx, this.vault, id, input));
  }

  @Delete('items/:n')
  @Commands('cross-border.handover', {
    says: '清单删一项(封定前)/ Takes an item off the list before it is sealed (X-4)', refuses: [...DRAFTING, 'cross-border.unknown-item'],
  })
  strike(
    @Param('id', ParseUUIDPipe) id: string, @Param('n', ParseIntPipe) n: number, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => strikeItem(tx, id, n));
  }

  @Put('manifest/seal')
  @HttpCode(200)
  @Commands('cross-border.handover', {
    says: '封定清单 / Seals the manifest: nothing is added or taken off (X-4)', input: CommandInput,
    refuses: [...GATES, ...OURS, 'cross-border.handover-refused', 'cross-border.person-item-missing', ...VAULT],
  })
  seal(@Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => sealManifest(tx, this.vault, id));
  }

  @Put('items/:n/acceptance')
  @HttpCode(200)
  @Commands('cross-border.receive', {
    says: '逐项接收 / The receiving side takes one item, with what it noticed (X-4)', input: AcceptItem,
    refuses: [
      ...SEALED, 'cross-border.not-the-counterpart', 'cross-border.unknown-item', 'cross-border.already-signed', ...VAULT,
    ],
  })
  accept(
    @Param('id', ParseUUIDPipe) id: string, @Param('n', ParseIntPipe) n: number,
    @Body() input: AcceptItem, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => acceptItem(tx, this.vault, { handoverId: id, n }, input));
  }

  @Put('signatures/:side')
  @HttpCode(200)
  @Commands('cross-border.sign', {
    says: '一方签字;双方都签字后移交完成 / One side signs; with the second signature the persons are handed over (X-4)', input: SignManifest,
    refuses: [
      ...GATES, ...SEALED, 'cross-border.wrong-side', 'cross-border.items-not-accepted', 'cross-border.already-signed',
      'cross-border.one-person-two-sides', 'cross-border.unknown-key', 'cross-border.key-not-yours',
      'cross-border.signature-invalid', ...VAULT,
    ],
  })
  sign(
    @Param('id', ParseUUIDPipe) id: string, @Param('side', new ParseEnumPipe(SIDE)) side: Side,
    @Body() input: SignManifest, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => signManifest(tx, this.vault, { handoverId: id, side }, input));
  }

  @Get('manifest')
  @KeepsDenials()
  @Reads('cross-border.manifest.read', {
    says: '清单原文、摘要与签名 / The manifest’s text with its digest and signatures: all that verifying it off line needs (X-4)',
    answers: ManifestOnRecordAnswer, of: Handover, refuses: VAULT,
  })
  read(@Param('id', ParseUUIDPipe) id: string, @ByActor() actor: Actor): Promise<ManifestOnRecord> {
    return reading(this.transactions, actor, (tx) => readManifest(tx, this.vault, id));
  }

  @Post('manifest/verification')
  @HttpCode(200)
  @Reads('cross-border.manifest.read', {
    says: '核验手中的清单 / Verifies a manifest in hand: one changed byte, and it is another one (X-4)',
    answers: VerificationAnswer, input: ManifestInHand, of: Handover,
  })
  verify(@Param('id', ParseUUIDPipe) id: string, @Body() input: ManifestInHand, @ByActor() actor: Actor): Promise<Verification> {
    return reading(this.transactions, actor, (tx) => verifyManifest(tx, id, input));
  }
}
