import { createHash, timingSafeEqual } from 'node:crypto';
import type { Random } from '../domain/random.ts';

/**
 * What is stored of a key, token or key secret: SHA-256. Enough where the secret is long and random, and it can be looked up
 * by its hash, in which no timing tells how much of a guess was right. Passwords are another matter: password.ts.
 */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whether this is the secret whose hash, in hex, was kept; in constant time. */
export function isSecretOf(hashHex: string, secret: string): boolean {
  const kept = Buffer.from(hashHex, 'hex');
  const shown = hashSecret(secret);
  return kept.length === shown.length && timingSafeEqual(kept, shown);
}

const TOKEN_BYTES = 32;

/** A new secret of 256 random bits, as text that fits a header and a query. */
export function newToken({ random }: { random: Random }): string {
  return Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url');
}
