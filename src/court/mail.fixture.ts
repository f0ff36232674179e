/** Parts of a mail that a test writes as somebody else's program would: what is given replaces what a right one has. */
export type Written = {
  from?: string;
  to?: string;
  messageId?: string;
  /** Lines of the VEVENT; a name that is given replaces the line of that name, null takes it out, a list repeats it. */
  event?: Record<string, string | string[] | null>;
  /** The METHOD property; null: none. */
  method?: string | null;
  /** The Content-Type of the calendar part. */
  type?: string;
  disposition?: string;
  /** `flat`: multipart/alternative alone, as Outlook.com writes. `late`: after a file, in the second part of multipart/mixed. */
  shape?: 'nested' | 'flat' | 'late';
};

const EVENT: Record<string, string> = {
  UID: '5d41402abc4b2a76@events.example.org',
  DTSTAMP: '20261001T090000Z',
  DTSTART: '20261105T140000Z',
  DTEND: '20261105T153000Z',
  SEQUENCE: '0',
  STATUS: 'CONFIRMED',
  ORGANIZER: 'mailto:loft@events.example.org',
  ATTENDEE: 'PARTSTAT=NEEDS-ACTION:mailto:ben@example.com',
  SUMMARY: 'Site visit',
};

/** A mail with a calendar part, as bytes: a right REQUEST to Ben unless told otherwise. */
export function written(given: Written = {}): Buffer {
  const {
    from = 'loft@events.example.org',
    to = 'ben@example.com',
    messageId = '1@events.example.org',
    method = 'REQUEST',
    shape = 'nested',
  } = given;
  const lines = Object.entries({ ...EVENT, ...given.event }).flatMap(([name, value]) =>
    (value === null ? [] : [value].flat()).map((one) => (name === 'ATTENDEE' ? `ATTENDEE;${one}` : `${name}:${one}`)),
  );
  const object = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Somebody//EN',
    ...(method === null ? [] : [`METHOD:${method}`]),
    'BEGIN:VEVENT',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  const type = given.type ?? `text/calendar; charset=UTF-8; method=${method ?? ''}`;
  const calendar = `Content-Type: ${type}\r\n${given.disposition === undefined ? '' : `Content-Disposition: ${given.disposition}\r\n`}Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(object).toString('base64')}\r\n`;
  const text = 'Content-Type: text/plain; charset=UTF-8\r\n\r\nPlans have changed.\r\n';
  const inner = (parts: string[]) =>
    `Content-Type: multipart/alternative; boundary=a\r\n\r\n${parts.map((part) => `--a\r\n${part}`).join('')}--a--\r\n`;
  const body = {
    flat: inner([text, calendar]),
    nested: `Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n${inner([text, calendar])}--m--\r\n`,
    late: `Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n${text}--m\r\n${calendar}--m--\r\n`,
  }[shape];
  return Buffer.from(`From: <${from}>\r\nTo: <${to}>\r\nSubject: Site visit\r\nMessage-ID: <${messageId}>\r\nMIME-Version: 1.0\r\n${body}`);
}
