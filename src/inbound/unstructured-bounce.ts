import type { Mail } from '../mime/read-mail.ts';
import { addressesOf, behind } from './addresses.ts';
import { type Bounce, bounceOf } from './bounce.ts';
import { messageIdIn, originalIn } from './original.ts';

/** How programs say, in words alone, that they gave up; each with those that do. After it stands whom and why. */
const GAVE_UP = [
  // qmail, and netqmail
  /wasn't able to deliver your message to the following addresses/i,
  // Exim
  /could not be delivered to (?:one or more of its|all of its|the following) recipients?/i,
  // sendmail until 8.7, and what copies its words
  /the following addresses had permanent (?:fatal|delivery) errors/i,
  // Gmail before 2017
  /delivery to the following recipients? failed permanently/i,
  // Exchange 5.5 to 2003, hMailServer
  /your message did not reach some or all of the intended recipients/i,
  // Exchange since 2007, where a gateway took its report away
  /delivery has failed to these recipients or (?:distribution lists|groups)/i,
  // Yahoo
  /we were unable to deliver your message to the following address/i,
  // Domino
  /was not delivered to:/i,
  // GroupWise
  /the message that you sent was undeliverable to the following/i,
  // MDaemon
  /the attached message had permanent fatal delivery errors/i,
  // Courier
  /unable to deliver (?:this|your) message to the following recipients?/i,
  // Postfix, where a gateway took its report away; Zimbra
  /your message could not be delivered to one or more recipients/i,
  // IceWarp, Kerio, MailEnable
  /(?:message could not be delivered|delivery failed) (?:to|for) the following (?:recipients?|address(?:es)?)/i,
  // Lotus, iCloud, GMX
  /(?:the following (?:address|recipient)(?:es|s|\(es\)|\(s\))? failed|a message that you sent could not be delivered)/i,
].map(acrossLines);

/** They are at it still: said by those who say something of the above, too. */
const STILL_TRYING = acrossLines(
  /\b(?:has not yet been delivered|will continue to try|will keep trying|no action is required|not necessary to resend|warning message only|still trying|temporary (?:problem|failure))\b/i,
);

/** Where the copy of the message begins, which is not theirs. */
const COPY =
  /^(?:-{2,} ?(?:below this line|this is a copy|original message|message header|included is a copy|unsent message|returned message|the body of the message)|content of the original|----- message (?:header|text)|------ this is a copy)/im;

/** Whether a program of a mail system wrote it, as such mails are signed (RFC 5321 §4.5.5: nobody is its sender). */
function isOfMailSystem(mail: Mail): boolean {
  const nobody = mail.header('return-path').some((value) => /^\s*<\s*>\s*$/.test(value));
  const signed = mail.from.some((address) =>
    /^(?:mailer-?daemon|postmaster|mail-?(?:er|delivery)|mdaemon|noreply-mail|microsoftexchange\w*)\b/i.test(address),
  );
  return nobody || signed || mail.header('x-failed-recipients').length > 0;
}

/** A bounce in words alone, as mail systems wrote them before RFC 3464 and some still do; a delay; or null, where it is neither. */
export function unstructuredBounce(mail: Mail): ({ kind: 'bounce' } & Bounce) | { kind: 'delay' } | null {
  if (!isOfMailSystem(mail)) return null;
  const whole = mail.parts.find(({ type }) => type === 'text/plain')?.content.toString('utf8') ?? '';
  const copy = COPY.exec(whole);
  const text = copy ? whole.slice(0, copy.index) : whole;
  const start = GAVE_UP.map((form) => form.exec(text)).find((found) => found !== null);
  if (STILL_TRYING.test(text)) return { kind: 'delay' };
  if (!start) return null;
  const about = text.slice(start.index + start[0].length);
  const named = mail.header('x-failed-recipients').flatMap(addressesOf)[0];
  const recipient = named ?? addressesOf(about)[0] ?? null;
  return bounceOf(recipient, null, wordsAfter(about, recipient), originalIn(mail.parts) ?? messageIdIn(whole));
}

/** What is said of a recipient: the line with the server's reply, if there is one, else what stands behind the address. */
function wordsAfter(text: string, recipient: string | null): string {
  const at = recipient === null ? 0 : behind(text, recipient);
  const rest = text.slice(at).split(/\n\s*\n\s*\n/)[0] ?? '';
  const reply = /^.*\b5\d\d[ -].*(?:\n[ \t]+\S.*)*/m.exec(rest) ?? /^.*\b5\d\d[ -].*(?:\n[ \t]+\S.*)*/m.exec(text);
  return reply?.[0] ?? rest.replace(/^[^\w#]+/, '');
}

/** A form whose words may stand in two lines: such mails are wrapped. */
function acrossLines(form: RegExp): RegExp {
  return new RegExp(form.source.replaceAll(' ', String.raw`\s+`), form.flags);
}
