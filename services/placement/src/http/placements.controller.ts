import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { attachmentControllers } from '#attachments';
import { poolOf, Transactions, type Receipt } from '#messaging';
import {
  adultsAmong, ByAsking, ByCaller, CommandInput, Commands, listOf, PageOfCase, pageOfCase, Reads, seenWithActions,
  stageController, withActions, WORKING, type ActionState, type Asking, type Caller,
} from '#service-kit';
import { AskPlace, askPlace } from '../commands/ask-place.js';
import { AssessHousehold, assessHousehold } from '../commands/assess-household.js';
import { ConfirmSchool, confirmSchool } from '../commands/confirm-school.js';
import { closePlacement } from '../commands/close-placement.js';
import { DecidePlacement, decidePlacement } from '../commands/decide-placement.js';
import { promisePlace } from '../commands/promise-place.js';
import { putInEffect } from '../commands/put-in-effect.js';
import { receivePerson } from '../commands/receive-person.js';
import { RecordSession, recordSession } from '../commands/record-session.js';
import { RecordVisit, recordVisit } from '../commands/record-visit.js';
import { restoreRegistration } from '../commands/restore-registration.js';
import { Placement } from '../domain/placement.js';
import { placementPermissions } from '../permissions.js';
import { PlacementAnswer } from './answers.js';
import { placementActions as actions } from './actions.js';


type ShownPlacement = Omit<Placement, 'named' | keyof typeof Placement.prototype> & { isMinor: boolean };

export const PlacementFiles = attachmentControllers(Placement, 'placement', placementPermissions);

export const PlacementOffers = stageController(Placement, 'placements', { service: 'placement' });

@ApiTags('placements 安置')
@Controller('placements')
export class PlacementsController {
  constructor(private readonly transactions: Transactions, private readonly source: DataSource) {}

  @Get()
  @Reads('placement.read', {
    says: '某案的安置 / The placements of a case', answers: listOf(PlacementAnswer), query: PageOfCase, of: 'case',
  })
  async ofCase(@Query() page: PageOfCase): Promise<{ items: ShownPlacement[] }> {
    const found = await this.source.getRepository(Placement).find(pageOfCase(page));
    return { items: await this.shown(found) };
  }

  @Get(':id')
  @Reads('placement.read', {
    says: '查看安置,以及本人现在可以做什么 / Shows a placement, and what the reader can do with it now',
    answers: withActions(PlacementAnswer), of: Placement,
  })
  async one(
    @Param('id', ParseUUIDPipe) id: string, @ByCaller() caller: Caller,
  ): Promise<ShownPlacement & { actions: ActionState[] }> {
    const [found] = await this.shown([await seenWithActions(this.transactions, caller, {
      type: Placement, id, actions, routes: [PlacementsController, PlacementOffers, ...PlacementFiles],
    })]);
    return found!;
  }

