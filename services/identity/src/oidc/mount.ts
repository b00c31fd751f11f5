import type { IncomingMessage } from 'node:http';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Provider } from 'oidc-provider';

type Originally = IncomingMessage & { originalUrl?: string };

/** Hangs the provider into the service's own HTTP server, under the path of its issuer. */
@Injectable()
export class ProviderMount implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost, private readonly provider: Provider) {}

  /** Not waited for: a server that is loaded now would answer errors of its own, before Nest has said how. */
  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    const issuer = new URL(this.provider.issuer);
    const path = issuer.pathname.replace(/\/$/, '');
    const answer = this.provider.callback();
    void fastify.register((scope, _, done) => {
      // The provider reads bodies itself.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
      scope.all(`${path}/*`, (request, reply) => {
        reply.hijack();
        asIssuer(request.raw, issuer, path);
        void answer(request.raw, reply.raw);
      });
      done();
    });
  }
}

/** Whatever host the request names, the provider answers as its issuer: links and cookies cannot be led astray. */
function asIssuer(request: Originally, issuer: URL, path: string): void {
  request.headers['x-forwarded-host'] = issuer.host;
  request.headers['x-forwarded-proto'] = issuer.protocol.replace(':', '');
  delete request.headers['x-forwarded-for'];
  request.originalUrl = request.url;
  request.url = request.url!.slice(path.length);
}
