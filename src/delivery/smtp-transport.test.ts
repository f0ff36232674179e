import { generateKeyPairSync } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { type SmtpServer, at, startSmtpServer } from '../../test/harness/smtp.ts';
import { canonical } from '../domain/people/address.ts';
import { type SmtpOptions, createSmtpTransport } from './smtp-transport.ts';
import type { Hold, OutgoingMail, Transport } from './transport.ts';

let smtp: SmtpServer | undefined;
let transport: Transport | undefined;

afterEach(async () => {
  await transport?.close();
  await smtp?.close();
});

/** A server that behaves so, and a transport to it. */
async function open(server: Parameters<typeof startSmtpServer>[0] = {}, given: Partial<SmtpOptions> = {}): Promise<SmtpServer> {
  const started = await startSmtpServer(server);
  smtp = started;
  transport = createSmtpTransport({ url: started.url, connections: 2, ...given });
  return started;
}

const raw = Buffer.from('From: a@adjourn.example\r\nTo: ben@example.com\r\nSubject: Hello\r\n\r\n.dots\r\n..more\r\nend\r\n');
const mail: OutgoingMail = {
  tenantId: 1,
  deliveryId: 7,
  messageId: 'abc@adjourn.example',
  envelope: { from: 'events@adjourn.example', to: 'ben@example.com' },
  raw,
};
const held: Hold = { holds: () => true, ended: new AbortController().signal };
const send = (hold = held) => transport!.send(mail, hold);

test('the server gets the envelope and exactly the bytes given', async () => {
  const server = await open();
  expect(await send()).toEqual({ outcome: 'sent', words: expect.stringMatching(/^250 /) });
  expect(server.received).toMatchObject([{ from: 'events@adjourn.example', to: ['ben@example.com'] }]);
  expect(server.received[0]!.raw.equals(raw)).toBe(true);
});

test('a connection is kept for the next mail', async () => {
  const server = await open();
  for (let n = 0; n < 5; n += 1) expect((await send()).outcome).toBe('sent');
  expect(server.received.map((one) => one.connection)).toEqual([1, 1, 1, 1, 1]);
});

test('no more connections are open than asked for, nor than the URL allows', async () => {
  const server = await open();
  await Promise.all(Array.from({ length: 12 }, () => send()));
  expect(new Set(server.received.map((one) => one.connection)).size).toBeLessThanOrEqual(2);
  expect(createSmtpTransport({ url: `${server.url}?maxConnections=1`, connections: 9 }).connections).toBe(1);
});

test('a kept connection that the server closed meanwhile costs the next mail nothing', async () => {
  const server = await open();
  expect((await send()).outcome).toBe('sent');
  server.dropAll();
  expect((await send()).outcome).toBe('sent');
  expect(server.received).toHaveLength(2);
});

test.each([
  ['mail', { outcome: 'deferred', words: '451 4.3.0 later', unreachable: false }],
  ['rcpt', { outcome: 'deferred', words: '451 4.3.0 later', unreachable: false }],
  ['reply', { outcome: 'deferred', words: '451 4.3.0 later', unreachable: false }],
] as const)('a 4xx at %s is a deferral, and the connection goes on', async (stage, reply) => {
  const server = await open({ behaviour: at(stage, { code: 451, text: '4.3.0 later' }, 1) }, { connections: 1 });
  expect(await send()).toEqual(reply);
  expect((await send()).outcome).toBe('sent');
  expect(server.received.map((one) => one.connection)).toEqual([1]);
});

test.each([
  ['rcpt', { outcome: 'refused', words: '550 5.1.1 who', because: 'address' }],
  ['reply', { outcome: 'refused', words: '550 5.1.1 who', because: 'address' }],
  ['mail', { outcome: 'refused', words: '550 5.1.1 who', because: 'message' }],
] as const)('a 5xx at %s is final', async (stage, reply) => {
  await open({ behaviour: at(stage, { code: 550, text: '5.1.1 who' }) });
  expect(await send()).toEqual(reply);
});

test.each([
  ['connect', false],
  ['mail', false],
  ['rcpt', false],
  ['data', true],
  ['reply', true],
] as const)('a connection lost at %s is ambiguous: %s', async (stage, ambiguous) => {
  await open({ behaviour: at(stage, 'drop') });
  expect(await send()).toMatchObject({ outcome: 'lost', ambiguous });
});

test('a message taken by a server that dies before it says so is ambiguous', async () => {
  const server = await open({ behaviour: at('reply', 'keep-and-drop') });
  expect(await send()).toMatchObject({ outcome: 'lost', ambiguous: true });
  expect(server.received).toHaveLength(1);
});

test.each([
  ['connect', false, { greetingMs: 40 }],
  ['rcpt', false, { beforeBodyMs: 60 }],
  ['reply', true, { afterBodyMs: 60 }],
] as const)('a server that is silent at %s is given up in time; ambiguous: %s', async (stage, ambiguous, timeouts) => {
  await open({ behaviour: at(stage, 'stall') }, { timeouts });
  expect(await send()).toMatchObject({ outcome: 'lost', ambiguous });
});

test('a stalled mail holds its own connection and no other', async () => {
  const server = await open({ behaviour: at('reply', 'stall', 1) }, { timeouts: { afterBodyMs: 3_000 } });
  const stalled = send();
  await server.reached('reply');
  for (let n = 0; n < 5; n += 1) expect((await send()).outcome).toBe('sent');
  server.dropAll();
  expect(await stalled).toMatchObject({ outcome: 'lost', ambiguous: true });
});

test('nobody there is a reply, not a fault', async () => {
  const server = await open();
  await server.close();
  expect(await send()).toMatchObject({
    outcome: 'lost',
    ambiguous: false,
    words: expect.stringContaining('ECONNREFUSED'),
    trouble: 'nobody listens there (ECONNREFUSED)',
  });
});

