import { html } from 'hono/html';
import type { Event } from '../../domain/event.ts';
import { type Language, languageOf } from '../../domain/people.ts';
import type { FollowedLink } from '../../operations/follow-link.ts';
import { LINK_TEXTS, type LinkTexts } from './link-texts.ts';

type Markup = ReturnType<typeof html>;

const NOTHING = '';

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

/** The page that asks before anything is done; `fault` says what was wrong with an answer already given. */
export function confirmPage(link: FollowedLink, given: { fault?: string; date?: string; time?: string; minutes?: string; reason?: string } = {}): Markup {
  const { action, event } = link;
  const texts = textsOf(link);
  const local = event.startsAt.toZonedDateTimeISO(link.ticket.zone);
  const length = Math.round(event.endsAt.since(event.startsAt).total('minutes'));
  const times =
    action === 'cancel'
      ? NOTHING
      : html`<div class="row">
<div><label for="date">${texts.date}</label><input id="date" name="date" type="date" required value="${given.date ?? local.toPlainDate().toString()}"></div>
<div><label for="time">${texts.time}</label><input id="time" name="time" type="time" required value="${given.time ?? local.toPlainTime().toString({ smallestUnit: 'minute' })}"></div>
<div><label for="minutes">${texts.minutes}</label><input id="minutes" name="minutes" type="number" min="1" max="1440" required value="${given.minutes ?? String(length)}"></div>
</div>
<p class="hint">${texts.zone(link.ticket.zone)}</p>`;
  return frame(
    link,
    texts[action],
    html`${details(event, link)}
${given.fault === undefined ? NOTHING : html`<p class="alert" role="alert">${given.fault}</p>`}
<form method="post">
<p>${action === 'cancel' ? texts.cancelQuestion : texts.rescheduleQuestion}</p>
${times}
<label for="reason">${texts.reason}</label><textarea id="reason" name="reason" maxlength="1000" aria-describedby="reason-hint">${given.reason ?? ''}</textarea>
<p class="hint" id="reason-hint">${texts.reasonHint}</p>
<button type="submit" class="${action === 'cancel' ? 'off' : ''}">${action === 'cancel' ? texts.cancelButton : texts.rescheduleButton}</button>
</form>`,
  );
}

/** The page after it is done, or where there was nothing to do. */
export function donePage(link: FollowedLink, event: Event, outcome: 'cancelled' | 'rescheduled' | 'already_cancelled' | 'unchanged'): Markup {
  const texts = textsOf(link);
  const kind = outcome === 'rescheduled' ? texts.rescheduled : outcome === 'unchanged' ? texts.reschedule : texts.cancelled;
  const sentence = outcome === 'already_cancelled' ? texts.alreadyCancelled : outcome === 'unchanged' ? texts.unchanged : texts.everybodyTold;
  return frame(link, kind, html`${details(event, link)}<p role="status">${sentence}</p>`);
}

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
export function textsOf({ ticket }: FollowedLink): LinkTexts {
  return LINK_TEXTS[languageOf(ticket.language)];
}

function details(event: Event, link: FollowedLink): Markup {
  const texts = textsOf(link);
  const { zone } = link.ticket;
  const format = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone });
  const when = format.formatRange(event.startsAt.epochMilliseconds, event.endsAt.epochMilliseconds);
  return html`<dl>
<dt>${texts.when}</dt><dd><time datetime="${event.startsAt.toString({ smallestUnit: 'second' })}">${when}</time> (${zone})</dd>
${event.location === null ? NOTHING : html`<dt>${texts.where}</dt><dd dir="auto">${event.location}</dd>`}
<dt>${texts.organizer}</dt><dd dir="auto">${event.organizerName}</dd>
</dl>`;
}

function frame(link: FollowedLink, kind: string, inner: Markup): Markup {
  const { title } = link.event;
  return whole(languageOf(link.ticket.language), `${kind}: ${title}`, html`<p class="kind">${kind}</p><h1 dir="auto">${title}</h1>${inner}`);
}

function whole(language: Language, title: string, inner: Markup): Markup {
  return html`<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><link rel="stylesheet" href="/l.css"></head>
<body><main>${inner}</main></body>
</html>`;
}
