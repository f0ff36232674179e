import { unbroken } from '../../domain/unbroken.ts';
import { html, lines } from './html.ts';
import type { Markup } from './html.ts';
import { headMarkup, look } from './html-look.ts';
import type { Look } from './html-look.ts';
import { actionsRow, button, messageRow } from './html-links.ts';
import type { MailContent, OwnContent, Standing } from './mail-content.ts';
import { capitalized } from './moment.ts';
import type { Moment } from './moment.ts';
import type { MailTexts } from './texts/mail-texts.ts';

const NOTHING: Markup = { markup: '' };
const BREAK: Markup = { markup: '<br>\n' };
// Outlook for Windows knows no max-width.
const GHOST_OPEN: Markup = {
  markup:
    '<!--[if mso]><table role="presentation" width="560" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->\n',
};
const GHOST_CLOSE: Markup = { markup: '<!--[if mso]></td></tr></table><![endif]-->\n' };

/**
 * The HTML everybody shares, as the three pieces between which a recipient's own two stand. Every piece ends with a line
 * feed, so that each can be encoded by itself.
 */
export function sharedHtml(content: MailContent): [string, string, string] {
  const { texts, language } = content;
  const style = look(content.kind);
  const preview = content.reason === null ? content.lead : `${content.lead} ${texts.quote(content.reason)}`;
  const reason = content.reason === null ? NOTHING : quoteRow(texts.reason, texts.quote(content.reason), style);
  // Language and direction stand twice, because webmail drops the html and body elements.
  const opening = html`<!DOCTYPE html>
<html lang="${language}" dir="ltr">
${headMarkup(content.subject)}
<body class="page" bgcolor="${style.cells.page}" style="${style.page}">
<div role="article" aria-label="${content.title}" lang="${language}" dir="ltr">
<div style="${style.hidden}">${preview}</div>
<table role="presentation" class="page" width="100%" bgcolor="${style.cells.page}" cellpadding="0" cellspacing="0" border="0" style="background-color:${style.cells.page}">
<tr><td class="frame" align="center" style="padding:32px 16px">
${GHOST_OPEN}<table role="presentation" class="card" width="100%" bgcolor="${style.cells.card}" cellpadding="0" cellspacing="0" border="0" style="${style.card}">
<tr><td class="pad band" bgcolor="${style.cells.band}" style="${style.band}">${content.label}</td></tr>
<tr><td class="pad" style="padding:28px 32px 0">
<h1 class="title ink" dir="auto" style="${style.title}">${content.title}</h1>
${
  content.previousTitle === null
    ? NOTHING
    : html`<p class="soft" dir="auto" style="${style.note};margin:-10px 0 16px">${texts.before}${texts.colon} ${struck(content.previousTitle)}</p>
`
}`;
  const middle = html`<p class="ink" style="${style.lead}">${content.lead}</p>
</td></tr>
<tr><td class="pad" style="padding:20px 32px 0">
${style.over ? reason : NOTHING}${content.times.map(({ standing, moment }) => timeRow(content, style, standing, moment))}
${content.atTheEvent === null ? NOTHING : localRow(content.atTheEvent, texts.atTheEvent, style)}
${
  content.zoneGuessed === null
    ? NOTHING
    : html`<p class="soft" style="${style.note};margin-top:14px">${content.zoneGuessed}</p>
`
}${content.places.length === 0 ? NOTHING : placeRows(content, style)}
${content.message === null ? NOTHING : messageRow(content.message, style)}${content.offer === null ? NOTHING : offerRows(content.offer, texts, style)}${content.network === null ? NOTHING : networkRow(content.network, texts.cameFrom, style)}${style.over ? NOTHING : reason}</td></tr>
`;
  const closing = html`${
    content.about === null
      ? NOTHING
      : html`<tr><td class="pad" style="padding:24px 32px 0">
<p class="soft" style="${style.label}">${texts.about}</p>
<p class="ink" dir="auto" style="${style.text}">${lines(content.about)}</p>
</td></tr>
`
  }<tr><td class="pad" style="padding:24px 32px 28px">
${
  content.calendar === null
    ? NOTHING
    : html`<p class="ink rule" style="${style.calendar}">${content.calendar}</p>
`
}</td></tr>
</table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">
<tr><td class="pad soft" align="left" style="${style.footer}">
<strong dir="auto">${content.organizer}</strong><br>
${content.closing.map(
  (sentence) => html`${sentence}<br>
`,
)}</td></tr>
</table>
${GHOST_CLOSE}</td></tr>
</table>
</div>
</body>
</html>
`;
  return [opening.markup, middle.markup, closing.markup];
}

