import { Button } from '@mantine/core';
import { PageHeading } from '@/frame/page-heading';
import { Sign } from '@/frame/wordmark';

/** Shown when a page itself breaks, for instance because its files were replaced by a newer release meanwhile. */
export function FaultPage() {
  return (
    <section className="blank">
      <Sign size={72} />
      <PageHeading title="Something went wrong">This page could not be shown</PageHeading>
      <p>Loading it again usually helps.</p>
      <Button onClick={() => location.reload()}>Load again</Button>
    </section>
  );
}
