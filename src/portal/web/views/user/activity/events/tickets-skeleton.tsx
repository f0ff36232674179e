import { Skeleton, VisuallyHidden } from '@mantine/core';

/** The shape of the list while it is on its way. */
export function TicketsSkeleton() {
  return (
    <div className="tickets" aria-busy="true">
      <VisuallyHidden role="status">Loading your tickets…</VisuallyHidden>
      {[1, 2, 3].map((row) => (
        <div className="ticket ticket-skeleton" key={row} aria-hidden="true">
          <Skeleton className="date-tile-skeleton" />
          <div className="ticket-event">
            <Skeleton height={22} width="55%" />
            <Skeleton height={14} width="80%" mt={14} />
            <Skeleton height={14} width="40%" mt={10} />
          </div>
          <div className="ticket-stub">
            <Skeleton height={14} width="70%" />
            <Skeleton height={14} width="50%" mt={10} />
            <Skeleton height={34} mt={18} />
          </div>
        </div>
      ))}
    </div>
  );
}
