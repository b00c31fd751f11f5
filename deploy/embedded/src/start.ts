import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './folders.js';
import { System } from './system.js';
import { bilingual } from './words.js';

interface Wishes {
  rehearsal: boolean;
  data: string;
}

function readWishes(): Wishes {
  try {
    const { values } = parseArgs({ options: { rehearsal: { type: 'boolean' }, data: { type: 'string' } } });
    const rehearsal = values.rehearsal ?? false;
    // Exercises never share a database with real cases.
    return { rehearsal, data: values.data ?? join(projectRoot(), '.guitu', rehearsal ? 'rehearsal' : 'data') };
  } catch (error) {
    console.error(`用法 Usage: npm start -- [--rehearsal] [--data <目录 folder>]\n${(error as Error).message}`);
    process.exit(2);
  }
}

/** What is running, where it is, and how to end it. */
function announce(system: System, wishes: Wishes, seconds: string): void {
  const mode = wishes.rehearsal
    ? bilingual('演练模式：不是真实案件。演示账号密码 guitu-demo。', 'Rehearsal: no real cases. Demo accounts have the password guitu-demo.')
    : bilingual(
      `首位管理员：admin，初始密码见 ${join(system.dataDir, 'secrets.json')} 的 adminPassword。`,
      `First administrator: admin; the first password is adminPassword in ${join(system.dataDir, 'secrets.json')}.`,
    );
  const services = system.services.map(({ name, url }) => `  ${name.padEnd(14)} ${url}/docs`).join('\n');
  const door = system.services.find(({ name }) => name === 'gateway');
  const servers = [`PostgreSQL     127.0.0.1:${system.postgres?.port}`, `Kafka          ${system.kafka?.brokers.join(',')}`];
  const lines = [
    '',
    bilingual(`归途已启动，用时 ${seconds} 秒。`, `Guitu is running; the start took ${seconds} s.`),
    mode,
    ...(door ? [`请用浏览器打开 · Open in a browser: ${door.url}`] : []),
    '服务及接口文档 · Services and their API pages:',
    services || '  （尚无已构建的服务 · no service is built yet）',
    ...servers.map((server) => `  ${server}`),
    `数据 · Data: ${system.dataDir}`,
    `日志 · Logs: ${join(system.dataDir, 'logs')}`,
    bilingual('按 Ctrl-C 停止。', 'Press Ctrl-C to stop.'),
  ];
  console.log(lines.filter((line, index) => index === 0 || line !== '').join('\n'));
}

async function main(): Promise<void> {
  const wishes = readWishes();
  const began = Date.now();
  const system = new System({ dataDir: wishes.data, mode: wishes.rehearsal ? 'rehearsal' : 'live', say: console.log });
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    // A terminal and npm may both pass on the same Ctrl-C.
    if (stopping !== undefined) return;
    console.log(bilingual('正在停止…', 'Stopping …'));
    stopping = system.stop();
    void stopping.then(() => {
      console.log(bilingual('已停止，数据已保留。', 'Stopped. The data is kept.'));
      process.exit(0);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  console.log(bilingual('归途正在启动…', 'Guitu is starting …'));
  try {
    await system.start();
    announce(system, wishes, ((Date.now() - began) / 1000).toFixed(1));
  } catch (error) {
    if (stopping !== undefined) return;
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

await main();
