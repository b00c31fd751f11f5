import { Body, Controller, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PACKAGES, type PackageKind } from '#contracts';
import { Transactions, type Receipt } from '#messaging';
import { ByAsking, CommandInput, Commands, WORKING, type Asking } from '#service-kit';
import { dissolveTaskForce } from '../commands/close-investigation.js';
import { DischargePackage, dischargePackage } from '../commands/discharge-package.js';
import { FormTaskForce, formTaskForce, ReassignPackage, reassignPackage } from '../commands/form-task-force.js';
import { contactRelatives, TakeMeasure, takeMeasure } from '../commands/take-measure.js';

const HOLDERS = ['investigation.holder-not-in-unit', 'investigation.holder-not-police'];
const ThePackage = () => Param('package', new ParseEnumPipe(Object.fromEntries(PACKAGES.map((kind) => [kind, kind]))));

@ApiTags('task force 特侦组')
@Controller('investigations/:id')
export class TaskForceController {
  constructor(private readonly transactions: Transactions) {}

  @Put('task-force')
  @HttpCode(200)
  @Commands('investigation.task-force', {
    says: '成立特侦组,落实一长三包 / Forms the task force: one leader, three packages (V-1)', input: FormTaskForce,
    refuses: [
      ...WORKING, ...HOLDERS, 'investigation.task-force-exists', 'investigation.leader-not-head',
      'investigation.wrong-jurisdiction', 'investigation.packages-not-three', 'stage.unknown-unit', 'stage.unit-not-competent',
      'stage.unknown-person',
    ],
  })
  form(@Param('id', ParseUUIDPipe) id: string, @Body() input: FormTaskForce, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => formTaskForce(tx, id, input));
  }

  @Put('packages/:package')
  @HttpCode(200)
  @Commands('investigation.task-force', {
    says: '更换某包责任人 / Gives a package to another person (V-1)', input: ReassignPackage,
    refuses: [...WORKING, ...HOLDERS, 'investigation.no-task-force', 'investigation.package-discharged'],
  })
  reassign(
    @Param('id', ParseUUIDPipe) id: string, @ThePackage() kind: PackageKind,
    @Body() input: ReassignPackage, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => reassignPackage(tx, id, kind, input));
  }

  @Post('measures')
  @Commands('investigation.work', {
    says: '登记某包采取的措施 / Records a measure taken under a package (V-1)', input: TakeMeasure,
    refuses: [...WORKING, 'investigation.no-task-force'],
  })
  measure(@Param('id', ParseUUIDPipe) id: string, @Body() input: TakeMeasure, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => takeMeasure(tx, id, input));
  }

  @Post('relative-contacts')
  @Commands('investigation.work', {
    says: '登记联系亲属 / Records that the relatives were contacted (V-1)', input: CommandInput,
    refuses: [...WORKING, 'investigation.no-task-force'],
  })
  contact(@Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => contactRelatives(tx, id));
  }

  @Put('packages/:package/discharge')
  @HttpCode(200)
  @Commands('investigation.discharge', {
    says: '某包完成并附证明 / Discharges a package, with its evidence (V-1)', input: DischargePackage,
    refuses: [
      'stage.closed', 'stage.not-accepted', 'time.before-last-change', 'investigation.no-task-force',
      'investigation.not-package-person', 'investigation.no-suspect-caught', 'investigation.victims-not-rescued',
      'investigation.relatives-not-contacted',
    ],
  })
  discharge(
    @Param('id', ParseUUIDPipe) id: string, @ThePackage() kind: PackageKind,
    @Body() input: DischargePackage, @ByAsking() asking: Asking,
  ): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => dischargePackage(tx, id, kind, input));
  }

  @Put('task-force/dissolution')
  @HttpCode(200)
  @Commands('investigation.task-force', {
    says: '解散特侦组(三包全部完成后) / Dissolves the task force, after all three packages (V-1)', input: CommandInput,
    refuses: [...WORKING, 'investigation.no-task-force', 'investigation.packages-open'],
  })
  dissolve(@Param('id', ParseUUIDPipe) id: string, @Body() _input: CommandInput, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => dissolveTaskForce(tx, id));
  }
}
