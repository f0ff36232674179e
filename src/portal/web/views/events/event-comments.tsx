import type { EventComment } from '@/api/wire';
import { readerLocale, readerZone } from '@/time/clock';

const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat(readerLocale, { timeZone: readerZone, dateStyle: 'long' }).format(new Date(instant));

/** What people who know the event have published about it. */
export function EventComments({ comments }: { comments: EventComment[] }) {
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">Comments</h2>
      <ul className="comments">
        {comments.map((comment) => (
          <li key={comment.Id}>
            <p>{comment.Text}</p>
            <p className="soft">
              {comment.PostedBy ?? 'Somebody'}, {dayOf(comment.CreatedOnUtc)}
              {comment.Rating ? ` · ${comment.Rating} of 5` : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
