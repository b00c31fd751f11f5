import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { Ids, Maybe, Refusal, UnitId } from '#contracts';
import { OpenToAll, Shows } from '#service-kit';
import type { Visitor } from '../door/door.js';
import { LiveStreams } from '../live/streams.js';
import { Access } from '../sessions/access.js';
import type { Session } from '../sessions/sessions.js';
import { GatewaySettings } from '../settings.js';

/**
 * The cases that a page shows, and the unit in whose name it listens: `?case=<id>&case=<id>&unit=<id>`. A page cannot say
 * `X-Unit` when it listens.
 */
class EventsAsked {
  @Transform(({ value }) => (typeof value === 'string' ? [value] : (value as unknown)))
  @Maybe() @Ids({ max: 20 }) case?: string[];
  @Maybe() @UnitId() unit?: string;
}

const PATIENCE_MS = 5_000;

/** Live changes, for open pages. */
@ApiTags('events 实时更新')
@OpenToAll()
@Controller('events')
export class EventsController {
  constructor(
    private readonly streams: LiveStreams, private readonly access: Access, private readonly settings: GatewaySettings,
  ) {}

  @Get()
  @Shows({
    answers: 'text/event-stream', query: EventsAsked,
    refuses: ['access.not-signed-in', 'session.locked', 'gateway.too-many-streams'],
    says: '实时更新:所看案件与本单位待办有变化时告知,不含内容 / Server-sent events: that a case shown here or the worklist has changed, never what',
  })
  async listen(
    @Query() { case: cases = [], unit }: EventsAsked, @Req() request: Visitor, @Res() reply: FastifyReply,
  ): Promise<void> {
    const { session } = request;
    if (!session) throw new Refusal('access.not-signed-in');
    this.streams.mustHaveRoom(session);
    const said = request.headers['x-unit'];
    const unitId = typeof said === 'string' ? said : unit;
    if (unitId && !(await this.streams.unitsOf(session.personId)).has(unitId)) throw new Refusal('access.no-post');
    const seen = await this.seenBy(session, cases, unitId);
    const headers = reply.getHeaders() as Record<string, string>;
    reply.hijack();
    request.raw.socket.setTimeout(0);
    reply.raw.writeHead(200, {
      ...headers, 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no',
    });
    const lastId = request.headers['last-event-id'];
    await this.streams.add({
      session, unitId, cases: seen, response: reply.raw, lastId: typeof lastId === 'string' ? lastId : undefined,
    }).catch(() => reply.raw.destroy());
  }

  /** The casebook says who may see a case, and puts on record that somebody has asked. */
  private async seenBy(session: Session, cases: readonly string[], unitId: string | undefined): Promise<Set<string>> {
    if (cases.length === 0) return new Set();
    const token = await this.access.tokenOf(session);
    const answers = await Promise.all(cases.map((caseId) => this.maySee(caseId, { authorization: `Bearer ${token}`, ...(unitId && { 'x-unit': unitId }) })));
    return new Set(cases.filter((_, index) => answers[index]));
  }

  private async maySee(caseId: string, headers: Record<string, string>): Promise<boolean> {
    try {
      const answer = await fetch(`${this.settings.services.get('casebook')}/cases/${caseId}`, {
        headers, signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      throw new Refusal('gateway.service-away', { service: 'casebook' });
    }
  }
}
