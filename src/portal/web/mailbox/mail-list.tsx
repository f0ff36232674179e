import { Button, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { inWords } from '@/api/refusal';
import { announce } from '@/frame/live-region';
import { Message } from '@/frame/message';
import { PageHeading } from '@/frame/page-heading';
import { mailsQuery, type MailLine } from '@/mailbox/mails';
import { PurposeBadge } from '@/mailbox/purpose-badge';
import { ReceivedAt } from '@/mailbox/received-at';

function MailLineLink({ mail, isChosen, to }: { mail: MailLine; isChosen: boolean; to: string | undefined }) {
  return (
    <li>
      <Link
        className="mail-line"
        to="/mailbox/$mailId"
        params={{ mailId: String(mail.id) }}
        search={to === undefined ? {} : { to }}
        aria-current={isChosen ? 'page' : undefined}
      >
        <span className="mail-line-top">
          <span className="mail-line-to">{mail.to}</span>
          <span className="soft">
            <ReceivedAt instant={mail.receivedAt} />
          </span>
        </span>
        <span className="mail-line-subject">{mail.subject}</span>
        <span className="mail-line-marks">
          {mail.purpose !== null && <PurposeBadge purpose={mail.purpose} />}
          {mail.method !== null && <span className="code soft">{mail.method}</span>}
        </span>
      </Link>
    </li>
  );
}

/** Says how many mails came since the last look, to those who do not see them appear. */
function useNewMailAnnouncement(newest: number | undefined, mails: MailLine[], to: string | undefined): void {
  const seen = useRef<{ newest: number; to: string | undefined } | null>(null);
  useEffect(() => {
    if (newest === undefined) return;
    const last = seen.current;
    seen.current = { newest, to };
    if (last === null || last.to !== to || newest <= last.newest) return;
    const fresh = mails.filter((mail) => mail.id > last.newest);
    announce(fresh.length === 1 ? `New mail to ${fresh[0]?.to}: ${fresh[0]?.subject}` : `${fresh.length} new mails`);
  }, [newest, mails, to]);
}

/** Every captured mail, newest first, with a filter by recipient that stands in the address (`?to=`). */
export function MailList() {
  const { to } = useSearch({ from: '/mailbox' });
  const chosen = useParams({ strict: false }).mailId;
  const navigate = useNavigate();
  const list = useInfiniteQuery(mailsQuery(to ?? ''));
  const mails = list.data?.pages.flatMap((page) => page.mails) ?? [];
  useNewMailAnnouncement(mails[0]?.id, mails, to);

  const filter = useDebouncedCallback((text: string) => {
    const recipient = text.trim();
    void navigate({ to: '.', search: recipient === '' ? {} : { to: recipient }, replace: true, resetScroll: false });
  }, 250);

  return (
    <nav className="mailbox-list" aria-label="Mails">
      {chosen === undefined ? (
        <PageHeading title="Development mailbox" className="mailbox-heading">
          Development mailbox
        </PageHeading>
      ) : (
        <h2 className="mailbox-heading">Development mailbox</h2>
      )}
      <TextInput
        type="search"
        label="To"
        placeholder="Everybody"
        description="Part of a recipient's address"
        defaultValue={to ?? ''}
        onChange={(change) => filter(change.currentTarget.value)}
      />
      {list.isPending && <Skeleton height={220} mt={16} />}
      {list.isError && <Message tone="refused">The mailbox could not be read. {inWords(list.error)}</Message>}
      {list.isSuccess && mails.length === 0 && (
        <p className="mailbox-empty">
          {to ? `No mail to “${to}”.` : 'No mail yet. Cancel or resend a ticket, and what it causes appears here by itself.'}
        </p>
      )}
      <ul>
        {mails.map((mail) => (
          <MailLineLink key={mail.id} mail={mail} isChosen={chosen === String(mail.id)} to={to} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" fullWidth aria-disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {list.isFetchingNextPage ? 'Loading…' : 'Older mails'}
        </Button>
      )}
    </nav>
  );
}
