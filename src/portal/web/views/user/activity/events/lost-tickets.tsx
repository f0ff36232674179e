import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { inWords } from '@/api/refusal';
import type { LostTicket, MyChanges } from '@/api/wire';
import { Message } from '@/frame/message';
import { DateTile } from '@/time/date-tile';
import { EventWhen } from '@/time/event-when';

/** The tickets that let nobody in any more, and why: nothing at all where there are none. */
export function LostTickets({
  changes,
  tenantZone,
}: {
  changes: UseInfiniteQueryResult<InfiniteData<MyChanges>>;
  tenantZone: string | undefined;
}) {
  const lost = changes.data?.pages.flatMap((page) => page.Lost) ?? [];
  if (changes.isError) return <Message tone="refused">Your cancelled tickets could not be loaded. {inWords(changes.error)}</Message>;
  if (lost.length === 0) return null;
  return (
    <section className="tickets-lost" aria-labelledby="tickets-lost">
      <h2 id="tickets-lost">Cancelled</h2>
      <ul className="tickets">
        {lost.map((ticket) => (
          <Lost key={ticket.Id} ticket={ticket} tenantZone={tenantZone} />
        ))}
      </ul>
      {changes.hasNextPage && (
        <Button
          className="tickets-more"
          variant="default"
          aria-disabled={changes.isFetchingNextPage}
          onClick={() => changes.isFetchingNextPage || void changes.fetchNextPage()}
        >
          {changes.isFetchingNextPage ? 'Loading…' : 'Show more cancelled tickets'}
        </Button>
      )}
    </section>
  );
}

function Lost({ ticket, tenantZone }: { ticket: LostTicket; tenantZone: string | undefined }) {
  const { CalendarEvent: event } = ticket;
  return (
    <li className="ticket ticket-over">
      <DateTile instant={event.StartDateUtc} />
      <div className="ticket-event">
        <h3>
          <Link to="/events/$id" params={{ id: String(event.Id) }}>
            {event.Name}
          </Link>
          <span className="status status-cancelled">{event.Cancelled ? 'Event cancelled' : 'Ticket cancelled'}</span>
        </h3>
        <EventWhen times={event} tenantZone={tenantZone} />
        {event.CancelReason && (
          <p className="soft">
            Reason given: <q>{event.CancelReason}</q>
          </p>
        )}
      </div>
      <div className="ticket-stub">
        <dl>
          <div>
            <dt>Ticket</dt>
            <dd>{ticket.EventProductName ?? 'Ticket'}</dd>
          </div>
          <div>
            <dt>Code</dt>
            <dd className="code">
              <s>{ticket.AttendeeCode}</s>
            </dd>
          </div>
        </dl>
        <p className="soft">{event.Cancelled ? 'The event does not take place.' : 'The event goes on without this seat.'}</p>
      </div>
    </li>
  );
}
