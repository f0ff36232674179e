/**
 * Why somebody does not know the latest of an event yet. `not_written`: a change covers them and its notices are still being
 * written; `deferred`: tried, and to be tried again; `captured`: only kept
 * in the development mailbox, which of the demo's people counts as reached; `bounced`: the address was refused; `suppressed`: it is mailed nothing more until
 * somebody lifts that; `failed`: the message was refused, or time ran out; `no_address`: there is nowhere to write to; `not_planned`: they
 * hold a seat and nothing was ever planned for them, which no operation does: a seat that came into the database another way.
 */
export const UNREACHED_WHY = [
  'not_written',
  'queued',
  'sending',
  'deferred',
  'captured',
  'bounced',
  'suppressed',
  'failed',
  'no_address',
  'not_planned',
] as const;
export type UnreachedWhy = (typeof UNREACHED_WHY)[number];

/** What somebody with a seat knows of the latest of their event: it `reached` them, they were owed nothing new, or why they do not know it. */
export const SEAT_REACH = ['reached', 'nothing_owed', ...UNREACHED_WHY] as const;
export type SeatReach = (typeof SEAT_REACH)[number];
