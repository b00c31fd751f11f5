import { join, resolve } from 'node:path';
import { lastLines, launch, type Launched } from './launch.js';
import { projectRoot } from './folders.js';
import { NODE_FLAGS, type ServiceEntry } from './services.js';
import { GiveUp, sleep, until } from './waiting.js';
import { bilingual, StartError } from './words.js';

export interface ServicePlace {
  /** Where logs and process records go. */
  dataDir: string;
  environment: Record<string, string>;
  /** Before the first restart after a crash; it doubles every time. */
  restartPauseMs: number;
  say: (text: string) => void;
}

const READY_MS = 90_000;
const STOP_MS = 15_000;
const RESTARTS = 5;
/** After this long in good health, earlier crashes are forgotten. */
const HEALTHY_MS = 60_000;

/** One service as a child process. If it crashes it is started again; if it was stopped or killed from here, it stays down. */
export class ServiceProcess {
  readonly name: string;
  readonly url: string;
  readonly logFile: string;
  private child: Launched | undefined;
  private launching: Promise<Launched> | undefined;
  private wanted = false;
  private crashes = 0;
  private pause = new AbortController();

  constructor(
    private readonly entry: ServiceEntry,
    private readonly place: ServicePlace,
  ) {
    this.name = entry.name;
    this.url = `http://127.0.0.1:${entry.port}`;
    this.logFile = join(place.dataDir, 'logs', `${entry.name}.log`);
  }

  /** Undefined while the process is down. */
  get pid(): number | undefined {
    return this.child?.running() ? this.child.pid : undefined;
  }

  async start(): Promise<void> {
    this.wanted = true;
    this.crashes = 0;
    this.pause = new AbortController();
    await this.spawn();
    await this.ready();
  }

  async stop(): Promise<void> {
    await this.leave();
    await this.child?.stop();
  }

  /** As if the machine had taken it away. It stays down until restart(). */
  async kill(): Promise<void> {
    await this.leave();
    await this.child?.kill();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Waits until the service says that it is ready for work. */
  async ready(): Promise<void> {
    try {
      await until(() => this.isReady(), { deadlineMs: READY_MS, pauseMs: 200, what: this.name });
    } catch (cause) {
      const lines = lastLines(this.child?.log() ?? '');
      throw new StartError(`服务 ${this.name} 未能就绪。日志末尾：`, `Service ${this.name} did not become ready. The end of its log:\n${lines}`, { cause });
    }
  }

  private async isReady(): Promise<boolean> {
    if (!this.wanted) throw new GiveUp(new Error(`${this.name}: stopped or given up`));
    if (!this.child?.running()) return false;
    const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(5000) });
    await answer.body?.cancel();
    return answer.ok;
  }

  private async spawn(): Promise<void> {
    this.launching = launch({
      name: this.name,
      command: process.execPath,
      args: [...NODE_FLAGS, resolve(projectRoot(), this.entry.entry)],
      env: { ...process.env, ...this.place.environment },
      cwd: projectRoot(),
      logFile: this.logFile,
      recordFile: join(this.place.dataDir, 'run', `${this.name}.json`),
      patienceMs: STOP_MS,
    });
    const child = await this.launching;
    this.child = child;
    const began = Date.now();
    void child.exited
      .then((how) => this.ended(how, Date.now() - began))
      .catch((error: unknown) => this.place.say(String(error)));
  }

  /** From here on an end is intended. A start that is under way is waited for, so that nothing is left running. */
  private async leave(): Promise<void> {
    this.wanted = false;
    this.pause.abort();
    await this.launching?.catch(() => undefined);
  }

  private async ended(how: string, aliveMs: number): Promise<void> {
    if (!this.wanted) return;
    if (aliveMs > HEALTHY_MS) this.crashes = 0;
    this.crashes += 1;
    if (this.crashes > RESTARTS) {
      this.wanted = false;
      return this.place.say(
        bilingual(
          `服务 ${this.name} 连续退出 ${this.crashes} 次，不再重启。日志：${this.logFile}`,
          `Service ${this.name} ended ${this.crashes} times in a row and is not started again. Log: ${this.logFile}`,
        ),
      );
    }
    const pauseMs = this.place.restartPauseMs * 2 ** (this.crashes - 1);
    const seconds = pauseMs / 1000;
    this.place.say(
      bilingual(
        `服务 ${this.name} 意外退出（${how}），${seconds} 秒后重启（第 ${this.crashes}/${RESTARTS} 次）。`,
        `Service ${this.name} ended unexpectedly (${how}); starting it again in ${seconds} s (${this.crashes} of ${RESTARTS}).`,
      ),
    );
    await sleep(pauseMs, undefined, { signal: this.pause.signal }).catch(() => undefined);
    if (this.wanted) await this.spawn();
  }
}
