/** Stops whatever the global set-up has started. */
export default async function tearDown() {
  await Promise.allSettled((globalThis.guituServers ?? []).map((server) => server.stop()));
}
