import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { selfSignedCertificate } from './certificate.ts';

/** Where in the conversation: `data` when the first bytes of a message arrive, `reply` when all of it has, before it is answered. */
export type Stage = 'connect' | 'auth' | 'mail' | 'rcpt' | 'data' | 'reply';

export type Moment = {
  stage: Stage;
  /** Counts the connections to this server, from 1. */
  connection: number;
  /** Counts the MAIL commands to this server, from 1; 0 before the first of a connection. */
  message: number;
  from: string;
  /** Recipients so far, the one asked about last. */
  to: string[];
};

/**
 * accept: go on. drop: end the connection without a word. keep-and-drop: take the message, then drop (only `reply` can). stall: never answer.
 * A code and text is that reply: 4xx defers, 5xx refuses. A code given at `data` is said when the message has arrived.
 */
export type Verdict = 'accept' | 'drop' | 'keep-and-drop' | 'stall' | { code: number; text: string };

/** Asked at every stage. */
export type Behaviour = (moment: Moment) => Verdict;

export type ReceivedMail = {
  connection: number;
  message: number;
  from: string;
  to: string[];
  /** The bytes as they were before dot-stuffing. */
  raw: Buffer;
  secure: boolean;
  user: string | undefined;
};

export type SmtpServer = {
  /** smtp:// or smtps://, with user and password where they are wanted. */
  url: string;
  port: number;
  /** PEM, for a client to trust; undefined without TLS. */
  certificate: string | undefined;
  /** What was accepted, in order. */
  received: ReceivedMail[];
  /** Every moment there was, in order. */
  moments: Moment[];
  /** Changes the behaviour from now on. */
  behave(behaviour: Behaviour): void;
  /** Resolves when at least so many were received. */
  arrived(count: number): Promise<ReceivedMail[]>;
  /** Resolves when the conversation has come to this stage for the nth time. */
  reached(stage: Stage, times?: number): Promise<void>;
  /** Drops every connection that is open. */
  dropAll(): void;
  /** Drops every connection and stops listening. */
  close(): Promise<void>;
};

/** Everything accepted, except that the first `times` at this stage get this verdict (every time, unless told). */
export function at(stage: Stage, verdict: Verdict, times = Number.POSITIVE_INFINITY): Behaviour {
  let seen = 0;
  return (moment) => (moment.stage === stage && ++seen <= times ? verdict : 'accept');
}

/**
 * A real SMTP server on loopback that does as it is told. `starttls` refuses mail before TLS, `implicit` speaks TLS from the
 * first byte; with `auth` mail is refused before that user has signed in. Each connection is greeted after a tenth of a second, which
 * smtp-server waits to see whether the client talks too early.
 */
