import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { settingsQuery } from '@/api/queries';
import { PortalFrame } from '@/frame/portal-frame';
import { currentSession, forgetExpired } from '@/session/session';
import { EventPage } from '@/views/events/event-page';
import { EventsPage } from '@/views/events/events-page';
import { FaultPage } from '@/views/fault-page';
import { NotFoundPage } from '@/views/not-found-page';
import { SignInPage } from '@/views/sign-in/sign-in-page';
import { MyEventsPage } from '@/views/user/activity/events/my-events-page';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  loader: ({ context }) => context.queryClient.ensureQueryData(settingsQuery),
  component: Outlet,
  notFoundComponent: () => (
    <PortalFrame>
      <NotFoundPage />
    </PortalFrame>
  ),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => redirect({ to: '/activity/events', throw: true }),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/login',
  /** `to`: the page asked for before signing in; `ended`: an earlier session has run out. */
  validateSearch: (search: Record<string, unknown>): { to?: string; ended?: boolean } => ({
    ...(typeof search['to'] === 'string' && { to: search['to'] }),
    ...(search['ended'] === true && { ended: true }),
  }),
  component: SignInPage,
});

const portal = createRoute({
  getParentRoute: () => root,
  id: 'portal',
  component: () => (
    <PortalFrame>
      <Outlet />
    </PortalFrame>
  ),
});

const myEvents = createRoute({
  getParentRoute: () => portal,
  path: '/activity/events',
  validateSearch: (search: Record<string, unknown>): { show?: 'past' } => (search['show'] === 'past' ? { show: 'past' } : {}),
  beforeLoad: ({ location }) => {
    if (currentSession() !== null) return;
    redirect({ to: '/login', search: { to: location.href, ...(forgetExpired() && { ended: true }) }, throw: true });
  },
  component: MyEventsPage,
});

const events = createRoute({
  getParentRoute: () => portal,
  path: '/events',
  /** `q`: words looked for; `category`: its number; `show`: what is over. */
  validateSearch: (search: Record<string, unknown>): { q?: string; category?: number; show?: 'past' } => ({
    // A search for a number comes as one.
    ...((typeof search['q'] === 'string' || typeof search['q'] === 'number') && search['q'] !== '' && { q: String(search['q']) }),
    ...(Number.isSafeInteger(search['category']) && { category: Number(search['category']) }),
    ...(search['show'] === 'past' && { show: 'past' }),
  }),
  component: EventsPage,
});

const event = createRoute({ getParentRoute: () => portal, path: '/events/$id', component: EventPage });

// The development mailbox is its own chunk: nobody who came for a ticket should load it.
const mailbox = createRoute({
  getParentRoute: () => root,
  path: '/mailbox',
  validateSearch: (search: Record<string, unknown>): { to?: string } => (typeof search['to'] === 'string' ? { to: search['to'] } : {}),
  component: lazyRouteComponent(() => import('@/mailbox/mailbox-page'), 'MailboxPage'),
});
const mailboxIndex = createRoute({
  getParentRoute: () => mailbox,
  path: '/',
  component: lazyRouteComponent(() => import('@/mailbox/mailbox-page'), 'NoMailChosen'),
});
const mail = createRoute({
  getParentRoute: () => mailbox,
  path: '$mailId',
  component: lazyRouteComponent(() => import('@/mailbox/mail-page'), 'MailPage'),
});

const tree = root.addChildren([home, signIn, portal.addChildren([myEvents, events, event]), mailbox.addChildren([mailboxIndex, mail])]);

/** Every page of the portal and the address it lives at. */
export const createPages = (queryClient: QueryClient) =>
  createRouter({ routeTree: tree, context: { queryClient }, scrollRestoration: true, defaultErrorComponent: FaultPage });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
