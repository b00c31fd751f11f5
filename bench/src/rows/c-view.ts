import { interleaved, type Comparison } from '../measure.js';
import { Program } from '../program.js';
import { Servers } from '../servers.js';
import { migratedWith } from '../service/migrated.js';
import { casebookService } from '../../../services/casebook/src/casebook.module.js';
import { many, type Row } from './row.js';

const FACTS = many(60_000);
const BATCH = 500;
const ALONE = many(1_500);

/** The casebook's own view: what the placement service says, in the timeline, the ledgers and the worklists. */
export const view: Row = {
  id: 'c',
  says: `facts per second applied by the casebook's view (${FACTS.toLocaleString('en')} facts), and its rebuild`,
  async run(say) {
    const servers = await Servers.start({ kafka: false });
    let program: Program | undefined;
    try {
      const { ownerUrl, runtimeUrl } = await servers.database('casebook');
      await migratedWith(casebookService, ownerUrl);
      program = await Program.start('dist/bench/src/programs/view.js', {
        DATABASE_URL: runtimeUrl, DATABASE_OWNER_URL: ownerUrl,
      });
      const ask = (question: string, given?: object): Promise<number> => program!.ask(question, given);
      const count = await ask('prepare', { count: FACTS });
      await ask('apply', { batch: BATCH, count: Math.ceil(count / 4) }); // The compiler warms up.
      const [alone, ours, rebuilt, inserted] = await interleaved([
        { name: 'one transaction per fact', measure: () => ask('apply', { batch: 1, count: ALONE }) },
        { name: 'ours', measure: () => ask('apply', { batch: BATCH, count }) },
        { name: 'rebuild', measure: () => ask('build') },
        { name: 'plain inserts', measure: () => ask('insert', { batch: BATCH }) },
      ], say);
      return comparisons(ours!, rebuilt!, alone!, inserted!);
    } finally {
      await program?.stop();
      await servers.stop();
    }
  },
};

function comparisons(ours: number[], rebuilt: number[], alone: number[], inserted: number[]): Comparison[] {
  const base = { what: `view, inbox and view in one transaction per ${BATCH}`, unit: 'facts/s', ours };
  return [
    { ...base, id: 'c1', against: 'the same, one transaction per fact', goal: 20, theirs: alone },
    { ...base, id: 'c2', against: `plain inserts of the finished rows by ${BATCH}`, goal: 0.4, theirs: inserted },
    {
      ...base, id: 'c3', what: 'rebuild of that view', against: 'one transaction per fact', goal: 80, ours: rebuilt,
      theirs: alone,
    },
  ];
}
