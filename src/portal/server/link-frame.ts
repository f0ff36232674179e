import { html } from 'hono/html';
import type { Event } from '../../domain/events/event.ts';
import { type Language, languageOf } from '../../domain/people/people.ts';
import type { FollowedLink } from '../../operations/access/follow-link.ts';
import { unbroken } from '../../domain/unbroken.ts';
import { LINK_TEXTS, type LinkTexts } from './link-texts.ts';

export type Markup = ReturnType<typeof html>;

export const NOTHING = '';

/** The style of these pages, served beside them: their policy lets no other in. */
export const LINK_STYLE = `
:root { color-scheme: light dark; --ink: #1f2937; --soft: #586172; --line: #d5dae2; --card: #fff; --page: #f3f4f6; --act: #1d4ed8; --off: #b91c1c; }
@media (prefers-color-scheme: dark) { :root { --ink: #f1f4f9; --soft: #aab4c4; --line: #3a4454; --card: #1b2330; --page: #10151e; --act: #2f6bff; --off: #d43c3c; } }
* { box-sizing: border-box }
body { margin: 0; padding: 32px 16px; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif }
main { max-width: 560px; margin: 0 auto; padding: 28px 32px 32px; background: var(--card); border: 1px solid var(--line); border-radius: 14px }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere }
.kind { margin: 0 0 16px; color: var(--soft); font-weight: 600 }
dl { margin: 20px 0; display: grid; grid-template-columns: auto 1fr; gap: 6px 16px }
dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
label { display: block; margin: 16px 0 4px; font-weight: 600 }
.hint { margin: 4px 0 0; color: var(--soft); font-size: 14px }
input, textarea { width: 100%; padding: 10px 12px; font: inherit; color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: 8px }
textarea { min-height: 88px; resize: vertical }
.row { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 0 16px; align-items: end }
button { margin-top: 24px; padding: 12px 22px; border: 0; border-radius: 8px; background: var(--act); color: #fff; font: inherit; font-weight: 600; cursor: pointer }
button.off { background: var(--off) }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
.alert { margin: 16px 0 0; padding: 10px 14px; border: 1px solid var(--off); border-radius: 8px }
`;

/** The one page of every link that is void, so that it tells nobody why; in the language the browser asks for. */
export function voidPage(acceptLanguage: string | undefined): Markup {
  const language = languageOf(acceptLanguage ?? 'en');
  const texts = LINK_TEXTS[language];
  return whole(language, texts.voidTitle, html`<h1>${texts.voidTitle}</h1><p>${texts.voidText}</p>`);
}

export function tooOftenPage(acceptLanguage: string | undefined): Markup {
  const language = languageOf(acceptLanguage ?? 'en');
  const texts = LINK_TEXTS[language];
  return whole(language, texts.tooOften, html`<h1>${texts.tooOften}</h1>`);
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
    `${kind}${textsOf(link).colon} ${title}`,
    html`<p class="kind">${kind}</p><h1 dir="auto">${title}</h1>${inner}`,
  );
}

function whole(language: Language, title: string, inner: Markup): Markup {
  return html`<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><link rel="stylesheet" href="/l.css"></head>
<body><main>${inner}</main></body>
</html>`;
}
