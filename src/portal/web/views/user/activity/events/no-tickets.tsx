import { Sign } from '@/frame/wordmark';
import type { Show } from '@/views/user/activity/events/tickets';

/** What a tab says when it holds nothing. */
export function NoTickets({ show }: { show: Show }) {
  return (
    <div className="blank">
      <Sign size={72} />
      <h2>{show === 'upcoming' ? 'Nothing ahead' : 'Nothing behind you yet'}</h2>
      <p>
        {show === 'upcoming'
          ? 'Tickets you hold for coming events stand here, with everything you can do about them.'
          : 'Events you held a ticket for move here once they are over.'}
      </p>
    </div>
  );
}
