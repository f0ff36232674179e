import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Sign } from '@/frame/wordmark';
import { PageHeading } from '@/frame/page-heading';

const ABOUT = {
  page: 'The address may be mistyped, or what stood here is no longer open to you.',
  event: 'It may have been taken down, or the address is mistyped. If you hold a ticket, sign in to see what became of it.',
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
