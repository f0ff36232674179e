/** Query of the ticket list (nexudus.md §7.1). `showUpcoming: false` answers all tickets, not only past ones. */
export type MyTicketsQuery = { showUpcoming: boolean; page: number; pageSize: number; newestFirst: boolean };

/** Query of the public list (nexudus.md §4.1). */
export type EventsQuery = { past: boolean; page: number; search: string; categoryId: number | null };

/** Addresses of the customer API, as its own portal names them. They build paths only; `httpClient` does the asking. */
const endpoints = {
  auth: { token: '/api/token' },
  coworkers: { profiles: '/api/public/coworkers/profiles' },
  events: {
    my: ({ showUpcoming, page, pageSize, newestFirst }: MyTicketsQuery): string =>
      `/api/public/events/my?${new URLSearchParams({
        showUpcoming: String(showUpcoming),
        _page: String(page),
        _pageSize: String(pageSize),
        _orderBy: 'CalendarEvent.StartDate',
        _sortDirection: newestFirst ? 'desc' : 'asc',
      }).toString()}`,
    list: ({ past, page, search, categoryId }: EventsQuery): string =>
      `/api/public/events?${new URLSearchParams({
        pastEvents: String(past),
        page: String(page),
        top: '25',
        ...(search && { search }),
        ...(categoryId !== null && { categoryId: String(categoryId) }),
      }).toString()}`,
    feed: '/en/events/feed.ics',
    detail: (eventId: number): string => `/api/public/events/${eventId}`,
    joinWaitingList: (eventId: number): string => `/api/public/events/${eventId}/joinWaitingList`,
    cancelTicket: (ticketId: number): string => `/api/public/events/my/${ticketId}`,
    sendTicket: (ticketId: number): string => `/api/public/events/my/${ticketId}/sendTicket`,
  },
  checkout: { invoice: '/api/public/checkout/basket/invoice' },
  portal: {
    settings: '/portal/settings.json',
    calendarFile: (ticketId: number): string => `/portal/my/tickets/${ticketId}.ics`,
    standing: (eventId: number): string => `/portal/events/${eventId}`,
    changes: (show: 'upcoming' | 'past', page: number): string => `/portal/my/changes?show=${show}&page=${page}`,
  },
};

export default endpoints;
