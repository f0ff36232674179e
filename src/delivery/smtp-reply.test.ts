import { expect, test } from 'vitest';
import { isNoMailbox } from '../domain/notices/no-mailbox.ts';
import { oneLine, replyToFailure, sameWords } from './smtp-reply.ts';

type Given = { code: string; command?: string; response?: string };

/** An error as nodemailer makes it. */
function failure({ code, command, response }: Given): Error {
  const responseCode = Number(response?.slice(0, 3)) || undefined;
  return Object.assign(new Error(`something failed: ${response ?? code}`), { code, command, response, responseCode });
}

const DEFERRED = { outcome: 'deferred', unreachable: false };
const UNREACHABLE = { outcome: 'deferred', unreachable: true };
const RECIPIENT = { outcome: 'refused', because: 'recipient' };
const ADDRESS = { outcome: 'refused', because: 'address' };
const MESSAGE = { outcome: 'refused', because: 'message' };

test.each<[Given, object]>([
  // The recipient
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '450 4.2.0 greylisted' }, DEFERRED],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '452 4.2.2 mailbox full' }, DEFERRED],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '550 5.1.1 no such user' }, ADDRESS],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '550-5.1.10 null MX' }, ADDRESS],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '550 no such user' }, ADDRESS],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '550 5.1.0 Address rejected' }, RECIPIENT],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '554 5.7.1 relay access denied' }, RECIPIENT],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '550 5.7.1 listed as spam' }, RECIPIENT],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '550 5.1.8 bad sender' }, RECIPIENT],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '552 5.2.2 mailbox full' }, RECIPIENT],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '554 no' }, RECIPIENT],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '503 bad sequence' }, DEFERRED],
  [{ code: 'EENVELOPE', command: 'RCPT TO', response: '530 5.7.0 authentication required' }, UNREACHABLE],
  // The sender
  [{ code: 'EENVELOPE', command: 'MAIL FROM', response: '451 4.3.0 try later' }, DEFERRED],
  [{ code: 'EENVELOPE', command: 'MAIL FROM', response: '553 5.1.8 sender address rejected' }, MESSAGE],
  [{ code: 'EENVELOPE', command: 'MAIL FROM', response: '530 5.7.0 Must issue a STARTTLS command first' }, UNREACHABLE],
  [
    { code: 'EENVELOPE', command: 'MAIL FROM', response: '421 4.7.0 closing' },
    { outcome: 'deferred', unreachable: true },
  ],
  // The message
  [{ code: 'EENVELOPE', command: 'DATA', response: '554 5.5.1 no valid recipients' }, MESSAGE],
  [{ code: 'EMESSAGE', command: 'DATA', response: '451 4.3.2 try again' }, DEFERRED],
  [{ code: 'EMESSAGE', command: 'DATA', response: '552 5.3.4 too big' }, MESSAGE],
  [{ code: 'EMESSAGE', command: 'DATA', response: '554 5.7.1 spam' }, MESSAGE],
  [{ code: 'EMESSAGE', command: 'DATA', response: '550 5.1.1 no such user' }, ADDRESS],
  [{ code: 'EMESSAGE', command: 'DATA', response: '550 5.2.1 disabled' }, ADDRESS],
  [{ code: 'EMESSAGE', command: 'DATA', response: '550 5.1.8 bad sender' }, MESSAGE],
  [{ code: 'EMESSAGE' }, MESSAGE],
  [{ code: 'EENVELOPE', command: 'API' }, RECIPIENT],
  // Us and the server
  [{ code: 'EAUTH', command: 'AUTH PLAIN', response: '535 5.7.8 bad credentials' }, UNREACHABLE],
  [{ code: 'EPROTOCOL', command: 'CONN', response: '554 no service here' }, UNREACHABLE],
  [{ code: 'EPROTOCOL', command: 'CONN', response: '421 too many connections' }, UNREACHABLE],
  [{ code: 'ETLS', command: 'STARTTLS' }, UNREACHABLE],
  [{ code: 'EDNS', command: 'CONN' }, UNREACHABLE],
  // Nobody said anything
  [
    { code: 'ESOCKET', command: 'CONN' },
    { outcome: 'lost', ambiguous: false },
  ],
  [
    { code: 'ETIMEDOUT', command: 'CONN' },
    { outcome: 'lost', ambiguous: false },
  ],
  [
    { code: 'ECONNECTION', command: 'CONN' },
    { outcome: 'lost', ambiguous: false },
  ],
])('%j means %j', (given, meant) => {
  expect(replyToFailure(failure(given), false)).toMatchObject(meant);
});