test('a worker that lost its lease hands nothing over, even when the server asks for it', async () => {
  const server = await open();
  let holds = true;
  server.behave((moment) => {
    if (moment.stage === 'rcpt') holds = false;
    return 'accept';
  });
  expect(await send({ holds: () => holds, ended: new AbortController().signal })).toMatchObject({ outcome: 'lost', ambiguous: false });
  expect(server.received).toEqual([]);
});

test('what is on its way is broken off when the lease ends', async () => {
  const server = await open({ behaviour: at('reply', 'stall') });
  const lease = new AbortController();
  const sending = send({ holds: () => true, ended: lease.signal });
  await server.reached('reply');
  lease.abort();
  expect(await sending).toMatchObject({ outcome: 'lost', ambiguous: true });
  expect(await send({ holds: () => false, ended: lease.signal })).toMatchObject({ outcome: 'lost', ambiguous: false });
});

test('an address that is none is refused without a word to the server', async () => {
  const server = await open();
  const reply = await transport!.send({ ...mail, envelope: { ...mail.envelope, to: 'x@example.org>\r\nRCPT TO:<y@example.org' } }, held);
  expect(reply).toMatchObject({ outcome: 'refused', because: 'recipient' });
  expect(server.moments.filter((moment) => moment.stage === 'mail')).toEqual([]);
});

test('user and password of the URL sign in; wrong ones are our trouble, not the recipient’s', async () => {
  const server = await open({ auth: { user: 'mina', password: 'se:cret' } }, {});
  await transport!.close();
  transport = createSmtpTransport({ url: `smtp://mina:se%3Acret@127.0.0.1:${server.port}`, connections: 1 });
  expect((await send()).outcome).toBe('sent');
  expect(server.received[0]!.user).toBe('mina');
  await transport.close();
  transport = createSmtpTransport({ url: `smtp://mina:wrong@127.0.0.1:${server.port}`, connections: 1 });
  expect(await send()).toMatchObject({ outcome: 'deferred', unreachable: true, trouble: 'it does not accept our user and password (535)' });
});

test.each(['starttls', 'implicit'] as const)(
  'issue 9 E29: mail goes encrypted where the server offers it (%s): on this machine whatever its certificate, unless the URL asks for one that holds',
  async (tls) => {
    const server = await open({ tls });
    await transport!.close();
    transport = createSmtpTransport({ url: `${server.url}?tls.rejectUnauthorized=true`, connections: 1 });
    expect(await send()).toMatchObject({ outcome: expect.stringMatching(/lost|deferred/), trouble: 'its certificate does not hold' });
    expect(server.received).toEqual([]);
    await transport.close();
    transport = createSmtpTransport({ url: server.url, connections: 1 });
    expect((await send()).outcome).toBe('sent');
    expect(server.received[0]!.secure).toBe(true);
  },
);

test('issue 9 C14: an address that needs SMTPUTF8 is sent to a server that offers it, with its domain in ASCII, and to no other', async () => {
  const abroad = { ...mail, envelope: { ...mail.envelope, to: 'jörg@xn--bro-hoa.example' } };
  const plain = await open({}, { connections: 1 });
  expect(await transport!.send(abroad, held)).toEqual({
    outcome: 'refused',
    because: 'message',
    words: 'not sent: the mail server does not offer SMTPUTF8, which letters beyond ASCII before the @ need',
  });
  // The connection goes on for others, and nothing was said of this address.
  expect((await send()).outcome).toBe('sent');
  expect([plain.moments.filter(({ stage }) => stage === 'mail').length, plain.received[0]!.connection]).toEqual([1, 1]);
  await Promise.all([transport!.close(), plain.close()]);
  const able = await open({ smtpUtf8: true });
  expect((await transport!.send(abroad, held)).outcome).toBe('sent');
  // The test's server shows domains as Unicode, whatever they came as.
  expect(able.received[0]!.to.map(canonical)).toEqual(['jörg@xn--bro-hoa.example']);
});

test('issue 9 E29: ignoreTLS sends in the clear where the URL asks for it', async () => {
  const server = await open();
  await transport!.close();
  transport = createSmtpTransport({ url: `${server.url}?ignoreTLS=true`, connections: 1 });
  expect((await send()).outcome).toBe('sent');
  expect(server.received[0]!.secure).toBe(false);
});

test('requireTLS refuses a server that offers none', async () => {
  const server = await open();
  await transport!.close();
  transport = createSmtpTransport({ url: `${server.url}?requireTLS=true`, connections: 1 });
  expect(await send()).toMatchObject({ outcome: 'deferred', unreachable: true });
  expect(server.moments.filter((moment) => moment.stage === 'mail')).toEqual([]);
});

test('with a key every mail is signed, the same mail always alike', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const server = await open({}, { dkim: { domainName: 'adjourn.example', keySelector: 'k1', privateKey: pem } });
  await send();
  await send();
  const [first, second] = server.received.map((one) => one.raw.toString());
  expect(first).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed; d=adjourn\.example;/);
  expect(first).toContain('s=k1;');
  expect(second).toBe(first);
  expect(first!.endsWith(raw.toString())).toBe(true);
});

test('a key that cannot sign is found at the start, not in unsigned mails', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const dkim = { domainName: 'adjourn.example', keySelector: 'k1', privateKey: pem };
  expect(() => createSmtpTransport({ url: 'smtp://127.0.0.1', connections: 1, dkim })).toThrow(/RSA/);
  expect(() => createSmtpTransport({ url: 'smtp://127.0.0.1', connections: 1, dkim: { ...dkim, privateKey: 'no key' } })).toThrow(
    /DECODER|PEM|unsupported/i,
  );
});
