import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { eventQuery, settingsQuery, standingQuery } from '@/api/queries';
import { inWords, statusOf } from '@/api/refusal';
import type { EventDetail, Standing } from '@/api/wire';
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

/** What is told of an event that is no longer published: the wire's own route does not know it then. */
const detailOf = ({ Event }: Standing): EventDetail => ({ Event, AttendeeCount: 0 });

/** `/events/$id`: everything published about one event, and what became of it. Open to anybody, as the wire's own route is. */
export function EventPage() {
  const { id } = useParams({ from: '/portal/events/$id' });
  const eventId = /^[1-9]\d{0,9}$/.test(id) ? Number(id) : null;
  const event = useQuery({ ...eventQuery(eventId ?? 0), enabled: eventId !== null });
  const tenantZone = useQuery(settingsQuery).data?.zone;
  const signedIn = useSignedIn();
  const standing = useQuery({ ...standingQuery(eventId ?? 0, signedIn), enabled: eventId !== null });

  const isUnlisted = statusOf(event.error) === 404;
  if (eventId === null || (isUnlisted && statusOf(standing.error) === 404)) return <NotFoundPage what="event" />;
  const detail = isUnlisted ? standing.data && detailOf(standing.data) : event.data;
  const asked = isUnlisted ? standing : event;
  return (
    <>
      {signedIn && (
        <Link className="back" to="/activity/events">
          <BackIcon /> My events
        </Link>
      )}
      {!detail && <VisuallyHidden component="h1">Event</VisuallyHidden>}
      {asked.isPending && <EventSkeleton />}
      {asked.isLoadingError && (
        <div className="tickets-fault">
          <Message tone="refused">This event could not be loaded. {inWords(asked.error)}</Message>
          <Button variant="default" onClick={() => void asked.refetch()} aria-disabled={asked.isFetching}>
            {asked.isFetching ? 'Loading…' : 'Try again'}
          </Button>
        </div>
      )}
      {detail && <EventAccount key={eventId} detail={detail} standing={standing.data} tenantZone={tenantZone} />}
    </>
  );
}
