import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import {
  fieldsOf, formOf, Id, invalid, isId, Maybe, Moment, Refusal, wrongForm, type Actor, type Instant,
} from '#contracts';
import { currentTraceparent, type Aggregate, type Context, type HeldPost } from '#messaging';
import type { SystemClock } from './clock.js';
import type { Directory } from './directory.js';
import { isForEverybody, isGranted, isOfUnit, relationsOf, type PermissionTable } from './permissions.js';
import type { CaseRelation } from './relation.js';
import type { Relations } from './relations.js';
import type { Tokens } from './tokens.js';

/** Every command may say when it happened; without that it happened now. */
export class CommandInput {
  @Maybe() @Moment() occurredAt?: Instant;
}

class Named {
  @Id() id!: string;
}

/** Who asks for a change and under which conditions, taken from the request and its verified token. */
export type Asking = Required<Pick<Context, 'actor' | 'commandId' | 'fingerprint'>> & Context;

type Asker = FastifyRequest & { actor?: Actor; caller?: Caller };

/** Who asks to see something, and as whom the same person would do something else. */
export interface Caller {
  readonly actor: Actor;
  /** The post under which this person may do it. @throws Refusal access.not-permitted, access.no-post */
  as(permission: string): Promise<Actor>;
  /** Of a reading: in which relation to the case the unit stands. */
  readonly relation?: CaseRelation;
}

export const PERMISSION = 'guitu:permission';
/** Marks the routes that change something. */
export const CHANGES = 'guitu:changes';
export const OPEN = 'guitu:open';
export const CASE_OF = 'guitu:case-of';

/**
 * How a reading route says which case it reads: the one of this aggregate, whose id is in the address; the `caseId` of the
 * address or behind its question mark (without one it lists what is the own unit's); or the route asks `Relations` itself.
 */
export type CaseOf = (new () => Aggregate) | 'case' | 'itself';

/** Needs no token: health, metrics and documentation. */
export const OpenToAll = (): MethodDecorator & ClassDecorator => SetMetadata(OPEN, true);

interface GuardParts {
  readonly reflector: Reflector;
  readonly tokens: Tokens;
  readonly directory: Directory;
  readonly clock: SystemClock;
  readonly source: DataSource;
  readonly table: PermissionTable;
  readonly relations: Relations;
}

/** Denies by default: a route that names no permission is closed to everybody. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly given: GuardParts) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.given.reflector.getAllAndOverride<boolean>(OPEN, targets)) return true;
    const request = context.switchToHttp().getRequest<Asker>();
    const { personId, issuedAt } = await this.given.tokens.holderOf(request.headers.authorization);
    if (await this.given.directory.isSignedOut(personId, issuedAt)) throw new Refusal('access.not-signed-in');
    const permission = this.given.reflector.getAllAndOverride<string>(PERMISSION, targets);
    const as = (asked: string | undefined): Promise<Actor> => this.actingAs(personId, asked, request.headers['x-unit']);
    request.actor = await as(permission);
    await this.mustHaveServedThen(request);
    const of = this.given.reflector.get<CaseOf | undefined>(CASE_OF, context.getHandler());
    request.caller = { actor: request.actor, as, relation: await this.relationTo(request, permission!, of) };
    return true;
  }

  /** Whoever says that they did something at a time, held a post in that unit at that time. */
  private async mustHaveServedThen(request: Asker): Promise<void> {
    const occurredAt = occurredAtOf((request.body as { occurredAt?: unknown } | undefined)?.occurredAt);
    if (occurredAt === undefined) return;
    const { personId, unitId } = request.actor!;
    if (await this.given.directory.holds(personId, unitId, occurredAt)) return;
    throw new Refusal('access.no-post-then', { unitId, occurredAt });
  }

  /** Reading a case needs a relation to it, which is looked at before the route is reached: no route can forget it. */
  private async relationTo(request: Asker, permission: string, of: CaseOf | undefined): Promise<CaseRelation | undefined> {
    const allowed = relationsOf(this.given.table[permission]!);
    if (!allowed || of === 'itself') return undefined;
    if (!of) throw new Refusal('access.not-permitted', { permission });
    const caseId = of === 'case' ? caseIdOf(request) : await this.caseIdOfOne(of, request);
    return caseId === undefined ? undefined : this.given.relations.must(request.actor!, caseId, allowed);
  }

  private async caseIdOfOne(type: new () => Aggregate, request: Asker): Promise<string> {
    const id = textOf(request.params, 'id')?.toLowerCase();
    if (!isId(id)) throw invalid(wrongForm('id', ID_FORM));
    const found = await this.given.source.getRepository(type).findOne({ select: { id: true, caseId: true }, where: { id } });
    if (!found) throw new Refusal('record.not-found', { id });
    return found.caseId;
  }

  /**
   * The post under which the person may do it. Somebody whose posts in several units would do names the unit in `X-Unit`:
   * nobody acts for another unit than the one they mean. What everybody in any post may do is the same under each.
   */
  private async actingAs(personId: string, permission: string | undefined, unitId: unknown): Promise<Actor> {
    const grants = permission === undefined ? undefined : this.given.table[permission];
    if (!grants) throw new Refusal('access.not-permitted', { permission });
    const posts = await this.given.directory.postsOf(personId, this.given.clock.now());
    const named = typeof unitId === 'string' ? posts.filter((post) => post.unitId === unitId) : posts;
    if (named.length === 0) throw new Refusal('access.no-post');
    const fitting: HeldPost[] = [];
    for (const held of named) if (await this.grants(grants, held)) fitting.push(held);
    if (fitting.length === 0) throw new Refusal('access.not-permitted', { permission, ...await this.because(grants, named) });
    if (new Set(fitting.map((held) => held.unitId)).size > 1 && !isForEverybody(grants))
      throw new Refusal('access.choose-a-post', { posts: fitting.map(({ unitId: of, post }) => ({ unitId: of, post })) });
    return actorOf(fitting[0]!);
  }

  /** Whether it is the unit that does no such work, or the post in it that does not permit this. */
  private async because(grants: PermissionTable[string], held: readonly HeldPost[]): Promise<{ because: 'unit' | 'post' }> {
    const units = await Promise.all(held.map(({ unitId }) => this.given.directory.unit(unitId)));
    return { because: units.some((unit) => unit !== null && isOfUnit(grants, unit)) ? 'post' : 'unit' };
  }

  private async grants(grants: PermissionTable[string], held: HeldPost): Promise<boolean> {
    const unit = await this.given.directory.unit(held.unitId);
    return unit !== null && isGranted(grants, held, unit);
  }
}

