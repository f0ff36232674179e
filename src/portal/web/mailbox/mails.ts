import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { httpClient } from '@/api/http-client';

/** The development mailbox's own wire: what the server keeps of every mail it would have sent. */
export type MailLine = {
  id: number;
  /** ISO 8601. */
  receivedAt: string;
  from: string;
  to: string;
  subject: string;
  purpose: string | null;
  method: 'REQUEST' | 'CANCEL' | null;
};

export type Mail = Omit<MailLine, 'purpose' | 'method'> & {
  headers: { name: string; value: string }[];
  html: string | null;
  text: string | null;
  /** The live calendar part: its text, what it tells a calendar in one sentence, and the facts that follow from it. */
  calendar: { raw: string; facts: { label: string; value: string }[]; summary: string } | null;
  /** `size` in bytes. */
  attachments: { filename: string; contentType: string; size: number }[];
  raw: string;
};

type MailPage = { mails: MailLine[]; nextBefore: number | null };

const endpoints = {
  list: (before: number | null, to: string): string =>
    `/mailbox/api/mails?${new URLSearchParams({ ...(before !== null && { before: String(before) }), ...(to && { to }) }).toString()}`,
  mail: (id: number): string => `/mailbox/api/mails/${id}`,
};

/** Captured mails, newest first, asked for again every few seconds while the page is being looked at. */
export const mailsQuery = (to: string) =>
  infiniteQueryOptions({
    queryKey: ['mails', to],
    queryFn: async ({ pageParam, signal }): Promise<MailPage> =>
      (await httpClient.get<MailPage>(endpoints.list(pageParam, to), { signal })).data,
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.nextBefore,
    refetchInterval: 3000,
    staleTime: 0,
  });

/** One captured mail; it never changes. */
export const mailQuery = (id: number) =>
  queryOptions({
    queryKey: ['mail', id],
    queryFn: async ({ signal }): Promise<Mail> => (await httpClient.get<Mail>(endpoints.mail(id), { signal })).data,
    staleTime: Infinity,
  });
