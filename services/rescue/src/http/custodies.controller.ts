import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Refusal, type Actor } from '#contracts';
import { Transactions, type Receipt } from '#messaging';
import {
  actionsOn, ByActor, ByAsking, ByCaller, CommandInput, Commands, Directory, listOf, PageOfCase, pageOfCase, Reads, withActions,
  type ActionState, type Asking, type Caller,
} from '#service-kit';
import { acceptCare, declineCare } from '../commands/answer-care-offer.js';
import { EndCare, endCare, recordOwnWill } from '../commands/end-care.js';
import { HandToRelative, handToRelative } from '../commands/hand-to-relative.js';
import { OfferCare, offerCare } from '../commands/offer-care.js';
import { ProveKinship, proveKinship } from '../commands/prove-kinship.js';
import { RetakeChild, retakeChild } from '../commands/retake-child.js';
import { Custody } from '../domain/custody.js';
import { hitsOf } from '../views/known-hits.js';
import { custodyActions as actions } from './actions.js';
import { CustodyAnswer, CustodyInFullAnswer } from './answers.js';
import { parentsShownTo, shownTo, type NamedParent, type ShownCustody } from './shown-custody.js';

type CustodyInFull = ShownCustody & { namedParents: NamedParent[]; actions: ActionState[] };

const HOLDING = ['rescue.custody-ended', 'rescue.with-relative', 'rescue.not-the-holder', 'time.before-last-change'];
const ANSWERING = [
  'rescue.no-offer', 'rescue.offer-answered', 'rescue.not-the-receiver', 'time.before-last-change',
];

/** The care of rescued persons: who has whom, and every move of it. */
@ApiTags('custodies 人员照料')
@Controller('custodies')
export class CustodiesController {
  constructor(
    private readonly transactions: Transactions, private readonly source: DataSource, private readonly directory: Directory,
  ) {}

  @Get()
  @Reads('custody.read', {
    says: '某案受害人由谁照料 / Who has the victims of a case in their care',
    answers: listOf(CustodyAnswer), query: PageOfCase, of: 'case',
  })
  async ofCase(@Query() page: PageOfCase, @ByActor() actor: Actor): Promise<{ items: ShownCustody[] }> {
    const [found, unit] = await Promise.all([
      this.source.getRepository(Custody).find(pageOfCase(page)), this.directory.unit(actor.unitId),
    ]);
    return { items: found.map((custody) => shownTo(unit, custody)).filter((shown) => shown !== null) };
  }

  @Get(':id')
  @Reads('custody.read', {
    says: '一名受害人的照料经过,逐段无缝,以及本人现在可以做什么 / Who had a victim in their care, from when to when, without a gap, and what the reader can do now',
    answers: withActions(CustodyInFullAnswer), of: Custody,
  })
  one(@Param('id', ParseUUIDPipe) id: string, @ByCaller() caller: Caller): Promise<CustodyInFull> {
    return this.transactions.look(caller.actor, async (tx) => {
      const record = await tx.load(Custody, id);
      const unit = await tx.directory.unit(caller.actor.unitId);
      const shown = shownTo(unit, record);
      if (!shown) throw new Refusal('access.not-permitted', { id });
      const namedParents = parentsShownTo(unit, record, await hitsOf(tx, record.caseId));
      return { ...shown, namedParents, actions: await actionsOn(tx, caller, { record, actions, routes: [CustodiesController] }) };
    });
  }

  @Post(':id/offers')
  @Commands('custody.offer', {
    says: '提出移交照料 / Offers the care to another unit or person; until it is accepted the holder keeps it (R-4)', input: OfferCare,
    refuses: [
      'rescue.buyer-household', ...HOLDING, 'rescue.offer-pending', 'rescue.same-holder', 'rescue.unit-cannot-care',
      'rescue.border-handover-needed', 'stage.unknown-unit', 'stage.unknown-person',
    ],
  })
  offer(@Param('id', ParseUUIDPipe) id: string, @Body() input: OfferCare, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => offerCare(tx, id, input));
  }

  @Put(':id/offers/:offerId/acceptance')
  @HttpCode(200)
  @Commands('custody.answer', {
    says: '接收照料,从此负责 / Takes the victim into care from now on (R-4)', input: CommandInput,
    refuses: [...ANSWERING, 'rescue.buyer-household'],
  })
  accept(
    @Param('id', ParseUUIDPipe) id: string, @Param('offerId', ParseUUIDPipe) offerId: string,
    @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => acceptCare(tx, id, offerId));
  }

  @Put(':id/offers/:offerId/decline')
  @HttpCode(200)
  @Commands('custody.answer', {
    says: '不接收照料,仍由原单位照料 / Declines; the holder keeps the victim (R-4)', input: CommandInput, refuses: ANSWERING,
  })
  decline(
    @Param('id', ParseUUIDPipe) id: string, @Param('offerId', ParseUUIDPipe) offerId: string,
    @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => declineCare(tx, id, offerId));
  }

  @Post(':id/kinship-proofs')
  @Commands('custody.kinship', {
    says: '登记亲缘关系证明 / Records that kinship is proven (R-3)', input: ProveKinship,
    refuses: [
      'rescue.buyer-household', 'rescue.custody-ended', 'rescue.not-involved', 'rescue.no-confirmed-hit',
      'rescue.relative-not-identified', 'rescue.relative-identity-differs', 'time.before-last-change',
    ],
  })
  prove(@Param('id', ParseUUIDPipe) id: string, @Body() input: ProveKinship, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => proveKinship(tx, id, input));
  }

  @Put(':id/handover-to-relative')
  @HttpCode(200)
  @Commands('custody.relative', {
    says: '移交亲属;收买家庭一律不予 / Hands a child over to a relative of proven kinship; never to a buyer household (R-3)',
    input: HandToRelative,
    refuses: [
      'rescue.buyer-household', ...HOLDING, 'rescue.adult-decides', 'rescue.kinship-not-proven', 'rescue.present-missing',
      'rescue.second-person-needed', 'rescue.investigation-not-heard',
    ],
  })
  relative(@Param('id', ParseUUIDPipe) id: string, @Body() input: HandToRelative, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => handToRelative(tx, id, input));
  }

  @Put(':id/own-will')
  @HttpCode(200)
  @Commands('custody.own-will', {
    says: '成年人自愿离开 / An adult decides to go; recorded, and it decides (R-3)', input: CommandInput,
    refuses: [...HOLDING, 'rescue.minor-cannot-decide'],
  })
  ownWill(@Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => recordOwnWill(tx, id));
  }

  @Put(':id/ending')
  @HttpCode(200)
  @Commands('custody.end', {
    says: '结束照料 / Care by the authorities has ended (R-3, R-4)', input: EndCare,
    refuses: [
      'rescue.buyer-household', 'rescue.custody-ended', 'rescue.not-involved', 'rescue.ending-does-not-fit',
      'time.before-last-change',
    ],
  })
  end(@Param('id', ParseUUIDPipe) id: string, @Body() input: EndCare, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => endCare(tx, id, input));
  }

  @Put(':id/retaking')
  @HttpCode(200)
  @Commands('custody.retake', {
    says: '为保护儿童,从亲属处带离并接管照料 / Takes a child back from a relative for protection, and into care (R-3, R-4)',
    input: RetakeChild,
    refuses: [
      'rescue.not-with-relative', 'rescue.adult-decides', 'rescue.not-involved', 'rescue.no-known-buyer',
      'time.before-last-change',
    ],
  })
  retake(@Param('id', ParseUUIDPipe) id: string, @Body() input: RetakeChild, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => retakeChild(tx, id, input));
  }
}
