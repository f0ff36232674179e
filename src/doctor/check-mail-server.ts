import { type Conversation, type Conversed, converse } from '../delivery/converse.ts';
import type { Clock } from '../domain/clock.ts';
import type { Examined } from '../domain/finding.ts';
import { notesOf } from './notes.ts';

export const MAIL_SERVER_FINDINGS = {
  mail_server_missing: { severity: 'fault', mend: 'Set SMTP_URL: until then no mail leaves.' },
  mail_server_unreachable: { severity: 'fault', mend: 'See to host and port in SMTP_URL, and to a firewall between.' },
  mail_server_certificate: {
    severity: 'fault',
    mend: 'Mend the certificate, give Node its authority (NODE_EXTRA_CA_CERTS), or, where nobody can stand between, add ?tls.rejectUnauthorized=false.',
  },
  mail_server_encryption: {
    severity: 'fault',
    mend: 'smtps:// is for ports that speak TLS from the first byte (465), smtp:// for those with STARTTLS (587, 25).',
  },
  mail_server_sign_in: { severity: 'fault', mend: 'See to user and password in SMTP_URL; special characters are percent-encoded.' },
  mail_server_unencrypted: {
    severity: 'warning',
    mend: 'Have the server offer STARTTLS, or use smtps://: mails cross a network in the clear.',
  },
  mail_certificate_ends: { severity: 'warning', mend: 'Renew the certificate of the mail server.' },
  mail_size_small: { severity: 'warning', mend: 'Raise the size of a message that the server takes (Postfix: message_size_limit).' },
  mail_connections_few: {
    severity: 'warning',
    mend: 'Lower WORKERS, or ?maxConnections= in SMTP_URL, to what the server takes from one client.',
  },
} as const;

export type MailSettings = {
  /** SMTP_URL. */
  url: string | undefined;
  /** It is on this machine: nobody stands between. */
  onThisMachine: boolean;
  /** Connections that are used at once at most. */
  connections: number;
  /** What becomes of mails (config.ts). */
  mail: 'sent' | 'kept' | 'none';
};

/** A mail with its pictureless HTML and two calendar parts stays far below. */
const ENOUGH_BYTES = 1_000_000;
const SOON = Temporal.Duration.from({ hours: 21 * 24 });
/** More are not tried: it is somebody's server. */
const MOST_TRIED = 20;

/** The mail server: whether it lets us in, encrypted and with a certificate that holds for some time, and what it limits. `ca` is for tests. */
export async function checkMailServer(
  { url, connections, mail, onThisMachine }: MailSettings,
  clock: Clock,
  ca?: string,
): Promise<Examined> {
  const { fact, found, done } = notesOf('mail server', MAIL_SERVER_FINDINGS);
  if (mail === 'none') found('mail_server_missing', 'No mail server is set (SMTP_URL): deliveries wait.');
  if (mail === 'kept') fact('mails', 'kept in the development mailbox');
  if (url === undefined) return done();
  const first = await converse(url, ca === undefined ? {} : { ca });
  if ('trouble' in first) {
    found(kindOf(first.trouble), `It cannot be used: ${first.trouble}.`);
    return done();
  }
  const { offers, certificate } = first.conversation;
  const size = Number(offers.map((offer) => /^SIZE (\d+)/i.exec(offer)?.[1]).find(Boolean) ?? 0);
  fact('encrypted', certificate !== null);
  fact('offers', offers.map((offer) => offer.split(' ')[0]).join(' '));
  if (size > 0) fact('size_mb', Math.round(size / 1e5) / 10);
  if (size > 0 && size < ENOUGH_BYTES) found('mail_size_small', `It takes messages of ${Math.round(size / 1_000)} kB at most.`);
  if (certificate) {
    const { validTo } = certificate;
    fact('certificate_ends', String(validTo));
    if (Temporal.Instant.compare(validTo, clock.now().add(SOON)) < 0)
      found('mail_certificate_ends', `Its certificate ends at ${String(validTo)}.`);
  } else if (!onThisMachine) found('mail_server_unencrypted', 'The conversation with another machine is not encrypted.');
  const wanted = Math.min(connections, MOST_TRIED);
  const got = await countConnections(url, first.conversation, wanted, ca);
  fact('connections', `${got} of ${wanted} tried`);
  if (got < wanted) found('mail_connections_few', `It takes ${got} connections at once, and up to ${connections} are used.`);
  return done();
}

/** How many conversations can be open at once, the first among them; all are closed again. */
async function countConnections(url: string, first: Conversation, wanted: number, ca: string | undefined): Promise<number> {
  const more: Conversed[] = await Promise.all(Array.from({ length: wanted - 1 }, () => converse(url, ca === undefined ? {} : { ca })));
  const open = [first, ...more.flatMap((one) => ('conversation' in one ? [one.conversation] : []))];
  for (const conversation of open) conversation.close();
  return open.length;
}

/** Which finding a trouble is (smtp-trouble.ts names them). */
function kindOf(trouble: string): keyof typeof MAIL_SERVER_FINDINGS {
  if (trouble.includes('certificate')) return 'mail_server_certificate';
  if (trouble.includes('user and password')) return 'mail_server_sign_in';
  return trouble.includes('encrypted') ? 'mail_server_encryption' : 'mail_server_unreachable';
}
