import { html } from 'hono/html';
import { languageOf } from '../../domain/people/people.ts';
import type { OfferLink } from '../../operations/access/follow-link.ts';
import { type Markup, NOTHING, details, frame, textsOf } from './link-frame.ts';
import { OFFER_TEXTS } from './offer-texts.ts';

/** What became of the seat that was held; `held`: it waits for payment until then. */
export type OfferEnd = { end: 'taken' | 'taken_before' | 'declined' | 'over' } | { end: 'held'; dueAt: Temporal.Instant };

/** The page that asks before a held seat is taken or given up; `fault` says why it could not be taken just now. */
export function offerPage(link: OfferLink, fault?: string): Markup {
  const texts = OFFER_TEXTS[languageOf(link.reader.language)];
  const takes = link.action === 'take_seat';
  return frame(
    link,
    takes ? texts.take : texts.decline,
    html`${details(link)}
${link.entry.offerExpiresAt === null ? NOTHING : html`<p class="hint">${texts.until}${textsOf(link).colon} <strong>${inWords(link, link.entry.offerExpiresAt)}</strong></p>`}
${fault === undefined ? NOTHING : html`<p class="alert" role="alert">${fault}</p>`}
<form method="post">
<p>${takes ? texts.takeQuestion : texts.declineQuestion}</p>
<button type="submit" class="${takes ? '' : 'off'}">${takes ? texts.takeButton : texts.declineButton}</button>
</form>`,
  );
}

/** The page after it is done, or where it was over before. */
export function offerEndPage(link: OfferLink, ended: OfferEnd): Markup {
  const texts = OFFER_TEXTS[languageOf(link.reader.language)];
  switch (ended.end) {
    case 'taken':
      return frame(link, texts.taken, html`${details(link)}<p role="status">${texts.ticketComes}</p>`);
    case 'taken_before':
      return frame(link, texts.takenBefore, html`${details(link)}<p role="status">${texts.nothingLeft}</p>`);
    case 'held':
      return frame(
        link,
        texts.held,
        html`${details(link)}<p role="status">${texts.payBy(inWords(link, ended.dueAt), link.event.organizerName)}</p>`,
      );
    case 'declined':
      return frame(link, texts.declined, html`<p role="status">${texts.nextInLine}</p>`);
    case 'over':
      return frame(link, texts.over, html`<p role="status">${texts.overText}</p>`);
  }
}

/** What is said to whoever has too many orders to pay for. */
export function tooManyPending({ reader }: OfferLink): string {
  return OFFER_TEXTS[languageOf(reader.language)].tooManyPending;
}

function inWords(link: OfferLink, instant: Temporal.Instant): string {
  const { zone } = link.reader;
  return `${new Intl.DateTimeFormat(textsOf(link).locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(instant.epochMilliseconds)} (${zone})`;
}
