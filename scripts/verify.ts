import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { PORT_BASE, databaseOf, projectRoot, rolesOf, serverPorts, SERVICES } from '#embedded';
import { verifyJournal, type Verdict } from '#messaging';

/**
 * `npm run verify [-- --data <folder>]`: recomputes every chain of every service and compares it with what the
 * others have kept. Names the first bad row of each case. Needs PostgreSQL running, nothing else.
 * Elsewhere than on one machine: `GUITU_VERIFY` is a JSON object of service name → connection string.
 */
function connections(): Record<string, string> {
  if (process.env.GUITU_VERIFY) return JSON.parse(process.env.GUITU_VERIFY) as Record<string, string>;
  const { values } = parseArgs({ options: { data: { type: 'string' }, rehearsal: { type: 'boolean' } } });
  const folder = values.data ?? join(projectRoot(), '.guitu', values.rehearsal ? 'rehearsal' : 'data');
  const file = join(folder, 'secrets.json');
  if (!existsSync(file)) throw new Error(`没有数据目录 ${folder}\nThere is no data folder ${folder}`);
  const secrets = JSON.parse(readFileSync(file, 'utf8')) as { services: Record<string, { runtimePassword: string }> };
  const { postgres } = serverPorts(PORT_BASE);
  return Object.fromEntries(SERVICES.filter(({ name }) => secrets.services[name]).map(({ name }) => [name,
    `postgres://${rolesOf(name).runtime}:${secrets.services[name]!.runtimePassword}@127.0.0.1:${postgres}/${databaseOf(name)}`]));
}

function report({ service, cases, facts, witnesses, findings }: Verdict): void {
  const state = findings.length === 0 ? '完好 intact' : `发现 ${findings.length} 处 / ${findings.length} finding(s)`;
  console.log(
    `${service.padEnd(14)} ${String(cases).padStart(6)} cases ${String(facts).padStart(8)} facts  ${witnesses} witness(es)  ${state}`,
  );
  for (const finding of findings) {
    console.log(`  案 case ${finding.caseId}, 第 ${finding.version} 条 fact ${finding.version}`
      + `${finding.seq ? `, seq ${finding.seq}` : ''}: ${finding.what}${finding.witness ? ` (${finding.witness})` : ''}`);
  }
}

async function main(): Promise<void> {
  const databases = Object.entries(connections()).map(([service, connectionString]) =>
    ({ service, db: new Client({ connectionString, connectionTimeoutMillis: 5_000 }) }));
  let findings = 0;
  try {
    await Promise.all(databases.map(({ db }) => db.connect()));
    for (const books of databases) {
      const verdict = await verifyJournal(books, databases.filter((other) => other !== books));
      report(verdict);
      findings += verdict.findings.length;
    }
  } finally {
    await Promise.all(databases.map(({ db }) => db.end()));
  }
  process.exitCode = findings === 0 ? 0 : 1;
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
