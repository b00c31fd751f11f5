import { describe, expect, it } from '@jest/globals';
import { Refusal } from '#contracts';
import { Log, NestLog, type LogFields } from './log.js';

const CANARY = '张三 13987654321';

/** What a log writes, line by line. */
function lines(write: (log: Log) => void, level = 'debug'): { text: string; parsed: LogFields[] } {
  let text = '';
  write(new Log('intake', level, { write: (line) => { text += line; } }));
  return { text, parsed: text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as LogFields) };
}

describe('A log line', () => {
  it('says what happened, in which service and when', () => {
    const { parsed: [line] } = lines((log) => log.info('started', { port: 7001 }));
    expect(line).toMatchObject({ msg: 'started', service: 'intake', port: 7001, level: 30 });
    expect(line!.time).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
  });

  it('carries the fields that it may carry and drops every other one', () => {
    const { text, parsed: [line] } = lines((log) => log.warn('received', {
      caseId: 'c1', count: 3, name: CANARY, body: { name: CANARY }, details: CANARY, message: CANARY, err: new Error(CANARY),
      msg: CANARY, undefinedOne: undefined,
    }));
    expect(Object.keys(line!).sort()).toEqual(['caseId', 'count', 'level', 'msg', 'service', 'time']);
    expect(text).not.toContain('张三');
    expect(text).not.toContain('1398765');
  });

  it('tells the kind, the code, the places and the cause of an error and never what it says', () => {
    const broken = Object.assign(new TypeError(CANARY, { cause: Object.assign(new Error(CANARY), { code: 'ECONNRESET' }) }),
      { code: '22P02', detail: CANARY });
    const [said, ...frames] = broken.stack!.split('\n');
    broken.stack = [said, `    at ${CANARY} (/x/dist/a.js:1:1)`, '    at Inbox.batch (file:///home/dist/libs/inbox.js:7:9)', ...frames].join('\n');
    const { text, parsed: [line] } = lines((log) => log.error('failed', broken, { method: 'PUT' }));
    expect(line).toMatchObject({ msg: 'failed', errorName: 'TypeError', errorCode: '22P02', method: 'PUT' });
    expect(text).not.toContain('张三');
    expect(line).toMatchObject({ errorCause: 'Error ECONNRESET' });
    expect(line!.errorAt).toBe('Inbox.batch (dist/libs/inbox.js:7:9)');
    expect((line!.errorFrames as string[])[1]).toMatch(/^(.* \()?libs\/service-kit\/src\/log\.spec\.ts:\d+:\d+\)?$/);
    expect(text).not.toContain('1398765');
  });

  it('survives whatever is thrown', () => {
    const { text, parsed } = lines((log) => {
      for (const thrown of [CANARY, { name: CANARY }, null, undefined, 7, new Refusal('record.busy', { name: CANARY })])
        log.error('failed', thrown);
    });
    expect(parsed.map(({ errorName }) => errorName)).toEqual(['string', 'object', 'object', 'undefined', 'number', 'Refusal']);
    expect(text).not.toContain('张三');
  });

  it('lets nobody name an error after a person', () => {
    const named = Object.assign(new Error('x'), { name: CANARY, code: CANARY });
    expect(lines((log) => log.error('failed', named)).text).not.toContain('张三');
  });

  it('is written from the set level on', () => {
    expect(lines((log) => { log.info('quiet'); log.warn('loud'); }, 'warn').parsed.map(({ msg }) => msg)).toEqual(['loud']);
  });

  it('passes the framework on, with the kind and the places of its errors', () => {
    const { text, parsed } = lines((log) => {
      const nest = new NestLog(log);
      nest.log('Mapped {/intakes, POST} route');
      nest.error(new Error(CANARY));
      nest.error(CANARY);
      nest.error(`TypeError: ${CANARY}\n    at take (file:///x/dist/libs/b.js:2:3)`);
      nest.error(CANARY, `RangeError: ${CANARY}\n    at take (file:///x/dist/libs/b.js:2:3)`, 'ExceptionsHandler');
    });
    expect(parsed[0]!.msg).toBe('nest: Mapped {/intakes, POST} route');
    expect(parsed[1]).toMatchObject({ msg: 'nest', errorName: 'Error', errorFrames: expect.any(Array) });
    expect(parsed.slice(3)).toEqual([
      expect.objectContaining({ errorName: 'TypeError', errorAt: 'take (dist/libs/b.js:2:3)' }),
      expect.objectContaining({ errorName: 'RangeError', errorAt: 'take (dist/libs/b.js:2:3)' })]);
    expect(text).not.toContain('张三');
  });
});
