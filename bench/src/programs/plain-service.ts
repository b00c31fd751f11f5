import 'reflect-metadata';
import { Body, Controller, HttpCode, Inject, Injectable, Module, Param, Post, Put } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Column, DataSource, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { v7 as newId } from 'uuid';
import { answer } from '../answering.js';

// The other side of row a: the usual NestJS service, on Express, with TypeORM's save() of an entity and an event in one
// transaction. It checks no token, no permission and no input, locks nothing, numbers and chains nothing, and forgets
// command ids: what is measured is what our guarantees cost.

@Entity('enquiry')
class EnquiryRow {
  @PrimaryColumn('uuid') id!: string;
  @Column({ type: 'uuid', name: 'case_id' }) caseId!: string;
  @Column('integer') version!: number;
  @Column('text') number!: string;
  @Column('text') kind!: string;
  @Column('text') division!: string;
  @Column({ type: 'text', name: 'to_unit' }) toUnit!: string;
  @Column({ type: 'text', name: 'due_on' }) dueOn!: string;
  @Column({ type: 'jsonb', name: 'victim_ids' }) victimIds!: string[];
  @Column({ type: 'timestamptz', name: 'opened_at', precision: 3 }) openedAt!: Date;
  @Column({ type: 'text', name: 'opened_by' }) openedBy!: string;
  @Column({ type: 'timestamptz', name: 'answered_at', precision: 3, nullable: true }) answeredAt!: Date | null;
  @Column({ type: 'integer', nullable: true }) findings!: number | null;
}

@Entity('event')
class EventRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) seq!: string;
  @Column('text') aggregatetype!: string;
  @Column('text') aggregateid!: string;
  @Column('text') type!: string;
  @Column('integer') version!: number;
  @Column('text') payload!: string;
  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3 }) recordedAt!: Date;
}

/** The same text as ours, member for member. */
function eventOf(row: EnquiryRow, type: string, data: object): EventRow {
  const now = new Date();
  const actor = { personId: '0198c0de-0000-7000-8000-000000000001', unitId: row.openedBy, post: 'officer' };
  const payload = JSON.stringify({
    id: newId(), type, v: 1, version: row.version, service: 'bench', caseId: row.caseId, subjectId: row.id,
    occurredAt: now, recordedAt: now, exercise: false, actor, commandId: newId(), data,
  });
  return Object.assign(new EventRow(), {
    aggregatetype: 'bench', aggregateid: row.caseId, type, version: row.version, payload, recordedAt: now,
  });
}

@Injectable()
class Enquiries {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async open(asked: Partial<EnquiryRow>): Promise<object> {
    const row = Object.assign(new EnquiryRow(), {
      ...asked, id: newId(), version: 1, openedAt: new Date(), openedBy: '532503-psb', answeredAt: null, findings: null,
    });
    const { caseId, ...data } = asked;
    return this.keep(row, eventOf(row, 'bench.enquiry-opened', { enquiryId: row.id, ...data }), caseId);
  }

  async answer(id: string, findings: number): Promise<object> {
    const row = await this.source.getRepository(EnquiryRow).findOneByOrFail({ id });
    Object.assign(row, { version: row.version + 1, answeredAt: new Date(), findings });
    return this.keep(row, eventOf(row, 'bench.enquiry-answered', { enquiryId: id, byUnit: row.openedBy, findings }), row.caseId);
  }

  private async keep(row: EnquiryRow, event: EventRow, caseId: string | undefined): Promise<object> {
    await this.source.transaction(async (manager) => {
      await manager.save(row);
      await manager.save(event);
    });
    return { id: row.id, caseId, version: row.version };
  }
}

@Controller('enquiries')
class EnquiriesController {
  constructor(@Inject(Enquiries) private readonly enquiries: Enquiries) {}

  @Post()
  open(@Body() asked: Record<string, never>): Promise<object> {
    return this.enquiries.open(asked);
  }

  @Put(':id/answer')
  @HttpCode(200)
  answer(@Param('id') id: string, @Body() { findings }: { findings: number }): Promise<object> {
    return this.enquiries.answer(id, findings);
  }
}

const source = new DataSource({
  type: 'postgres',
  url: process.env['DATABASE_URL'],
  entities: [EnquiryRow, EventRow],
  poolSize: Number(process.env['DATABASE_POOL']),
});

@Module({
  controllers: [EnquiriesController],
  providers: [Enquiries, { provide: DataSource, useFactory: () => source.initialize() }],
})
class PlainModule {}

const app = await NestFactory.create(PlainModule, { logger: false });
await app.listen(0, '127.0.0.1');
const url = await app.getUrl();
answer({ address: () => url });
