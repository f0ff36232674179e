import type { CalendarEvent } from '@/api/wire';

/** Whether an event is off, over or under way; nothing for one that is simply ahead. */
export function EventStatus({ event }: { event: CalendarEvent }) {
  const now = Date.now();
  if (event.Cancelled) return <span className="status status-cancelled">Cancelled</span>;
  if (Date.parse(event.EndDateUtc) <= now) return <span className="status">Past</span>;
  if (Date.parse(event.StartDateUtc) <= now) return <span className="status status-now">Now</span>;
  return null;
}
