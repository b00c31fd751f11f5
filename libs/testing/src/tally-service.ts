import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, type ModuleMetadata } from '@nestjs/common';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Clocks, type ClockRules } from '#clocks';
import { ClueLinked, Count, CountInQuery, fact, Maybe, Part, Refusal, type Actor, type Fact, type Instant } from '#contracts';
import { aggregateTable, json, on, poolOf, Transactions, whole, type Receipt } from '#messaging';
import {
  AggregateAnswer, ByAsking, ClocksAnswer, CommandInput, Commands, listOf, may, Reads,
  type Asking, type ServiceDefinition, type Ticking,
} from '#service-kit';

/** The smallest thing with a rule and a deadline: it counts to a limit, and must have counted within a day. */
export class Tally implements Ticking {
  id!: string;
  caseId!: string;
  version = 0;
  nextFireAt: Instant | null = null;
  count = 0;
  clocks: Clocks = Clocks.from();

  static begin(given: { id: string; by: Actor; at: Instant; rules: ClockRules; clockId: string }): [Tally, Fact[]] {
    const { id, by, at, rules, clockId } = given;
    const tally = Object.assign(new Tally(), { id, caseId: id });
    return [tally, tally.clocks.start(rules, { clockId, rule: 'clue-triage', at, answers: by })];
  }

  add(by: number): Fact[] {
    if (this.count + by > 1_000) throw new Refusal('stage.closed');
    this.count += by;
    return [fact(ClueLinked, { clueId: this.id })];
  }

  whenNext(): Instant | null {
    return this.clocks.nextFireAt;
  }

  tick(upTo: Instant): Fact[] {
    return this.clocks.tick(upTo);
  }
}

const TallyTable = aggregateTable(Tally, 'tally', { count: whole(), clocks: json(Clocks.from) });

class Tallies1793318999999 implements MigrationInterface {
  name = 'Tallies1793318999999';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tally (id uuid PRIMARY KEY, case_id uuid NOT NULL, version integer NOT NULL,
        next_fire_at timestamptz(3), count integer NOT NULL, clocks jsonb NOT NULL);
      CREATE TABLE heard (case_id text NOT NULL, version integer NOT NULL, PRIMARY KEY (case_id, version))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tally, heard');
  }
}

class AddToTally extends CommandInput {
  @Count({ min: 1, max: 10 }) by!: number;
}

class TallyPage {
  @Maybe() @CountInQuery({ min: 1, max: 100 }) limit?: number;
}

class TallyAnswer extends AggregateAnswer {
  @Count() count!: number;
  @Part(() => ClocksAnswer) clocks!: ClocksAnswer;
}

/** What a mistake of ours could let out if nobody took care: no answer and no log line may carry it. */
export const CANARY = '张三 13987654321';

@Controller('tallies')
class TalliesController {
  constructor(readonly transactions: Transactions, readonly source: DataSource) {}

  @Get()
  @Reads('tally.read', { says: '列出 / Lists', answers: listOf(TallyAnswer), query: TallyPage })
  async list(@Query() { limit = 10 }: TallyPage): Promise<{ items: Tally[] }> {
    return { items: await this.source.getRepository(Tally).find({ order: { id: 'ASC' }, take: limit }) };
  }

  /** Says by mistake not who may use it. */
  @Get('forgotten')
  forgotten(): { open: true } {
    return { open: true };
  }

  @Get(':id')
  @Reads('tally.read', { says: '查看 / Shows', answers: TallyAnswer })
  async one(@Param('id', ParseUUIDPipe) id: string): Promise<Tally> {
    const found = await this.source.getRepository(Tally).findOneBy({ id });
    if (!found) throw new Refusal('record.not-found', { id });
    return found;
  }

  @Post()
  @Commands('tally.write', { says: '开始 / Begins', input: CommandInput })
  begin(@Body() _input: CommandInput, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, async (tx) => {
      const [tally, facts] = Tally.begin({ id: newId(), by: tx.actor, at: tx.at, rules: tx.rules, clockId: newId() });
      await tx.save(tally, facts);
    });
  }

  @Put(':id/additions')
  @HttpCode(200)
  @Commands('tally.write', { says: '增加 / Adds', input: AddToTally, refuses: ['stage.closed'] })
  add(@Param('id', ParseUUIDPipe) id: string, @Body() { by }: AddToTally, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, async (tx) => {
      const tally = await tx.load(Tally, id);
      await tx.save(tally, tally.add(by));
    });
  }

  @Get('failures/:kind')
  @Reads('tally.read', { says: '出错 / Fails', answers: TallyAnswer })
  async fail(@Param('kind') kind: string): Promise<never> {
    if (kind === 'outage') throw Object.assign(new Error(CANARY), { code: 'ECONNREFUSED' });
    if (kind === 'query') await poolOf(this.source).query(`SELECT '${CANARY}'::uuid`);
    throw new TypeError(CANARY);
  }
}

/** A service of nothing but tallies; `hears` writes down what another one of its kind says. */
export const tallyService = (name: string, hears: readonly string[] = []): ServiceDefinition => ({
  name, tables: [TallyTable], migrations: [Tallies1793318999999], timed: [Tally],
  permissions: { 'tally.write': [may(['public-security'], ['head', 'officer'])], 'tally.read': [may('any')] },
  listenings: hears.map((source) => ({
    source,
    reactions: [on(ClueLinked, async ({ caseId, version }, tx) =>
      tx.execute('INSERT INTO heard (case_id, version) VALUES ($1, $2)', [caseId, version]))],
  })),
});

export const tallyParts: ModuleMetadata = { controllers: [TalliesController] };
