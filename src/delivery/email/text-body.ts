import { unbroken } from '../../domain/unbroken.ts';
import { type MailContent, type OwnContent, type Standing, linkWords } from './mail-content.ts';
import { capitalized } from './moment.ts';
import type { Moment } from './moment.ts';

/**
 * The plain text everybody shares, as the three pieces between which a recipient's own two stand. Every piece ends with
 * a line feed, so that each can be encoded by itself.
 */
export function sharedText(content: MailContent): [string, string, string] {
  const { texts } = content;
  const facts = [
    ...(content.previousTitle === null
      ? []
      : [`${heading(texts.title, 'before', content)} ${content.previousTitle}\n${heading(texts.title, 'now', content)} ${content.title}`]),
    ...content.times.map(({ standing, moment }) => `${heading(texts.when, standing, content)}\n${indented(momentText(moment))}`),
    ...(content.atTheEvent === null ? [] : [`${texts.atTheEvent}${texts.colon}\n${indented(momentText(content.atTheEvent))}`]),
    ...(content.zoneGuessed === null ? [] : [content.zoneGuessed]),
    ...content.places.map(({ standing, place }) => `${heading(texts.where, standing, content)}\n${indented(place)}`),
    ...(content.offer === null ? [] : [offerText(content.offer, content)]),
    ...(content.network === null ? [] : [`${texts.cameFrom}${texts.colon}\n${indented(content.network)}`]),
    ...(content.message === null ? [] : [messageText(content.message)]),
    ...(content.reason === null ? [] : [`${texts.reason}${texts.colon}\n${indented(texts.quote(content.reason))}`]),
  ];
  const about = content.about === null ? [] : [`${texts.about}${texts.colon}\n${indented(content.about)}`];
  return [
    `${content.label.toUpperCase()}\n${content.title}\n\n`,
    `\n${[content.lead, ...facts].join('\n\n')}\n\n`,
    `${[...about, ...(content.calendar === null ? [] : [content.calendar])].map((block) => `${block}\n\n`).join('')}-- \n${[content.organizer, ...content.closing].join('\n')}\n`,
  ];
}

/** The recipient's own plain text: the greeting, and the ticket with the page's address. Each ends with a line feed. */
export function ownText({ kind, texts, greeting, ticket, pageUrl, links }: OwnContent): [string, string] {
  const blocks: string[] = [];
  if (ticket !== null) {
    const details = ticket.details.map(({ label, value }) => `${label}${texts.colon} ${value}`);
    blocks.push([`${texts.ticketCode}${texts.colon} ${ticket.code}`, ...details, ticket.note].join('\n'));
  }
  const actions = links.map((link) => `${linkWords(link, texts)}${texts.colon}\n${link.url}`);
  const page = pageUrl === null ? [] : [`${texts.openPage}${texts.colon}\n${pageUrl}`];
  blocks.push(...(kind === 'seat_offered' ? [...actions, ...page] : [...page, ...actions]));
  return [`${greeting}\n`, blocks.map((block) => `${block}\n\n`).join('')];
}

function offerText({ typeName, until }: NonNullable<MailContent['offer']>, { texts }: MailContent): string {
  return [
    ...(typeName === null ? [] : [`${texts.ticketType}${texts.colon} ${typeName}`]),
    `${texts.heldUntil}${texts.colon}\n${indented(until)}`,
  ].join('\n');
}

function messageText({ subject, pieces }: NonNullable<MailContent['message']>): string {
  return `${subject}\n\n${indented(pieces.map((piece) => ('url' in piece ? piece.url : piece.words)).join(''))}`;
}

function heading(label: string, standing: Standing, { texts }: MailContent): string {
  const word = standing === 'before' ? texts.before : standing === 'now' ? texts.now : null;
  return `${label}${word === null ? '' : ` (${word.toLowerCase()})`}${texts.colon}`;
}

/** "Thursday, 5 November 2026, 15:00–16:00", which does not break at its dash, and the zone on the next line. */
function momentText({ start, end, zone }: Moment): string {
  return `${clockSpan(start, end)}\n${capitalized(zone)}`;
}

function clockSpan(start: Moment['start'], end: Moment['end']): string {
  const first = `${start.date}, ${start.clock}`;
  if (end === null) return first;
  return unbroken(end.date === start.date ? `${first}–${end.clock}` : `${first} – ${end.date}, ${end.clock}`);
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
