import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { verifyJournal, type Verdict } from '#messaging';
import { connections, WHERE } from './databases.js';

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

/**
 * `npm run verify [-- --data <folder>]`: recomputes every chain of every service and compares it with what the
 * others have kept. Names the first bad row of each case. Needs PostgreSQL running, nothing else.
 * Elsewhere than on one machine: `GUITU_VERIFY` is a JSON object of service name → connection string.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: WHERE });
  const databases = Object.entries(connections(values)).map(([service, connectionString]) =>
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
