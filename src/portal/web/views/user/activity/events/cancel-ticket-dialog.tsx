import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { inWords, mayHaveHappened, statusOf } from '@/api/refusal';
import { useActOnce } from '@/api/use-act-once';
import type { EventTicket } from '@/api/wire';
import { Message } from '@/frame/message';
import { readerLocale, readerZone } from '@/time/clock';
import { ZoneOf } from '@/time/event-when';
import { whenIn } from '@/time/when';

/** How the dialog ended: `gone` means the server no longer knew the ticket. */
export type CancelEnd = 'kept' | 'cancelled' | 'gone';

type Question = {
  ticket: EventTicket;
  /** Whether the holder is mailed about the cancellation. */
  isMailed: boolean;
  onCancel: (ticketId: number) => Promise<void>;
  /** The answer was lost: the ticket may be cancelled or not, so the lists should be asked for again. */
  onDoubt: () => void;
  onClose: (end: CancelEnd) => void;
};

function CancelQuestion({ ticket, isMailed, onCancel, onDoubt, onClose, setLocked }: Question & { setLocked: (locked: boolean) => void }) {
  const { CalendarEvent: event, Email: email } = ticket;
  const when = whenIn(readerZone, new Date(event.StartDateUtc), new Date(event.EndDateUtc), readerLocale);
  const { working, refusal, run } = useActOnce(async () => {
    setLocked(true);
    try {
      await onCancel(ticket.Id);
      onClose('cancelled');
    } catch (error) {
      if (statusOf(error) === 404) return onClose('gone');
      if (mayHaveHappened(error)) onDoubt();
      throw error;
    } finally {
      setLocked(false);
    }
  });
  return (
    <>
      <p className="dialog-event">
        <strong>{event.Name}</strong>
        <br />
        {when.day}, {when.hours}{' '}
        <span className="soft">
          <ZoneOf when={when} />
        </span>
      </p>
      <ul className="dialog-facts">
        <li>Your seat is given back at once, and somebody else may take it.</li>
        <li>Ticket {ticket.AttendeeCode} stops working at the door.</li>
        {isMailed && <li>We mail a cancellation to {email}, which tells your calendar to remove the event.</li>}
        <li>This cannot be undone here. The event itself goes on.</li>
      </ul>
      {refusal !== null && (
        <Message tone="refused">
          {mayHaveHappened(refusal) ? 'We do not know whether your ticket was cancelled.' : 'Your ticket was not cancelled.'}{' '}
          {inWords(refusal)}
        </Message>
      )}
      <div className="dialog-actions">
        <Button variant="default" data-autofocus aria-disabled={working} onClick={() => working || onClose('kept')}>
          Keep ticket
        </Button>
        <Button color="rust" aria-disabled={working} onClick={() => void run()}>
          {working ? 'Cancelling…' : 'Cancel ticket'}
        </Button>
      </div>
    </>
  );
}

/** Asks before a ticket is cancelled, says plainly what will happen, and stays open while it happens or when it fails. */
export function CancelTicketDialog({ ticket, onClose, ...question }: Omit<Question, 'ticket'> & { ticket: EventTicket | null }) {
  // The dialog fades out after `ticket` has become null and must not go blank meanwhile.
  const [shown, setShown] = useState(ticket);
  if (ticket !== null && ticket !== shown) setShown(ticket);
  const [locked, setLocked] = useState(false);
  return (
    <Modal.Root
      opened={ticket !== null}
      onClose={() => locked || onClose('kept')}
      centered
      // Mantine locks the page behind by writing a <style> element, which the page's policy refuses.
      lockScroll={false}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* No Modal.Header: its <header> would count as a second banner of the page. */}
        <Modal.Title>Cancel this ticket?</Modal.Title>
        <Modal.Body>{shown && <CancelQuestion ticket={shown} onClose={onClose} setLocked={setLocked} {...question} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
