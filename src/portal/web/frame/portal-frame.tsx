import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { profilesQuery, settingsQuery } from '@/api/queries';
import { LiveRegion } from '@/frame/live-region';
import { SkipLink } from '@/frame/skip-link';
import { Wordmark } from '@/frame/wordmark';
import { endSession } from '@/session/session';
import { useSignedIn } from '@/session/use-signed-in';
import { readerZone } from '@/time/clock';
import { offsetAt } from '@/time/when';

/** Where a visitor can go, signed in or not. */
function Places() {
  const signedIn = useSignedIn();
  const listed = useQuery(settingsQuery).data?.events;
  if (!signedIn && !listed) return null;
  return (
    <nav aria-label="Portal" className="header-places">
      {listed && (
        <Link className="header-link" to="/events" activeOptions={{ exact: true, includeSearch: false }}>
          Events
        </Link>
      )}
      {signedIn && (
        <Link className="header-link" to="/activity/events">
          My events
        </Link>
      )}
    </nav>
  );
}

function Account() {
  const signedIn = useSignedIn();
  const here = useLocation({ select: (location) => location.href });
  const person = useQuery({ ...profilesQuery, enabled: signedIn }).data?.User;
  if (!signedIn) {
    return (
      <Link className="header-link" to="/login" search={{ to: here }}>
        Sign in
      </Link>
    );
  }
  return (
    <>
      {person && <span className="header-person">{person.FullName}</span>}
      <Button variant="default" size="xs" onClick={() => endSession('signed-out')}>
        Sign out
      </Button>
    </>
  );
}

/** Header, main part and footer of every page a visitor of the tenant sees. */
export function PortalFrame({ children }: { children: ReactNode }) {
  const settings = useQuery(settingsQuery).data;
  return (
    <div className="frame">
      <SkipLink />
      <header className="header">
        <div className="header-inner">
          <Link className="header-home" to="/">
            <Wordmark />
            <span className="header-tenant">{settings?.tenantName}</span>
          </Link>
          <div className="header-account">
            <Places />
            <Account />
          </div>
        </div>
      </header>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <span>
          Your times are in {readerZone.replaceAll('_', ' ')} ({offsetAt(new Date(), readerZone)} today).
        </span>
        {/* A plain link: the mailbox is another document with a policy of its own (see README). */}
        {settings?.mailbox && <a href="/mailbox">Development mailbox</a>}
      </footer>
      <LiveRegion />
    </div>
  );
}
