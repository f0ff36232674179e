import { infiniteQueryOptions, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import endpoints from '@/api/endpoints';
import { httpClient } from '@/api/http-client';
import type { ApiListResult, EventTicket, MyChanges } from '@/api/wire';

export type Show = 'upcoming' | 'past';
type TicketPage = { tickets: EventTicket[]; nextPage: number | null };

const PAGE_SIZE = 25;

const isOver = (ticket: EventTicket): boolean => Date.parse(ticket.CalendarEvent.EndDateUtc) <= Date.now();

async function fetchPage(show: Show, page: number, signal: AbortSignal): Promise<TicketPage> {
  const url = endpoints.events.my({ showUpcoming: show === 'upcoming', page, pageSize: PAGE_SIZE, newestFirst: show === 'past' });
  const { data } = await httpClient.get<ApiListResult<EventTicket>>(url, { signal });
  // The wire has no list of past tickets: without `showUpcoming` it answers all (nexudus.md §7.1).
  const tickets = show === 'past' ? data.Records.filter(isOver) : data.Records;
  if (tickets.length === 0 && data.HasNextPage) return fetchPage(show, page + 1, signal);
  return { tickets, nextPage: data.HasNextPage ? page + 1 : null };
}

/** The signed-in customer's tickets, page by page: upcoming ones soonest first, past ones latest first. */
export const ticketsQuery = (show: Show) =>
  infiniteQueryOptions({
    queryKey: ['tickets', show],
    queryFn: ({ pageParam, signal }) => fetchPage(show, pageParam, signal),
    initialPageParam: 1,
    getNextPageParam: (last) => last.nextPage,
  });

/** What became of the customer's tickets: the lost ones page by page, and the moves with the first. */
export const changesQuery = (show: Show) =>
  infiniteQueryOptions({
    queryKey: ['changes', show],
    queryFn: async ({ pageParam, signal }) => (await httpClient.get<MyChanges>(endpoints.portal.changes(show, pageParam), { signal })).data,
    initialPageParam: 1,
    getNextPageParam: (last, _pages, page) => (last.HasNextPage ? page + 1 : null),
  });

/** Takes a cancelled ticket off the lists at once and then asks the server for them anew. */
export async function dropTicket(queryClient: QueryClient, ticketId: number): Promise<void> {
  queryClient.setQueriesData<InfiniteData<TicketPage, number>>(
    { queryKey: ['tickets'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, tickets: page.tickets.filter((ticket) => ticket.Id !== ticketId) })),
      },
  );
  await Promise.all(['tickets', 'changes', 'event'].map((kept) => queryClient.invalidateQueries({ queryKey: [kept] })));
}
