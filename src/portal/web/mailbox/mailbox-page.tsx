import '@/mailbox/mailbox.css';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { settingsQuery } from '@/api/queries';
import { LiveRegion } from '@/frame/live-region';
import { PortalFrame } from '@/frame/portal-frame';
import { SkipLink } from '@/frame/skip-link';
import { Sign, Wordmark } from '@/frame/wordmark';
import { MailList } from '@/mailbox/mail-list';
import { NotFoundPage } from '@/views/not-found-page';

/** `/mailbox`: where mail ends up while no SMTP server is set. The list on one side, the chosen mail on the other. */
export function MailboxPage() {
  const isOpen = useQuery(settingsQuery).data?.mailbox === true;
  const hasMail = useParams({ strict: false }).mailId !== undefined;
  if (!isOpen) {
    return (
      <PortalFrame>
        <NotFoundPage />
      </PortalFrame>
    );
  }
  return (
    <div className={hasMail ? 'mailbox mailbox-reading' : 'mailbox'}>
      <SkipLink />
      <header className="mailbox-header">
        <a className="header-home" href="/">
          <Wordmark />
        </a>
        <span className="soft">Nothing here has left this machine</span>
      </header>
      <main id="main" className="mailbox-panes" tabIndex={-1}>
        <MailList />
        <div className="mailbox-mail">
          <Outlet />
        </div>
      </main>
      <LiveRegion />
    </div>
  );
}

/** The reading pane while no mail is chosen. */
export function NoMailChosen() {
  return (
    <div className="blank">
      <Sign size={72} />
      <p>Choose a mail to see what its reader sees, and what their calendar is told.</p>
    </div>
  );
}
