import { type Markup, html, lines } from './html.ts';
import type { Look } from './html-look.ts';
import { type MailContent, type OwnContent, linkWords } from './mail-content.ts';
import type { MailTexts } from './texts/mail-texts.ts';

const NOTHING: Markup = { markup: '' };

/** What a mail's links do: the button for whatever is asked of the reader, and the others below it. */
export function actionsRow(links: OwnContent['links'], texts: MailTexts, style: Look): Markup {
  const [buttons, others] = [links.filter(isAsked), links.filter((link) => !isAsked(link))];
  return html`<tr><td class="pad" style="padding:24px 32px 0">
${buttons.map((link) => button(link.url, linkWords(link, texts), style))}
<p style="margin:${buttons.length === 0 ? '0' : '14px 0 0'}">
${others.map(
  (link, index) => html`${
    index === 0
      ? NOTHING
      : html`<span class="soft" style="${style.muted}">&nbsp;·&nbsp;</span>
`
  }<a class="link" href="${link.url}" style="${style.action}">${linkWords(link, texts)}</a>
`,
)}</p>
</td></tr>
`;
}

const isAsked = ({ action }: OwnContent['links'][number]): boolean => action === 'take_seat';

/** A link as a button: a cell with a background that Outlook for Windows honours, too. */
export function button(url: string, words: string, style: Look): Markup {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0">
<tr><td class="button-cell" align="center" bgcolor="${style.cells.button}" style="${style.buttonCell}"><a class="button" href="${url}" style="${style.button}">${words}</a></td></tr>
</table>`;
}

/** The organizer's own words; addresses on the web are links that show where they lead. */
export function messageRow({ subject, pieces }: NonNullable<MailContent['message']>, style: Look): Markup {
  const words = pieces.map((piece) =>
    'url' in piece ? html`<a class="link" href="${piece.url}" style="${style.action}">${piece.url}</a>` : lines(piece.words),
  );
  return html`<p class="ink" dir="auto" style="${style.when}">${subject}</p>
<p class="ink" dir="auto" style="${style.text};margin-top:8px">${words}</p>
`;
}
