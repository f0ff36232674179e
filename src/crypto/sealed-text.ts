import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Random } from '../domain/random.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key that seals secrets which must be read again, from the installation's SECRET_KEY (RFC 5869). */
export function sealingKeyOf(secretKey: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secretKey, '', 'adjourn sealed secrets 1', 32));
}

/**
 * Encrypts a secret that must be read again (a password need not: it is hashed). `about` names whose it is and must be said again
 * to open it, so that a row copied to somebody else's place opens nothing.
 */
export function seal({ random, sealingKey }: { random: Random; sealingKey: Uint8Array }, text: string, about: string): Buffer {
  const nonce = random.bytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, sealingKey, nonce).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` closed. Throws when it was closed under another SECRET_KEY, is about somebody else or was changed. */
export function unseal({ sealingKey }: { sealingKey: Uint8Array }, sealed: Uint8Array, about: string): string {
  try {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(CIPHER, sealingKey, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(about));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new Error('a sealed secret cannot be opened: SECRET_KEY is not the one it was sealed under, or its row was changed', { cause });
  }
}
