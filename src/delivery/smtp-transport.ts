import SMTPPool from 'nodemailer/lib/smtp-pool';
import { needsSmtpUtf8 } from '../domain/people/address.ts';
import { type DkimKey, createSigner } from './dkim.ts';
import { type Destination, writeBody } from './smtp-body.ts';
import { replyToFailure } from './smtp-reply.ts';
import { needsTls, withTls } from './smtp-url.ts';
import type { Hold, OutgoingMail, Transport, TransportReply } from './transport.ts';

export type SmtpOptions = {
  /**
   * `smtp://` or `smtps://`, with user and password where the server wants them, and any option of nodemailer behind the question mark:
   * `?requireTLS=true`, `?tls.rejectUnauthorized=false`, `?name=mail.example.org`.
   */
  url: string;
  /** Most connections open at once, where the URL does not say (`?maxConnections=`). */
  connections: number;
  /** Signs every mail; undefined: the server behind the URL does, or nobody. */
  dkim?: DkimKey;
  timeouts?: Partial<typeof TIMEOUTS>;
};

const TIMEOUTS = {
  // A server that is there answers within a second; a firewall that swallows our packets never does.
  connectMs: 10_000,
  // Some make a stranger wait on purpose, a few seconds. We have a server we are known to.
  greetingMs: 10_000,
  // From taking a connection to the first byte of the message, connecting and signing in included. Nothing was handed over
  // yet, so giving up costs nothing but another try.
  beforeBodyMs: 45_000,
  // The message is out and the server may be scanning it. Giving up here means sending it twice; RFC 5321 §4.5.3.2.6 asks for
  // ten minutes, for that reason.
  afterBodyMs: 600_000,
};

// Many servers count the messages of a connection and defer those beyond a hundred or so.
const MESSAGES_PER_CONNECTION = 100;

const NO_SMTPUTF8 = 'not sent: the mail server does not offer SMTPUTF8, which letters beyond ASCII before the @ need';

/**
 * Sends through one SMTP server, over connections kept open: nodemailer's pool, which is handed finished bytes instead of the parts of
 * a mail, since composing, parsing and copying them once more took two thirds of the time. A server that stalls holds its own
 * connections and nothing else. Throws for a URL that is none and for a key that cannot sign.
 */
export function createSmtpTransport(options: SmtpOptions): Transport {
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const sign = options.dkim && createSigner(options.dkim);
  const pool = new SMTPPool({
    requireTLS: needsTls(options.url),
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    dnsTimeout: timeouts.connectMs,
    // Ours are by stage, and also end a server that trickles; this one only must not be shorter.
    socketTimeout: timeouts.afterBodyMs + timeouts.beforeBodyMs,
    // A connection we gave up must not go on sending what is in its buffers.
    socketCloseTimeout: 0,
    maxConnections: options.connections,
    maxMessages: MESSAGES_PER_CONNECTION,
    // Only what had not begun is put on another connection: kept-alive ones are often closed by the server when we next use them.
    maxRequeues: 2,
    allowInternalNetworkInterfaces: true,
    url: withTls(options.url),
  });

  async function send(mail: OutgoingMail, hold: Hold): Promise<TransportReply> {
    const raw = sign ? await sign(mail.raw) : mail.raw;
    const attempt = new AbortController();
    let givenUp = '';
    const giveUp = (why: string) => {
      givenUp = why;
      attempt.abort();
    };
    const onEnd = () => giveUp('broken off: this worker’s lease ended');
    let timer = setTimeout(giveUp, timeouts.beforeBodyMs, 'the server did not ask for the message in time');

    // What the pool reads of a message: `pipe` is called when the server asks for it, and as long as `readableDidRead` is false the
    // pool may still put the message on another connection.
    const body = {
      readableDidRead: false,
      pipe(destination: Destination) {
        if (!hold.holds()) return giveUp('not begun: this worker’s lease ended');
        body.readableDidRead = true;
        clearTimeout(timer);
        timer = setTimeout(giveUp, timeouts.afterBodyMs, 'the server did not answer the message in time');
        writeBody(destination, raw);
      },
    };
    const needsUtf8 = [mail.envelope.from, mail.envelope.to].some(needsSmtpUtf8);
    let unoffered = false;
    const message = {
      // Asked for when the connection stands. Without a recipient the library sends nothing, and keeps the connection; with one it would send an address
      // that this server cannot read (RFC 6531 §3.2).
      getEnvelope() {
        unoffered = needsUtf8 && !offersSmtpUtf8(pool, message);
        return { from: mail.envelope.from, to: unoffered ? [] : [mail.envelope.to] };
      },
      messageId: () => `<${mail.messageId}>`,
      getHeader: () => `<${mail.messageId}>`,
      createReadStream: () => body,
    };
    hold.ended.addEventListener('abort', onEnd, { once: true });
    if (hold.ended.aborted) onEnd();
    return await new Promise<TransportReply>((resolve) => {
      pool.send({ message, data: { signal: attempt.signal } } as unknown as Parameters<SMTPPool['send']>[0], (error, info) => {
        clearTimeout(timer);
        hold.ended.removeEventListener('abort', onEnd);
        if (givenUp !== '')
          resolve({ outcome: 'lost', words: givenUp, ambiguous: body.readableDidRead, trouble: 'it does not answer in time' });
        else if (unoffered) resolve({ outcome: 'refused', words: NO_SMTPUTF8, because: 'message' });
        else resolve(error ? replyToFailure(error, body.readableDidRead) : { outcome: 'sent', words: info?.response ?? '' });
      });
    });
  }

  return {
    connections: pool.options.maxConnections,
    send,
    async close() {
      pool.close({ force: true });
    },
  };
}

/** Whether the connection that a message was given to offers SMTPUTF8. The library knows and does not say, so this looks into it; where it cannot, the server is asked. */
function offersSmtpUtf8(pool: SMTPPool, message: object): boolean {
  type Resource = { queueEntry?: { mail: { message: object } } | false; connection?: { _supportedExtensions?: string[] } };
  const resources = (pool as unknown as { _connections?: Resource[] })._connections ?? [];
  const resource = resources.find(({ queueEntry }) => queueEntry && queueEntry.mail.message === message);
  return resource?.connection?._supportedExtensions?.includes('SMTPUTF8') ?? true;
}
