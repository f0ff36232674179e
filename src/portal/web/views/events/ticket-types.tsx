import { Button, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import endpoints from '@/api/endpoints';
import { httpClient } from '@/api/http-client';
import { inWords, mayHaveHappened } from '@/api/refusal';
import { useActOnce } from '@/api/use-act-once';
import type { EventDetail, Standing, TicketType } from '@/api/wire';
import { DoneIcon } from '@/frame/icons';
import { announce } from '@/frame/live-region';
import { Message } from '@/frame/message';
import { useSignedIn } from '@/session/use-signed-in';

type Event = EventDetail['Event'];

type MyTickets = Standing['Tickets'];

/** Codes as people read them out. */
export const codesOf = (tickets: MyTickets): string => tickets.map(({ AttendeeCode }) => AttendeeCode).join(', ');

/**
 * The types of ticket of an event, with what can be done to get one while there is still time. `tickets` are the reader's own: nothing is offered
 * before they are known, and whoever holds one chooses first to take another seat.
 */
export function TicketTypes({ event, types, tickets }: { event: Event; types: TicketType[]; tickets: MyTickets | undefined }) {
  const [wantsAnother, setWantsAnother] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  // The button that was pressed is gone; Tab goes on to what it opened.
  useEffect(() => {
    if (wantsAnother) list.current?.focus();
  }, [wantsAnother]);
  const held = tickets?.filter(({ Held }) => Held) ?? [];
  const signedIn = useSignedIn();
  const here = useLocation({ select: (location) => location.href });
  const open = !event.Cancelled && Date.parse(event.StartDateUtc) > Date.now();
  const offered = tickets !== undefined && (held.length === 0 || wantsAnother);
  const waits = open && event.SoldOut && event.EnableWaitList;
  const canGet = open && (waits || types.some((type) => type.IsAvailableNow && !type.SoldOut));
  return (
    <section aria-labelledby="ticket-types">
      <h2 id="ticket-types">Tickets</h2>
      {held.length > 0 && <Held tickets={held} />}
      <ul className="ticket-types" aria-labelledby="ticket-types" tabIndex={-1} ref={list}>
        {types.map((type) => (
          <li key={type.Id}>
            <span>
              <strong>{type.Name}</strong>
              {type.Description && <span className="soft"> {type.Description}</span>}
            </span>
            <span>{type.SoldOut ? 'Sold out' : type.Price === 0 ? 'Free' : (type.PriceFormatted ?? type.Price)}</span>
            {open && signedIn && <GetTicket event={event} type={type} offered={offered} another={held.length > 0} />}
          </li>
        ))}
      </ul>
      {open && signedIn && <JoinWaitingList event={event} offered={offered} />}
      {canGet && held.length > 0 && !wantsAnother && (
        <Button className="ticket-another" variant="subtle" size="sm" onClick={() => setWantsAnother(true)}>
          I need another ticket
        </Button>
      )}
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

/** Says that there is no need to get a ticket. */
function Held({ tickets }: { tickets: MyTickets }) {
  return (
    <p className="ticket-held">
      <DoneIcon />
      <span>
        {tickets.length === 1 ? 'You have a ticket for this event' : `You have ${tickets.length} tickets for this event`}:{' '}
        <span className="code">{codesOf(tickets)}</span>. <Link to="/activity/events">See it in My events</Link>
      </span>
    </p>
  );
}

/** Orders one ticket for whoever is signed in: a free one is there at once, any other once it is paid for. */
function GetTicket({ event, type, offered, another }: { event: Event; type: TicketType; offered: boolean; another: boolean }) {
  const isFree = type.Price === 0;
  return (
    <Ask
      offered={offered && type.IsAvailableNow === true && !type.SoldOut}
      words={isFree ? (another ? 'Get another ticket' : 'Get ticket') : another ? 'Order another' : 'Order'}
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

function JoinWaitingList({ event, offered }: { event: Event; offered: boolean }) {
  return (
    <Ask
      offered={offered && event.SoldOut === true && event.EnableWaitList === true}
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
      queryClient.invalidateQueries({ queryKey: ['changes'] }),
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
