import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Config, isLoopback, readConfig, secretKeyOf } from './config.ts';

const directory = mkdtempSync(join(tmpdir(), 'adjourn-config-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const keyFile = join(directory, 'dkim.pem');
writeFileSync(keyFile, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }));

test('issue 9 C14: MAIL_FROM may be any address, and is kept as it is sent from', () => {
  expect(readConfig({ MAIL_FROM: 'termine@büro.example' })).toMatchObject({ config: { MAIL_FROM: 'termine@xn--bro-hoa.example' } });
  expect(readConfig({ MAIL_FROM: 'a&b@example.org' })).toMatchObject({ config: { MAIL_FROM: 'a&b@example.org' } });
  expect(readConfig({ MAIL_FROM: 'ben@localhost' })).toEqual({ faults: [expect.stringContaining('MAIL_FROM')] });
});

test('nothing given means a demo for one person on this machine', () => {
  expect(read({})).toEqual({
    HOST: '127.0.0.1',
    PORT: 3000,
    DATA_DIR: resolve('data'),
    THROTTLE: 'on',
    OLD_SECRET_KEYS: [],
    TRUSTED_PROXIES: [],
    LOG_LEVEL: 'info',
    WORKERS: 20,
  });
});

test('everything given is taken as it is meant', () => {
  const given = {
    HOST: '0.0.0.0',
    PORT: '8080',
    PUBLIC_URL: 'https://events.example.org/',
    DATA_DIR: '/var/lib/adjourn',
    DATABASE_URL: 'postgresql://adjourn:secret@db.example.org/adjourn?sslmode=require',
    SMTP_URL: 'smtps://user:secret@mail.example.org',
    MAIL_FROM: 'events@example.org',
    SECRET_KEY: 'x'.repeat(32),
    TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::/32,192.0.2.7',
    DEMO: 'off',
    LOG_LEVEL: 'debug',
    WORKERS: '0',
    DKIM_DOMAIN: 'example.org',
    DKIM_SELECTOR: 'adjourn2030',
    DKIM_PRIVATE_KEY_FILE: keyFile,
    OLD_SECRET_KEYS: `${'o'.repeat(32)}, ${'p'.repeat(32)}`,
  };
  expect(read(given)).toEqual({
    ...given,
    PORT: 8080,
    OLD_SECRET_KEYS: ['o'.repeat(32), 'p'.repeat(32)],
    PUBLIC_URL: 'https://events.example.org',
    THROTTLE: 'on',
    TRUSTED_PROXIES: ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7'],
    WORKERS: 0,
  });
});

