import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { explainItip } from '../../ical/explain-itip.ts';
import type { KeptMail } from '../../operations/ledger/read-mailbox.ts';

/** The line the mailbox page lists; read back by a parser that is not ours, as a mail program would. */
export async function presentLine(kept: KeptMail) {
  const mail = await parse(kept);
  return { ...identity(kept, mail), purpose: kept.purpose, method: methodIn(mail) };
}

/** A whole mail as the mailbox page shows it. */
export async function presentMail(kept: KeptMail) {
  const mail = await parse(kept);
  const ics = calendarPart(mail)?.content.toString('utf8');
  const [first, ...rest] = ics === undefined ? [] : explainItip(ics);
  return {
    ...identity(kept, mail),
    headers: mail.headerLines.map(({ key, line }) => ({ name: line.slice(0, key.length), value: line.slice(key.length + 1).trim() })),
    html: mail.html === false ? null : mail.html,
    text: mail.text ?? null,
    calendar:
      ics === undefined || first === undefined
        ? null
        : { raw: ics, summary: first.meaning, facts: rest.map(({ line, meaning }) => ({ label: line, value: meaning })) },
    attachments: mail.attachments
      .filter((part) => part.contentDisposition === 'attachment')
      .map((part) => ({ filename: part.filename ?? 'unnamed', contentType: part.contentType, size: part.size })),
    raw: kept.raw.toString('utf8'),
  };
}

function parse(kept: KeptMail): Promise<ParsedMail> {
  return simpleParser(kept.raw, { skipTextToHtml: true, skipTextLinks: true });
}

function identity(kept: KeptMail, mail: ParsedMail) {
  return {
    id: kept.id,
    receivedAt: kept.receivedAt.toString(),
    from: mail.from?.text ?? kept.sender,
    to: textOf(mail.to) ?? kept.recipient,
    subject: mail.subject ?? '',
  };
}

function textOf(addresses: AddressObject | AddressObject[] | undefined): string | undefined {
  return Array.isArray(addresses) ? addresses.map((one) => one.text).join(', ') : addresses?.text;
}

/** The live part: text/calendar, not the attached copy. */
function calendarPart(mail: ParsedMail) {
  return mail.attachments.find((part) => part.contentType === 'text/calendar');
}

function methodIn(mail: ParsedMail): string | null {
  return /^METHOD:(\w+)/m.exec(calendarPart(mail)?.content.toString('utf8') ?? '')?.[1] ?? null;
}
