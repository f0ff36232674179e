import { hash } from 'node:crypto';
import type { Notice, PlainNotice } from '../../domain/notices/notice.ts';
import { createMemo } from '../../domain/memo.ts';
import { fillItipFrame, itipFrame } from '../../ical/itip-object.ts';
import type { ItipFrame, ItipFrameFacts } from '../../ical/itip-object.ts';
import { dateHeader, mailboxHeader, messageIdHeader, textHeader, transportAddress } from './headers.ts';
import { ownHtml, sharedHtml } from './html-body.ts';
import { ownContent, sharedContent } from './mail-content.ts';
import type { ChangeFacts, SharedFacts } from './mail-content.ts';
import { assembleMail, quotedPrintable, quotedPrintableOnce } from './mime.ts';
import { ownText, sharedText } from './text-body.ts';
import { mailKind } from './texts/catalogue.ts';

/** Rises with every change to the bytes a notice becomes; kept with each delivery. */
export const TEMPLATE_VERSION = 5;

/** Version of the tz database that local times in mails come from; kept with each delivery. */
export const TZ_VERSION: string = process.versions.tz ?? 'unknown';

/** A mail ready for a transport: `raw` is sent as it is, `sha256` (hex) is what the ledger keeps of it. */
export type ComposedEmail = { envelope: { from: string; to: string }; raw: Buffer; sha256: string };

/** What all recipients of one change share in one language, whatever their zone. */
type OfChange = { mailboxes: string; itip: ItipFrame | null };

/** What they share in one language and zone, rendered and encoded. */
type Shared = { headers: string; text: readonly [string, string, string]; html: readonly [string, string, string]; itip: ItipFrame | null };

/**
 * The mail of a notice, complete: pure, so that the same notice gives the same bytes on every machine with this template
 * and tz version. Shape and headers as RFC 6047 and RFC 5546 ask; lines end with CRLF, none is longer than 998 octets.
 * @throws RangeError for a notice that cannot be a mail: an impossible address, an unknown zone, a method that is not the
 *   purpose's. Trying again cannot help.
 */
export function composeEmail(notice: Notice | PlainNotice): ComposedEmail {
  const facts = sharedFacts(notice);
  return composeWith(renderShared(facts, ofChange(facts)), notice);
}

/**
 * A composer that renders what is common to a change once and gives exactly the bytes of `composeEmail`. It remembers from
 * `capacity` to twice as many common parts, of about 20 kB each; a change needs one for each language and zone of its recipients.
 * What many changes share, such as the lines of the layout and the names of days, is remembered where it is made.
 */
export function createComposer(capacity = 128): (notice: Notice | PlainNotice) => ComposedEmail {
  const changes = createMemo<OfChange>(capacity);
  const remembered = createMemo<{ asked: boolean; shared: Shared | null }>(capacity);
  return (notice) => {
    const facts = sharedFacts(notice);
    // The keys are all of the facts, and rendering sees nothing else: a wrong hit cannot be written by mistake.
    const { zone, zoneSource, role, kind, ticketed, previous, offer, service, message, ...common } = facts;
    const change = JSON.stringify(common);
    const slot = remembered(change + JSON.stringify([zone, zoneSource, role, kind, ticketed, previous, offer, service, message]), () => ({
      asked: false,
      shared: null,
    }));
    const shared =
      slot.shared ??
      renderShared(
        facts,
        changes(change, () => ofChange(facts)),
      );
    // Kept at the second time: of a small meeting nobody shares language and zone, and what is kept for nothing costs the collector most.
    if (slot.asked) slot.shared = shared;
    slot.asked = true;
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
    message: 'message' in notice ? notice.message : null,
    kind: mailKind(notice),
    ticketed: ticket !== null,
  };
}

function ofChange(facts: ChangeFacts): OfChange {
  const { event } = facts;
  return {
    mailboxes:
      mailboxHeader('From', event.organizerName, event.organizerMailbox) +
      (event.replyTo === null ? '' : mailboxHeader('Reply-To', event.organizerName, event.replyTo)),
    itip: isItip(facts) ? itipFrame(facts) : null,
  };
}

function renderShared(facts: SharedFacts, { mailboxes, itip }: OfChange): Shared {
  const content = sharedContent(facts);
  const [textOpening, textMiddle, textClosing] = sharedText(content);
  const [htmlOpening, htmlMiddle, htmlClosing] = sharedHtml(content);
  return {
    headers:
      mailboxes +
      textHeader('Subject', content.subject) +
      // RFC 3834 §5: keeps vacation responders silent. Exchange looks at its own header alone (MS-OXCMAIL), and a mass cancel has thousands of readers away.
      `Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\nContent-Language: ${facts.language}\r\n`,
    text: [quotedPrintable(textOpening), quotedPrintable(textMiddle), quotedPrintable(textClosing)],
    html: [quotedPrintable(htmlOpening), quotedPrintable(htmlMiddle), quotedPrintable(htmlClosing)],
    itip,
  };
}

function isItip(facts: ChangeFacts): facts is ItipFrameFacts {
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
      text: shared.text[0] + quotedPrintableOnce(greetingText) + shared.text[1] + quotedPrintableOnce(ticketText) + shared.text[2],
      html: shared.html[0] + quotedPrintableOnce(greetingHtml) + shared.html[1] + quotedPrintableOnce(ticketHtml) + shared.html[2],
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