test('an empty variable counts as absent', () => {
  expect(read({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(read({}));
});

describe('a bad configuration', () => {
  test('is told whole: every variable, what was given and what is wanted', () => {
    const faults = faultsOf({
      HOST: '0.0.0.0 ',
      PORT: '99999',
      PUBLIC_URL: 'https://events.example.org/path',
      MAIL_FROM: 'nobody',
      THROTTLE: 'never',
      TRUSTED_PROXIES: '10.0.0.0/8, proxy',
      DEMO: 'yes',
      LOG_LEVEL: 'loud',
      WORKERS: '-1',
      DKIM_SELECTOR: 'adjourn',
    });
    expect(faults).toEqual([
      'HOST is "0.0.0.0 "; wanted: a host name or an address, e.g. 127.0.0.1.',
      'PORT is "99999"; wanted: a whole number from 0 to 65535.',
      'PUBLIC_URL is "https://events.example.org/path"; wanted: an http or https address without a path, e.g. https://events.example.org.',
      'MAIL_FROM is "nobody"; wanted: a mail address, e.g. events@example.org.',
      'THROTTLE is "never"; wanted: on or off.',
      'TRUSTED_PROXIES is "10.0.0.0/8, proxy"; wanted: addresses and networks, e.g. 10.0.0.0/8, 192.0.2.7.',
      'DEMO is "yes"; wanted: on or off.',
      'LOG_LEVEL is "loud"; wanted: trace, debug, info, warn, error, fatal or silent.',
      'WORKERS is "-1"; wanted: a whole number from 0 to 100.',
      'DKIM_DOMAIN is absent; wanted: a value, because DKIM is half set: all three or none.',
      'DKIM_PRIVATE_KEY_FILE is absent; wanted: a value, because DKIM is half set: all three or none.',
    ]);
  });

  test('issue 8: a name that is a slip of ours is a fault, beside all others; a stranger’s name is not', () => {
    const slips = {
      SMPT_URL: 'smtp://hidden@mail',
      DATABASE_UR: 'x',
      OLD_SECRET_KEY: 'hidden',
      smtp_url: 'x',
      WORKERZ: '3',
      PORT: 'x',
      DATABSE_URL: 'hidden',
      PUBLIC_URI: 'x',
      DATADIR: 'x',
      MAIL_FORM: 'x',
    };
    const faults = faultsOf(slips);
    expect(faults.map((fault) => fault.split(' ')[0]).toSorted()).toEqual(Object.keys(slips).toSorted());
    expect(faults).toContain('SMPT_URL is not known; wanted: SMTP_URL, if that is meant, or nothing of that name.');
    expect(faults.join('\n')).not.toContain('hidden');
    expect(faultsOf({ HOME: '/root', SORT: 'x', SMTP_USER: 'x', SMTP_HOST: 'x', LOG: 'x', SECRET: 'x', NODE_ENV: 'x' })).toEqual([]);
  });

  test('never repeats a secret', () => {
    const faults = faultsOf({ DATABASE_URL: 'mysql://u:hidden@db/x', SMTP_URL: 'mail.example.org:hidden', SECRET_KEY: 'hidden' });
    expect(faults).toHaveLength(3);
    expect(faults.join('\n')).not.toContain('hidden');
  });

  test('an outside database needs a key of its own, told beside other faults', () => {
    expect(faultsOf({ DATABASE_URL: 'postgres://db/x', PORT: 'x' }).map((fault) => fault.split(' ')[0])).toEqual(['PORT', 'SECRET_KEY']);
  });

  test('throttles may be off on loopback alone', () => {
    expect(read({ THROTTLE: 'off' }).THROTTLE).toBe('off');
    expect(read({ THROTTLE: 'off', HOST: '::1' }).THROTTLE).toBe('off');
    expect(faultsOf({ THROTTLE: 'off', HOST: '0.0.0.0' })).toEqual(['THROTTLE is "off"; wanted: on, because HOST is not loopback.']);
  });

  test('a DKIM key must be one that every receiver can check', () => {
    const elliptic = join(directory, 'ed25519.pem');
    writeFileSync(elliptic, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const rest = { DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'adjourn' };
    for (const file of [join(directory, 'absent.pem'), import.meta.filename, elliptic]) {
      expect(faultsOf({ ...rest, DKIM_PRIVATE_KEY_FILE: file })).toEqual([expect.stringContaining('DKIM_PRIVATE_KEY_FILE')]);
    }
  });
});

test('loopback is this machine and nothing else', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', 'localhost'].filter((host) => !isLoopback(host))).toEqual([]);
  expect(['0.0.0.0', '::', '10.0.0.1', 'example.org', '127.0.0.1.example.org'].filter(isLoopback)).toEqual([]);
});

describe('the secret key', () => {
  test('is made once, kept for this user alone and found again', () => {
    const config = read({ DATA_DIR: join(directory, 'fresh') });
    const key = secretKeyOf(config);
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    expect(statSync(join(config.DATA_DIR, 'secret-key')).mode & 0o777).toBe(0o600);
    expect(secretKeyOf(config)).toBe(key);
  });

  test('that is none is told in a sentence', () => {
    const config = read({ DATA_DIR: join(directory, 'fresh') });
    writeFileSync(join(config.DATA_DIR, 'secret-key'), 'short');
    expect(() => secretKeyOf(config)).toThrow(/secret-key holds no secret key: bring it back from a backup/);
  });

  test('is the given one where one is given', () => {
    expect(secretKeyOf(read({ SECRET_KEY: 'k'.repeat(40) }))).toBe('k'.repeat(40));
  });
});

function read(environment: Record<string, string>): Config {
  const outcome = readConfig(environment);
  if ('faults' in outcome) throw new Error(outcome.faults.join('\n'));
  return outcome.config;
}

function faultsOf(environment: Record<string, string>): string[] {
  const outcome = readConfig(environment);
  return 'faults' in outcome ? outcome.faults : [];
}

test('issue 10: METRICS_TOKEN is a secret that fits a header, and is never repeated', () => {
  expect(readConfig({ METRICS_TOKEN: 'a-token-for-prometheus' })).toMatchObject({ config: { METRICS_TOKEN: 'a-token-for-prometheus' } });
  const read = readConfig({ METRICS_TOKEN: 'too short' });
  expect(read).toEqual({ faults: [expect.stringContaining('METRICS_TOKEN is not usable')] });
  expect(JSON.stringify(read)).not.toContain('too short');
});
