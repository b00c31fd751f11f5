import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readName, type Described } from '#matching';
import { foundIn, questionsAbout, type Answered, type Asking, type Found, type MadeSet } from './set.js';

const YEAR_DAYS = 365.25;
const READY_MS_MAX = 300_000;

/** A side in another language: it is given the people in a file, then files of questions, and answers line by line. */
export class Piped {
  private readonly lines: AsyncIterator<string>;

  private constructor(private readonly child: ChildProcess, private readonly set: MadeSet, private readonly folder: string) {
    this.lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  }

  /** @param command the program and what it is given; null where it ends before it is ready. */
  static async start(command: readonly string[], { set, folder }: { set: MadeSet; folder: string }): Promise<Piped | null> {
    const [program, ...given] = command;
    const child = spawn(program!, given, { stdio: ['pipe', 'pipe', 'ignore'], timeout: READY_MS_MAX * 4 });
    const piped = new Piped(child, set, folder);
    child.on('error', () => undefined);
    const { value, done } = await piped.lines.next();
    return done || value !== 'ready' ? null : piped;
  }

  async ask(asking: Asking): Promise<Found> {
    const questions = questionsAbout(this.set.truths, asking);
    const file = join(this.folder, `${asking.kind}-${asking.seed}.tsv`);
    writeFileSync(file, questions.map(({ asked }) => `${rowOf('', asked)}\n`).join(''));
    this.child.stdin!.write(`${file}\n`);
    const answers: Answered[] = [];
    for (const { wanted } of questions) {
      const [milliseconds, people] = (await this.next()).split('\t');
      answers.push({ wanted, people: people!.split(',').filter(Boolean).map(Number), milliseconds: Number(milliseconds) });
    }
    await this.next();
    return foundIn(answers);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.stdin!.end();
    await once(this.child, 'exit');
  }

  private async next(): Promise<string> {
    const { value, done } = await this.lines.next();
    if (done) throw new Error('The program ended before it had answered.');
    return value;
  }
}

/** Everybody who is missing, a line each, in the columns that both programs read. */
export function peopleFile({ reports }: MadeSet, folder: string): string {
  const file = join(folder, 'people.tsv');
  writeFileSync(file, reports.map((report, person) => `${rowOf(String(person), report)}\n`).join(''));
  return file;
}

function rowOf(person: string, { name, sex, born, lost, place }: Described): string {
  const middle = born ? Math.floor((born.from + born.to) / 2) : null;
  const sounds = name ? readName(name).readings[0].parts.join(' ') : '';
  return [
    person, name ?? '', sounds, sex ?? '', middle === null ? '' : Math.floor(middle / YEAR_DAYS), middle ?? '',
    place?.latitude ?? '', place?.longitude ?? '', lost ? Math.floor((lost.from + lost.to) / 2) : '',
  ].join('\t');
}
