import endpoints from '@/api/endpoints';
import { httpClient } from '@/api/http-client';

/** Fetches the calendar file of a ticket, with the token that a plain link could not send, and hands it to the browser to save or open. */
export async function saveCalendarFile(ticketId: number, eventName: string): Promise<void> {
  const { data } = await httpClient.get<Blob>(endpoints.portal.calendarFile(ticketId), {
    responseType: 'blob',
    headers: { Accept: 'text/calendar' },
  });
  const address = URL.createObjectURL(data);
  const link = document.createElement('a');
  link.href = address;
  // What no file system takes goes.
  link.download = `${eventName.replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').trim() || 'ticket'}.ics`;
  link.click();
  // Some browsers read it only after the click has been answered.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