test.each(['ESOCKET', 'ETIMEDOUT', 'ECONNECTION', 'EABORT'])('%s after the message has begun to leave is ambiguous', (code) => {
  expect(replyToFailure(failure({ code, command: 'CONN' }), true)).toMatchObject({ outcome: 'lost', ambiguous: true });
});

test('an answer to the message is definite, however much of it had left', () => {
  const refusal = failure({ code: 'EMESSAGE', command: 'DATA', response: '451 4.3.0 no' });
  expect(replyToFailure(refusal, true)).toMatchObject(DEFERRED);
});

test('the words are the server’s where it said any, on one line and cut', () => {
  const words = `550-5.1.1 first\r\n550 5.1.1 second\u0000${'x'.repeat(2_000)}`;
  const reply = replyToFailure(failure({ code: 'EENVELOPE', command: 'RCPT TO', response: words }), false);
  expect(reply.words).toMatch(/^550-5\.1\.1 first 550 5\.1\.1 second x+$/);
  expect(reply.words).toHaveLength(500);
  expect(oneLine('ends in half a pair \ud83d')).toBe('ends in half a pair \ufffd');
});

test.each([
  // What speaks of that mailbox
  ['550 5.1.1 <raj@example.org>: Recipient address rejected: User unknown in local recipient table', true], // Postfix
  ['550 <raj@example.org>: Recipient address rejected: User unknown in virtual mailbox table', true], // Postfix without enhanced codes
  ['550 Unknown user', true], // Exim, hMailServer
  ['550 <raj@example.org>, Recipient unknown', true], // MDaemon
  ['550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient raj@example.org not found by SMTP address lookup', true], // Exchange Online
  ['550 RESOLVER.ADR.ExRecipNotFound; not found', true], // Exchange
  ['550-5.1.1 The email account that you tried to reach does not exist.', true], // Gmail
  ['550-5.2.1 The email account that you tried to reach is disabled.', true], // Gmail
  ["554 delivery error: dd This user doesn't have a yahoo.com account (raj@yahoo.com) [0]", true], // Yahoo
  ['550 5.1.1 <raj@example.org>... User unknown', true], // sendmail
  ['550 <raj@example.org>... User unknown', true], // sendmail without enhanced codes
  ['553 sorry, no mailbox here by that name (#5.1.1)', true], // qmail
  ['551 5.1.6 User not local', true],
  ['550 raj@example.org... No such user', true], // Domino
  ['550 5.1.1 raj@example.org: Recipient address rejected: example.org', true], // Zimbra
  // What does not
  ['550', false],
  ['553', false],
  ['551', false],
  ['550 relay not permitted', false], // Exim
  ['550 Relaying denied', false], // sendmail
  ['550 5.7.1 Unable to relay', false], // Exchange
  ['554 5.7.1 <raj@example.org>: Relay access denied', false], // Postfix
  ['550 rejected, listed in an RBL', false],
  ['550 5.7.1 Service unavailable; client blocked', false],
  ['550 rate limit exceeded', false],
  ['550 5.4.5 Daily sending quota exceeded', false], // Gmail
  ['550 5.1.0 Address rejected', false],
  ['553 5.1.8 sender address rejected', false],
  ['550 5.4.1 Recipient address rejected: Access denied', false], // Exchange Online, for addresses and for policy
  ['550 Requested action not taken: mailbox unavailable', false], // RFC 5321 §4.2.3, policy included
  ['552 5.2.2 mailbox full', false],
  ['550 5.1.2 bad destination system', false],
])('issue 9 B6: %s says that there is no such mailbox: %s', (words, is) => {
  expect(isNoMailbox(words)).toBe(is);
});

test.each([
  ['250', 'a code and no more'],
  ['?', 'garbage'],
  ['354 go on', 'an answer to another question'],
  ['\u0015\u0003\u0001', 'a TLS alert'],
  ['25', 'half a line'],
])('issue 9 B7: %j (%s) instead of an answer to the message leaves it possibly arrived, whatever the library calls it', (response) => {
  for (const code of ['EMESSAGE', 'EENVELOPE', 'EPROTOCOL', 'ETLS', 'ESOCKET']) {
    expect(replyToFailure(failure({ code, command: 'DATA', response }), true)).toMatchObject({ outcome: 'lost', ambiguous: true });
  }
});

test('the same refusal of different people is known by its words', () => {
  const [one, other] = [
    sameWords('550 5.7.1 <raj@example.org>: Relay access denied 4Tq1Zx2Pz9'),
    sameWords('550 5.7.1 <pia@example.org>: Relay access denied 4Tq1Zy7Qw3'),
  ];
  expect(one).toBe(other);
  expect(one).not.toBe(sameWords('550 5.1.1 <raj@example.org>: no such user'));
});
