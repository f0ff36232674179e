import '@/mailbox/mail.css';
import { Skeleton, Tabs, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { inWords, statusOf } from '@/api/refusal';
import { BackIcon } from '@/frame/icons';
import { Message } from '@/frame/message';
import { PageHeading } from '@/frame/page-heading';
import { CalendarAccount } from '@/mailbox/calendar-account';
import { MailHtml } from '@/mailbox/mail-html';
import { MailSource, PlainText } from '@/mailbox/mail-source';
import { mailQuery, type Mail } from '@/mailbox/mails';
import { ReceivedAt } from '@/mailbox/received-at';

const sizeInWords = (bytes: number): string => (bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KiB`);

function MailHead({ mail }: { mail: Mail }) {
  return (
    <header>
      <PageHeading title={mail.subject} className="mail-subject">
        {mail.subject}
      </PageHeading>
      <dl className="mail-head">
        <dt>From</dt>
        <dd>{mail.from}</dd>
        <dt>To</dt>
        <dd>{mail.to}</dd>
        <dt>Captured</dt>
        <dd>
          <ReceivedAt instant={mail.receivedAt} />
        </dd>
        {mail.attachments.length > 0 && (
          <>
            <dt>Attached</dt>
            <dd>
              <ul className="mail-attachments">
                {mail.attachments.map((attachment, index) => (
                  <li key={index}>
                    {attachment.filename}{' '}
                    <span className="soft">
                      {attachment.contentType}, {sizeInWords(attachment.size)}
                    </span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </header>
  );
}

function MailViews({ mail }: { mail: Mail }) {
  return (
    <Tabs defaultValue={mail.html !== null ? 'html' : mail.text !== null ? 'text' : 'source'} keepMounted={false}>
      <Tabs.List aria-label="Parts of the mail">
        {mail.html !== null && <Tabs.Tab value="html">Mail</Tabs.Tab>}
        {mail.text !== null && <Tabs.Tab value="text">Plain text</Tabs.Tab>}
        {mail.calendar !== null && <Tabs.Tab value="calendar">Calendar</Tabs.Tab>}
        <Tabs.Tab value="source">Source</Tabs.Tab>
      </Tabs.List>
      {mail.html !== null && (
        <Tabs.Panel value="html">
          <MailHtml html={mail.html} />
        </Tabs.Panel>
      )}
      {mail.text !== null && (
        <Tabs.Panel value="text">
          <PlainText text={mail.text} label="Plain text of the mail" />
        </Tabs.Panel>
      )}
      {mail.calendar !== null && (
        <Tabs.Panel value="calendar">
          <CalendarAccount calendar={mail.calendar} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="source">
        <MailSource mail={mail} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** `/mailbox/$mailId`: one captured mail as its reader, their calendar and their mail server see it. */
export function MailPage() {
  const { mailId } = useParams({ from: '/mailbox/$mailId' });
  const { to } = useSearch({ from: '/mailbox' });
  const id = /^[1-9]\d{0,15}$/.test(mailId) ? Number(mailId) : null;
  const mail = useQuery({ ...mailQuery(id ?? 0), enabled: id !== null });
  const isMissing = id === null || statusOf(mail.error) === 404;
  return (
    <>
      <Link className="back mailbox-back" to="/mailbox" search={to === undefined ? {} : { to }}>
        <BackIcon /> All mails
      </Link>
      {isMissing && <PageHeading title="No such mail">There is no such mail</PageHeading>}
      {!isMissing && !mail.data && <VisuallyHidden component="h1">Mail</VisuallyHidden>}
      {!isMissing && mail.isPending && <Skeleton height={320} aria-label="Loading the mail" />}
      {!isMissing && mail.isError && <Message tone="refused">The mail could not be read. {inWords(mail.error)}</Message>}
      {mail.data && (
        <article key={mail.data.id}>
          <MailHead mail={mail.data} />
          <MailViews mail={mail.data} />
        </article>
      )}
    </>
  );
}
