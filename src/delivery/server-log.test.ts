import { expect, test } from 'vitest';
import { createServerLog } from './server-log.ts';
import { troubleOf } from './smtp-trouble.ts';

function keptLog(): { lines: string[]; log: Parameters<typeof createServerLog>[0] } {
  const lines: string[] = [];
  const at = (level: string) => (_about: object, message: string) => void lines.push(`${level}: ${message}`);
  return { lines, log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } };
}

test('issue 9 E29: a server that is away is told once with each cause, and once when it is back', () => {
  const { lines, log } = keptLog();
  const server = createServerLog(log, () => 0);
  server.back();
  for (const why of ['x', 'x', 'y', 'x']) server.went(why);
  server.back();
  server.back();
  expect(lines).toEqual([
    'warn: the mail server cannot be used, mails wait: x',
    'warn: the mail server cannot be used, mails wait: y',
    'warn: the mail server takes mail again',
  ]);
});

test('issue 9 E29: what comes and goes with every other mail is told once in ten minutes', () => {
  const { lines, log } = keptLog();
  let now = 0;
  const server = createServerLog(log, () => now);
  for (let n = 0; n < 100; n += 1) {
    server.went('it answers 421');
    server.back();
  }
  expect(lines).toHaveLength(2);
  now = 600_000;
  server.went('it answers 421');
  expect(lines).toHaveLength(3);
});

test.each([
  [
    { code: 'EAUTH', responseCode: 535, message: 'Invalid login: 535 5.7.8 mina@example.org rejected' },
    'it does not accept our user and password (535)',
  ],
  [{ code: 'EENVELOPE', responseCode: 530, message: '530 authenticate first' }, 'it does not accept our user and password (530)'],
  [{ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT', message: 'self-signed certificate' }, 'its certificate does not hold'],
  [{ code: 'ESOCKET', originalCode: 'CERT_HAS_EXPIRED', message: 'expired' }, 'its certificate does not hold'],
  [{ code: 'ESOCKET', originalCode: 'ERR_TLS_CERT_ALTNAME_INVALID', message: 'x' }, 'its certificate does not hold'],
  [{ code: 'ETLS', message: 'Error initiating TLS - self-signed certificate' }, 'its certificate does not hold'],
  [{ code: 'ETLS', message: 'Error upgrading connection with STARTTLS', responseCode: 502 }, 'no encrypted connection comes about (502)'],
  [{ code: 'ESOCKET', originalCode: 'ERR_SSL_WRONG_VERSION_NUMBER', message: 'wrong version' }, 'no encrypted connection comes about'],
  [{ code: 'EDNS', originalCode: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND mail.example' }, 'its name is not found'],
  [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:25' }, 'nobody listens there (ECONNREFUSED)'],
  [{ code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT', message: 'Greeting never received' }, 'it does not answer in time'],
  [{ code: 'EPROTOCOL', command: 'CONN', responseCode: 421, message: '421 too many' }, 'it answers 421 when we connect'],
  [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 421, message: '421 closing' }, 'it answers 421'],
  [{ code: 'ESOCKET', originalCode: 'ECONNRESET', message: 'read ECONNRESET' }, 'the connection breaks (ECONNRESET)'],
  [{ code: 'ECONNECTION', message: 'Connection closed unexpectedly' }, 'the connection breaks (ECONNECTION)'],
  ['nothing known', 'the connection breaks'],
])('issue 9 E29: %j is told as: %s', (error, trouble) => {
  expect(troubleOf(error)).toBe(trouble);
});
