import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseOf, PORT_BASE, projectRoot, rolesOf, serverPorts, SERVICES } from '#embedded';

/** Where a tool of the operators looks for the databases; see `connections`. */
export const WHERE = { data: { type: 'string' }, rehearsal: { type: 'boolean' } } as const;

/**
 * Service name → connection string of its runtime role: those of a data folder on this machine. Elsewhere the environment
 * variable `GUITU_VERIFY` is a JSON object of them.
 */
export function connections({ data, rehearsal }: { data?: string; rehearsal?: boolean }): Record<string, string> {
  if (process.env.GUITU_VERIFY) return JSON.parse(process.env.GUITU_VERIFY) as Record<string, string>;
  const folder = data ?? join(projectRoot(), '.guitu', rehearsal ? 'rehearsal' : 'data');
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) {
    throw new Error(`没有数据目录 ${folder};演练请加 -- --rehearsal,其他目录请加 -- --data <目录>\n`
      + `There is no data folder ${folder}; for an exercise add -- --rehearsal, for another folder -- --data <folder>`);
  }
  const secrets = JSON.parse(readFileSync(file, 'utf8')) as { services: Record<string, { runtimePassword: string }> };
  const { postgres } = serverPorts(PORT_BASE);
  return Object.fromEntries(SERVICES.filter(({ name }) => secrets.services[name]).map(({ name }) => [name,
    `postgres://${rolesOf(name).runtime}:${secrets.services[name]!.runtimePassword}@127.0.0.1:${postgres}/${databaseOf(name)}`]));
}
