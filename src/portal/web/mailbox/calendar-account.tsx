import { CalendarIcon } from '@/frame/icons';
import { PlainText } from '@/mailbox/mail-source';
import type { Mail } from '@/mailbox/mails';

/** What the mail tells a calendar: in a sentence, in facts, and in the bytes themselves. */
export function CalendarAccount({ calendar }: { calendar: NonNullable<Mail['calendar']> }) {
  return (
    <>
      <p className="calendar-summary">
        <CalendarIcon />
        <span>{calendar.summary}</span>
      </p>
      <dl className="calendar-facts">
        {calendar.facts.map((fact, index) => (
          <div key={index}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      <h2 className="mail-part-heading">The calendar part itself</h2>
      <PlainText text={calendar.raw} label="Calendar part" isCode />
    </>
  );
}