export async function startSmtpServer(
  options: {
    behaviour?: Behaviour;
    tls?: 'none' | 'starttls' | 'implicit';
    auth?: { user: string; password: string };
    port?: number;
    smtpUtf8?: boolean;
    /** SIZE that it offers (RFC 1870). */
    size?: number;
  } = {},
): Promise<SmtpServer> {
  const { tls = 'none', auth } = options;
  let behaviour = options.behaviour ?? (() => 'accept');
  const identity = tls === 'none' ? undefined : selfSignedCertificate();
  const received: ReceivedMail[] = [];
  const moments: Moment[] = [];
  const waiting = new Set<() => void>();
  // By the client's port. Once TLS is on, the TLS socket: to destroy the one below it crashes Node.
  const sockets = new Map<number, Socket>();
  const places = new Map<string, { connection: number; message: number }>();
  let connections = 0;
  let messages = 0;

  function settle(): void {
    for (const look of waiting) look();
  }

  function until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!isSo()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  }

  function placeOf(session: SMTPServerSession): { connection: number; message: number } {
    const place = places.get(session.id) ?? { connection: ++connections, message: 0 };
    places.set(session.id, place);
    return place;
  }

  /** Asks the behaviour and does as it says; goes on by calling back, with the error that smtp-server turns into the reply. */
  function decide(stage: Stage, session: SMTPServerSession, answer: (error?: Error) => void, asked: Partial<Envelope> = {}): void {
    const { from, to } = envelopeOf(session);
    const moment = { stage, ...placeOf(session), from: asked.from ?? from, to: [...to, ...(asked.to ?? [])] };
    moments.push(moment);
    const verdict = behaviour(moment);
    settle();
    if (verdict === 'accept') answer();
    else if (verdict === 'drop' || verdict === 'keep-and-drop') sockets.get(session.remotePort)?.destroy();
    else if (verdict !== 'stall') answer(reply(verdict.code, verdict.text));
    if (verdict === 'keep-and-drop') keep(session);
  }

  const contents = new Map<string, Buffer[]>();

  function keep(session: SMTPServerSession): void {
    received.push({
      ...placeOf(session),
      ...envelopeOf(session),
      raw: Buffer.concat(contents.get(session.id) ?? []),
      secure: session.secure,
      user: auth === undefined ? undefined : String(session.user),
    });
    settle();
  }

  const server = new SMTPServer({
    ...identity,
    secure: tls === 'implicit',
    disabledCommands: [...(tls === 'starttls' ? [] : ['STARTTLS']), ...(auth === undefined ? ['AUTH'] : [])],
    authOptional: auth === undefined,
    allowInsecureAuth: tls === 'none',
    disableReverseLookup: true,
    hideSMTPUTF8: options.smtpUtf8 !== true,
    ...(options.size !== undefined && { size: options.size }),
    logger: false,
    onSecure(socket, session, answer) {
      sockets.set(session.remotePort, socket);
      answer();
    },
    onClose({ id, remotePort }) {
      sockets.delete(remotePort);
      contents.delete(id);
    },
    onConnect: (session, answer) => decide('connect', session, answer),
    onAuth(given, session, answer) {
      const right = given.username === auth?.user && given.password === auth?.password;
      decide('auth', session, (error) => answer(error ?? (right ? null : reply(535, '5.7.8 bad credentials')), { user: given.username }));
    },
    onMailFrom({ address }, session, answer) {
      placeOf(session).message = ++messages;
      if (tls === 'starttls' && !session.secure) answer(reply(530, '5.7.0 Must issue a STARTTLS command first'));
      else decide('mail', session, answer, { from: address, to: [] });
    },
    onRcptTo: ({ address }, session, answer) => decide('rcpt', session, answer, { to: [address] }),
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      contents.set(session.id, chunks);
      let begun = false;
      let refusal: Error | undefined;
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (begun) return;
        begun = true;
        stream.pause();
        decide('data', session, (error) => {
          refusal = error;
          stream.resume();
        });
      });
      stream.on('end', () => {
        if (refusal !== undefined) return answer(refusal);
        decide('reply', session, (error) => {
          if (error === undefined) keep(session);
          answer(error);
        });
      });
    },
  });
  // A connection that was dropped reports itself; the tests look at what their client made of it.
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    sockets.set(socket.remotePort ?? 0, socket);
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;

  function dropAll(): void {
    for (const socket of sockets.values()) socket.destroy();
  }

  return {
    url: `${tls === 'implicit' ? 'smtps' : 'smtp'}://${auth === undefined ? '' : `${auth.user}:${auth.password}@`}127.0.0.1:${port}`,
    port,
    certificate: identity?.cert,
    received,
    moments,
    behave(next) {
      behaviour = next;
    },
    async arrived(count) {
      await until(() => received.length >= count);
      return received;
    },
    reached: (stage, times = 1) => until(() => moments.filter((moment) => moment.stage === stage).length >= times),
    dropAll,
    async close() {
      dropAll();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
}

type Envelope = { from: string; to: string[] };

/** What was agreed so far; the address a command just named is in it only after the command was accepted. */
function envelopeOf({ envelope }: SMTPServerSession): Envelope {
  return { from: envelope.mailFrom === false ? '' : envelope.mailFrom.address, to: envelope.rcptTo.map(({ address }) => address) };
}

function reply(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
