import { hash } from 'node:crypto';
import type { AccountMail } from '../../domain/people/account-mail.ts';
import { languageOf } from '../../domain/people/people.ts';
import type { ComposedEmail } from './compose-email.ts';
import { dateHeader, mailboxHeader, messageIdHeader, textHeader, transportAddress } from './headers.ts';
import { html } from './html.ts';
import { button } from './html-links.ts';
import { headMarkup, look } from './html-look.ts';
import { assembleMail, quotedPrintable } from './mime.ts';
import { ACCOUNT_TEXTS } from './texts/account-texts.ts';

/**
 * The mail of an account, complete: pure, so that every try of it is the same bytes. `link` is the address of the page that sets the
 * password.
 * @throws RangeError where an address is none that mail can be sent to.
 */
export function composeAccountEmail(mail: AccountMail, link: string): ComposedEmail {
  const language = languageOf(mail.language);
  const texts = ACCOUNT_TEXTS[language];
  const { subject, lead } = texts.kinds[mail.kind];
  const format = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'long', timeStyle: 'long', timeZone: mail.zone });
  const until = texts.until(format.format(mail.expiresAt.epochMilliseconds));
  const words = [texts.greeting(mail.name), lead(mail.house)];
  const text = [...words, link, until, texts.ignore].map((paragraph) => `${paragraph}\n`).join('\n');
  const style = look('invitation');
  const page = html`<!DOCTYPE html>
<html lang="${language}" dir="ltr">
${headMarkup(subject(mail.house))}
<body class="page" bgcolor="${style.cells.page}" style="${style.page}">
<div role="article" aria-label="${subject(mail.house)}" lang="${language}" dir="ltr">
<table role="presentation" class="page" width="100%" bgcolor="${style.cells.page}" cellpadding="0" cellspacing="0" border="0" style="background-color:${style.cells.page}">
<tr><td class="frame" align="center" style="padding:32px 16px">
<table role="presentation" class="card" width="100%" bgcolor="${style.cells.card}" cellpadding="0" cellspacing="0" border="0" style="${style.card}">
<tr><td class="pad band" bgcolor="${style.cells.band}" style="${style.band}">${mail.house}</td></tr>
<tr><td class="pad" style="padding:28px 32px 0">
<h1 class="title ink" dir="auto" style="${style.title}">${subject(mail.house)}</h1>
${words.map(
  (paragraph) => html`<p class="ink" dir="auto" style="${style.lead}">${paragraph}</p>
`,
)}</td></tr>
<tr><td class="pad" style="padding:24px 32px 0">
${button(link, texts.button, style)}
<p class="soft" style="${style.note};margin-top:16px">${until}</p>
</td></tr>
<tr><td class="pad" style="padding:20px 32px 28px">
<p class="soft" style="${style.note}">${texts.copy}<br>
<a class="link" href="${link}" style="${style.action}">${link}</a></p>
<p class="soft" style="${style.note};margin-top:12px">${texts.ignore}</p>
</td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>
`;
  const raw = Buffer.from(
    assembleMail({
      headers:
        mailboxHeader('From', mail.house, mail.sender) +
        textHeader('Subject', subject(mail.house)) +
        // RFC 3834 §5, as mails of events.
        `Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\nContent-Language: ${language}\r\n` +
        mailboxHeader('To', mail.name, mail.recipient) +
        dateHeader(mail.createdAt) +
        messageIdHeader('Message-ID', mail.messageId),
      text: quotedPrintable(text),
      html: quotedPrintable(page.markup),
      calendar: null,
      seed: hash('sha256', mail.messageId).slice(0, 24),
    }),
  );
  return {
    envelope: { from: transportAddress(mail.sender), to: transportAddress(mail.recipient) },
    raw,
    sha256: hash('sha256', raw),
  };
}
