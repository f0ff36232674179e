import ICAL from 'ical.js';

/** One thing a calendar part says: the line it stands in, shortened, and what it means in plain words. */
export type ItipFact = { line: string; meaning: string };

const METHODS: Record<string, string> = {
  REQUEST: 'This is an invitation or an update: calendars add the entry, or change the one they have.',
  CANCEL: 'This is a cancellation: calendars take the entry away.',
  REPLY: 'This is an answer to an invitation.',
  PUBLISH: 'This is for reading only: calendars may copy it, but never change or remove it later.',
};

const ANSWERS: Record<string, string> = {
  'NEEDS-ACTION': 'has not answered yet',
  ACCEPTED: 'has accepted',
  DECLINED: 'has declined',
  TENTATIVE: 'has accepted tentatively',
};

/**
 * Says in plain English what a calendar part tells a calendar to do, line by line, for people who check mails.
 * Text that is no calendar object gives one fact that says so; it never throws.
 */
export function explainItip(icsText: string): ItipFact[] {
  try {
    const calendar = new ICAL.Component(ICAL.parse(icsText));
    const vevent = calendar.getFirstSubcomponent('vevent');
    if (vevent !== null) return factsOf(calendar, vevent);
  } catch {
    // ical.js throws its own ParserError, or a TypeError for what is not even lines: a mail may hold either.
  }
  return [{ line: icsText.slice(0, 75), meaning: 'This is no calendar object that a calendar could read.' }];
}

function factsOf(calendar: ICAL.Component, vevent: ICAL.Component): ItipFact[] {
  const method = text(calendar, 'method');
  return [
    fact(calendar, 'method', METHODS[method ?? ''] ?? 'This method is not one we send.') ?? {
      line: 'no METHOD',
      meaning: 'This is a snapshot without scheduling meaning: no calendar will obey it.',
    },
    fact(vevent, 'summary', `The entry is called “${text(vevent, 'summary')}”.`),
    fact(vevent, 'uid', 'This name finds the entry in the calendar; every mail about it carries the same.'),
    fact(vevent, 'sequence', `This is version ${text(vevent, 'sequence')} of the entry: calendars ignore lower ones.`),
    fact(vevent, 'dtstamp', `Written ${moment(vevent, 'dtstamp')}; of two texts with one version the later one counts.`),
    status(vevent, method),
    fact(vevent, 'dtstart', `It starts ${moment(vevent, 'dtstart')}.`),
    fact(vevent, 'dtend', `It ends ${moment(vevent, 'dtend')}.`),
    fact(vevent, 'location', `It takes place at “${text(vevent, 'location')}”.`),
    fact(vevent, 'organizer', `${person(vevent, 'organizer')} runs it: calendars obey mails of this organizer only.`),
    ...vevent.getAllProperties('attendee').map(attendee),
    fact(vevent, 'comment', `The reason given: “${text(vevent, 'comment')}”.`),
    fact(vevent, 'transp', transparency(vevent)),
  ].filter((found) => found !== null);
}

function status(vevent: ICAL.Component, method: string | null): ItipFact | null {
  const value = text(vevent, 'status');
  if (value === null && method === 'CANCEL') {
    return { line: 'no STATUS', meaning: 'Only this attendee is taken off; the event goes on for everybody else.' };
  }
  if (value === 'CANCELLED' && method !== 'CANCEL') {
    return fact(vevent, 'status', 'This is a mistake: only a cancellation may say so.');
  }
  return fact(vevent, 'status', value === 'CANCELLED' ? 'The whole entry is off.' : 'The event takes place.');
}

function attendee(property: ICAL.Property): ItipFact {
  const answer = ANSWERS[String(property.getParameter('partstat'))] ?? 'has not answered yet';
  const asked = property.getParameter('rsvp') === 'TRUE' ? 'and is asked to answer' : 'and no answer is asked for';
  return { line: line(property), meaning: `It concerns ${named(property)}, who ${answer}, ${asked}.` };
}

function transparency(vevent: ICAL.Component): string {
  return text(vevent, 'transp') === 'TRANSPARENT' ? 'It no longer blocks the time.' : 'It blocks the time.';
}

function fact(component: ICAL.Component, name: string, meaning: string): ItipFact | null {
  const property = component.getFirstProperty(name);
  return property === null ? null : { line: line(property), meaning };
}

/** The property as it stands in the file, unfolded and cut to one readable line. */
function line(property: ICAL.Property): string {
  const whole = property.toICALString();
  return whole.length > 120 ? `${whole.slice(0, 119)}…` : whole;
}

function text(component: ICAL.Component, name: string): string | null {
  const value = component.getFirstPropertyValue(name);
  return value === null ? null : String(value);
}

function moment(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  if (!(value instanceof ICAL.Time)) return 'at an unreadable time';
  const zone = value.zone === ICAL.Timezone.utcTimezone ? 'UTC' : (value.zone?.tzid ?? 'floating');
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
  const clock = `${String(value.hour).padStart(2, '0')}:${String(value.minute).padStart(2, '0')}`;
  return `on ${date.format(Date.UTC(value.year, value.month - 1, value.day))} at ${clock} ${zone}`;
}

function person(component: ICAL.Component, name: string): string {
  const property = component.getFirstProperty(name);
  return property === null ? 'Nobody' : named(property);
}

function named(property: ICAL.Property): string {
  const address = String(property.getFirstValue()).replace(/^mailto:/i, '');
  const cn = property.getParameter('cn');
  return cn === undefined ? address : `${String(cn)} (${address})`;
}
