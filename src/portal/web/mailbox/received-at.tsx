import { readerLocale } from '@/time/clock';

/** When a mail was captured, to the second: today's by the clock alone. */
export function ReceivedAt({ instant }: { instant: string }) {
  const date = new Date(instant);
  const isToday = date.toDateString() === new Date().toDateString();
  const format = new Intl.DateTimeFormat(readerLocale, isToday ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'medium' });
  return <time dateTime={instant}>{format.format(date)}</time>;
}
