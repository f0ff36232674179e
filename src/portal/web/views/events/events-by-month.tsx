import { Link } from '@tanstack/react-router';
import type { ListedEvent } from '@/api/wire';
import { readerLocale, readerZone } from '@/time/clock';
import { DateTile } from '@/time/date-tile';
import { EventWhen, EventWhere } from '@/time/event-when';
import { EventStatus } from '@/views/events/event-status';

const month = new Intl.DateTimeFormat(readerLocale, { month: 'long', year: 'numeric', timeZone: readerZone });

/** Events in the order they come, under the months of the reader's calendar. */
export function EventsByMonth({ events, tenantZone }: { events: ListedEvent[]; tenantZone: string | undefined }) {
  const months = Map.groupBy(events, (event) => month.format(new Date(event.StartDateUtc)));
  return [...months].map(([name, ofMonth]) => (
    <section key={name} aria-label={name} className="events-month">
      <h2>{name}</h2>
      <ul className="related">
        {ofMonth.map((event) => (
          <li key={event.Id}>
            <DateTile instant={event.StartDateUtc} />
            <div className="events-entry">
              <h3>
                <Link to="/events/$id" params={{ id: String(event.Id) }}>
                  {event.Name}
                </Link>
                <EventStatus event={event} />
                {event.SoldOut && <span className="status">{event.EnableWaitList ? 'Sold out, waiting list' : 'Sold out'}</span>}
              </h3>
              <EventWhen times={event} tenantZone={tenantZone} />
              <EventWhere event={event} />
              {event.ShortDescription && <p className="soft">{event.ShortDescription}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  ));
}
