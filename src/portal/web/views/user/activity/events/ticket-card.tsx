import { Button, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { inWords } from '@/api/refusal';
import { useActOnce } from '@/api/use-act-once';
import type { EventTicket, EventTimes, Profiles } from '@/api/wire';
import { announce } from '@/frame/live-region';
import { Message } from '@/frame/message';
import { DateTile } from '@/time/date-tile';
import { EventWas, EventWhen, EventWhere } from '@/time/event-when';
import { saveCalendarFile } from '@/views/user/activity/events/calendar-file';
import { EventStatus } from '@/views/events/event-status';

type Props = {
  ticket: EventTicket;
  isPast: boolean;
  tenantZone: string | undefined;
  /** When the event was to be, where it moved. */
  was: EventTimes | undefined;
  /** Who is signed in, and therefore whom a resent ticket is mailed to; undefined until known. */
  user: Profiles['User'] | undefined;
  onSend: () => Promise<void>;
  onAskCancel: () => void;
};

/** One ticket: the event on the left, the stub with type, code and what can be done on the right. */
export function TicketCard({ ticket, isPast, tenantZone, was, user, onSend, onAskCancel }: Props) {
  const { CalendarEvent: event } = ticket;
  const [sent, setSent] = useState<string | null>(null);
  const sending = useActOnce(async () => {
    setSent(null);
    await onSend();
    const result = `Ticket sent to ${user?.Email ?? ticket.Email}.`;
    setSent(result);
    announce(result);
  });
  const saving = useActOnce(() => saveCalendarFile(ticket.Id, event.Name));
  const about = <VisuallyHidden>{` for ${event.Name}, code ${ticket.AttendeeCode}`}</VisuallyHidden>;
  const isFree = ticket.EventProductPrice === 0;
  return (
    <li className={isPast ? 'ticket ticket-over' : 'ticket'} tabIndex={-1}>
      <DateTile instant={event.StartDateUtc} />
      <div className="ticket-event">
        <h2>
          <Link to="/events/$id" params={{ id: String(event.Id) }}>
            {event.Name}
          </Link>
          <EventStatus event={event} />
        </h2>
        <EventWhen times={event} tenantZone={tenantZone} />
        {was && <EventWas times={was} />}
        <EventWhere event={event} />
      </div>
      <div className="ticket-stub">
        <dl>
          <div>
            <dt>Ticket</dt>
            <dd>
              {ticket.EventProductName ?? 'Ticket'}
              {isFree && <span className="soft"> · free</span>}
            </dd>
          </div>
          {user && ticket.FullName && ticket.FullName !== user.FullName && (
            <div>
              <dt>For</dt>
              <dd>{ticket.FullName}</dd>
            </div>
          )}
          <div>
            <dt>Code</dt>
            <dd className="code">{ticket.AttendeeCode}</dd>
          </div>
        </dl>
        <div className="ticket-actions">
          <Button variant="default" size="sm" aria-disabled={sending.working} onClick={() => void sending.run()}>
            {sending.working ? 'Sending…' : 'Resend ticket'}
            {about}
          </Button>
          {!isPast && (
            <Button variant="default" size="sm" aria-disabled={saving.working} onClick={() => void saving.run()}>
              {saving.working ? 'Fetching…' : 'Add to calendar'}
              {about}
            </Button>
          )}
          {!isPast && (
            <Button variant="subtle" color="rust" size="sm" onClick={onAskCancel}>
              Cancel ticket{about}
            </Button>
          )}
        </div>
      </div>
      {sent !== null && <Message tone="done">{sent}</Message>}
      {saving.refusal !== null && <Message tone="refused">The calendar file could not be fetched. {inWords(saving.refusal)}</Message>}
      {sending.refusal !== null && <Message tone="refused">The ticket was not sent. {inWords(sending.refusal)}</Message>}
    </li>
  );
}
