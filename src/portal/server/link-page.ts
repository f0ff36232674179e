import { html } from 'hono/html';
import { canonical } from '../../domain/people/address.ts';
import type { Event } from '../../domain/events/event.ts';
import type { MeetingLink } from '../../operations/access/follow-link.ts';
import { type Markup, NOTHING, details, frame, textsOf } from './link-frame.ts';

/** The page that asks before anything is done; `fault` says what was wrong with an answer already given. */
export function confirmPage(
  link: MeetingLink,
  given: { fault?: string; date?: string; time?: string; minutes?: string; reason?: string } = {},
): Markup {
  const { action, event } = link;
  const texts = textsOf(link);
  const local = event.startsAt.toZonedDateTimeISO(link.reader.zone);
  const length = Math.round(event.endsAt.since(event.startsAt).total('minutes'));
  const times =
    action === 'cancel'
      ? NOTHING
      : html`<div class="row">
<div><label for="date">${texts.date}</label><input id="date" name="date" type="date" required value="${given.date ?? local.toPlainDate().toString()}"></div>
<div><label for="time">${texts.time}</label><input id="time" name="time" type="time" required value="${given.time ?? local.toPlainTime().toString({ smallestUnit: 'minute' })}"></div>
<div><label for="minutes">${texts.minutes}</label><input id="minutes" name="minutes" type="number" min="1" max="1440" required value="${given.minutes ?? String(length)}"></div>
</div>
<p class="hint">${texts.zone(link.reader.zone)}</p>`;
  return frame(
    link,
    texts[action],
    html`${details(link, event)}
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

/** The page of a guest's link where more than two take part: it says who can do that for everybody, and how to reach them. */
export function notYoursPage(link: MeetingLink): Markup {
  const { action, event } = link;
  const { title, text, write } = textsOf(link).notYours[action];
  return frame(
    link,
    title,
    html`${details(link, event)}<p>${text(event.organizerName)}</p>
${event.replyTo === null ? NOTHING : html`<p><a class="button" href="mailto:${encodeURIComponent(canonical(event.replyTo)).replaceAll('%40', '@')}?subject=${encodeURIComponent(event.title)}">${write(event.organizerName)}</a></p>`}`,
  );
}

/** The page after it is done, or where there was nothing to do. */
export function donePage(
  link: MeetingLink,
  event: Event,
  outcome: 'cancelled' | 'rescheduled' | 'already_cancelled' | 'unchanged',
): Markup {
  const texts = textsOf(link);
  const kind = outcome === 'rescheduled' ? texts.rescheduled : outcome === 'unchanged' ? texts.reschedule : texts.cancelled;
  const sentence =
    outcome === 'already_cancelled' ? texts.alreadyCancelled : outcome === 'unchanged' ? texts.unchanged : texts.everybodyTold;
  return frame(link, kind, html`${details(link, event)}<p role="status">${sentence}</p>`);
}
