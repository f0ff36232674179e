import MailComposer from 'nodemailer/lib/mail-composer';
import { type Step, converse } from '../delivery/converse.ts';
import { createSigner } from '../delivery/dkim.ts';
import { oneLine } from '../delivery/smtp-reply.ts';
import type { Clock } from '../domain/clock.ts';
import { addressOf, canonical } from '../domain/people/address.ts';
import type { Random } from '../domain/random.ts';
import type { Signing } from './check-sender-domain.ts';

export type TestMailOutcome =
  /** A server took it; `words` are its own. */
  | { outcome: 'sent'; words: string; steps: Step[] }
  | { outcome: 'not_sent'; words: string; steps: Step[] }
  | { outcome: 'no_mail_server' | 'no_address' };

/** How and from where. */
export type TestMailSettings = {
  /** SMTP_URL. */
  url: string | undefined;
  signing: Signing | null;
  clock: Clock;
  random: Random;
  /** Certificates trusted besides, in PEM; for tests. */
  ca?: string;
};

/**
 * Hands one mail to the mail server as notices are handed over, from a tenant's mailbox, signed where they are; it stands in no ledger. Gives the whole conversation,
 * what signs us in masked. Never rejects for what a server does.
 */
export async function sendTestMail(mail: { from: string; to: string }, settings: TestMailSettings): Promise<TestMailOutcome> {
  const { url, signing, clock, random, ca } = settings;
  if (addressOf(mail.to) === null) return { outcome: 'no_address' };
  if (url === undefined) return { outcome: 'no_mail_server' };
  const envelope = { from: mail.from, to: canonical(mail.to) };
  const plain = await new MailComposer({
    ...envelope,
    subject: 'A test of Adjourn',
    text: 'This mail was sent by `adjourn mail test`. Notices to attendees leave the same way.\n',
    date: new Date(clock.now().epochMilliseconds),
    messageId: `<${random.uuid()}@${mail.from.slice(mail.from.lastIndexOf('@') + 1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  })
    .compile()
    .build();
  const sign = signing && createSigner({ domainName: signing.domain, keySelector: signing.selector, privateKey: signing.privateKeyPem });
  const raw = sign ? await sign(plain) : plain;
  const conversed = await converse(url, ca === undefined ? {} : { ca });
  if ('trouble' in conversed) return { outcome: 'not_sent', words: conversed.trouble, steps: conversed.steps };
  const { conversation } = conversed;
  const { steps } = conversation;
  try {
    return { outcome: 'sent', words: oneLine(await conversation.send(envelope, raw)), steps };
  } catch (error) {
    const { response, message } = error as { response?: unknown; message?: unknown };
    return { outcome: 'not_sent', words: oneLine(String(response ?? message)), steps };
  } finally {
    conversation.close();
  }
}
