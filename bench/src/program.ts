import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#embedded';

interface Answer {
  readonly ready?: true;
  readonly id?: number;
  readonly done?: unknown;
  readonly failed?: string;
}

interface Waiting {
  readonly resolve: (done: unknown) => void;
  readonly reject: (why: Error) => void;
}

/** One side of a comparison in a process of its own, so that neither side pays for the other's memory or event loop. */
export class Program {
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  private constructor(private readonly child: ChildProcess, private readonly exited: Promise<void>) {
    child.on('message', ({ id, done, failed }: Answer) => {
      if (id === undefined) return;
      const asked = this.waiting.get(id);
      this.waiting.delete(id);
      if (failed === undefined) asked?.resolve(done);
      else asked?.reject(new Error(failed));
    });
    void exited.then(() => {
      for (const { reject } of this.waiting.values()) reject(new Error('The process ended before it answered.'));
    });
  }

  /** @param file from the top of the project: compiled, or plain JavaScript of the competitors. */
  static async start(file: string, environment: Record<string, string> = {}): Promise<Program> {
    const child = fork(join(projectRoot(), file), {
      env: { ...process.env, NODE_ENV: 'production', ...environment },
      // kafkajs 2 waits for negative times, and Node says so each time.
      execArgv: ['--disable-warning=TimeoutNegativeWarning', ...(process.env['GUITU_BENCH_EXEC_ARGV']?.split(' ') ?? [])],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced',
    });
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await Promise.race([
      new Promise<void>((resolve) => child.on('message', ({ ready }: Answer) => { if (ready) resolve(); })),
      exited.then(() => { throw new Error(`${file} ended before it was ready.`); }),
    ]);
    return new Program(child, exited);
  }

  ask<Done>(question: string, given?: unknown): Promise<Done> {
    const id = (this.lastId += 1);
    return new Promise<Done>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (done: unknown) => void, reject });
      this.child.send({ id, ask: question, given });
    });
  }

  /** Ends it by closing its channel; it holds nothing that must be finished. */
  async stop(): Promise<void> {
    if (this.child.connected) this.child.disconnect();
    await this.exited;
  }
}