const ID_FORM = formOf(fieldsOf(Named).get('id')!);

const actorOf = ({ personId, unitId, post }: HeldPost): Actor => ({ personId, unitId, post });

/** The case that the address names, if any. */
function caseIdOf(request: Asker): string | undefined {
  const caseId = (textOf(request.params, 'caseId') ?? textOf(request.query, 'caseId'))?.toLowerCase();
  if (caseId !== undefined && !isId(caseId)) throw invalid(wrongForm('caseId', ID_FORM));
  return caseId;
}

function textOf(named: unknown, name: string): string | undefined {
  const value = (named as Record<string, unknown> | undefined)?.[name];
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(wrongForm(name, { zh: '只能填一次。', en: 'It must be given once.' }));
}

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

export function askingOf(request: Asker): Asking {
  // A UUID is the same in capitals: sent again in another spelling it is no other command.
  const commandId = headerOf(request, 'idempotency-key')?.toLowerCase();
  if (!isId(commandId)) throw new Refusal('input.command-id-missing');
  const body = (request.body ?? {}) as { occurredAt?: unknown };
  const traceparent = currentTraceparent(traceparentOf(request));
  return {
    actor: request.actor!, commandId,
    occurredAt: occurredAtOf(body.occurredAt),
    expectedVersion: expectedVersionOf(request),
    // A file has no form: which bytes are meant was said before, in the record that its address names.
    fingerprint: createHash('sha256')
      .update(`${request.method} ${request.url}\n${request.actor!.personId}\n${body instanceof Readable ? '' : JSON.stringify(body)}`)
      .digest('base64url'),
    traceparent,
  };
}

function occurredAtOf(given: unknown): Instant | undefined {
  // A wrong form is refused by the input class.
  if (typeof given !== 'string' || !/^(?:19|20)\d\d-/.test(given)) return undefined;
  const parsed = new Date(given);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed.toISOString();
}

function expectedVersionOf(request: Asker): number | undefined {
  const given = headerOf(request, 'if-match');
  if (given === undefined) return undefined;
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given);
  if (!match)
    throw invalid(wrongForm('If-Match', { zh: '须为所见的版本号,如 "7"。', en: 'It must be the version that was read, as "7".' }));
  return Number(match[1]);
}

/** Kept with every fact, so it is nothing but what W3C lets it be. */
export function traceparentOf(request: FastifyRequest): string | undefined {
  const given = headerOf(request, 'traceparent');
  return given !== undefined && TRACEPARENT.test(given) ? given : undefined;
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** The asking of a command, as a parameter of its route. */
export const ByAsking = createParamDecorator((_: unknown, context: ExecutionContext): Asking =>
  askingOf(context.switchToHttp().getRequest<Asker>()));

/** The verified person, unit and post, as a parameter of a reading route. */
export const ByActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  context.switchToHttp().getRequest<Asker>().actor!);

/** The one who asks, as a parameter of a route that also says what this person can do. */
export const ByCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  context.switchToHttp().getRequest<Asker>().caller!);
