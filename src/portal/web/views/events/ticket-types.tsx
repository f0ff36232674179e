import { Button, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import endpoints from '@/api/endpoints';
import { httpClient } from '@/api/http-client';
import { inWords, mayHaveHappened } from '@/api/refusal';
import { useActOnce } from '@/api/use-act-once';
import type { EventDetail, TicketType } from '@/api/wire';
import { announce } from '@/frame/live-region';
import { Message } from '@/frame/message';
import { useSignedIn } from '@/session/use-signed-in';

type Event = EventDetail['Event'];

/** The types of ticket of an event, with what can be done to get one while there is still time. */
export function TicketTypes({ event, types }: { event: Event; types: TicketType[] }) {
  const signedIn = useSignedIn();
  const here = useLocation({ select: (location) => location.href });
  const open = !event.Cancelled && Date.parse(event.StartDateUtc) > Date.now();
  const waits = open && event.SoldOut && event.EnableWaitList;
  return (
    <section aria-labelledby="ticket-types">
      <h2 id="ticket-types">Tickets</h2>
      <ul className="ticket-types">
        {types.map((type) => (
          <li key={type.Id}>
            <span>
              <strong>{type.Name}</strong>
              {type.Description && <span className="soft"> {type.Description}</span>}
            </span>
            <span>{type.SoldOut ? 'Sold out' : type.Price === 0 ? 'Free' : (type.PriceFormatted ?? type.Price)}</span>
            {open && signedIn && <GetTicket event={event} type={type} />}
          </li>
        ))}
      </ul>
      {open && signedIn && <JoinWaitingList event={event} />}
      {open && !signedIn && (
        <p className="ticket-sign-in">
          <Link to="/login" search={{ to: here }}>
            Sign in
          </Link>{' '}
          {waits ? 'to join the waiting list.' : 'to get a ticket.'}
        </p>
      )}
    </section>
  );
}

/** Orders one ticket for whoever is signed in: a free one is there at once, any other once it is paid for. */
function GetTicket({ event, type }: { event: Event; type: TicketType }) {
  const isFree = type.Price === 0;
  return (
    <Ask
      offered={type.IsAvailableNow === true && !type.SoldOut}
      words={isFree ? 'Get ticket' : 'Order'}
      about={`: ${type.Name}`}
      done={isFree ? 'You have a ticket. It is on its way to you by mail.' : 'A seat is held for you. It is yours once it is paid for.'}
      refused="No ticket was ordered."
      eventId={event.Id}
      act={async () => {
        const item = { type: 'event', EventAttendee: { CalendarEventId: event.Id, EventProductId: type.Id } };
        await httpClient.post(endpoints.checkout.invoice, { Basket: [item], agreedTermsAndConditions: true, createZeroValueInvoice: true });
      }}
    />
  );
}

function JoinWaitingList({ event }: { event: Event }) {
  return (
    <Ask
      offered={event.SoldOut === true && event.EnableWaitList === true}
      words="Join the waiting list"
      done="You are on the waiting list. When a seat comes free for you we hold it and mail you."
      refused="You were not put on the waiting list."
      eventId={event.Id}
      act={async () => {
        await httpClient.post(endpoints.events.joinWaitingList(event.Id), {});
      }}
    />
  );
}

/** `offered`: it can be asked for now; what came of it stays when that was the last. */
type Asked = { offered: boolean; words: string; about?: string; done: string; refused: string; eventId: number; act: () => Promise<void> };

/** A button that asks for something once, and says what came of it. */
function Ask({ offered, words, about, done, refused, eventId, act }: Asked) {
  const queryClient = useQueryClient();
  const [isDone, setDone] = useState(false);
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['event', eventId] }),
      queryClient.invalidateQueries({ queryKey: ['tickets'] }),
    ]);
  const { working, refusal, run } = useActOnce(async () => {
    setDone(false);
    try {
      await act();
    } finally {
      // Also when the answer was lost: it may have been done.
      void refresh();
    }
    setDone(true);
    announce(done);
  });
  return (
    <div className="ticket-ask">
      {(offered || working) && (
        <Button variant="default" size="sm" aria-disabled={working} onClick={() => void run()}>
          {working ? 'Working…' : words}
          {about && <VisuallyHidden>{about}</VisuallyHidden>}
        </Button>
      )}
      {isDone && <Message tone="done">{done}</Message>}
      {refusal !== null && (
        <Message tone="refused">
          {mayHaveHappened(refusal) ? 'We do not know whether this was done.' : refused} {inWords(refusal)}
        </Message>
      )}
    </div>
  );
}
