import { queryOptions } from '@tanstack/react-query';
import endpoints from '@/api/endpoints';
import { httpClient } from '@/api/http-client';
import type { EventDetail, PortalSettings, Profiles, Standing } from '@/api/wire';

/** What this installation is; a missing answer must not keep the pages from opening, so it falls back to the least. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<PortalSettings> => {
    try {
      return (await httpClient.get<PortalSettings>(endpoints.portal.settings, { signal, timeout: 5000 })).data;
    } catch {
      return { tenantName: 'Adjourn', demo: false, mailbox: false };
    }
  },
});

/** Who is signed in. */
export const profilesQuery = queryOptions({
  queryKey: ['profiles'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Profiles> => (await httpClient.get<Profiles>(endpoints.coworkers.profiles, { signal })).data,
});

/** One event with its comments, ticket types and related events. */
export const eventQuery = (eventId: number) =>
  queryOptions({
    queryKey: ['event', eventId],
    queryFn: async ({ signal }): Promise<EventDetail> =>
      (await httpClient.get<EventDetail>(endpoints.events.detail(eventId), { signal })).data,
  });

/** How an event stands, cancelled or not, and the tickets that whoever is signed in has of it: kept apart from what nobody was told. */
export const standingQuery = (eventId: number, signedIn: boolean) =>
  queryOptions({
    queryKey: ['event', eventId, 'standing', signedIn],
    queryFn: async ({ signal }): Promise<Standing> => (await httpClient.get<Standing>(endpoints.portal.standing(eventId), { signal })).data,
  });