  @Put(':id/reception')
  @HttpCode(200)
  @Commands('placement.receive', {
    says: '接收受害人 / Receives the victim for temporary relief (P-1)', input: CommandInput,
    refuses: [...WORKING, 'placement.already-received', 'placement.not-in-our-care'],
  })
  receive(@Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => receivePerson(tx, id));
  }

  @Post(':id/household-assessments')
  @Commands('placement.assess', {
    says: '评估接收家庭 / Assesses a household (P-5)', input: AssessHousehold,
    refuses: [...WORKING, 'placement.buyer-household', 'placement.household-identity-missing'],
  })
  assess(@Param('id', ParseUUIDPipe) id: string, @Body() input: AssessHousehold, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => assessHousehold(tx, id, input));
  }

  @Post(':id/place-requests')
  @Commands('placement.decide', {
    says: '请机构接收安置 / Asks an institution for a place (P-5)', input: AskPlace,
    refuses: [...WORKING, 'placement.already-in-effect', 'placement.not-an-institution'],
  })
  askPlace(@Param('id', ParseUUIDPipe) id: string, @Body() input: AskPlace, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => askPlace(tx, id, input));
  }

  @Put(':id/place-promise')
  @HttpCode(200)
  @Commands('placement.promise', {
    says: '本单位承诺接收安置 / Promises a place in the own institution (P-5)', input: CommandInput,
    refuses: [
      'stage.closed', 'stage.not-accepted', 'placement.place-not-asked', 'placement.already-in-effect', 'time.before-last-change',
    ],
  })
  promisePlace(
    @Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => promisePlace(tx, id));
  }

  @Put(':id/decision')
  @HttpCode(200)
  @Commands('placement.decide', {
    says: '作出安置决定 / Decides where the person will live (P-5)', input: DecidePlacement,
    refuses: [
      ...WORKING, 'placement.buyer-household', 'placement.not-received', 'placement.already-in-effect', 'placement.adult-decides',
      'placement.household-missing', 'placement.unit-missing', 'placement.kinship-not-proven', 'placement.parent-not-proven',
      'placement.household-not-assessed', 'placement.household-identity-missing', 'placement.minor-does-not-decide',
      'placement.place-not-promised',
    ],
  })
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() input: DecidePlacement, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => decidePlacement(tx, id, input));
  }

  @Put(':id/effect')
  @HttpCode(200)
  @Commands('placement.decide', {
    says: '安置落实,排定回访 / Puts the placement in effect and schedules the visits (P-5, P-8)', input: CommandInput,
    refuses: [
      ...WORKING, 'placement.buyer-household', 'placement.not-decided', 'placement.already-in-effect',
      'placement.not-where-decided', 'placement.adult-decides', 'placement.minor-does-not-decide',
      'placement.investigation-not-heard',
    ],
  })
  takeEffect(@Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => putInEffect(tx, id));
  }

  @Put(':id/visits/:visitId')
  @HttpCode(200)
  @Commands('placement.follow-up', {
    says: '登记回访 / Records a follow-up visit (P-8)', input: RecordVisit,
    refuses: [...WORKING, 'placement.unknown-visit', 'placement.visit-too-early'],
  })
  visit(
    @Param('id', ParseUUIDPipe) id: string, @Param('visitId', ParseUUIDPipe) visitId: string,
    @Body() input: RecordVisit, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => recordVisit(tx, id, visitId, input));
  }

  @Put(':id/registration')
  @HttpCode(200)
  @Commands('placement.help', {
    says: '登记已恢复户口 / Records that the household registration is restored (P-3)', input: CommandInput,
    refuses: [...WORKING, 'placement.not-received'],
  })
  restoreRegistration(
    @Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => restoreRegistration(tx, id));
  }

  @Put(':id/school-place')
  @HttpCode(200)
  @Commands('placement.help', {
    says: '登记教育局已确认学位 / Records the school place that the education bureau has confirmed (P-6)', input: ConfirmSchool,
    refuses: [...WORKING, 'placement.not-received', 'placement.not-of-school-age', 'placement.not-an-education-bureau'],
  })
  confirmSchool(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: ConfirmSchool, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => confirmSchool(tx, id, input));
  }

  @Post(':id/sessions')
  @Commands('placement.help', {
    says: '登记一次康复 / Records that a session of rehabilitation took place; its content stays with the provider (P-4)',
    input: RecordSession,
    refuses: [...WORKING, 'placement.not-received', 'placement.not-a-health-unit', 'placement.too-many-sessions'],
  })
  recordSession(
    @Param('id', ParseUUIDPipe) id: string, @Body() input: RecordSession, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => recordSession(tx, id, input));
  }

  @Put(':id/closure')
  @HttpCode(200)
  @Commands('placement.close', {
    says: '办结安置阶段 / Closes the stage', input: CommandInput,
    refuses: [...WORKING, 'stage.offer-pending', 'placement.not-in-effect', 'placement.visits-open'],
  })
  close(@Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => closePlacement(tx, id));
  }

  /** With who is a minor now. By what the people of a household can be recognised is for the rules alone. */
  private async shown<T extends { victimId: string; named: unknown }>(
    found: readonly T[],
  ): Promise<(Omit<T, 'named'> & { isMinor: boolean })[]> {
    const adults = await adultsAmong(poolOf(this.source), found.map(({ victimId }) => victimId));
    return found.map(({ named: _named, ...rest }) => ({ ...rest, isMinor: !adults.has(rest.victimId) }));
  }
}
