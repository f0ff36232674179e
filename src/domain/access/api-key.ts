import type { Scope } from './scope.ts';

/** A key of our own API, without its secret, of which there is a hash alone. */
export type ApiKey = {
  id: number;
  name: string;
  scopes: Scope[];
  createdAt: Temporal.Instant;
  /** Null: it does not end by itself. */
  expiresAt: Temporal.Instant | null;
  /** To the minute; null: never. */
  lastUsedAt: Temporal.Instant | null;
  /** Until when the secret before the last rotation opens as well. */
  previousUntil: Temporal.Instant | null;
};
