/** Stops whatever the global set-up has started; one that is still starting is waited for and then stopped. */
export default async function tearDown() {
  const servers = globalThis.guituServers ?? [];
  globalThis.guituServers = [];
  await Promise.allSettled(servers.map(async (server) => (await server).stop()));
}
