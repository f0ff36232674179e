import { hash } from 'node:crypto';
import type { Notice, PlainNotice } from '../../domain/notices/notice.ts';
import { fillItipFrame, itipFrame } from '../../ical/itip-object.ts';
import type { ItipFrame } from '../../ical/itip-object.ts';
import { dateHeader, mailboxHeader, messageIdHeader, textHeader, transportAddress } from './headers.ts';
import { ownHtml, sharedHtml } from './html-body.ts';
import { ownContent, sharedContent } from './mail-content.ts';
import type { ItipFacts, SharedFacts } from './mail-content.ts';
import { assembleMail, quotedPrintable } from './mime.ts';
import { ownText, sharedText } from './text-body.ts';
import { mailKind } from './texts/catalogue.ts';

/** Rises with every change to the bytes a notice becomes; kept with each delivery. */
export const TEMPLATE_VERSION = 5;

/** Version of the tz database that local times in mails come from; kept with each delivery. */
export const TZ_VERSION: string = process.versions.tz ?? 'unknown';

/** A mail ready for a transport: `raw` is sent as it is, `sha256` (hex) is what the ledger keeps of it. */
export type ComposedEmail = { envelope: { from: string; to: string }; raw: Buffer; sha256: string };

/** What all recipients of one change share in one language and zone, rendered and encoded. */
type Shared = { headers: string; text: readonly [string, string, string]; html: readonly [string, string, string]; itip: ItipFrame | null };

/**
 * The mail of a notice, complete: pure, so that the same notice gives the same bytes on every machine with this template
 * and tz version. Shape and headers as RFC 6047 and RFC 5546 ask; lines end with CRLF, none is longer than 998 octets.
 * @throws RangeError for a notice that cannot be a mail: an impossible address, an unknown zone, a method that is not the
 *   purpose's. Trying again cannot help.
 */
export function composeEmail(notice: Notice | PlainNotice): ComposedEmail {
  return composeWith(renderShared(sharedFacts(notice)), notice);
}

/**
 * A composer that renders what is common to a change once and gives exactly the bytes of `composeEmail`.
 * It remembers the last `capacity` common parts, of about 20 kB each; a change needs one for each language and zone of
 * its recipients.
 */
export function createComposer(capacity = 256): (notice: Notice | PlainNotice) => ComposedEmail {
  const remembered = new Map<string, Shared>();
  return (notice) => {
    const facts = sharedFacts(notice);
    // The key is all of the facts, and rendering sees nothing else: a wrong hit cannot be written by mistake.
    const key = JSON.stringify(facts);
    let shared = remembered.get(key);
    if (shared === undefined) {
      shared = renderShared(facts);
      const oldest = remembered.keys().next();
      if (remembered.size >= capacity && oldest.done !== true) remembered.delete(oldest.value);
    } else {
      remembered.delete(key);
    }
    remembered.set(key, shared);
    return composeWith(shared, notice);
  };
}

function sharedFacts(notice: Notice | PlainNotice): SharedFacts {
  const { purpose, event, previous, reason, recipient, ticket, itip } = notice;
  return {
    purpose,
    event,
    previous,
    reason,
    language: recipient.language,
    zone: recipient.zone,
    zoneSource: recipient.zoneSource,
    role: recipient.role,
    uidScope: itip?.uidScope ?? null,
    offer: 'offer' in notice ? notice.offer : null,
    service: 'service' in notice ? notice.service : null,
    kind: mailKind(notice),
    ticketed: ticket !== null,
  };
}

function renderShared(facts: SharedFacts): Shared {
  const { event, language } = facts;
  const content = sharedContent(facts);
  const [textOpening, textMiddle, textClosing] = sharedText(content);
  const [htmlOpening, htmlMiddle, htmlClosing] = sharedHtml(content);
  return {
    headers:
      mailboxHeader('From', event.organizerName, event.organizerMailbox) +
      (event.replyTo === null ? '' : mailboxHeader('Reply-To', event.organizerName, event.replyTo)) +
      textHeader('Subject', content.subject) +
      // RFC 3834 §5: keeps vacation responders silent. Exchange looks at its own header alone (MS-OXCMAIL), and a mass cancel has thousands of readers away.
      `Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\nContent-Language: ${language}\r\n`,
    text: [quotedPrintable(textOpening), quotedPrintable(textMiddle), quotedPrintable(textClosing)],
    html: [quotedPrintable(htmlOpening), quotedPrintable(htmlMiddle), quotedPrintable(htmlClosing)],
    itip: isItip(facts) ? itipFrame(facts) : null,
  };
}

function isItip(facts: SharedFacts): facts is ItipFacts {
  return facts.uidScope !== null;
}

function composeWith(shared: Shared, notice: Notice | PlainNotice): ComposedEmail {
  const { recipient, event, messageId, inReplyTo } = notice;
  const own = ownContent(notice);
  const [greetingText, ticketText] = ownText(own);
  const [greetingHtml, ticketHtml] = ownHtml(own);
  const raw = Buffer.from(
    assembleMail({
      headers:
        shared.headers +
        mailboxHeader('To', recipient.name, recipient.email) +
        dateHeader(notice.date) +
        messageIdHeader('Message-ID', messageId) +
        (inReplyTo === null ? '' : messageIdHeader('In-Reply-To', inReplyTo) + messageIdHeader('References', inReplyTo)),
      text: shared.text[0] + quotedPrintable(greetingText) + shared.text[1] + quotedPrintable(ticketText) + shared.text[2],
      html: shared.html[0] + quotedPrintable(greetingHtml) + shared.html[1] + quotedPrintable(ticketHtml) + shared.html[2],
      calendar: shared.itip && notice.itip ? { object: fillItipFrame(shared.itip, notice), method: notice.itip.method } : null,
      seed: hash('sha256', messageId).slice(0, 24),
    }),
  );
  return {
    envelope: { from: transportAddress(event.organizerMailbox), to: transportAddress(recipient.email) },
    raw,
    sha256: hash('sha256', raw),
  };
}
