import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import endpoints from '@/api/endpoints';
import { httpClient } from '@/api/http-client';
import { profilesQuery, settingsQuery } from '@/api/queries';
import { inWords } from '@/api/refusal';
import type { EventTicket } from '@/api/wire';
import { Message } from '@/frame/message';
import { CancelTicketDialog, type CancelEnd } from '@/views/user/activity/events/cancel-ticket-dialog';
import { LostTickets } from '@/views/user/activity/events/lost-tickets';
import { NoTickets } from '@/views/user/activity/events/no-tickets';
import { TicketCard } from '@/views/user/activity/events/ticket-card';
import { TicketsSkeleton } from '@/views/user/activity/events/tickets-skeleton';
import { changesQuery, dropTicket, ticketsQuery, type Show } from '@/views/user/activity/events/tickets';

/** The tickets of one tab of My Events, with resend and cancel for each. */
export default function MyEventsSection({ show }: { show: Show }) {
  const queryClient = useQueryClient();
  const list = useInfiniteQuery(ticketsQuery(show));
  const tickets = list.data?.pages.flatMap((page) => page.tickets) ?? [];
  const changes = useInfiniteQuery(changesQuery(show));
  const moved = new Map(changes.data?.pages[0]?.Moved.map(({ EventId, Was }) => [EventId, Was]));
  const settings = useQuery(settingsQuery).data;
  const user = useQuery(profilesQuery).data?.User;
  const isMailed = settings?.cancelMail !== false;
  const [asked, setAsked] = useState<EventTicket | null>(null);
  const [result, setResult] = useState<{ text: string } | null>(null);
  const resultBox = useRef<HTMLDivElement>(null);
  const cards = useRef<HTMLUListElement>(null);
  const firstNew = useRef<number | null>(null);

  // The row that had the focus is gone; the sentence that says so takes it, and Tab goes on to the tickets that are left.
  useEffect(() => resultBox.current?.focus(), [result]);

  // After "Show more" the reader goes on with the first ticket that came.
  useEffect(() => {
    if (firstNew.current === null || tickets.length <= firstNew.current) return;
    const card = cards.current?.children[firstNew.current];
    if (card instanceof HTMLElement) card.focus();
    firstNew.current = null;
  }, [tickets.length]);

  const sendTicket = async (ticketId: number): Promise<void> => {
    await httpClient.post(endpoints.events.sendTicket(ticketId));
  };
  const cancelTicket = async (ticketId: number): Promise<void> => {
    await httpClient.delete(endpoints.events.cancelTicket(ticketId));
  };

  const closeDialog = (end: CancelEnd): void => {
    setAsked(null);
    if (asked === null || end === 'kept') return;
    const told = isMailed ? ` A mail to ${asked.Email} confirms it and tells your calendar to remove the event.` : '';
    const text = end === 'cancelled' ? `is cancelled.${told}` : 'was already cancelled. There is nothing more to do.';
    setResult({ text: `Your ticket for ${asked.CalendarEvent.Name} ${text}` });
    void dropTicket(queryClient, asked.Id);
  };

  if (list.isPending) return <TicketsSkeleton />;
  if (list.isLoadingError) {
    return (
      <div className="tickets-fault">
        <Message tone="refused">Your tickets could not be loaded. {inWords(list.error)}</Message>
        <Button variant="default" onClick={() => void list.refetch()} aria-disabled={list.isFetching}>
          {list.isFetching ? 'Loading…' : 'Try again'}
        </Button>
      </div>
    );
  }
  return (
    <>
      {result && (
        <Message tone="done" ref={resultBox}>
          {result.text}
        </Message>
      )}
      {tickets.length === 0 && <NoTickets show={show} />}
      <ul className="tickets" ref={cards} aria-label={show === 'upcoming' ? 'Upcoming tickets' : 'Past tickets'}>
        {tickets.map((ticket) => (
          <TicketCard
            key={ticket.Id}
            ticket={ticket}
            isPast={show === 'past'}
            tenantZone={settings?.zone}
            was={moved.get(ticket.CalendarEvent.Id)}
            user={user}
            onSend={() => sendTicket(ticket.Id)}
            onAskCancel={() => setAsked(ticket)}
          />
        ))}
      </ul>
      {list.isFetchNextPageError && <Message tone="refused">The next tickets could not be loaded. {inWords(list.error)}</Message>}
      {list.hasNextPage && (
        <Button
          className="tickets-more"
          variant="default"
          aria-disabled={list.isFetchingNextPage}
          onClick={() => {
            if (list.isFetchingNextPage) return;
            firstNew.current = tickets.length;
            void list.fetchNextPage();
          }}
        >
          {list.isFetchingNextPage ? 'Loading…' : 'Show more'}
        </Button>
      )}
      <LostTickets changes={changes} tenantZone={settings?.zone} />
      <CancelTicketDialog
        ticket={asked}
        isMailed={isMailed}
        onCancel={cancelTicket}
        onDoubt={() => void queryClient.invalidateQueries({ queryKey: ['tickets'] })}
        onClose={closeDialog}
      />
    </>
  );
}
