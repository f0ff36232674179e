import { Link } from '@tanstack/react-router';
import type { CalendarEvent, EventDetail, Standing } from '@/api/wire';
import { PeopleIcon } from '@/frame/icons';
import { PageHeading } from '@/frame/page-heading';
import { DateTile } from '@/time/date-tile';
import { EventWas, EventWhen, EventWhere } from '@/time/event-when';
import { EventComments } from '@/views/events/event-comments';
import { EventStatus } from '@/views/events/event-status';
import { seatsInWords } from '@/views/events/seats';
import { paragraphsOf } from '@/views/events/description';
import { TicketTypes, codesOf } from '@/views/events/ticket-types';

function RelatedEvents({ events, tenantZone }: { events: CalendarEvent[]; tenantZone: string | undefined }) {
  return (
    <section aria-labelledby="related">
      <h2 id="related">Related events</h2>
      <ul className="related">
        {events.map((event) => (
          <li key={event.Id}>
            <DateTile instant={event.StartDateUtc} />
            <div>
              <h3>
                <Link to="/events/$id" params={{ id: String(event.Id) }}>
                  {event.Name}
                </Link>
                <EventStatus event={event} />
              </h3>
              <EventWhen times={event} tenantZone={tenantZone} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Account = { detail: EventDetail; standing: Standing | undefined; tenantZone: string | undefined };

/** One event laid out in full; `standing` is not there while it is on its way. */
export function EventAccount({ detail, standing, tenantZone }: Account) {
  const { Event: event, Categories: categories = [], RelatedEvents: related = [] } = detail;
  const ticketTypes = event.EventProducts ?? [];
  const tickets = standing?.Tickets ?? [];
  const comments = (event.Comments ?? []).filter((comment) => comment.Published);
  const text = paragraphsOf(event.LongDescription || event.ShortDescription || '');
  return (
    <article className="event">
      <header className="event-head">
        <DateTile instant={event.StartDateUtc} />
        <div>
          {categories.length > 0 && <p className="event-categories">{categories.map((category) => category.Title).join(' · ')}</p>}
          <PageHeading title={event.Name}>{event.Name}</PageHeading>
          <EventStatus event={event} />
        </div>
      </header>
      {event.Cancelled && (
        <div className="event-cancelled">
          <p>
            <strong>This event is cancelled.</strong> It does not take place.
          </p>
          {event.CancelReason && (
            <p>
              Reason given: <q>{event.CancelReason}</q>
            </p>
          )}
          {tickets.length > 0 && (
            <p>
              {tickets.length === 1 ? 'Your ticket' : 'Your tickets'} <span className="code">{codesOf(tickets)}</span> can no longer be
              used.
            </p>
          )}
        </div>
      )}
      <div className="event-facts">
        {event.Cancelled && <p className="soft">It was to be:</p>}
        <EventWhen times={event} tenantZone={tenantZone} />
        {standing?.Was && <EventWas times={standing.Was} />}
        <EventWhere event={event} />
        {!event.Cancelled && Date.parse(event.EndDateUtc) > Date.now() && (
          <p className="fact">
            <PeopleIcon />
            <span>{seatsInWords(detail)}</span>
          </p>
        )}
      </div>
      {text.length > 0 && (
        <section aria-labelledby="about" className="event-text">
          <h2 id="about">About</h2>
          {text.map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
          {event.HostFullName && <p className="soft">Hosted by {event.HostFullName}</p>}
        </section>
      )}
      {ticketTypes.length > 0 && <TicketTypes event={event} types={ticketTypes} tickets={standing?.Tickets} />}
      {comments.length > 0 && <EventComments comments={comments} />}
      {related.length > 0 && <RelatedEvents events={related} tenantZone={tenantZone} />}
    </article>
  );
}
