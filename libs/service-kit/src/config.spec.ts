import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const GOOD = {
  PORT: '7001', DATABASE_URL: 'postgres://intake:secret-one@db/guitu', KAFKA_BROKERS: 'one:9092, two:9092',
  KAFKA_PASSWORD: 'secret-of-kafka',
  OIDC_ISSUER: 'http://localhost:7001/oidc', GUITU_MODE: 'live', GUITU_KEK: KEY, GUITU_DIGEST_KEY: KEY,
};

const complaint = (environment: NodeJS.ProcessEnv): string => {
  try {
    readConfig(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

/** The settings that a complaint names, one a line. */
const named = (environment: NodeJS.ProcessEnv): string[] =>
  [...complaint(environment).matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name!).sort();

describe('The configuration of a service', () => {
  it('is read as a whole, with the defaults of what may be left out', () => {
    const config = readConfig(GOOD);
    expect(config).toMatchObject({ PORT: 7001, DATABASE_POOL: 12, HOST: '127.0.0.1', LOG_LEVEL: 'info', isRehearsal: false });
    expect(config.brokers).toEqual(['one:9092', 'two:9092']);
    expect(readConfig({ ...GOOD, GUITU_MODE: 'rehearsal', DATABASE_POOL: '3' }))
      .toMatchObject({ isRehearsal: true, DATABASE_POOL: 3 });
  });

  it('names every setting that is missing, in both languages', () => {
    expect(named({})).toEqual(Object.keys(GOOD).sort());
    expect(complaint({})).toMatch(/启动参数不完整.*The configuration is incomplete/);
  });

  it.each([
    ['PORT', 'seventy'], ['PORT', '70000'], ['DATABASE_URL', 'short'], ['OIDC_ISSUER', 'not an address'], ['GUITU_MODE', 'demo'],
    ['GUITU_KEK', 'too-short'], ['GUITU_KEK', `${'!'.repeat(44)}`], ['GUITU_DIGEST_KEY', ''], ['LOG_LEVEL', 'loud'],
    ['KAFKA_PASSWORD', 'short'], ['KAFKA_MECHANISM', 'none'], ['KAFKA_TLS', 'maybe'], ['KAFKA_USER', ''],
    ['DATABASE_POOL', '0'],
  ])('names %s when it is wrong (%s)', (name, value) => {
    expect(named({ ...GOOD, [name]: value })).toEqual([name]);
  });

  it('names every wrong one at once, and shows the value of none', () => {
    const wrong = { ...Object.fromEntries(Object.keys(GOOD).map((name) => [name, `hunter2 of ${name}`])), DATABASE_URL: 'hunter2' };
    // Any text could be the name of a broker, and any but a short one a password.
    expect(named(wrong)).toEqual(Object.keys(GOOD).filter((name) => !name.startsWith('KAFKA_')).sort());
    expect(complaint(wrong)).not.toContain('hunter2');
  });
});
