import type { FastifyRequest } from 'fastify';

/** Where a request comes from. What a proxy says about it counts only when the proxy is one of ours. */
export function addressOf(request: FastifyRequest, trustedProxies: readonly string[]): string {
  const peer = request.socket.remoteAddress ?? 'unknown';
  const said = request.headers['x-forwarded-for'];
  if (!trustedProxies.includes(peer) || typeof said !== 'string') return peer;
  return said.split(',').at(-1)!.trim() || peer;
}
