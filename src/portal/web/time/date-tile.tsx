import { readerLocale, readerZone } from '@/time/clock';

const part = (instant: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(readerLocale, { timeZone: readerZone, ...options }).format(new Date(instant));

/** A leaf of a tear-off calendar with the reader's own date of an instant. Decorative: the date is said in words beside it. */
export function DateTile({ instant }: { instant: string }) {
  return (
    <div className="date-tile" aria-hidden="true">
      <span className="date-tile-month">{part(instant, { month: 'short' })}</span>
      <span className="date-tile-day">{part(instant, { day: 'numeric' })}</span>
      <span className="date-tile-weekday">{part(instant, { weekday: 'short' })}</span>
    </div>
  );
}
