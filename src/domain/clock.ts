/** The only way the time of day enters: made once in compose.ts, a fixed one in tests. */
export type Clock = {
  now(): Temporal.Instant;
};
