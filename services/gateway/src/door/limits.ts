import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#contracts';
import { addressOf } from '#service-kit';
import type { GatewaySettings } from '../settings.js';

type Counted = FastifyRequest & { countedAs?: string };
type Counter = (request: FastifyRequest) => ReturnType<ReturnType<FastifyInstance['createRateLimit']>>;

/** So many requests a minute for each session; for each address without one; and fewer to begin signing in. */
export class Limits {
  private constructor(
    private readonly settings: GatewaySettings, private readonly requests: Counter, private readonly signIns: Counter,
  ) {}

  static async in(server: FastifyInstance, settings: GatewaySettings): Promise<Limits> {
    await server.register(rateLimit, { global: false, cache: 20_000, timeWindow: 60_000 });
    const keyGenerator = (request: Counted): string => request.countedAs ?? 'unknown';
    return new Limits(settings,
      server.createRateLimit({ max: settings.GATEWAY_REQUESTS_PER_MINUTE, keyGenerator }),
      server.createRateLimit({ max: settings.GATEWAY_SIGN_INS_PER_MINUTE, keyGenerator }));
  }

  /** @throws Refusal gateway.too-many-requests */
  ofRequest(request: FastifyRequest, reply: FastifyReply, sessionId?: string): Promise<void> {
    const as = sessionId ?? `address ${this.addressOf(request)}`;
    return this.count(this.requests, { request, reply, as }, 'gateway.too-many-requests');
  }

  /** @throws Refusal gateway.too-many-sign-ins */
  ofSignIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    return this.count(this.signIns, { request, reply, as: `sign-in ${this.addressOf(request)}` }, 'gateway.too-many-sign-ins');
  }

  private addressOf(request: FastifyRequest): string {
    return addressOf(request, this.settings.GATEWAY_TRUSTED_PROXIES);
  }

  private async count(
    counter: Counter, { request, reply, as }: { request: Counted; reply: FastifyReply; as: string }, code: string,
  ): Promise<void> {
    request.countedAs = as;
    const counted = await counter(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    void reply.header('retry-after', String(Math.max(1, counted.ttlInSeconds)));
    throw new Refusal(code);
  }
}
