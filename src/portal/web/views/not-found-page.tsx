import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Sign } from '@/frame/wordmark';
import { PageHeading } from '@/frame/page-heading';

const ABOUT = {
  page: 'The address may be mistyped, or what stood here is no longer open to you.',
  // The wire answers the same for an event that is cancelled and one that never was (nexudus.md §4.2).
  event: 'It may have been cancelled or taken down, or the address is mistyped. If you held a ticket, our mail says what became of it.',
};

/** Whatever is not here, or not here for this person: the two must look the same. */
export function NotFoundPage({ what = 'page' }: { what?: keyof typeof ABOUT }) {
  return (
    <section className="blank">
      <Sign size={72} />
      <PageHeading title="Not found">There is no such {what}</PageHeading>
      <p>{ABOUT[what]}</p>
      <Button renderRoot={(props) => <Link to="/activity/events" {...props} />}>Go to my events</Button>
    </section>
  );
}
