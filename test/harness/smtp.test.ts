import { createTransport, type Transporter } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import { at, type SmtpServer, type Stage, startSmtpServer } from './smtp.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});

async function start(options?: Parameters<typeof startSmtpServer>[0]): Promise<SmtpServer> {
  const server = await startSmtpServer(options);
  open.push(server);
  return server;
}

function client(server: SmtpServer, options: object = {}): Transporter {
  const { protocol, username, password } = new URL(server.url);
  const auth = username === '' ? {} : { auth: { user: username, pass: password } };
  const transport = createTransport({ host: '127.0.0.1', port: server.port, secure: protocol === 'smtps:', ...auth, ...options });
  open.push(transport);
  return transport;
}

const raw = 'Subject: Moved\r\n\r\n.A line that begins with a dot\r\n..and two\r\n';

function send(transport: Transporter, to = 'mina@example.org'): Promise<unknown> {
  return transport.sendMail({ envelope: { from: 'events@example.com', to }, raw }).then(
    (sent) => sent.response,
    (error: { responseCode?: number; code?: string; command?: string }) => error.responseCode ?? error.code,
  );
}

test('what is accepted is kept byte for byte, in order, with its envelope and connection', async () => {
  const server = await start();
  const pooled = client(server, { pool: true, maxConnections: 1 });
  await send(pooled, 'mina@example.org');
  await send(pooled, 'noor@example.org');
  await send(client(server), 'pia@example.org');
  expect(server.received.map(({ connection, message, from, to }) => [connection, message, from, to])).toEqual([
    [1, 1, 'events@example.com', ['mina@example.org']],
    [1, 2, 'events@example.com', ['noor@example.org']],
    [2, 3, 'events@example.com', ['pia@example.org']],
  ]);
  expect(server.received.map((mail) => mail.raw.toString())).toEqual([raw, raw, raw]);
});

test.each<Stage>(['connect', 'mail', 'rcpt', 'data', 'reply'])('a server can defer and refuse at %s, and then accept', async (stage) => {
  const server = await start({ behaviour: at(stage, { code: 451, text: '4.3.0 later' }, 1) });
  expect(await send(client(server))).toBe(451);
  expect(await send(client(server))).toContain('250');
  server.behave(at(stage, { code: 550, text: '5.1.1 nobody here' }));
  expect(await send(client(server))).toBe(550);
  expect(server.received).toHaveLength(1);
});

test.each<Stage>(['connect', 'mail', 'rcpt', 'data', 'reply'])(
  'a server can drop the connection at %s and keeps nothing',
  async (stage) => {
    const server = await start({ behaviour: at(stage, 'drop', 1) });
    expect(await send(client(server))).toMatch(/^E(CONNECTION|SOCKET|CONNRESET)$/);
    expect(server.received).toHaveLength(0);
    expect(await send(client(server))).toContain('250');
  },
);

test('a server can keep a message and drop the connection before it says so', async () => {
  const server = await start({ behaviour: at('reply', 'keep-and-drop', 1) });
  expect(await send(client(server))).toMatch(/^E(CONNECTION|SOCKET|CONNRESET)$/);
  expect(server.received).toHaveLength(1);
});

test.each<Stage>(['connect', 'mail', 'rcpt', 'data', 'reply'])('a server can stall at %s until it is dropped', async (stage) => {
  const server = await start({ behaviour: at(stage, 'stall') });
  const answer = send(client(server));
  await server.reached(stage);
  server.dropAll();
  expect(await answer).toMatch(/^E(CONNECTION|SOCKET|CONNRESET)$/);
});

test('a test can wait for mails instead of for a while', async () => {
  const server = await start();
  const both = server.arrived(2);
  const transport = client(server);
  await Promise.all([send(transport, 'ana@example.com'), send(transport, 'ben@example.com')]);
  expect((await both).flatMap((mail) => mail.to).toSorted()).toEqual(['ana@example.com', 'ben@example.com']);
});

test('with STARTTLS mail in the clear is refused, and its certificate can be trusted', async () => {
  const server = await start({ tls: 'starttls' });
  expect(await send(client(server, { ignoreTLS: true }))).toBe(530);
  expect(await send(client(server))).toBe('ESOCKET');
  expect(await send(client(server, { tls: { ca: server.certificate } }))).toContain('250');
  expect(server.received).toMatchObject([{ secure: true }]);
});

test('with TLS from the first byte and a user, only that user may send', async () => {
  const server = await start({ tls: 'implicit', auth: { user: 'adjourn', password: 'right' } });
  const tls = { ca: server.certificate };
  expect(await send(client(server, { tls }))).toContain('250');
  expect(await send(client(server, { tls, auth: { user: 'adjourn', pass: 'wrong' } }))).toBe(535);
  server.behave(at('auth', { code: 454, text: '4.7.0 not now' }));
  expect(await send(client(server, { tls }))).toBe(454);
  expect(server.received).toMatchObject([{ secure: true, user: 'adjourn' }]);
});