/** The recipient's own HTML: the greeting, and the ticket with the page's link. Each is empty or ends with a line feed. */
export function ownHtml({ kind, texts, greeting, ticket, pageUrl, links }: OwnContent): [string, string] {
  const style = look(kind);
  const code =
    ticket === null
      ? NOTHING
      : html`<tr><td class="pad" style="padding:24px 32px 0">
<table role="presentation" class="ticket" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.ticket}">
<tr><td style="padding:16px 20px">
<p class="soft" style="${style.label}">${texts.ticketCode}</p>
<p class="ink" style="${style.code}">${style.over ? struck(ticket.code) : ticket.code}</p>
${ticket.details.map(
  ({
    label,
    value,
  }) => html`<p class="ink" style="${style.detail}"><span class="soft" style="${style.muted}">${label}${texts.colon}</span> <span dir="auto">${value}</span></p>
`,
)}<p class="soft" style="${style.note}">${ticket.note}</p>
</td></tr>
</table>
</td></tr>
`;
  const link =
    pageUrl === null
      ? NOTHING
      : html`<tr><td class="pad" style="padding:24px 32px 0">
${
  kind === 'seat_offered'
    ? html`<a class="link" href="${pageUrl}" style="${style.action}">${texts.openPage}</a>`
    : button(pageUrl, texts.openPage, style)
}
</td></tr>
`;
  const actions = links.length === 0 ? NOTHING : actionsRow(links, texts, style);
  return [
    html`<p class="ink" dir="auto" style="${style.text}">${greeting}</p>
`.markup,
    (kind === 'seat_offered' ? html`${actions}${link}` : html`${code}${link}${actions}`).markup,
  ];
}

function timeRow({ texts }: MailContent, style: Look, standing: Standing, moment: Moment): Markup {
  if (standing === 'before') {
    return html`<p class="soft" style="${style.before}">${texts.before}${texts.colon} ${struck(span(moment, ', '))}</p>
`;
  }
  const label =
    standing === 'now'
      ? html`<p class="now" style="${style.now}">${texts.now}</p>
`
      : NOTHING;
  const clock = standing === 'off' ? struck(span(moment, BREAK)) : span(moment, BREAK);
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0">
<tr><td valign="top" style="padding:2px 16px 0 0">${leaf(moment, style)}</td>
<td valign="top">
${label}<p class="ink" style="${style.when}">${clock}</p>
<p class="soft" style="${style.note}">${capitalized(moment.zone)}</p>
</td></tr>
</table>
`;
}

/** A leaf of a wall calendar; the date beside it says the same in words, so it is hidden from screen readers. */
function leaf({ leaf: { month, day, weekday } }: Moment, style: Look): Markup {
  return html`<table role="presentation" aria-hidden="true" class="leaf" width="56" cellpadding="0" cellspacing="0" border="0" style="${style.leaf}">
<tr><td align="center" bgcolor="${style.cells.month}" style="${style.leafMonth}">${month}</td></tr>
<tr><td class="ink" align="center" style="${style.leafDay}">${day}</td></tr>
<tr><td class="soft" align="center" style="${style.leafWeekday}">${weekday}</td></tr>
</table>`;
}

/** Dates and clocks, each with its machine-readable instant; `between` a date and its clocks, unless the end has a date of its own. */
function span({ start, end }: Moment, between: string | Markup): Markup {
  const clock = html`<time datetime="${start.iso}">${start.clock}</time>`;
  if (end === null) return html`${start.date}${between}${clock}`;
  const last = html`<time datetime="${end.iso}">${end.clock}</time>`;
  return end.date === start.date
    ? html`${start.date}${between}${clock}${unbroken('–')}${last}`
    : html`${start.date}, ${clock}${unbroken(' –')}${between === BREAK ? BREAK : '\u00a0'}${end.date}, ${last}`;
}

/** Struck through with a light line, for the words below it still have to be read. */
function struck(text: string | Markup): Markup {
  return html`<s style="text-decoration-color:#9aa4b2">${text}</s>`;
}

function localRow(moment: Moment, label: string, style: Look): Markup {
  return html`<p class="soft" style="${style.label};margin-top:16px">${label}</p>
<p class="ink" style="${style.text}">${style.struck ? struck(span(moment, ', ')) : span(moment, ', ')}</p>
<p class="soft" style="${style.note}">${capitalized(moment.zone)}</p>
`;
}

function placeRows({ texts, places }: MailContent, style: Look): Markup {
  return html`<p class="soft" style="${style.label};margin-top:20px">${texts.where}</p>
${places.map(({ standing, place }) =>
  standing === 'before'
    ? html`<p class="soft" style="${style.before};margin-bottom:2px">${texts.before}${texts.colon} <span dir="auto">${struck(place)}</span></p>
`
    : html`<p class="ink" style="${style.text}">${standing === 'now' ? `${texts.now}${texts.colon} ` : ''}<span dir="auto">${place}</span></p>
`,
)}`;
}

function offerRows({ typeName, until }: NonNullable<MailContent['offer']>, texts: MailTexts, style: Look): Markup {
  const type =
    typeName === null
      ? NOTHING
      : html`<p class="soft" style="${style.label};margin-top:20px">${texts.ticketType}</p>
<p class="ink" dir="auto" style="${style.text}">${typeName}</p>
`;
  return html`${type}<p class="soft" style="${style.label};margin-top:20px">${texts.heldUntil}</p>
<p class="ink" style="${style.text}"><strong>${until}</strong></p>
`;
}

function networkRow(network: string, label: string, style: Look): Markup {
  return html`<p class="soft" style="${style.label};margin-top:20px">${label}</p>
<p class="ink" style="${style.text}">${network}</p>
`;
}

function quoteRow(label: string, words: string, style: Look): Markup {
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.over ? 'margin-bottom:24px' : 'margin-top:24px'}">
<tr><td class="quote" bgcolor="${style.cells.quote}" style="${style.quote}">
<p class="soft" style="${style.label}">${label}</p>
<p class="ink" dir="auto" style="${style.text}">${lines(words)}</p>
</td></tr>
</table>
`;
}
