import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { GatewaySettings } from '../settings.js';
import type { Access } from './access.js';
import type { Session } from './sessions.js';
import { Whois } from './whois.js';

describe('Who somebody is', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  /** What identity answers, or null while it is not there at all. */
  async function whoisWhere(status: number | null): Promise<Whois> {
    server = createServer((_, response) => response.writeHead(status ?? 500).end('{}'));
    await new Promise<void>((listening) => server!.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    if (status === null) await new Promise((closed) => server!.close(closed));
    const settings = { services: new Map([['identity', `http://127.0.0.1:${port}`]]) } as unknown as GatewaySettings;
    return new Whois({ tokenOf: () => Promise.resolve('token') } as unknown as Access, settings);
  }

  it.each([[null], [503]])('is not known while identity does not answer (%s), and nobody is said to have no post', async (status) => {
    await expect((await whoisWhere(status)).of({} as Session)).rejects.toMatchObject({
      code: 'gateway.service-away', details: { service: 'identity' },
    });
  });

  it('is somebody without a post where identity says so', async () => {
    expect(await (await whoisWhere(403)).of({} as Session)).toEqual({ name: '', nameLatin: '', posts: [] });
  });
});
