import type { PeerCertificate, TLSSocket } from 'node:tls';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { troubleOf } from './smtp-trouble.ts';
import { needsTls, withTls } from './smtp-url.ts';

/** One line of a conversation with a mail server; what we say to sign in is masked. */
export type Step = { by: 'us' | 'server' | 'network'; line: string };

export type Conversation = {
  /** Everything so far, in order. */
  steps: Step[];
  /** What the server offers, a keyword with its parameters each (RFC 5321 §4.1.1.1). */
  offers: string[];
  /** The certificate of the server, where the conversation is encrypted. */
  certificate: { validTo: Temporal.Instant } | null;
  /** Hands one message over; answers the server's words. Rejects with its refusal. */
  send(envelope: { from: string; to: string }, raw: Buffer): Promise<string>;
  close(): void;
};

export type Conversed = { conversation: Conversation } | { steps: Step[]; trouble: string; cause: unknown };

const PATIENCE_MS = 10_000;

/** Connects to the server of an SMTP_URL, encrypts where that is offered or asked for, and signs in. Never rejects. */
export async function converse(url: string, { ca }: { ca?: string } = {}): Promise<Conversed> {
  const steps: Step[] = [];
  const note = (by: Step['by']) => (line: string) => line.split(/\r?\n/).forEach((one) => steps.push({ by, line: one }));
  const options = parseConnectionUrl(withTls(url));
  const { auth, ...connect } = options;
  const connection = new SMTPConnection({
    ...connect,
    ...(needsTls(url) && { requireTLS: true }),
    ...(ca !== undefined && { tls: { ...connect.tls, ca } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    socketCloseTimeout: 0,
    allowInternalNetworkInterfaces: true,
    transactionLog: true,
    logger: listener(note),
  });
  try {
    await ends(connection, (done) => connection.connect(done));
    if (auth) await ends(connection, (done) => connection.login(auth, done));
  } catch (cause) {
    connection.close();
    const trouble = troubleOf(cause);
    note('network')(trouble);
    return { steps, trouble, cause };
  }
  return { conversation: over(connection, steps) };
}

function over(connection: SMTPConnection, steps: Step[]): Conversation {
  const socket = connection._socket as TLSSocket | undefined;
  const peer: Partial<PeerCertificate> | undefined = connection.secure ? socket?.getPeerCertificate() : undefined;
  return {
    steps,
    offers: offersIn(steps),
    certificate: peer?.valid_to === undefined ? null : { validTo: new Date(peer.valid_to).toTemporalInstant() },
    async send(envelope, raw) {
      const taken = await ends<{ response?: string }>(connection, (done) =>
        connection.send({ from: envelope.from, to: [envelope.to] }, raw, done),
      );
      return taken.response ?? '';
    },
    close: () => connection.quit(),
  };
}

/** The lines of the last EHLO's answer, but its greeting. */
function offersIn(steps: Step[]): string[] {
  const asked = steps.findLastIndex(({ by, line }) => by === 'us' && line.startsWith('EHLO'));
  const answer = steps.slice(asked + 1);
  const end = answer.findIndex(({ by, line }) => by !== 'server' || !/^250[ -]/.test(line));
  return answer.slice(1, end === -1 ? undefined : end).map(({ line }) => line.slice(4).trim());
}

/** One step of the library's, which also ends when the connection does. */
function ends<Answer = unknown>(
  connection: SMTPConnection,
  begin: (done: (error?: Error | null, answer?: Answer) => void) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error);
    const gone = () => reject(new Error('the connection was closed'));
    connection.once('error', fail);
    connection.once('end', gone);
    begin((error, answer) => {
      connection.off('error', fail);
      connection.off('end', gone);
      // What comes later has nobody to tell.
      connection.on('error', () => {});
      if (error) reject(error);
      else resolve(answer as Answer);
    });
  });
}

function listener(note: (by: Step['by']) => (line: string) => void) {
  const log = (about: { tnx?: string }, line: string, ...values: unknown[]) => {
    if (about.tnx === 'client') note('us')(line);
    else if (about.tnx === 'server') note('server')(line);
    else if (about.tnx === 'network') note('network')(values.reduce<string>((text, value) => text.replace('%s', String(value)), line));
  };
  return { trace: log, debug: log, info: log, warn: log, error: log, fatal: log };
}
