/** Chance, handed in by compose.ts alone, so that it can be seeded in a test. */
export type Random = {
  /** A random UUID (version 4). */
  uuid(): string;
  /** So many bytes from the system's generator. */
  bytes(count: number): Uint8Array;
};
