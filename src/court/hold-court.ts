import { type Calendar, type Entry } from './calendar.ts';
import { apple } from './clients/apple.ts';
import type { Client } from './clients/client.ts';
import { gmail } from './clients/gmail.ts';
import { outlook } from './clients/outlook.ts';
import { reference } from './clients/reference.ts';
import type { Mail } from '../mime/read-mail.ts';
import { faultsOf } from './rules.ts';
import { type FaultAmong, faultsAmong } from './series-rules.ts';

/** The four kinds of client that are asked. */
export const CLIENTS: readonly Client[] = [reference, outlook, gmail, apple];

/** What one person's calendar in one client shows in the end, in the order in which it begins. */
export type Showing = { reader: string; client: string; entries: Entry['event'][] };

export type Verdict = { showings: Showing[]; faults: FaultAmong[] };

/** Lets each person's clients read the mails that are addressed to them, in the order given; it gives what they show then. */
export function showingsOf(mails: Mail[]): Showing[] {
  const readers = [...new Set(mails.flatMap(({ to }) => to))].toSorted();
  return readers.flatMap((reader) =>
    CLIENTS.map((client) => {
      const calendar: Calendar = { reader, entries: new Map(), left: [] };
      for (const mail of mails) if (mail.to.includes(reader)) client.read(calendar, mail);
      const shown = [...calendar.entries.values()].filter(({ state }) => state === 'shown').map(({ event }) => event);
      return { reader, client: client.name, entries: shown.toSorted((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0)) };
    }),
  );
}

/** Judges mails, given in the order in which they were sent: what every calendar shows in the end, and which rules the mails break. */
export function holdCourt(mails: Mail[]): Verdict {
  const alone = mails.flatMap((mail, index) => faultsOf(mail).map((fault) => ({ index, ...fault })));
  return { showings: showingsOf(mails), faults: [...alone, ...faultsAmong(mails)].toSorted((a, b) => a.index - b.index) };
}
