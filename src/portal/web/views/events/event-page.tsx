import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { eventQuery, settingsQuery } from '@/api/queries';
import { inWords, statusOf } from '@/api/refusal';
import { BackIcon } from '@/frame/icons';
import { Message } from '@/frame/message';
import { useSignedIn } from '@/session/use-signed-in';
import { EventAccount } from '@/views/events/event-account';
import { NotFoundPage } from '@/views/not-found-page';

function EventSkeleton() {
  return (
    <div aria-busy="true" className="event-skeleton">
      <VisuallyHidden role="status">Loading the event…</VisuallyHidden>
      <Skeleton height={34} width="60%" />
      <Skeleton height={16} width="75%" mt={22} />
      <Skeleton height={16} width="45%" mt={12} />
      <Skeleton height={120} mt={32} />
    </div>
  );
}

/** `/events/$id`: everything published about one event. Open to anybody, as the wire's own route is. */
export function EventPage() {
  const { id } = useParams({ from: '/portal/events/$id' });
  const eventId = /^[1-9]\d{0,9}$/.test(id) ? Number(id) : null;
  const event = useQuery({ ...eventQuery(eventId ?? 0), enabled: eventId !== null });
  const tenantZone = useQuery(settingsQuery).data?.zone;
  const signedIn = useSignedIn();

  if (eventId === null || statusOf(event.error) === 404) return <NotFoundPage what="event" />;
  return (
    <>
      {signedIn && (
        <Link className="back" to="/activity/events">
          <BackIcon /> My events
        </Link>
      )}
      {!event.data && <VisuallyHidden component="h1">Event</VisuallyHidden>}
      {event.isPending && <EventSkeleton />}
      {event.isLoadingError && (
        <div className="tickets-fault">
          <Message tone="refused">This event could not be loaded. {inWords(event.error)}</Message>
          <Button variant="default" onClick={() => void event.refetch()} aria-disabled={event.isFetching}>
            {event.isFetching ? 'Loading…' : 'Try again'}
          </Button>
        </div>
      )}
      {event.data && <EventAccount key={eventId} detail={event.data} tenantZone={tenantZone} />}
    </>
  );
}
