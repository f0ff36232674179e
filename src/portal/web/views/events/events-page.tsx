import { Button, Tabs, TextInput } from '@mantine/core';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import endpoints from '@/api/endpoints';
import { httpClient } from '@/api/http-client';
import { settingsQuery } from '@/api/queries';
import { inWords } from '@/api/refusal';
import type { EventList } from '@/api/wire';
import { Message } from '@/frame/message';
import { PageHeading } from '@/frame/page-heading';
import { EventsByMonth } from '@/views/events/events-by-month';

type Wanted = { past: boolean; search: string; categoryId: number | null };

/** The public events as the vendor's wire lists them, page by page. */
const eventsQuery = (wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['events', wanted],
    queryFn: async ({ pageParam, signal }) =>
      (await httpClient.get<EventList>(endpoints.events.list({ ...wanted, page: pageParam }), { signal })).data,
    initialPageParam: 1,
    getNextPageParam: ({ CalendarEvents }) => (CalendarEvents.HasNextPage ? CalendarEvents.PageNumber + 1 : null),
    // The list that was there stays until the next one is.
    placeholderData: keepPreviousData,
  });

/** Somebody types several letters a second, and none but the last word is meant. */
const TYPING_MS = 250;

/** `/events`: what takes place in the house, by month, with a search. Open to whoever may see events here. */
export function EventsPage() {
  const { q = '', category = null, show } = useSearch({ from: '/portal/events' });
  const navigate = useNavigate({ from: '/events' });
  const settings = useQuery(settingsQuery).data;
  const list = useInfiniteQuery(eventsQuery({ past: show === 'past', search: q, categoryId: category }));
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    if (typed.trim() === q) return undefined;
    const search = typed.trim();
    const timer = setTimeout(
      () =>
        void navigate({ search: ({ q: _q, ...rest }) => ({ ...rest, ...(search && { q: search }) }), replace: true, resetScroll: false }),
      TYPING_MS,
    );
    return () => clearTimeout(timer);
  }, [typed, q, navigate]);

  const categories = list.data?.pages[0]?.Categories ?? [];
  const events = list.data?.pages.flatMap((page) => page.CalendarEvents.Records) ?? [];
  const total = list.data?.pages[0]?.CalendarEvents.TotalItems ?? 0;
  const choose = (chosen: number | null): void =>
    void navigate({
      search: ({ category: _category, ...rest }) => ({ ...rest, ...(chosen !== null && { category: chosen }) }),
      resetScroll: false,
    });
  return (
    <>
      <PageHeading title="Events">Events</PageHeading>
      <form role="search" className="events-search" onSubmit={(submission) => submission.preventDefault()}>
        <TextInput
          type="search"
          size="md"
          label="Search events"
          placeholder="Words of a title or a description"
          value={typed}
          maxLength={255}
          onChange={(change) => setTyped(change.currentTarget.value)}
        />
        {categories.length > 0 && (
          <div role="group" aria-label="Category" className="events-categories">
            {[{ Id: null, Title: 'All' }, ...categories].map(({ Id, Title }) => (
              <Button
                key={Id ?? 'all'}
                size="xs"
                variant={Id === category ? 'filled' : 'default'}
                aria-pressed={Id === category}
                onClick={() => choose(Id)}
              >
                {Title}
              </Button>
            ))}
          </div>
        )}
      </form>
      <Tabs
        value={show ?? 'upcoming'}
        onChange={(value) =>
          void navigate({
            search: ({ show: _show, ...rest }) => ({ ...rest, ...(value === 'past' && { show: 'past' as const }) }),
            resetScroll: false,
          })
        }
      >
        <Tabs.List aria-label="Which events">
          <Tabs.Tab value="upcoming">Upcoming</Tabs.Tab>
          <Tabs.Tab value="past">Past</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={show ?? 'upcoming'}>
          {list.isLoadingError ? (
            <div className="tickets-fault">
              <Message tone="refused">The events could not be loaded. {inWords(list.error)}</Message>
              <Button variant="default" onClick={() => void list.refetch()} aria-disabled={list.isFetching}>
                {list.isFetching ? 'Loading…' : 'Try again'}
              </Button>
            </div>
          ) : (
            <>
              <p role="status" className="soft events-count">
                {list.isPending ? 'Loading…' : total === 1 ? 'One event' : `${total === 0 ? 'No' : total} events`}
                {q && !list.isPending && ` with “${q}”`}
              </p>
              <EventsByMonth events={events} tenantZone={settings?.zone} />
            </>
          )}
          {list.isFetchNextPageError && <Message tone="refused">The next events could not be loaded. {inWords(list.error)}</Message>}
          {list.hasNextPage && (
            <Button
              className="tickets-more"
              variant="default"
              aria-disabled={list.isFetchingNextPage}
              onClick={() => list.isFetchingNextPage || void list.fetchNextPage()}
            >
              {list.isFetchingNextPage ? 'Loading…' : 'Show more'}
            </Button>
          )}
        </Tabs.Panel>
      </Tabs>
      {settings?.feed && (
        <p className="events-feed">
          <a href={endpoints.events.feed}>Subscribe to these events in your calendar</a>
        </p>
      )}
    </>
  );
}
