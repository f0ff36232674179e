import { html } from 'hono/html';
import type { Event } from '../../domain/events/event.ts';
import { type Language, languageOf } from '../../domain/people/people.ts';
import type { FollowedLink } from '../../operations/access/follow-link.ts';
import { unbroken } from '../../domain/unbroken.ts';
import { LINK_TEXTS, type LinkTexts } from './link-texts.ts';

export type Markup = ReturnType<typeof html>;

export const NOTHING = '';

/** The style of these pages, in the colours of the portal (web/styles/base.css), served beside them: their policy lets no other in. */
export const LINK_STYLE = `
:root { color-scheme: light dark; --page: #f5f3ee; --card: #fffefb; --line: #ddd8cc; --field: #8d8a80; --ink: #1b282d; --soft: #566268; --corner: #f0b35a; --act: #0f6a73; --on-act: #fff; --off: #9a3417; --on-off: #fff; --bad: #9a3417; --bad-soft: #fbe8e0 }
@media (prefers-color-scheme: dark) { :root { --page: #11181b; --card: #192226; --line: #303d43; --field: #73828a; --ink: #e8edee; --soft: #a5b2b7; --corner: #e0a04a; --act: #7ccbd1; --on-act: #0c1a1c; --off: #f3a88d; --on-off: #2b1109; --bad: #f3a88d; --bad-soft: #3b2219 } }
* { box-sizing: border-box }
body { margin: 0; padding: 32px 16px; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif }
.house { max-width: 560px; margin: 0 auto 18px; padding: 0 4px; display: flex; align-items: center; gap: 10px; font-weight: 650; overflow-wrap: anywhere }
.house::before { content: ''; flex: none; width: 14px; height: 14px; border-radius: 4px; background: linear-gradient(135deg, var(--act) 70%, var(--corner) 70%) }
main { max-width: 560px; margin: 0 auto; padding: 28px 32px 32px; background: var(--card); border: 1px solid var(--line); border-radius: 16px }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25; letter-spacing: -0.012em; overflow-wrap: anywhere }
.kind { margin: 0 0 16px; color: var(--soft); font-weight: 600 }
dl { margin: 20px 0; display: grid; grid-template-columns: auto 1fr; gap: 6px 16px }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
label { display: block; margin: 16px 0 4px; font-weight: 600 }
.hint { margin: 4px 0 0; color: var(--soft); font-size: 14px }
input, textarea, select { width: 100%; padding: 10px 12px; font: inherit; color: inherit; background: transparent; border: 1px solid var(--field); border-radius: 8px }
select { background: var(--card) }
[aria-invalid] { border-color: var(--bad) }
.fault { margin: 4px 0 0; color: var(--bad); font-size: 14px }
code { font: 14px/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
textarea { min-height: 88px; resize: vertical }
.row { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 0 16px; align-items: end }
button, .button { display: inline-block; margin-top: 24px; padding: 12px 22px; border: 0; border-radius: 8px; background: var(--act); color: var(--on-act); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer }
button.off { background: var(--off); color: var(--on-off) }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
.alert { margin: 16px 0 0; padding: 10px 14px; border-radius: 12px; color: var(--bad); background: var(--bad-soft) }
.note { margin: 16px 0; padding: 10px 14px; border: 1px solid var(--corner); border-radius: 12px }
@media print { body { background: none } form { display: none } }
`;

// Ids and tokens are capabilities in the addresses of these pages: no cache and no Referer carries them on (zyntro.md §13, S6).
export const LINK_HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/** What is known of whoever opens a link that leads nowhere: the language their browser asks for, and whose host it is. */
type Stranger = { acceptLanguage: string | undefined; house: string | undefined };

/** The one page of every link that is void, so that it tells nobody why. */
export function voidPage({ acceptLanguage, house }: Stranger): Markup {
  const language = languageOf(acceptLanguage ?? 'en');
  const texts = LINK_TEXTS[language];
  return whole(language, house, texts.voidTitle, html`<h1>${texts.voidTitle}</h1><p>${texts.voidText}</p>`);
}

export function tooOftenPage({ acceptLanguage, house }: Stranger): Markup {
  const language = languageOf(acceptLanguage ?? 'en');
  const texts = LINK_TEXTS[language];
  return whole(language, house, texts.tooOften, html`<h1>${texts.tooOften}</h1>`);
}

/** The words of whoever the mail went to. */
export function textsOf({ reader }: FollowedLink): LinkTexts {
  return LINK_TEXTS[languageOf(reader.language)];
}

/** When and where an event is, on the clocks of whoever the mail went to, and who runs it. */
export function details(link: FollowedLink, event: Event = link.event): Markup {
  const texts = textsOf(link);
  const { zone } = link.reader;
  const format = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  const when = unbroken(format.formatRange(event.startsAt.epochMilliseconds, event.endsAt.epochMilliseconds));
  return html`<dl>
<dt>${texts.when}</dt><dd><time datetime="${event.startsAt.toString({ smallestUnit: 'second' })}">${when}</time> (${zone})</dd>
${event.location === null ? NOTHING : html`<dt>${texts.where}</dt><dd dir="auto">${event.location}</dd>`}
<dt>${texts.organizer}</dt><dd dir="auto">${event.organizerName}</dd>
</dl>`;
}

/** A page about the event of a link; `kind` is its headline. */
export function frame(link: FollowedLink, kind: string, inner: Markup): Markup {
  const { title } = link.event;
  return whole(
    languageOf(link.reader.language),
    link.tenant.name,
    `${kind}${textsOf(link).colon} ${title}`,
    html`<p class="kind">${kind}</p><h1 dir="auto">${title}</h1>${inner}`,
  );
}

/** A whole page in the look of these, of a house or of none. */
export function whole(language: Language, house: string | undefined, title: string, inner: Markup): Markup {
  return html`<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${house === undefined ? title : `${title} · ${house}`}</title><link rel="stylesheet" href="/l.css"></head>
<body>${house === undefined ? NOTHING : html`<header class="house" dir="auto">${house}</header>`}<main>${inner}</main></body>
</html>`;
}
