import { Secret } from 'otpauth';
import type { Random } from '../domain/random.ts';
import { hashSecret } from './secret.ts';

// 80 bits: nobody guesses one, so a plain hash is enough.
const BYTES = 10;

/** A code that opens once in place of a lost authenticator: 16 letters and digits of base32 in fours. */
export function newRecoveryCode({ random }: { random: Random }): string {
  const text = new Secret({ buffer: Uint8Array.from(random.bytes(BYTES)).buffer }).base32;
  return (text.match(/.{4}/g) ?? []).join('-').toLowerCase();
}

/** What is kept of such a code, however it is typed; null where a text cannot be one. */
export function recoveryCodeHash(code: string): Buffer | null {
  const plain = code.replace(/[\s-]/g, '').toLowerCase();
  return /^[a-z2-7]{16}$/.test(plain) ? hashSecret(plain) : null;
}
