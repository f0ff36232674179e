import type { CalendarEvent, EventTimes } from '@/api/wire';
import { ClockIcon, GlobeIcon, MovedIcon, PlaceIcon } from '@/frame/icons';
import { readerLocale, readerZone } from '@/time/clock';
import { whenIn, whenThere, type When } from '@/time/when';

/** The zone by name, where it has one, and by its offset on that day. */
export function ZoneOf({ when }: { when: When }) {
  return (
    <>
      {when.zone && `${when.zone}, `}
      <span className="offset">{when.offset}</span>
    </>
  );
}

/** When an event is: in the reader's own zone first, and by the clock where it takes place if that differs. */
export function EventWhen({ times, tenantZone }: { times: EventTimes; tenantZone: string | undefined }) {
  const mine = whenIn(readerZone, new Date(times.StartDateUtc), new Date(times.EndDateUtc), readerLocale);
  const there = whenThere(times, readerZone, tenantZone, readerLocale);
  const theirs = there && (there.day === mine.day ? there.hours : `${there.day}, ${there.hours}`);
  return (
    <>
      <p className="fact">
        <ClockIcon />
        <span>
          <time dateTime={times.StartDateUtc}>
            {mine.day}, <strong>{mine.hours}</strong>
          </time>{' '}
          <span className="soft">
            <ZoneOf when={mine} />
          </span>
        </span>
      </p>
      {there && (
        <p className="fact soft">
          <GlobeIcon />
          <span>
            Where it takes place: {theirs} (<ZoneOf when={there} />)
          </span>
        </p>
      )}
    </>
  );
}

/** When an event was to be before it moved, in the reader's zone. */
export function EventWas({ times }: { times: EventTimes }) {
  const was = whenIn(readerZone, new Date(times.StartDateUtc), new Date(times.EndDateUtc), readerLocale);
  return (
    <p className="fact soft">
      <MovedIcon />
      <span>
        Moved, before:{' '}
        <s>
          <time dateTime={times.StartDateUtc}>
            {was.day}, {was.hours}
          </time>
        </s>
      </span>
    </p>
  );
}

/** Where an event is, if it says so. */
export function EventWhere({ event }: { event: CalendarEvent }) {
  const where = [event.Location, event.VenueAddress].filter(Boolean).join(', ');
  if (where === '') return null;
  return (
    <p className="fact">
      <PlaceIcon />
      <span>{where}</span>
    </p>
  );
}
