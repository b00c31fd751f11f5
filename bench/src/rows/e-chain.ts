import { interleaved, type Side } from '../measure.js';
import { Program } from '../program.js';
import { Servers } from '../servers.js';
import { migrated } from '../service/migrated.js';
import { seconds, type Row } from './row.js';

const CLIENTS = 16;

/** What it costs to number the facts of a case and to chain them. */
export const chain: Row = {
  id: 'e',
  says: `journal appends per second with the hash chain, ${CLIENTS} clients`,
  async run(say) {
    const servers = await Servers.start({ kafka: false });
    const programs: Program[] = [];
    const side = async (name: string, service: string): Promise<Side> => {
      const { ownerUrl, runtimeUrl } = await servers.database(service);
      await migrated(ownerUrl);
      const program = await Program.start('dist/bench/src/programs/append.js', {
        DATABASE_URL: runtimeUrl, CLIENTS: String(CLIENTS), CHAIN: service,
      });
      programs.push(program);
      await program.ask('append', { seconds: seconds(2) });
      return { name, measure: () => program.ask('append', { seconds: seconds(5) }) };
    };
    try {
      const [ours, theirs] = await interleaved([await side('ours', 'with'), await side('without the chain', 'without')], say);
      return [
        {
          id: 'e', what: 'commands with the chain, no HTTP', against: 'the same without head and digest', unit: 'commands/s',
          goal: 0.6, ours: ours!, theirs: theirs!,
        },
      ];
    } finally {
      for (const program of programs) await program.stop();
      await servers.stop();
    }
  },
};
